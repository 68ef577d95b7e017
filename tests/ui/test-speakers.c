/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow.h"
#include "bul-store.h"
#include "desk-rename.h"
#include "desk-speaker-card.h"
#include "desk-speakers-pane.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "unit.h"

/* Speakers by keyboard and by the menu of their cards, with Hangul and without. */

static const char script[] = "[앵커]\n\n해란도 뱃길이 다시 열렸습니다.\n\n[리포트]\n\n"
                             "[강태윤/부청장: \"용접은 두 번 검사했습니다.\"]\n\n"
                             "강태윤은 3월에 왔습니다.\n\n"
                             "[오순희/주민: \"잠을 못 잤어요.\"]\n\n"
                             "[오순이/주민: \"고맙습니다.\"]\n";

/* Lines of it, and speakers by their numbers. */
#define PARAGRAPH 1
#define BITE 3
#define SENTENCE 4
#define OTHER_BITE 5
#define KANG 2
#define OH 4
#define OI 5

static void
open_script (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "script.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  g_list_store_append (files, file);
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
  wait_until (desk_window_get_document (fixture->window) != NULL);
  wait_until (is_in_front (fixture->window));
}

static const BulStory *
get_story (Fixture *fixture)
{
  return bul_history_get_story (get_history (fixture));
}

static const BulBlock *
get_block (Fixture *fixture, guint line)
{
  return bul_story_get_script (get_story (fixture))->blocks->pdata[line];
}

static const char *
get_line (Fixture *fixture, guint line)
{
  return get_block (fixture, line)->text;
}

/* The number of the first who is heard in a line; 0 for nobody. */
static guint
get_heard (Fixture *fixture, guint line)
{
  const BulBlock *block = get_block (fixture, line);

  return block->speakers == NULL || block->speakers[0] == NULL
             ? 0
             : bul_story_find_speaker (get_story (fixture), block->speakers[0])->number;
}

static char *
dup_key (Fixture *fixture, guint number)
{
  const GPtrArray *speakers = get_story (fixture)->speakers;

  for (guint i = 0; i < speakers->len; i++)
    if (((const BulSpeaker *) speakers->pdata[i])->number == number)
      return g_strdup (((const BulSpeaker *) speakers->pdata[i])->key);
  return NULL;
}

static DeskView *
get_view (Fixture *fixture)
{
  return find (fixture->window, DESK_TYPE_VIEW, 0);
}

static void
select_lines (Fixture *fixture, guint line, guint offset, guint end_line, guint end_offset)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (get_view (fixture)));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, line, offset);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &end, end_line, end_offset);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (fixture)));
}

static void
put_caret (Fixture *fixture, guint line, guint offset)
{
  select_lines (fixture, line, offset, line, offset);
}

static void
give (Fixture *fixture, guint number)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.give-speaker", "u", number);
}

static void
ask_of_card (Fixture *fixture, const char *action, guint number)
{
  g_autofree char *key = dup_key (fixture, number);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s", key);
}

static DeskRename *
wait_for_rename (Fixture *fixture)
{
  DeskRename *rename = fixture->window->rename;

  wait_until (gtk_widget_get_mapped (GTK_WIDGET (rename)));
  return rename;
}

static void
wait_for_end (Fixture *fixture)
{
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (fixture->window->rename)));
}

static const char *
get_page (DeskRename *rename)
{
  return gtk_stack_get_visible_child_name (find (rename, GTK_TYPE_STACK, 0));
}

/* Types the name, or the title, and presses Enter. */
static void
enter (DeskRename *rename, guint entry, const char *text)
{
  gtk_editable_set_text (find (rename, GTK_TYPE_ENTRY, entry), text);
  g_signal_emit_by_name (find (rename, GTK_TYPE_ENTRY, entry), "activate");
}

/* The check of the places, after that of the name page. */
static GtkCheckButton *
get_check (DeskRename *rename, guint i)
{
  return find (rename, GTK_TYPE_CHECK_BUTTON, i + 1);
}

static gboolean
is_toast_button (GtkWidget *button)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));

  return label != NULL && strstr (label, "Undo") != NULL
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "win.undo") == 0;
}

static gboolean
has_toast (Fixture *fixture)
{
  for (guint i = 0; has (fixture->window, GTK_TYPE_BUTTON, i); i++)
    if (is_toast_button (find (fixture->window, GTK_TYPE_BUTTON, i)))
      return TRUE;
  return FALSE;
}

