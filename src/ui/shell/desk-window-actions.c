/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-amender.h"
#include "desk-window-private.h"
#include "desk-wording.h"

/* What a person can ask of the window, and by which keys. */
typedef struct
{
  const char *name;
  void (*run) (DeskWindow *self); /* NULL: done by GTK or the application, only the keys are ours */
  const char *accels[5];
  enum
  {
    AT_ONCE,
    COMMIT_FIRST, /* reads or moves text: the syllable being composed belongs to it */
  } order;
  /* What it does while somebody reads from the prompter; NULL: nothing. */
  void (*while_prompting) (DeskWindow *self);
  /* On the translation desk, for who is used to OmegaT; none: the same as elsewhere. One of them at
   * least has Ctrl or Alt where there are others else: GTK 4.8 cannot take keys from a menu. */
  const char *omegat[5];
} Action;

/* Where the selection comes to stand before the popover opens below it: this part of the height, so
 * that all of it fits under a window of 800. */
#define RAISE_PLACE 9

static void
toggle_flap (AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* Over the text it has the keys, which go back when it is put away. */
static void
toggle_list (DeskWindow *self)
{
  toggle_flap (self->outer);
  if (!adw_flap_get_folded (self->outer) || !adw_flap_get_reveal_flap (self->outer))
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->stories))
      || !gtk_widget_child_focus (GTK_WIDGET (self->stories), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->column), GTK_DIR_TAB_FORWARD);
}

static void
toggle_inspector (DeskWindow *self)
{
  toggle_flap (self->inner);
}

static gboolean
has_focus_within (DeskWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The key that leads into a pane leads back into the text. */
static void
go_to_pane (DeskWindow *self, GtkToggleButton *toggle)
{
  gboolean was_there
      = gtk_toggle_button_get_active (toggle) && has_focus_within (self, GTK_WIDGET (self->panes));

  desk_window_show_pane (self, toggle);
  if (was_there)
    desk_window_focus_desk (self);
  else if (!gtk_widget_child_focus (gtk_stack_get_visible_child (self->panes), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (toggle));
}

static void
show_speakers (DeskWindow *self)
{
  go_to_pane (self, self->speakers_toggle);
}

static void
show_corrections (DeskWindow *self)
{
  go_to_pane (self, self->corrections_toggle);
}

static void
show_findings (DeskWindow *self)
{
  go_to_pane (self, self->findings_toggle);
}

static void
show_notes (DeskWindow *self)
{
  go_to_pane (self, self->notes_toggle);
}

static void
show_history (DeskWindow *self)
{
  go_to_pane (self, self->history_toggle);
}

void
desk_window_go_to_finding (DeskWindow *self, guint number)
{
  if (number == 0)
    {
      desk_window_toast (self, _ ("Nothing odd is left in this script."));
      return;
    }
  if (!adw_flap_get_folded (self->inner))
    desk_window_show_pane (self, self->findings_toggle);
  desk_findings_pane_show (self->findings_pane, number);
}

static void
next_finding (DeskWindow *self)
{
  desk_window_go_to_finding (self, desk_view_get_next_finding (desk_window_get_view (self)));
}

static void
previous_finding (DeskWindow *self)
{
  desk_window_go_to_finding (self, desk_view_get_previous_finding (desk_window_get_view (self)));
}

/* An entry has an undo of its own, which is what is meant while one types there; where nothing was
 * typed that could be taken back the deeds are meant. */
gboolean
desk_window_asks_entry (DeskWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *before = NULL;

  if (!GTK_IS_TEXT (focus))
    return FALSE;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);
  return strcmp (gtk_editable_get_text (GTK_EDITABLE (focus)), before) != 0;
}

/* What a toast told of may be no more, and with it the card that had the keys: they go to the text,
 * and not to whatever GTK finds next. */
static void
go_back_or_on (DeskWindow *self, void (*turn) (DeskView *view))
{
  GtkWidget *pane = adw_flap_get_flap (self->inner);
  gboolean was_in_pane = has_focus_within (self, pane);

  desk_window_dismiss_toast (self);
  turn (self->script);
  if (was_in_pane && !has_focus_within (self, pane))
    desk_window_focus_desk (self);
}

static void
undo (DeskWindow *self)
{
  if (!desk_window_asks_entry (self, "text.undo"))
    go_back_or_on (self, desk_view_undo);
}

static void
redo (DeskWindow *self)
{
  if (!desk_window_asks_entry (self, "text.redo"))
    go_back_or_on (self, desk_view_redo);
}

/* Moves the words up, if need be, so that the popover has room below them. */
static void
make_room (DeskWindow *self)
{
  DeskView *view = desk_window_get_view (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double place = gtk_adjustment_get_page_size (adjustment) / RAISE_PLACE;
  GdkRectangle area;

  desk_view_get_selection_area (view, &area);
  if (area.y > place)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + area.y - place);
}

/* Where the popover points, in the script's area. Words whose place is not known yet, for the text
 * was not laid out so far, may be said to lie anywhere; a popover off the screen would have no
 * monitor. */
static GdkRectangle
get_raise_area (DeskWindow *self)
{
  DeskView *view = desk_window_get_view (self);
  GtkWidget *parent = desk_window_get_area (self);
  int width = gtk_widget_get_width (parent);
  int height = gtk_widget_get_height (parent);
  GdkRectangle area;
  double x;
  double y;

  desk_view_get_selection_area (view, &area);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), parent, area.x, area.y, &x, &y);
  area.x = CLAMP (x, 0, MAX (width - area.width, 0));
  area.y = CLAMP (y, 0, MAX (height - area.height, 0));
  return area;
}

