/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "bul-notes.h"
#include "desk-label.h"
#include "desk-panes.h"
#include "desk-recent.h"
#include "desk-settings.h"
#include "desk-status.h"
#include "desk-story-row.h"
#include "desk-wording.h"

enum
{
  PROP_DOCUMENT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, ADW_TYPE_APPLICATION_WINDOW)

typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
} Saving;

/* What has given way meanwhile is settled: nobody need know that it was not saved. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (DeskWindow) self = saving->window;
  g_autoptr (DeskDocument) document = saving->document;
  g_autoptr (GError) error = NULL;

  if (desk_library_save_finish (DESK_LIBRARY (source), result, &error))
    desk_window_hide_card (self);
  else if (desk_library_has_document (DESK_LIBRARY (source), document))
    desk_window_show_failed_save (self, error);
}

void
desk_window_save (DeskWindow *self)
{
  Saving *saving;

  if (self->document == NULL)
    return;
  saving = g_new (Saving, 1);
  saving->window = g_object_ref (self);
  saving->document = g_object_ref (self->document);
  desk_library_save_async (self->library, self->document, saved_cb, saving);
}

static void
show_title (DeskWindow *self)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  const char *headline
      = self->document == NULL ? NULL : desk_document_get_headline (self->document);
  g_autofree char *subtitle = NULL;
  g_autofree char *window_title = NULL;

  if (story != NULL && headline == NULL)
    headline = _ ("No headline");
  if (story != NULL && story->programme != NULL)
    subtitle = g_strdup_printf ("%s · %s", story->programme,
                                desk_wording_for_story_state (story->state));
  else if (story != NULL)
    subtitle = g_strdup (desk_wording_for_story_state (story->state));
  if (headline != NULL)
    window_title = g_strdup_printf ("%s – %s", headline, _ ("Bulletin Desk"));

  adw_view_switcher_title_set_title (self->title,
                                     headline == NULL ? _ ("Bulletin Desk") : headline);
  adw_view_switcher_title_set_subtitle (self->title, subtitle == NULL ? "" : subtitle);
  gtk_window_set_title (GTK_WINDOW (self),
                        window_title == NULL ? _ ("Bulletin Desk") : window_title);
}

static void
show_count (GtkLabel *label, guint count)
{
  g_autofree char *words = g_strdup_printf ("%u", count);

  gtk_label_set_label (label, count == 0 ? "" : words);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
}

static void
findings_changed_cb (DeskWindow *self)
{
  DeskFindings *findings
      = self->document == NULL ? NULL : desk_document_get_findings (self->document);

  show_count (self->findings_count, findings == NULL ? 0 : desk_findings_get_open (findings)->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-finding",
                                 findings != NULL && desk_findings_get_open (findings)->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-finding",
                                 findings != NULL && desk_findings_get_open (findings)->len > 0);
}

/* What a flag in the margin stands for is shown beside the script. */
static void
finding_pressed_cb (DeskWindow *self, guint number)
{
  desk_window_show_pane (self, self->findings_toggle);
  desk_findings_pane_show (self->findings_pane, number);
}

static void
correction_pressed_cb (DeskWindow *self, const char *key)
{
  desk_window_show_pane (self, self->corrections_toggle);
  desk_corrections_pane_select (self->corrections_pane, key);
}

void
desk_window_adopt_view (DeskWindow *self, DeskView *view)
{
  g_signal_connect_swapped (view, "finding-pressed", G_CALLBACK (finding_pressed_cb), self);
  g_signal_connect_swapped (view, "correction-pressed", G_CALLBACK (correction_pressed_cb), self);
  desk_window_follow_notes (self, view);
  desk_window_check_spelling (self, view);
}

static void
dismissed_cb (DeskWindow *self)
{
  desk_window_toast_undo (self, "%s", _ ("Dismissed. It stays as it is."));
}

static void
restored_cb (DeskWindow *self, guint number)
{
  desk_window_toast_undo (self, _ ("The story reads as revision %u again."), number);
}