/* F2 on the name, the new name, Enter: the soundbites change; of the sentences the ticked ones. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  put_caret (fixture, BITE, 2);
  press (fixture, "win.rename-speaker");
  rename = wait_for_rename (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find (rename, GTK_TYPE_ENTRY, 0)), ==, "강태윤");
  enter (rename, 0, "강태오");
  g_assert_cmpstr (get_page (rename), ==, "places");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_check (rename, 0))));
  g_assert_false (gtk_check_button_get_active (get_check (rename, 1)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_check (rename, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "line 5, in a sentence: “강태윤은” becomes “강태오는”");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (get_check (rename, 1)));
  gtk_check_button_set_active (get_check (rename, 1), TRUE);
  g_assert_true (give_key (rename, GTK_PHASE_CAPTURE, GDK_KEY_Return));
  wait_for_end (fixture);
  g_assert_cmpstr (get_line (fixture, BITE), ==, "[강태오/부청장: \"용접은 두 번 검사했습니다.\"]");
  g_assert_cmpstr (get_line (fixture, SENTENCE), ==, "강태오는 3월에 왔습니다.");
  wait_until (has_toast (fixture));
  press (fixture, "win.undo");
  wait_until (strstr (get_line (fixture, SENTENCE), "강태윤은") != NULL);
  g_assert_nonnull (strstr (get_line (fixture, BITE), "강태윤"));
}

/* Escape goes back to the name, and then closes; what was typed is there again. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  put_caret (fixture, BITE, 2);
  press (fixture, "win.rename-speaker");
  rename = wait_for_rename (fixture);
  enter (rename, 0, "강태오");
  g_assert_cmpstr (get_page (rename), ==, "places");
  g_assert_true (give_key (rename, GTK_PHASE_CAPTURE, GDK_KEY_Escape));
  g_assert_cmpstr (get_page (rename), ==, "name");
  g_assert_false (give_key (rename, GTK_PHASE_CAPTURE, GDK_KEY_Escape));
  gtk_popover_popdown (GTK_POPOVER (rename));
  wait_for_end (fixture);
  g_assert_false (bul_history_can_undo (get_history (fixture)));
  press (fixture, "win.rename-speaker");
  wait_for_rename (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find (rename, GTK_TYPE_ENTRY, 0)), ==, "강태오");
}

/* On the title it is the title that is typed; where no sentence has it, one Enter does all. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  put_caret (fixture, BITE, 6);
  press (fixture, "win.rename-speaker");
  rename = wait_for_rename (fixture);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         find (rename, GTK_TYPE_ENTRY, 1)));
  enter (rename, 1, "청장");
  wait_for_end (fixture);
  g_assert_cmpstr (get_line (fixture, BITE), ==, "[강태윤/청장: \"용접은 두 번 검사했습니다.\"]");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == GTK_WIDGET (get_view (fixture)));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  put_caret (fixture, BITE, 2);
  press (fixture, "win.rename-speaker");
  rename = wait_for_rename (fixture);
  enter (rename, 0, "강/태오");
  g_assert_cmpstr (get_page (rename), ==, "name");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rename)));
  g_assert_false (bul_history_can_undo (get_history (fixture)));
}

/* A name that another has: somebody says whether they are one. */
static void
test_twin (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  ask_of_card (fixture, "win.name-speaker", OI);
  rename = wait_for_rename (fixture);
  enter (rename, 0, "오순희");
  g_assert_cmpstr (get_page (rename), ==, "twin");
  g_assert_false (bul_history_can_undo (get_history (fixture)));
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (fixture->window)), "clicked");
  g_assert_cmpstr (get_page (rename), ==, "places");
  g_assert_true (give_key (rename, GTK_PHASE_CAPTURE, GDK_KEY_Return));
  wait_for_end (fixture);
  g_assert_cmpuint (get_heard (fixture, OTHER_BITE + 1), ==, OH);
  g_assert_cmpstr (get_line (fixture, OTHER_BITE + 1), ==, "[오순희/주민: \"고맙습니다.\"]");
  g_assert_cmpuint (get_story (fixture)->speakers->len, ==, 4);
}

