/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow.h"
#include "bul-store.h"
#include "desk-finding-card.h"
#include "desk-settings.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "unit.h"

#define SYLLABLE "한"

/* The line in which is typed, and where in it. */
#define LINE 1
#define OFFSET 9

/* Steps of the walk at random; BULLETIN_TEST_STEPS asks for more. */
#define STEPS 60

static DeskView *
get_view (Fixture *fixture)
{
  return find (fixture->window, DESK_TYPE_VIEW, 0);
}

static const char *
get_line (DeskDocument *document)
{
  const BulScript *script = bul_story_get_script (desk_document_get_story (document));

  return ((const BulBlock *) script->blocks->pdata[LINE])->text;
}

static void
put_caret (Fixture *fixture)
{
  DeskBuffer *buffer = desk_view_get_buffer (get_view (fixture));
  const BulBlock *block = desk_buffer_get_block_at_line (buffer, LINE);
  GtkTextIter iter;

  g_assert_true (
      desk_buffer_get_iter_at_place (buffer, block->key, OFFSET, DESK_AFTER_STRUCK, &iter));
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}

/* Hands rest on the keys while a syllable is being composed in the midst of a line. */
static void
start_composing (Fixture *fixture)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_view (fixture)));
  wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
  put_caret (fixture);
  fake_input_compose ("하");
  fake_input_compose (SYLLABLE);
  g_assert_nonnull (desk_document_get_composing (desk_window_get_document (fixture->window)));
}

static void
done_cb (DeskView *view, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Whatever is under way comes first, and then the syllable is in the text, if it is anywhere. */
static void
finish_composing (Fixture *fixture)
{
  gboolean done = FALSE;

  desk_view_commit (get_view (fixture), done_cb, &done);
  wait_until (done);
}

static gboolean
is_choosing_file (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_FILE_CHOOSER (window))
        return TRUE;
    }
  return FALSE;
}

static void
close_others (Fixture *fixture)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i - 1);

      if (window == GTK_WINDOW (fixture->window))
        continue;
      /* Or the window manager hands the focus over to a window that is gone. */
      wait_until (is_in_front (window));
      gtk_window_close (window);
    }
  wait_until (g_list_model_get_n_items (toplevels) == 1);
}

static char *
dup_expected (DeskDocument *document, const char *inserted)
{
  const char *line = get_line (document);
  const char *at = g_utf8_offset_to_pointer (line, OFFSET);

  return g_strdup_printf ("%.*s%s%s", (int) (at - line), line, inserted, at);
}

/* A row: what a person does while a syllable is being composed. It must end in the text, where it
 * was typed, once. */
typedef struct
{
  const char *name;
  void (*deed) (Fixture *fixture);
} Row;

static void
go_to_finding (Fixture *fixture)
{
  GtkListBox *cards
      = find (find (fixture->window, DESK_TYPE_FINDINGS_PANE, 0), GTK_TYPE_LIST_BOX, 0);

  g_signal_emit_by_name (cards, "row-activated", gtk_list_box_get_row_at_index (cards, 1));
}

static void
dismiss_finding (Fixture *fixture)
{
  DeskFindingsPane *pane = find (fixture->window, DESK_TYPE_FINDINGS_PANE, 0);

  g_signal_emit_by_name (find (pane, DESK_TYPE_FINDING_CARD, 0), "dismiss");
}

static void
repair_line (Fixture *fixture)
{
  DeskFindingsPane *pane = find (fixture->window, DESK_TYPE_FINDINGS_PANE, 0);

  g_signal_emit_by_name (find (pane, DESK_TYPE_FINDING_CARD, 1), "repair");
}

static void
press_flag (Fixture *fixture)
{
  g_signal_emit_by_name (get_view (fixture), "finding-pressed", 1);
}

static void
show_line (Fixture *fixture)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (get_history (fixture)));

  desk_view_show_block (get_view (fixture), ((const BulBlock *) script->blocks->pdata[0])->key);
}

