/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bul-flow-duplicates.h"

G_BEGIN_DECLS

/**
 * DeskPeopleReader:
 *
 * Reads who is heard in a library, on threads and connections of its own that only read: one for
 * what is shown, and one that compares all with all. Everybody is read once, and anew when somebody
 * has written; what is handed out is of one moment and does not change.
 */
#define DESK_TYPE_PEOPLE_READER (desk_people_reader_get_type ())
G_DECLARE_FINAL_TYPE (DeskPeopleReader, desk_people_reader, DESK, PEOPLE_READER, GObject)

typedef enum
{
  DESK_PEOPLE_MOST_HEARD,
  DESK_PEOPLE_BY_NAME,
} DeskPeopleOrder;

/* Who is looked for, as it was typed; the last syllable may be under way. */
typedef struct
{
  char *text;
  gboolean composing;
  DeskPeopleOrder order;
} DeskPeopleQuestion;

DeskPeopleQuestion *
desk_people_question_new (const char *text, gboolean composing, DeskPeopleOrder order);
void desk_people_question_free (DeskPeopleQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPeopleQuestion, desk_people_question_free)

typedef struct
{
  BulFlowPeople *people;
  GPtrArray *found; /* of BulFlowPerson, who belong to @people */
} DeskPeopleFound;

void desk_people_found_free (DeskPeopleFound *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPeopleFound, desk_people_found_free)

/* All that is known of one person. */
typedef struct
{
  BulFlowPeople *people;
  const BulFlowPerson *person;
  BulPerson *record; /* as it would be, where there is none */
  GPtrArray *bites;  /* of BulFlowBite */
  GArray *titles;    /* of BulFlowTitle */
  guint n_stories;
} DeskPersonKnown;

void desk_person_known_free (DeskPersonKnown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPersonKnown, desk_person_known_free)

DeskPeopleReader *desk_people_reader_new (const char *path);

/* What is asked is given up, and the file let go of. */
void desk_people_reader_close (DeskPeopleReader *self);

/* Goes on with another file. */
void desk_people_reader_set_path (DeskPeopleReader *self, const char *path);

/* Whoever asks cancels what is wanted no more. */
void desk_people_reader_list_async (DeskPeopleReader *self,
                                    const DeskPeopleQuestion *question,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
DeskPeopleFound *
desk_people_reader_list_finish (DeskPeopleReader *self, GAsyncResult *result, GError **error);

/* @id: as bul_flow_person_get_id() has it; @name: (nullable): who is meant where the record is
 * gone, for what made it was taken back. %BUL_ERROR_NOT_FOUND. */
void desk_people_reader_show_async (DeskPeopleReader *self,
                                    const char *id,
                                    const char *name,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
DeskPersonKnown *
desk_people_reader_show_finish (DeskPeopleReader *self, GAsyncResult *result, GError **error);

/* Who of @people may be there twice. */
void desk_people_reader_compare_async (DeskPeopleReader *self,
                                       BulFlowPeople *people,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Returns: (transfer full) (element-type BulFlowDuplicate) */
GPtrArray *
desk_people_reader_compare_finish (DeskPeopleReader *self, GAsyncResult *result, GError **error);

G_END_DECLS
