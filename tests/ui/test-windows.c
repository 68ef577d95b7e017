/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-revision.h"
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

/* Windows of this test that are there, the newest first. */
static DeskWindow *
find_other (Fixture *fixture)
{
  GList *windows
      = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (fixture->window)));

  for (GList *link = windows; link != NULL; link = link->next)
    if (DESK_IS_WINDOW (link->data) && link->data != fixture->window)
      return link->data;
  return NULL;
}

/* A second window, at the same story. It is NULL once it is closed. */
static DeskWindow *
open_another (Fixture *fixture, DeskWindow **other)
{
  press (fixture, "win.new-window");
  wait_until (find_other (fixture) != NULL);
  *other = find_other (fixture);
  g_object_add_weak_pointer (G_OBJECT (*other), (gpointer *) other);
  wait_until (desk_window_get_document (*other) != NULL);
  return *other;
}

static void
close_window (DeskWindow **window)
{
  gtk_window_close (GTK_WINDOW (*window));
  wait_until (*window == NULL);
}

static GtkTextBuffer *
get_buffer (DeskWindow *window)
{
  return GTK_TEXT_BUFFER (desk_view_get_buffer (window->script));
}

/* Places are counted in the headline: in the text beside it words may stand that are struck. */
static void
find_place (DeskWindow *window, guint offset, GtkTextIter *iter)
{
  const BulBlock *headline
      = desk_buffer_get_block_at_line (desk_view_get_buffer (window->script), 1);

  g_assert_true (desk_buffer_get_iter_at_place (desk_view_get_buffer (window->script),
                                                headline->key, offset, DESK_AFTER_STRUCK, iter));
}

static int
get_offset (DeskWindow *window, const GtkTextIter *iter)
{
  const char *block;
  guint offset;

  g_assert_true (
      desk_buffer_get_place (desk_view_get_buffer (window->script), iter, &block, &offset));
  return gtk_text_iter_get_line (iter) == 1 ? (int) offset : -1;
}

static int
get_caret (DeskWindow *window)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (get_buffer (window), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (window)));
  return get_offset (window, &caret);
}

static void
put_caret (DeskWindow *window, guint offset)
{
  GtkTextIter caret;

  find_place (window, offset, &caret);
  gtk_text_buffer_place_cursor (get_buffer (window), &caret);
}

/* As hands do it. */
static void
type_in (DeskWindow *window, const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (window), text, -1, TRUE);
}

static char *
dup_text (DeskWindow *window)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (get_buffer (window), &start, &end);
  return desk_buffer_dup_text (desk_view_get_buffer (window->script), &start, &end);
}

static void
assert_same_text (DeskWindow *one, DeskWindow *other)
{
  g_autofree char *text = dup_text (one);
  g_autofree char *other_text = dup_text (other);

  g_assert_cmpstr (text, ==, other_text);
}

static void
test_share (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;

  open_sample (fixture);
  put_caret (fixture->window, 7);
  open_another (fixture, &other);
  g_assert_true (desk_window_get_document (other) == desk_window_get_document (fixture->window));
  wait_until (get_caret (other) == 7);

  put_caret (other, 3);
  type_in (fixture->window, "xyz ");
  assert_same_text (fixture->window, other);
  g_assert_cmpint (get_caret (fixture->window), ==, 11);
  g_assert_cmpint (get_caret (other), ==, 3);
  put_caret (other, 20);
  put_caret (fixture->window, 0);
  type_in (fixture->window, "12345");
  g_assert_cmpint (get_caret (other), ==, 25);

  gtk_widget_activate_action (GTK_WIDGET (other), "win.undo", NULL);
  wait_until (get_caret (fixture->window) == 0);
  assert_same_text (fixture->window, other);
  press (fixture, "win.undo");
  wait_until (!desk_document_get_modified (desk_window_get_document (other)));
  assert_same_text (fixture->window, other);
  close_window (&other);
}

