/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bul-history.h"
#include "bul-store.h"
#include "desk-archive.h"
#include "desk-chips.h"
#include "desk-months.h"
#include "desk-no-hits.h"
#include "desk-preparing.h"
#include "desk-query-text.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "unit.h"

/* More than a list has rows for. */
#define MANY 3000

/* Rows that GTK makes around those in sight, with some to spare. */
#define MOST_ROWS 400

typedef struct
{
  const char *programme;
  const char *date;
  const char *headline;
  const char *words;
} Told;

static const Told some[] = {
  { "News 9", "2026-03-18", "Harbour opens", "The mayor read the letter aloud." },
  { "News 9", "2026-02-11", "친서 두 통", "시장은 친서를 받았습니다." },
  { "News at Noon", "2026-02-10", "Bridge closed", "No letter came." },
  { "뉴스 9", "2026-01-05", "방파제 보수", "항만청은 친서에 답했습니다." },
  { "News 9", "2025-12-24", "Snow on the pier", "Nobody was hurt." },
};

static BulStory *
make_story (const Told *told)
{
  g_autoptr (BulHistory) history = NULL;
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  const char *const lines[] = { told->headline, told->words };

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
  history = bul_history_new (story);
  return bul_history_make_revision (history, "Jae", NULL);
}

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

static GtkEditable *
get_entry (Fixture *fixture)
{
  return find (fixture->window->archive, GTK_TYPE_SEARCH_ENTRY, 0);
}

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (desk_archive_get_list (fixture->window->archive));
}

/* What the row says, once it was read. */
static const char *
get_headline (Fixture *fixture, guint position)
{
  g_autoptr (DeskFound) found = g_list_model_get_item (get_list (fixture), position);
  const DeskDetail *detail = found == NULL ? NULL : desk_found_get_detail (found);

  return detail == NULL || detail->row == NULL ? NULL : detail->row->headline;
}

static gboolean
lists (Fixture *fixture, const char *const *headlines)
{
  guint n = g_strv_length ((char **) headlines);

  if (g_list_model_get_n_items (get_list (fixture)) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (get_headline (fixture, i), headlines[i]) != 0)
      return FALSE;
  return TRUE;
}

#define assert_lists(fixture, ...)                                                                 \
  wait_until (lists (fixture, (const char *const[]){ __VA_ARGS__, NULL }))

/* The newest are listed before all are counted; what is saved in between is counted with them. */
static gboolean
is_counted (Fixture *fixture, const char *words)
{
  for (guint i = 0; has (fixture->window->archive, GTK_TYPE_LABEL, i); i++)
    if (g_str_equal (gtk_label_get_text (find (fixture->window->archive, GTK_TYPE_LABEL, i)),
                     words))
      return TRUE;
  return FALSE;
}

/* The first is that of the orders to choose from. */
static GtkListView *
get_view (Fixture *fixture)
{
  return find (fixture->window->archive, GTK_TYPE_LIST_VIEW, 1);
}

static void
go_there (Fixture *fixture)
{
  gtk_stack_set_visible_child_name (fixture->window->stack, "desk");
  press (fixture, "win.search-archive");
  wait_until (desk_window_is_on_desk (fixture->window, "archive"));
}

static void
start (Fixture *fixture)
{
  save_stories (fixture, some, G_N_ELEMENTS (some));
  go_there (fixture);
}

static void
ask (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (get_entry (fixture), text);
  gtk_editable_set_position (get_entry (fixture), -1);
}

static void
test_newest (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  assert_lists (fixture, "Harbour opens", "친서 두 통", "Bridge closed", "방파제 보수",
                "Snow on the pier");
}