static void
open_another (Fixture *fixture)
{
  DeskDocument *before = desk_window_get_document (fixture->window);

  open_sample (fixture);
  wait_until (desk_window_get_document (fixture->window) != before);
}

static void
open_the_sample (Fixture *fixture)
{
  DeskDocument *before = desk_window_get_document (fixture->window);

  press (fixture, "win.open-sample");
  wait_until (desk_window_get_document (fixture->window) != before);
}

/* A finding is looked for again, and the journal is written: neither ends the syllable. */
static void
wait_for_timers (Fixture *fixture)
{
  DeskDocument *document = desk_window_get_document (fixture->window);
  guint n_chars = g_utf8_strlen (get_line (document), -1);
  gint64 start = g_get_monotonic_time ();

  wait_until (g_get_monotonic_time () > start + G_USEC_PER_SEC);
  g_assert_cmpstr (fake_input_get_composing (), ==, SYLLABLE);
  g_assert_cmpuint (g_utf8_strlen (get_line (document), -1), ==, n_chars);
}

/* Another program saves the same story: what is typed here must not go under. */
static void
follow_other (Fixture *fixture)
{
  const BulStory *story = bul_history_get_story (get_history (fixture));
  guint revision = bul_story_get_revision_number (story);

  save_elsewhere (fixture, "Theirs: ");
  wait_until (desk_window_get_listed_revision (fixture->window, story->uid) > revision);
  wait_until (desk_banner_is_shown (fixture->window->card));
}

static const Row rows[] = {
  /* the pane */
  { "go to a finding", go_to_finding },
  { "dismiss a finding", dismiss_finding },
  { "repair a line", repair_line },
  /* the text */
  { "press a flag", press_flag },
  { "show a line", show_line },
  /* the library */
  { "open another story", open_another },
  { "open the sample", open_the_sample },
  { "wait for the timers", wait_for_timers },
};

static void
show_findings (Fixture *fixture)
{
  DeskFindingsPane *pane = find (fixture->window, DESK_TYPE_FINDINGS_PANE, 0);

  desk_window_show_pane (fixture->window, fixture->window->findings_toggle);
  wait_until (has (pane, DESK_TYPE_FINDING_CARD, 1));
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DeskDocument) document = NULL;
  g_autofree char *expected = NULL;

  open_odd (fixture);
  wait_until (count_rows (fixture) == 1);
  show_findings (fixture);
  document = g_object_ref (desk_window_get_document (fixture->window));
  expected = dup_expected (document, SYLLABLE);
  start_composing (fixture);
  row->deed (fixture);
  finish_composing (fixture);
  g_assert_cmpstr (get_line (document), ==, expected);
}

/* A story that two have changed is kept twice. */
static void
test_save_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskDocument) document = NULL;
  g_autofree char *expected = NULL;

  open_odd (fixture);
  wait_until (count_rows (fixture) == 1);
  document = g_object_ref (desk_window_get_document (fixture->window));
  expected = dup_expected (document, SYLLABLE);
  start_composing (fixture);
  follow_other (fixture);
  g_assert_cmpstr (fake_input_get_composing (), ==, SYLLABLE);
  press (fixture, "win.save-copy");
  wait_until (count_rows (fixture) == 2);
  wait_until (desk_window_get_document (fixture->window) != document);
  g_assert_cmpstr (get_line (desk_window_get_document (fixture->window)), ==, expected);
}

/* A library that is dropped on the window takes the place of the one that holds the syllable. */
static void
test_other_library (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  g_autofree char *expected = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.bulletin", NULL);
  g_autoptr (BulStory) stored = NULL;

  open_odd (fixture);
  document = desk_window_get_document (fixture->window);
  uid = g_strdup (desk_document_get_story (document)->uid);
  expected = dup_expected (document, SYLLABLE);
  start_composing (fixture);
  desk_window_use_library (fixture->window, other);
  wait_until (g_str_equal (desk_library_get_path (fixture->library), other));
  stored = load_stored (fixture, uid);
  g_assert_cmpstr (((const BulBlock *) bul_story_get_script (stored)->blocks->pdata[LINE])->text,
                   ==, expected);
  desk_settings_set_library (fixture->window->settings, "");
}

