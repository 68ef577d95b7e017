/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-history.h"
#include "bul-store-saved.h"
#include "bul-store-tags.h"
#include "bul-tags.h"
#include "desk-hits.h"
#include "desk-list-focus.h"
#include "desk-saved-list.h"
#include "desk-settings.h"
#include "desk-tagger.h"
#include "shell-fixture.h"
#include "unit.h"

#define CODE "subject:diplomacy"

/* --- what is decided, without a window */

static void
add_share (GPtrArray *shares, const char *code, guint n)
{
  BulFlowTagShare *share = g_new0 (BulFlowTagShare, 1);

  share->code = g_strdup (code);
  share->n = n;
  g_ptr_array_add (shares, share);
}

static void
share_free (gpointer data)
{
  g_free (((BulFlowTagShare *) data)->code);
  g_free (data);
}

/* Of four stories all are about the north, one about diplomacy. */
static DeskTagChoice *
make_choice (void)
{
  static const char *const uids[] = { "a", "b", "c", "d" };
  DeskTagSet *set = g_new0 (DeskTagSet, 1);

  set->uids = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    g_ptr_array_add (set->uids, (char *) uids[i]);
  set->shares = g_ptr_array_new_with_free_func (share_free);
  add_share (set->shares, "subject:north-korea", 4);
  add_share (set->shares, CODE, 1);
  set->vocabulary = bul_vocabulary_copy (bul_vocabulary_get_starter ());
  set->counts = g_hash_table_new (g_str_hash, g_str_equal);
  return desk_tag_choice_new (set);
}

static DeskTagRow *
get_first (DeskTagChoice *choice, const char *typed)
{
  g_autoptr (GPtrArray) rows = desk_tag_choice_list (choice, typed, NULL);

  g_assert_cmpuint (rows->len, >, 0);
  return rows->pdata[0];
}

static void
assert_count (DeskTagChoice *choice, DeskTagRow *row, const char *count)
{
  g_autofree char *words = desk_tag_choice_dup_count (choice, row);

  g_assert_cmpstr (words, ==, count);
}

/* Each click goes on: some, all, none, as it was; what all have begins with none. */
static void
test_states (void)
{
  g_autoptr (DeskTagChoice) choice = make_choice ();
  DeskTagRow *some = get_first (choice, "외교");
  DeskTagRow *all = get_first (choice, "북한");
  DeskTagRow *none = get_first (choice, "날씨");

  assert_count (choice, some, "1 of 4");
  desk_tag_choice_turn (choice, some);
  assert_count (choice, some, "all 4");
  desk_tag_choice_turn (choice, some);
  assert_count (choice, some, "none");
  desk_tag_choice_turn (choice, some);
  assert_count (choice, some, "1 of 4");

  assert_count (choice, all, "all 4");
  desk_tag_choice_turn (choice, all);
  assert_count (choice, all, "none");
  desk_tag_choice_turn (choice, all);
  assert_count (choice, all, "all 4");

  desk_tag_choice_turn (choice, none);
  assert_count (choice, none, "all 4");
  desk_tag_choice_turn (choice, none);
  assert_count (choice, none, "none");
  g_assert_null (desk_tag_choice_make_deed (choice));
}

static void
test_sentence (void)
{
  g_autoptr (DeskTagChoice) choice = make_choice ();
  g_autofree char *before = desk_tag_choice_dup_sentence (choice);
  g_autofree char *added = NULL;
  g_autofree char *both = NULL;
  g_autoptr (DeskTagDeed) deed = NULL;

  g_assert_null (before);
  desk_tag_choice_turn (choice, get_first (choice, "외교"));
  added = desk_tag_choice_dup_sentence (choice);
  g_assert_cmpstr (added, ==, "Diplomacy: adds to 3. Nothing is taken away. One undo.");
  desk_tag_choice_turn (choice, get_first (choice, "north korea"));
  both = desk_tag_choice_dup_sentence (choice);
  g_assert_nonnull (g_strrstr (both, "takes from 4."));
  g_assert_null (g_strrstr (both, "Nothing"));
  deed = desk_tag_choice_make_deed (choice);
  g_assert_cmpuint (desk_tag_deed_get_changes (deed)->len, ==, 2);
  g_assert_cmpstr (desk_tag_deed_get_given (deed)->code, ==, CODE);
}

