/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "desk-hold.h"
#include "desk-sessions.h"
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

#define N_LINES 120

/* The desk as one start of the program has it. */
typedef struct
{
  char *folder;
  char *path;
  DeskLibraries *libraries;
  DeskSessions *sessions;
} Desk;

static GtkApplication *
get_application (void)
{
  return GTK_APPLICATION (g_application_get_default ());
}

static void
start (Desk *desk, const char *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (file != NULL)
    {
      g_autoptr (GFile) named = g_file_new_for_path (file);

      g_list_store_append (files, named);
    }
  desk->libraries = desk_libraries_new (desk->path, "Park Do-yun");
  desk->sessions = desk_sessions_new (get_application (), desk->path);
  desk_sessions_restore (desk->sessions, desk->libraries,
                         file == NULL ? NULL : G_LIST_MODEL (files));
}

static guint
count_windows (void)
{
  guint n_windows = 0;

  for (GList *link = gtk_application_get_windows (get_application ()); link != NULL;
       link = link->next)
    n_windows += DESK_IS_WINDOW (link->data);
  return n_windows;
}

/* The one that had the focus last is the first. */
static DeskWindow *
get_window (guint n)
{
  for (GList *link = gtk_application_get_windows (get_application ()); link != NULL;
       link = link->next)
    if (DESK_IS_WINDOW (link->data) && n-- == 0)
      return link->data;
  return NULL;
}

static gboolean
are_all_shown (void)
{
  for (GList *link = gtk_application_get_windows (get_application ()); link != NULL;
       link = link->next)
    if (!gtk_widget_get_mapped (link->data))
      return FALSE;
  return TRUE;
}

/* Nobody closes what is not to be seen yet. */
static void
close_windows (void)
{
  GList *windows = g_list_copy (gtk_application_get_windows (get_application ()));

  wait_until (are_all_shown ());
  g_list_foreach (windows, (GFunc) (void (*) (void)) gtk_window_close, NULL);
  g_list_free (windows);
  wait_until (count_windows () == 0);
}

/* As the plug that is pulled: nobody tells what the windows were like at the end. */
static void
end (Desk *desk)
{
  g_clear_object (&desk->sessions);
  close_windows ();
  g_clear_pointer (&desk->libraries, desk_libraries_free);
}

static char *
make_script (Desk *desk, const char *name)
{
  g_autoptr (GString) text = g_string_new ("[Anchor]\n\n");
  char *path = g_build_filename (desk->folder, name, NULL);

  for (guint i = 0; i < N_LINES; i++)
    g_string_append_printf (text, "Line %u of %s says how far the ferry went on that day.\n\n", i,
                            name);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static void
set_up_desk (Desk *desk, gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  desk->folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "library.bulletin", NULL);
  one = make_script (desk, "one.txt");
  other = make_script (desk, "other.txt");
  start (desk, one);
  wait_until (desk_window_get_document (get_window (0)) != NULL);
}

static void
tear_down_desk (Desk *desk, gconstpointer data)
{
  end (desk);
  remove_folder (desk->folder);
  g_free (desk->path);
  g_free (desk->folder);
}

/* The file of this desk, which names its library. */
static char *
find_file (Desk *desk)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "bulletin-desk", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && strstr (text, desk->path) != NULL)
        return g_steal_pointer (&path);
    }
  return NULL;
}

static char *
dup_written (Desk *desk)
{
  g_autofree char *path = find_file (desk);
  char *text = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("");
  return text;
}

static gboolean
is_written (Desk *desk, const char *words)
{
  g_autofree char *text = dup_written (desk);

  return strstr (text, words) != NULL;
}

static void
change_written (Desk *desk, const char *words, const char *by)
{
  g_autofree char *path = find_file (desk);
  g_autofree char *text = dup_written (desk);
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, words, by, 0), >, 0);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

static GtkTextBuffer *
get_buffer (DeskWindow *window)
{
  return GTK_TEXT_BUFFER (desk_view_get_buffer (window->script));
}

static int
get_caret_line (DeskWindow *window)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (get_buffer (window), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (window)));
  return gtk_text_iter_get_line (&caret);
}

static void
put_caret (DeskWindow *window, int line, int offset)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_line_offset (get_buffer (window), &caret, line, offset);
  gtk_text_buffer_place_cursor (get_buffer (window), &caret);
}

static GtkAdjustment *
get_scroll (DeskWindow *window)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window->scroller));
}

static int
get_top_line (DeskWindow *window)
{
  GdkRectangle seen;
  GtkTextIter top;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (window->script), &seen);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (window->script), &top, 100, seen.y);
  return gtk_text_iter_get_line (&top);
}

static void
scroll_to (DeskWindow *window, int line)
{
  GtkTextIter iter;
  GtkTextMark *mark;

  gtk_text_buffer_get_iter_at_line (get_buffer (window), &iter, line);
  mark = gtk_text_buffer_create_mark (get_buffer (window), NULL, &iter, TRUE);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (window->script), mark, 0, TRUE, 0, 0);
  gtk_text_buffer_delete_mark (get_buffer (window), mark);
  wait_until (get_top_line (window) == line);
}

