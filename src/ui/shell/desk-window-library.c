/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "bul-flow.h"
#include "bul-place.h"
#include "desk-report.h"
#include "desk-settings.h"
#include "desk-window-private.h"

/* What only a button of a banner or page does, once it was shown. */
static const char *const ways_out[]
    = { "win.new-library",     "win.try-library",      "win.copy-library",
        "win.move-library",    "win.put-library-back", "win.salvage-library",
        "win.back-up-library", "win.leave-trouble",    NULL };

void
desk_window_allow_deed (DeskWindow *self, const DeskDeed *deed)
{
  if (deed->label != NULL && g_strv_contains (ways_out, deed->action))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), deed->action, TRUE);
}

static void
show_deed (DeskWindow *self, GtkButton *button, const DeskDeed *deed)
{
  gtk_widget_set_visible (GTK_WIDGET (button), deed->label != NULL);
  if (deed->label == NULL)
    return;
  desk_window_allow_deed (self, deed);
  gtk_button_set_label (button, _ (deed->label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), deed->action);
}

/* A page of its own says it while there is nothing to be read. */
static void
show_page (DeskWindow *self, const char *icon, const char *title, const char *words)
{
  g_autofree char *path = g_filename_display_name (desk_library_get_path (self->library));
  g_autofree char *escaped = g_markup_printf_escaped ("%s\n\n%s", words, path);

  adw_status_page_set_icon_name (self->broken, icon);
  adw_status_page_set_title (self->broken, title);
  adw_status_page_set_description (self->broken, escaped);
  desk_window_show_page (self, "broken");
}

void
desk_window_show_broken (DeskWindow *self, const GError *error)
{
  const DeskTrouble *trouble = desk_trouble_find (DESK_TROUBLE_OPENING, error);
  g_autofree char *words = desk_trouble_dup_words (trouble, error, NULL);

  gtk_spinner_stop (self->broken_spinner);
  gtk_widget_set_visible (self->broken_deeds, TRUE);
  show_deed (self, self->broken_first, desk_trouble_get_deed (trouble, 0));
  show_deed (self, self->broken_second, desk_trouble_get_deed (trouble, 1));
  show_page (self, "dialog-error-symbolic", _ (trouble->title), words);
}

static void
show_working (DeskWindow *self)
{
  gtk_spinner_start (self->broken_spinner);
  gtk_widget_set_visible (self->broken_deeds, FALSE);
  show_page (self, NULL, _ ("Reading what can still be read"),
             _ ("The damaged file is only read. This may take a few minutes."));
}

static void
troubled_cb (DeskWindow *self)
{
  DeskTroubleWhen when;
  const GError *error = desk_library_get_trouble (self->library, &when);
  const DeskTrouble *trouble = error == NULL ? NULL : desk_trouble_find (when, error);
  g_autofree char *words = error == NULL ? NULL : desk_trouble_dup_words (trouble, error, NULL);

  for (guint i = 0; trouble != NULL && i < DESK_TROUBLE_N_DEEDS; i++)
    desk_window_allow_deed (self, desk_trouble_get_deed (trouble, i));
  if (trouble == NULL)
    desk_banner_hide (self->banner);
  else
    desk_banner_show (self->banner, _ (trouble->title), words, desk_trouble_get_deed (trouble, 0),
                      desk_trouble_get_deed (trouble, 1));
  desk_window_show_save_state (self);
}

/* Who works in several libraries sees which of them this is; most people have one, and read nothing
 * of it. */
static void
show_library_name (DeskWindow *self)
{
  const char *path = desk_library_get_path (self->library);
  g_autofree char *usual = bul_flow_dup_library_path ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = g_filename_display_name (path);

  if (g_str_has_suffix (name, ".bulletin"))
    name[strlen (name) - strlen (".bulletin")] = '\0';
  adw_window_title_set_subtitle (self->column_title, g_str_equal (path, usual) ? "" : name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->column_title), shown);
}

