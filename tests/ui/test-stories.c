/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-story-row.h"
#include "shell-fixture.h"
#include "unit.h"

#define N_STORIES 3

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
is_in_script (Fixture *fixture)
{
  return get_focus (fixture) == GTK_WIDGET (fixture->window->script);
}

static gboolean
is_in_list (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->window->stories));
}

/* The row that has the keys is the one that is chosen. */
static gboolean
is_on_chosen (Fixture *fixture)
{
  return is_in_list (fixture)
         && (gtk_widget_get_state_flags (get_focus (fixture)) & GTK_STATE_FLAG_SELECTED) != 0;
}

static gboolean
shows_row (Fixture *fixture, guint position)
{
  g_autoptr (DeskStoryRow) row
      = g_list_model_get_item (G_LIST_MODEL (fixture->window->selection), position);
  DeskDocument *document = desk_window_get_document (fixture->window);

  return row != NULL && document != NULL
         && g_str_equal (desk_story_row_get_uid (row), desk_document_get_story (document)->uid);
}

/* As Up and Down do. */
static void
walk_to (Fixture *fixture, guint position)
{
  give_key (fixture->window->stories, GTK_PHASE_CAPTURE, GDK_KEY_Down);
  gtk_single_selection_set_selected (fixture->window->selection, position);
  desk_window_focus_stories (fixture->window);
  wait_until (shows_row (fixture, position));
}

/* As Enter does on the row that has the keys. */
static void
enter (Fixture *fixture)
{
  g_signal_emit_by_name (fixture->window->stories, "activate",
                         gtk_single_selection_get_selected (fixture->window->selection));
}

static void
click (Fixture *fixture, guint position)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window->stories));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, 0.0, 0.0);
    }
  gtk_single_selection_set_selected (fixture->window->selection, position);
}

static void
start (Fixture *fixture)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.txt", fixture->folder, i);
      g_autofree char *text = g_strdup_printf ("[Anchor]\n\nStory number %u is read here.\n", i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_list_store_append (files, file);
    }
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
  wait_until (desk_window_get_document (fixture->window) != NULL
              && count_rows (fixture) == N_STORIES);
  wait_until (is_in_front (fixture->window) && is_in_script (fixture));
}

/* Each story is shown, and the keys stay in the list until Enter. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  desk_window_focus_stories (fixture->window);
  for (guint i = 0; i < 2 * N_STORIES; i++)
    {
      walk_to (fixture, i % N_STORIES);
      for (guint turn = 0; turn < 50; turn++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (is_on_chosen (fixture));
    }
  enter (fixture);
  wait_until (is_in_script (fixture));

  /* a story that is still on its way */
  desk_window_focus_stories (fixture->window);
  gtk_single_selection_set_selected (fixture->window->selection, 0);
  enter (fixture);
  g_assert_false (is_in_script (fixture));
  wait_until (is_in_script (fixture) && shows_row (fixture, 0));
}

/* A click leads into the text, and Tab to the row that is chosen, wherever the list was left. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  desk_window_focus_stories (fixture->window);
  walk_to (fixture, 0);
  click (fixture, 2);
  wait_until (is_in_script (fixture) && shows_row (fixture, 2));
  gtk_widget_child_focus (GTK_WIDGET (fixture->window->stories), GTK_DIR_TAB_FORWARD);
  g_assert_true (is_on_chosen (fixture));
}

/* From the register too the list leads to the script, and is not left. */
static void
test_register (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  press (fixture, "win.show-register");
  adw_flap_set_reveal_flap (fixture->window->outer, TRUE);
  desk_window_focus_stories (fixture->window);
  walk_to (fixture, 1);
  wait_until (desk_window_is_on_desk (fixture->window, "script"));
  wait_until (is_on_chosen (fixture));
}

/* Over the text the list has the keys, and leaves them to the text when it is put away. */
static void
test_folded (Fixture *fixture, gconstpointer data)
{
  AdwFlap *flap = fixture->window->outer;

  start (fixture);
  /* Until the manager has taken it, a window has the size that it is given there. */
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 1000);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 640);
  wait_until (adw_flap_get_folded (flap) && !adw_flap_get_reveal_flap (flap));
  wait_until (is_in_script (fixture));
  press (fixture, "win.toggle-list");
  wait_until (adw_flap_get_reveal_progress (flap) == 1);
  wait_until (is_on_chosen (fixture));
  walk_to (fixture, 1);
  g_assert_true (adw_flap_get_reveal_flap (flap) && is_on_chosen (fixture));
  press (fixture, "win.toggle-list");
  wait_until (adw_flap_get_reveal_progress (flap) == 0);
  g_assert_true (is_in_script (fixture));

  press (fixture, "win.toggle-list");
  wait_until (is_on_chosen (fixture));
  enter (fixture);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  wait_until (is_in_script (fixture));
}

static void
search (Fixture *fixture, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->window->story_search), words);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->window->selection));
}

/* Three of two days, the newest first: rice, ferry, snow. */
static void
start_days (Fixture *fixture)
{
  static const char *const pages[] = {
    " date 2026-03-17 News 9\nSnow closes two schools\n[Anchor]\nIt snowed all night.\n",
    " date 2026-03-17 뉴스 9\n해란도 여객선 다시 떴다\n[앵커]\n여객선이 오늘 떴습니다.\n",
    " date 2026-03-18 News 9\nRice price falls\n[Anchor]\nRice is cheap; a ferry carries it.\n",
  };
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/day-%u.txt", fixture->folder, i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, pages[i], -1, NULL));
      g_list_store_append (files, file);
    }
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
  wait_until (desk_window_get_document (fixture->window) != NULL
              && count_rows (fixture) == G_N_ELEMENTS (pages));
  wait_until (is_in_front (fixture->window) && is_in_script (fixture));
}