static void
failed_cb (DeskWindow *self, const char *words)
{
  desk_window_toast (self, "%s", words);
}

static DeskStoryRow *
find_row (GListModel *rows, const char *uid, guint *position)
{
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (DeskStoryRow) row = g_list_model_get_item (rows, i);

      *position = i;
      if (g_str_equal (desk_story_row_get_uid (row), uid))
        return row;
    }
  return NULL;
}

/* Negative while a long script is still being measured. */
static double
get_seconds (DeskDocument *document)
{
  DeskReadTime *time = desk_document_get_read_time (document);

  return desk_read_time_is_ready (time)
             ? bul_seconds_sum (bul_read_time_get_total (desk_read_time_get_time (time)))
             : -1;
}

/* The row says what the window says. It is looked for where another story is shown than before. */
static void
follow_in_list (DeskWindow *self, const BulStory *story)
{
  guint position;

  if (self->row != NULL && !g_str_equal (desk_story_row_get_uid (self->row), story->uid))
    {
      desk_story_row_follow (self->row, NULL, NULL, -1);
      g_clear_weak_pointer (&self->row);
    }
  if (self->row == NULL)
    g_set_weak_pointer (&self->row,
                        find_row (desk_library_get_rows (self->library), story->uid, &position));
  if (self->row != NULL)
    desk_story_row_follow (self->row, story, desk_document_get_headline (self->document),
                           get_seconds (self->document));
}

static void
time_changed_cb (DeskWindow *self)
{
  if (self->document != NULL)
    follow_in_list (self, desk_document_get_story (self->document));
}

static void
document_changed_cb (DeskWindow *self)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);

  show_count (self->speakers_count, story == NULL ? 0 : story->speakers->len);
  show_count (self->corrections_count, story == NULL ? 0 : story->corrections->len);
  show_count (self->notes_count, story == NULL ? 0 : bul_notes_count_open (story));
  show_count (self->history_count, story == NULL ? 0 : story->revisions->len);
  show_title (self);
  if (story != NULL)
    follow_in_list (self, story);
  desk_window_watch_lock (self);
  desk_window_update_actions (self);
}

guint
desk_window_get_listed_revision (DeskWindow *self, const char *uid)
{
  guint position;
  DeskStoryRow *row = find_row (desk_library_get_rows (self->library), uid, &position);

  return row == NULL ? 0 : desk_story_row_get_revision (row);
}

static gboolean
scroll_later_cb (GtkWidget *stories, GdkFrameClock *clock, gpointer position)
{
  if (gtk_widget_get_height (stories) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_activate_action (stories, "list.scroll-to-item", "u", GPOINTER_TO_UINT (position));
  return G_SOURCE_REMOVE;
}

/* The row of the story that is shown; the list may not have it yet. */
static void
select_row (DeskWindow *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->document == NULL
      || find_row (G_LIST_MODEL (self->selection), desk_document_get_story (self->document)->uid,
                   &position)
             == NULL)
    position = GTK_INVALID_LIST_POSITION;
  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
  else if (self->row_in_sight == position)
    return;
  self->row_in_sight = position;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  /* A list that has no size yet would leave a hole where it scrolls past. */
  if (gtk_widget_get_height (GTK_WIDGET (self->stories)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->stories), "list.scroll-to-item", "u", position);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self->stories), scroll_later_cb,
                                  GUINT_TO_POINTER (position), NULL);
}

void
desk_window_set_document (DeskWindow *self, DeskDocument *document)
{
  self->is_leaving = FALSE;
  if (self->document != document)
    desk_window_note_place (self);
  if (!g_set_object (&self->document, document))
    return;
  self->warned_of = 0;
  self->seen_state = 0;

  /* The view keeps what nobody sees: without a text GTK 4.8 loses its caret, and itself. */
  if (document != NULL)
    desk_view_set_document (self->script, document, NULL);
  g_signal_group_set_target (self->signals, document);
  g_signal_group_set_target (self->time_signals,
                             document == NULL ? NULL : desk_document_get_read_time (document));
  g_signal_group_set_target (self->finding_signals,
                             document == NULL ? NULL : desk_document_get_findings (document));
  findings_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  document_changed_cb (self);
  desk_window_hide_card (self);
  desk_window_show_save_state (self);
  if (document != NULL)
    desk_window_tell_opened (self);
  desk_window_restore_place (self);
  desk_window_update_panes (self);
  desk_window_look_for_counterpart (self);
  gtk_stack_set_visible_child_name (self->script_stack, document == NULL ? "choose" : "script");
  select_row (self);
}

