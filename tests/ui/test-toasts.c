/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "shell-fixture.h"
#include "unit.h"

/* Within this time an answer is there, whatever was said before it. */
#define AT_ONCE (2 * G_USEC_PER_SEC)

static gboolean
is_said (Fixture *fixture, const char *words)
{
  for (guint i = 0; has (fixture->window->toasts, GTK_TYPE_LABEL, i); i++)
    {
      GtkWidget *label = find (fixture->window->toasts, GTK_TYPE_LABEL, i);

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), words)
          && gtk_widget_get_mapped (label))
        return TRUE;
    }
  return FALSE;
}

static void
test_newest (Fixture *fixture, gconstpointer data)
{
  gint64 start;

  open_sample (fixture);
  for (guint i = 0; i < 5; i++)
    press (fixture, "win.next-change");
  wait_until (is_said (fixture, "No change is left to review."));
  press (fixture, "win.give-reason");
  start = g_get_monotonic_time ();
  wait_until (is_said (fixture, "Every change has its reason."));
  g_assert_cmpint (g_get_monotonic_time () - start, <, AT_ONCE);
  wait_until (!is_said (fixture, "No change is left to review."));
}

/* The same words stay as they are, and go at their time. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  AdwToast *toast;

  open_sample (fixture);
  press (fixture, "win.next-change");
  toast = fixture->window->toast;
  g_assert_nonnull (toast);
  press (fixture, "win.next-change");
  g_assert_true (fixture->window->toast == toast);
  adw_toast_dismiss (toast);
  g_assert_null (fixture->window->toast);
  press (fixture, "win.next-change");
  g_assert_nonnull (fixture->window->toast);
}

static void
accept_all (Fixture *fixture)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  press (fixture, "win.accept-to-here");
  wait_until (is_said (fixture, "1 change is accepted."));
}

/* What takes a step back is there as long as that is what it does: a save leaves it so, the step
 * taken back or another story does not. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  type (fixture, "Update: ");
  accept_all (fixture);
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED
              && !desk_document_get_modified (document));
  g_assert_nonnull (fixture->window->toast);
  press (fixture, "win.undo");
  g_assert_null (fixture->window->toast);
  wait_until (!is_said (fixture, "1 change is accepted."));

  accept_all (fixture);
  open_odd (fixture);
  wait_until (desk_window_get_document (fixture->window) != document);
  g_assert_null (fixture->window->toast);
}

/* What was wrong may fit on a line; what to do about it has to be there as well. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "Not opened: the script is larger than any script and was not read. "
                              "Cut it into parts, or check that it is the file you meant.";
  GtkWidget *label;

  open_sample (fixture);
  desk_window_toast (fixture->window, "%s", words);
  wait_until (is_said (fixture, words));
  label = adw_toast_get_custom_title (fixture->window->toast);
  wait_until (gtk_widget_get_height (label) > 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (toasts)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("/toasts/newest", test_newest);
  ADD ("/toasts/same", test_same);
  ADD ("/toasts/undo", test_undo);
  ADD ("/toasts/long", test_long);
  return run_with_application ();
}
