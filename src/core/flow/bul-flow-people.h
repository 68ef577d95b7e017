/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store-person.h"

G_BEGIN_DECLS

/*
 * Everybody who is heard in the stories of a library. A speaker who points at a person is that one;
 * a name that the record of one person alone has is theirs too; the others are one a name, so that
 * the list says something before anybody made a record. It is of the moment at which it was made.
 */
typedef struct _BulFlowPeople BulFlowPeople;

/* Most people have one voice. */
typedef struct
{
  const BulVoice **pdata;
  guint len;
  const BulVoice *only;
} BulFlowVoices;

/* What is borrowed here lives as long as the list. */
typedef struct
{
  const BulPerson *record; /* NULL: a name that no record has, or that several have */
  const char *name;
  const char *other; /* in another language; or empty */
  BulFlowVoices voices[1];
  guint n_bites;     /* soundbites, and turns of talks */
  guint n_stories;   /* at most: see bul_flow_people_count_stories() */
  const char *first; /* day; or empty */
  const char *last;
} BulFlowPerson;

/* It can be cancelled: G_IO_ERROR_CANCELLED. Nothing changes in it, so that several threads may
 * have it at a time. */
BulFlowPeople *bul_flow_people_new (BulStore *store, GCancellable *cancellable, GError **error);
/* The same of some voices alone. @voices: (transfer full) (element-type BulVoice) */
BulFlowPeople *bul_flow_people_new_of (BulStore *store, GPtrArray *voices, GError **error);
BulFlowPeople *bul_flow_people_ref (BulFlowPeople *self);
void bul_flow_people_unref (BulFlowPeople *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowPeople, bul_flow_people_unref)

/* Returns: (transfer container) (element-type BulFlowPerson): those in whose names @query stands,
 * blanks and hyphens aside; all where it is %NULL. The most heard first. */
GPtrArray *bul_flow_people_list (const BulFlowPeople *self, const char *query);

/* The same while the last syllable of @query is being composed: of what it may become. */
GPtrArray *bul_flow_people_list_composing (const BulFlowPeople *self, const char *query);

/* @people: (element-type BulFlowPerson): by name, as the locale has it. */
void bul_flow_people_sort_by_name (GPtrArray *people);

guint bul_flow_people_count (const BulFlowPeople *self);

/* In how many stories @person is heard, where several names may stand in one; -1 with @error. */
int bul_flow_people_count_stories (BulStore *store, const BulFlowPerson *person, GError **error);

/* @id: a name, or a uid or its beginning. %BUL_ERROR_NOT_FOUND, %BUL_ERROR_AMBIGUOUS. */
const BulFlowPerson *
bul_flow_people_find (const BulFlowPeople *self, const char *id, GError **error);

/* Whom @id means, as bul_flow_person_get_id() gives it, whatever was decided since; or %NULL. */
const BulFlowPerson *bul_flow_people_find_id (const BulFlowPeople *self, const char *id);

/* The one whose name is @name to the letter, blanks aside; or %NULL. */
const BulFlowPerson *bul_flow_people_find_name (const BulFlowPeople *self, const char *name);

/* Whether anybody is called @name, in any language, to the letter. */
gboolean bul_flow_people_has_name (const BulFlowPeople *self, const char *name);

/* @people: (element-type BulFlowPerson): those who are called @name to the letter come first; the
 * others stay in their order. */
void bul_flow_people_put_first (GPtrArray *people, const char *name);

/* What is compared of a name, and what a record keeps of it: NFC, one blank between words. */
char *bul_flow_people_dup_name (const char *typed);

/* Words of a person in a story, as its first script that has any reads them. */
typedef struct
{
  char *uid;
  char *headline;
  char *programme;
  char *day; /* or empty */
  guint speaker;
  char *language;
  char *block; /* key */
  char *title; /* as printed; or NULL */
  char *words;
} BulFlowBite;

/* Returns: (transfer full) (element-type BulFlowBite): the newest first. */
GPtrArray *
bul_flow_people_list_bites (BulStore *store, const BulFlowPerson *person, GError **error);

/* What somebody was called, from one day to another. */
typedef struct
{
  const char *title;
  const char *language;
  const char *first;
  const char *last;
  guint n_bites;
} BulFlowTitle;

/* Returns: (transfer full) (element-type BulFlowTitle): of @bites, which it borrows from, the
 * newest first. */
GArray *bul_flow_people_list_titles (const GPtrArray *bites);

G_END_DECLS
