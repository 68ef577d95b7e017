/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-terms.h"

#include "bul-normal.h"
#include "bul-store-terms.h"
#include "bul-time.h"
#include "desk-library-private.h"

/* What hands gave is under a dictionary of its own. */
#define SOURCE "desk"

/* Either @term is kept, or the one of @number forgotten. */
typedef struct
{
  DeskConnection *connection;
  BulTerm *term; /* or NULL */
  gint64 number;
  gboolean is_new;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *self = data;

  if (self->term != NULL)
    bul_term_free (self->term);
  g_free (self);
}

/* Hands its data on: what came of it is read by who asked. */
static gpointer
deed_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Deed *self = data;
  BulStore *store = desk_connection_open (self->connection, error);

  if (store == NULL)
    return NULL;
  if (self->term != NULL)
    self->number = bul_store_keep_term (store, self->term, &self->is_new, error);
  else if (!bul_store_forget_term (store, self->number, error))
    return NULL;
  return self->number == 0 ? NULL : self;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (bul_worker_run_finish (result, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  desk_library_read_lexicons (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

/* @deed: (transfer full) */
static void
run (DeskLibrary *self, Deed *deed, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  deed->connection = &self->write;
  g_task_set_task_data (task, deed, deed_free);
  bul_worker_run_async (self->writer, deed_job, deed, NULL, NULL, done_cb, task);
}

void
desk_library_keep_term_async (DeskLibrary *self,
                              const char *korean,
                              const char *english,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Deed *deed;
  g_autofree char *korean_form = bul_normal_form (korean, -1);
  g_autofree char *english_form = bul_normal_form (english, -1);

  g_return_if_fail (DESK_IS_LIBRARY (self));

  deed = g_new0 (Deed, 1);
  deed->term = bul_term_new (korean_form, english_form, 0);
  deed->term->source = g_strdup (SOURCE);
  deed->term->by = g_strdup (self->author);
  deed->term->at = bul_time_now ();
  run (self, deed, callback, user_data);
}

void
desk_library_forget_term_async (DeskLibrary *self,
                                gint64 number,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Deed *deed;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  deed = g_new0 (Deed, 1);
  deed->number = number;
  run (self, deed, callback, user_data);
}

gint64
desk_library_term_finish (DeskLibrary *self, GAsyncResult *result, gboolean *is_new, GError **error)
{
  const Deed *deed = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return 0;
  *is_new = deed->is_new;
  return deed->number;
}