/* Stories that were not kept are read anew. */
static void
moved_cb (DeskWindow *self)
{
  show_library_name (self);
  if (self->document != NULL && !desk_library_has_document (self->library, self->document))
    desk_window_set_document (self, NULL);
  self->is_listed = FALSE;
  desk_window_start (self);
}

void
desk_window_follow_trouble (DeskWindow *self)
{
  for (guint i = 0; ways_out[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), ways_out[i], FALSE);
  g_signal_connect_object (self->library, "troubled", G_CALLBACK (troubled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  show_library_name (self);
  troubled_cb (self);
}

void
desk_window_try_library (DeskWindow *self)
{
  desk_window_start (self);
}

void
desk_window_leave_trouble (DeskWindow *self)
{
  desk_library_leave_trouble (self->library);
}

/* What was only in this window is saved where the library is now. */
static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  DeskLibrary *library = DESK_LIBRARY (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;

  if (!desk_library_move_finish (library, result, &error))
    {
      desk_window_toast (self, _ ("The library is where it was: %s"), error->message);
      return;
    }
  desk_settings_set_library (self->settings, desk_library_get_path (library));
  unsaved = desk_library_list_unsaved (library);
  for (guint i = 0; i < unsaved->len; i++)
    desk_library_save_async (library, unsaved->pdata[i], NULL, NULL);
  shown = g_filename_display_name (desk_library_get_path (library));
  desk_window_toast (self, _ ("The library is “%s” now."), shown);
}

void
desk_window_move_library_to (DeskWindow *self, const char *path)
{
  desk_library_move_async (self->library, path, settled_cb, g_object_ref (self));
}

void
desk_window_put_library_back (DeskWindow *self)
{
  desk_library_put_back_async (self->library, settled_cb, g_object_ref (self));
}

typedef void (*PathFunc) (DeskWindow *self, const char *path);

/* The path that was chosen, if any; the chooser goes. */
static void
take_path (DeskWindow *self, GtkNativeDialog *dialog, int response, PathFunc func)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    func (self, g_file_peek_path (file));
  g_object_unref (dialog);
}

static void
move_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  take_path (self, dialog, response, desk_window_move_library_to);
}

static void
use_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  take_path (self, dialog, response, desk_window_use_library);
}

static void
choose (DeskWindow *self,
        const char *title,
        GtkFileChooserAction action,
        const char *name,
        GCallback response_cb)
{
  GtkFileChooser *chooser = desk_window_make_chooser (self, title, action, response_cb);

  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
desk_window_move_library (DeskWindow *self)
{
  choose (self, _ ("Move the Library to"), GTK_FILE_CHOOSER_ACTION_SAVE, "library.bulletin",
          G_CALLBACK (move_response_cb));
}

/* Where the library is kept when nothing else was said, if that is free and of this computer; else
 * a place that is chosen. */
void
desk_window_copy_library (DeskWindow *self)
{
  g_autofree char *usual = bul_flow_dup_library_path ();

  if (!g_file_test (usual, G_FILE_TEST_EXISTS) && bul_place_look (usual) == BUL_PLACE_OWN)
    desk_window_move_library_to (self, usual);
  else
    choose (self, _ ("Copy the Library to"), GTK_FILE_CHOOSER_ACTION_SAVE, "library.bulletin",
            G_CALLBACK (move_response_cb));
}

void
desk_window_open_library (DeskWindow *self)
{
  choose (self, _ ("Open a Library"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
          G_CALLBACK (use_response_cb));
}

void
desk_window_new_library (DeskWindow *self)
{
  choose (self, _ ("Begin a Library"), GTK_FILE_CHOOSER_ACTION_SAVE, "library.bulletin",
          G_CALLBACK (use_response_cb));
}

/* Everything that is unsaved, on its way to the disk before another library is opened. */
typedef struct
{
  DeskWindow *window;
  char *path;
  guint n_pending;
  gboolean has_failed;
} Leaving;

static void
leaving_free (Leaving *leaving)
{
  g_object_unref (leaving->window);
  g_free (leaving->path);
  g_free (leaving);
}

static void
used_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;

  if (desk_library_move_finish (DESK_LIBRARY (source), result, NULL))
    desk_settings_set_library (self->settings, desk_library_get_path (self->library));
}

static void leave (Leaving *leaving);

static void
left_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Leaving *leaving = data;

  if (!desk_library_save_finish (DESK_LIBRARY (source), result, NULL))
    leaving->has_failed = TRUE;
  if (--leaving->n_pending == 0)
    leave (leaving);
}

