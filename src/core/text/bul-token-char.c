/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-token-char-private.h"

#define LEAD_FIRST 0x1100
#define N_LEADS 19
#define VOWEL_FIRST 0x1161
#define N_VOWELS 21
#define TAIL_BASE 0x11a7
#define N_TAILS 28
#define SYLLABLE_FIRST 0xac00
#define SYLLABLE_LAST 0xd7a3

/* Ranges that ask for more than g_unichar_isalnum(), in order. */
static const struct
{
  gunichar first;
  gunichar last;
  BulTokenCharKind kind;
} ranges[] = {
  { 0x0300, 0x036f, BUL_TOKEN_CHAR_MARK },     { 0x1100, 0x11ff, BUL_TOKEN_CHAR_NONE },
  { 0x1ab0, 0x1aff, BUL_TOKEN_CHAR_MARK },     { 0x1dc0, 0x1dff, BUL_TOKEN_CHAR_MARK },
  { 0x20d0, 0x20ff, BUL_TOKEN_CHAR_MARK },     { 0x3005, 0x3005, BUL_TOKEN_CHAR_HAN },
  { 0x3041, 0x3096, BUL_TOKEN_CHAR_HAN },      { 0x3099, 0x309a, BUL_TOKEN_CHAR_MARK },
  { 0x30a1, 0x30fa, BUL_TOKEN_CHAR_HAN },      { 0x30fc, 0x30fc, BUL_TOKEN_CHAR_HAN },
  { 0x3400, 0x4dbf, BUL_TOKEN_CHAR_HAN },      { 0x4e00, 0x9fff, BUL_TOKEN_CHAR_HAN },
  { 0xe000, 0xe000, BUL_TOKEN_CHAR_VERBATIM }, { 0xf900, 0xfaff, BUL_TOKEN_CHAR_HAN },
  { 0x20000, 0x2fa1f, BUL_TOKEN_CHAR_HAN },
};

static BulTokenCharKind
kind_of (gunichar c)
{
  if (c >= SYLLABLE_FIRST && c <= SYLLABLE_LAST)
    return BUL_TOKEN_CHAR_HANGUL;
  if (c == '\n')
    return BUL_TOKEN_CHAR_BOUNDARY;
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) ? BUL_TOKEN_CHAR_WORD : BUL_TOKEN_CHAR_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (ranges) && c >= ranges[i].first; i++)
    if (c <= ranges[i].last)
      return ranges[i].kind;
  return g_unichar_isalnum (c) ? BUL_TOKEN_CHAR_WORD : BUL_TOKEN_CHAR_NONE;
}

/* Returns: bytes of the character at @at; what is no UTF-8 is one byte of nothing. */
static gsize
decode (const char *text, gsize length, gsize at, gunichar *c)
{
  gunichar got;

  if ((guchar) text[at] < 0x80)
    {
      *c = (guchar) text[at];
      return 1;
    }
  got = g_utf8_get_char_validated (text + at, (gssize) (length - at));
  if (got == (gunichar) -1 || got == (gunichar) -2)
    {
      *c = ' ';
      return 1;
    }
  *c = got;
  return (gsize) (g_utf8_next_char (text + at) - (text + at));
}

/* The conjoining letter at @at, counted from @first; -1 where there is another, or none. */
static int
peek (const char *text, gsize length, gsize at, gunichar first, guint n)
{
  gunichar c;

  if (at >= length || (guchar) text[at] < 0xe1)
    return -1;
  decode (text, length, at, &c);
  return c >= first && c < first + n ? (int) (c - first) : -1;
}

