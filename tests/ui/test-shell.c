/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <sqlite3.h>
#include <string.h>

#include "bul-backup.h"
#include "bul-corrector.h"
#include "bul-flow.h"
#include "bul-store-journal.h"
#include "bul-store.h"
#include "desk-finding-card.h"
#include "desk-findings-pane.h"
#include "desk-raise.h"
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

static void
test_actions (void)
{
  static const char *const names[] = {
    /* the library */
    "win.open", "win.paste-story", "win.save", "win.export", "win.export-pdf", "win.print",
    /* the script */
    "win.undo", "win.redo", "win.raise-correction", "win.next-finding", "win.previous-finding",
    /* the window */
    "win.show-speakers", "win.show-corrections", "win.show-notes", "win.show-findings",
    "win.show-history", "win.new-note", "win.tag", "win.check-line", "win.toggle-list",
    "win.toggle-inspector", "win.prompter", "win.close", "win.about"
  };
  g_autoptr (GTypeClass) klass = g_type_class_ref (DESK_TYPE_WINDOW);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = NULL;
      const char *property = NULL;
      const GVariantType *parameter = NULL;
      GType owner;
      guint at = 0;

      while (gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), at++, &owner, &name,
                                            &parameter, &property)
             && strcmp (name, names[i]) != 0)
        ;
      g_assert_cmpstr (name, ==, names[i]);
    }
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  DeskView *view;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  open_sample (fixture);
  wait_until (count_rows (fixture) == 1);

  view = find (fixture->window, DESK_TYPE_VIEW, 0);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &start, &end,
                                   TRUE);
  g_assert_nonnull (strstr (text, "118 passengers"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Script");
}

static void
test_open_twice (Fixture *fixture, gconstpointer data)
{
  DeskDocument *first;

  open_sample (fixture);
  first = desk_window_get_document (fixture->window);
  open_sample (fixture);
  wait_until (count_rows (fixture) == 1);
  for (guint i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (desk_window_get_document (fixture->window) == first);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  g_autoptr (BulStory) stored = NULL;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  type (fixture, "Update: ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);

  stored = load_stored (fixture, desk_document_get_story (document)->uid);
  g_assert_true (g_str_has_prefix (get_first_text (stored), "Update: "));
  g_assert_cmpuint (bul_story_get_revision_number (stored), ==, 2);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  type (fixture, "Update: ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (!desk_document_get_modified (document));
  g_assert_false (
      g_str_has_prefix (get_first_text (desk_document_get_story (document)), "Update: "));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  wait_until (desk_document_get_modified (document));
}

/* The items of the context menu take back what the history has, and are off where it has nothing.
 */
static void
test_menu_undo (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  DeskView *view;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  view = fixture->window->script;
  give_key (view, GTK_PHASE_CAPTURE, GDK_KEY_Menu);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (view), "text.undo", NULL)
                  && desk_document_get_modified (document));
  type (fixture, "Update: ");
  wait_until (desk_document_get_modified (document));
  gtk_widget_activate_action (GTK_WIDGET (view), "text.redo", NULL);
  give_key (view, GTK_PHASE_CAPTURE, GDK_KEY_Menu);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "text.undo", NULL));
  wait_until (!desk_document_get_modified (document));
  g_assert_false (
      g_str_has_prefix (get_first_text (desk_document_get_story (document)), "Update: "));
  give_key (view, GTK_PHASE_CAPTURE, GDK_KEY_Menu);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "text.redo", NULL));
  wait_until (desk_document_get_modified (document));
}

static GtkWindow *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }
  return NULL;
}

/* The dialog comes once what was typed is saved, for the sheet tells the revision. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  GtkWindow *dialog;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  type (fixture, "Update: ");
  press (fixture, "win.print");
  wait_until ((dialog = find_window ("GtkPrintUnixDialog")) != NULL);
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_SAVED);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  wait_until (find_window ("GtkPrintUnixDialog") == NULL);
}

/* What GTK would send to a printer are the pages of the command. */
static void
test_print_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pages.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  GtkPrintOperationResult result;
  int n_pages;

  open_sample (fixture);
  operation = desk_window_make_print_operation (fixture->window,
                                                desk_window_get_document (fixture->window));
  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                    GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, 2);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