static guint
count_chips (Fixture *fixture)
{
  guint n = 0;
  GtkWidget *box = find (fixture->window, DESK_TYPE_CHIPS, 0);

  for (GtkWidget *chip = gtk_widget_get_first_child (box); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    n++;
  return n;
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  ask (fixture, "친서");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
  ask (fixture, "친서 programme:\"News 9\"");
  assert_lists (fixture, "친서 두 통");
  g_assert_cmpuint (count_chips (fixture), ==, 2);
  /* What makes no sense is shown, and passed over. */
  ask (fixture, "친서 date:soon");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
  g_assert_cmpuint (count_chips (fixture), ==, 2);
}

/* Of what was asked one after the other only the last is answered. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "l", "le", "let", "lett", "lette", "letter", "letter b" };

  start (fixture);
  for (guint i = 0; i < 40; i++)
    ask (fixture, typed[i % G_N_ELEMENTS (typed)]);
  ask (fixture, "letter mayor");
  assert_lists (fixture, "Harbour opens");
  for (guint i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (lists (fixture, (const char *const[]){ "Harbour opens", NULL }));
}

/* The row of a value, once it is there. */
static GtkCheckButton *
find_facet (Fixture *fixture, const char *value)
{
  for (guint i = 0; has (fixture->window->facets, GTK_TYPE_CHECK_BUTTON, i); i++)
    {
      gpointer check = find (fixture->window->facets, GTK_TYPE_CHECK_BUTTON, i);

      if (g_strcmp0 (g_object_get_data (check, "value"), value) == 0)
        return check;
    }
  return NULL;
}

static const char *
get_count (GtkCheckButton *check)
{
  return gtk_label_get_label (g_object_get_data (G_OBJECT (check), "count"));
}

static void
test_facets (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  ask (fixture, "letter OR 친서");
  assert_lists (fixture, "Harbour opens", "친서 두 통", "Bridge closed", "방파제 보수");
  wait_until (find_facet (fixture, "News 9") != NULL
              && g_str_equal (get_count (find_facet (fixture, "News 9")), "2"));
  ask (fixture, "letter");
  wait_until (g_str_equal (get_count (find_facet (fixture, "News 9")), "1"));
  gtk_check_button_set_active (find_facet (fixture, "News 9"), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "letter programme:\"News 9\"");
  assert_lists (fixture, "Harbour opens");
  /* What the others would bring is still told; another one takes its place. */
  wait_until (find_facet (fixture, "News at Noon") != NULL
              && gtk_check_button_get_active (find_facet (fixture, "News 9")));
  gtk_check_button_set_active (find_facet (fixture, "News at Noon"), TRUE);
  assert_lists (fixture, "Bridge closed");
  wait_until (find_facet (fixture, "News 9") != NULL
              && !gtk_check_button_get_active (find_facet (fixture, "News 9")));
  g_assert_true (gtk_check_button_get_active (find_facet (fixture, "News at Noon")));
  gtk_check_button_set_active (find_facet (fixture, "News at Noon"), FALSE);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "letter");
}

static void
test_months (Fixture *fixture, gconstpointer data)
{
  DeskMonths *months;

  start (fixture);
  months = find (fixture->window->facets, DESK_TYPE_MONTHS, 0);
  wait_until (desk_months_get_n_bars (months) == 4);
  g_assert_cmpuint (desk_months_get_n (months, 2), ==, 2);
  desk_months_choose (months, 2, 1);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "date:2026-01..2026-02");
  assert_lists (fixture, "친서 두 통", "Bridge closed", "방파제 보수");
  /* The bars stay, so that others can be chosen. */
  wait_until (desk_months_get_n_bars (months) == 4);
  desk_months_choose (months, 0, 0);
  assert_lists (fixture, "Snow on the pier");
  desk_months_choose (months, 0, 0);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
  /* By keys, too; what is found may still be the same as before. */
  g_assert_true (give_key (months, GTK_PHASE_BUBBLE, GDK_KEY_Left));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "date:2025-12");
  assert_lists (fixture, "Snow on the pier");
  wait_until (desk_months_get_n_bars (months) == 4);
  g_assert_true (give_key (months, GTK_PHASE_BUBBLE, GDK_KEY_End));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "date:2026-03");
  assert_lists (fixture, "Harbour opens");
  g_assert_true (give_key (months, GTK_PHASE_BUBBLE, GDK_KEY_Home));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "date:2025-12");
}

static gboolean
is_at_words (Fixture *fixture, guint offset)
{
  g_autofree char *block = NULL;
  guint at;

  return desk_window_is_on_desk (fixture->window, "script")
         && desk_window_get_document (fixture->window) != NULL
         && desk_view_get_caret (fixture->window->script, &block, &at) && at == offset
         && g_strcmp0 (block, "b2") == 0;
}

/* Though it is pressed before anything was found. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  ask (fixture, "항만청 친서");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (is_at_words (fixture, 0));
  g_assert_cmpstr (get_first_text (bul_history_get_story (get_history (fixture))), ==,
                   "방파제 보수");
  /* The story is there already. */
  go_there (fixture);
  ask (fixture, "답했습니다");
  assert_lists (fixture, "방파제 보수");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (is_at_words (fixture, 9));
}

