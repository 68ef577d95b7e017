/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-splitter.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "bul-chars.h"

typedef struct
{
  const char *text;
  const char *end;
  gboolean korean;
} Splitter;

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xff01 || c == 0xff1f
         || c == 0x2026;
}

static gboolean
is_closer (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0x201d || c == 0x2019
         || c == 0x300d || c == 0x300f || c == 0xbb;
}

static gboolean
is_opener (gunichar c)
{
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201c || c == 0x2018 || c == 0x300c
         || c == 0x300e || c == 0xab || c == '-' || c == 0x2013 || c == 0x2014;
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static gboolean
begins_with_any (const char *at, const char *const *list)
{
  for (; *list != NULL; list++)
    if (g_str_has_prefix (at, *list))
      return TRUE;
  return FALSE;
}

/* Words that take up the quotation before them. Those that may be a name or a verb as well (고 is a
 * family name) do so only where quotation marks end before them, at @before. */
static gboolean
takes_up_quotation (const char *before, const char *at)
{
  static const char *const sure[]
      = { "라고", "이라고", "라며", "이라며", "라는", "이라는", "라면서", NULL };
  static const char *const unsure[] = { "하고 ", "고 ", "며 ", NULL };
  gunichar c = g_utf8_get_char (g_utf8_prev_char (before));

  return begins_with_any (at, sure) || (is_closer (c) && begins_with_any (at, unsure));
}

/* More stops and closers than this behind each other end no sentence of anyone's. */
#define MOST_STOPS 40

/* Before the stops and closers that end in front of @at. */
static gunichar
last_letter (const Splitter *self, const char *at, const char **where)
{
  const char *p = at;

  for (guint i = 0; p > self->text && i < MOST_STOPS; i++)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!is_stop (c) && !is_closer (c) && !bul_chars_is_blank (c))
        {
          *where = p;
          return c;
        }
    }
  *where = p;
  return 0;
}

/* What may stand with a full stop in the middle of a sentence, in small letters. */
static const char *const abbreviations[] = {
  "mr",     "mrs",  "ms",    "dr",    "prof",   "sen",   "rep",   "gov",     "gen",     "lt",
  "col",    "sgt",  "capt",  "cmdr",  "adm",    "maj",   "rev",   "hon",     "st",      "jr",
  "sr",     "vs",   "inc",   "corp",  "co",     "ltd",   "dept",  "gov't",   "jan",     "feb",
  "mar",    "apr",  "jun",   "jul",   "aug",    "sep",   "sept",  "oct",     "nov",     "dec",
  "a.m",    "p.m",  "u.s",   "u.n",   "u.k",    "e.u",   "d.c",   "i.e",     "e.g",     "etc",
  "approx", "ave",  "blvd",  "mt",    "ft",     "fig",   "al",    "spc",     "pvt",     "cpl",
  "supt",   "atty", "d.n.i", "v",     "messrs", "ph.d",  "m.d",   "brig",    "insp",    "det",
  "asst",   "assn", "bros",  "intl",  "natl",   "univ",  "exec",  "vol",     "ed",      "calif",
  "fla",    "ariz", "colo",  "conn",  "mich",   "minn",  "okla",  "tenn",    "wis",     "n.y",
  "n.j",    "n.c",  "s.c",   "n.h",   "n.m",    "n.d",   "s.d",   "r.i",     "l.a",     "u.s.a",
  "b.a",    "m.a",  "tues",  "thurs", "fri",    "u.a.e", "u.s.s", "s.korea", "n.korea", "hon.b.a",
  "llc",    "mgr",  "dir",   "gov't", "viz",    "cf",    "mts",
};

/* Those that may well end a sentence: what follows tells. */
static const char *const may_end[]
    = { "inc", "corp", "co",    "ltd",   "jr",  "sr",    "a.m",  "p.m", "u.s",
        "u.n", "u.k",  "e.u",   "d.c",   "etc", "u.s.a", "ph.d", "m.d", "n.y",
        "n.j", "l.a",  "u.a.e", "calif", "fla", "llc",   "bros", "fri", "ed" };

/* Of a time of the day. */
static const char *const halves[] = { "a.m", "p.m" };

