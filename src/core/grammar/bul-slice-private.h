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

/* Whether a blank can neither begin nor end @slice, which is not empty: letters of ASCII and Hangul
 * are none. */
static inline gboolean
bul_slice_is_trimmed (BulSlice slice)
{
  guchar first = slice.start[0];
  guchar last = slice.start[slice.length - 1];

  if (first <= ' ' || (first >= 0x7f && (first < 0xea || first > 0xed)))
    return FALSE;
  if (last < 0x80)
    return last > ' ' && last != 0x7f;
  return slice.length >= 3 && (guchar) slice.start[slice.length - 3] >= 0xea
         && (guchar) slice.start[slice.length - 3] <= 0xed;
}

BulSlice bul_slice_trim_blanks (BulSlice slice);

/* Without the blanks at both ends. */
static inline BulSlice
bul_slice_trim (BulSlice slice)
{
  return slice.length > 0 && bul_slice_is_trimmed (slice) ? slice : bul_slice_trim_blanks (slice);
}

/* The byte of @needle that is rarest in a line: not a blank, nor the first byte of a syllable,
 * which many of them share. */
static inline gsize
bul_slice_find_anchor (const char *needle, gsize length)
{
  gsize at = needle[0] == ' ' && length > 1 ? 1 : 0;

  return (guchar) needle[at] < 0x80 ? at : at + 2 < length ? at + 2 : length - 1;
}

/* The same as bul_slice_find(): @length of @needle, and its rarest byte. */
const char *bul_slice_find_by (BulSlice slice, const char *needle, gsize length, gsize anchor);

/* Where @needle stands first or last in @slice, or %NULL. What is known of a needle is told at
 * once, and not by each search. */
static inline const char *
bul_slice_find (BulSlice slice, const char *needle)
{
  gsize length = strlen (needle);

  if (slice.length == 0 || length > slice.length)
    return NULL;
  return length == 0
             ? slice.start
             : bul_slice_find_by (slice, needle, length, bul_slice_find_anchor (needle, length));
}

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
static inline gboolean
bul_slice_split (BulSlice slice, const char *between, BulSlice *before, BulSlice *after)
{
  const char *at = bul_slice_find (slice, between);

  if (at == NULL)
    return FALSE;
  *before = bul_slice_trim (bul_slice (slice.start, at));
  *after = bul_slice_trim (bul_slice (at + strlen (between), bul_slice_end (slice)));
  return TRUE;
}

G_END_DECLS
