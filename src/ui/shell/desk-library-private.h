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
  DeskConnection write;
  DeskConnection read;
};

/* On the connection's own thread only. */
BulStore *desk_connection_open (DeskConnection *connection, GError **error);

G_END_DECLS