/* Looks through the labels of @widget that can be seen. */
static gboolean
shows_label (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, words))
      return TRUE;
  return FALSE;
}

/* Words are looked for in headline, programme and day; the row that is first of its day among those
 * that are left tells the day. Escape brings all back, and the story that is shown is chosen. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  DeskWindow *window = fixture->window;
  GtkWidget *list = GTK_WIDGET (window->stories);

  start_days (fixture);
  walk_to (fixture, 0);
  search (fixture, "SCHOOLS snow");
  wait_until (count_shown (fixture) == 1 && shows_label (list, "17 March"));
  g_assert_true (shows_label (list, "Snow closes two schools"));
  g_assert_false (shows_label (list, "18 March"));
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_true (shows_label (window->older, "Search the Archive for “SCHOOLS snow”"));
  g_assert_false (gtk_widget_get_visible (window->no_stories));
  search (fixture, "뉴스 여객");
  wait_until (count_shown (fixture) == 1 && shows_label (list, "해란도 여객선 다시 떴다"));
  search (fixture, "2026-03-17");
  wait_until (count_shown (fixture) == 2);
  search (fixture, "carries");
  wait_until (count_shown (fixture) == 0 && gtk_widget_get_visible (window->no_stories));
  g_assert_true (desk_window_is_on_desk (window, "script"));
  g_signal_emit_by_name (window->story_search, "stop-search");
  wait_until (count_shown (fixture) == 3 && shows_row (fixture, 0));
  g_assert_false (gtk_widget_get_visible (window->older));
  g_assert_cmpuint (gtk_single_selection_get_selected (window->selection), ==, 0);
  g_assert_true (is_in_script (fixture));
}

/* Enter opens what was found; what the list does not have is looked for in the archive. */
static void
test_search_enter (Fixture *fixture, gconstpointer data)
{
  DeskWindow *window = fixture->window;
  g_autofree char *asked = NULL;

  start_days (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (window->story_search));
  search (fixture, "snow");
  wait_until (count_shown (fixture) == 1);
  g_signal_emit_by_name (window->story_search, "activate");
  wait_until (is_in_script (fixture) && shows_row (fixture, 0));
  gtk_widget_grab_focus (GTK_WIDGET (window->story_search));
  search (fixture, "carries");
  wait_until (count_shown (fixture) == 0);
  g_signal_emit_by_name (window->story_search, "activate");
  wait_until (desk_window_is_on_desk (window, "archive"));
  asked = desk_archive_dup_query (window->archive);
  g_assert_cmpstr (asked, ==, "carries");
}

/* Each row says how long its story takes on air: the one that is typed in at once. */
static void
test_length (Fixture *fixture, gconstpointer data)
{
  DeskWindow *window = fixture->window;
  g_autoptr (DeskStoryRow) first = NULL;
  g_autoptr (DeskStoryRow) last = NULL;
  GtkTextBuffer *buffer = NULL;

  start_days (fixture);
  walk_to (fixture, 0);
  first = g_list_model_get_item (G_LIST_MODEL (window->selection), 0);
  last = g_list_model_get_item (G_LIST_MODEL (window->selection), 2);
  wait_until (desk_story_row_get_seconds (first) > 0 && desk_story_row_get_seconds (last) > 0);
  /* seven words, at 160 a minute */
  g_assert_cmpuint (desk_story_row_get_seconds (first), ==, 3);
  g_assert_true (shows_label (GTK_WIDGET (window->stories), "· 0:03"));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (window->script));
  for (guint i = 0; i < 16; i++)
    {
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert_interactive (buffer, &end, " one two three", -1, TRUE);
    }
  wait_until (desk_story_row_get_seconds (first) >= 20);
  g_assert_cmpuint (desk_story_row_get_seconds (last), <, 4);
}

/* A story that is begun stands in the list in the language that is typed, before it is saved. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  DeskWindow *window = fixture->window;
  g_autoptr (DeskStoryRow) row = NULL;
  guint revision;

  wait_until (window->is_listed);
  press (fixture, "win.new-story");
  wait_until (desk_window_get_document (window) != NULL && count_rows (fixture) == 1);
  row = g_list_model_get_item (G_LIST_MODEL (window->selection), 0);
  g_assert_cmpstr (desk_story_row_get_language (row), ==, "en");
  revision = desk_story_row_get_revision (row);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (window->script)),
                                    "항구가 다시 열렸습니다", -1);
  wait_until (g_strcmp0 (desk_story_row_get_language (row), "ko") == 0);
  g_assert_cmpuint (desk_story_row_get_revision (row), ==, revision);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (stories)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("/stories/walk", test_walk);
  ADD ("/stories/ways", test_ways);
  ADD ("/stories/register", test_register);
  ADD ("/stories/folded", test_folded);
  ADD ("/stories/search", test_search);
  ADD ("/stories/search-enter", test_search_enter);
  ADD ("/stories/length", test_length);
  ADD ("/stories/language", test_language);
  return run_with_application ();
}