static void
select_words (Fixture *fixture, const char *words)
{
  DeskView *view = find (fixture->window, DESK_TYPE_VIEW, 0);
  const BulStory *story = desk_document_get_story (desk_window_get_document (fixture->window));
  g_autoptr (GError) error = NULL;
  BulPassage passage;
  g_autoptr (BulRecord) span = NULL;

  bul_corrector_find (story, words, 0, &passage, &error);
  g_assert_no_error (error);
  span
      = (BulRecord *) bul_span_new (passage.block, passage.at, passage.at + passage.n_chars, words);
  desk_view_show_span (view, (const BulSpan *) span);
}

static void
test_raise (Fixture *fixture, gconstpointer data)
{
  DeskRaise *raise;
  const BulStory *story;
  const BulCorrection *correction;

  open_sample (fixture);
  select_words (fixture, "118");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.raise-correction", NULL);
  wait_until (has (fixture->window, DESK_TYPE_RAISE, 0));
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (raise)));

  gtk_editable_set_text (find (raise, GTK_TYPE_ENTRY, 0), "181");
  gtk_toggle_button_set_active (find (raise, GTK_TYPE_TOGGLE_BUTTON, 0), TRUE);
  gtk_editable_set_text (find (raise, GTK_TYPE_ENTRY, 1), "Two digits were swapped.");
  g_signal_emit_by_name (find (raise, GTK_TYPE_ENTRY, 1), "activate");
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (raise)));

  story = bul_history_get_story (get_history (fixture));
  g_assert_cmpuint (story->corrections->len, ==, 1);
  correction = story->corrections->pdata[0];
  g_assert_cmpstr (correction->was, ==, "118");
  g_assert_cmpstr (correction->now, ==, "181");
  g_assert_cmpint (correction->error_class, ==, BUL_CLASS_FIGURE);
  g_assert_cmpuint (story->notices->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (bul_history_get_story (get_history (fixture))->corrections->len == 0);
}

/* What was typed and not raised is there again for the same words, and for no others. */
static void
test_raise_keeps (Fixture *fixture, gconstpointer data)
{
  DeskRaise *raise;

  open_sample (fixture);
  select_words (fixture, "118");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.raise-correction", NULL);
  wait_until (has (fixture->window, DESK_TYPE_RAISE, 0));
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (raise)));
  gtk_editable_set_text (find (raise, GTK_TYPE_ENTRY, 0), "181");
  gtk_popover_popdown (GTK_POPOVER (raise));
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (raise)));

  select_words (fixture, "7:40");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.raise-correction", NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (raise)));
  g_assert_cmpstr (gtk_editable_get_text (find (raise, GTK_TYPE_ENTRY, 0)), ==, "");
  gtk_popover_popdown (GTK_POPOVER (raise));
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (raise)));

  select_words (fixture, "118");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.raise-correction", NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (raise)));
  g_assert_cmpstr (gtk_editable_get_text (find (raise, GTK_TYPE_ENTRY, 0)), ==, "181");
  gtk_popover_popdown (GTK_POPOVER (raise));
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (raise)));
}

/* The caret's line, from 0. */
static int
get_caret_line (DeskView *view)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&iter);
}