static const char *
get_story (DeskWindow *window)
{
  return desk_document_get_story (desk_window_get_document (window))->uid;
}

static void
open_file (DeskWindow *window, Desk *desk, const char *name)
{
  DeskDocument *before = desk_window_get_document (window);
  g_autofree char *path = g_build_filename (desk->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  desk_window_open_files (window, G_LIST_MODEL (files));
  wait_until (desk_window_get_document (window) != before);
}

/* The caret and the upper edge, the pane, the sides and the size; without the windows being closed.
 */
static void
test_place (Desk *desk, gconstpointer data)
{
  DeskWindow *window = get_window (0);
  g_autofree char *story = g_strdup (get_story (window));
  int full;
  int width;

  wait_until (gtk_adjustment_get_upper (get_scroll (window)) > 2000);
  /* Until the manager has taken it, a window has the size that it is given there. */
  wait_until (gtk_window_is_active (GTK_WINDOW (window))
              && gtk_widget_get_width (GTK_WIDGET (window)) > 1180);
  full = gtk_widget_get_width (GTK_WIDGET (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 640);
  put_caret (window, 60, 7);
  wait_until (gtk_widget_get_width (GTK_WIDGET (window)) < full);
  width = gtk_widget_get_width (GTK_WIDGET (window));
  scroll_to (window, 50);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-history", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-list", NULL);
  wait_until (is_written (desk, "Offset=7\n") && is_written (desk, "Pane=history\n")
              && is_written (desk, "Width=1180\n") && is_written (desk, "ListVisible=false\n"));

  end (desk);
  start (desk, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  window = get_window (0);
  wait_until (desk_window_get_document (window) != NULL);
  g_assert_cmpstr (get_story (window), ==, story);
  wait_until (get_caret_line (window) == 60);
  wait_until (get_top_line (window) == 50);
  g_assert_true (gtk_toggle_button_get_active (window->history_toggle));
  g_assert_false (adw_flap_get_reveal_flap (window->outer));
  g_assert_true (adw_flap_get_reveal_flap (window->inner));
  wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == width);
  wait_until (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (window->script));
}

/* What other desks show beside them is not how the next window begins. */
static void
test_sides (Desk *desk, gconstpointer data)
{
  DeskWindow *window = get_window (0);
  DeskSession *session;

  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window->stories)));
  adw_flap_set_reveal_flap (window->outer, TRUE);
  adw_flap_set_reveal_flap (window->inner, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-register", NULL);
  adw_flap_set_reveal_flap (window->outer, FALSE);
  adw_flap_set_reveal_flap (window->inner, FALSE);
  session = desk_window_make_session (window);
  g_assert_true (session->list_visible && session->inspector_visible);
  desk_session_free (session);
}

/* At the very beginning of a script the edge above it is seen as well. */
static void
test_beginning (Desk *desk, gconstpointer data)
{
  DeskWindow *window = get_window (0);

  put_caret (window, 9, 2);
  wait_until (is_written (desk, "Offset=2\n"));
  end (desk);
  start (desk, NULL);
  window = get_window (0);
  wait_until (desk_window_get_document (window) != NULL && get_caret_line (window) == 9);
  wait_until (gtk_adjustment_get_upper (get_scroll (window)) > 2000);
  wait_until (!desk_hold_is_on (GTK_TEXT_VIEW (window->script)));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (window)), ==, 0);
}

static void
test_maximized (Desk *desk, gconstpointer data)
{
  g_autofree char *size = NULL;
  int width;
  int height;

  gtk_window_maximize (GTK_WINDOW (get_window (0)));
  wait_until (is_written (desk, "Maximized=true\n"));
  gtk_window_get_default_size (GTK_WINDOW (get_window (0)), &width, &height);
  size = g_strdup_printf ("Width=%d\n", width);
  wait_until (is_written (desk, size));
  end (desk);
  start (desk, NULL);
  wait_until (gtk_window_is_maximized (GTK_WINDOW (get_window (0))));
}

/* Quitting closes all windows, and all come back; of windows that are closed one by one the last.
 */
