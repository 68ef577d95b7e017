/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-parity-private.h"

#define COLD "영하 "

/* By any of these words an English sentence says that it is below zero. */
static gboolean
says_cold (const BulParitySide *side)
{
  static const char *const words[] = { "below",   "minus",    "Minus", "negative", "sub-zero",
                                       "subzero", "freezing", "frost", "Below",    "Sub-zero" };

  for (guint i = 0; i < side->n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (strstr (side->sentences[i], words[k]) != NULL)
        return TRUE;
  return FALSE;
}

static gboolean
is_of_number (char c)
{
  return g_ascii_isdigit (c) || c == '.' || c == ',';
}

/* @number, as it is written, before “degrees” or ° and without a minus. */
static gboolean
find_degrees (const BulParitySide *side, const char *number, guint *sentence, gsize *start)
{
  for (guint i = 0; i < side->n; i++)
    for (const char *text = side->sentences[i], *at = strstr (text, number); at != NULL;
         at = strstr (at + 1, number))
      {
        const char *behind = at + strlen (number);

        if ((at > text && (is_of_number (at[-1]) || at[-1] == '-'))
            || (at - text >= 3 && memcmp (at - 3, "−", 3) == 0) || is_of_number (*behind))
          continue;
        if (!g_str_has_prefix (behind, " degrees") && !g_str_has_prefix (behind, "°")
            && !g_str_has_prefix (behind, "-degree"))
          continue;
        *sentence = i;
        *start = (gsize) (at - text);
        return TRUE;
      }
  return FALSE;
}

/* What was told of the figure at that place of the English already: that it agrees; or %NULL. */
static BulFact *
find_told (const BulParity *self, guint sentence, gsize start)
{
  guint at = bul_chars_from_byte (self->english->sentences[sentence], start);

  for (guint i = 0; i < self->facts->len; i++)
    {
      BulFact *fact = self->facts->pdata[i];
      const BulFactPlace *place = fact->side == BUL_LANGUAGE_ENGLISH ? &fact->here : &fact->there;

      if (fact->kind == BUL_FACT_NUMBER && fact->agrees && place->text != NULL
          && place->sentence == sentence && place->range.start <= at && at < place->range.end)
        return fact;
    }
  return NULL;
}

static void
look_at (BulParity *self, guint i, const char *cold)
{
  const char *text = self->korean->sentences[i];
  const char *digits = cold + strlen (COLD);
  const char *end = digits;
  g_autofree char *number = NULL;
  guint sentence;
  gsize start;
  BulFact *fact;

  while (is_of_number (*end))
    end++;
  if (end == digits || !g_str_has_prefix (end, "도"))
    return;
  number = g_strndup (digits, (gsize) (end - digits));
  if (!find_degrees (self->english, number, &sentence, &start))
    return;
  fact = find_told (self, sentence, start);
  if (fact != NULL)
    g_ptr_array_remove (self->facts, fact);
  fact = bul_parity_tell (self, BUL_FACT_NUMBER, BUL_LANGUAGE_KOREAN, i, (gsize) (cold - text),
                          (gsize) (end - text) + strlen ("도"));
  bul_parity_tell_there (self, fact, sentence, start, start + strlen (number));
}

/* The figures agree: that it is below zero is a word. */
void
bul_parity_cold (BulParity *self)
{
  if (says_cold (self->english))
    return;
  for (guint i = 0; i < self->korean->n; i++)
    for (const char *at = strstr (self->korean->sentences[i], COLD); at != NULL;
         at = strstr (at + 1, COLD))
      look_at (self, i, at);
}
