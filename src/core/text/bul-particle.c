/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-particle.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-ending-private.h"
#include "bul-normal.h"

#define LONGEST_PART ((gsize) 512)

/* By particle, then by ending. */
static const char *const forms[][4] = {
  [BUL_PARTICLE_SUBJECT] = { "이(가)", "가", "이", "이" },
  [BUL_PARTICLE_OBJECT] = { "을(를)", "를", "을", "을" },
  [BUL_PARTICLE_TOPIC] = { "은(는)", "는", "은", "은" },
  [BUL_PARTICLE_WITH] = { "과(와)", "와", "과", "과" },
  [BUL_PARTICLE_DIRECTION] = { "(으)로", "로", "로", "으로" },
  [BUL_PARTICLE_COPULA] = { "(이)", "", "이", "이" },
  [BUL_PARTICLE_QUOTE] = { "(이)라고", "라고", "이라고", "이라고" },
};

static const struct
{
  gunichar open;
  gunichar close;
} brackets[] = {
  { '(', ')' }, { '[', ']' }, { 0xff08, 0xff09 }, { 0x3014, 0x3015 }, { 0x3010, 0x3011 },
};

static gunichar
last_char (const char *text, gsize length)
{
  return g_utf8_get_char (g_utf8_prev_char (text + length));
}

/* Quote marks, brackets, stops: seen but not heard. */
static gboolean
is_silent (gunichar c)
{
  return bul_chars_is_blank (c) || g_unichar_ispunct (c);
}

static gboolean
ends_silent (const char *text, gsize length)
{
  return length > 0 && is_silent (last_char (text, length))
         && bul_ending_of_unit (text, length) == BUL_ENDING_UNKNOWN;
}

static gboolean
is_heard (const char *text, gsize length)
{
  while (ends_silent (text, length))
    length = (gsize) (g_utf8_prev_char (text + length) - text);
  return length > 0;
}

static gunichar
opening_of (gunichar close)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (brackets[i].close == close)
      return brackets[i].open;
  return 0;
}

/* Returns: where the bracket that ends @text was opened, or 0. */
static gsize
find_opening (const char *text, gsize length)
{
  gunichar close = last_char (text, length);
  gunichar open = opening_of (close);
  guint depth = 0;

  for (const char *at = text + length; open != 0 && at > text;)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (c == close)
        depth++;
      else if (c == open && --depth == 0)
        return (gsize) (at - text);
    }

  return 0;
}

/*
 * Takes away what is not heard at the end. A bracket closed there is an aside if anything is heard
 * before it; if not, it is the word.
 */
static gsize
heard_length (const char *text, gsize length)
{
  while (ends_silent (text, length))
    {
      gsize opening = find_opening (text, length);

      if (is_heard (text, opening))
        length = opening;
      else
        length = (gsize) (g_utf8_prev_char (text + length) - text);
    }
  return length;
}

static BulEnding
ending_of_hangul (gunichar c)
{
  static const BulEnding rieul_or_not[] = { BUL_ENDING_CONSONANT, BUL_ENDING_RIEUL };
  guint final = (c - 0xac00) % 28;

  return final == 0 ? BUL_ENDING_VOWEL : rieul_or_not[final == 8];
}

/* The letters by their names: 기역, 리을, 아. */
static BulEnding
ending_of_jamo (gunichar c)
{
  if (c == 0x3139)
    return BUL_ENDING_RIEUL;
  return c <= 0x314e ? BUL_ENDING_CONSONANT : BUL_ENDING_VOWEL;
}

/* Of their names, only 엡실론, 오미크론, 입실론 end in a consonant. */
static BulEnding
ending_of_greek (gunichar c)
{
  gunichar small = g_unichar_tolower (c);

  if (small == 0x03b5 || small == 0x03bf || small == 0x03c5)
    return BUL_ENDING_CONSONANT;
  return BUL_ENDING_VOWEL;
}

static gboolean
is_word_char (gunichar c)
{
  return c == '\'' || c == 0x2019 || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN
         || g_unichar_combining_class (c) != 0;
}

