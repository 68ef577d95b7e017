/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-range.h"
#include "bul-segment.h"

G_BEGIN_DECLS

/* What two languages must have in common, whatever their words. */
typedef enum
{
  BUL_FACT_NUMBER = 1,
  BUL_FACT_DATE,     /* days, months, weekdays, times of the day */
  BUL_FACT_NAME,     /* of a person, a place, a firm */
  BUL_FACT_QUOTE,    /* words in quotation marks */
  BUL_FACT_LETTERS,  /* words that are still in the other language */
  BUL_FACT_LEFT,     /* a sentence, or much of one, that nothing answers */
  BUL_FACT_TERM,     /* what a desk has agreed to call something */
  BUL_FACT_OPPOSITE, /* rose and fell, guilty and acquitted */
} BulFactKind;

/* `number`, `date`, … */
extern const char *const bul_fact_kind_words[];

/* Where a fact is said: a range of the sentence of that number, and its words. */
typedef struct
{
  guint sentence;
  BulRange range;
  char *text;
} BulFactPlace;

/**
 * BulFact:
 * @side: the language of @here
 * @agrees: whether both sides say it
 * @here: where it is said
 * @there: what answers it in the other language, or what was probably meant to; without text where
 * nothing is near. Where both sides say something else, @here is Korean.
 * @proposal: (nullable): what could stand in the place of @there, which is English, so that it says
 * what the Korean says
 * @wanted: (nullable): of a term: what the other side would call it
 *
 * One fact of a pair of sentences.
 */
typedef struct
{
  BulFactKind kind;
  BulLanguage side;
  gboolean agrees;
  BulFactPlace here;
  BulFactPlace there;
  char *proposal;
  char *wanted;
} BulFact;

void bul_fact_free (BulFact *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFact, bul_fact_free)

G_END_DECLS
