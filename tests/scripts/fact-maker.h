/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-fact.h"

G_BEGIN_DECLS

/* What is wrong with a pair that was made. */
typedef enum
{
  FACT_FAULT_NONE,
  FACT_FAULT_NUMBER,  /* another number */
  FACT_FAULT_DIGITS,  /* two digits in the wrong order */
  FACT_FAULT_UNIT,    /* ten thousand times too much or too little */
  FACT_FAULT_SHARE,   /* another share */
  FACT_FAULT_MONEY,   /* another currency */
  FACT_FAULT_NUMERAL, /* another number in words */
  FACT_FAULT_DATE,    /* another day of the month */
  FACT_FAULT_WEEKDAY,
  FACT_FAULT_CLOCK,        /* another time of the day */
  FACT_FAULT_NAME,         /* somebody else */
  FACT_FAULT_FOREIGN,      /* the same of a foreigner */
  FACT_FAULT_NAME_DROPPED, /* nobody */
  FACT_FAULT_QUOTE,        /* the marks are gone */
  FACT_FAULT_HANGUL,       /* a word that was not translated */
  FACT_FAULT_SENTENCE,     /* one of several sentences is gone */
  FACT_FAULT_TOLL,         /* the dead for the hurt */
  FACT_FAULT_DIRECTION,    /* fell for rose */
  FACT_FAULT_PLACE,        /* another city */
  FACT_FAULT_WEEK,         /* next week for this one */
  FACT_N_FAULTS,
} FactFault;

extern const char *const fact_fault_words[];

/* Which kind of fact tells of it. */
BulFactKind fact_fault_get_kind (FactFault fault);

/* A pair of invented news. */
typedef struct
{
  GPtrArray *korean; /* of char: sentences */
  GPtrArray *english;
} FactPair;

/* Makes a pair with @fault in it, on either side. */
FactPair *fact_maker_make (GRand *rand, FactFault fault);
void fact_pair_free (FactPair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactPair, fact_pair_free)

G_END_DECLS