/* No words that were typed once more behind what changed in them are longer, in characters. */
#define MOST_RETYPED 40

/* “30 percent” that became “31 percent” changed at its number; the caret stands where the typing
 * ended. Returns: the last of @items before that, or -1 */
static int
find_typed (DeskBuffer *buffer, const GArray *items, guint line, guint at)
{
  GtkTextIter caret;
  GtkTextIter last;
  int found = -1;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &caret,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  if (!desk_buffer_get_last_edit (buffer, &last) || !gtk_text_iter_equal (&caret, &last))
    return -1;
  for (guint i = 0; i < items->len; i++)
    {
      const DeskReviewItem *item = &g_array_index (items, DeskReviewItem, i);

      if (item->line == line && item->end < at && at - item->end <= MOST_RETYPED)
        found = (int) i;
    }
  return found;
}

/* A change at the caret that has no reason yet is what is meant: was and now are known. Words that
 * came or went alone are told of with a neighbour. */
static gboolean
find_change (DeskWindow *self, BulPassage *passage, char **was)
{
  DeskView *view = desk_window_get_view (self);
  DeskBuffer *buffer = desk_view_get_buffer (view);
  g_autoptr (GArray) items = buffer == NULL ? NULL : desk_review_list_unreasoned (buffer);
  guint line;
  guint start;
  guint end;
  int found = items != NULL && desk_view_get_bounds (view, &line, &start, &end)
                  ? desk_review_find (items, line, start, end)
                  : -1;
  const DeskReviewItem *item;
  gboolean is_typed = FALSE;

  if (found < 0 && items != NULL && desk_view_get_bounds (view, &line, &start, &end)
      && start == end)
    {
      found = find_typed (buffer, items, line, start);
      is_typed = found >= 0;
    }
  item = found < 0 ? NULL : &g_array_index (items, DeskReviewItem, found);
  if (item == NULL)
    return FALSE;
  /* Who selects more than the change means what is selected. */
  if (!is_typed && (start < item->start || end > item->end))
    return FALSE;
  *was = desk_review_dup_was (buffer, item, passage);
  return *was != NULL;
}

GdkRectangle
desk_window_get_words_area (DeskWindow *self)
{
  make_room (self);
  return get_raise_area (self);
}

