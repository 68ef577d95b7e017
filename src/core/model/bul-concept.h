/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulConcept:
 * @code: prefix:name, as a tag has it; one that was given stays for ever
 * @korean: (nullable): what it is called; it has a name in one language at least
 * @english: (nullable): the same
 * @note: (nullable): what belongs to it, for people
 * @match: (nullable): code of the same thing in another vocabulary, such as a Media Topic of IPTC
 * @merged_into: (nullable): code of the concept that took its place
 * @retired: whether it is given to stories no more; those that have it keep it
 * @parents: (nullable): codes of the broader ones
 * @other_korean: (nullable): what it is called besides
 * @other_english: (nullable): the same
 *
 * An entry of a vocabulary that stories are tagged with.
 */
typedef struct
{
  BulRecord record;

  char *code;
  char *korean;
  char *english;
  char *note;
  char *match;
  char *merged_into;
  gboolean retired;
  GStrv parents;
  GStrv other_korean;
  GStrv other_english;
} BulConcept;

extern const BulRecordType bul_concept_type;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulConcept, bul_record_free)

BulConcept *bul_concept_new (const char *code);

/* Its name in @language; in the other one where it has none, and else its code. Borrowed. */
const char *bul_concept_get_name (const BulConcept *self, const char *language);

/* Whether stories may be given it. */
gboolean bul_concept_is_current (const BulConcept *self);

/* Whether @text is prefix:name, as a code has to be. */
gboolean bul_concept_is_code (const char *text);

/* Returns: (transfer full): @name as names are compared: whatever the case of its letters and the
 * blanks in it. */
char *bul_concept_dup_comparable (const char *name);

G_END_DECLS
