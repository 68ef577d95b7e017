/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-flow-person.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-speakers.h"
#include "desk-person-form.h"
#include "desk-person-page.h"
#include "desk-rows.h"
#include "desk-settings.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "unit.h"

/* The number that 강태윤 has in the first story: the anchor has the first. */
#define SPEAKER 2

/* More than a list has rows for. */
#define MANY 1000

static const char *const some[] = {
  "입력 2025.06.12 (22:46)\n\n[앵커]\n\n뱃길이 열렸습니다.\n\n[리포트]\n\n"
  "[강태윤/연안안전청 부청장: \"두 번 검사했습니다.\"]\n\n배는 다시 떴습니다.\n\n"
  "[강태윤/연안안전청 부청장: \"곧 다시 엽니다.\"]\n\n[오순희/주민: \"잠을 못 잤어요.\"]\n",
  "입력 2025.07.02 (22:46)\n\n[앵커]\n\n새 배가 왔습니다.\n\n[리포트]\n\n"
  "[강태윤/연안안전청장: \"이제 안전합니다.\"]\n\n[오 순희/주민: \"반갑습니다.\"]\n",
  "News 9 2025-08-01\n\n[Anchor]\n\nThe ferry sails again.\n\n[Reporter]\n\n"
  "[Kang Tae-yoon/Director, Coastal Safety Office: \"Every weld was tested.\"]\n",
};

static DeskPeople *
get_people (Fixture *fixture)
{
  return desk_archive_get_people (fixture->window->archive);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return find (fixture->window->archive, GTK_TYPE_SEARCH_ENTRY, 0);
}

static DeskPersonPage *
get_page (Fixture *fixture)
{
  return find (fixture->window, DESK_TYPE_PERSON_PAGE, 0);
}

static BulStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BulStore *store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  return store;
}

static void
keep (BulStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (BulImport) import = bul_importers_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (bul_flow_keep (store, import, "Jae", NULL, NULL, &error));
}

static void
keep_some (Fixture *fixture)
{
  g_autoptr (BulStore) store = NULL;

  wait_until (fixture->window->is_listed);
  store = open_store (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    keep (store, some[i]);
}

static void
go_there (Fixture *fixture)
{
  gtk_stack_set_visible_child_name (fixture->window->stack, "desk");
  press (fixture, "win.show-people");
  wait_until (desk_window_is_on_people (fixture->window));
}

static void
start (Fixture *fixture)
{
  keep_some (fixture);
  go_there (fixture);
  wait_until (desk_people_get_n (get_people (fixture)) == 4
              && desk_people_get_n_pairs (get_people (fixture)) >= 0);
}

static void
ask (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (get_entry (fixture), text);
  gtk_editable_set_position (get_entry (fixture), -1);
}

/* Who is chosen in the list, or whose page it is. */
static gboolean
is_person (Fixture *fixture, const char *name)
{
  const BulFlowPerson *person = desk_people_get_person (get_people (fixture));

  return person != NULL && g_str_equal (person->name, name);
}

static gboolean
is_shown (Fixture *fixture, const char *name)
{
  const DeskPersonKnown *known = desk_person_page_get_known (get_page (fixture));

  return gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))) && known != NULL
         && g_str_equal (known->person->name, name);
}

static void
open_person (Fixture *fixture, const char *name)
{
  ask (fixture, name);
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (is_shown (fixture, name));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  g_assert_true (is_person (fixture, "강태윤"));
  ask (fixture, "tae yoon");
  wait_until (desk_people_get_n (get_people (fixture)) == 1
              && is_person (fixture, "Kang Tae-yoon"));
  ask (fixture, "오순");
  wait_until (desk_people_get_n (get_people (fixture)) == 2);
  ask (fixture, "nobody at all");
  wait_until (desk_people_get_n (get_people (fixture)) == 0);
  ask (fixture, "");
  wait_until (desk_people_get_n (get_people (fixture)) == 4);
  desk_people_move (get_people (fixture), 2);
  g_assert_true (is_person (fixture, "오 순희"));
}