/* Words that come at the very place of a caret come behind it, and do not make a selection larger.
 */
static void
test_same_place (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;
  GtkTextIter start;
  GtkTextIter end;

  open_sample (fixture);
  open_another (fixture, &other);
  put_caret (fixture->window, 5);
  put_caret (other, 5);
  type_in (fixture->window, "abc");
  g_assert_cmpint (get_caret (fixture->window), ==, 8);
  g_assert_cmpint (get_caret (other), ==, 5);

  find_place (other, 2, &start);
  find_place (other, 4, &end);
  gtk_text_buffer_select_range (get_buffer (other), &end, &start);
  put_caret (fixture->window, 4);
  type_in (fixture->window, "+");
  put_caret (fixture->window, 2);
  type_in (fixture->window, "+");
  gtk_text_buffer_get_selection_bounds (get_buffer (other), &start, &end);
  g_assert_cmpint (get_offset (other, &start), ==, 3);
  g_assert_cmpint (get_offset (other, &end), ==, 5);
  close_window (&other);
}

static guint
count_stored (Fixture *fixture, const char *uid)
{
  g_autoptr (BulStory) stored = load_stored (fixture, uid);

  return bul_story_get_revision_number (stored);
}

/* Only the last window that shows a story ends its editing, whether it goes or goes on to another
 * story. */
static void
test_close_one (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;
  DeskDocument *document;
  g_autofree char *uid = NULL;
  g_autoptr (BulStory) stored = NULL;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  uid = g_strdup (desk_document_get_story (document)->uid);
  open_another (fixture, &other);
  type_in (other, "Update: ");
  close_window (&other);
  g_assert_true (desk_document_get_modified (document));
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_UNSAVED);
  g_assert_cmpuint (count_stored (fixture, uid), ==, 1);
  type_in (fixture->window, "More: ");

  open_another (fixture, &other);
  close_window (&fixture->window);
  g_assert_cmpuint (count_stored (fixture, uid), ==, 1);
  g_assert_true (desk_document_get_modified (document));
  close_window (&other);
  stored = load_stored (fixture, uid);
  g_assert_cmpuint (bul_story_get_revision_number (stored), ==, 2);
  g_assert_nonnull (strstr (get_first_text (stored), "Update: "));
  g_assert_nonnull (strstr (get_first_text (stored), "More: "));
}

/* Who saves is who is at work when it is saved. */
static void
test_author (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  const GPtrArray *revisions;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  type_in (fixture->window, "Update: ");
  desk_library_set_author (fixture->library, "Ha Yun-seo");
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED
              && bul_story_get_revision_number (desk_document_get_story (document)) == 2);
  revisions = desk_document_get_story (document)->revisions;
  g_assert_cmpstr (((const BulRevision *) revisions->pdata[0])->by, !=, "Ha Yun-seo");
  g_assert_cmpstr (((const BulRevision *) revisions->pdata[1])->by, ==, "Ha Yun-seo");
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;
  DeskDocument *document;
  g_autofree char *uid = NULL;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  uid = g_strdup (desk_document_get_story (document)->uid);
  open_another (fixture, &other);
  type_in (other, "Update: ");
  open_odd (fixture);
  wait_until (desk_window_get_document (fixture->window) != document);
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_UNSAVED);
  g_assert_cmpuint (count_stored (fixture, uid), ==, 1);

  desk_window_show_story (
      other, desk_document_get_story (desk_window_get_document (fixture->window))->uid);
  wait_until (desk_window_get_document (other) != document);
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  g_assert_cmpuint (count_stored (fixture, uid), ==, 2);
  close_window (&other);
}

