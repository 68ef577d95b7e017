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
compose (const char *text, gsize length, gunichar *c, gsize *end)
{
  int vowel;
  int tail;

  if (*c >= LEAD_FIRST && *c < LEAD_FIRST + N_LEADS)
    {
      vowel = peek (text, length, *end, VOWEL_FIRST, N_VOWELS);
      if (vowel < 0)
        return;
      *c = SYLLABLE_FIRST + ((*c - LEAD_FIRST) * N_VOWELS + (gunichar) vowel) * N_TAILS;
      *end += 3;
    }
  if (*c < SYLLABLE_FIRST || *c > SYLLABLE_LAST || (*c - SYLLABLE_FIRST) % N_TAILS != 0)
    return;
  tail = peek (text, length, *end, TAIL_BASE + 1, N_TAILS - 1);
  if (tail < 0)
    return;
  *c += (gunichar) tail + 1;
  *end += 3;
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

static BulTokenChar
read_rare (const char *text, gsize length, gsize at)
{
  gunichar c;
  gsize end = at + decode (text, length, at, &c);
  BulTokenCharKind kind;

  if (c >= LEAD_FIRST && c <= SYLLABLE_LAST)
    compose (text, length, &c, &end);
  kind = kind_of (c);
  if (kind == BUL_TOKEN_CHAR_NONE && c >= 0xff01 && c <= 0xff5e)
    kind = kind_of (c - 0xfee0);
  if (kind == BUL_TOKEN_CHAR_WORD)
    c = fold (c);
  else if (kind == BUL_TOKEN_CHAR_HAN)
    c = unify (c);
  return (BulTokenChar){ kind, c, at, end };
}

/* Most characters of a script are syllables or ASCII, and every one is read for each index. What is
 * known of one is put together last: a processor waits where it reads as one what was just written
 * in pieces. */
BulTokenChar
bul_token_char_read (const char *text, gsize length, gsize at)
{
  guchar byte = (guchar) text[at];
  gunichar c;
  gsize end = at + 3;

  if (byte < 0x80)
    return (BulTokenChar){ kind_of (byte), g_ascii_isupper ((char) byte) ? byte + 0x20u : byte, at,
                           at + 1 };
  c = decode_syllable (text, length, at);
  if (c < SYLLABLE_FIRST || c > SYLLABLE_LAST)
    return read_rare (text, length, at);
  /* The letters that may still join a syllable begin with the byte E1. */
  if (end < length && (guchar) text[end] == 0xe1)
    compose (text, length, &c, &end);
  return (BulTokenChar){ BUL_TOKEN_CHAR_HANGUL, c, at, end };
}