/* Who is opened is who was typed, though the list is read anew meanwhile. */
static void
test_refreshed (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  ask (fixture, "오순희");
  desk_people_refresh (get_people (fixture));
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));
  g_assert_true (is_shown (fixture, "오순희"));
}

/* A syllable that is being composed counts, though its last letter will begin the next one. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
  ask (fixture, "강");
  wait_until (desk_people_get_n (get_people (fixture)) == 1);
  fake_input_compose ("탱");
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  wait_until (is_person (fixture, "강태윤"));
  fake_input_compose ("자");
  wait_until (desk_people_get_n (get_people (fixture)) == 0);
}

static gboolean
has_words (Fixture *fixture, const char *words)
{
  return g_str_equal (gtk_editable_get_text (get_entry (fixture)), words);
}

/* What stories are looked for by is no name, and waits until it is their turn again; with the
 * syllable that was not ended. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  ask (fixture, "오순");
  press (fixture, "win.search-archive");
  wait_until (!desk_window_is_on_people (fixture->window) && has_words (fixture, ""));
  ask (fixture, "speaker:강태윤");
  wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
  fake_input_compose ("은");
  press (fixture, "win.show-people");
  wait_until (has_words (fixture, "오순") && desk_people_get_n (get_people (fixture)) == 2);
  press (fixture, "win.find");
  g_assert_true (desk_window_is_on_people (fixture->window));
  press (fixture, "win.search-archive");
  wait_until (has_words (fixture, "speaker:강태윤은"));
  desk_archive_find (fixture->window->archive, "다리");
  g_assert_true (has_words (fixture, "다리"));
  press (fixture, "win.show-people");
  wait_until (has_words (fixture, "오순"));
  desk_archive_find (fixture->window->archive, "배");
  g_assert_true (has_words (fixture, "배"));
}

static const char *
get_chosen_story (Fixture *fixture)
{
  return desk_archive_get_chosen (fixture->window->archive);
}

/* Whoever looks at people in between finds the list as it was, with what was chosen. */
static void
test_list_stays (Fixture *fixture, gconstpointer data)
{
  DeskArchive *archive;
  g_autofree char *uid = NULL;

  start (fixture);
  archive = fixture->window->archive;
  press (fixture, "win.search-archive");
  ask (fixture, "lang:ko");
  /* as it is typed: with the caret behind it */
  g_signal_emit_by_name (get_entry (fixture), "changed");
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (desk_archive_get_list (archive))) > 1
              && get_chosen_story (fixture) != NULL);
  desk_archive_choose_next (archive);
  uid = g_strdup (get_chosen_story (fixture));
  g_assert_nonnull (uid);
  press (fixture, "win.show-people");
  wait_until (desk_window_is_on_people (fixture->window) && has_words (fixture, ""));
  press (fixture, "win.search-archive");
  wait_until (has_words (fixture, "lang:ko"));
  wait_until (g_strcmp0 (get_chosen_story (fixture), uid) == 0);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  AdwStatusPage *nothing;

  wait_until (fixture->window->is_listed);
  go_there (fixture);
  wait_until (desk_people_get_n_pairs (get_people (fixture)) == 0);
  nothing = find (get_people (fixture), ADW_TYPE_STATUS_PAGE, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (nothing)));
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  const DeskPersonKnown *known;
  const BulFlowTitle *title;

  start (fixture);
  open_person (fixture, "강태윤");
  known = desk_person_page_get_known (get_page (fixture));
  g_assert_cmpuint (known->bites->len, ==, 3);
  g_assert_cmpuint (known->n_stories, ==, 2);
  g_assert_cmpuint (known->titles->len, ==, 2);
  title = &g_array_index (known->titles, BulFlowTitle, 0);
  g_assert_cmpstr (title->title, ==, "연안안전청장");
  g_assert_cmpstr (title->first, ==, "2025-07-02");
  /* Back to the list, and from there to the script. */
  g_assert_true (give_key (fixture->window->archive, GTK_PHASE_CAPTURE, GDK_KEY_Escape));
  g_assert_false (is_shown (fixture, "강태윤"));
  g_assert_true (desk_window_is_on_people (fixture->window));
  g_assert_true (give_key (fixture->window->archive, GTK_PHASE_CAPTURE, GDK_KEY_Escape));
  g_assert_true (desk_window_is_on_desk (fixture->window, "script"));
}

