/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-people.h"

G_BEGIN_DECLS

/*
 * What is decided of people. No story is changed by it, but by bul_flow_person_link(). What gives a
 * receipt can be taken back by bul_store_undo_persons(), and done again by
 * bul_store_redo_persons(); 0 is a failure, and nothing was changed.
 */

/* %NULL leaves a field as it is, an empty one takes it away. @also adds a spelling. */
typedef struct
{
  const char *korean;
  const char *english;
  const char *also;
  const char *family;
  const char *note;
} BulFlowNaming;

/* @uid: (out) (transfer full). %BUL_ERROR_REFUSED without a name, or where another record has it
 * and @naming has no note that tells the two apart. */
gint64 bul_flow_person_new (BulStore *store,
                            const BulFlowPeople *people,
                            const BulFlowNaming *naming,
                            const char *by,
                            char **uid,
                            GError **error);

/* Someone without a record gets one. */
gint64 bul_flow_person_rename (BulStore *store,
                               const BulFlowPerson *person,
                               const BulFlowNaming *naming,
                               const char *by,
                               GError **error);

/* From here on @from is @into. A record is kept as it was; a name becomes one of the names of
 * @into. */
gint64 bul_flow_person_merge (BulStore *store,
                              const BulFlowPerson *from,
                              const BulFlowPerson *into,
                              const char *by,
                              GError **error);

/* The two are not the same, and are not suggested again. */
gint64 bul_flow_person_keep_apart (BulStore *store,
                                   const BulFlowPerson *one,
                                   const BulFlowPerson *other,
                                   const char *by,
                                   GError **error);

/* Returns: (transfer full): the record of @person; as it would be, with the names that are heard,
 * where there is none. */
BulPerson *bul_flow_person_dup_record (const BulFlowPerson *person);

/* A record where there is none. @uid: (out) (transfer full): its uid, whoever made it. Returns: the
 * receipt, 0 where one was there or with @error; @uid tells the two apart. */
gint64 bul_flow_person_record (
    BulStore *store, const BulFlowPerson *person, const char *by, char **uid, GError **error);

/* FALSE with %BUL_ERROR_CONFLICT where somebody decided otherwise on @person since it was listed:
 * what is decided on what was seen would undo that. */
gboolean bul_flow_person_is_current (BulStore *store, const BulFlowPerson *person, GError **error);

/*
 * Makes a speaker point at @person, who gets a record where there is none; %NULL: at nobody. It is
 * a revision of the story. %BUL_ERROR_REFUSED for one who has no name or is not to be named.
 *
 * Returns: the number of the revision, or of the one that says so already; or 0
 */
guint bul_flow_person_link (BulStore *store,
                            const char *uid,
                            guint number,
                            const BulFlowPerson *person,
                            const char *by,
                            GError **error);

/* By what someone is known in what was decided: a uid, or a name. */
const char *bul_flow_person_get_id (const BulFlowPerson *self);

G_END_DECLS
