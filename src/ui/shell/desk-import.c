/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import.h"

#include "desk-library-private.h"

struct _DeskImport
{
  GObject parent_instance;

  DeskLibrary *library;
  GStrv paths;
  char *author;
  GCancellable *cancellable;
  BulFlowImportProgress progress; /* as it was when the last job had ended */
  GError *error;
  gboolean is_paused;
  gboolean is_running; /* a job is under way, or its result is */
  gboolean has_ended;

  /* Only the job under way touches these; there is one at a time. */
  BulFlowImport *import;
  BulFlowReport *report;
  DeskConnection known; /* to look up what is there, on the thread of `bulk` */
  DeskConnection *write;
};

G_DEFINE_FINAL_TYPE (DeskImport, desk_import, G_TYPE_OBJECT)

static void
desk_import_finalize (GObject *object)
{
  DeskImport *self = DESK_IMPORT (object);

  g_clear_pointer (&self->import, bul_flow_import_free);
  g_clear_pointer (&self->report, bul_flow_report_free);
  g_clear_pointer (&self->known.store, bul_store_close);
  g_clear_pointer (&self->known.path, g_free);
  g_clear_pointer (&self->paths, g_strfreev);
  g_clear_pointer (&self->author, g_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (desk_import_parent_class)->finalize (object);
}

static void
desk_import_class_init (DeskImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_import_finalize;

  g_signal_new ("changed", DESK_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  g_signal_new ("ended", DESK_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_import_init (DeskImport *self)
{
  self->cancellable = g_cancellable_new ();
  self->report = bul_flow_report_new ();
}

DeskImport *
desk_import_new (DeskLibrary *library, const char *const *paths)
{
  DeskImport *self = g_object_new (DESK_TYPE_IMPORT, NULL);

  self->library = g_object_ref (library);
  self->paths = g_strdupv ((GStrv) paths);
  self->author = g_strdup (desk_library_get_author (library));
  self->import = bul_flow_import_new (paths, BUL_FLOW_IMPORT_FILES, NULL);
  self->known.path = g_strdup (desk_library_get_path (library));
  self->known.mode = BUL_STORE_READ_ONLY;
  self->write = &library->write;
  return self;
}

/* Where the library is gone, or another by now, the rest belongs nowhere. */
static gboolean
is_over (DeskImport *self)
{
  return self->error != NULL || g_cancellable_is_cancelled (self->cancellable)
         || self->library->writer == NULL || self->library->bulk == NULL
         || !g_str_equal (self->known.path, desk_library_get_path (self->library));
}

static void
end (DeskImport *self)
{
  self->is_running = FALSE;
  if (self->has_ended)
    return;
  self->has_ended = TRUE;
  if (self->library->bulk != NULL)
    desk_connection_close (&self->known, self->library->bulk);
  g_signal_emit_by_name (self, "ended");
  g_object_unref (self);
}

static void go_on (DeskImport *self);

static void
note_kept (BulFlowImported *imported, gpointer data)
{
  g_autoptr (BulFlowImported) owned = imported;

  bul_flow_report_add (data, owned);
}

static gpointer
keep_job (gpointer data, GCancellable *cancellable, GError **error)
{
  DeskImport *self = data;
  BulStore *store = desk_connection_open (self->write, error);

  if (store != NULL)
    bul_flow_import_keep (self->import, store, self->author, note_kept, self->report, error);
  return NULL;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskImport *self = data;

  bul_worker_run_finish (result, &self->error);
  self->progress = bul_flow_import_get_progress (self->import);
  g_signal_emit_by_name (self, "changed");
  go_on (self);
}

/* Nothing to look up in is no reason not to read. */
static gpointer
read_job (gpointer data, GCancellable *cancellable, GError **error)
{
  DeskImport *self = data;
  BulStore *store = desk_connection_open (&self->known, NULL);

  return GINT_TO_POINTER (bul_flow_import_read (self->import, store, cancellable));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskImport *self = data;
  gboolean is_more = GPOINTER_TO_INT (bul_worker_run_finish (result, NULL));

  if (!is_more || is_over (self))
    end (self);
  else
    bul_worker_run_async (self->library->writer, keep_job, self, NULL, NULL, kept_cb, self);
}

static void
go_on (DeskImport *self)
{
  self->is_running = FALSE;
  if (is_over (self))
    end (self);
  else if (!self->is_paused)
    {
      self->is_running = TRUE;
      bul_worker_run_async (self->library->bulk, read_job, self, NULL, self->cancellable, read_cb,
                            self);
    }
}

void
desk_import_start (DeskImport *self)
{
  g_return_if_fail (DESK_IS_IMPORT (self));

  g_object_ref (self);
  go_on (self);
}

void
desk_import_set_paused (DeskImport *self, gboolean is_paused)
{
  g_return_if_fail (DESK_IS_IMPORT (self));

  if (self->is_paused == is_paused || self->has_ended)
    return;
  self->is_paused = is_paused;
  g_signal_emit_by_name (self, "changed");
  if (!is_paused && !self->is_running)
    go_on (self);
}

gboolean
desk_import_get_paused (DeskImport *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT (self), FALSE);

  return self->is_paused;
}

void
desk_import_cancel (DeskImport *self)
{
  g_return_if_fail (DESK_IS_IMPORT (self));

  g_cancellable_cancel (self->cancellable);
  if (!self->is_running && !self->has_ended)
    end (self);
}

gboolean
desk_import_was_cancelled (DeskImport *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT (self), FALSE);

  return g_cancellable_is_cancelled (self->cancellable);
}

const char *const *
desk_import_get_paths (DeskImport *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT (self), NULL);

  return (const char *const *) self->paths;
}

BulFlowImportProgress
desk_import_get_progress (DeskImport *self)
{
  return self->progress;
}

const BulFlowReport *
desk_import_get_report (DeskImport *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT (self), NULL);

  return self->report;
}

const GError *
desk_import_get_error (DeskImport *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT (self), NULL);

  return self->error;
}
