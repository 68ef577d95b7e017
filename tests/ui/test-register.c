/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-corrector.h"
#include "bul-history.h"
#include "bul-span.h"
#include "bul-store.h"
#include "desk-chart.h"
#include "desk-choice.h"
#include "desk-register-choices.h"
#include "desk-register-columns.h"
#include "desk-register-words.h"
#include "desk-wording.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "unit.h"

/* A story of one line, and what is said of a word of it. */
typedef struct
{
  const char *date;
  const char *programme;
  const char *headline;
  const char *line;
  const char *was;
  const char *now;
  BulClass error_class;
  BulCorrectionState state;
  BulFoundBy found_by;
  const char *by;
  const char *at;
} Told;

#define LONG_AGO "2020-03-01T10:00:00+09:00"

static const Told some[] = {
  { "2026-03-18", "News 9", "Ferry sails again", "It cost 1.2 billion won.", "1.7", "1.2",
    BUL_CLASS_FIGURE, BUL_CORRECTION_PUBLISHED, BUL_FOUND_NEWSROOM, "Park", LONG_AGO },
  { "2026-03-13", "뉴스 9", "도서관 열었다", "윤제희 관장이 말했습니다.", "윤재희", "윤제희",
    BUL_CLASS_NAME, BUL_CORRECTION_APPROVED, BUL_FOUND_PARTY, "Jo", LONG_AGO },
  { "2026-02-09", "News 9", "Barley harvest early", "It was the third largest.", "a record",
    "the third largest", BUL_CLASS_FACT, BUL_CORRECTION_DRAFT, BUL_FOUND_PARTY, "Park", LONG_AGO },
  { "2025-12-24", "News at Noon", "Snow on the pier", "Danpyeong was white.", "Danpo", "Danpyeong",
    BUL_CLASS_PLACE, BUL_CORRECTION_DRAFT, BUL_FOUND_VIEWER, "Lim", LONG_AGO },
};

static BulCorrection *
make_correction (const Told *told)
{
  BulCorrection *correction = bul_record_new (&bul_correction_type);
  const char *at = strstr (told->line, told->now);
  guint start = (guint) g_utf8_strlen (told->line, at - told->line);

  correction->key = g_strdup ("c1");
  correction->error_class = told->error_class;
  correction->state = told->state;
  correction->reads = BUL_READS_NOW;
  correction->found_by = told->found_by;
  correction->by = g_strdup (told->by);
  correction->at = g_strdup (told->at);
  g_free (correction->was);
  correction->was = g_strdup (told->was);
  g_free (correction->now);
  correction->now = g_strdup (told->now);
  g_ptr_array_add (correction->spans,
                   bul_span_new ("b2", start, start + bul_chars_count (told->now), told->now));
  return correction;
}

static BulStory *
make_story (const Told *told)
{
  g_autoptr (BulHistory) history = NULL;
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  const char *const lines[] = { told->headline, told->line };

  story->programme = g_strdup (told->programme);
  story->page_date = g_strdup (told->date);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      BulBlock *block = bul_record_new (&bul_block_type);

      block->key = g_strdup_printf ("b%u", i + 1);
      block->kind = i == 0 ? BUL_BLOCK_HEADLINE : BUL_BLOCK_PARAGRAPH;
      g_free (block->text);
      block->text = g_strdup (lines[i]);
      g_ptr_array_add (script->blocks, block);
    }
  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (story->corrections, make_correction (told));
  history = bul_history_new (story);
  return bul_history_make_revision (history, "Jae", NULL);
}

/* By another program. */
static void
save_stories (Fixture *fixture, const Told *told, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (bul_record_free);

  wait_until (fixture->window->is_listed);
  store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (stories, make_story (&told[i]));
  g_assert_true (bul_store_save_many (store, stories, NULL, &error));
  g_assert_no_error (error);
}

static DeskRegister *
get_desk (Fixture *fixture)
{
  return fixture->window->register_desk;
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (
      desk_register_list_get_selection (desk_register_get_list (get_desk (fixture))));
}

static const BulRegisterRow *
get_row (Fixture *fixture, guint position)
{
  g_autoptr (DeskRegisterItem) item = g_list_model_get_item (get_rows (fixture), position);

  return desk_register_item_get_row (item);
}

