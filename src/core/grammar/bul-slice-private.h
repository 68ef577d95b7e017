/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of somebody else's text, in bytes. */
typedef struct
{
  const char *start;
  gsize length;
} BulSlice;

#define BUL_SLICE_NONE ((BulSlice){ NULL, 0 })

BulSlice bul_slice (const char *start, const char *end);
BulSlice bul_slice_of (const char *text);

/* Without the blanks at both ends. */
BulSlice bul_slice_trim (BulSlice slice);

/* Where @needle stands first or last in @slice, or %NULL. */
const char *bul_slice_find (BulSlice slice, const char *needle);
const char *bul_slice_find_last (BulSlice slice, const char *needle);

gboolean bul_slice_equal (BulSlice slice, const char *text);
gboolean bul_slice_starts (BulSlice slice, const char *text);
gboolean bul_slice_ends (BulSlice slice, const char *text);

/* The first word, and takes it and the blanks behind it from @slice; empty at the end. */
BulSlice bul_slice_take_word (BulSlice *slice);
/* The last word, and takes it and the blanks before it. */
BulSlice bul_slice_take_last_word (BulSlice *slice);

/* Takes a bullet and the blanks behind it from the start; whether there was one. */
gboolean bul_slice_take_bullet (BulSlice *slice);

/* How many syllables of Hangul @slice is made of; 0 where it holds anything else. */
guint bul_slice_count_hangul (BulSlice slice);

/* Length of the quote mark that @slice starts or ends with, double ones only, or 0. */
gsize bul_slice_starts_quote (BulSlice slice);
gsize bul_slice_ends_quote (BulSlice slice);

G_END_DECLS
