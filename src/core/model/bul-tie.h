/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BulTie:
 * @korean: a stem, or how a longer one begins
 * @english: a stem
 * @n_pairs: pairs of sentences in which both stand and nothing known answers them
 * @mass: how much these say together, in thousandths: less where more words are left
 * @n_korean, @n_english: pairs in which either is left, whatever the other side has
 *
 * A Korean and an English word that may answer each other.
 */
typedef struct
{
  char *korean;
  char *english;
  guint n_pairs;
  guint mass;
  guint n_korean;
  guint n_english;
} BulTie;

BulTie *bul_tie_new (const char *korean, const char *english);
void bul_tie_free (BulTie *self);

/* Returns: (transfer full): an empty list (element-type BulTie) that owns what is in it. */
GPtrArray *bul_ties_new (void);

G_END_DECLS