static void
raised_cb (DeskWindow *self, const char *key)
{
  g_autofree char *tag = desk_wording_dup_tag (key);

  desk_corrections_pane_select (self->corrections_pane, key);
  if (!adw_flap_get_folded (self->inner))
    desk_window_show_pane (self, self->corrections_toggle);
  desk_window_toast (self, _ ("%s is raised. Its notice is in the Corrections pane."), tag);
}

static void
amended_cb (DeskWindow *self, const char *key)
{
  g_autofree char *tag = desk_wording_dup_tag (key);

  desk_window_toast_undo (self, _ ("%s is changed."), tag);
}

static void
raise_closed_cb (DeskWindow *self)
{
  desk_window_focus_desk (self);
}

/* The popover is no child of the view itself: keys that it leaves alone must not become text. */
static void
make_raise (DeskWindow *self)
{
  self->raise = DESK_RAISE (desk_raise_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->raise), self->script_area);
  desk_window_help_add_key (GTK_WIDGET (self->raise));
  g_signal_connect_swapped (self->raise, "raised", G_CALLBACK (raised_cb), self);
  g_signal_connect_swapped (self->raise, "amended", G_CALLBACK (amended_cb), self);
  g_signal_connect_swapped (self->raise, "closed", G_CALLBACK (raise_closed_cb), self);
}

void
desk_window_raise_correction (DeskWindow *self)
{
  BulPassage passage;
  g_autofree char *was = NULL;
  GdkRectangle area;

  if (self->raise == NULL)
    make_raise (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->raise)))
    return;
  if (!find_change (self, &passage, &was)
      && !desk_view_get_selection (desk_window_get_view (self), &passage))
    {
      desk_window_toast (self, _ ("Select the wrong words first, within one line."));
      return;
    }
  desk_window_attach (self, GTK_WIDGET (self->raise));
  area = desk_window_get_words_area (self);
  desk_raise_open (self->raise, self->document, &passage, was, &area,
                   desk_library_get_author (self->library));
}

/* From its card, which may lie over the script. */
static void
amend_correction (GtkWidget *widget, const char *name, GVariant *target)
{
  DeskWindow *self = DESK_WINDOW (widget);
  const char *key = g_variant_get_string (target, NULL);
  const BulCorrection *correction
      = self->document == NULL ? NULL
                               : bul_story_find (desk_document_get_story (self->document), key);
  GdkRectangle area;

  if (correction == NULL || !bul_amender_can_amend (correction))
    return;
  if (self->raise == NULL)
    make_raise (self);
  desk_corrections_pane_go_to (self->corrections_pane, key);
  desk_window_uncover_text (self);
  desk_window_attach (self, GTK_WIDGET (self->raise));
  area = desk_window_get_words_area (self);
  desk_raise_amend (self->raise, self->document, key, &area,
                    desk_library_get_author (self->library));
}

