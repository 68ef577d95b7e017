/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-publisher.h"
#include "desk-window-private.h"
#include "desk-wording.h"

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = desk_library_read_register_finish (DESK_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)))
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows == NULL)
    desk_register_show_failure (self->register_desk, error->message);
  else
    desk_register_show_rows (self->register_desk, rows);
}

/* What was asked for before is wanted by nobody any more. */
static void
stop_reading (DeskWindow *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_rows (DeskWindow *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  desk_library_read_register_async (self->library, self->reading, read_cb, g_object_ref (self));
}

/* The register tells what is saved: what was raised in the script just now is to be in it. */
static void
wanted_cb (DeskWindow *self)
{
  if (self->document != NULL && desk_document_get_modified (self->document))
    desk_window_save (self);
  read_rows (self);
}

static void
listed_cb (DeskWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->register_desk)))
    read_rows (self);
}

static const BulSpan *
get_span (const BulCorrection *correction)
{
  const BulSpan *span = correction->spans->len == 0 ? NULL : correction->spans->pdata[0];

  return span == NULL || span->orphan || span->on == NULL ? NULL : span;
}

static const BulCorrection *
find_correction (const BulStory *story, const char *key)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      if (g_strcmp0 (correction->key, key) == 0)
        return correction;
    }
  return NULL;
}

/* Beside the script: whoever is elsewhere by now finds it there. */
static void
show_card (DeskWindow *self, const char *key)
{
  if (!adw_flap_get_folded (self->inner) && desk_window_is_on_desk (self, "script"))
    desk_window_show_pane (self, self->corrections_toggle);
  else
    gtk_toggle_button_set_active (self->corrections_toggle, TRUE);
  desk_corrections_pane_select (self->corrections_pane, key);
}

/* --- moving a correction on */

#define STEP "Move a correction on"

static void
tell_moved (DeskWindow *self, const char *key, BulCorrectionState state)
{
  g_autofree char *tag = desk_wording_dup_tag (key);

  /* Translators: C1, and what it is now: Approved. */
  desk_window_toast_undo (self, _ ("%s: %s"), tag, desk_wording_for_correction_state (state));
}

/* Of the story that is shown. */
static gboolean
move_on (DeskWindow *self, const char *key, BulCorrectionState state)
{
  g_autoptr (GError) error = NULL;

  if (!bul_publisher_move (desk_document_get_history (self->document), key, state,
                           desk_library_get_author (self->library), &error))
    {
      desk_window_toast (self, "%s", error->message);
      return FALSE;
    }
  tell_moved (self, key, state);
  return TRUE;
}

static void
forget_move (DeskWindow *self)
{
  g_clear_pointer (&self->moved_story, g_free);
  g_clear_pointer (&self->moved_correction, g_free);
}

/* The register tells what is saved. */
static void
move_sought (DeskWindow *self)
{
  if (move_on (self, self->moved_correction, self->moved_to))
    desk_window_save (self);
  forget_move (self);
}

/* A story is changed where it is open, so that all that guards it then guards it here. */
void
desk_window_move_in_register (DeskWindow *self)
{
  const BulRegisterRow *row = desk_register_get_chosen (self->register_desk);
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  BulCorrectionState next;

  if (row == NULL || row->error_class == 0
      || desk_wording_for_next_state (row->state, &next) == NULL)
    {
      desk_window_toast (self, "%s", _ ("There is nothing to approve or to publish here."));
      return;
    }
  forget_move (self);
  self->moved_story = g_strdup (row->uid);
  self->moved_correction = g_strdup (row->key);
  self->moved_to = next;
  desk_register_choose_next (self->register_desk);
  if (story != NULL && g_str_equal (story->uid, self->moved_story))
    move_sought (self);
  else
    desk_window_show_story (self, self->moved_story);
}

/* On the card: the story is saved when whoever sits there says so. */
static void
move_correction (GtkWidget *widget, const char *name, GVariant *key)
{
  DeskWindow *self = DESK_WINDOW (widget);
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  const BulCorrection *correction
      = story == NULL ? NULL : find_correction (story, g_variant_get_string (key, NULL));
  BulCorrectionState next;

  if (correction != NULL && desk_wording_for_next_state (correction->state, &next) != NULL)
    move_on (self, correction->key, next);
}

static void
withdraw_correction (GtkWidget *widget, const char *name, GVariant *key)
{
  DeskWindow *self = DESK_WINDOW (widget);

  if (self->document != NULL)
    move_on (self, g_variant_get_string (key, NULL), BUL_CORRECTION_WITHDRAWN);
}

void
desk_window_register_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.move-correction", "s", move_correction);
  gtk_widget_class_install_action (widget_class, "win.withdraw-correction", "s",
                                   withdraw_correction);
}

/* A story comes with the caret where it was; the one that was sought is opened at the correction.
 */
static void
document_cb (DeskWindow *self)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  const BulCorrection *correction;
  const BulSpan *span;

  if (story != NULL && g_strcmp0 (story->uid, self->moved_story) == 0)
    move_sought (self);
  if (story == NULL || self->sought_story == NULL || !g_str_equal (story->uid, self->sought_story))
    return;
  correction = find_correction (story, self->sought_correction);
  span = correction == NULL ? NULL : get_span (correction);
  if (self->is_for_script)
    desk_window_show_desk (self, "script");
  show_card (self, self->sought_correction);
  g_clear_pointer (&self->sought_story, g_free);
  if (span == NULL)
    return;
  desk_window_forget_place (self);
  self->kept = desk_session_new ();
  self->kept->story = g_strdup (story->uid);
  self->kept->block = g_strdup (span->on);
  self->kept->offset = (int) span->start;
}