/* A story that was read, and is shown once a syllable of the one before is in. */
typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
} Arrival;

static void
arrived_cb (DeskView *view, gpointer data)
{
  g_autofree Arrival *arrival = data;
  g_autoptr (DeskWindow) self = arrival->window;
  g_autoptr (DeskDocument) document = arrival->document;
  /* A newer revision of the same story takes the focus from nobody. */
  gboolean is_same = self->kept != NULL && self->document != NULL;
  gboolean is_walking = self->is_walking;
  gboolean on_script;

  self->is_walking = FALSE;

  desk_window_set_document (self, document);
  desk_window_forget_place (self);
  desk_window_show_page (self, "desk");
  if (self->is_for_script)
    desk_window_show_desk (self, "script");
  if (self->is_for_script && is_walking && gtk_widget_get_mapped (GTK_WIDGET (self->stories)))
    desk_window_focus_stories (self);
  self->is_for_script = FALSE;
  on_script
      = !desk_window_is_on_desk (self, "archive") && !desk_window_is_on_desk (self, "register");
  /* Where another desk was asked for before it could be shown nobody has the focus. */
  if (!desk_window_is_prompting (self)
      && (on_script && !is_walking ? !is_same : gtk_window_get_focus (GTK_WINDOW (self)) == NULL))
    desk_window_focus_desk (self);
  desk_window_appear_now (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskDocument) document
      = desk_library_open_finish (DESK_LIBRARY (source), result, &error);
  Arrival *arrival;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (document == NULL)
    {
      self->is_leaving = FALSE;
      self->is_for_script = FALSE;
      desk_window_toast (self, _ ("The story could not be opened: %s"), error->message);
      select_row (self);
      return;
    }
  arrival = g_new (Arrival, 1);
  arrival->window = g_object_ref (self);
  arrival->document = g_object_ref (document);
  desk_window_commit (self, arrived_cb, arrival);
}

typedef struct
{
  DeskWindow *window;
  char *uid;
} Leaving;

/* The last syllable is in: what is left is saved, unless another window goes on with it, and the
 * other one comes. */
static void
committed_cb (DeskView *view, gpointer data)
{
  Leaving *leaving = data;
  DeskWindow *self = leaving->window;

  if (self->document != NULL && desk_document_get_modified (self->document)
      && !desk_window_is_shown_elsewhere (self, self->document))
    desk_window_save (self);
  self->is_leaving = TRUE;
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  desk_library_open_async (self->library, leaving->uid, self->opening, opened_cb,
                           g_object_ref (self));

  g_object_unref (leaving->window);
  g_free (leaving->uid);
  g_free (leaving);
}

void
desk_window_show_story (DeskWindow *self, const char *uid)
{
  Leaving *leaving = g_new (Leaving, 1);

  self->is_walking = FALSE;
  leaving->window = g_object_ref (self);
  leaving->uid = g_strdup (uid);
  desk_window_commit (self, committed_cb, leaving);
}

void
desk_window_show_place (DeskWindow *self, const char *uid, const char *block, guint offset)
{
  gboolean is_shown
      = self->document != NULL && g_str_equal (desk_document_get_story (self->document)->uid, uid);

  desk_window_forget_place (self);
  if (is_shown)
    desk_window_show_desk (self, "script");
  if (is_shown && block != NULL)
    desk_view_show_place (desk_window_bring_view (self, block), block, offset);
  if (is_shown)
    return;
  self->is_for_script = TRUE;
  if (block != NULL)
    {
      self->kept = desk_session_new ();
      self->kept->story = g_strdup (uid);
      self->kept->block = g_strdup (block);
      self->kept->offset = (int) offset;
    }
  desk_window_show_story (self, uid);
}

