/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

#include "bul-search.h"

/* Milliseconds between two slices, in which others have the library. */
#define BREATH 20

/* Where it did not help so often, it never will. */
#define MOST_TRIES 3

DeskFinder *
desk_library_get_finder (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  if (self->finder == NULL && self->writer != NULL)
    self->finder = desk_finder_new (self->path);
  return self->finder;
}

void
desk_library_stop_finding (DeskLibrary *self)
{
  if (self->finder != NULL)
    desk_finder_close (self->finder);
  if (self->people != NULL)
    desk_people_reader_close (self->people);
}

void
desk_library_find_on (DeskLibrary *self)
{
  self->n_prepared = 0;
  g_clear_pointer (&self->lexicons, g_ptr_array_unref);
  if (g_hash_table_size (self->documents) > 0)
    desk_library_read_lexicons (self);
  if (self->finder != NULL)
    desk_finder_set_path (self->finder, self->path);
  if (self->people != NULL)
    desk_people_reader_set_path (self->people, self->path);
}

/* Hands back how many are left, one more so that it is something. */
static gpointer
prepare_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);
  guint left;

  if (store == NULL || !bul_search_prepare (store, &left, error))
    return NULL;
  return GSIZE_TO_POINTER ((gsize) left + 1);
}

static gpointer
give_up_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);

  if (store != NULL)
    bul_search_give_up (store, error);
  return NULL;
}

static void prepare_slice (DeskLibrary *self);

static gboolean
breathed_cb (gpointer data)
{
  DeskLibrary *self = data;

  self->prepare_id = 0;
  prepare_slice (self);
  return G_SOURCE_REMOVE;
}

/* Where it cannot be written, what is ready is all there is to be found. */
static void
sliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLibrary) self = data;
  gsize made = GPOINTER_TO_SIZE (bul_worker_run_finish (result, NULL));
  guint left = made == 0 ? 0 : (guint) (made - 1);

  if (self->writer == NULL)
    return;
  self->is_preparing = left > 0;
  g_signal_emit_by_name (self, "preparing", left);
  if (left > 0)
    self->prepare_id = g_timeout_add (BREATH, breathed_cb, self);
}

/* First in, first out: what is to be saved meanwhile comes before the next slice. */
static void
prepare_slice (DeskLibrary *self)
{
  bul_worker_run_async (self->writer, prepare_job, &self->write, NULL, NULL, sliced_cb,
                        g_object_ref (self));
}

void
desk_library_prepare (DeskLibrary *self, DeskPrepare how)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  if (self->is_preparing || self->writer == NULL || self->n_prepared == MOST_TRIES)
    return;
  self->is_preparing = TRUE;
  self->n_prepared++;
  if (how == DESK_PREPARE_ANEW)
    bul_worker_run_async (self->writer, give_up_job, &self->write, NULL, NULL, NULL, NULL);
  prepare_slice (self);
}