/* By the words that are right. */
static gboolean
lists (Fixture *fixture, const char *const *words)
{
  guint n = g_strv_length ((char **) words);

  if (g_list_model_get_n_items (get_rows (fixture)) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (get_row (fixture, i)->now, words[i]) != 0)
      return FALSE;
  return TRUE;
}

#define assert_lists(fixture, ...)                                                                 \
  wait_until (lists (fixture, (const char *const[]){ __VA_ARGS__, NULL }))

static void
go_there (Fixture *fixture)
{
  gtk_stack_set_visible_child_name (fixture->window->stack, "desk");
  press (fixture, "win.show-register");
  wait_until (desk_window_is_on_desk (fixture->window, "register"));
}

static void
start (Fixture *fixture)
{
  save_stories (fixture, some, G_N_ELEMENTS (some));
  go_there (fixture);
  assert_lists (fixture, "1.2", "윤제희", "the third largest", "Danpyeong");
}

/* Menus have stacks as well. */
static const char *
get_page (Fixture *fixture)
{
  guint i = 0;

  while (gtk_stack_get_child_by_name (find (get_desk (fixture), GTK_TYPE_STACK, i), "rows") == NULL)
    i++;
  return gtk_stack_get_visible_child_name (find (get_desk (fixture), GTK_TYPE_STACK, i));
}

static GtkColumnView *
get_view (Fixture *fixture)
{
  return find (get_desk (fixture), GTK_TYPE_COLUMN_VIEW, 0);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return find (get_desk (fixture), GTK_TYPE_SEARCH_ENTRY, 0);
}

/* The focus is among the rows, the latest of which is chosen. */
static void
check_focus (Fixture *fixture)
{
  g_assert_cmpstr (get_page (fixture), ==, "rows");
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL
              && gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (get_view (fixture))));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (fixture))),
                    ==, 0);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  go_there (fixture);
  wait_until (g_str_equal (get_page (fixture), "empty"));
  press (fixture, "win.find");
  g_assert_true (desk_window_is_on_desk (fixture->window, "register"));
}

static GtkButton *
find_button (Fixture *fixture, const char *label)
{
  for (guint i = 0; has (get_desk (fixture), GTK_TYPE_BUTTON, i); i++)
    {
      GtkButton *button = find (get_desk (fixture), GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
        return button;
    }
  g_assert_not_reached ();
}

/* What is late is told whatever is shown, and can be all that is. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  check_focus (fixture);
  gtk_editable_set_text (get_entry (fixture), "pier");
  assert_lists (fixture, "Danpyeong");
  g_signal_emit_by_name (find_button (fixture, "Show _Only These"), "clicked");
  assert_lists (fixture, "윤제희", "the third largest");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
  g_signal_emit_by_name (find_button (fixture, "Show _All"), "clicked");
  assert_lists (fixture, "1.2", "윤제희", "the third largest", "Danpyeong");
}

/* As a person does: opens the list, and takes the row with these words. */
static void
choose (Fixture *fixture, guint choice, const char *words)
{
  DeskChoice *button = find (get_desk (fixture), DESK_TYPE_CHOICE, choice);
  GtkListBox *list = find (button, GTK_TYPE_LIST_BOX, 0);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (find (row, GTK_TYPE_LABEL, 0)), words))
      {
        g_signal_emit_by_name (list, "row-activated", row);
        return;
      }
  g_assert_not_reached ();
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint choice;
    const char *words;
    const char *all;
    const char *const shown[4];
  } cases[] = {
    { 1, "News 9", "all", { "1.2", "the third largest" } },
    { 2, "Name", "all", { "윤제희" } },
    { 3, "open", "all", { "윤제희", "the third largest", "Danpyeong" } },
    { 3, "Published", "all", { "1.2" } },
    { 4, "Park", "anyone", { "1.2", "the third largest" } },
  };

  start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (fixture, cases[i].choice, cases[i].words);
      wait_until (lists (fixture, cases[i].shown));
      choose (fixture, cases[i].choice, cases[i].all);
      assert_lists (fixture, "1.2", "윤제희", "the third largest", "Danpyeong");
    }
  /* all of them at once */
  choose (fixture, 1, "News 9");
  choose (fixture, 3, "Draft");
  assert_lists (fixture, "the third largest");
  choose (fixture, 2, "Place");
  wait_until (g_str_equal (get_page (fixture), "nothing"));
  g_signal_emit_by_name (find_button (fixture, "Show _All"), "clicked");
  assert_lists (fixture, "1.2", "윤제희", "the third largest", "Danpyeong");
}