/* What the list holds decides which page is seen, once it was read and nothing is on its way. */
void
desk_window_listed (DeskWindow *self)
{
  gboolean is_empty = g_list_model_get_n_items (desk_library_get_rows (self->library)) == 0;

  if (!self->is_listed || self->n_busy > 0)
    return;
  desk_window_show_page (self, is_empty && self->document == NULL ? "empty" : "desk");
  desk_window_show_older (self);
  select_row (self);
  if (self->document != NULL)
    follow_in_list (self, desk_document_get_story (self->document));
}

void
desk_window_show_pane (DeskWindow *self, GtkToggleButton *toggle)
{
  adw_flap_set_reveal_flap (self->inner, TRUE);
  gtk_toggle_button_set_active (toggle, TRUE);
}

static void
pane_toggled_cb (GtkToggleButton *toggle, DeskWindow *self)
{
  const struct
  {
    GtkToggleButton *toggle;
    gpointer pane;
  } panes[] = {
    { self->speakers_toggle, self->speakers_pane },
    { self->corrections_toggle, self->corrections_pane },
    { self->notes_toggle, self->notes_pane },
    { self->findings_toggle, self->findings_pane },
    { self->history_toggle, self->history_pane },
  };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (gtk_toggle_button_get_active (toggle) && panes[i].toggle == toggle)
      gtk_stack_set_visible_child (self->panes, panes[i].pane);
}

/* Escape in a pane goes back to the caret. */
static gboolean
pane_key_pressed_cb (DeskWindow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->document == NULL)
    return GDK_EVENT_PROPAGATE;

  if (adw_flap_get_folded (self->inner))
    adw_flap_set_reveal_flap (self->inner, FALSE);
  desk_window_focus_desk (self);
  return GDK_EVENT_STOP;
}

static void
load_settings (DeskWindow *self)
{
  self->settings = desk_settings_new ();
  if (self->settings == NULL)
    return;

  desk_window_show_struck (self, g_settings_get_boolean (self->settings, "shows-struck"));
  /* The size of one window is where the next begins, and nothing to those that are open. */
  g_settings_bind (self->settings, "window-width", self, "default-width",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  desk_find_bar_remember (self->find_bar, self->settings);
}

static void
desk_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, DESK_WINDOW (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_handle_id (&self->appear_id, g_source_remove);
  g_clear_handle_id (&self->later_id, g_source_remove);
  if (self->library != NULL)
    desk_window_drop_imports (self);
  if (self->raise != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->raise));
  self->raise = NULL;
  g_clear_pointer (&self->term_form, gtk_widget_unparent);
  if (self->rename != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->rename));
  self->rename = NULL;
  desk_window_people_dispose (self);
  g_clear_object (&self->opening);
  desk_window_forget_counterpart (self);
  desk_window_forget_aids (self);
  desk_window_keys_dispose (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->time_signals);
  g_clear_object (&self->finding_signals);
  g_clear_object (&self->document);
  if (self->row != NULL)
    desk_story_row_follow (self->row, NULL, NULL, -1);
  g_clear_weak_pointer (&self->row);
  g_clear_object (&self->toast);
  g_clear_object (&self->selection);
  g_clear_object (&self->story_filter);
  g_clear_object (&self->settings);
  g_clear_object (&self->folder);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->page_setup);
  g_clear_object (&self->caret_signals);
  g_clear_pointer (&self->places, g_hash_table_unref);
  desk_window_forget_place (self);
  desk_window_register_dispose (self);
  desk_window_focus_dispose (self);
  g_clear_pointer (&self->tags, desk_window_tags_free);
  g_cancellable_cancel (self->listing_saved);
  g_clear_object (&self->listing_saved);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
  desk_window_places_dispose (self);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, broken);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, broken_deeds);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, broken_first);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, broken_second);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, broken_spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, desks);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, column);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, column_title);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, side);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, stories);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, story_search);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, no_stories);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, older);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, older_words);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, imports);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, script_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, script_area);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, list_side);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, inspector_side);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, script);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, translation_place);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, empty_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, card);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, speakers_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, corrections_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, findings_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, findings_count);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, findings_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, notes_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, notes_count);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, notes_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, history_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, history_count);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, history_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, speakers_count);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, corrections_count);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, archive_place);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, facets_place);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, preview_place);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, register_place);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, prompter_place);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, speakers_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, corrections_pane);
  gtk_widget_class_bind_template_callback (widget_class, pane_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, restored_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_window_compare_revision);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_window_dispose;
  object_class->get_property = desk_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = desk_window_close_request;

  properties[PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("session-changed", DESK_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  desk_panes_init ();
  desk_archive_ensure ();
  desk_prompter_ensure ();
  desk_register_ensure ();
  desk_translation_ensure ();
  g_type_ensure (DESK_TYPE_BANNER);
  g_type_ensure (DESK_TYPE_VIEW);
  g_type_ensure (DESK_TYPE_STATUS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/shell/desk-window.ui");
  bind_children (widget_class);
  desk_window_install_actions (widget_class);
  desk_window_people_install (widget_class);
  desk_window_register_install (widget_class);
  desk_window_speakers_install (widget_class);
  desk_window_aids_install (widget_class);
  desk_window_spelling_install (widget_class);
  desk_window_tags_install (widget_class);
}

static void
init_pane_keys (DeskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pane_key_pressed_cb), self);
  gtk_widget_add_controller (adw_flap_get_flap (self->inner), keys);
}

