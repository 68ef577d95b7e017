/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-romanization.h"

#include <string.h>

#include "bul-stem.h"

/* Syllables of a given name; most have two. */
#define MOST_SYLLABLES 4

/* Letters; a bit each, and one for the end. */
#define LONGEST 30

/* How letters are spelled, with blanks between; - for not at all. In the order of Unicode. */
static const char *const onsets[]
    = { "g k",  "kk gg k g", "n",    "d t",     "tt dd t d", "r l n -", "m",
        "b p",  "pp bb p b", "s sh", "ss s sh", "- y",       "j ch z",  "jj j ch",
        "ch j", "k",         "t",    "p",       "h" };

static const char *const vowels[] = { "a ah ar",
                                      "ae ai e ay",
                                      "ya yah",
                                      "yae ye",
                                      "eo u o uh ou ea",
                                      "e ae eh",
                                      "yeo yu yo you yuh",
                                      "ye yae e",
                                      "o oh",
                                      "wa wha",
                                      "wae wai",
                                      "oe oi we",
                                      "yo yoh",
                                      "u oo ou woo wu ue",
                                      "wo weo",
                                      "we weh",
                                      "wi wee ui",
                                      "yu yoo you",
                                      "eu u oo",
                                      "ui ee eui i hee",
                                      "i ee y yi ie ih" };

static const char *const codas[] = { "-",   "k g ck c", "k g", "k",   "n",   "n",   "n",
                                     "d t", "l r",      "k",   "m",   "l",   "l",   "l",
                                     "l p", "l",        "m",   "p b", "p b", "t s", "t s",
                                     "ng",  "t",        "t",   "k",   "t",   "p",   "t" };

static gboolean
is_syllable (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

/* Places of @english, as bits from its beginning, behind each of @spellings that stands at a place
 * of @places. */
static guint32
take (const char *spellings, const char *english, gsize length, guint32 places)
{
  guint32 behind = 0;

  for (const char *at = spellings; *at != '\0';)
    {
      gsize size = strcspn (at, " ");

      for (gsize place = 0; place <= length; place++)
        {
          if ((places & 1u << place) == 0)
            continue;
          if (*at == '-')
            behind |= 1u << place;
          else if (place + size <= length && memcmp (english + place, at, size) == 0)
            behind |= 1u << (place + size);
        }
      at += size + (at[size] == ' ');
    }
  return behind;
}

gboolean
bul_romanization_matches (const char *korean, const char *english)
{
  g_auto (GStrv) parts = g_strsplit (english, "-", -1);
  g_autofree char *letters = g_strjoinv ("", parts);
  gsize length = strlen (letters);
  guint32 places = 1;
  guint n = 0;

  if (length == 0 || length > LONGEST)
    return FALSE;
  for (const char *p = korean; n < MOST_SYLLABLES && is_syllable (g_utf8_get_char (p));)
    {
      guint index = g_utf8_get_char (p) - 0xac00;

      places = take (onsets[index / 588], letters, length, places);
      places = take (vowels[index % 588 / 28], letters, length, places);
      places = take (codas[index % 28], letters, length, places);
      p = g_utf8_next_char (p);
      n++;
      if ((places & 1u << length) != 0 && (n >= 2 || *p == '\0' || bul_stem_is_particle (p)))
        return TRUE;
    }
  return FALSE;
}