/* Each word is somewhere in the row, and a syllable counts before it is finished. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  gtk_editable_set_text (get_entry (fixture), "park LARGEST");
  assert_lists (fixture, "the third largest");
  gtk_editable_set_text (get_entry (fixture), "윤제");
  assert_lists (fixture, "윤제희");
  gtk_editable_set_text (get_entry (fixture), "윤");
  press (fixture, "win.find");
  wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
  gtk_editable_set_position (get_entry (fixture), -1);
  fake_input_compose ("희");
  wait_until (g_str_equal (get_page (fixture), "nothing"));
  fake_input_answer (NULL, "제");
  assert_lists (fixture, "윤제희");
}

static GtkColumnViewColumn *
get_column (Fixture *fixture, guint i)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (get_view (fixture)), i);

  return column;
}

static void
check_order (Fixture *fixture)
{
  /* the day something is due, and nothing after that */
  gtk_column_view_sort_by_column (get_view (fixture), get_column (fixture, 5), GTK_SORT_ASCENDING);
  assert_lists (fixture, "the third largest", "윤제희", "1.2", "Danpyeong");
  /* the headline */
  gtk_column_view_sort_by_column (get_view (fixture), get_column (fixture, 1), GTK_SORT_DESCENDING);
  assert_lists (fixture, "윤제희", "Danpyeong", "1.2", "the third largest");
  /* the class */
  gtk_column_view_sort_by_column (get_view (fixture), get_column (fixture, 2), GTK_SORT_ASCENDING);
  assert_lists (fixture, "1.2", "윤제희", "Danpyeong", "the third largest");
}

static gboolean
is_at (Fixture *fixture, const char *headline, guint offset)
{
  g_autofree char *block = NULL;
  guint at;

  return desk_window_is_on_desk (fixture->window, "script")
         && desk_window_get_document (fixture->window) != NULL
         && g_str_equal (get_first_text (bul_history_get_story (get_history (fixture))), headline)
         && desk_view_get_caret (fixture->window->script, &block, &at) && at == offset
         && g_strcmp0 (block, "b2") == 0;
}

/* With its card, and Escape leads back from there to the script. */
static void
test_opened (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  g_signal_emit_by_name (get_view (fixture), "activate", 2);
  wait_until (is_at (fixture, "Barley harvest early", 7));
  g_assert_true (gtk_toggle_button_get_active (fixture->window->corrections_toggle));
  g_assert_true (has (fixture->window->corrections_pane, GTK_TYPE_LIST_BOX_ROW, 0));
  g_assert_true (gtk_widget_has_css_class (
      find (fixture->window->corrections_pane, GTK_TYPE_LIST_BOX_ROW, 0), "current"));
  /* The story is there already, and what was chosen is chosen still. */
  go_there (fixture);
  g_signal_emit_by_name (get_view (fixture), "activate", 2);
  wait_until (is_at (fixture, "Barley harvest early", 7));
  go_there (fixture);
  gtk_editable_set_text (get_entry (fixture), "snow");
  assert_lists (fixture, "Danpyeong");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (is_at (fixture, "Snow on the pier", 0));
}

/* Something that was due so many days ago. */
static void
assert_late (int n_days, const char *said)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -n_days);
  g_autofree char *day = g_date_time_format (then, "%Y-%m-%d");
  BulRegisterRow row = { .due = BUL_DUE_NOTICE, .due_on = day, .late = TRUE };
  g_autofree char *due = desk_register_dup_due (&row);

  g_assert_nonnull (strstr (due, said));
}