/* One key goes from finding to finding; what is dismissed stays so, and can be taken back. */
static void
test_findings (Fixture *fixture, gconstpointer data)
{
  DeskView *view;
  DeskFindingsPane *pane;
  g_autoptr (BulStory) stored = NULL;

  open_odd (fixture);
  view = find (fixture->window, DESK_TYPE_VIEW, 0);
  g_assert_cmpuint (desk_findings_get_open (get_findings (fixture))->len, ==, 2);
  press (fixture, "win.next-finding");
  wait_until (get_caret_line (view) == 3);
  press (fixture, "win.next-finding");
  wait_until (get_caret_line (view) == 4);
  press (fixture, "win.previous-finding");
  wait_until (get_caret_line (view) == 3);

  pane = find (fixture->window, DESK_TYPE_FINDINGS_PANE, 0);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  wait_until (has (pane, DESK_TYPE_FINDING_CARD, 0));
  g_signal_emit_by_name (find (pane, DESK_TYPE_FINDING_CARD, 0), "dismiss");
  wait_until (desk_findings_get_open (get_findings (fixture))->len == 1);
  g_assert_cmpuint (desk_findings_get_dismissed (get_findings (fixture))->len, ==, 1);
  press (fixture, "win.undo");
  wait_until (desk_findings_get_open (get_findings (fixture))->len == 2);
  press (fixture, "win.redo");
  wait_until (desk_findings_get_open (get_findings (fixture))->len == 1);

  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);
  stored = load_stored (fixture, bul_history_get_story (get_history (fixture))->uid);
  g_assert_cmpuint (stored->dismissals->len, ==, 1);
}

/* One key goes through whatever is open: a correction that is not published, and the findings. */
static void
test_open_things (Fixture *fixture, gconstpointer data)
{
  DeskView *view;
  BulCorrectionDraft draft = {
    .was = "ferry",
    .now = "boat",
    .error_class = BUL_CLASS_FACT,
    .reason = "It is none.",
    .by = "Min",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  open_odd (fixture);
  view = find (fixture->window, DESK_TYPE_VIEW, 0);
  bul_corrector_find (bul_history_get_story (get_history (fixture)), "ferry", 0, &draft.passage,
                      &error);
  g_assert_no_error (error);
  key = bul_corrector_raise (get_history (fixture), &draft, &error);
  g_assert_no_error (error);
  press (fixture, "win.next-open");
  wait_until (get_caret_line (view) == 1);
  press (fixture, "win.next-open");
  wait_until (get_caret_line (view) == 3);
  press (fixture, "win.next-open");
  wait_until (get_caret_line (view) == 4);
  press (fixture, "win.next-open");
  wait_until (get_caret_line (view) == 1);
  press (fixture, "win.previous-open");
  wait_until (get_caret_line (view) == 4);
  press (fixture, "win.previous-open");
  wait_until (get_caret_line (view) == 3);
}

/* What was decoded wrongly is put right by its button, and one undo takes that back. */
static void
test_repair (Fixture *fixture, gconstpointer data)
{
  DeskFindingsPane *pane;
  GtkWidget *card;
  const BulScript *script;

  open_odd (fixture);
  press (fixture, "win.show-findings");
  pane = find (fixture->window, DESK_TYPE_FINDINGS_PANE, 0);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  wait_until (has (pane, DESK_TYPE_FINDING_CARD, 1));
  card = find (pane, DESK_TYPE_FINDING_CARD, 1);
  wait_until (desk_finding_card_get_repaired (DESK_FINDING_CARD (card)) != NULL);
  g_signal_emit_by_name (card, "repair");
  wait_until (desk_findings_get_open (get_findings (fixture))->len == 1);
  script = bul_story_get_script (bul_history_get_story (get_history (fixture)));
  g_assert_cmpstr (((const BulBlock *) script->blocks->pdata[4])->text, ==,
                   "시장이 다시 떠났습니다.");
  press (fixture, "win.undo");
  wait_until (desk_findings_get_open (get_findings (fixture))->len == 2);
}

/* Who writes, of all connections of the process. */
static GThread *main_thread;
static int n_writes;
static int n_main_writes;

static void
written_cb (void *connection, int what, const char *database, const char *table, sqlite3_int64 row)
{
  const char *path = sqlite3_db_filename (connection, database);

  /* A schema is compared with one that is made in memory. */
  if (path == NULL || *path == '\0')
    return;
  g_atomic_int_inc (&n_writes);
  if (g_thread_self () == main_thread)
    g_atomic_int_inc (&n_main_writes);
}

static int
connected_cb (sqlite3 *connection, char **error, const void *api)
{
  sqlite3_update_hook (connection, written_cb, connection);
  return SQLITE_OK;
}

/* What is typed is in the library without being asked for, and goes with the next revision; the
 * thread that paints never waits for a disk. */
static void
test_journal (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  g_atomic_int_set (&n_writes, 0);
  g_atomic_int_set (&n_main_writes, 0);
  type (fixture, "Update: ");
  wait_until (has_journal_with (fixture, "Update: "));
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_UNSAVED);
  g_assert_cmpint (g_atomic_int_get (&n_writes), >, 0);
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  g_assert_false (has_journal_with (fixture, "Update: "));
  g_assert_cmpint (g_atomic_int_get (&n_writes), >, 1);
  g_assert_cmpint (g_atomic_int_get (&n_main_writes), ==, 0);
}

