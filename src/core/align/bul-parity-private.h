/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-parity.h"

G_BEGIN_DECLS

/* A pair that is compared, and what was found so far. */
typedef struct
{
  const BulParitySide *korean;
  const BulParitySide *english;
  const BulParityOptions *options;
  GPtrArray *facts; /* of BulFact */
} BulParity;

/* Tells what stands at the bytes of a sentence of @side, which the other side lacks. */
BulFact *bul_parity_tell (
    BulParity *self, BulFactKind kind, BulLanguage side, guint sentence, gsize start, gsize end);

/* Adds the place on the other side. */
void bul_parity_tell_there (BulParity *self, BulFact *fact, guint sentence, gsize start, gsize end);

/* Lets it stand there instead. What it held is not freed. */
void bul_parity_move (
    BulParity *self, BulFact *fact, BulLanguage side, guint sentence, gsize start, gsize end);

/* One function for each sort of fact; each looks at the whole pair. */
void bul_parity_figures (BulParity *self);
void bul_parity_cold (BulParity *self);
void bul_parity_opposites (BulParity *self);
void bul_parity_names (BulParity *self);
void bul_parity_places (BulParity *self);
void bul_parity_quotes (BulParity *self);
void bul_parity_letters (BulParity *self);
void bul_parity_left (BulParity *self);
void bul_parity_terms (BulParity *self);

G_END_DECLS