static const char *
get_previewed (Fixture *fixture)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (find (fixture->window->preview, DESK_TYPE_VIEW, 0));
  static char *text;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  g_free (text);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return text;
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection;

  start (fixture);
  ask (fixture, "친서");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
  wait_until (g_str_equal (get_previewed (fixture), "친서 두 통"));
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_view (fixture)));
  gtk_single_selection_set_selected (selection, 1);
  wait_until (g_str_equal (get_previewed (fixture), "방파제 보수"));
  g_assert_false (gtk_text_view_get_editable (find (fixture->window->preview, DESK_TYPE_VIEW, 0)));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  DeskNoHits *no_hits;

  start (fixture);
  no_hits = find (fixture->window, DESK_TYPE_NO_HITS, 0);
  ask (fixture, "친서 lang:ko");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (no_hits)));
  wait_until (has (no_hits, GTK_TYPE_BUTTON, 1));
  /* The second part is the one too many. */
  g_signal_emit_by_name (find (no_hits, GTK_TYPE_BUTTON, 1), "clicked");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "친서");
}

/* A syllable counts before it is finished, and is not lost whatever is clicked. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  assert_lists (fixture, "Harbour opens", "친서 두 통", "Bridge closed", "방파제 보수",
                "Snow on the pier");
  ask (fixture, "친");
  wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
  gtk_editable_set_position (get_entry (fixture), -1);
  fake_input_compose ("서");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "친");
  wait_until (find_facet (fixture, "뉴스 9") != NULL);
  gtk_check_button_set_active (find_facet (fixture, "뉴스 9"), TRUE);
  assert_lists (fixture, "방파제 보수");
  g_assert_cmpstr (fake_input_get_composing (), ==, "서");
  fake_input_answer (NULL, "서");
  wait_until (
      g_str_equal (gtk_editable_get_text (get_entry (fixture)), "친서 programme:\"뉴스 9\""));
  assert_lists (fixture, "방파제 보수");
}

/* Rows stay where they are; what is in them is what was saved. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  static const Told later = { "News 9", "2026-04-01", "Letter of April", "One more letter." };

  start (fixture);
  ask (fixture, "항만청");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (is_at_words (fixture, 0));
  go_there (fixture);
  ask (fixture, "");
  assert_lists (fixture, "Harbour opens", "친서 두 통", "Bridge closed", "방파제 보수",
                "Snow on the pier");
  wait_until (is_counted (fixture, "5 stories"));
  save_elsewhere (fixture, "새 ");
  save_stories (fixture, &later, 1);
  assert_lists (fixture, "Harbour opens", "친서 두 통", "Bridge closed", "새 방파제 보수",
                "Snow on the pier");
  desk_archive_ask_again (fixture->window->archive);
  assert_lists (fixture, "Letter of April", "Harbour opens", "친서 두 통", "Bridge closed",
                "새 방파제 보수", "Snow on the pier");
}

/* What stories are found by is damaged: it is made anew, and nobody need know. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  sqlite3 *handle = NULL;

  save_stories (fixture, some, G_N_ELEMENTS (some));
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE search_text_data SET block = x'0102030405' WHERE id > 1",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);
  go_there (fixture);
  ask (fixture, "친서");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
}

/* A save that was killed before what finds its story was written, where nobody may write: it is
 * told by what the stories are found. */
static void
test_behind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  g_autoptr (DeskLibrary) library = NULL;
  Fixture second = *fixture;
  sqlite3 *handle = NULL;
  GtkWidget *note;

  save_stories (fixture, some, G_N_ELEMENTS (some));
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "INSERT INTO search_outdated SELECT min(id), '', '' FROM story",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);
  /* What is no file cannot be opened as one, even by root. */
  g_unlink (lock);
  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  second.library = library = desk_library_new (fixture->path, "Min");
  second.window
      = desk_window_new (gtk_window_get_application (GTK_WINDOW (fixture->window)), library);
  gtk_window_present (GTK_WINDOW (second.window));
  desk_window_start (second.window);
  wait_until (desk_banner_is_shown (second.window->banner));
  go_there (&second);
  ask (&second, "친서");
  assert_lists (&second, "친서 두 통", "방파제 보수");
  note = find (find (second.window->archive, DESK_TYPE_PREPARING, 0), GTK_TYPE_LABEL, 0);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (note)),
                                   "Stories that were saved last are found by what they said"));
  g_assert_true (gtk_revealer_get_reveal_child (
      GTK_REVEALER (gtk_widget_get_ancestor (note, GTK_TYPE_REVEALER))));
  g_rmdir (lock);
  gtk_window_destroy (GTK_WINDOW (second.window));
  desk_library_close (library);
}

