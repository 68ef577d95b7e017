/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-person.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_PEOPLE_MERGE = 1, /* @one is @other from here on */
  DESK_PEOPLE_APART,     /* they are not the same */
  DESK_PEOPLE_RENAME,    /* @one has these names */
  DESK_PEOPLE_NEW,       /* somebody has these names */
  DESK_PEOPLE_RECORD,    /* @one is to have a record */
} DeskPeopleWhat;

/*
 * What is decided on people, on its way from who saw them to who writes it. Names that are %NULL
 * stay as they are; empty ones go.
 */
typedef struct
{
  DeskPeopleWhat what;
  BulFlowPeople *people; /* as they were seen; NULL: none was asked for */
  const BulFlowPerson *one;
  const BulFlowPerson *other;
  char *korean;
  char *english;
  char *also;
  char *family;
  char *note;
  char *uid; /* of the record, once it is done */
} DeskPeopleDeed;

/* @one and @other are of @people; both may be %NULL. */
DeskPeopleDeed *desk_people_deed_new (DeskPeopleWhat what,
                                      BulFlowPeople *people,
                                      const BulFlowPerson *one,
                                      const BulFlowPerson *other);
DeskPeopleDeed *desk_people_deed_ref (DeskPeopleDeed *self);
void desk_people_deed_unref (DeskPeopleDeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPeopleDeed, desk_people_deed_unref)

/*
 * On the writer's thread. %BUL_ERROR_CONFLICT where somebody decided on them since they were seen.
 *
 * Returns: the receipt; 0 with @error, or where nothing was to be done
 */
gint64 desk_people_deed_do (DeskPeopleDeed *self, BulStore *store, const char *by, GError **error);

/* Returns: (transfer full): what was done, for people. */
char *desk_people_deed_dup_words (const DeskPeopleDeed *self);

G_END_DECLS
