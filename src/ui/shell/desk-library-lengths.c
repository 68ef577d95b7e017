/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-read-time.h"
#include "desk-library-private.h"

typedef struct
{
  DeskConnection *connection;
  GStrv uids;
  BulPaces *paces;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_strfreev (asking->uids);
  bul_paces_free (asking->paces);
  g_free (asking);
}

/* A story that cannot be read has no length. */
static gpointer
measure_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Asking *asking = data;
  BulStore *store = desk_connection_open (asking->connection, error);
  g_autoptr (GArray) lengths = g_array_new (FALSE, TRUE, sizeof (DeskLength));

  if (store == NULL)
    return NULL;
  for (guint i = 0; asking->uids[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = bul_store_load (store, asking->uids[i], NULL);
      DeskLength length = { 0, 0 };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (story != NULL)
        length = (DeskLength){ bul_story_get_revision_number (story),
                               bul_seconds_of_story (story, asking->paces) };
      g_array_append_val (lengths, length);
    }
  return g_steal_pointer (&lengths);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GArray *lengths = bul_worker_run_finish (result, &error);

  if (lengths == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, lengths, (GDestroyNotify) g_array_unref);
}

void
desk_library_measure_async (DeskLibrary *self,
                            const char *const *uids,
                            BulPaces *paces,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = NULL;
  Asking *asking = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  /* closed, or on its way to another file */
  if (self->reader == NULL)
    {
      bul_paces_free (paces);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "no library");
      g_object_unref (task);
      return;
    }
  asking = g_new0 (Asking, 1);
  asking->connection = &self->read;
  asking->uids = g_strdupv ((GStrv) uids);
  asking->paces = paces;
  bul_worker_run_async (self->reader, measure_job, asking, asking_free, cancellable, measured_cb,
                        task);
}

GArray *
desk_library_measure_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
