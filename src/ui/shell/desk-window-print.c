/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-flow-print.h"
#include "bul-flow.h"
#include "desk-window-private.h"

/* A story on its way to paper. */
typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
  char *path; /* of the file, or NULL where a printer is to be asked for */
} Printing;

static Printing *
printing_new (DeskWindow *self, char *path)
{
  Printing *printing = g_new (Printing, 1);

  printing->window = g_object_ref (self);
  printing->document = g_object_ref (self->document);
  printing->path = path;
  return printing;
}

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->window);
  g_object_unref (printing->document);
  g_free (printing->path);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

/* What a print operation holds until it is done. */
typedef struct
{
  DeskWindow *window;
  BulStory *story;
  BulPrint *print;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_object_unref (job->window);
  bul_record_free (job->story);
  bul_print_free (job->print);
  g_free (job);
}

static gboolean
get_large (DeskWindow *self)
{
  return self->settings != NULL && g_settings_get_boolean (self->settings, "print-large");
}

static BulPaper
get_paper (GtkPageSetup *setup)
{
  BulPaper paper = { NULL, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                     gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS) };

  return paper;
}

/* Everything is laid out before the first page, on the paper that was chosen; once for a preview
 * and once for what is printed from there. */
static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Job *job = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  BulPrintOptions options
      = { get_paper (gtk_print_context_get_page_setup (context)), get_large (job->window), now };
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&job->print, bul_print_free);
  job->print = bul_print_new (&options);
  if (!bul_flow_print_add (job->print, job->story, &error))
    {
      desk_window_toast (job->window, _ ("Not printed: %s"), error->message);
      gtk_print_operation_cancel (operation);
      return;
    }
  gtk_print_operation_set_n_pages (operation, (int) bul_print_get_n_pages (job->print));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  const Job *job = data;

  bul_print_draw_page (job->print, gtk_print_context_get_cairo_context (context), (guint) page);
}

static GObject *
make_choices_cb (GtkPrintOperation *operation, gpointer data)
{
  const Job *job = data;
  GtkWidget *large = gtk_check_button_new_with_mnemonic (_ ("_Large type"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (large), get_large (job->window));
  gtk_widget_set_valign (large, GTK_ALIGN_START);
  gtk_widget_set_margin_top (large, 12);
  gtk_widget_set_margin_start (large, 12);
  return G_OBJECT (large);
}

static void
apply_choices_cb (GtkPrintOperation *operation, GtkWidget *large, gpointer data)
{
  const Job *job = data;

  if (job->window->settings != NULL)
    g_settings_set_boolean (job->window->settings, "print-large",
                            gtk_check_button_get_active (GTK_CHECK_BUTTON (large)));
}

/* The printer and the paper are there the next time. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      desk_window_toast (job->window, _ ("Not printed: %s"), error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&job->window->print_settings,
                    gtk_print_operation_get_print_settings (operation));
      g_set_object (&job->window->page_setup,
                    gtk_print_operation_get_default_page_setup (operation));
    }
}

GtkPrintOperation *
desk_window_make_print_operation (DeskWindow *self, DeskDocument *document)
{
  const BulStory *story = desk_document_get_story (document);
  const char *headline = bul_story_get_headline (story);
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (self);
  job->story = bul_record_copy (story);
  gtk_print_operation_set_job_name (operation, headline != NULL ? headline : _ ("No headline"));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Script"));
  gtk_print_operation_set_print_settings (operation, self->print_settings);
  gtk_print_operation_set_default_page_setup (operation, self->page_setup);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (make_choices_cb), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_choices_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), job, job_free, 0);
  return operation;
}

static void
ask_for_printer (Printing *printing)
{
  g_autoptr (GtkPrintOperation) operation
      = desk_window_make_print_operation (printing->window, printing->document);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (printing->window), &error);
  if (error != NULL)
    desk_window_toast (printing->window, _ ("Not printed: %s"), error->message);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (printing->path);
  g_autofree char *shown = g_filename_display_name (name);

  if (desk_library_print_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (printing->window, _ ("Exported to “%s”"), shown);
  else
    desk_window_toast (printing->window, _ ("Not exported: %s"), error->message);
}

/* On the paper that was printed on last, or that is usual where one is. */
static void
write_file (Printing *printing)
{
  DeskWindow *self = printing->window;
  g_autoptr (GtkPageSetup) usual = gtk_page_setup_new ();
  BulPaper paper = get_paper (self->page_setup != NULL ? self->page_setup : usual);

  desk_library_print_async (self->library, printing->document, &paper, get_large (self),
                            printing->path, exported_cb, printing);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;

  if (!desk_library_save_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (printing->window, _ ("Not printed, for it is not saved: %s"),
                       error->message);
  else if (printing->path == NULL)
    ask_for_printer (printing);
  else
    write_file (g_steal_pointer (&printing));
}

/* A sheet tells a revision that the library has: what is unsaved is saved first. */
void
desk_window_print (DeskWindow *self)
{
  desk_library_save_async (self->library, self->document, saved_cb, printing_new (self, NULL));
}

static void
response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->document != NULL)
    {
      desk_window_remember_folder (self, GTK_FILE_CHOOSER (dialog));
      desk_library_save_async (self->library, self->document, saved_cb,
                               printing_new (self, g_file_get_path (file)));
    }
  g_object_unref (dialog);
}

void
desk_window_export_pdf (DeskWindow *self)
{
  GtkFileChooser *chooser = desk_window_make_chooser (
      self, _ ("Export as PDF"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (response_cb));
  g_autofree char *name
      = bul_flow_dup_export_name (desk_document_get_story (self->document), "pdf");

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