/* Undo takes back the syllable itself, and redo brings it again. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  g_autofree char *before = NULL;
  g_autofree char *expected = NULL;

  open_odd (fixture);
  document = desk_window_get_document (fixture->window);
  before = dup_expected (document, "");
  expected = dup_expected (document, SYLLABLE);
  start_composing (fixture);
  press (fixture, "win.undo");
  finish_composing (fixture);
  g_assert_cmpstr (get_line (document), ==, before);
  press (fixture, "win.redo");
  finish_composing (fixture);
  g_assert_cmpstr (get_line (document), ==, expected);
}

/* The word that gets a capital has the syllable in it. */
static void
test_change_case (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  g_autofree char *expected = NULL;
  char *word;

  open_odd (fixture);
  document = desk_window_get_document (fixture->window);
  expected = dup_expected (document, SYLLABLE);
  word = strstr (expected, "ferry");
  g_assert_nonnull (word);
  *word = 'F';
  start_composing (fixture);
  press (fixture, "win.change-case");
  finish_composing (fixture);
  g_assert_cmpstr (get_line (document), ==, expected);
}

/* The syllable goes with its line, and comes back with it. */
static void
test_move_line (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  g_autofree char *expected = NULL;
  const BulScript *script;

  open_odd (fixture);
  document = desk_window_get_document (fixture->window);
  expected = dup_expected (document, SYLLABLE);
  start_composing (fixture);
  press (fixture, "win.move-line-up");
  finish_composing (fixture);
  script = bul_story_get_script (desk_document_get_story (document));
  g_assert_cmpstr (((BulBlock *) script->blocks->pdata[LINE - 1])->text, ==, expected);
  press (fixture, "win.move-line-down");
  g_assert_cmpstr (get_line (document), ==, expected);
}

/* @popover: (nullable): what was never opened is not there. */
static void
close_popover (gpointer popover)
{
  if (popover == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (popover));
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (popover)));
}

/* What opens a file chooser of the toolkit, which never forgets what it read: leaks of ours could
 * not be told from that, so it is a test apart. */
static const char *const choosers[] = { "win.open",
                                        "win.import-folder",
                                        "win.open-library",
                                        "win.export",
                                        "win.export-pdf",
                                        "win.export-register-csv",
                                        "win.export-register-xlsx",
                                        "win.open-translation",
                                        NULL };

/* Every action that the window has, and will have. @data: those that open a file chooser or, with
 * %NULL, all others. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  const char *name;
  GType owner;
  const GVariantType *parameter;
  const char *property;
  g_autofree char *original = NULL;
  guint n_pressed = 0;

  open_odd (fixture);
  wait_until (count_rows (fixture) == 1);
  original = g_strdup (get_line (desk_window_get_document (fixture->window)));
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (fixture->window), i,
                                                   &owner, &name, &parameter, &property);
       i++)
    {
      g_autoptr (DeskDocument) document = NULL;
      g_autofree char *expected = NULL;

      /* Most have tests of their own. About is a window of the toolkit, and help one of another
       * program, if it is installed, which takes the keys when it comes. */
      if (!g_str_has_prefix (name, "win.") || parameter != NULL || g_str_equal (name, "win.undo")
          || g_str_equal (name, "win.change-case") || g_str_has_prefix (name, "win.move-line")
          || g_str_equal (name, "win.close") || g_str_equal (name, "win.open-sample")
          || g_str_equal (name, "win.about") || g_str_equal (name, "win.help"))
        continue;
      if (g_strv_contains (choosers, name) != (data == choosers))
        continue;
      g_test_message ("%s", name);
      n_pressed++;
      start_composing (fixture);
      /* Another story may have come since the last action. */
      g_set_object (&document, desk_window_get_document (fixture->window));
      expected = dup_expected (document, SYLLABLE);
      press (fixture, name);
      finish_composing (fixture);
      g_assert_cmpint (is_choosing_file (), ==, data == choosers);
      /* The syllable belongs to the change that is rejected. */
      g_assert_cmpstr (get_line (document), ==,
                       g_str_equal (name, "win.reject") ? original : expected);
      desk_window_leave_prompter (fixture->window);
      /* Hands compose in what is seen. */
      desk_window_leave_archive (fixture->window);
      close_others (fixture);
      close_popover (fixture->window->raise);
      close_popover (fixture->window->rename);
    }
  g_assert_cmpuint (n_pressed, >=, data == choosers ? g_strv_length ((char **) choosers) : 20);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (BulStory) stored = NULL;

  open_odd (fixture);
  expected = dup_expected (desk_window_get_document (fixture->window), SYLLABLE);
  uid = g_strdup (bul_history_get_story (get_history (fixture))->uid);
  start_composing (fixture);
  press (fixture, "win.close");
  wait_until (fixture->window == NULL);
  stored = load_stored (fixture, uid);
  g_assert_cmpstr (((const BulBlock *) bul_story_get_script (stored)->blocks->pdata[LINE])->text,
                   ==, expected);
}