static gboolean
is_listed (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Words that open a sentence and no name. */
static gboolean
opens_sentence (const char *at)
{
  static const char *const words[]
      = { "The ", "A ",    "An ",  "It ",   "He ",  "She ",  "They ", "We ",  "I ",    "But ",
          "And ", "In ",   "On ",  "At ",   "For ", "This ", "That ", "If ",  "When ", "There ",
          "As ",  "After", "With", "While", "His ", "Her ",  "Its ",  "Our ", "You ",  "However" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (at, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether what follows a time of the day belongs to it: 9 p.m. Friday, 9 p.m. Seoul time. */
static gboolean
goes_on_with_time (const char *at)
{
  static const char *const words[]
      = { "Mon", "Tue", "Wed",  "Thu",  "Fri",  "Sat",  "Sun",  "Jan",   "Feb", "Mar",
          "Apr", "May", "June", "July", "Aug",  "Sep",  "Oct",  "Nov",   "Dec", "KST",
          "JST", "GMT", "UTC",  "EST",  "EDT",  "ET",   "CET",  "CST",   "CDT", "PST",
          "PDT", "PT",  "BST",  "MST",  "East", "Paci", "Cent", "Korea", "(",   NULL };
  const char *time = strstr (at, " time");

  return !g_ascii_isalpha (*at) || begins_with_any (at, words)
         || (time != NULL && memchr (at, '.', (gsize) (time - at)) == NULL && time - at < 24);
}

/* Whether the word that ends at @last, which a full stop follows, is one that needs it, before what
 * stands at @after. */
static gboolean
is_abbreviated (const Splitter *self, const char *last, const char *after)
{
  const char *start = last;
  g_autofree char *word = NULL;

  while (start > self->text && (g_ascii_isalpha (start[-1]) || start[-1] == '.'))
    start--;
  if (!g_ascii_isalpha (*start))
    return FALSE;
  word = g_ascii_strdown (start, last + 1 - start);
  /* an initial: George W. Bush */
  if (word[1] == '\0' && g_ascii_isupper (*start) && strcmp (word, "i") != 0)
    return !opens_sentence (after) || g_str_has_prefix (after, "A ");
  if (strcmp (word, "no") == 0)
    return g_ascii_isdigit (*after);
  if (is_listed (word, halves, G_N_ELEMENTS (halves)) && !goes_on_with_time (after))
    return FALSE;
  if (opens_sentence (after) && is_listed (word, may_end, G_N_ELEMENTS (may_end)))
    return FALSE;
  return is_listed (word, abbreviations, G_N_ELEMENTS (abbreviations));
}

static gboolean
cuts_english (const Splitter *self, const char *before, const char *after)
{
  const char *last;
  gunichar first = g_utf8_get_char (after);
  gboolean one_stop;

  while (is_opener (first) && *after != '\0')
    {
      after = g_utf8_next_char (after);
      first = g_utf8_get_char (after);
    }
  if (g_unichar_islower (first))
    return FALSE;
  last_letter (self, before, &last);
  /* a quotation may end with an initial: “K.” */
  one_stop = last[0] != '\0' && last[1] == '.' && (last[2] == '\0' || g_ascii_isspace (last[2]));
  return !one_stop || !is_abbreviated (self, last, after);
}

/* Whether a sentence ends at @before and the next begins at @after; @blank: blanks lie between. */
static gboolean
cuts_korean (const Splitter *self, const char *before, const char *after)
{
  const char *last;
  gunichar c = last_letter (self, before, &last);
  const char *letter_end = c == 0 ? last : g_utf8_next_char (last);

  if (takes_up_quotation (before, after))
    return FALSE;
  /* A dot behind a figure or a Latin letter is seldom an end: 2026. 3. 18., No. 4 */
  if (!is_hangul (c) && *letter_end == '.')
    return !g_unichar_isdigit (c) && g_unichar_isalpha (c) && is_hangul (g_utf8_get_char (after))
           && c > 0x7f;
  return TRUE;
}

static void
add (GArray *sentences, const Splitter *self, const char *start, const char *end)
{
  gsize length;
  const char *trimmed = bul_chars_trim (start, (gsize) (end - start), &length);
  BulSentence sentence
      = { (gsize) (trimmed - self->text), (gsize) (trimmed - self->text) + length };

  if (length > 0)
    g_array_append_val (sentences, sentence);
}

/* Every stop behind which a blank or the end comes. */
static void
split_korean (const Splitter *self, GArray *sentences)
{
  const char *start = self->text;

  for (const char *p = self->text; p < self->end;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *after;

      p = g_utf8_next_char (p);
      if (c == '\n' || c == 0x2028)
        {
          add (sentences, self, start, p);
          start = p;
        }
      if (!is_stop (c))
        continue;
      while (p < self->end && (is_stop (g_utf8_get_char (p)) || is_closer (g_utf8_get_char (p))))
        p = g_utf8_next_char (p);
      after = p;
      while (after < self->end && bul_chars_is_blank (g_utf8_get_char (after)))
        after = g_utf8_next_char (after);
      if (after == p || after == self->end || !cuts_korean (self, p, after))
        continue;
      add (sentences, self, start, p);
      start = p;
    }
  add (sentences, self, start, self->end);
}

/* The breaks of ICU, each looked at again. Its own list of abbreviations is not asked: it takes the
 * end of any word for one of them, so that NATO would end no sentence. */
static void
split_english (const Splitter *self, GArray *sentences)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *units = utext_openUTF8 (NULL, self->text, self->end - self->text, &status);
  UBreakIterator *breaks = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);
  gsize start = 0;

  if (U_SUCCESS (status))
    ubrk_setUText (breaks, units, &status);
  if (U_SUCCESS (status))
    for (int32_t at = ubrk_next (breaks); at != UBRK_DONE; at = ubrk_next (breaks))
      {
        const char *here = self->text + at;
        gboolean is_line
            = at > 0 && (here[-1] == '\n' || (at > 2 && memcmp (here - 3, "\u2028", 3) == 0));

        if (here < self->end && !is_line && !cuts_english (self, here, here))
          continue;
        add (sentences, self, self->text + start, here);
        start = (gsize) at;
      }
  add (sentences, self, self->text + start, self->end);
  ubrk_close (breaks);
  utext_close (units);
}

GArray *
bul_splitter_split (const char *text, const char *language)
{
  Splitter self = { text, text + strlen (text), g_strcmp0 (language, "ko") == 0 };
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (BulSentence));

  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), sentences);

  if (self.korean)
    split_korean (&self, sentences);
  else
    split_english (&self, sentences);
  return sentences;
}