/* The word that ends @text, its letters without accents. */
static char *
dup_latin_word (const char *text, gsize length)
{
  const char *start = text + length;
  g_autofree char *word = NULL;
  g_autofree char *apart = NULL;
  GString *plain = g_string_new (NULL);

  while (start > text && is_word_char (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);

  word = g_strndup (start, (gsize) (text + length - start));
  apart = bul_normalize (word, -1, G_NORMALIZE_ALL);
  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_isalpha (*at))
      g_string_append_c (plain, *at);
  return g_string_free (plain, FALSE);
}

/* “U.S.”, “N.Y.”: letters that are said one by one. */
static gboolean
is_dotted (const char *text, gsize length)
{
  const char *at = text + length - 1;

  return length >= 3 && at[-1] == '.' && g_ascii_isalpha (at[0]) && g_ascii_isalpha (at[-2]);
}

static BulEnding
ending_of_latin (const char *text, gsize length)
{
  g_autofree char *word = NULL;

  if (is_dotted (text, length))
    word = g_strndup (text + length - 1, 1);
  else
    word = dup_latin_word (text, length);
  return bul_ending_of_latin (word);
}

/* “é”, “ö”: a vowel with a mark is never silent. */
static gboolean
is_marked_vowel (gunichar c)
{
  gunichar base = 0;

  return c >= 0x80 && g_unichar_fully_decompose (c, FALSE, &base, 1) > 1 && base < 0x80
         && strchr ("aeiouyAEIOUY", (int) base) != NULL;
}

/* Returns: 1 to 10 for Ⅰ to Ⅹ, ⅰ to ⅹ, ① to ⑩; else 0. */
static guint
value_of_sign (gunichar c)
{
  static const gunichar firsts[] = { 0x2160, 0x2170, 0x2460 };

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    if (c >= firsts[i] && c < firsts[i] + 10)
      return c - firsts[i] + 1;
  return 0;
}

static BulEnding
ending_of_last (const char *text, gsize length)
{
  gunichar c = last_char (text, length);

  if (c >= 0xac00 && c <= 0xd7a3)
    return ending_of_hangul (c);
  if (c >= 0x3131 && c <= 0x3163)
    return ending_of_jamo (c);
  if (g_unichar_digit_value (c) >= 0)
    return bul_ending_of_number (text, length);
  if (value_of_sign (c) > 0)
    return bul_ending_of_value (value_of_sign (c));
  if (is_marked_vowel (c))
    return BUL_ENDING_VOWEL;
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN)
    return ending_of_latin (text, length);
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_GREEK)
    return ending_of_greek (c);
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN)
    return bul_ending_of_ideograph (c);
  return BUL_ENDING_UNKNOWN;
}

/* The end of a long text is as good as all of it. */
static const char *
last_part (const char *text)
{
  gsize length = strlen (text);

  if (length <= LONGEST_PART)
    return text;

  text += length - LONGEST_PART;
  while (((guchar) *text & 0xc0) == 0x80)
    text++;
  return text;
}

static BulEnding
ending_of (const char *word)
{
  const char *part = last_part (word);
  gsize length = heard_length (part, strlen (part));
  BulEnding unit = BUL_ENDING_UNKNOWN;

  if (length == 0)
    return BUL_ENDING_UNKNOWN;

  unit = bul_ending_of_unit (part, length);
  return unit != BUL_ENDING_UNKNOWN ? unit : ending_of_last (part, length);
}

const char *
bul_particle (const char *word, BulParticle which)
{
  g_return_val_if_fail (word != NULL, "");
  g_return_val_if_fail (which >= BUL_PARTICLE_SUBJECT && which <= BUL_PARTICLE_QUOTE, "");

  return forms[which][ending_of (word)];
}

char *
bul_particle_join (const char *word, BulParticle which)
{
  g_return_val_if_fail (word != NULL, NULL);

  return g_strconcat (word, bul_particle (word, which), NULL);
}