/* Words that are selected in the script are looked for as they stand; Escape leads back. */
static void
test_selected (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer;
  GtkTextIter start_iter;
  GtkTextIter end_iter;

  start (fixture);
  ask (fixture, "mayor");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (is_at_words (fixture, 4));
  buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  gtk_text_buffer_get_iter_at_line_offset (buffer, &start_iter, 1, 15);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &end_iter, 1, 25);
  gtk_text_buffer_select_range (buffer, &start_iter, &end_iter);
  press (fixture, "win.find-in-library");
  wait_until (desk_window_is_on_desk (fixture->window, "archive"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "\"the letter\"");
  assert_lists (fixture, "Harbour opens");
  g_assert_true (give_key (fixture->window->archive, GTK_PHASE_CAPTURE, GDK_KEY_Escape));
  g_assert_true (desk_window_is_on_desk (fixture->window, "script"));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection;

  start (fixture);
  ask (fixture, "친서");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_view (fixture)));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  g_assert_true (give_key (get_entry (fixture), GTK_PHASE_CAPTURE, GDK_KEY_Down));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  g_assert_true (give_key (get_entry (fixture), GTK_PHASE_CAPTURE, GDK_KEY_Up));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  g_assert_true (give_key (get_view (fixture), GTK_PHASE_CAPTURE, GDK_KEY_space));
  g_assert_cmpuint (desk_found_list_get_n_ticked (desk_archive_get_list (fixture->window->archive)),
                    ==, 1);
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
}

/* A syllable that was being composed in the script is in it when the archive comes, and the window
 * that is closed from there has saved it. */
static void
test_left_composing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = NULL;
  g_autoptr (BulStory) stored = NULL;

  open_sample (fixture);
  uid = g_strdup (bul_history_get_story (get_history (fixture))->uid);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->script));
  wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
  fake_input_compose ("한");
  press (fixture, "win.search-archive");
  wait_until (desk_window_is_on_desk (fixture->window, "archive"));
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window))
              != GTK_WIDGET (fixture->window->script));
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  stored = load_stored (fixture, uid);
  for (guint i = 0; i < bul_story_get_script (stored)->blocks->len; i++)
    if (strstr (((BulBlock *) bul_story_get_script (stored)->blocks->pdata[i])->text, "한") != NULL)
      return;
  g_assert_not_reached ();
}

static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  DeskFoundList *list;
  g_autoptr (DeskFound) found = NULL;
  g_autoptr (GArray) ticked = NULL;

  start (fixture);
  list = desk_archive_get_list (fixture->window->archive);
  ask (fixture, "친서");
  assert_lists (fixture, "친서 두 통", "방파제 보수");
  desk_found_list_tick_all (list);
  g_assert_cmpuint (desk_found_list_get_n_ticked (list), ==, 2);
  found = g_list_model_get_item (G_LIST_MODEL (list), 0);
  desk_found_set_ticked (found, FALSE);
  ticked = desk_found_list_dup_ticked (list);
  g_assert_cmpuint (ticked->len, ==, 1);
  g_assert_cmpint (g_array_index (ticked, gint64, 0), !=, desk_found_get_docid (found));
  /* Others were found. */
  ask (fixture, "letter");
  assert_lists (fixture, "Harbour opens", "Bridge closed");
  g_assert_cmpuint (desk_found_list_get_n_ticked (list), ==, 0);
}

/* A library that an earlier program made is prepared, and all of it is found then. */
static void
test_prepared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulStore) store = NULL;

  save_stories (fixture, some, G_N_ELEMENTS (some));
  store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, NULL);
  g_assert_true (bul_search_give_up (store, NULL));
  go_there (fixture);
  assert_lists (fixture, "Harbour opens", "친서 두 통", "Bridge closed", "방파제 보수",
                "Snow on the pier");
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (fixture)));
}

