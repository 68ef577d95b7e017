/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

/* How often the library is asked whether someone else has written, in milliseconds: what they did
 * is seen within a second. It costs one read of a page that is in memory. */
#define INTERVAL 600

/* A number never given before the first look. */
#define UNKNOWN (-1)

/* On the writer's thread, whose number stays when this program writes itself; as a pointer, one
 * more so that it is none. */
static gpointer
look_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);

  if (store == NULL || !bul_store_is_in_place (store, error))
    return NULL;
  return GSIZE_TO_POINTER ((gsize) bul_store_get_data_version (store) + 1);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskLibrary *self = DESK_LIBRARY (source);

  if (desk_library_list_finish (self, result, NULL))
    g_signal_emit_by_name (self, "followed");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLibrary) self = data;
  g_autoptr (GError) error = NULL;
  gint64 version = (gint64) GPOINTER_TO_SIZE (bul_worker_run_finish (result, &error)) - 1;
  /* The first look cannot tell whether the list is older than it: it is read once more. */
  gboolean is_other = version != self->data_version;

  self->is_looking = FALSE;
  if (self->writer == NULL)
    return;
  desk_library_note_look (self, error);
  if (error != NULL)
    return;
  self->data_version = version;
  if (is_other)
    desk_library_list_async (self, listed_cb, NULL);
  if (is_other && self->lexicons != NULL)
    desk_library_read_lexicons (self);
}

static gboolean
look_cb (gpointer data)
{
  DeskLibrary *self = data;

  if (self->is_looking || self->writer == NULL)
    return G_SOURCE_CONTINUE;
  self->is_looking = TRUE;
  bul_worker_run_async (self->writer, look_job, &self->write, NULL, NULL, looked_cb,
                        g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

void
desk_library_look_again (DeskLibrary *self)
{
  if (self->writer != NULL)
    desk_library_list_async (self, listed_cb, NULL);
}

void
desk_library_follow (DeskLibrary *self)
{
  if (self->follow_id != 0)
    return;
  self->data_version = UNKNOWN;
  self->follow_id = g_timeout_add (INTERVAL, look_cb, self);
}