/* A word that no vocabulary has is offered, and comes last. */
static void
test_words (void)
{
  g_autoptr (DeskTagChoice) choice = make_choice ();
  g_autoptr (GPtrArray) rows = desk_tag_choice_list (choice, "외", NULL);
  const DeskTagRow *last = rows->pdata[rows->len - 1];

  g_assert_cmpstr (last->code, ==, "word:외");
  g_assert_cmpstr (get_first (choice, "친서 외교")->code, ==, "word:친서_외교");
  g_assert_cmpstr (get_first (choice, "외교")->code, ==, CODE);
}

/* --- in the window */

static DeskTagger *
get_tagger (Fixture *fixture)
{
  return find (fixture->window->archive, DESK_TYPE_TAGGER, 0);
}

static gboolean
is_tagged (Fixture *fixture, const char *uid)
{
  g_autoptr (BulStory) story = load_stored (fixture, uid);

  return bul_tags_find (story, CODE) != NULL;
}

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (desk_archive_get_list (fixture->window->archive));
}

static char *
go_there (Fixture *fixture)
{
  char *uid;

  open_sample (fixture);
  uid = g_strdup (bul_history_get_story (get_history (fixture))->uid);
  press (fixture, "win.search-archive");
  wait_until (g_list_model_get_n_items (get_list (fixture)) == 1
              && desk_archive_get_chosen (fixture->window->archive) != NULL);
  return uid;
}

/* Deeds come one after another, and the last one's end is told. */
static void
wait_for_tags (Fixture *fixture)
{
  while (desk_window_is_tagging (fixture->window))
    g_main_context_iteration (NULL, TRUE);
}

/* As whoever presses Apply decides it. */
static void
decide (Fixture *fixture, const GPtrArray *uids, const char *code)
{
  g_autoptr (DeskTagDeed) deed = desk_tag_deed_new (uids);

  desk_tag_deed_add (deed, BUL_TAG_DEED_ADD, code, code);
  g_signal_emit_by_name (desk_archive_get_bar (fixture->window->archive), "decided", deed);
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = go_there (fixture);
  DeskTagger *tagger = get_tagger (fixture);

  press (fixture, "win.tag");
  wait_until (gtk_widget_get_visible (GTK_WIDGET (tagger)));
  gtk_editable_set_text (find (tagger, GTK_TYPE_ENTRY, 0), "외교");
  press (fixture, "win.accept");
  g_assert_false (is_tagged (fixture, uid));
  press (fixture, "win.accept");
  wait_until (is_tagged (fixture, uid));
  /* The story that is open shows it, too. */
  wait_until (bul_tags_find (bul_history_get_story (get_history (fixture)), CODE) != NULL);
  desk_archive_focus_list (fixture->window->archive);
  press (fixture, "win.undo");
  wait_until (!is_tagged (fixture, uid));
  /* The same once more by one key. */
  press (fixture, "win.accept");
  wait_until (is_tagged (fixture, uid));
  /* What changed nothing is what is taken back, and not what was before. */
  press (fixture, "win.accept");
  press (fixture, "win.undo");
  wait_until (desk_window_has_tag_undo (fixture->window));
  press (fixture, "win.accept");
  wait_for_tags (fixture);
  g_assert_true (is_tagged (fixture, uid));
  press (fixture, "win.undo");
  wait_until (!is_tagged (fixture, uid));
  wait_for_tags (fixture);
  g_assert_false (desk_window_has_tag_undo (fixture->window));
}

static void
press_and_wait (Fixture *fixture, const char *action)
{
  press (fixture, action);
  wait_for_tags (fixture);
}

/* Undone and done again as often as one likes, until something else is done. */
static void
test_redo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = go_there (fixture);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  g_ptr_array_add (uids, uid);
  g_assert_false (desk_window_has_tag_redo (fixture->window));
  decide (fixture, uids, CODE);
  decide (fixture, uids, "subject:weather");
  wait_for_tags (fixture);
  desk_archive_focus_list (fixture->window->archive);
  for (guint round = 0; round < 2; round++)
    {
      press_and_wait (fixture, "win.undo");
      press_and_wait (fixture, "win.undo");
      g_assert_false (is_tagged (fixture, uid));
      g_assert_false (desk_window_has_tag_undo (fixture->window));
      /* one after the other, without waiting */
      press (fixture, "win.redo");
      press_and_wait (fixture, "win.redo");
      g_assert_true (is_tagged (fixture, uid));
      g_assert_false (desk_window_has_tag_redo (fixture->window));
    }
  /* what the toast offers */
  press_and_wait (fixture, "win.undo");
  g_assert_cmpstr (adw_toast_get_action_name (fixture->window->toast), ==, "win.redo-tags");
  press_and_wait (fixture, "win.redo-tags");
  g_assert_cmpstr (adw_toast_get_action_name (fixture->window->toast), ==, "win.undo-tags");
  press_and_wait (fixture, "win.undo");
  /* What changed nothing is no deed. */
  decide (fixture, uids, CODE);
  press (fixture, "win.undo");
  press_and_wait (fixture, "win.redo");
  g_assert_true (desk_window_has_tag_redo (fixture->window));
  decide (fixture, uids, "word:ferry");
  wait_for_tags (fixture);
  g_assert_false (desk_window_has_tag_redo (fixture->window));
  press_and_wait (fixture, "win.redo-tags");
  g_assert_null (adw_toast_get_button_label (fixture->window->toast));
}