/* From the story back to the register, by the key that says so. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  g_signal_emit_by_name (get_view (fixture), "activate", 2);
  wait_until (is_at (fixture, "Barley harvest early", 7));
  press (fixture, "win.turn-over");
  wait_until (desk_window_is_on_desk (fixture->window, "register"));
  assert_lists (fixture, "1.2", "윤제희", "the third largest", "Danpyeong");
}

static gboolean
shows_inspector (Fixture *fixture)
{
  return adw_flap_get_reveal_flap (fixture->window->inner);
}

/* The card is beside the script, whether the story was open before or not, and not beside the
 * register. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  static const guint positions[] = { 2, 2, 0 };

  start (fixture);
  adw_flap_set_reveal_flap (fixture->window->inner, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      desk_window_show_desk (fixture->window, "script");
      adw_flap_set_reveal_flap (fixture->window->inner, FALSE);
      go_there (fixture);
      g_assert_false (shows_inspector (fixture));
      g_signal_emit_by_name (get_view (fixture), "activate", positions[i]);
      wait_until (desk_window_is_on_desk (fixture->window, "script") && shows_inspector (fixture));
      g_assert_true (gtk_toggle_button_get_active (fixture->window->corrections_toggle));
    }
  go_there (fixture);
  g_assert_false (shows_inspector (fixture));
}

static GtkWidget *
find_label (GtkWidget *root, const char *words)
{
  for (guint i = 0; has (root, GTK_TYPE_LABEL, i); i++)
    if (g_str_equal (gtk_label_get_text (find (root, GTK_TYPE_LABEL, i)), words))
      return find (root, GTK_TYPE_LABEL, i);
  return NULL;
}

/* The day that @position aired on has its year. */
static void
assert_whole_day (Fixture *fixture, guint position)
{
  g_autofree char *day = desk_wording_dup_short_day (get_row (fixture, position)->aired);
  GtkWidget *label = NULL;

  wait_until ((label = find_label (GTK_WIDGET (get_view (fixture)), day)) != NULL
              && gtk_widget_get_width (label) > 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

/* By the number of the column; once more the other way around. */
static void
test_sorted_by_key (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.give-speaker", "u", 2);
  assert_lists (fixture, "the third largest", "1.2", "Danpyeong", "윤제희");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.give-speaker", "u", 2);
  assert_lists (fixture, "윤제희", "Danpyeong", "1.2", "the third largest");
}

static void
choose_row (Fixture *fixture, guint position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_rows (fixture)), position);
}

static BulCorrectionState
get_saved_state (Fixture *fixture, guint position)
{
  g_autoptr (BulRecord) story
      = (BulRecord *) load_stored (fixture, get_row (fixture, position)->uid);

  return ((BulCorrection *) ((BulStory *) story)->corrections->pdata[0])->state;
}

/* One key moves on what is chosen and chooses the next; undo takes it back, from the register. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  choose_row (fixture, 2);
  press (fixture, "win.accept");
  wait_until (get_row (fixture, 2)->state == BUL_CORRECTION_APPROVED);
  g_assert_true (desk_window_is_on_desk (fixture->window, "register"));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (fixture))),
                    ==, 3);
  g_assert_cmpint (get_saved_state (fixture, 2), ==, BUL_CORRECTION_APPROVED);
  g_assert_cmpstr (desk_window_get_toast_words (fixture->window->toast), ==, "C1: Approved");
  press (fixture, "win.undo");
  g_assert_null (fixture->window->toast);
  wait_until (get_row (fixture, 2)->state == BUL_CORRECTION_DRAFT);

  choose_row (fixture, 1);
  press (fixture, "win.accept");
  wait_until (get_row (fixture, 1)->state == BUL_CORRECTION_PUBLISHED);
  g_assert_cmpint (get_saved_state (fixture, 1), ==, BUL_CORRECTION_PUBLISHED);
  choose_row (fixture, 0);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_button (fixture, "_Approve"))));
}

/* What the keys would do to the script, they do not do where it is not seen. */
static void
test_script_is_safe (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  type (fixture, "Once ");
  go_there (fixture);
  press (fixture, "win.undo");
  press (fixture, "win.lock-aired");
  press (fixture, "win.accept");
  g_assert_true (
      g_str_has_prefix (get_first_text (bul_history_get_story (get_history (fixture))), "Once "));
  g_assert_cmpint (bul_history_get_story (get_history (fixture))->state, ==, BUL_STORY_DRAFT);
  g_assert_true (give_key (get_desk (fixture), GTK_PHASE_CAPTURE, GDK_KEY_Escape));
  g_assert_true (desk_window_is_on_desk (fixture->window, "script"));
  press (fixture, "win.previous-desk");
  g_assert_true (desk_window_is_on_desk (fixture->window, "register"));
  press (fixture, "win.next-desk");
  g_assert_true (desk_window_is_on_desk (fixture->window, "script"));
}

