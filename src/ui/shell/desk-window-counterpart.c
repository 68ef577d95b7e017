/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-counterpart.h"
#include "bul-flow-counterpart.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-pairs.h"
#include "desk-pairs.h"
#include "desk-window-private.h"

/* A story in one language gets the other: what is copied, a file, an empty script, or the story
 * that the library takes for its counterpart. */

static gboolean
lacks_language (DeskWindow *self)
{
  return self->document != NULL && !desk_pairs_has_both (self->document);
}

/* What came is paired, and all of it is one step. */
static void
taken (DeskWindow *self)
{
  desk_pairs_follow (self->document);
  desk_window_focus_desk (self);
}

static void
take_story (DeskWindow *self, const BulStory *story)
{
  g_autoptr (GError) error = NULL;

  if (bul_flow_counterpart_take (desk_document_get_history (self->document), story, &error))
    taken (self);
  else
    desk_window_toast (self, "%s", error->message);
}

/* --- by paste */

static void
take_text (DeskWindow *self, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text == NULL ? "" : text));
  g_autoptr (GBytes) bytes = g_bytes_new (trimmed, strlen (trimmed));
  BulImportOptions options = { "UTF-8", FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = NULL;

  if (*trimmed == '\0')
    {
      desk_window_toast (self, _ ("There is no text to paste. Copy the script first."));
      return;
    }
  import = bul_importers_read (bytes, NULL, &options, &error);
  if (import == NULL)
    desk_window_toast (self, "%s", error->message);
  else
    take_story (self, import->stories->pdata[0]);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (lacks_language (self))
    take_text (self, text);
}

void
desk_window_paste_translation (DeskWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!lacks_language (self))
    return;
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, g_object_ref (self));
  else
    take_text (self, NULL);
}

/* --- from a file */

static void
read_job (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  BulImportOptions options = { 0 };
  GError *error = NULL;
  BulImport *import = bul_flow_read_file (path, &options, &error);

  if (import == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, import, (GDestroyNotify) bul_import_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskWindow *self = DESK_WINDOW (source);
  g_autoptr (DeskDocument) document = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->document != document || !lacks_language (self))
    return;
  if (import == NULL)
    desk_window_toast (self, _ ("Not opened: %s"), error->message);
  else if (import->stories->len != 1)
    desk_window_toast (self, _ ("There is more than one story in the file. Nothing was changed; "
                                "open it as stories, then choose one."));
  else
    take_story (self, import->stories->pdata[0]);
}

static void
response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && lacks_language (self))
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, g_object_ref (self->document));

      desk_window_remember_folder (self, chooser);
      g_task_set_task_data (task, g_file_get_path (file), g_free);
      g_task_run_in_thread (task, read_job);
    }
  g_object_unref (dialog);
}

void
desk_window_open_translation (DeskWindow *self)
{
  if (lacks_language (self))
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (
        desk_window_make_chooser (self, _ ("Open the Other Language"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                  G_CALLBACK (response_cb))));
}

/* --- empty */

/* What is typed next belongs into the new script, and begins with what is read first. */
static void
go_to_headline (DeskWindow *self)
{
  const GPtrArray *scripts = desk_document_get_story (self->document)->scripts;
  const BulScript *script = scripts->pdata[scripts->len - 1];
  const BulBlock *first = NULL;
  DeskView *view;

  for (guint i = 0; i < script->blocks->len && first == NULL; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (block->kind == BUL_BLOCK_HEADLINE || bul_block_kind_is_read (block->kind))
        first = block;
    }
  if (first == NULL)
    return;
  view = desk_window_bring_view (self, first->key);
  desk_view_show_place (view, first->key, 0);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

void
desk_window_new_translation (DeskWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!lacks_language (self))
    return;
  if (bul_counterpart_add_empty (desk_document_get_history (self->document), &error))
    {
      taken (self);
      go_to_headline (self);
    }
  else
    desk_window_toast (self, "%s", error->message);
}

/* --- what the library suggests */

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowCounterpart) found
      = desk_library_find_counterpart_finish (DESK_LIBRARY (source), result, &error);

  if (found == NULL || !lacks_language (self))
    return;
  g_clear_pointer (&self->counterpart, bul_flow_counterpart_free);
  self->counterpart = g_steal_pointer (&found);
  desk_translation_suggest (self->translation, self->counterpart->story, self->counterpart->score);
}

void
desk_window_look_for_counterpart (DeskWindow *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->counterpart, bul_flow_counterpart_free);
  if (self->translation != NULL)
    desk_translation_suggest (self->translation, NULL, 0);
  if (!lacks_language (self) || !desk_window_is_on_desk (self, "translation"))
    return;
  self->looking = g_cancellable_new ();
  desk_library_find_counterpart_async (self->library, self->document, self->looking, found_cb,
                                       g_object_ref (self));
}

void
desk_window_forget_counterpart (DeskWindow *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->counterpart, bul_flow_counterpart_free);
}

void
desk_window_accept_pair (DeskWindow *self)
{
  g_autoptr (BulFlowCounterpart) counterpart = NULL;

  if (!lacks_language (self))
    {
      desk_translation_confirm (self->translation);
      return;
    }
  counterpart = g_steal_pointer (&self->counterpart);
  if (counterpart != NULL)
    take_story (self, counterpart->story);
}