/* A story that went on since is left, and named. */
static void
test_redo_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = go_there (fixture);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  g_ptr_array_add (uids, uid);
  decide (fixture, uids, CODE);
  wait_for_tags (fixture);
  desk_archive_focus_list (fixture->window->archive);
  wait_until (bul_tags_find (bul_history_get_story (get_history (fixture)), CODE) != NULL);
  press_and_wait (fixture, "win.undo");
  wait_until (bul_tags_find (bul_history_get_story (get_history (fixture)), CODE) == NULL);
  type (fixture, "Today ");
  press_and_wait (fixture, "win.redo-tags");
  g_assert_false (is_tagged (fixture, uid));
  g_assert_nonnull (
      g_strrstr (desk_window_get_toast_words (fixture->window->toast), "was left as it is"));
  g_assert_false (desk_window_has_tag_undo (fixture->window));
  g_assert_false (desk_window_has_tag_redo (fixture->window));
}

/* What somebody is typing in it is in a revision before. */
static void
test_unsaved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = go_there (fixture);
  g_autoptr (BulStory) stored = NULL;

  type (fixture, "Today ");
  press (fixture, "win.tag");
  wait_until (gtk_widget_get_visible (GTK_WIDGET (get_tagger (fixture))));
  gtk_editable_set_text (find (get_tagger (fixture), GTK_TYPE_ENTRY, 0), "외교");
  press (fixture, "win.accept");
  g_assert_false (is_tagged (fixture, uid));
  press (fixture, "win.accept");
  wait_until (is_tagged (fixture, uid));
  stored = load_stored (fixture, uid);
  g_assert_true (g_str_has_prefix (get_first_text (stored), "Today "));
}

/* Nothing that was decided on one library is done to another, or taken back in it. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = go_there (fixture);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  g_autofree char *other = g_build_filename (fixture->folder, "other.bulletin", NULL);

  g_ptr_array_add (uids, uid);
  decide (fixture, uids, CODE);
  wait_until (is_tagged (fixture, uid));
  wait_for_tags (fixture);
  g_assert_true (desk_window_has_tag_undo (fixture->window));
  decide (fixture, uids, "word:ferry");
  wait_for_tags (fixture);
  desk_archive_focus_list (fixture->window->archive);
  press (fixture, "win.undo");
  wait_for_tags (fixture);
  g_assert_true (desk_window_has_tag_redo (fixture->window));
  decide (fixture, uids, "subject:weather");
  desk_window_use_library (fixture->window, other);
  wait_until (g_strcmp0 (desk_library_get_path (fixture->library), other) == 0);
  wait_for_tags (fixture);
  g_assert_false (desk_window_has_tag_undo (fixture->window));
  g_assert_false (desk_window_has_tag_redo (fixture->window));
  wait_until (count_rows (fixture) == 0);
  g_assert_true (is_tagged (fixture, uid));
  desk_settings_set_library (fixture->window->settings, "");
}

static GtkListView *
get_rows (Fixture *fixture)
{
  return find (find (fixture->window->archive, DESK_TYPE_HITS, 0), GTK_TYPE_LIST_VIEW, 0);
}

/* The row that has the keys is the one that is chosen, from which Down goes on. */
static gboolean
has_chosen_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return desk_list_has_focus (get_rows (fixture))
         && (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0;
}