static gboolean
is_at (Fixture *fixture, const char *block)
{
  g_autofree char *at = NULL;
  guint offset;

  return desk_window_is_on_desk (fixture->window, "script")
         && desk_window_get_document (fixture->window) != NULL
         && desk_view_get_caret (fixture->window->script, &at, &offset)
         && g_strcmp0 (at, block) == 0;
}

/* A soundbite leads into its story, and Escape back to the page. */
static void
test_story (Fixture *fixture, gconstpointer data)
{
  const BulFlowBite *bite;
  g_autofree char *block = NULL;

  start (fixture);
  open_person (fixture, "강태윤");
  bite = desk_person_page_get_known (get_page (fixture))->bites->pdata[2];
  block = g_strdup (bite->block);
  g_signal_emit_by_name (find (get_page (fixture), GTK_TYPE_LIST_VIEW, 0), "activate", 2);
  wait_until (is_at (fixture, block));
  g_assert_true (give_key (fixture->window->script_area, GTK_PHASE_BUBBLE, GDK_KEY_Escape));
  g_assert_true (desk_window_is_on_people (fixture->window));
  g_assert_true (is_shown (fixture, "강태윤"));
}

/* Enter, then “yes”: two spellings are one person; undo makes them two again, to the letter. */
static void
press_toast (Fixture *fixture)
{
  AdwToast *toast = fixture->window->toast;

  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window),
                                      adw_toast_get_action_name (toast),
                                      adw_toast_get_action_target_value (toast));
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  open_person (fixture, "강태윤");
  wait_until (desk_person_page_get_alike (get_page (fixture)) != NULL);
  g_assert_cmpstr (desk_person_page_get_alike (get_page (fixture))->name, ==, "Kang Tae-yoon");
  press (fixture, "win.accept");
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 4);
  g_assert_cmpstr (desk_person_page_get_known (get_page (fixture))->record->english, ==,
                   "Kang Tae-yoon");
  /* The page stays where it is, and nobody else is suggested. */
  g_assert_true (is_shown (fixture, "강태윤"));
  wait_until (desk_people_get_n_pairs (get_people (fixture)) == 1);
  g_assert_null (desk_person_page_get_alike (get_page (fixture)));
  g_assert_cmpuint (fixture->window->receipts->len, ==, 1);
  press (fixture, "win.undo");
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 3);
  wait_until (desk_person_page_get_alike (get_page (fixture)) != NULL);
  wait_until (fixture->window->receipts->len == 0);
  g_assert_cmpstr (desk_window_get_toast_words (fixture->window->toast), ==,
                   "It is as it was before.");
  press (fixture, "win.redo");
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 4);
  wait_until (fixture->window->receipts->len == 1);
  g_assert_cmpstr (desk_window_get_toast_words (fixture->window->toast), ==,
                   "It is decided again.");
  /* what the toasts offer */
  press_toast (fixture);
  wait_until (fixture->window->receipts->len == 0);
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 3);
  press_toast (fixture);
  wait_until (fixture->window->receipts->len == 1);
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 4);
}