static void
test_windows (Desk *desk, gconstpointer data)
{
  DeskWindow *window = get_window (0);
  DeskWindow *second;
  g_autofree char *one = g_strdup (get_story (window));
  g_autofree char *other = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-window", NULL);
  wait_until (count_windows () == 2 && get_window (0) != window
              && desk_window_get_document (get_window (0)) != NULL);
  second = get_window (0);
  open_file (second, desk, "other.txt");
  other = g_strdup (get_story (second));
  wait_until (is_in_front (second));
  desk_sessions_hold (desk->sessions);
  close_windows ();

  end (desk);
  start (desk, NULL);
  g_assert_cmpuint (count_windows (), ==, 2);
  wait_until (desk_window_get_document (get_window (0)) != NULL
              && desk_window_get_document (get_window (1)) != NULL);
  /* The one in front is given the keys last. */
  wait_until (g_str_equal (get_story (get_window (0)), other));
  g_assert_cmpstr (get_story (get_window (1)), ==, one);

  gtk_window_close (GTK_WINDOW (get_window (0)));
  wait_until (count_windows () == 1);
  gtk_window_close (GTK_WINDOW (get_window (0)));
  wait_until (count_windows () == 0);
  end (desk);
  start (desk, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  wait_until (desk_window_get_document (get_window (0)) != NULL);
  g_assert_cmpstr (get_story (get_window (0)), ==, one);
}

/* A story, a library and a block that are gone are passed over. */
static void
test_gone (Desk *desk, gconstpointer data)
{
  DeskWindow *window = get_window (0);
  g_autofree char *one = g_strdup (get_story (window));
  g_autofree char *line = NULL;
  g_autofree char *lines = NULL;

  wait_until (is_written (desk, one));
  end (desk);
  line = g_strdup_printf ("Story=%s\n", one);
  change_written (desk, line,
                  "Story=00000000-0000-4000-8000-000000000000\n[Window 7]\n"
                  "Library=/nowhere/at/all.bulletin\nOffset=x\n[Window 8]\nLibrary=\n");
  start (desk, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  window = get_window (0);
  wait_until (desk_window_get_document (window) != NULL);
  g_assert_cmpstr (get_story (window), ==, one);

  wait_until (is_written (desk, one));
  end (desk);
  lines = g_strdup_printf ("Story=%s\nBlock=", one);
  change_written (desk, lines, "no key file\n");
  start (desk, NULL);
  wait_until (desk_window_get_document (get_window (0)) != NULL);
}

static void
test_file_wins (Desk *desk, gconstpointer data)
{
  g_autofree char *one = g_strdup (get_story (get_window (0)));
  g_autofree char *path = g_build_filename (desk->folder, "other.txt", NULL);

  put_caret (get_window (0), 30, 3);
  wait_until (is_written (desk, "Offset=3\n"));
  end (desk);
  start (desk, path);
  g_assert_cmpuint (count_windows (), ==, 1);
  wait_until (desk_window_get_document (get_window (0)) != NULL);
  g_assert_cmpstr (get_story (get_window (0)), !=, one);
  g_assert_cmpint (get_caret_line (get_window (0)), ==, 0);
}

/* A library of an earlier program is brought up to date before anybody reads in it: what is saved
 * then is seen. */
static void
test_earlier (Desk *desk, gconstpointer data)
{
  g_autofree char *one = g_strdup (get_story (get_window (0)));
  g_autofree char *path = g_build_filename (desk->folder, "other.txt", NULL);
  sqlite3 *db;

  end (desk);
  g_assert_cmpint (sqlite3_open (desk->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "DROP TABLE tag_receipt_undone; DROP TABLE person_undone;"
                                 " DROP TABLE search_outdated; PRAGMA user_version = 13",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  start (desk, path);
  wait_until (desk_window_get_document (get_window (0)) != NULL);
  g_assert_cmpstr (get_story (get_window (0)), !=, one);
}

/* A second program at the same time opens a window, and leaves alone what the first keeps. */
static void
test_second (Desk *desk, gconstpointer data)
{
  Desk second = { .path = desk->path };
  DeskWindow *window = get_window (0);
  g_autofree char *written = NULL;

  put_caret (window, 4, 5);
  wait_until (is_written (desk, "Offset=5\n"));
  /* What is on its way to the disk arrives first. */
  g_clear_object (&desk->sessions);
  written = dup_written (desk);
  desk->sessions = desk_sessions_new (get_application (), desk->path);
  start (&second, NULL);
  /* Both programs are this one, and what the first has locked would take the window for its own. */
  g_clear_object (&desk->sessions);
  g_assert_cmpuint (count_windows (), ==, 2);
  wait_until (desk_window_get_document (get_window (0)) != NULL);
  g_assert_cmpint (get_caret_line (get_window (0)), ==, 0);
  put_caret (get_window (0), 8, 1);
  gtk_window_close (GTK_WINDOW (get_window (0)));
  wait_until (count_windows () == 1);
  end (&second);
  g_assert_true (is_written (desk, written));
}

static void
add (const char *path, void (*test) (Desk *, gconstpointer))
{
  g_test_add (path, Desk, NULL, set_up_desk, test, tear_down_desk);
}

UNIT (sessions)
{
  gtk_test_init (&argc, &argv);
  add ("/sessions/place", test_place);
  add ("/sessions/sides", test_sides);
  add ("/sessions/beginning", test_beginning);
  add ("/sessions/maximized", test_maximized);
  add ("/sessions/windows", test_windows);
  add ("/sessions/gone", test_gone);
  add ("/sessions/file-wins", test_file_wins);
  add ("/sessions/earlier", test_earlier);
  add ("/sessions/second", test_second);
  return run_with_application ();
}