/* Both are told to go at once, as when the program is quit: nothing is lost, and saved once. */
static void
test_close_both (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;
  g_autofree char *uid = NULL;

  open_sample (fixture);
  uid = g_strdup (desk_document_get_story (desk_window_get_document (fixture->window))->uid);
  open_another (fixture, &other);
  type_in (other, "Update: ");
  gtk_window_close (GTK_WINDOW (fixture->window));
  gtk_window_close (GTK_WINDOW (other));
  wait_until (fixture->window == NULL && other == NULL);
  g_assert_cmpuint (count_stored (fixture, uid), ==, 2);
}

/* What one window discards as it goes is what no other shows. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;
  DeskDocument *document;

  open_sample (fixture);
  open_another (fixture, &other);
  open_odd (fixture);
  wait_until (desk_window_get_document (fixture->window) != desk_window_get_document (other));
  document = desk_window_get_document (other);
  type_in (other, "Kept: ");
  type_in (fixture->window, "Mine: ");
  save_elsewhere (fixture, "Theirs: ");
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("discard");
  wait_until (fixture->window == NULL);
  g_assert_true (desk_document_get_modified (document));
  g_assert_true (desk_window_get_document (other) == document);
  close_window (&other);
  g_assert_false (desk_document_get_modified (document));
}

/* A newer revision by another program takes the story's place in all windows at once. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;
  DeskDocument *before;

  open_sample (fixture);
  wait_until (count_rows (fixture) == 1);
  open_another (fixture, &other);
  before = desk_window_get_document (other);
  put_caret (other, 9);
  put_caret (fixture->window, 4);
  save_elsewhere (fixture, "Theirs: ");
  while (desk_window_get_document (other) == before)
    {
      g_assert_true (desk_window_get_document (fixture->window) == before);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (desk_window_get_document (fixture->window) == desk_window_get_document (other));
  wait_until (get_caret (other) == 9 && get_caret (fixture->window) == 4);
  type_in (other, "x");
  assert_same_text (fixture->window, other);
  close_window (&other);
}

/* Where one window keeps its edits as a copy, the other goes on with what the library has. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  DeskWindow *other;
  DeskDocument *document;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  open_another (fixture, &other);
  type_in (other, "Mine: ");
  save_elsewhere (fixture, "Theirs: ");
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_FAILED);
  press (fixture, "win.save-copy");
  wait_until (count_rows (fixture) == 2);
  wait_until (desk_window_get_document (fixture->window) != document
              && desk_window_get_document (other) != document);
  g_assert_true (g_str_has_prefix (
      get_first_text (desk_document_get_story (desk_window_get_document (fixture->window))),
      "Mine: "));
  g_assert_true (g_str_has_prefix (
      get_first_text (desk_document_get_story (desk_window_get_document (other))), "Theirs: "));
  close_window (&other);
}

/* The keys are where they were before the menu was opened, by F10 or a click. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *menu = GTK_MENU_BUTTON (fixture->window->main_menu);
  gboolean is_clicked = data != NULL;

  open_sample (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->script));
  for (guint i = 0; i < 2; i++)
    {
      if (is_clicked)
        {
          gtk_widget_child_focus (GTK_WIDGET (menu), GTK_DIR_TAB_FORWARD);
          gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), FALSE);
        }
      gtk_menu_button_popup (menu);
      wait_until (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (menu))));
      gtk_menu_button_popdown (menu);
      wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                  == GTK_WIDGET (fixture->window->script));
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

UNIT (windows)
{
  gtk_test_init (&argc, &argv);
  add ("/windows/share", test_share);
  add ("/windows/same-place", test_same_place);
  add ("/windows/close-one", test_close_one);
  add ("/windows/author", test_author);
  add ("/windows/leave", test_leave);
  add ("/windows/close-both", test_close_both);
  add ("/windows/discard", test_discard);
  add ("/windows/follow", test_follow);
  add ("/windows/copy", test_copy);
  add ("/windows/menu", test_menu);
  g_test_add ("/windows/menu-clicked", Fixture, "clicked", set_up, test_menu, tear_down);
  return run_with_application ();
}
