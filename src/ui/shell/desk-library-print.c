/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-file.h"
#include "bul-flow-print.h"
#include "desk-library-private.h"

typedef struct
{
  BulStory *story;
  BulPaper paper;
  gboolean large;
  char *path;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  bul_record_free (printing->story);
  g_free (printing->path);
  g_free (printing);
}

static gpointer
print_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Printing *printing = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  BulPrintOptions options = { printing->paper, printing->large, now };
  g_autoptr (BulPrint) print = bul_print_new (&options);
  g_autoptr (GBytes) pdf = NULL;

  if (!bul_flow_print_add (print, printing->story, error))
    return NULL;
  pdf = bul_print_make_pdf (print, error);
  if (pdf != NULL)
    bul_file_write (printing->path, pdf, error);
  return NULL;
}

void
desk_library_print_async (DeskLibrary *self,
                          DeskDocument *document,
                          const BulPaper *paper,
                          gboolean large,
                          const char *path,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = NULL;
  Printing *printing = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  task = g_task_new (self, NULL, callback, user_data);
  printing = g_new (Printing, 1);
  printing->story = bul_record_copy (desk_document_get_story (document));
  printing->paper = *paper;
  printing->large = large;
  printing->path = g_strdup (path);
  bul_worker_run_async (self->bulk, print_job, printing, printing_free, NULL, desk_library_done_cb,
                        task);
}

gboolean
desk_library_print_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
