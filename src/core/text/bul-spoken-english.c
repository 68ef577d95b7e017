/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-spoken-private.h"

#include <string.h>

/* Signs that are words. */
static const char *const signs[]
    = { "%", "％", "$", "€", "£", "¥", "₩", "￦", "&", "+", "@", "°", "℃", "℉" };

/* One hundred eighteen: a hundred is two words, what is below is one, as with a hyphen. */
static guint
count_group (guint group)
{
  return (group >= 100 ? 2 : 0) + (group % 100 > 0 ? 1 : 0);
}

static guint
count_cardinal (guint64 number)
{
  guint n_words = 0;

  if (number == 0)
    return 1;
  for (guint64 scale = 0; number > 0; number /= 1000, scale++)
    if (number % 1000 > 0)
      n_words += count_group (number % 1000) + (scale > 0 ? 1 : 0);
  return n_words;
}

/* Nineteen eighty-five, twenty twenty-six; but two thousand five. */
static gboolean
is_year (const BulSpokenNumber *number)
{
  return number->n_digits == 4 && !number->grouped && number->n_decimals == 0
         && ((number->whole >= 1100 && number->whole < 2000)
             || (number->whole >= 2010 && number->whole < 2100));
}

static guint
count_number (const BulSpokenNumber *number)
{
  guint n_words = number->n_decimals > 0 ? 1 + number->n_decimals : 0;

  if (number->spelled)
    return n_words + number->n_digits;
  if (is_year (number))
    return 2;
  return n_words + count_cardinal (number->whole);
}

static gboolean
is_ordinal (const char *ending, gsize length)
{
  return length == 2
         && (g_ascii_strncasecmp (ending, "st", 2) == 0
             || g_ascii_strncasecmp (ending, "nd", 2) == 0
             || g_ascii_strncasecmp (ending, "rd", 2) == 0
             || g_ascii_strncasecmp (ending, "th", 2) == 0);
}

/* Length of what joins two parts of one word: forty-one, don't, U.S. */
static gsize
joint_length (const char *text)
{
  if (*text == '\'' || *text == '-' || *text == '.')
    return 1;
  return g_str_has_prefix (text, "’") ? strlen ("’") : 0;
}

static gsize
word_length (const char *text)
{
  gsize length = bul_spoken_latin_length (text);

  while (length > 0)
    {
      gsize joint = joint_length (text + length);
      gsize more = joint == 0 ? 0 : bul_spoken_latin_length (text + length + joint);

      if (more == 0)
        break;
      length += joint + more;
    }
  return length;
}

/* A run of Hangul or of ideographs is one word: a name, mostly. */
static gsize
foreign_length (const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);

      if (!bul_spoken_is_hangul (c) && !bul_spoken_is_ideograph (c))
        break;
      at = g_utf8_next_char (at);
    }
  return (gsize) (at - text);
}

BulSpokenToken
bul_spoken_english_read (const char *text)
{
  BulSpokenNumber number;
  gsize length;

  if (bul_spoken_number_read (text, &number))
    {
      length = bul_spoken_latin_length (text + number.length);
      return (BulSpokenToken){ number.length
                                   + (is_ordinal (text + number.length, length) ? length : 0),
                               count_number (&number) };
    }
  length = word_length (text);
  if (length == 0)
    length = foreign_length (text);
  if (length > 0)
    return (BulSpokenToken){ length, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (bul_spoken_starts (text, signs[i]))
      return (BulSpokenToken){ strlen (signs[i]), 1 };
  return (BulSpokenToken){ (gsize) (g_utf8_next_char (text) - text), 0 };
}
