/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What two bytes are in CP949. */
typedef enum
{
  BUL_CP949_NOTHING,
  BUL_CP949_HANGUL,      /* of KS X 1001: 2,350 syllables, nearly all that are written */
  BUL_CP949_RARE_HANGUL, /* the 8,822 that CP949 adds */
  BUL_CP949_SIGN,
  BUL_CP949_IDEOGRAPH,
} BulCp949Sort;

BulCp949Sort bul_cp949_sort (guchar lead, guchar trail);

/* Returns: bits of surprise to find the pair in a Korean script; for what is nothing, a lot. */
guint bul_cp949_cost (guchar lead, guchar trail);

/* The same of a byte by itself. */
guint bul_cp949_byte_cost (guchar byte);

/**
 * bul_cp949_cut:
 *
 * Cuts bytes into characters so that all of them together surprise least. So a byte that is lost or
 * stray costs what stands around it, not every pair up to the next blank.
 *
 * Returns: (transfer full): for each byte, how many bytes a character that begins there has, 1 or
 * 2; a byte of 0x80 or more that stands alone is damage
 */
guint8 *bul_cp949_cut (const guchar *data, gsize length);

/* What a printable character of ASCII costs beside that, and a byte that nothing explains. */
#define BUL_COST_ASCII 5
#define BUL_COST_MISFIT 20

G_END_DECLS
