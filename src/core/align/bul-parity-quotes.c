/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-parity-private.h"

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

void
bul_parity_quotes (BulParity *self)
{
  Quotation found;

  if (find_quotation (self->korean, &found) && !has_marks (self->english))
    bul_parity_tell (self, BUL_FACT_QUOTE, BUL_LANGUAGE_KOREAN, found.sentence, found.start,
                     found.end);
  else if (find_quotation (self->english, &found) && !has_marks (self->korean))
    bul_parity_tell (self, BUL_FACT_QUOTE, BUL_LANGUAGE_ENGLISH, found.sentence, found.start,
                     found.end);
}