/* A key that is no action of the window goes to the text, and from there to the input method. */
static void
press_in_text (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (get_view (fixture)));
  guint n_told = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
      n_told++;
    }
  g_assert_cmpuint (n_told, >=, 1);
}

/* A row: what the input method has under way as Ctrl+S, typed fast, overtakes it. */
typedef struct
{
  const char *name;
  void (*deed) (Fixture *fixture);
} Overtaken;

/* Control ends the syllable, which is not told yet. */
static void
end_syllable (Fixture *fixture)
{
  fake_input_set_prompt (TRUE);
  start_composing (fixture);
  press_in_text (fixture, GDK_KEY_Control_L);
  fake_input_answer (NULL, SYLLABLE);
}

/* The first of two messages has come. */
static void
hide_syllable (Fixture *fixture)
{
  end_syllable (fixture);
  wait_until (fake_input_get_composing () == NULL);
}

/* The last letter of the syllable is on its way as well. */
static void
type_last_letter (Fixture *fixture)
{
  fake_input_set_prompt (TRUE);
  start_composing (fixture);
  fake_input_compose ("하");
  press_in_text (fixture, GDK_KEY_s);
  fake_input_answer (SYLLABLE, NULL);
}

/* So is the first. */
static void
type_first_letter (Fixture *fixture)
{
  fake_input_set_prompt (TRUE);
  start_composing (fixture);
  fake_input_compose (NULL);
  press_in_text (fixture, GDK_KEY_g);
  fake_input_answer (SYLLABLE, NULL);
}

static const Overtaken overtaken[] = {
  { "end-of-syllable", end_syllable },
  { "text-of-syllable", hide_syllable },
  { "last-letter", type_last_letter },
  { "first-letter", type_first_letter },
};

/* What is saved, not only what is in the window in the end. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  const Overtaken *row = data;
  DeskDocument *document;
  g_autofree char *expected = NULL;
  g_autoptr (BulStory) stored = NULL;
  const BulStory *story;

  open_odd (fixture);
  wait_until (count_rows (fixture) == 1);
  document = desk_window_get_document (fixture->window);
  story = bul_history_get_story (get_history (fixture));
  expected = dup_expected (document, SYLLABLE);
  row->deed (fixture);
  press (fixture, "win.save");
  finish_composing (fixture);
  g_assert_cmpstr (get_line (document), ==, expected);
  wait_until (!desk_document_get_modified (document));
  stored = load_stored (fixture, story->uid);
  g_assert_cmpstr (((const BulBlock *) bul_story_get_script (stored)->blocks->pdata[LINE])->text,
                   ==, expected);
  /* Nothing comes late. */
  for (gint64 end = g_get_monotonic_time () + 5 * FAKE_INPUT_DELAY * G_TIME_SPAN_MILLISECOND;
       g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (get_line (document), ==, expected);
  fake_input_set_prompt (FALSE);
}

/* An input method that leaves the syllable alone at Control is not waited for twice, and a word
 * that is typed again is no echo. */