static void
close_window (DeskWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static const Action actions[] = {
  /* the library */
  { "win.open", desk_window_open, { "<Control>o" }, COMMIT_FIRST },
  { "win.import-folder", desk_window_import_folder, { "<Control><Shift>o" }, COMMIT_FIRST },
  { "win.new-story",
    desk_window_new_story,
    { "<Control>n" },
    COMMIT_FIRST,
    .omegat = { "<Control><Alt>s" } },
  { "win.paste-story", desk_window_paste_story, { "<Control><Shift>v" }, COMMIT_FIRST },
  { "win.open-sample", desk_window_open_sample, { NULL }, COMMIT_FIRST },
  { "win.open-library", desk_window_open_library, { "<Control><Shift>l" }, COMMIT_FIRST },
  { "win.new-library", desk_window_new_library, { NULL }, COMMIT_FIRST },
  { "win.try-library", desk_window_try_library, { NULL }, COMMIT_FIRST },
  { "win.copy-library", desk_window_copy_library, { NULL }, COMMIT_FIRST },
  { "win.move-library", desk_window_move_library, { NULL }, COMMIT_FIRST },
  { "win.put-library-back", desk_window_put_library_back, { NULL }, COMMIT_FIRST },
  { "win.salvage-library", desk_window_salvage_library, { NULL }, COMMIT_FIRST },
  { "win.back-up-library", desk_window_back_up_library, { NULL }, COMMIT_FIRST },
  { "win.leave-trouble", desk_window_leave_trouble, { NULL }, AT_ONCE },
  { "win.save", desk_window_save, { "<Control>s", "<Alt>s" }, COMMIT_FIRST, desk_window_save },
  { "win.compare-versions", desk_window_compare_versions, { NULL }, COMMIT_FIRST },
  { "win.save-copy", desk_window_save_copy, { NULL }, COMMIT_FIRST },
  { "win.export", desk_window_export, { "<Control><Shift>s" }, COMMIT_FIRST },
  { "win.export-pdf", desk_window_export_pdf, { NULL }, COMMIT_FIRST },
  { "win.print",
    desk_window_print,
    { "<Control>p" },
    COMMIT_FIRST,
    .omegat = { "<Control><Alt>p" } },
  /* the script */
  { "win.undo", undo, { "<Control>z" }, COMMIT_FIRST },
  { "win.redo", redo, { "<Control><Shift>z", "<Control>y" }, COMMIT_FIRST },
  { "win.last-edit", desk_window_show_last_edit, { "<Shift>F5" }, COMMIT_FIRST },
  { "win.change-case", desk_window_change_case, { "<Shift>F3" }, COMMIT_FIRST },
  { "win.move-line-up", desk_window_move_up, { "<Alt>Up" }, COMMIT_FIRST },
  { "win.move-line-down", desk_window_move_down, { "<Alt>Down" }, COMMIT_FIRST },
  { "win.go-to-line",
    desk_window_go_to_line,
    { "<Control>i" },
    COMMIT_FIRST,
    .omegat = { "<Control><Alt>l" } },
  { "win.next-story", desk_window_next_story, { "<Control><Alt>Page_Down" }, COMMIT_FIRST },
  { "win.previous-story", desk_window_previous_story, { "<Control><Alt>Page_Up" }, COMMIT_FIRST },
  { "win.next-open",
    desk_window_next_open,
    { "<Alt>Page_Down" },
    COMMIT_FIRST,
    .omegat = { "<Control>u", "<Alt>Page_Down" } },
  { "win.previous-open", desk_window_previous_open, { "<Alt>Page_Up" }, COMMIT_FIRST },
  { "win.next-finding", next_finding, { "F8" }, COMMIT_FIRST },
  { "win.previous-finding", previous_finding, { "<Shift>F8" }, COMMIT_FIRST },
  { "win.next-misspelt", desk_window_next_misspelt, { "F7" }, COMMIT_FIRST },
  { "win.previous-misspelt", desk_window_previous_misspelt, { "<Shift>F7" }, COMMIT_FIRST },
  { "win.find", desk_window_find, { "<Control>f" }, COMMIT_FIRST },
  { "win.replace", desk_window_replace, { "<Control>h" }, COMMIT_FIRST },
  { "win.next-match", desk_window_next_match, { "<Control>g" }, COMMIT_FIRST },
  { "win.previous-match", desk_window_previous_match, { "<Control><Shift>g" }, COMMIT_FIRST },
  { "win.search-archive", desk_window_search_archive, { "<Control>k" }, COMMIT_FIRST },
  { "win.show-people", desk_window_show_people, { "<Control><Shift>k" }, COMMIT_FIRST },
  { "win.find-in-library", desk_window_find_in_library, { "<Control><Shift>f" }, COMMIT_FIRST },
  { "win.save-search", desk_window_save_search, { "<Control>b" }, COMMIT_FIRST },
  { "win.next-change", desk_window_next_change, { "F6" }, COMMIT_FIRST },
  { "win.previous-change", desk_window_previous_change, { "<Shift>F6" }, COMMIT_FIRST },
  { "win.accept",
    desk_window_yes,
    { "<Control>Return", "<Control>KP_Enter" },
    COMMIT_FIRST,
    .omegat = { "Return", "KP_Enter", "Tab", "<Alt>Return" } },
  { "win.reject",
    desk_window_reject_change,
    { "<Control><Alt>Return", "<Control><Alt>KP_Enter" },
    COMMIT_FIRST },
  { "win.accept-to-here",
    desk_window_accept_changes_to_here,
    { "<Control><Shift>Return", "<Control><Shift>KP_Enter" },
    COMMIT_FIRST },
  { "win.toggle-struck", desk_window_toggle_struck, { "<Control><Shift>e" }, COMMIT_FIRST },
  { "win.lock-aired", desk_window_lock_aired, { "F12" }, COMMIT_FIRST },
  { "win.raise-correction",
    desk_window_raise_correction,
    { "<Control>r", "<Control><Alt>c" },
    COMMIT_FIRST,
    .omegat = { "<Control><Alt>c" } },
  { "win.give-reason", desk_window_give_reason, { NULL }, COMMIT_FIRST },
  { "win.replace-standing",
    desk_window_replace_standing,
    { "<Control><Shift>r" },
    COMMIT_FIRST,
    .omegat = { "<Control><Alt>e" } },
  { "win.rename-speaker", desk_window_rename_speaker, { "F2" }, COMMIT_FIRST },
  { "win.new-note", desk_window_new_note, { "<Control><Alt>m" }, COMMIT_FIRST },
  { "win.tag", desk_window_tag, { "<Control>d" }, COMMIT_FIRST },
  { "win.tag-person", desk_window_tag_person, { "<Control><Shift>p" }, COMMIT_FIRST },
  { "win.check-line", desk_window_check_line, { "<Control><Alt>v" }, COMMIT_FIRST },
  /* pairs of sentences */
  { "win.unlink-pair", desk_window_need_pairs, { "<Control><Alt>u" }, COMMIT_FIRST },
  { "win.leave-alone", desk_window_need_pairs, { "<Control><Alt>x" }, COMMIT_FIRST },
  { "win.join-pairs",
    desk_window_need_pairs,
    { "<Control>j" },
    COMMIT_FIRST,
    .omegat = { "<Control><Alt>j" } },
  { "win.split-pair",
    desk_window_need_pairs,
    { "<Control><Shift>j" },
    COMMIT_FIRST,
    .omegat = { "<Control><Alt>k" } },
  { "win.take-from-next", desk_window_need_pairs, { "<Alt><Shift>Down" }, COMMIT_FIRST },
  { "win.give-to-next", desk_window_need_pairs, { "<Alt><Shift>Up" }, COMMIT_FIRST },
  { "win.turn-over", desk_window_go_back, { "<Alt>Left", "<Alt>Right" }, COMMIT_FIRST },
  { "win.next-pair", desk_window_need_pairs, { NULL }, COMMIT_FIRST, .omegat = { "<Control>n" } },
  { "win.previous-pair",
    desk_window_need_pairs,
    { NULL },
    COMMIT_FIRST,
    .omegat = { "<Control>p", "<Control>Return", "<Control>KP_Enter", "<Shift>Tab" } },
  { "win.insert-chosen",
    desk_window_need_pairs,
    { NULL },
    COMMIT_FIRST,
    .omegat = { "<Control>i" } },
  { "win.replace-by-chosen",
    desk_window_need_pairs,
    { NULL },
    COMMIT_FIRST,
    .omegat = { "<Control>r" } },
  { "win.insert-source",
    desk_window_need_pairs,
    { NULL },
    COMMIT_FIRST,
    .omegat = { "<Control><Shift>i" } },
  { "win.replace-by-source",
    desk_window_need_pairs,
    { NULL },
    COMMIT_FIRST,
    .omegat = { "<Control><Shift>r" } },
  { "win.new-term", desk_window_need_pairs, { "<Control><Alt>n" }, COMMIT_FIRST },
  { "win.toggle-aids", desk_window_need_pairs, { "<Control><Alt>h" }, COMMIT_FIRST },
  /* the window */
  { "win.paste-translation", desk_window_paste_translation, { NULL }, COMMIT_FIRST },
  { "win.open-translation", desk_window_open_translation, { NULL }, COMMIT_FIRST },
  { "win.new-translation", desk_window_new_translation, { NULL }, COMMIT_FIRST },
  { "win.toggle-translation", desk_window_toggle_translation, { "<Control>t" }, COMMIT_FIRST },
  { "win.show-register", desk_window_show_register, { "<Control><Alt>r" }, COMMIT_FIRST },
  { "win.export-register-csv", desk_window_export_register_csv, { NULL }, COMMIT_FIRST },
  { "win.export-register-xlsx", desk_window_export_register_xlsx, { NULL }, COMMIT_FIRST },
  { "win.next-desk", desk_window_next_desk, { "<Control>Page_Down" }, COMMIT_FIRST },
  { "win.previous-desk", desk_window_previous_desk, { "<Control>Page_Up" }, COMMIT_FIRST },
  { "win.show-speakers", show_speakers, { "<Control><Alt>1" }, COMMIT_FIRST },
  { "win.show-corrections", show_corrections, { "<Control><Alt>2" }, COMMIT_FIRST },
  { "win.show-notes", show_notes, { "<Control><Alt>3" }, COMMIT_FIRST },
  { "win.show-findings", show_findings, { "<Control><Alt>4" }, COMMIT_FIRST },
  { "win.show-history", show_history, { "<Control><Alt>5" }, COMMIT_FIRST },
  { "win.prompter",
    desk_window_prompter,
    { "F5" },
    COMMIT_FIRST,
    desk_window_prompter_run_or_stop },
  { "win.new-window", desk_window_open_another, { "<Control><Shift>n" }, COMMIT_FIRST },
  { "win.toggle-list", toggle_list, { "<Control><Alt>b" }, AT_ONCE },
  { "win.toggle-inspector", toggle_inspector, { "<Control><Alt>i" }, AT_ONCE },
  { "win.help", desk_window_help, { "F1" }, COMMIT_FIRST, desk_window_prompter_help },
  { "win.zoom-in",
    desk_window_zoom_in,
    { "<Control>plus", "<Control>equal", "<Control>KP_Add" },
    AT_ONCE,
    desk_window_prompter_larger },
  { "win.zoom-out",
    desk_window_zoom_out,
    { "<Control>minus", "<Control>KP_Subtract" },
    AT_ONCE,
    desk_window_prompter_smaller },
  { "win.zoom-usual",
    desk_window_zoom_usual,
    { "<Control>0", "<Control>KP_0" },
    AT_ONCE,
    desk_window_prompter_usual_size },
  { "win.fullscreen",
    desk_window_toggle_fullscreen,
    { "F11" },
    AT_ONCE,
    desk_window_toggle_fullscreen },
  { "win.preferences", desk_window_show_preferences, { "<Control>comma" }, COMMIT_FIRST },
  { "win.shortcuts", desk_window_show_shortcuts, { "<Control>question" }, COMMIT_FIRST },
  { "win.about", desk_window_show_about, { NULL }, COMMIT_FIRST },
  { "win.close", close_window, { "<Control>w" }, AT_ONCE, desk_window_leave_prompter },
  { "app.quit", NULL, { "<Control>q" }, AT_ONCE },
};

static void
do_action (DeskWindow *self, const Action *action)
{
  if (desk_window_is_prompting (self))
    {
      if (action->while_prompting != NULL)
        action->while_prompting (self);
    }
  else if (!desk_window_run_on_desk (self, action->name))
    action->run (self);
}

typedef struct
{
  DeskWindow *window;
  const Action *action;
} Deed;

static void
committed_cb (DeskView *view, gpointer data)
{
  g_autofree Deed *deed = data;

  /* What was done before it may have closed the window. */
  if (deed->window->library != NULL)
    do_action (deed->window, deed->action);
  g_object_unref (deed->window);
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  Deed *deed;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (strcmp (actions[i].name, name) != 0)
        continue;
      if (actions[i].order == AT_ONCE)
        {
          do_action (self, &actions[i]);
          return;
        }
      deed = g_new (Deed, 1);
      deed->window = g_object_ref (self);
      deed->action = &actions[i];
      desk_window_commit (self, committed_cb, deed);
      return;
    }
}