/* However many were found, only rows in sight are made; the last is as near as the first. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree Told *told = g_new0 (Told, MANY);
  g_autoptr (GPtrArray) headlines = g_ptr_array_new_with_free_func (g_free);
  DeskFoundList *list;

  for (guint i = 0; i < MANY; i++)
    {
      g_ptr_array_add (headlines, g_strdup_printf ("Story %u", i + 1));
      told[i] = (Told){ "News 9", "2026-03-18", headlines->pdata[i], "Boats." };
    }
  save_stories (fixture, told, MANY);
  go_there (fixture);
  list = desk_archive_get_list (fixture->window->archive);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == MANY);
  wait_until (g_strcmp0 (get_headline (fixture, 0), "Story 3000") == 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_until (gtk_adjustment_get_upper (get_adjustment (fixture)) > MANY);
  gtk_adjustment_set_value (get_adjustment (fixture),
                            gtk_adjustment_get_upper (get_adjustment (fixture)));
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "list.scroll-to-item", "u",
                              MANY - 1);
  wait_until (g_strcmp0 (get_headline (fixture, MANY - 1), "Story 1") == 0);
  g_assert_cmpuint (desk_found_list_get_n_alive (list), <, MOST_ROWS);
}

static void
test_query_text (void)
{
  static const struct
  {
    const char *what;
    const char *before;
    BulQueryField field;
    const char *value;
    const char *after;
  } cases[] = {
    /* one more, or one less */
    { "into nothing", "", BUL_QUERY_TAG, "subject:x", "tag:subject:x" },
    { "a tag of its own words", "", BUL_QUERY_TAG, "word:sea_works", "tag:\"sea works\"" },
    { "and out again", "tag:\"sea works\"", BUL_QUERY_TAG, "word:sea_works", "" },
    { "behind words", "letter", BUL_QUERY_LANGUAGE, "ko", "letter lang:ko" },
    { "behind a blank", "letter ", BUL_QUERY_LANGUAGE, "ko", "letter lang:ko" },
    { "out again", "letter lang:ko", BUL_QUERY_LANGUAGE, "ko", "letter" },
    { "out of the middle", "a lang:한국어 b", BUL_QUERY_LANGUAGE, "ko", "a b" },
    { "beside another", "speaker:Oh", BUL_QUERY_SPEAKER, "Oh Sun-hee",
      "speaker:Oh speaker:\"Oh Sun-hee\"" },
    /* in the place of what was asked */
    { "programme", "a programme:\"News 9\" b", BUL_QUERY_PROGRAMME, "뉴스 9",
      "a programme:\"뉴스 9\" b" },
    { "month", "date:2025 letter", BUL_QUERY_DATE, "2025-06", "date:2025-06 letter" },
    /* names with signs of their own */
    { "a colon", "", BUL_QUERY_PROGRAMME, "Now: \"Nine\"", "programme:「Now: \"Nine\"」" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DeskSplice) splice = { 0, 0, NULL };
      g_autofree char *after = NULL;

      g_test_message ("%s", cases[i].what);
      desk_query_text_toggle (cases[i].before, cases[i].field, cases[i].value, &splice);
      after = desk_splice_apply (&splice, cases[i].before);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

UNIT (archive)
{
  gtk_test_init (&argc, &argv, NULL);
  fake_input_install ();
  g_test_add_func ("/archive/query-text", test_query_text);
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  TEST ("/archive/newest", test_newest);
  TEST ("/archive/typed", test_typed);
  TEST ("/archive/overtaken", test_overtaken);
  TEST ("/archive/facets", test_facets);
  TEST ("/archive/months", test_months);
  TEST ("/archive/enter", test_enter);
  TEST ("/archive/preview", test_preview);
  TEST ("/archive/nothing", test_nothing);
  TEST ("/archive/composing", test_composing);
  TEST ("/archive/saved", test_saved);
  TEST ("/archive/script-is-safe", test_script_is_safe);
  TEST ("/archive/left-composing", test_left_composing);
  TEST ("/archive/ticks", test_ticks);
  TEST ("/archive/prepared", test_prepared);
  TEST ("/archive/damaged", test_damaged);
  TEST ("/archive/behind", test_behind);
  TEST ("/archive/selected", test_selected);
  TEST ("/archive/keys", test_keys);
  TEST ("/archive/many", test_many);
#undef TEST
  return run_with_application ();
}
