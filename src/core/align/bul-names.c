/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-names-private.h"

#include <string.h>

#include "bul-normal.h"
#include "bul-stem.h"

#define SYLLABLE 3 /* bytes of one, in UTF-8 */
#define LONGEST 20 /* syllables of a word */

void
bul_name_clear (BulName *name)
{
  g_free (name->text);
  g_free (name->stem);
}

/* --- Korean */

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static const char *
end_of_hangul (const char *at)
{
  while (is_hangul (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* What stands behind a person's name, with or without particles. */
static gboolean
is_title (const char *at)
{
  static const char *const titles[]
      = { "씨",     "기자",   "의원", "장관",   "차관",   "대통령", "총리", "대표",
          "교수",   "앵커",   "시장", "회장",   "특파원", "위원장", "지사", "감독",
          "선수",   "검사",   "판사", "변호사", "소방관", "경위",   "경감", "사장",
          "이사장", "총장",   "청장", "국장",   "과장",   "팀장",   "부장", "실장",
          "원장",   "센터장", "박사", "연구원", "대변인", "후보" };
  const char *end = end_of_hangul (at);

  if (end - at > 6 * SYLLABLE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      gsize size = strlen (titles[i]);
      g_autofree char *rest = NULL;

      if ((gsize) (end - at) < size || memcmp (at, titles[i], size) != 0)
        continue;
      rest = g_strndup (at + size, (gsize) (end - at) - size);
      if (*rest == '\0' || bul_stem_is_particle (rest))
        return TRUE;
    }
  return FALSE;
}

void
bul_names_read_korean (GArray *names, const char *text, guint sentence)
{
  for (const char *at = text; *at != '\0' && names->len < BUL_NAMES_MOST;)
    {
      const char *end = end_of_hangul (at);
      BulName name = { .sentence = sentence };

      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      if (end - at <= LONGEST * SYLLABLE)
        {
          name.text = g_strndup (at, (gsize) (end - at));
          name.stem = bul_stem_korean (name.text);
          name.start = (gsize) (at - text);
          name.end = (gsize) (end - text);
          name.has_phonemes = bul_phonemes_from_korean (name.text, &name.phonemes);
          name.has_title = *end == ' ' && is_title (end + 1);
          g_array_append_val (names, name);
        }
      at = end;
    }
}

/* --- English */

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalpha (g_utf8_get_char (at));
}

/* A word with its hyphens and apostrophes, without a possessive s. */
static const char *
end_of_word (const char *at)
{
  const char *end = at;

  while (*end != '\0'
         && (is_letter (end) || ((*end == '-' || *end == '\'') && is_letter (end + 1))))
    {
      if (*end == '\'' && end[1] == 's' && !is_letter (end + 2))
        break;
      end = g_utf8_next_char (end);
    }
  return end;
}

/* Small letters of ASCII; empty where it has others. */
static char *
fold (const char *at, const char *end)
{
  g_autofree char *plain = bul_normalize (at, end - at, G_NORMALIZE_NFD);
  GString *folded = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isalpha (*p))
      g_string_append_c (folded, g_ascii_tolower (*p));
    else if (is_letter (p))
      {
        g_string_truncate (folded, 0);
        break;
      }
  return g_string_free (folded, FALSE);
}

/* Whether a sentence or a quotation begins at @at. */
static gboolean
begins (const char *text, const char *at)
{
  const char *p = at;

  while (p > text)
    {
      gunichar c = g_utf8_get_char (p = g_utf8_prev_char (p));

      if (c == ' ' || c == '"' || c == '\'' || c == '(' || c == '[' || (c >= 0x2018 && c <= 0x201d))
        continue;
      return c == ']' || strchr (".!?:;", (int) (c < 0x80 ? c : 'a')) != NULL || c == 0x2026
             || c == 0x2014;
    }
  return TRUE;
}

static gboolean
is_quoted (const char *text, const char *at)
{
  const char *before = at > text ? g_utf8_prev_char (at) : at;

  return before < at && (*before == '"' || g_utf8_get_char (before) == 0x201c);
}

static gboolean
is_shout (const char *at, const char *end)
{
  for (const char *p = at; p < end; p++)
    if (g_ascii_islower (*p))
      return FALSE;
  return TRUE;
}

/* Koreans write 우 as woo. */
static const char *
skip_glide (const char *part)
{
  return g_str_has_prefix (part, "woo") || g_str_has_prefix (part, "wu") ? part + 1 : part;
}

/* With its hyphens, so that the k and h of Hyuk-hyun stay apart. */
static gboolean
read_sounds (const char *at, const char *end, BulPhonemes *phonemes)
{
  g_autoptr (GString) sounds = g_string_new (NULL);

  for (const char *p = at; p < end;)
    {
      const char *hyphen = memchr (p, '-', (gsize) (end - p));
      const char *part_end = hyphen == NULL ? end : hyphen;
      g_autofree char *part = fold (p, part_end);

      g_string_append_printf (sounds, "%s%s", sounds->len > 0 ? "-" : "",
                              hyphen != NULL || p > at ? skip_glide (part) : part);
      p = part_end + (hyphen != NULL);
    }
  return bul_phonemes_from_english (sounds->str, phonemes);
}

/* Whether most words have a capital, so that it says nothing: a headline. */
static gboolean
is_headline (const char *text)
{
  guint n_capital = 0;
  guint n = 0;

  for (const char *at = text; *at != '\0';)
    {
      const char *end = end_of_word (at);

      if (end - at >= 4)
        {
          n++;
          n_capital += g_unichar_isupper (g_utf8_get_char (at));
        }
      at = end == at ? g_utf8_next_char (at) : end;
    }
  return n >= 3 && n_capital * 4 >= n * 3;
}

void
bul_names_read_english (GArray *names, const char *text, guint sentence)
{
  const char *last = NULL;
  guint run = names->len + 1;
  gboolean is_title = is_headline (text);

  for (const char *at = text; *at != '\0' && names->len < BUL_NAMES_MOST;)
    {
      const char *end = end_of_word (at);
      BulName name = { .sentence = sentence };

      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      if (g_unichar_isupper (g_utf8_get_char (at)))
        {
          if (last == NULL || at != last + 1 || *last != ' ')
            run = names->len + 1;
          last = end;
          name.text = fold (at, end);
          name.stem = bul_stem_english (name.text);
          name.start = (gsize) (at - text);
          name.end = (gsize) (end - text);
          name.run = run;
          name.is_initial = is_title || begins (text, at) || is_quoted (text, at);
          name.is_shout = is_shout (at, end);
          name.has_hyphen = memchr (at, '-', (gsize) (end - at)) != NULL;
          name.has_phonemes = *name.text != '\0' && read_sounds (at, end, &name.phonemes);
          g_array_append_val (names, name);
        }
      at = end;
    }
}