/* Undo that comes while it is still on its way takes it back, and nothing before it. */
static void
test_undo_at_once (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  open_person (fixture, "강태윤");
  wait_until (desk_person_page_get_alike (get_page (fixture)) != NULL);
  press (fixture, "win.accept");
  press (fixture, "win.undo");
  g_assert_cmpuint (fixture->window->receipts->len, ==, 0);
  wait_until (fixture->window->receipts->len == 1);
  wait_until (fixture->window->receipts->len == 0);
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 3);
  /* One after the other, in the order of the keys. */
  press (fixture, "win.redo");
  press (fixture, "win.undo");
  press (fixture, "win.redo");
  wait_until (fixture->window->n_deciding == 0);
  g_assert_cmpuint (fixture->window->receipts->len, ==, 1);
  press (fixture, "win.undo");
  wait_until (fixture->window->n_deciding == 0);
}

/* A window that is closed meanwhile goes in peace. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulStore) store = open_store (fixture);
  g_autoptr (GPtrArray) deeds = NULL;

  start (fixture);
  open_person (fixture, "강태윤");
  wait_until (desk_person_page_get_alike (get_page (fixture)) != NULL);
  press (fixture, "win.accept");
  press (fixture, "win.undo");
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  do
    {
      g_clear_pointer (&deeds, g_ptr_array_unref);
      deeds = bul_store_list_person_deeds (store, 1, NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  while (deeds->len == 0);
}

/* What was undone before a new deed is not done again, nor in another library. */
static void
test_no_redo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.bulletin", NULL);

  start (fixture);
  open_person (fixture, "강태윤");
  wait_until (desk_person_page_get_alike (get_page (fixture)) != NULL);
  press (fixture, "win.accept");
  press (fixture, "win.undo");
  wait_until (fixture->window->undone_receipts->len == 1);
  /* The page is read anew after the undo, and may have nobody alike for a moment. */
  while (fixture->window->receipts->len == 0)
    {
      if (fixture->window->n_deciding == 0
          && desk_person_page_get_alike (get_page (fixture)) != NULL)
        press (fixture, "win.reject");
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (fixture->window->receipts->len, ==, 1);
  g_assert_cmpuint (fixture->window->undone_receipts->len, ==, 0);
  press (fixture, "win.redo");
  g_assert_cmpuint (fixture->window->n_deciding, ==, 0);
  g_assert_cmpuint (fixture->window->receipts->len, ==, 1);
  desk_window_use_library (fixture->window, other);
  wait_until (g_strcmp0 (desk_library_get_path (fixture->library), other) == 0);
  g_assert_cmpuint (fixture->window->receipts->len, ==, 0);
  desk_settings_set_library (fixture->window->settings, "");
}

/* What was said to be two is not suggested again, until that is taken back. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  int n_pairs;

  start (fixture);
  n_pairs = desk_people_get_n_pairs (get_people (fixture));
  open_person (fixture, "강태윤");
  wait_until (desk_person_page_get_alike (get_page (fixture)) != NULL);
  press (fixture, "win.reject");
  wait_until (desk_people_get_n_pairs (get_people (fixture)) == n_pairs - 1);
  g_assert_null (desk_person_page_get_alike (get_page (fixture)));
  press (fixture, "win.undo");
  wait_until (desk_people_get_n_pairs (get_people (fixture)) == n_pairs);
}

/* Two at once are decided on once: what the second would be about was not seen yet. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  open_person (fixture, "강태윤");
  wait_until (desk_person_page_get_alike (get_page (fixture)) != NULL);
  press (fixture, "win.accept");
  press (fixture, "win.accept");
  press (fixture, "win.reject");
  wait_until (desk_people_get_n_pairs (get_people (fixture)) == 1);
  g_assert_cmpuint (fixture->window->receipts->len, ==, 1);
}

static GtkEditable *
get_field (Fixture *fixture, guint number)
{
  return find (find (get_people (fixture), DESK_TYPE_PERSON_FORM, 0), GTK_TYPE_ENTRY, number);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  open_person (fixture, "강태윤");
  press (fixture, "win.rename-speaker");
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, 0)), ==, "강태윤");
  gtk_editable_set_text (get_field (fixture, 1), "Kang Tae-yoon");
  g_signal_emit_by_name (get_field (fixture, 1), "activate");
  /* Who is called so is the same from now on. */
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 4);
  press (fixture, "win.undo");
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 3);
}

