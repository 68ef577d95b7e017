/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

#include "bul-flow-learn.h"

/* Entries that are learned at once: what is to be saved meanwhile waits for some ten milliseconds.
 */
#define AT_ONCE 50

/* What is not learned now is another time. */
static gpointer
learn_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);

  if (store != NULL)
    bul_flow_learn (store, AT_ONCE, NULL, error);
  return NULL;
}

static void
learned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLibrary) self = data;

  bul_worker_run_finish (result, NULL);
  if (self->lexicons != NULL)
    desk_library_read_lexicons (self);
}

void
desk_library_learn (DeskLibrary *self)
{
  if (self->writer != NULL)
    bul_worker_run_async (self->writer, learn_job, &self->write, NULL, NULL, learned_cb,
                          g_object_ref (self));
}
