/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

#define BUL_BEGINNINGS_MOST 1000

/*
 * Says which rows of a table a line can begin with, by its first two bytes: every line is asked,
 * and tables have a hundred rows. Static, and of zeros until it is used; a table has at most
 * BUL_BEGINNINGS_MOST rows. A text of one byte is asked for by that byte and a zero.
 */
typedef struct
{
  gsize is_ready;
  guint16 first[256]; /* a row from 1; 0: none */
  guint16 next[BUL_BEGINNINGS_MOST + 1];
} BulBeginnings;

/* @texts: the field of the first row that the line begins with; @stride: bytes from row to row. */
void bul_beginnings_learn (BulBeginnings *self, const char *const *texts, gsize stride, guint n);

static inline guint8
bul_beginnings_hash (const char *text)
{
  return (guint8) ((guchar) text[0] * 31 + (guchar) text[1]);
}

/* Returns: the first row, from 1, that @line may begin with; 0 for none. The others of its kind
 * follow by next[], in the order of the table. */
static inline guint
bul_beginnings_first (const BulBeginnings *self, BulSlice line)
{
  return line.length < 2 ? 0 : self->first[bul_beginnings_hash (line.start)];
}

G_END_DECLS