static gboolean
is_add (GtkButton *button)
{
  return g_strcmp0 (gtk_button_get_icon_name (button), "list-add-symbolic") == 0;
}

static gboolean
is_doubles (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);

  return label != NULL && strstr (label, "likely duplicate") != NULL;
}

static void
click_first (Fixture *fixture, gboolean (*is_wanted) (GtkButton *button))
{
  guint i = 0;

  while (!is_wanted (find (get_people (fixture), GTK_TYPE_BUTTON, i)))
    i++;
  g_signal_emit_by_name (find (get_people (fixture), GTK_TYPE_BUTTON, i), "clicked");
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  ask (fixture, "한소라");
  wait_until (desk_people_get_n (get_people (fixture)) == 0);
  click_first (fixture, is_add);
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, 0)), ==, "한소라");
  g_signal_emit_by_name (get_field (fixture, 0), "activate");
  wait_until (desk_people_get_n (get_people (fixture)) == 1 && is_person (fixture, "한소라"));
}

/* What another program decides is seen, on the page as well; and what was decided on what it
 * changed meanwhile is refused. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulFlowPeople) people = NULL;

  start (fixture);
  open_person (fixture, "강태윤");
  store = open_store (fixture);
  people = bul_flow_people_new (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      bul_flow_person_merge (store, bul_flow_people_find_name (people, "Kang Tae-yoon"),
                             bul_flow_people_find_name (people, "강태윤"), "Jae", &error),
      !=, 0);
  g_assert_false (
      bul_flow_person_is_current (store, bul_flow_people_find_name (people, "강태윤"), &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_CONFLICT);
  wait_until (desk_person_page_get_known (get_page (fixture))->bites->len == 4);
}

/* Pair by pair; and nobody is decided on who may be others by now. */
static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulFlowPeople) people = NULL;
  GtkWidget *view = NULL;
  int n_pairs;

  start (fixture);
  n_pairs = desk_people_get_n_pairs (get_people (fixture));
  g_assert_cmpint (n_pairs, >, 1);
  click_first (fixture, is_doubles);
  press (fixture, "win.reject");
  wait_until (desk_people_get_n_pairs (get_people (fixture)) == n_pairs - 1);
  press (fixture, "win.undo");
  wait_until (desk_people_get_n_pairs (get_people (fixture)) == n_pairs);
  for (guint i = 0; view == NULL; i++)
    if (gtk_widget_get_mapped (find (get_people (fixture), GTK_TYPE_LIST_VIEW, i)))
      view = find (get_people (fixture), GTK_TYPE_LIST_VIEW, i);
  store = open_store (fixture);
  people = bul_flow_people_new (store, NULL, &error);
  g_assert_cmpint (bul_flow_person_merge (store, bul_flow_people_find_name (people, "오순희"),
                                          bul_flow_people_find_name (people, "오 순희"), "Jae",
                                          &error),
                   !=, 0);
  while (desk_people_get_n_pairs (get_people (fixture)) != n_pairs - 1)
    {
      g_main_context_iteration (NULL, TRUE);
      g_signal_emit_by_name (view, "activate", 0);
    }
  wait_until (is_shown (fixture, "강태윤"));
}

static const char *
get_linked (Fixture *fixture)
{
  const BulSpeaker *speaker
      = bul_speakers_find (bul_history_get_story (get_history (fixture)), SPEAKER);

  return speaker->person;
}