/* Edits that cannot be saved are kept from getting lost: the card says why. What was typed while
 * others were saved is saved too. */
static void
leave (Leaving *leaving)
{
  DeskWindow *self = leaving->window;
  g_autoptr (GPtrArray) unsaved = desk_library_list_unsaved (self->library);

  if (!leaving->has_failed && unsaved->len > 0)
    {
      leaving->n_pending = unsaved->len;
      for (guint i = 0; i < unsaved->len; i++)
        desk_library_save_async (self->library, unsaved->pdata[i], left_cb, leaving);
      return;
    }
  if (leaving->has_failed)
    desk_window_toast (self, _ ("The library stays open, for not all is saved in it."));
  else
    desk_library_use_async (self->library, leaving->path, used_cb, g_object_ref (self));
  leaving_free (leaving);
}

/* The syllable that is being composed goes along. */
static void
committed_cb (DeskView *view, gpointer data)
{
  leave (data);
}

void
desk_window_use_library (DeskWindow *self, const char *path)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->window = g_object_ref (self);
  leaving->path = g_strdup (path);
  desk_window_commit (self, committed_cb, leaving);
}

static void
present_salvaged (DeskWindow *self, const DeskSalvaged *salvaged)
{
  g_autofree char *aside = g_filename_display_name (salvaged->aside);
  g_autofree char *whole = g_strdup_printf (
      ngettext ("%u story is whole.", "%u stories are whole.", salvaged->n_whole),
      salvaged->n_whole);
  g_autofree char *part
      = g_strdup_printf (ngettext ("%u is kept as far as it could be read.",
                                   "%u are kept as far as they could be read.", salvaged->n_part),
                         salvaged->n_part);
  g_autofree char *lost = g_strdup_printf (
      ngettext ("%u is lost.", "%u are lost.", salvaged->n_lost), salvaged->n_lost);
  g_autofree char *kept = g_strdup_printf (_ ("The damaged library is kept as “%s”."), aside);
  g_autofree char *body = g_strjoin (" ", whole, part, lost, kept, NULL);

  gtk_window_present (GTK_WINDOW (desk_report_new (
      GTK_WINDOW (self), _ ("The library is sound again"), body, salvaged->notes)));
}

static void
salvaged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSalvaged) salvaged
      = desk_library_salvage_finish (DESK_LIBRARY (source), result, &error);

  gtk_spinner_stop (self->broken_spinner);
  if (salvaged == NULL)
    {
      desk_window_show_broken (self, error);
      return;
    }
  present_salvaged (self, salvaged);
}

void
desk_window_salvage_library (DeskWindow *self)
{
  show_working (self);
  desk_library_salvage_async (self->library, salvaged_cb, g_object_ref (self));
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_library_copy_finish (DESK_LIBRARY (source), result, &error))
    {
      desk_window_toast (self, _ ("No backup was made: %s"), error->message);
      return;
    }
  desk_library_leave_trouble (self->library);
  desk_window_toast (self, _ ("The backup is made."));
}

static void
back_up_to (DeskWindow *self, const char *path)
{
  desk_library_copy_async (self->library, path, backed_up_cb, g_object_ref (self));
}

static void
back_up_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  take_path (self, dialog, response, back_up_to);
}

void
desk_window_back_up_library (DeskWindow *self)
{
  choose (self, _ ("Make a Backup"), GTK_FILE_CHOOSER_ACTION_SAVE, "library-backup.bulletin",
          G_CALLBACK (back_up_response_cb));
}