/* The syllable that is being composed belongs to the words, though it is not in the text. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  DeskView *view;
  GtkTextIter start;

  open_sample (fixture);
  view = find (fixture->window, DESK_TYPE_VIEW, 0);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &start);
  g_signal_emit_by_name (view, "preedit-changed", "한");
  while (TRUE)
    {
      g_autoptr (GPtrArray) journals = load_journals (fixture);
      const BulJournal *journal = journals->len == 0 ? NULL : journals->pdata[0];

      if (journal != NULL && journal->composing->len == 1)
        {
          g_assert_cmpstr (((const BulEdit *) journal->composing->pdata[0])->inserted, ==, "한");
          break;
        }
      g_main_context_iteration (NULL, FALSE);
    }
  g_signal_emit_by_name (view, "preedit-changed", "");
}

/* Another program's revision is shown within a second where nothing would be lost by it. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulHistory) history = NULL;
  const BulScript *script;

  open_sample (fixture);
  wait_until (count_rows (fixture) == 1);
  store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  history = bul_history_new (
      bul_store_load (store, bul_history_get_story (get_history (fixture))->uid, &error));
  script = bul_story_get_script (bul_history_get_story (history));
  g_assert_true (bul_history_replace (history, ((BulBlock *) script->blocks->pdata[0])->key, 0, 0,
                                      "Theirs: ", &error));
  g_assert_true (bul_flow_save (store, history, "Jae", NULL, &error));
  wait_until (g_str_has_prefix (
      get_first_text (desk_document_get_story (desk_window_get_document (fixture->window))),
      "Theirs: "));
}

/* Edits of a program that ended are there again, and undo takes them back. */
static void
test_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (BulStore) store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulJournal) journal = NULL;

  g_assert_no_error (error);
  uid = g_strdup (story->uid);
  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, "sails again."));
  history = bul_history_new (story);
  g_assert_true (bul_flow_save (store, history, "Min", NULL, &error));
  g_assert_true (bul_history_replace (history, "b1", 0, 0, "The ferry ", &error));
  journal = bul_history_make_journal (history, NULL, "Min");
  g_assert_true (bul_store_write_journal (store, journal, &error));
  g_assert_no_error (error);
  g_clear_pointer (&store, bul_store_close);

  desk_window_show_story (fixture->window, uid);
  wait_until (desk_window_get_document (fixture->window) != NULL);
  g_assert_cmpstr (
      get_first_text (desk_document_get_story (desk_window_get_document (fixture->window))), ==,
      "The ferry sails again.");
  press (fixture, "win.undo");
  wait_until (g_str_equal (
      get_first_text (desk_document_get_story (desk_window_get_document (fixture->window))),
      "sails again."));
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = NULL;
  g_autoptr (BulStory) stored = NULL;

  open_sample (fixture);
  uid = g_strdup (desk_document_get_story (desk_window_get_document (fixture->window))->uid);
  type (fixture, "Last: ");
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);

  stored = load_stored (fixture, uid);
  g_assert_true (g_str_has_prefix (get_first_text (stored), "Last: "));
}

/* Closing asks where saving failed, and only there: Cancel leaves all as it is, Discard takes the
 * edits out of the library's journal too. */