static void
open_recent (GtkWidget *widget, const char *name, GVariant *uri)
{
  if (!desk_window_is_prompting (DESK_WINDOW (widget)))
    desk_window_open_recent (DESK_WINDOW (widget), g_variant_get_string (uri, NULL));
}

static void
save_chart (GtkWidget *widget, const char *name, GVariant *file)
{
  desk_window_save_chart (DESK_WINDOW (widget), g_variant_get_string (file, NULL));
}

void
desk_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-chart", "s", save_chart);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent);
  gtk_widget_class_install_action (widget_class, "win.amend-correction", "s", amend_correction);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].run != NULL)
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, run_action);
}

const char *const *
desk_window_get_keys (const char *action, DeskKeyScheme scheme)
{
  static const char *const none[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i].name, action) == 0)
      return scheme == DESK_KEY_SCHEME_OMEGAT && actions[i].omegat[0] != NULL ? actions[i].omegat
                                                                              : actions[i].accels;
  return none;
}

void
desk_window_foreach_action (void (*call) (const char *action, gpointer data), gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    call (actions[i].name, data);
}

void
desk_window_update_actions (DeskWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  BulHistory *history = self->document == NULL ? NULL : desk_document_get_history (self->document);
  gboolean has_document = history != NULL;
  gboolean shows_people = desk_window_is_on_people (self);
  gboolean is_on_register = desk_window_is_on_desk (self, "register");
  gboolean is_in_archive = desk_window_is_on_desk (self, "archive");
  gboolean shows_found
      = is_in_archive && !shows_people && !desk_archive_shows_statistics (self->archive);

  gtk_widget_action_set_enabled (widget, "win.save", has_document);
  gtk_widget_action_set_enabled (widget, "win.save-copy", has_document);
  gtk_widget_action_set_enabled (widget, "win.export", has_document || is_on_register);
  gtk_widget_action_set_enabled (widget, "win.export-pdf", has_document);
  gtk_widget_action_set_enabled (widget, "win.print", has_document);
  gtk_widget_action_set_enabled (widget, "win.raise-correction", has_document);
  gtk_widget_action_set_enabled (widget, "win.give-reason", has_document);
  gtk_widget_action_set_enabled (widget, "win.replace-standing", has_document);
  gtk_widget_action_set_enabled (widget, "win.find", has_document || is_on_register);
  gtk_widget_action_set_enabled (widget, "win.replace", has_document);
  gtk_widget_action_set_enabled (widget, "win.next-match", has_document);
  gtk_widget_action_set_enabled (widget, "win.previous-match", has_document);
  gtk_widget_action_set_enabled (widget, "win.next-misspelt", has_document);
  gtk_widget_action_set_enabled (widget, "win.previous-misspelt", has_document);
  gtk_widget_action_set_enabled (widget, "win.lock-aired", has_document);
  gtk_widget_action_set_enabled (widget, "win.prompter", has_document);
  gtk_widget_action_set_enabled (widget, "win.rename-speaker", has_document || shows_people);
  gtk_widget_action_set_enabled (widget, "win.new-note", has_document);
  gtk_widget_action_set_enabled (widget, "win.tag", is_in_archive ? shows_found : has_document);
  gtk_widget_action_set_enabled (widget, "win.tag-person", has_document);
  gtk_widget_action_set_enabled (widget, "win.check-line", has_document);
  desk_window_update_pair_actions (self);
  desk_window_update_keys (self);
  /* A syllable that is being composed comes into the text first, and can be taken back. */
  gtk_widget_action_set_enabled (
      widget, "win.undo",
      is_in_archive
          || (has_document
              && (bul_history_can_undo (history)
                  || desk_document_get_composing (self->document) != NULL)));
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 is_in_archive || (has_document && bul_history_can_redo (history)));
}