static void
test_deaf (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  g_autofree char *expected = NULL;

  open_odd (fixture);
  wait_until (count_rows (fixture) == 1);
  document = desk_window_get_document (fixture->window);
  expected = dup_expected (document, SYLLABLE SYLLABLE);
  fake_input_set_prompt (TRUE);
  for (guint i = 0; i < 2; i++)
    {
      start_composing (fixture);
      press_in_text (fixture, GDK_KEY_Control_L);
      press (fixture, "win.save");
      finish_composing (fixture);
    }
  g_assert_cmpstr (get_line (document), ==, expected);
  fake_input_set_prompt (FALSE);
}

/* A click on another desk takes the focus in the midst of a syllable. Keys go on where it went, and
 * lead back. */
static void
test_desk_by_mouse (Fixture *fixture, gconstpointer data)
{
  gboolean silent = GPOINTER_TO_INT (data);
  AdwViewStack *desks;
  DeskDocument *document;
  g_autofree char *expected = NULL;

  open_odd (fixture);
  wait_until (count_rows (fixture) == 1);
  document = desk_window_get_document (fixture->window);
  expected = silent ? g_strdup (get_line (document)) : dup_expected (document, SYLLABLE);
  start_composing (fixture);
  fake_input_set_silent (silent);
  desks = ADW_VIEW_STACK (
      gtk_widget_get_ancestor (GTK_WIDGET (get_view (fixture)), ADW_TYPE_VIEW_STACK));
  adw_view_stack_set_visible_child_name (desks, "archive");
  for (guint i = 0; i < 2; i++)
    {
      press (fixture, i == 0 ? "win.search-archive" : "win.save");
      finish_composing (fixture);
      g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
    }
  g_assert_cmpstr (get_line (document), ==, expected);
  press (fixture, "win.previous-desk");
  press (fixture, "win.previous-desk");
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window))
              == GTK_WIDGET (get_view (fixture)));
  fake_input_set_silent (FALSE);
}

/* Syllable after syllable, each met by an action at random: what was typed is what is there. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[]
      = { "win.save",          "win.next-finding",     "win.previous-finding",
          "win.show-findings", "win.show-corrections", "win.show-speakers",
          "win.toggle-list" };
  const char *steps = g_getenv ("BULLETIN_TEST_STEPS");
  guint n_steps = steps == NULL ? STEPS : atoi (steps);
  DeskDocument *document;

  open_odd (fixture);
  document = desk_window_get_document (fixture->window);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *expected = dup_expected (document, SYLLABLE);

      start_composing (fixture);
      press (fixture, actions[g_test_rand_int_range (0, G_N_ELEMENTS (actions))]);
      finish_composing (fixture);
      g_assert_cmpstr (get_line (document), ==, expected);
    }
}

UNIT (composing)
{
  gtk_test_init (&argc, &argv);
  fake_input_install ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/composing/%s", rows[i].name);

      g_strdelimit (path + strlen ("/composing/"), " ", '-');
      g_test_add (path, Fixture, &rows[i], set_up, test_row, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (overtaken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/composing/overtaken/%s", overtaken[i].name);

      g_test_add (path, Fixture, &overtaken[i], set_up, test_overtaken, tear_down);
    }
  ADD ("/composing/deaf", test_deaf);
  ADD ("/composing/save-in-another-program", test_save_elsewhere);
  ADD ("/composing/other-library", test_other_library);
  ADD ("/composing/undo", test_undo);
  ADD ("/composing/case", test_change_case);
  ADD ("/composing/move-line", test_move_line);
  ADD ("/composing/desk-by-mouse/told", test_desk_by_mouse);
  g_test_add ("/composing/desk-by-mouse/silent", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_desk_by_mouse, tear_down);
  ADD ("/composing/every-action", test_actions);
  g_test_add ("/composing/choosers", Fixture, choosers, set_up, test_actions, tear_down);
  ADD ("/composing/close", test_close);
  ADD ("/composing/walk", test_walk);
  return run_with_application ();
}
