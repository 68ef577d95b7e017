/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-tags.h"

#include "bul-error.h"
#include "desk-library-private.h"

/* A deed on its way. A job of the writer has it, or the window's thread between two jobs. */
typedef struct
{
  DeskLibrary *library;
  GTask *task;
  DeskTagged *tagged;
  GArray *turned; /* receipts that are taken back or done again, in that order; or NULL */
  BulFlowTagRun *(*turn) (BulStore *store, gint64 receipt, const char *by, GError **error);
  char *by;
  guint at; /* which change, or receipt */
  BulFlowTagRun *run;
  DeskTagProgress progress;
  gpointer data;
} Tagging;

void
desk_tagged_free (DeskTagged *self)
{
  if (self == NULL)
    return;
  desk_tag_deed_unref (self->deed);
  g_array_unref (self->receipts);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->refused);
  g_clear_error (&self->error);
  g_free (self);
}

static DeskTagged *
tagged_new (DeskTagDeed *deed)
{
  DeskTagged *self = g_new0 (DeskTagged, 1);

  self->deed = desk_tag_deed_ref (deed);
  self->receipts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->refused = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static guint
count_parts (const Tagging *tagging)
{
  return tagging->turned != NULL ? tagging->turned->len
                                 : desk_tag_deed_get_changes (tagging->tagged->deed)->len;
}

static gboolean
is_undo (const Tagging *tagging)
{
  return tagging->turn == bul_flow_tag_run_new_undo;
}

/* --- on the writer's thread */

static BulFlowTagRun *
make_run (Tagging *tagging, BulStore *store, GError **error)
{
  const DeskTagDeed *deed = tagging->tagged->deed;
  const DeskTagChange *change;

  if (tagging->turned != NULL)
    return tagging->turn (store, g_array_index (tagging->turned, gint64, tagging->at), tagging->by,
                          error);
  change = desk_tag_deed_get_changes (deed)->pdata[tagging->at];
  return bul_flow_tag_run_new (desk_tag_deed_get_uids (deed), change->deed, change->code,
                               tagging->by);
}

/* Whatever ended it, what was done is told. */
static void
end_run (Tagging *tagging)
{
  DeskTagged *tagged = tagging->tagged;
  const BulFlowTagResult *result;

  if (tagging->run == NULL)
    return;
  result = bul_flow_tag_run_get_result (tagging->run);
  if (result->receipt != 0)
    g_array_append_val (tagged->receipts, result->receipt);
  g_array_append_val (tagged->counts, result->n_changed);
  for (guint i = 0; i < result->refusals->len; i++)
    {
      const BulStoreRefusal *refusal = result->refusals->pdata[i];

      if (!g_ptr_array_find_with_equal_func (tagged->refused, refusal->uid, g_str_equal, NULL))
        g_ptr_array_add (tagged->refused, g_strdup (refusal->uid));
    }
  g_clear_pointer (&tagging->run, bul_flow_tag_run_free);
  tagging->at++;
}

static gpointer
step_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Tagging *tagging = data;
  BulStore *store = desk_connection_open (&tagging->library->write, error);

  if (store != NULL && tagging->run == NULL)
    tagging->run = make_run (tagging, store, error);
  /* Somebody took that one back already. */
  if (is_undo (tagging) && tagging->run == NULL
      && g_error_matches (error == NULL ? NULL : *error, BUL_ERROR, BUL_ERROR_REFUSED))
    {
      g_clear_error (error);
      tagging->at++;
      return NULL;
    }
  if (store == NULL || tagging->run == NULL)
    return NULL;
  if (!bul_flow_tag_run_step (tagging->run, store, error))
    return NULL;
  if (!bul_flow_tag_run_is_done (tagging->run))
    return NULL;
  if (!is_undo (tagging) || bul_flow_tag_run_end_undo (tagging->run, store, error))
    end_run (tagging);
  return NULL;
}

/* --- on the window's */

static void
tell (const Tagging *tagging)
{
  guint n = desk_tag_deed_get_uids (tagging->tagged->deed)->len;
  guint n_done = tagging->run == NULL ? 0 : bul_flow_tag_run_get_n_done (tagging->run);

  if (tagging->progress != NULL)
    tagging->progress (tagging->at * n + MIN (n_done, n), count_parts (tagging) * n, tagging->data);
}

static void
end (Tagging *tagging)
{
  g_autoptr (GTask) task = tagging->task;

  end_run (tagging);
  tagging->at = count_parts (tagging);
  tell (tagging);
  desk_library_look_again (tagging->library);
  g_task_return_pointer (task, tagging->tagged, (GDestroyNotify) desk_tagged_free);
  g_clear_pointer (&tagging->turned, g_array_unref);
  g_object_unref (tagging->library);
  g_free (tagging->by);
  g_free (tagging);
}

static void go_on (Tagging *tagging);

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Tagging *tagging = data;

  bul_worker_run_finish (result, &tagging->tagged->error);
  if (tagging->tagged->error == NULL && tagging->at < count_parts (tagging))
    go_on (tagging);
  else
    end (tagging);
}

/* First in, first out: what is to be saved meanwhile comes before the next portion. */
static void
go_on (Tagging *tagging)
{
  GCancellable *cancellable = g_task_get_cancellable (tagging->task);

  tell (tagging);
  tagging->tagged->cancelled
      = g_cancellable_is_cancelled (cancellable) || tagging->library->writer == NULL;
  if (tagging->tagged->cancelled)
    end (tagging);
  else
    bul_worker_run_async (tagging->library->writer, step_job, tagging, NULL, NULL, stepped_cb,
                          tagging);
}

static Tagging *
tagging_new (DeskLibrary *self,
             DeskTagDeed *deed,
             DeskTagProgress progress,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  Tagging *tagging = g_new0 (Tagging, 1);

  tagging->library = g_object_ref (self);
  tagging->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (tagging->task, FALSE);
  tagging->tagged = tagged_new (deed);
  tagging->by = g_strdup (self->author);
  tagging->progress = progress;
  tagging->data = user_data;
  return tagging;
}

void
desk_library_tag_async (DeskLibrary *self,
                        DeskTagDeed *deed,
                        DeskTagProgress progress,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self) && deed != NULL);

  go_on (tagging_new (self, deed, progress, cancellable, callback, user_data));
}

void
desk_library_untag_async (DeskLibrary *self,
                          const DeskTagged *tagged,
                          DeskTagProgress progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Tagging *tagging;

  g_return_if_fail (DESK_IS_LIBRARY (self) && tagged != NULL);

  tagging = tagging_new (self, tagged->deed, progress, cancellable, callback, user_data);
  tagging->turn = bul_flow_tag_run_new_undo;
  tagging->turned = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = tagged->receipts->len; i > 0; i--)
    g_array_append_val (tagging->turned, g_array_index (tagged->receipts, gint64, i - 1));
  go_on (tagging);
}

void
desk_library_retag_async (DeskLibrary *self,
                          const DeskTagged *tagged,
                          DeskTagProgress progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Tagging *tagging;

  g_return_if_fail (DESK_IS_LIBRARY (self) && tagged != NULL);

  tagging = tagging_new (self, tagged->deed, progress, cancellable, callback, user_data);
  tagging->turn = bul_flow_tag_run_new_redo;
  tagging->turned = g_array_copy (tagged->receipts);
  go_on (tagging);
}

DeskTagged *
desk_library_tag_finish (DeskLibrary *self, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
