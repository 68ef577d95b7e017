/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-people.h"
#include "bul-phonemes.h"

G_BEGIN_DECLS

/*
 * The names of everybody, so that those that may be the same stand under one key: the letters
 * alone, or the family name and the consonants of the rest, in which a Korean name and its
 * spellings in Latin letters agree.
 */
typedef struct
{
  const BulFlowPerson *person;
  char *letters;
  gboolean is_hangul;
} BulNameForm;

/* How a form sounds, without its family name where it has one. */
typedef struct
{
  const BulNameForm *form;
  BulPhonemes sounds;
} BulNameSound;

typedef struct
{
  GPtrArray *forms;    /* of BulNameForm */
  GHashTable *letters; /* letters → GPtrArray of BulNameForm, borrowed */
  GHashTable *sounds;  /* key → GPtrArray of BulNameSound */
} BulNameForms;

BulNameForms *bul_name_forms_new (const GPtrArray *people);
void bul_name_forms_free (BulNameForms *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulNameForms, bul_name_forms_free)

/* Returns: (transfer full): all that @person is called, each once. */
GPtrArray *bul_name_forms_list_names (const BulFlowPerson *person);

G_END_DECLS
