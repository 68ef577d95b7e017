/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-view.h"
#include "desk-window-private.h"

/* The keys stay in the text: whoever goes from story to story by them reads there. */
static void
go_to_story (DeskWindow *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 wanted = selected == GTK_INVALID_LIST_POSITION ? (by > 0 ? 0 : (gint64) n - 1)
                                                        : (gint64) selected + by;

  if (n == 0)
    return;
  if (wanted < 0 || wanted >= n)
    {
      desk_window_toast (self, by > 0 ? _ ("This is the last story of the list.")
                                      : _ ("This is the first story of the list."));
      return;
    }
  gtk_single_selection_set_selected (self->selection, (guint) wanted);
  self->is_walking = desk_window_has_list_focus (self);
}

void
desk_window_next_story (DeskWindow *self)
{
  go_to_story (self, 1);
}

void
desk_window_previous_story (DeskWindow *self)
{
  go_to_story (self, -1);
}

void
desk_window_show_last_edit (DeskWindow *self)
{
  if (!desk_view_show_last_edit (desk_window_get_view (self)))
    desk_window_toast (self, _ ("Nothing was edited here yet."));
}

void
desk_window_change_case (DeskWindow *self)
{
  if (!desk_view_change_case (desk_window_get_view (self)))
    desk_window_toast (self, _ ("Select letters that have capitals, within one line."));
}

/* Lines are moved by whoever has the keys in them. */
static void
move_lines (DeskWindow *self, int by)
{
  DeskView *view = desk_window_get_view (self);

  if (!gtk_widget_has_focus (GTK_WIDGET (view)) || desk_view_move_lines (view, by))
    return;
  desk_window_toast (self, by < 0 ? _ ("This is the first line.") : _ ("This is the last line."));
}

void
desk_window_move_up (DeskWindow *self)
{
  move_lines (self, -1);
}

void
desk_window_move_down (DeskWindow *self)
{
  move_lines (self, 1);
}

/* --- a line by its number */

static guint
read_number (DeskWindow *self, GtkEditable *entry)
{
  guint64 number;

  return g_ascii_string_to_unsigned (gtk_editable_get_text (entry), 10, 1,
                                     MAX (1, desk_view_count_lines (desk_window_get_view (self))),
                                     &number, NULL)
             ? (guint) number
             : 0;
}

static void
line_typed_cb (DeskWindow *self, GtkEditable *entry)
{
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (entry));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go",
                                           read_number (self, entry) > 0);
}

static void
line_response_cb (DeskWindow *self, const char *response, AdwMessageDialog *dialog)
{
  guint number = read_number (self, GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)));

  if (g_str_equal (response, "go") && number > 0)
    desk_view_go_to_line (desk_window_get_view (self), number);
  desk_window_focus_desk (self);
}

void
desk_window_go_to_line (DeskWindow *self)
{
  guint n = desk_view_count_lines (desk_window_get_view (self));
  g_autofree char *words
      = g_strdup_printf (ngettext ("The script has %u line.", "The script has %u lines.", n), n);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Go to Line"), words);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number of the line"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "go",
                                    _ ("_Go"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (line_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (line_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