/* From the menu of a card: with whom, by the number; the text stays where nothing is ticked. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  ask_of_card (fixture, "win.merge-speaker", OI);
  rename = wait_for_rename (fixture);
  g_assert_cmpstr (get_page (rename), ==, "whom");
  g_assert_true (give_key (rename, GTK_PHASE_CAPTURE, GDK_KEY_0 + OH));
  g_assert_cmpstr (get_page (rename), ==, "places");
  g_assert_true (gtk_check_button_get_active (get_check (rename, 0)));
  gtk_check_button_set_active (get_check (rename, 0), FALSE);
  g_assert_true (give_key (rename, GTK_PHASE_CAPTURE, GDK_KEY_Return));
  wait_for_end (fixture);
  g_assert_cmpuint (get_heard (fixture, OTHER_BITE + 1), ==, OH);
  g_assert_cmpstr (get_line (fixture, OTHER_BITE + 1), ==, "[오순이/주민: \"고맙습니다.\"]");
  wait_until (has_toast (fixture));
  press (fixture, "win.undo");
  wait_until (get_story (fixture)->speakers->len == 5);
}

static void
test_anonymous (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  ask_of_card (fixture, "win.hide-speaker", OH);
  rename = wait_for_rename (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find (rename, GTK_TYPE_ENTRY, 0)), ==, "익명");
  g_signal_emit_by_name (find (rename, GTK_TYPE_ENTRY, 0), "activate");
  wait_for_end (fixture);
  g_assert_cmpstr (get_line (fixture, OTHER_BITE), ==, "[익명/주민: \"잠을 못 잤어요.\"]");
  g_assert_true (((BulSpeaker *) get_story (fixture)->speakers->pdata[OH - 1])->anonymous);
}

/* The line of the caret, or those that are selected, but for lines that nobody reads. */
static void
test_give (Fixture *fixture, gconstpointer data)
{
  open_script (fixture);
  put_caret (fixture, PARAGRAPH, 3);
  give (fixture, OH);
  g_assert_cmpuint (get_heard (fixture, PARAGRAPH), ==, OH);
  wait_until (has_toast (fixture));
  press (fixture, "win.undo");
  wait_until (get_heard (fixture, PARAGRAPH) != OH);

  select_lines (fixture, PARAGRAPH, 2, SENTENCE, 0);
  give (fixture, OH);
  g_assert_cmpuint (get_heard (fixture, PARAGRAPH), ==, OH);
  g_assert_cmpuint (get_heard (fixture, BITE), ==, OH);
  g_assert_cmpuint (get_heard (fixture, SENTENCE), !=, OH);
  g_assert_cmpstr (get_line (fixture, BITE), ==, "[오순희/주민: \"용접은 두 번 검사했습니다.\"]");
  put_caret (fixture, PARAGRAPH, 3);
  give (fixture, 0);
  g_assert_cmpuint (get_heard (fixture, PARAGRAPH), ==, 0);
  give (fixture, 9);
  g_assert_cmpuint (get_heard (fixture, PARAGRAPH), ==, 0);
}

/* A syllable that is being composed comes into the text before the line has its speaker. */
static void
test_give_composing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL;

  open_script (fixture);
  expected = g_strconcat ("한", get_line (fixture, PARAGRAPH), NULL);
  put_caret (fixture, PARAGRAPH, 0);
  wait_until (fake_input_has_focus ());
  fake_input_compose ("한");
  give (fixture, KANG);
  wait_until (get_heard (fixture, PARAGRAPH) == KANG);
  g_assert_cmpstr (get_line (fixture, PARAGRAPH), ==, expected);
}

/* A Return that ends a syllable in the field does only that. */
static void
test_name_composing (Fixture *fixture, gconstpointer data)
{
  DeskRename *rename;

  open_script (fixture);
  put_caret (fixture, BITE, 2);
  press (fixture, "win.rename-speaker");
  rename = wait_for_rename (fixture);
  wait_until (fake_input_has_focus ());
  gtk_editable_set_text (find (rename, GTK_TYPE_ENTRY, 0), "강태오");
  fake_input_compose ("오");
  g_signal_emit_by_name (gtk_editable_get_delegate (find (rename, GTK_TYPE_ENTRY, 0)),
                         "preedit-changed", "");
  g_signal_emit_by_name (find (rename, GTK_TYPE_ENTRY, 0), "activate");
  g_assert_cmpstr (get_page (rename), ==, "name");
}

/* F2 on a card is about that card, and leads back to it. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  DeskSpeakersPane *pane;
  g_autofree char *key = NULL;
  DeskRename *rename;
  GtkWidget *card;

  open_script (fixture);
  pane = find (fixture->window, DESK_TYPE_SPEAKERS_PANE, 0);
  wait_until (has (pane, DESK_TYPE_SPEAKER_CARD, 4));
  key = dup_key (fixture, OH);
  card = desk_speakers_pane_find_card (pane, key);
  gtk_widget_grab_focus (card);
  press (fixture, "win.rename-speaker");
  rename = wait_for_rename (fixture);
  g_assert_cmpstr (desk_rename_get_speaker (rename), ==, key);
  enter (rename, 0, "오순금");
  wait_for_end (fixture);
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == card);
  wait_until (strstr (gtk_label_get_label (find (card, GTK_TYPE_LABEL, 1)), "오순금") != NULL);
}

UNIT (speakers)
{
  gtk_test_init (&argc, &argv, NULL);
  fake_input_install ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/speakers/rename", test_rename);
  ADD ("/speakers/escape", test_escape);
  ADD ("/speakers/title", test_title);
  ADD ("/speakers/refused", test_refused);
  ADD ("/speakers/twin", test_twin);
  ADD ("/speakers/merge", test_merge);
  ADD ("/speakers/anonymous", test_anonymous);
  ADD ("/speakers/give", test_give);
  ADD ("/speakers/give-composing", test_give_composing);
  ADD ("/speakers/name-composing", test_name_composing);
  ADD ("/speakers/card", test_card);
  return run_with_application ();
}
