/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An entry of the vocabulary that stories are tagged with. */
typedef struct
{
  const char *code; /* prefix:name, as a tag has it */
  const char *english;
  const char *korean;
} BulConcept;

/* Returns: all of them, in the order of a newsroom's desks. */
const BulConcept *bul_concept_list (guint *n_concepts);

/* The concept with @code, or %NULL. */
const BulConcept *bul_concept_find (const char *code);

/* The concept that is called @name in either language, whatever the case of its letters; or %NULL.
 */
const BulConcept *bul_concept_find_by_name (const char *name);

/* Its name in @language; English where that is not Korean. */
const char *bul_concept_get_name (const BulConcept *self, const char *language);

G_END_DECLS