static void
test_close_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = NULL;
  g_autoptr (BulStory) stored = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (GPtrArray) journals = NULL;

  open_sample (fixture);
  uid = g_strdup (bul_history_get_story (get_history (fixture))->uid);
  type (fixture, "Mine: ");
  wait_until (has_journal_with (fixture, "Mine: "));
  save_elsewhere (fixture, "Theirs: ");
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("cancel");
  g_assert_nonnull (fixture->window);
  g_assert_true (g_str_has_prefix (
      get_first_text (desk_document_get_story (desk_window_get_document (fixture->window))),
      "Mine: "));

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("discard");
  wait_until (fixture->window == NULL);
  desk_library_close (fixture->library);
  stored = load_stored (fixture, uid);
  g_assert_true (g_str_has_prefix (get_first_text (stored), "Theirs: "));
  store = bul_store_open (fixture->path, BUL_STORE_READ_ONLY, NULL);
  journals = bul_store_load_journals (store, uid, NULL);
  g_assert_cmpuint (journals->len, ==, 0);
}

/* A window on a library that had a story before today. */
static DeskWindow *
start_second (Fixture *fixture, const char *path)
{
  g_autoptr (DeskLibrary) library = desk_library_new (path, "Min");
  DeskWindow *window
      = desk_window_new (gtk_window_get_application (GTK_WINDOW (fixture->window)), library);

  desk_window_start (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static char *
make_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, "second.bulletin", NULL);
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  BulStory *story = bul_story_new ();
  g_autoptr (BulHistory) history = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (story->scripts, bul_script_new ("k1", "en"));
  history = bul_history_new (story);
  g_assert_true (bul_flow_save (store, history, "Min", NULL, &error));
  return path;
}

static gboolean
has_label (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words))
      return TRUE;
  return FALSE;
}

static guint
count_backups (const char *path)
{
  g_auto (GStrv) backups = bul_backup_list (path);

  return g_strv_length (backups);
}

static void
close_second (DeskWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (window == NULL);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_library (fixture);

  g_assert_cmpuint (count_backups (path), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      DeskWindow *window = start_second (fixture, path);

      wait_until (desk_window_get_document (window) != NULL);
      wait_until (window->later_id == 0 && count_backups (path) == 1);
      close_second (window);
    }
  g_assert_cmpuint (count_backups (path), ==, 1);
}

/* Where its folder should be is a file. */
static void
test_backup_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_library (fixture);
  g_autofree char *folder = bul_backup_dup_folder (path);
  DeskWindow *window;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  window = start_second (fixture, path);
  wait_until (has_label (GTK_WIDGET (window), "backup could not be made"));
  wait_until (desk_window_get_document (window) != NULL);
  close_second (window);
}

UNIT (shell)
{
  main_thread = g_thread_self ();
  sqlite3_auto_extension ((void (*) (void)) connected_cb);
  gtk_test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/shell/actions", test_actions);
  ADD ("/shell/open", test_open);
  ADD ("/shell/open-twice", test_open_twice);
  ADD ("/shell/save", test_save);
  ADD ("/shell/undo", test_undo);
  ADD ("/shell/undo/menu", test_menu_undo);
  ADD ("/shell/print", test_print);
  ADD ("/shell/print/pages", test_print_pages);
  ADD ("/shell/raise", test_raise);
  ADD ("/shell/raise-keeps-what-was-typed", test_raise_keeps);
  ADD ("/shell/findings", test_findings);
  ADD ("/shell/open-things", test_open_things);
  ADD ("/shell/repair", test_repair);
  ADD ("/shell/journal", test_journal);
  ADD ("/shell/composing", test_composing);
  ADD ("/shell/follow", test_follow);
  ADD ("/shell/restored", test_restored);
  ADD ("/shell/backup", test_backup);
  ADD ("/shell/backup-fails", test_backup_fails);
  ADD ("/shell/close-saves", test_close);
  ADD ("/shell/close-fails", test_close_fails);
  return run_with_application ();
}
