/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "desk-list-focus.h"
#include "desk-story-filter.h"
#include "desk-story-item.h"
#include "desk-story-row.h"
#include "desk-window-private.h"

/* Whoever walks along the list by its keys sees each story and stays in the list; a click and Enter
 * lead into the text. */
static void
selected_cb (DeskWindow *self)
{
  DeskStoryRow *row = gtk_single_selection_get_selected_item (self->selection);
  const char *shown = self->document == NULL ? NULL : desk_document_get_story (self->document)->uid;

  if (row == NULL || g_strcmp0 (desk_story_row_get_uid (row), shown) == 0)
    return;
  if (desk_window_is_on_desk (self, "register"))
    self->is_for_script = TRUE;
  desk_window_show_story (self, desk_story_row_get_uid (row));
  self->is_walking = !self->is_list_clicked;
  if (self->is_list_clicked && adw_flap_get_folded (self->outer))
    adw_flap_set_reveal_flap (self->outer, FALSE);
}

/* A story that is still on its way goes into its text when it is there. */
static void
activated_cb (DeskWindow *self, guint position)
{
  g_autoptr (DeskStoryRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const char *shown = self->document == NULL ? NULL : desk_document_get_story (self->document)->uid;

  if (row == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_walking = FALSE;
  if (g_strcmp0 (desk_story_row_get_uid (row), shown) == 0)
    {
      if (desk_window_is_on_desk (self, "register"))
        desk_window_show_desk (self, "script");
      desk_window_focus_desk (self);
    }
  if (adw_flap_get_folded (self->outer))
    adw_flap_set_reveal_flap (self->outer, FALSE);
}

void
desk_window_focus_stories (DeskWindow *self)
{
  desk_list_focus_chosen (self->stories);
}

gboolean
desk_window_has_list_focus (DeskWindow *self)
{
  return desk_list_has_focus (self->stories);
}

/* The list would be entered at the row where it was left. */
static void
focus_cb (DeskWindow *self)
{
  gboolean was_in_list = self->is_in_list;

  self->is_in_list = desk_list_has_focus (self->stories);
  if (!self->is_in_list)
    self->is_list_clicked = FALSE;
  else if (!was_in_list && !self->is_list_clicked)
    desk_window_focus_stories (self);
}

static void
pressed_cb (DeskWindow *self)
{
  self->is_list_clicked = TRUE;
}

static gboolean
key_cb (DeskWindow *self)
{
  self->is_list_clicked = FALSE;
  return GDK_EVENT_PROPAGATE;
}

static void
rows_changed_cb (DeskWindow *self)
{
  desk_window_listed (self);
}

/* Both are asked before the rows are. */
static void
follow_hands (DeskWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stories), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stories), keys);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

static const char *
get_words (DeskWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->story_search));

  return words[strspn (words, " ")] == '\0' ? NULL : words;
}

static gboolean
is_searching (DeskWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->story_search));
}

const char *
desk_window_get_story_search (DeskWindow *self)
{
  return is_searching (self) ? get_words (self) : NULL;
}

void
desk_window_show_older (DeskWindow *self)
{
  const char *words = get_words (self);
  g_autofree char *label = words == NULL
                               ? NULL
                               /* Translators: %s is what was typed. */
                               : g_strdup_printf (_ ("Search the Archive for “%s”"), words);

  gtk_label_set_label (self->older_words,
                       label == NULL ? _ ("Older Stories in the Archive") : label);
  gtk_widget_set_visible (self->older, words != NULL || !desk_library_lists_all (self->library));
  gtk_widget_set_visible (self->no_stories,
                          words != NULL
                              && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0);
}

/* The story that is shown is chosen wherever it is in the list. */
static void
search_changed_cb (DeskWindow *self)
{
  desk_story_filter_set_text (self->story_filter,
                              gtk_editable_get_text (GTK_EDITABLE (self->story_search)));
  desk_window_listed (self);
}

static void
older_cb (DeskWindow *self)
{
  desk_window_search_archive_for (self, get_words (self));
}

/* Enter goes to the story that is chosen of those that were found, or to the first of them; where
 * none is, the texts of the archive may have the words. */
static void
search_activated_cb (DeskWindow *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (get_words (self) == NULL)
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    older_cb (self);
  else
    activated_cb (self, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
}

/* Escape: all stories again, and the keys are where the work is. */
static void
search_stopped_cb (DeskWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->story_search), "");
  desk_window_focus_desk (self);
}

static gboolean
search_key_cb (DeskWindow *self, guint keyval, guint code, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down || (state & GDK_MODIFIER_MASK & ~GDK_LOCK_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
        gtk_single_selection_set_selected (self->selection, 0);
      desk_window_focus_stories (self);
    }
  return GDK_EVENT_STOP;
}

static void
follow_search (DeskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->story_search), keys);
  g_signal_connect_object (self->story_search, "search-changed", G_CALLBACK (search_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->story_search, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->story_search, "stop-search", G_CALLBACK (search_stopped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->older, "clicked", G_CALLBACK (older_cb), self, G_CONNECT_SWAPPED);
}

void
desk_window_stories_init (DeskWindow *self)
{
  GListModel *rows = desk_library_get_rows (self->library);
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (DeskLengths) lengths = desk_lengths_new (self->library, self->settings);

  self->story_filter = desk_story_filter_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (rows), g_object_ref (self->story_filter))));
  factory = desk_story_item_factory_new (G_LIST_MODEL (self->selection), lengths);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_factory (self->stories, factory);
  gtk_list_view_set_model (self->stories, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stories, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  follow_hands (self);
  follow_search (self);
}
