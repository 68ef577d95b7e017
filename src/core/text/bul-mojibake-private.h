/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BulMojibakeReading:
 * @text: what the bytes of a damaged line read
 * @n_proofs: syllables and signs that no single character was
 * @n_hangul: all syllables
 * @n_doubtful: ideographs, and syllables that are hardly ever written
 * @n_lost: places where bytes are missing, each U+FFFD in @text
 */
typedef struct
{
  GString *text;
  guint n_proofs;
  guint n_hangul;
  guint n_doubtful;
  guint n_lost;
} BulMojibakeReading;

/* Whether the bytes were CP949; @mixed: read as UTF-8 where they fitted. */
void bul_mojibake_read_cp949 (const gunichar *chars,
                              gsize n_chars,
                              gboolean mixed,
                              BulMojibakeReading *reading);

/* The byte that windows-1252, or Latin-1 where that has none, reads as @c; 0 for any other. */
guint8 bul_mojibake_byte (gunichar c);

G_END_DECLS