/* What was raised in the script is saved by the way, and stands in the register. */
static void
test_raised (Fixture *fixture, gconstpointer data)
{
  BulCorrectionDraft draft = { .was = "Ferry",
                               .now = "Boat",
                               .error_class = BUL_CLASS_WORDING,
                               .reason = "It is one.",
                               .by = "Jae" };
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  start (fixture);
  g_signal_emit_by_name (get_view (fixture), "activate", 0);
  wait_until (is_at (fixture, "Ferry sails again", 8));
  g_assert_true (bul_corrector_find (bul_history_get_story (get_history (fixture)), draft.was, 0,
                                     &draft.passage, &error));
  key = bul_corrector_raise (get_history (fixture), &draft, &error);
  g_assert_no_error (error);
  go_there (fixture);
  assert_lists (fixture, "1.2", "Boat", "윤제희", "the third largest", "Danpyeong");
  g_assert_false (desk_document_get_modified (fixture->window->document));
}

/* What another program saves comes by itself; what was chosen stays so, and rows that say the same
 * stay the same. */
static void
test_followed (Fixture *fixture, gconstpointer data)
{
  static const Told later
      = { "2026-04-01", "News 9",         "Tunnel opens",       "It is 3 km long.", "4",
          "3",          BUL_CLASS_FIGURE, BUL_CORRECTION_DRAFT, BUL_FOUND_NEWSROOM, "Jo",
          LONG_AGO };
  GtkSingleSelection *selection;
  gpointer chosen;

  start (fixture);
  selection = GTK_SINGLE_SELECTION (get_rows (fixture));
  gtk_single_selection_set_selected (selection, 1);
  chosen = gtk_single_selection_get_selected_item (selection);
  save_stories (fixture, &later, 1);
  assert_lists (fixture, "3", "1.2", "윤제희", "the third largest", "Danpyeong");
  g_assert_true (gtk_single_selection_get_selected_item (selection) == chosen);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 2);
}

static void
check_failure (Fixture *fixture)
{
  desk_register_show_failure (get_desk (fixture), "The disk <b>is</b> gone.");
  g_assert_cmpstr (get_page (fixture), ==, "failed");
  g_signal_emit_by_name (find_button (fixture, "_Try Again"), "clicked");
  wait_until (g_str_equal (get_page (fixture), "rows"));
}

/* Month and class of a shape that is clicked. */
static void
test_chart (Fixture *fixture, gconstpointer data)
{
  DeskChart *widget;
  const BulChart *chart;

  start (fixture);
  widget = find (get_desk (fixture), DESK_TYPE_CHART, 0);
  chart = desk_chart_get (widget);
  g_assert_cmpuint (chart->categories->len, ==, 12);
  g_assert_cmpuint (chart->series->len, ==, 4);
  g_assert_cmpuint (bul_chart_get_total (chart), ==, 4);
  g_assert_nonnull (strstr (chart->title, "4 in 12 months"));
  /* February, the classes in their order: number, name, place, fact. */
  g_assert_cmpuint (bul_chart_get (chart, 3, 10), ==, 1);
  g_signal_emit_by_name (widget, "chosen", 10, 3);
  assert_lists (fixture, "the third largest");
  g_assert_cmpuint (bul_chart_get_total (desk_chart_get (widget)), ==, 1);
  check_failure (fixture);
}

/* What is shown goes into the file, in its order, and nothing else. */
static void
test_sorted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "corrections.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  start (fixture);
  check_order (fixture);
  choose (fixture, 1, "News 9");
  gtk_column_view_sort_by_column (get_view (fixture), get_column (fixture, 1), GTK_SORT_ASCENDING);
  assert_lists (fixture, "the third largest", "1.2");
  desk_window_write_register (fixture->window, "csv", path);
  wait_until (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_nonnull (strstr (lines[1], "Barley harvest early"));
  g_assert_nonnull (strstr (lines[2], "Ferry sails again"));
}

