/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-parity-private.h"

#include <string.h>

/* A quotation of one word is a name, or a word that someone does not believe. */
#define LEAST_BLANKS 2

typedef struct
{
  guint sentence;
  gsize start;
  gsize end;
} Quotation;

/* Whether a quotation opens (1), closes (-1) or neither. */
static int
read_mark (gunichar c, gunichar before, gboolean is_open)
{
  if (c == 0x201c || c == 0x300c)
    return 1;
  if (c == 0x201d || c == 0x300d)
    return -1;
  if (c != '"')
    return 0;
  return !is_open || before == 0 || before == '(' || (before == ' ' && !is_open) ? 1 : -1;
}

/* What a text holds of marks of any kind. */
static gboolean
is_any_mark (gunichar c)
{
  return c == '"' || (c >= 0x2018 && c <= 0x201f) || (c >= 0x300a && c <= 0x300f) || c == '\''
         || c == 0xab || c == 0xbb || c == '`' || c == 0xb4;
}

/* [Speaker: words] is a soundbite, which quotes without marks. */
static gboolean
is_bite (const char *text)
{
  return *text == '[' && (strstr (text, ": ") != NULL || strstr (text, " :") != NULL);
}

static gboolean
has_marks (const BulParitySide *side)
{
  for (guint i = 0; i < side->n; i++)
    if (is_bite (side->sentences[i]))
      return TRUE;
  for (guint i = 0; i < side->n; i++)
    for (const char *p = side->sentences[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);
        gunichar next = g_utf8_get_char (g_utf8_next_char (p));
        gunichar before = p > side->sentences[i] ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;

        /* an apostrophe is within a word */
        if (is_any_mark (c)
            && !((c == '\'' || c == 0x2019) && g_unichar_isalnum (before)
                 && g_unichar_isalnum (next)))
          return TRUE;
      }
  return FALSE;
}

/* The first long quotation; FALSE where there is none, or where one goes on before or behind. */
static gboolean
find_quotation (const BulParitySide *side, Quotation *found)
{
  gboolean is_open = FALSE;
  gboolean any = FALSE;
  Quotation last = { 0, 0, 0 };

  for (guint i = 0; i < side->n; i++)
    {
      const char *text = side->sentences[i];
      gunichar before = 0;
      guint n_blanks = 0;

      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          int mark = read_mark (c, before, is_open);

          before = c;
          n_blanks += c == ' ';
          if (mark == 0)
            continue;
          if (is_open == (mark > 0))
            return FALSE;
          is_open = mark > 0;
          if (is_open)
            {
              last = (Quotation){ i, (gsize) (p - text), 0 };
              n_blanks = 0;
              continue;
            }
          last.end = (gsize) (g_utf8_next_char (p) - text);
          if (!any && last.sentence == i && n_blanks >= LEAST_BLANKS)
            {
              any = TRUE;
              *found = last;
            }
        }
    }
  return any && !is_open;
}

static gboolean
starts_any (const char *text, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

/* “…다”고, “…것”이라며: the words as a reporter tells them, which a Korean text puts between marks
 * all the same. */
static gboolean
is_told_in_korean (const BulParitySide *side, const Quotation *quotation)
{
  static const char *const endings[] = { "다", "것", "중" };
  static const char *const joints[]
      = { "고", "며", "면서", "라고", "라며", "라면서", "이라고", "이라며", "이라면서" };
  const char *text = side->sentences[quotation->sentence];
  const char *close = g_utf8_prev_char (text + quotation->end);
  const char *behind = text + quotation->end;

  return close - text > (gssize) strlen ("다")
         && starts_any (close - strlen ("다"), endings, G_N_ELEMENTS (endings))
         && starts_any (*behind == ' ' ? behind + 1 : behind, joints, G_N_ELEMENTS (joints));
}

/* Whether the English speaks for itself, which it does in quotations alone. */
static gboolean
speaks_for_itself (const char *text)
{
  static const char *const words[] = { " I ", " we ", " We ", " my ", " our ", " us ", " me " };

  if (g_str_has_prefix (text, "I ") || g_str_has_prefix (text, "We "))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* “said taxes would not rise”, “warned about”: the verb, and behind it what was said as part of the
 * sentence. “said, Taxes will not rise” has lost its marks. */
static gboolean
is_told_in_english (const char *text)
{
  static const char *const verbs[]
      = { " said ",         " says ",        " saying ",      " told ",      " stressed ",
          " emphasized ",   " insisted ",    " insisting ",   " warned ",    " argued ",
          " claimed ",      " added ",       " noted ",       " announced ", " explained ",
          " acknowledged ", " pointed out ", " confirmed ",   " reported ",  " stressing ",
          " predicted ",    " suggested ",   " estimated ",   " declared ",  " asserted ",
          " indicated ",    "According to ", " according to " };

  if (speaks_for_itself (text))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *verb = strstr (text, verbs[i]);

      if (verb != NULL && strlen (verb) > strlen (verbs[i]) + 12)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_side_told_in_english (const BulParitySide *side)
{
  for (guint i = 0; i < side->n; i++)
    if (speaks_for_itself (side->sentences[i]))
      return FALSE;
  for (guint i = 0; i < side->n; i++)
    if (is_told_in_english (side->sentences[i]))
      return TRUE;
  return FALSE;
}

/* “… calls it "out of the question"”: some words of somebody's, within a sentence. */
static gboolean
is_some_words (const BulParitySide *side, const Quotation *quotation)
{
  const char *text = side->sentences[quotation->sentence];
  const char *open = g_utf8_next_char (text + quotation->start);

  return quotation->start > 0 && g_ascii_islower (*open);
}

void
bul_parity_quotes (BulParity *self)
{
  Quotation found;

  if (find_quotation (self->korean, &found) && !has_marks (self->english))
    {
      if (is_told_in_korean (self->korean, &found) && is_side_told_in_english (self->english))
        return;
      bul_parity_tell (self, BUL_FACT_QUOTE, BUL_LANGUAGE_KOREAN, found.sentence, found.start,
                       found.end);
    }
  else if (find_quotation (self->english, &found) && !has_marks (self->korean)
           && !is_some_words (self->english, &found))
    bul_parity_tell (self, BUL_FACT_QUOTE, BUL_LANGUAGE_ENGLISH, found.sentence, found.start,
                     found.end);
}
