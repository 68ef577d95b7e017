/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

#include "bul-flow.h"
#include "bul-store-journal.h"
#include "bul-store.h"
#include "desk-findings.h"

static DeskApplication *application;

static GtkWidget *
find_widget (GtkWidget *root, GType type, guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
find (gpointer root, GType type, guint skip)
{
  GtkWidget *found = find_widget (root, type, &skip);

  g_assert_nonnull (found);
  return found;
}

gboolean
has (gpointer root, GType type, guint skip)
{
  return find_widget (root, type, &skip) != NULL;
}

gboolean
is_in_front (gpointer window)
{
  static gint64 asked;

  if (gtk_window_is_active (window))
    return TRUE;
  if (g_get_monotonic_time () > asked + G_USEC_PER_SEC / 4)
    {
      gtk_window_present (window);
      asked = g_get_monotonic_time ();
    }
  return FALSE;
}

/* Half a second after the pointer came to a popover or window GTK 4.8 asks where on it that is, for
 * a tooltip, even if that is closed by then. It says so twice, and goes on. */
static gboolean
is_fatal_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return strstr (message, "'GDK_IS_SURFACE (surface)'") == NULL;
}

static GLogFunc log_for_tests;

/* GLib tells whoever reads the results that all is over before it asks whether it is. */
static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (is_fatal_cb (domain, level, message, NULL))
    log_for_tests (domain, level, message, NULL);
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  fixture->folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "library.bulletin", NULL);
  fixture->library = desk_library_new (fixture->path, "Park Do-yun");
  fixture->window = desk_window_new (GTK_APPLICATION (application), fixture->library);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  desk_window_start (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* What a window says that asks before another one goes, or says why that stays. */
static void
tell_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_test_message ("  “%s”", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_labels (child);
}

/* Everything that is open where a window does not go though it was told to. */
static gboolean
tell_windows_cb (gpointer data)
{
  Fixture *fixture = data;
  GListModel *windows = gtk_window_get_toplevels ();

  g_test_message ("the window stays; is it closing: %d", desk_window_is_closing (fixture->window));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_test_message ("%s “%s”", G_OBJECT_TYPE_NAME (window),
                      gtk_window_get_title (GTK_WINDOW (window)));
      if (window != GTK_WIDGET (fixture->window))
        tell_labels (window);
    }
  return G_SOURCE_CONTINUE;
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  guint telling = g_timeout_add_seconds (LIMIT_SECONDS / 2, tell_windows_cb, fixture);

  if (fixture->window != NULL)
    gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  g_clear_handle_id (&telling, g_source_remove);
  desk_library_close (fixture->library);
  g_object_unref (fixture->library);

  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
open_sample (Fixture *fixture)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("TEST_SAMPLES"), "ferry-returns-2026-03-18.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
  wait_until (desk_window_get_document (fixture->window) != NULL);
}

void
open_odd (Fixture *fixture)
{
  static const char odd[] = "[Anchor]\n\nThe ferry sails again.\n\n[Report]\n\n"
                            "[Oh Sun-hee/Resident: \"I could not sleep.]\n\n"
                            "½ÃÀåÀÌ ´Ù½Ã ¶°³µ½À´Ï´Ù.\n";
  g_autofree char *path = g_build_filename (fixture->folder, "odd.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_assert_true (g_file_set_contents (path, odd, -1, NULL));
  g_list_store_append (files, file);
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
  wait_until (desk_window_get_document (fixture->window) != NULL);
}

guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (desk_library_get_rows (fixture->library));
}

BulHistory *
get_history (Fixture *fixture)
{
  return desk_document_get_history (desk_window_get_document (fixture->window));
}

DeskFindings *
get_findings (Fixture *fixture)
{
  return desk_document_get_findings (desk_window_get_document (fixture->window));
}

void
press (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

gboolean
give_key (gpointer widget, GtkPropagationPhase phase, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean stopped = FALSE;

  for (guint i = 0; !stopped && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &stopped);
    }
  return stopped;
}

BulStory *
load_stored (Fixture *fixture, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (fixture->path, BUL_STORE_READ_ONLY, &error);
  BulStory *story;

  g_assert_no_error (error);
  story = bul_store_load (store, uid, &error);
  g_assert_no_error (error);
  return story;
}

/* Of a scrollbar this GTK says now and then that it is to be painted before it has its place, and
 * paints it in the next frame; of anything else that is an error. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0
        && g_str_has_prefix (fields[i].value, "Trying to snapshot GtkGizmo"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

int
run_with_application (void)
{
  int status;

  g_log_set_writer_func (write_log, NULL, NULL);
  log_for_tests = g_log_set_default_handler (log_cb, NULL);
  /* GTK 4.8 forgets a date whenever its list of recent files changes. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
  application = desk_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  /* The window that each test closes is the last one. */
  g_application_hold (G_APPLICATION (application));
  status = g_test_run ();
  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  return status;
}

void
type (Fixture *fixture, const char *text)
{
  BulHistory *history = get_history (fixture);
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  const BulBlock *block = script->blocks->pdata[0];
  g_autoptr (GError) error = NULL;

  bul_history_replace (history, block->key, 0, 0, text, &error);
  g_assert_no_error (error);
  g_assert_true (desk_document_get_modified (desk_window_get_document (fixture->window)));
}

const char *
get_first_text (const BulStory *story)
{
  return ((const BulBlock *) bul_story_get_script (story)->blocks->pdata[0])->text;
}

AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

void
answer (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = NULL;

  wait_until (find_dialog () != NULL);
  dialog = g_object_ref (find_dialog ());
  /* The answer may take the window away. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
save_elsewhere (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  g_autoptr (BulHistory) history = NULL;
  const BulScript *script;

  g_assert_no_error (error);
  history = bul_history_new (
      bul_store_load (store, bul_history_get_story (get_history (fixture))->uid, &error));
  g_assert_no_error (error);
  script = bul_story_get_script (bul_history_get_story (history));
  g_assert_true (bul_history_replace (history, ((BulBlock *) script->blocks->pdata[0])->key, 0, 0,
                                      words, &error));
  g_assert_true (bul_flow_save (store, history, "Jae", NULL, &error));
}

/* The journals of the story, as another program finds them. */
GPtrArray *
load_journals (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (fixture->path, BUL_STORE_READ_ONLY, &error);
  GPtrArray *journals;

  g_assert_no_error (error);
  journals
      = bul_store_load_journals (store, bul_history_get_story (get_history (fixture))->uid, &error);
  g_assert_no_error (error);
  return journals;
}

gboolean
has_journal_with (Fixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) journals = load_journals (fixture);

  for (guint i = 0; i < journals->len; i++)
    {
      const BulJournal *journal = journals->pdata[i];

      for (guint j = 0; j < journal->steps->len; j++)
        {
          const BulJournalStep *step = journal->steps->pdata[j];

          for (guint k = 0; k < step->edits->len; k++)
            if (g_strcmp0 (((const BulEdit *) step->edits->pdata[k])->inserted, text) == 0)
              return TRUE;
        }
    }
  return FALSE;
}