/* Columns give way where there is no room for all. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  wait_until (is_in_front (fixture->window)
              && gtk_widget_get_width (GTK_WIDGET (get_desk (fixture))) > 900);
  g_assert_true (gtk_column_view_column_get_visible (get_column (fixture, 6)));
  assert_whole_day (fixture, 3);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 700);
  wait_until (!gtk_column_view_column_get_visible (get_column (fixture, 6)));
  assert_whole_day (fixture, 3);
  g_assert_cmpuint (desk_chart_get (find (get_desk (fixture), DESK_TYPE_CHART, 0))->categories->len,
                    ==, 6);
  g_assert_true (gtk_column_view_column_get_visible (get_column (fixture, 5)));
}

static gboolean
is_whole (Fixture *fixture, const char *words)
{
  GtkWidget *label = find_label (GTK_WIDGET (get_view (fixture)), words);

  return label != NULL && gtk_widget_get_width (label) > 0
         && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* Larger text has larger columns, so that what they say is not cut off. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  g_autofree char *day = NULL;
  int usual;
  int dpi;

  start (fixture);
  /* A size that is asked for while the window comes may be lost. */
  wait_until (is_in_front (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1180, 700);
  wait_until (gtk_widget_get_width (GTK_WIDGET (get_desk (fixture))) > 900
              && gtk_column_view_column_get_visible (get_column (fixture, 6)));
  usual = gtk_column_view_column_get_fixed_width (get_column (fixture, 0));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  /* What fitted is too much now. */
  wait_until (!gtk_column_view_column_get_visible (get_column (fixture, 6)));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (fixture, 0)), ==, 224);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (fixture, 1)), ==, -1);
  day = desk_wording_dup_short_day (get_row (fixture, 3)->aired);
  wait_until (is_whole (fixture, day) && is_whole (fixture, "Published"));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  wait_until (gtk_column_view_column_get_visible (get_column (fixture, 6)));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (fixture, 0)), ==, usual);
}

static void
test_words (void)
{
  BulRegisterRow row = { .uid = (char *) "u",
                         .key = (char *) "c1",
                         .headline = (char *) "Ferry sails again",
                         .aired = (char *) "2020-03-18",
                         .error_class = BUL_CLASS_FIGURE,
                         .state = BUL_CORRECTION_DRAFT,
                         .was = (char *) "27",
                         .now = (char *) "28",
                         .due = BUL_DUE_ANSWER,
                         .due_on = (char *) "2020-03-21",
                         .late = TRUE };
  g_autofree char *words = desk_register_dup_words (&row);
  g_autofree char *due = desk_register_dup_due (&row);
  g_autofree char *sort = NULL;

  g_assert_true (g_str_has_prefix (words,
                                   "18 Mar 2020, Ferry sails again, Number, Draft. Was 27, "
                                   "is right: 28. The answer was due on 21 Mar 2020. It is "));
  g_assert_true (g_str_has_suffix (words, " days late."));
  g_assert_true (g_str_has_prefix (due, "21 Mar 2020 · ") && g_str_has_suffix (due, " days late"));
  assert_late (1, "1 day late");
  assert_late (40, "40 days late");
  row.error_class = 0;
  row.kinds = (char *) "correction reply";
  sort = desk_register_dup_class (&row);
  g_assert_cmpstr (sort, ==, "Correction · Reply");
}

static void
test_periods (void)
{
  static const char *const periods[] = { NULL,
                                         "2026-02-01..2026-02-28",
                                         "2026-01-01..2026-01-31",
                                         "2025-03-01..2026-02-28",
                                         "2026-01-01..2026-12-31",
                                         "2025-01-01..2025-12-31" };
  g_autoptr (GPtrArray) options = desk_register_filter_list_periods ("2026-02-14");

  g_assert_cmpuint (options->len, ==, G_N_ELEMENTS (periods));
  for (guint i = 0; i < options->len; i++)
    g_assert_cmpstr (((const DeskChoiceOption *) options->pdata[i])->key, ==, periods[i]);
}

UNIT (register)
{
  gtk_test_init (&argc, &argv, NULL);
  fake_input_install ();
  g_test_add_func ("/register/words", test_words);
  g_test_add_func ("/register/periods", test_periods);
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  TEST ("/register/empty", test_empty);
  TEST ("/register/late", test_late);
  TEST ("/register/choices", test_choices);
  TEST ("/register/typed", test_typed);
  TEST ("/register/sorted", test_sorted);
  TEST ("/register/sorted-by-key", test_sorted_by_key);
  TEST ("/register/opened", test_opened);
  TEST ("/register/back", test_back);
  TEST ("/register/card", test_card);
  TEST ("/register/moved", test_moved);
  TEST ("/register/script-is-safe", test_script_is_safe);
  TEST ("/register/raised", test_raised);
  TEST ("/register/followed", test_followed);
  TEST ("/register/chart", test_chart);
  TEST ("/register/narrow", test_narrow);
  TEST ("/register/large-text", test_large_text);
#undef TEST
  return run_with_application ();
}