static void
desk_window_init (DeskWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->time_signals = g_signal_group_new (DESK_TYPE_READ_TIME);
  g_signal_group_connect_swapped (self->time_signals, "changed", G_CALLBACK (time_changed_cb),
                                  self);
  self->signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "composing",
                                  G_CALLBACK (desk_window_update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::save-state",
                                  G_CALLBACK (desk_window_show_save_state), self);
  self->finding_signals = g_signal_group_new (DESK_TYPE_FINDINGS);
  g_signal_group_connect_swapped (self->finding_signals, "changed",
                                  G_CALLBACK (findings_changed_cb), self);
  load_settings (self);
  desk_window_places_init (self);
  desk_window_adopt_view (self, self->script);
  desk_window_desks_init (self);
  desk_window_spelling_init (self);
  desk_window_session_init (self);
  desk_window_look_init (self);
  init_pane_keys (self);
  desk_window_speakers_init (self);
  desk_window_notes_init (self);
  desk_window_find_init (self);
  desk_window_focus_init (self);
  desk_window_translation_init (self);
  desk_window_aids_init (self);
  desk_window_keys_init (self);
  desk_recent_fill (self->recent_menu);
  desk_window_accept_drops (self);
  desk_label_keep_words_within (GTK_WIDGET (self->stack));
  desk_window_update_actions (self);
}

static void
follow_author (DeskWindow *self)
{
  const char *author = desk_library_get_author (self->library);

  desk_notes_pane_set_author (self->notes_pane, author);
  desk_findings_pane_set_author (self->findings_pane, author);
  if (self->translation != NULL)
    desk_translation_set_author (self->translation, author);
}

DeskWindow *
desk_window_new (GtkApplication *application, DeskLibrary *library)
{
  DeskWindow *self = g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);

  self->library = g_object_ref (library);
  follow_author (self);
  g_signal_connect_object (library, "author-changed", G_CALLBACK (follow_author), self,
                           G_CONNECT_SWAPPED);
  desk_window_follow (self);
  desk_window_watch_replaced (self);
  desk_window_follow_trouble (self);
  desk_window_stories_init (self);
  desk_window_people_init (self);
  desk_window_register_init (self);
  desk_window_tags_init (self);
  return self;
}

DeskDocument *
desk_window_get_document (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), NULL);

  return self->document;
}
