/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A stretch of somebody else's text, in bytes. */
typedef struct
{
  const char *start;
  gsize length;
} BulSlice;

#define BUL_SLICE_NONE ((BulSlice){ NULL, 0 })

/* These are asked of every line many times over: they stand here to be compiled in place. */
static inline BulSlice
bul_slice (const char *start, const char *end)
{
  return (BulSlice){ start, end > start ? (gsize) (end - start) : 0 };
}

static inline BulSlice
bul_slice_of (const char *text)
{
  return (BulSlice){ text, strlen (text) };
}

static inline const char *
bul_slice_end (BulSlice slice)
{
  return slice.start + slice.length;
}

/* Whether the first two bytes tell that @slice does not begin with @text: of three in which Hangul
 * is written, the first is one of four. */
static inline gboolean
bul_slice_begins_otherwise (BulSlice slice, const char *text)
{
  return slice.start[0] != text[0]
         || (slice.length > 1 && text[1] != '\0' && slice.start[1] != text[1]);
}

static inline gboolean
bul_slice_starts (BulSlice slice, const char *text)
{
  gsize length;

  if (slice.length == 0 || bul_slice_begins_otherwise (slice, text))
    return slice.length == 0 && *text == '\0';
  length = strlen (text);
  return slice.length >= length && memcmp (slice.start, text, length) == 0;
}

static inline gboolean
bul_slice_ends (BulSlice slice, const char *text)
{
  gsize length = strlen (text);

  return slice.length >= length && slice.start[slice.length - 1] == text[length - 1]
         && memcmp (slice.start + slice.length - length, text, length) == 0;
}

static inline gboolean
bul_slice_equal (BulSlice slice, const char *text)
{
  if (slice.length == 0 || bul_slice_begins_otherwise (slice, text))
    return slice.length == 0 && *text == '\0';
  return slice.length == strlen (text) && memcmp (slice.start, text, slice.length) == 0;
}

/* Whether @slice is, begins with, or ends with one of the @n of @texts. */
gboolean bul_slice_is_any (BulSlice slice, const char *const *texts, gsize n);
gboolean bul_slice_starts_any (BulSlice slice, const char *const *texts, gsize n);
gboolean bul_slice_ends_any (BulSlice slice, const char *const *texts, gsize n);

/* Without the blanks at both ends. */
BulSlice bul_slice_trim (BulSlice slice);

/* Where @needle stands first or last in @slice, or %NULL. */
const char *bul_slice_find (BulSlice slice, const char *needle);
const char *bul_slice_find_last (BulSlice slice, const char *needle);

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

/* Takes @text from the start of @slice, and blanks behind it; FALSE where it does not begin so. */
gboolean bul_slice_take (BulSlice *slice, const char *text);
gboolean bul_slice_take_end (BulSlice *slice, const char *text);

/* The same of the first of @n @texts that is there. */
gboolean bul_slice_take_any (BulSlice *slice, const char *const *texts, gsize n);
gboolean bul_slice_take_end_any (BulSlice *slice, const char *const *texts, gsize n);

/* Splits @slice at the first @between; FALSE where it is not there. */
gboolean bul_slice_split (BulSlice slice, const char *between, BulSlice *before, BulSlice *after);

G_END_DECLS
