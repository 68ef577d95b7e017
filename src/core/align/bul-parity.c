/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-parity.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-parity-private.h"

/* To add one: a function that looks at a pair, and a row here. */
static void (*const comparers[]) (BulParity *self) = {
  /* which numbers agree is asked by the next one */
  bul_parity_figures,
  bul_parity_cold,
  bul_parity_opposites,
  /* what is no name by itself may be a place */
  bul_parity_names,
  bul_parity_places,
  /* each for itself */
  bul_parity_quotes,
  bul_parity_letters,
  bul_parity_left,
  bul_parity_terms,
};

static void
set_place (BulFactPlace *place, const BulParitySide *side, guint sentence, gsize start, gsize end)
{
  const char *text = side->sentences[sentence];

  place->sentence = sentence;
  place->text = g_strndup (text + start, end - start);
  place->range.start = bul_chars_from_byte (text, start);
  place->range.end = place->range.start + bul_chars_count (place->text);
}

void
bul_parity_move (
    BulParity *self, BulFact *fact, BulLanguage side, guint sentence, gsize start, gsize end)
{
  fact->side = side;
  set_place (&fact->here, side == BUL_LANGUAGE_KOREAN ? self->korean : self->english, sentence,
             start, end);
}

BulFact *
bul_parity_tell (
    BulParity *self, BulFactKind kind, BulLanguage side, guint sentence, gsize start, gsize end)
{
  BulFact *fact = g_new0 (BulFact, 1);

  fact->kind = kind;
  bul_parity_move (self, fact, side, sentence, start, end);
  g_ptr_array_add (self->facts, fact);
  return fact;
}

void
bul_parity_tell_there (BulParity *self, BulFact *fact, guint sentence, gsize start, gsize end)
{
  set_place (&fact->there, fact->side == BUL_LANGUAGE_KOREAN ? self->english : self->korean,
             sentence, start, end);
}

GPtrArray *
bul_parity_compare (const BulParitySide *korean,
                    const BulParitySide *english,
                    const BulParityOptions *options)
{
  static const BulParityOptions none;
  BulParity self = {
    .korean = korean,
    .english = english,
    .options = options == NULL ? &none : options,
    .facts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_fact_free),
  };

  if (korean->n == 0 || english->n == 0)
    return self.facts;
  for (guint i = 0; i < G_N_ELEMENTS (comparers); i++)
    comparers[i](&self);
  return self.facts;
}
