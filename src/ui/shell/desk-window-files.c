/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-recent.h"
#include "desk-window-private.h"

/* What the list does not make plain: that there were several, or that nothing is new. */
void
desk_window_tell_imported (DeskWindow *self, guint n_stories, guint n_new)
{
  if (n_stories > 0 && n_new == 0)
    desk_window_toast (self,
                       ngettext ("This story is in the library already. Nothing was doubled.",
                                 "These stories are in the library already. Nothing was doubled.",
                                 n_stories));
  else if (n_stories > 1)
    desk_window_toast (self,
                       ngettext ("%u story is in the library now.",
                                 "%u stories are in the library now. The first is shown.",
                                 n_stories),
                       n_stories);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  self->n_busy--;
  if (!desk_library_list_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (self, _ ("The list could not be read: %s"), error->message);
  desk_window_listed (self);
}

void
desk_window_list_anew (DeskWindow *self)
{
  self->n_busy++;
  desk_library_list_async (self->library, listed_cb, g_object_ref (self));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImported) imported = desk_library_import_finish (self->library, result, &error);

  desk_window_list_anew (self);
  self->n_busy--;
  if (imported == NULL)
    {
      desk_window_toast (self, _ ("Nothing was kept: %s"), error->message);
      return;
    }
  desk_window_tell_imported (self, imported->uids->len, imported->n_new);
  if (imported->failures->len > 0)
    desk_window_toast (self, _ ("Not opened: %s"), (const char *) imported->failures->pdata[0]);
  if (imported->uids->len > 0)
    {
      desk_window_leave_archive (self);
      desk_window_show_story (self, imported->uids->pdata[0]);
    }
}

void
desk_window_open_files (DeskWindow *self, GListModel *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  guint n_files = 0;

  g_return_if_fail (DESK_IS_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) == NULL)
        {
          desk_window_toast (self, _ ("Copy the file to this computer, then open it."));
          continue;
        }
      g_strv_builder_add (builder, g_file_peek_path (file));
      n_files++;
    }
  if (n_files == 0)
    return;

  paths = g_strv_builder_end (builder);
  if (n_files == 1 && g_str_has_suffix (paths[0], ".bulletin"))
    desk_window_use_library (self, paths[0]);
  else
    desk_window_import (self, (const char *const *) paths);
}

typedef struct
{
  DeskWindow *window;
  char *uri;
} Recent;

static void
open_recent_cb (DeskView *view, gpointer data)
{
  Recent *recent = data;
  g_autoptr (GFile) file = g_file_new_for_uri (recent->uri);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  g_list_store_append (files, file);
  if (g_file_query_exists (file, NULL))
    desk_window_open_files (recent->window, G_LIST_MODEL (files));
  else
    {
      desk_recent_forget (recent->uri);
      desk_window_toast (recent->window, _ ("“%s” is no longer there, so it left the list."),
                         shown);
    }
  g_object_unref (recent->window);
  g_free (recent->uri);
  g_free (recent);
}

void
desk_window_open_recent (DeskWindow *self, const char *uri)
{
  Recent *recent = g_new (Recent, 1);

  recent->window = g_object_ref (self);
  recent->uri = g_strdup (uri);
  desk_window_commit (self, open_recent_cb, recent);
}

static void
import_text (DeskWindow *self, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text == NULL ? "" : text));

  if (*trimmed == '\0')
    {
      desk_window_toast (self, _ ("There is no text to paste. Copy the script first."));
      return;
    }
  self->n_busy++;
  desk_library_import_text_async (self->library, text, imported_cb, g_object_ref (self));
}

/* The language of the window is most likely that of who writes. */
static gboolean
is_korean (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "ko");
}

void
desk_window_new_story (DeskWindow *self)
{
  self->n_busy++;
  desk_library_begin_story_async (self->library, is_korean () ? "ko" : "en", imported_cb,
                                  g_object_ref (self));
}

/* In the language of the window. */
void
desk_window_open_sample (DeskWindow *self)
{
  const char *path = is_korean () ? "/org/bulletindesk/BulletinDesk/samples/ko.txt"
                                  : "/org/bulletindesk/BulletinDesk/samples/en.txt";
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  import_text (self, text);
}

void
desk_window_remember_folder (DeskWindow *self, GtkFileChooser *chooser)
{
  g_clear_object (&self->folder);
  self->folder = gtk_file_chooser_get_current_folder (chooser);
}

GtkFileChooser *
desk_window_make_chooser (DeskWindow *self,
                          const char *title,
                          GtkFileChooserAction action,
                          GCallback response_cb)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);

  if (self->folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), self->folder, NULL);
  g_signal_connect_object (chooser, "response", response_cb, self, 0);
  return GTK_FILE_CHOOSER (chooser);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      desk_window_remember_folder (self, GTK_FILE_CHOOSER (dialog));
      desk_window_open_files (self, files);
    }
  g_object_unref (dialog);
}

void
desk_window_open (DeskWindow *self)
{
  GtkFileChooser *chooser = desk_window_make_chooser (
      self, _ ("Open a Script"), GTK_FILE_CHOOSER_ACTION_OPEN, G_CALLBACK (open_response_cb));

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  import_text (self, text);
}

static gboolean
has_text (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  gboolean has = gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);

  gdk_content_formats_unref (formats);
  return has;
}

/* GTK 4.8 never forgets who asked for text where there is none. */
void
desk_window_paste_story (DeskWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (has_text (clipboard))
    gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, g_object_ref (self));
  else
    import_text (self, NULL);
}

static void
copy_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = desk_library_save_copy_finish (DESK_LIBRARY (source), result, &error);

  self->is_copying = FALSE;
  if (uid == NULL)
    {
      desk_window_toast (self, _ ("Not saved: %s"), error->message);
      return;
    }
  desk_window_hide_card (self);
  desk_window_toast (self, _ ("Yours is a story of its own now; the other is unchanged."));
  desk_window_list_anew (self);
  desk_window_show_story (self, uid);
}

void
desk_window_save_copy (DeskWindow *self)
{
  if (self->is_copying)
    return;
  self->is_copying = TRUE;
  desk_library_save_copy_async (self->library, self->document, copy_saved_cb, g_object_ref (self));
}

static gboolean
files_dropped_cb (DeskWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (list, link->data);
  desk_window_open_files (self, G_LIST_MODEL (list));
  return TRUE;
}

static gboolean
text_dropped_cb (DeskWindow *self, const GValue *value)
{
  import_text (self, g_value_get_string (value));
  return TRUE;
}

static GdkDragAction
hover_cb (DeskWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "dropping");
  return GDK_ACTION_COPY;
}

static void
left_cb (DeskWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->stack), "dropping");
}

static GtkEventController *
make_target (DeskWindow *self, GType type, GCallback dropped_cb)
{
  GtkDropTarget *target = gtk_drop_target_new (type, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", dropped_cb, self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (hover_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (left_cb), self);
  return GTK_EVENT_CONTROLLER (target);
}

/* Files are taken before the script sees them, which would write their names into the text. Text
 * goes into the script where it is dropped on it, and becomes a story anywhere else. */
void
desk_window_accept_drops (DeskWindow *self)
{
  GtkEventController *files = make_target (self, GDK_TYPE_FILE_LIST, G_CALLBACK (files_dropped_cb));

  gtk_event_controller_set_propagation_phase (files, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), files);
  gtk_widget_add_controller (GTK_WIDGET (self),
                             make_target (self, G_TYPE_STRING, G_CALLBACK (text_dropped_cb)));
}