static void
opened_cb (DeskWindow *self, const char *uid, const char *key)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  const BulCorrection *correction;
  const BulSpan *span;

  g_free (self->sought_story);
  g_free (self->sought_correction);
  self->sought_story = g_strdup (uid);
  g_free (self->story_of_register);
  self->story_of_register = g_strdup (uid);
  self->sought_correction = g_strdup (key);
  if (story == NULL || !g_str_equal (story->uid, uid))
    {
      desk_window_show_place (self, uid, NULL, 0);
      return;
    }
  g_clear_pointer (&self->sought_story, g_free);
  correction = find_correction (story, key);
  span = correction == NULL ? NULL : get_span (correction);
  desk_window_show_place (self, uid, span == NULL ? NULL : span->on,
                          span == NULL ? 0 : span->start);
  show_card (self, key);
}

void
desk_window_register_init (DeskWindow *self)
{
  g_signal_connect (self, "notify::document", G_CALLBACK (document_cb), NULL);
}

void
desk_window_join_register (DeskWindow *self)
{
  g_signal_connect_object (self->register_desk, "wanted", G_CALLBACK (wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->register_desk, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->register_desk, "left", G_CALLBACK (desk_window_leave_archive),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->register_desk, "moved", G_CALLBACK (desk_window_move_in_register),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "listed", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
desk_window_register_dispose (DeskWindow *self)
{
  stop_reading (self);
  forget_move (self);
  g_clear_pointer (&self->story_of_register, g_free);
  g_clear_pointer (&self->sought_story, g_free);
  g_clear_pointer (&self->sought_correction, g_free);
}

void
desk_window_show_register (DeskWindow *self)
{
  self->is_for_script = FALSE;
  desk_window_show_desk (self, "register");
}

GtkWidget *
desk_window_focus_register (DeskWindow *self)
{
  desk_register_focus (self->register_desk);
  return NULL;
}

void
desk_window_find_in_register (DeskWindow *self)
{
  desk_register_find (self->register_desk);
}

gboolean
desk_window_is_from_register (DeskWindow *self)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);

  return story != NULL && g_strcmp0 (story->uid, self->story_of_register) == 0
         && desk_window_is_on_desk (self, "script");
}

void
desk_window_go_back (DeskWindow *self)
{
  if (!desk_window_is_from_register (self))
    {
      desk_window_need_pairs (self);
      return;
    }
  g_clear_pointer (&self->story_of_register, g_free);
  desk_window_show_register (self);
}

/* What was typed in the entry, while that has the keys; else the last move, if nothing was done to
 * the story since. */
void
desk_window_undo_in_register (DeskWindow *self)
{
  BulHistory *history = self->document == NULL ? NULL : desk_document_get_history (self->document);

  if (!GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self))) && history != NULL
      && g_strcmp0 (bul_history_get_undo_name (history), STEP) == 0 && bul_history_undo (history))
    desk_window_save (self);
  else
    desk_register_undo (self->register_desk);
}

void
desk_window_redo_in_register (DeskWindow *self)
{
  desk_register_redo (self->register_desk);
}

void
desk_window_offer_export_of_register (DeskWindow *self)
{
  desk_register_offer_export (self->register_desk);
}

/* What is on its way to a file: the rows that were shown when it was asked for. */
typedef struct
{
  DeskWindow *window;
  const char *format;
  char *path;
  GPtrArray *items; /* of DeskRegisterItem, whose rows they are */
  GPtrArray *rows;  /* of BulRegisterRow */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_free (export->path);
  g_ptr_array_unref (export->rows);
  g_ptr_array_unref (export->items);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *shown = g_filename_display_name (name);

  if (desk_library_write_register_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (export->window, _ ("Exported to “%s”"), shown);
  else
    desk_window_toast (export->window, _ ("Not exported: %s"), error->message);
}

void
desk_window_write_register (DeskWindow *self, const char *format, const char *path)
{
  Export *export = g_new (Export, 1);

  desk_window_need_desk (self, "register");
  export->window = g_object_ref (self);
  export->format = format;
  export->path = g_strdup (path);
  export->items = desk_register_list_dup_shown (desk_register_get_list (self->register_desk));
  export->rows = g_ptr_array_new ();
  for (guint i = 0; i < export->items->len; i++)
    g_ptr_array_add (export->rows, (gpointer) desk_register_item_get_row (export->items->pdata[i]));
  desk_library_write_register_async (self->library, export->rows, format, path, exported_cb,
                                     export);
}

static void
respond (GtkNativeDialog *dialog, int response, DeskWindow *self, const char *format)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    {
      desk_window_remember_folder (self, GTK_FILE_CHOOSER (dialog));
      desk_window_write_register (self, format, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

static void
csv_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  respond (dialog, response, self, "csv");
}

static void
xlsx_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  respond (dialog, response, self, "xlsx");
}

static void
choose_file (DeskWindow *self, const char *format, GCallback response_cb)
{
  GtkFileChooser *chooser = desk_window_make_chooser (self, _ ("Export the Register"),
                                                      GTK_FILE_CHOOSER_ACTION_SAVE, response_cb);
  /* Translators: the name of a file with the register of corrections. */
  g_autofree char *name = g_strdup_printf ("%s.%s", C_ ("file", "corrections"), format);

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
desk_window_export_register_csv (DeskWindow *self)
{
  choose_file (self, "csv", G_CALLBACK (csv_response_cb));
}

void
desk_window_export_register_xlsx (DeskWindow *self)
{
  choose_file (self, "xlsx", G_CALLBACK (xlsx_response_cb));
}
