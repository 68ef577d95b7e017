/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"
#include "bul-worker.h"
#include "desk-finder.h"
#include "desk-library.h"

G_BEGIN_DECLS

/* A connection is opened by the first job of its thread and never leaves it. Once jobs run, only
 * they touch what is in it. */
typedef struct
{
  char *path; /* owned */
  BulStoreMode mode;
  BulStore *store;
} DeskConnection;

struct _DeskLibrary
{
  GObject parent_instance;

  char *path;
  char *author;
  GListStore *rows;
  gboolean lists_all;    /* @rows are all stories there are */
  GHashTable *wanted;    /* uids of stories to be listed however old they are */
  GHashTable *documents; /* by uid */
  GHashTable *saving;    /* of Saving, by document */

  BulWorker *writer;
  BulWorker *reader;
  BulWorker *bulk;
  BulWorker *backup; /* NULL until it was asked for */
  DeskConnection write;
  DeskConnection read;

  DeskFinder *finder;       /* NULL until something is looked for */
  DeskPeopleReader *people; /* NULL until somebody is looked for */
  guint prepare_id;
  gboolean is_preparing;
  guint n_prepared; /* times it was tried in this file */

  GPtrArray *lexicons; /* of BulLexicon: what pairs are compared by; NULL until it is needed */
  guint fingerprint;   /* of them */
  gboolean is_reading_lexicons;
  gboolean wants_lexicons; /* again, for something was written meanwhile */

  guint follow_id;
  gint64 data_version; /* of the library when it was looked at last */
  gboolean is_looking;

  GError *trouble; /* see desk_library_get_trouble() */
  DeskTroubleWhen trouble_when;
  char *told_of; /* of what was not managed while it was opened */
};

/* On the connection's own thread only. */
BulStore *desk_connection_open (DeskConnection *connection, GError **error);

/* A job that closes the connection that is its data. */
gpointer desk_disconnect_job (gpointer data, GCancellable *cancellable, GError **error);

/* Closes on @worker, on whose thread it was opened, when the jobs before are done; the path stays.
 */
void desk_connection_close (DeskConnection *connection, BulWorker *worker);

/* Ends the task (transfer full) that is its data as a job ended that makes nothing but may fail. */
void desk_library_done_cb (GObject *source, GAsyncResult *result, gpointer data);

/* In desk-library-journal.c: from here on each edit of the document, and the syllable under way, is
 * in the library within a second, until its revision is. */
void desk_library_keep (DeskLibrary *self, DeskDocument *document);
void desk_library_stop_keeping (DeskDocument *document);

/* While it is @held nothing is written, and after that all of it is: what is on its way may settle
 * the edits, which would come back. */
void desk_library_hold (DeskDocument *document, gboolean held);

/* The document's edits are on their way to the library, whole, though nothing was typed. */
void desk_library_keep_anew (DeskDocument *document);

/* What was typed until @at (ISO 8601) is on the disk; or what is typed is not. */
void desk_library_note_safe (DeskDocument *document, const char *at);
void desk_library_note_failure (DeskDocument *document, const GError *error);

/* In desk-library-trouble.c: how it went to open the library to write (@error may be %NULL) where
 * it can be read; and @words on what the store did not manage, or %NULL. */
void desk_library_note_opened (DeskLibrary *self, const GError *error);
void desk_library_note_unbacked (DeskLibrary *self, const char *words);
void desk_library_note_look (DeskLibrary *self, const GError *error);
void desk_library_set_trouble (DeskLibrary *self, DeskTroubleWhen when, const GError *error);
gboolean desk_library_is_gone (DeskLibrary *self);

/* In desk-library-search.c: who looks for stories lets go of the file before it is another. */
void desk_library_stop_finding (DeskLibrary *self);
void desk_library_find_on (DeskLibrary *self);

/* In desk-library-tend.c, on the writer's thread: what the last save left whose program was killed
 * once it was durable. */
void desk_library_catch_up (BulStore *store);

/* In desk-library-lexicons.c: the document has what pairs are compared by, now or when it is read;
 * and all that are open have what it is by now. */
void desk_library_give_lexicons (DeskLibrary *self, DeskDocument *document);
void desk_library_read_lexicons (DeskLibrary *self);

/* In desk-library-follow.c: what other programs write is seen within a second. */
void desk_library_follow (DeskLibrary *self);
/* Stories were written here that no window shows: those that are open follow, too. */
void desk_library_look_again (DeskLibrary *self);

G_END_DECLS