/* Hangul of conjoining letters, each of three bytes, is read as the syllable that it looks like. */
static void
compose (const char *text, gsize length, BulTokenChar *self)
{
  int vowel;
  int tail;

  if (self->c >= LEAD_FIRST && self->c < LEAD_FIRST + N_LEADS)
    {
      vowel = peek (text, length, self->end, VOWEL_FIRST, N_VOWELS);
      if (vowel < 0)
        return;
      self->c = SYLLABLE_FIRST + ((self->c - LEAD_FIRST) * N_VOWELS + (gunichar) vowel) * N_TAILS;
      self->end += 3;
    }
  if (self->c < SYLLABLE_FIRST || self->c > SYLLABLE_LAST
      || (self->c - SYLLABLE_FIRST) % N_TAILS != 0)
    return;
  tail = peek (text, length, self->end, TAIL_BASE + 1, N_TAILS - 1);
  if (tail < 0)
    return;
  self->c += (gunichar) tail + 1;
  self->end += 3;
}

/* Letters with accents by their first part, wide letters by the usual ones. */
static gunichar
fold (gunichar c)
{
  gunichar base;
  gunichar rest;

  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  if (c < 0x80)
    return g_ascii_isupper ((char) c) ? c + 0x20 : c;
  if ((c < 0x250 || (c >= 0x1e00 && c < 0x2000) || (c >= 0x370 && c < 0x400))
      && g_unichar_decompose (c, &base, &rest))
    return fold (base);
  return g_unichar_tolower (c);
}

/* KS X 1001 has some ideographs more than once. */
static gunichar
unify (gunichar c)
{
  gunichar base;
  gunichar rest;

  return ((c >= 0xf900 && c <= 0xfaff) || c >= 0x2f800) && g_unichar_decompose (c, &base, &rest)
             ? base
             : c;
}

/* The syllable of three bytes at @at, or another character of U+A000 to U+DFFF; 0: none of them. */
static inline gunichar
decode_syllable (const char *text, gsize length, gsize at)
{
  const guchar *bytes = (const guchar *) text + at;

  if (length - at < 3 || bytes[0] < 0xea || bytes[0] > 0xed || (bytes[1] & 0xc0) != 0x80
      || (bytes[2] & 0xc0) != 0x80)
    return 0;
  return ((gunichar) (bytes[0] & 0x0f) << 12) | ((gunichar) (bytes[1] & 0x3f) << 6)
         | (bytes[2] & 0x3f);
}

/* Most characters of a script are syllables or ASCII, and every one is read for each index. */
static inline gboolean
read_common (const char *text, gsize length, gsize at, BulTokenChar *self)
{
  guchar byte = (guchar) text[at];

  if (byte < 0x80)
    {
      self->c = byte;
      self->end = at + 1;
      self->kind = kind_of (byte);
      if (g_ascii_isupper ((char) byte))
        self->c += 0x20;
      return TRUE;
    }
  self->c = decode_syllable (text, length, at);
  if (self->c < SYLLABLE_FIRST || self->c > SYLLABLE_LAST)
    return FALSE;
  self->end = at + 3;
  self->kind = BUL_TOKEN_CHAR_HANGUL;
  /* The letters that may still join a syllable begin with the byte E1. */
  if (self->end < length && (guchar) text[self->end] == 0xe1)
    compose (text, length, self);
  return TRUE;
}

BulTokenChar
bul_token_char_read (const char *text, gsize length, gsize at)
{
  BulTokenChar self = { .start = at };

  if (read_common (text, length, at, &self))
    return self;
  self.end = at + decode (text, length, at, &self.c);
  if (self.c >= LEAD_FIRST && self.c <= SYLLABLE_LAST)
    compose (text, length, &self);
  self.kind = kind_of (self.c);
  if (self.kind == BUL_TOKEN_CHAR_NONE && self.c >= 0xff01 && self.c <= 0xff5e)
    self.kind = kind_of (self.c - 0xfee0);
  if (self.kind == BUL_TOKEN_CHAR_WORD)
    self.c = fold (self.c);
  else if (self.kind == BUL_TOKEN_CHAR_HAN)
    self.c = unify (self.c);
  return self;
}
