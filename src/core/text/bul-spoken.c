/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-spoken.h"

#include <string.h>

#include "bul-spoken-private.h"

/* In bytes: what is opened and closed farther on is no aside. */
#define LONGEST_BRACKET 600

static const struct
{
  const char *open;
  const char *close;
} brackets[] = {
  { "(", ")" },
  { "[", "]" },
  { "（", "）" },
  { "［", "］" },
};

/* Length in bytes of the bracket that @text begins with, with what is in it; 0: none, or it is not
 * closed. */
static gsize
bracket_length (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *end = NULL;

      if (!bul_spoken_starts (text, brackets[i].open))
        continue;
      end = g_strstr_len (text, LONGEST_BRACKET, brackets[i].close);
      return end == NULL ? 0 : (gsize) (end - text) + strlen (brackets[i].close);
    }
  return 0;
}

static BulSpokenToken
read_token (const char *text, BulSpoken language)
{
  gsize length;

  if (*text == ' ')
    return (BulSpokenToken){ 1, 0 };
  length = bracket_length (text);
  if (length > 0)
    return (BulSpokenToken){ length, 0 };
  return language == BUL_SPOKEN_KOREAN ? bul_spoken_korean_read (text)
                                       : bul_spoken_english_read (text);
}

static guint
count_chars (const char *text, gsize length)
{
  return length == 1 ? 1 : (guint) g_utf8_strlen (text, (gssize) length);
}

double
bul_spoken_count (const char *text, BulSpoken language, guint start, guint end)
{
  double count = 0;
  guint at = 0;

  g_return_val_if_fail (text != NULL, 0);

  while (*text != '\0' && at < end)
    {
      BulSpokenToken token = read_token (text, language);
      guint n_chars = count_chars (text, token.length);
      guint first = MAX (at, start);
      guint last = MIN (at + n_chars, end);

      if (token.units > 0 && last > first)
        count += last - first == n_chars ? token.units
                                         : token.units * (last - first) / (double) n_chars;
      at += n_chars;
      text += token.length;
    }
  return count;
}

BulSpoken
bul_spoken_guess (const char *text, const char *language)
{
  guint n_hangul = 0;
  guint n_latin = 0;

  g_return_val_if_fail (text != NULL, BUL_SPOKEN_KOREAN);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      n_hangul += bul_spoken_is_hangul (c);
      n_latin += g_ascii_isalpha (*text);
    }
  if (g_strcmp0 (language, "ko") == 0)
    return n_hangul == 0 && n_latin > 0 ? BUL_SPOKEN_ENGLISH : BUL_SPOKEN_KOREAN;
  if (g_strcmp0 (language, "en") == 0)
    return n_hangul > n_latin ? BUL_SPOKEN_KOREAN : BUL_SPOKEN_ENGLISH;
  /* A Korean word takes about a third of the letters of an English one. */
  return n_hangul * 3 >= n_latin && n_hangul > 0 ? BUL_SPOKEN_KOREAN : BUL_SPOKEN_ENGLISH;
}
