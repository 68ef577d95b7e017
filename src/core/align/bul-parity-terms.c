/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-parity-private.h"

/* More terms than that are in no sentence that a person wrote. */
#define MOST_TOLD 40

typedef gboolean (*StandsIn) (const char *term, const char *sentence, gsize *start, gsize *end);

/* Whether something that differs was told of the words of the last fact before. */
static gboolean
is_told (const BulParity *self)
{
  const BulFact *last = self->facts->pdata[self->facts->len - 1];

  for (guint i = 0; i + 1 < self->facts->len; i++)
    {
      const BulFact *fact = self->facts->pdata[i];

      if (!fact->agrees && fact->kind != BUL_FACT_LEFT && fact->side == last->side
          && fact->here.sentence == last->here.sentence
          && fact->here.range.start < last->here.range.end
          && last->here.range.start < fact->here.range.end)
        return TRUE;
    }
  return FALSE;
}

/* Adds where one of @answers stands on the other side. */
static gboolean
find_answer (BulParity *self, BulFact *fact, const GPtrArray *answers)
{
  const BulParitySide *other = fact->side == BUL_LANGUAGE_KOREAN ? self->english : self->korean;
  StandsIn stands_in
      = fact->side == BUL_LANGUAGE_KOREAN ? bul_term_stands_in_english : bul_term_stands_in_korean;
  gsize start;
  gsize end;

  for (guint i = 0; i < answers->len; i++)
    for (guint j = 0; j < other->n; j++)
      if (stands_in (answers->pdata[i], other->sentences[j], &start, &end))
        {
          bul_parity_tell_there (self, fact, j, start, end);
          return TRUE;
        }
  return FALSE;
}

/* Of a term that both sides have is told once, on the Korean side. */
static void
tell (BulParity *self, BulLanguage side, guint sentence, const BulTermPlace *place)
{
  BulFact *fact = bul_parity_tell (self, BUL_FACT_TERM, side, sentence, place->start, place->end);

  fact->agrees = find_answer (self, fact, place->answers);
  if (!fact->agrees)
    fact->wanted = g_strdup (place->answers->pdata[0]);
  if (fact->agrees ? side == BUL_LANGUAGE_ENGLISH : is_told (self))
    g_ptr_array_set_size (self->facts, (int) self->facts->len - 1);
}

static void
look_at (BulParity *self, const BulTermIndex *terms, BulLanguage side)
{
  const BulParitySide *here = side == BUL_LANGUAGE_KOREAN ? self->korean : self->english;
  guint most = self->facts->len + MOST_TOLD;

  for (guint i = 0; i < here->n; i++)
    {
      g_autoptr (GArray) places = side == BUL_LANGUAGE_KOREAN
                                      ? bul_term_index_find_korean (terms, here->sentences[i])
                                      : bul_term_index_find_english (terms, here->sentences[i]);

      for (guint j = 0; j < places->len && self->facts->len < most; j++)
        tell (self, side, i, &g_array_index (places, BulTermPlace, j));
    }
}

/* What a desk has agreed to call something, and the other side does not. */
void
bul_parity_terms (BulParity *self)
{
  const GPtrArray *lexicons = self->options->lexicons;

  for (guint i = 0; lexicons != NULL && i < lexicons->len; i++)
    {
      const BulTermIndex *terms = bul_lexicon_get_terms (lexicons->pdata[i]);

      if (terms == NULL)
        continue;
      look_at (self, terms, BUL_LANGUAGE_KOREAN);
      look_at (self, terms, BUL_LANGUAGE_ENGLISH);
    }
}
