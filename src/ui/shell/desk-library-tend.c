/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

#include "bul-flow.h"
#include "bul-search.h"

void
desk_library_catch_up (BulStore *store)
{
  gboolean behind;

  if (bul_search_is_behind (store, &behind, NULL) && behind)
    bul_search_tend (store, NULL);
}

static gpointer
tend_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);

  if (store != NULL)
    bul_flow_tend (store);
  return NULL;
}

static void
tended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLibrary) self = data;

  bul_worker_run_finish (result, NULL);
  if (self->lexicons != NULL)
    desk_library_read_lexicons (self);
}

void
desk_library_tend (DeskLibrary *self)
{
  if (self->writer != NULL)
    bul_worker_run_async (self->writer, tend_job, &self->write, NULL, NULL, tended_cb,
                          g_object_ref (self));
}