/* From a card of the script to the person; and back with who it is, which undo takes off. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  const BulSpeaker *speaker;

  start (fixture);
  open_person (fixture, "오순희");
  g_signal_emit_by_name (find (get_page (fixture), GTK_TYPE_LIST_VIEW, 0), "activate", 0);
  wait_until (desk_window_is_on_desk (fixture->window, "script")
              && desk_window_get_document (fixture->window) != NULL);
  speaker = bul_speakers_find (bul_history_get_story (get_history (fixture)), SPEAKER);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-person", "s", speaker->key);
  wait_until (is_shown (fixture, "강태윤"));
  press (fixture, "win.search-archive");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.link-person", "s", speaker->key);
  ask (fixture, "Kang Tae");
  wait_until (is_person (fixture, "Kang Tae-yoon"));
  press (fixture, "win.accept");
  wait_until (get_linked (fixture) != NULL);
  g_assert_true (desk_window_is_on_desk (fixture->window, "script"));
  press (fixture, "win.undo");
  wait_until (get_linked (fixture) == NULL);
}

/* Of all who are listed there are rows for those in sight alone. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("News 9 2025-08-01\n\n[Reporter]\n\n");
  g_autoptr (BulStore) store = NULL;
  GtkWidget *view;
  guint n_rows = 0;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "[%c%c%c Vandermeer/Welder: \"Yes.\"]\n\n",
                            'A' + i / 26 / 26 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
  wait_until (fixture->window->is_listed);
  store = open_store (fixture);
  keep (store, text->str);
  go_there (fixture);
  wait_until (desk_people_get_n (get_people (fixture)) == MANY);
  view = find (get_people (fixture), GTK_TYPE_LIST_VIEW, 1);
  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, <, 400);
  ask (fixture, "Aab Vander");
  wait_until (desk_people_get_n (get_people (fixture)) == 1);
}

/* A row that has the focus goes away: the keys that come next still come to the window. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GListModel *before = G_LIST_MODEL (gtk_string_list_new ((const char *[]){ "a", "b", NULL }));
  g_autoptr (GListModel) after = G_LIST_MODEL (gtk_string_list_new ((const char *[]){ "c", NULL }));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (before)),
                                       gtk_signal_list_item_factory_new ());
  GtkWidget *focus;

  gtk_window_set_child (window, view);
  gtk_window_present (window);
  wait_until (gtk_widget_get_first_child (view) != NULL);
  gtk_widget_grab_focus (view);
  g_assert_true (gtk_window_get_focus (window) != NULL && gtk_window_get_focus (window) != view);
  desk_rows_set_model (GTK_LIST_VIEW (view), after);
  focus = gtk_window_get_focus (window);
  g_assert_true (focus == NULL || gtk_widget_get_root (focus) == GTK_ROOT (window));
  wait_until (gtk_window_get_focus (window) != NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), view));
  gtk_window_destroy (window);
}

UNIT (people)
{
  gtk_test_init (&argc, &argv, NULL);
  fake_input_install ();
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  TEST ("/people/list", test_list);
  TEST ("/people/refreshed", test_refreshed);
  TEST ("/people/composing", test_composing);
  TEST ("/people/words", test_words);
  TEST ("/people/list-stays", test_list_stays);
  TEST ("/people/empty", test_empty);
  TEST ("/people/page", test_page);
  TEST ("/people/story", test_story);
  TEST ("/people/merge", test_merge);
  TEST ("/people/undo-at-once", test_undo_at_once);
  TEST ("/people/closed", test_closed);
  TEST ("/people/no-redo", test_no_redo);
  TEST ("/people/apart", test_apart);
  TEST ("/people/twice", test_twice);
  TEST ("/people/names", test_names);
  TEST ("/people/new", test_new);
  TEST ("/people/elsewhere", test_elsewhere);
  TEST ("/people/pairs", test_pairs);
  TEST ("/people/link", test_link);
  TEST ("/people/many", test_many);
  TEST ("/people/rows", test_rows);
#undef TEST
  return run_with_application ();
}