static guint
count_saved (Fixture *fixture)
{
  DeskSavedList *list = desk_facets_get_saved (fixture->window->facets);

  return (desk_saved_list_find (list, "Ships") != NULL ? 1 : 0)
         + (desk_saved_list_find (list, "Boats") != NULL ? 1 : 0);
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  DeskSavedList *list;
  GtkPopover *naming;

  g_free (go_there (fixture));
  list = desk_facets_get_saved (fixture->window->facets);
  naming = find (list, GTK_TYPE_POPOVER, 0);
  desk_archive_find (fixture->window->archive, "ferry");
  press (fixture, "win.save-search");
  wait_until (gtk_widget_get_visible (GTK_WIDGET (naming)));
  /* as Escape does */
  gtk_popover_popdown (naming);
  wait_until (has_chosen_focus (fixture));
  press (fixture, "win.save-search");
  wait_until (gtk_widget_get_visible (GTK_WIDGET (naming)));
  gtk_editable_set_text (find (naming, GTK_TYPE_ENTRY, 0), "Ships");
  g_signal_emit_by_name (find (naming, GTK_TYPE_BUTTON, 0), "clicked");
  wait_until (desk_saved_list_find (list, "Ships") != NULL);
  g_assert_cmpstr (desk_saved_list_find (list, "Ships")->query, ==, "ferry");
  gtk_widget_activate_action (GTK_WIDGET (list), "saved.rename", "s", "Ships");
  gtk_editable_set_text (find (naming, GTK_TYPE_ENTRY, 0), "Boats");
  g_signal_emit_by_name (find (naming, GTK_TYPE_BUTTON, 0), "clicked");
  wait_until (desk_saved_list_find (list, "Boats") != NULL && count_saved (fixture) == 1);
  gtk_widget_activate_action (GTK_WIDGET (list), "saved.remove", "s", "Boats");
  wait_until (count_saved (fixture) == 0);
}

/* More than are done in one portion. */
#define MANY 40

static GPtrArray *
save_many (Fixture *fixture)
{
  g_autoptr (BulStore) store = NULL;
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (bul_record_free);
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);

  wait_until (fixture->window->is_listed);
  store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, NULL);
  for (guint i = 0; i < MANY; i++)
    {
      BulStory *story = bul_story_new ();
      BulScript *script = bul_script_new ("k1", "en");
      g_autoptr (BulHistory) history = NULL;

      g_ptr_array_add (story->scripts, script);
      g_ptr_array_add (script->blocks, bul_block_new ("b1", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE,
                                                      "The ferry sails."));
      history = bul_history_new (story);
      g_ptr_array_add (uids, g_strdup (story->uid));
      g_ptr_array_add (stories, bul_history_make_revision (history, "Jae", NULL));
    }
  g_assert_true (bul_store_save_many (store, stories, NULL, NULL));
  return uids;
}

static guint
count_tagged (Fixture *fixture, const char *code)
{
  g_autoptr (BulStore) store = bul_store_open (fixture->path, BUL_STORE_READ_ONLY, NULL);
  g_autoptr (GPtrArray) tagged = bul_store_find_tagged (store, code, NULL);

  return tagged->len;
}

/* The keys go with the choice from one story to the next. */
static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) uids = save_many (fixture);
  GtkSingleSelection *selection;

  press (fixture, "win.search-archive");
  wait_until (g_list_model_get_n_items (get_list (fixture)) == MANY);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_rows (fixture)));
  g_ptr_array_set_size (uids, 1);
  decide (fixture, uids, CODE);
  wait_for_tags (fixture);
  desk_archive_focus_list (fixture->window->archive);
  for (guint i = 1; i < 4; i++)
    {
      press (fixture, "win.accept");
      wait_for_tags (fixture);
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, i);
      g_assert_true (has_chosen_focus (fixture));
    }
}

/* A window that is closed meanwhile goes in peace, and what was decided in it is done. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { CODE, "subject:weather" };
  g_autoptr (GPtrArray) uids = save_many (fixture);

  press (fixture, "win.search-archive");
  wait_until (g_list_model_get_n_items (get_list (fixture)) == MANY);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    decide (fixture, uids, codes[i]);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    wait_until (count_tagged (fixture, codes[i]) == MANY);
}

UNIT (tagging)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tagging/states", test_states);
  g_test_add_func ("/tagging/sentence", test_sentence);
  g_test_add_func ("/tagging/words", test_words);
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  TEST ("/tagging/apply", test_apply);
  TEST ("/tagging/redo", test_redo);
  TEST ("/tagging/redo-refused", test_redo_refused);
  TEST ("/tagging/unsaved", test_unsaved);
  TEST ("/tagging/saved", test_saved);
  TEST ("/tagging/moved", test_moved);
  TEST ("/tagging/next", test_next);
  TEST ("/tagging/closed", test_closed);
  return run_with_application ();
}
