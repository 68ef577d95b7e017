/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"
#include "bul-worker.h"
#include "desk-library.h"

G_BEGIN_DECLS

/* A connection is opened by the first job of its thread and never leaves it. */
typedef struct
{
  char *path;
  BulStoreMode mode;
  BulStore *store;
} DeskConnection;

struct _DeskLibrary
{
  GObject parent_instance;

  char *path;
  char *author;
  GListStore *rows;
  GHashTable *documents; /* by uid */
  GHashTable *saving;    /* of Saving, by document */

  BulWorker *writer;
  BulWorker *reader;
  BulWorker *bulk;
  BulWorker *backup; /* NULL until it was asked for */
  DeskConnection write;
  DeskConnection read;

  guint follow_id;
  gint64 data_version; /* of the library when it was looked at last */
  gboolean is_looking;
};

/* On the connection's own thread only. */
BulStore *desk_connection_open (DeskConnection *connection, GError **error);

/* Ends the task (transfer full) that is its data as a job ended that makes nothing but may fail. */
void desk_library_done_cb (GObject *source, GAsyncResult *result, gpointer data);

/* In desk-library-journal.c: from here on each edit of the document, and the syllable under way, is
 * in the library within a second, until its revision is. */
void desk_library_keep (DeskLibrary *self, DeskDocument *document);
void desk_library_stop_keeping (DeskDocument *document);

/* In desk-library-follow.c: what other programs write is seen within a second. */
void desk_library_follow (DeskLibrary *self);

G_END_DECLS
