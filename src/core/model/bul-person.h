/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulPerson:
 * @uid: who it is, for ever
 * @korean: (nullable): the name as we write it in Korean; @english: (nullable): in English
 * @others: (nullable): other spellings that were seen, one a line
 * @family: (nullable): the family name
 * @merged_into: (nullable): uid of the person that this one turned out to be
 *
 * Somebody in the news, over all stories. A speaker of a story may point at one. A record that was
 * merged is kept as it was.
 */
typedef struct
{
  BulRecord record;

  char *uid;
  char *korean;
  char *english;
  char *others;
  char *family;
  char *note;
  char *merged_into;
} BulPerson;

extern const BulRecordType bul_person_type;

/* The name to show first: the Korean, the English, or one that was seen. */
const char *bul_person_get_name (const BulPerson *self);

/* Whether @name is one of the names, to the letter. */
gboolean bul_person_has_name (const BulPerson *self, const char *name);

/* Adds a spelling, unless it is a name already. */
void bul_person_add_name (BulPerson *self, const char *name);

/* Returns: (transfer full): the code of a tag that says of words who is meant. */
char *bul_person_dup_code (const char *uid);

/* The uid in such a code, borrowed from it; %NULL in any other code. */
const char *bul_person_read_code (const char *code);

G_END_DECLS
