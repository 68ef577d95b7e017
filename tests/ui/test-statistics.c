/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-archive-views.h"
#include "desk-archive.h"
#include "desk-chart.h"
#include "shell-fixture.h"
#include "unit.h"

static const char *const some[] = {
  (" date 2026-03-18 News 9\n\nHarbour opens\n\n[Anchor]\n\nThe mayor read the letter.\n\n"
   "[Report]\n\n[Ko Yun-bae/Pier manager: \"We counted the days.\"]\n\n"
   "[Ko Yun-bae/Pier manager: \"And the sacks of rice.\"]\n"),
  (" date 2026-03-02 News 9\n\nBridge closed\n\n[Anchor]\n\nNo letter came.\n\n"
   "[Report]\n\n[Dana Whitlock/Engineer: \"It will not hold.\"]\n"),
  " date 2025-12-24 News 7\n\nSnow on the pier\n\n[Anchor]\n\nNobody was hurt.\n",
};

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImported) imported
      = desk_library_import_finish (DESK_LIBRARY (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (imported->n_new, ==, 1);
  *(gboolean *) done = TRUE;
}

static void
import (DeskLibrary *library, const char *text)
{
  gboolean done = FALSE;

  desk_library_import_text_async (library, text, imported_cb, &done);
  wait_until (done);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return find (fixture->window->archive, GTK_TYPE_SEARCH_ENTRY, 0);
}

/* In the order of the page: stories, corrections, speakers, tags, programmes. */
static DeskChart *
get_chart (Fixture *fixture, guint i)
{
  return find (fixture->window->archive, DESK_TYPE_CHART, i);
}

static guint
get_total (Fixture *fixture, guint i)
{
  const BulChart *chart = desk_chart_get (get_chart (fixture, i));

  return chart == NULL ? 0 : bul_chart_get_total (chart);
}

static gboolean
is_in_sight (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* Bars that were given no room yet cannot be walked over. */
static gboolean
has_place (Fixture *fixture, guint i)
{
  return gtk_widget_get_width (GTK_WIDGET (get_chart (fixture, i))) > 0;
}

/* The button of the switch. */
static GtkToggleButton *
find_view (Fixture *fixture, const char *words)
{
  DeskArchiveViews *views = find (fixture->window->archive, DESK_TYPE_ARCHIVE_VIEWS, 0);

  for (guint i = 0;; i++)
    if (g_str_equal (gtk_button_get_label (find (views, GTK_TYPE_TOGGLE_BUTTON, i)), words))
      return find (views, GTK_TYPE_TOGGLE_BUTTON, i);
}

/* Three stories are there, and counted. */
static void
start (Fixture *fixture)
{
  wait_until (fixture->window->is_listed);
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    import (fixture->library, some[i]);
  gtk_stack_set_visible_child_name (fixture->window->stack, "desk");
  press (fixture, "win.search-archive");
  wait_until (desk_window_is_on_desk (fixture->window, "archive"));
  gtk_toggle_button_set_active (find_view (fixture, "Statistics"), TRUE);
  wait_until (get_total (fixture, 0) == 3);
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  DeskStatistics *statistics;

  start (fixture);
  statistics = desk_archive_get_statistics (fixture->window->archive);
  g_assert_true (is_in_sight (get_chart (fixture, 0)));
  g_assert_cmpuint (get_total (fixture, 1), ==, 0);
  g_assert_cmpuint (get_total (fixture, 2), ==, 3);
  g_assert_cmpuint (get_total (fixture, 4), ==, 3);
  for (guint i = 0; i < 5; i++)
    {
      DeskChart *chart = get_chart (fixture, i);
      g_autofree char *sentence = bul_chart_sentence (desk_chart_get (chart));
      g_autofree char *said = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence);

      g_assert_cmpstr (said, ==, NULL);
    }
  /* The figures, and what is drawn, in words. */
  g_assert_cmpstr (gtk_label_get_text (find (statistics, GTK_TYPE_LABEL, 0)), ==, "3");
  g_assert_nonnull (strstr (gtk_label_get_text (find (statistics, GTK_TYPE_LABEL, 12)),
                            "most in March 2026 (2)"));
}

/* A bar is gone to and chosen with keys; chosen once more it is taken out. */
static void
test_narrowed (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  gtk_editable_set_text (get_entry (fixture), "letter");
  wait_until (get_total (fixture, 0) == 2);
  gtk_editable_set_text (get_entry (fixture), "");
  wait_until (get_total (fixture, 0) == 3 && has_place (fixture, 0) && has_place (fixture, 2));
  /* December, of which one is; then March. */
  g_assert_true (give_key (get_chart (fixture, 0), GTK_PHASE_BUBBLE, GDK_KEY_Right));
  g_assert_true (give_key (get_chart (fixture, 0), GTK_PHASE_BUBBLE, GDK_KEY_End));
  g_assert_true (give_key (get_chart (fixture, 0), GTK_PHASE_BUBBLE, GDK_KEY_Return));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "date:2026-03");
  wait_until (get_total (fixture, 0) == 2);
  g_assert_true (give_key (get_chart (fixture, 2), GTK_PHASE_BUBBLE, GDK_KEY_Home));
  g_assert_true (give_key (get_chart (fixture, 2), GTK_PHASE_BUBBLE, GDK_KEY_Return));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==,
                   "date:2026-03 speaker:\"Ko Yun-bae\"");
  wait_until (get_total (fixture, 0) == 1);
  g_assert_true (give_key (get_chart (fixture, 0), GTK_PHASE_BUBBLE, GDK_KEY_Right));
  g_assert_true (give_key (get_chart (fixture, 0), GTK_PHASE_BUBBLE, GDK_KEY_Return));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "speaker:\"Ko Yun-bae\"");
  wait_until (get_total (fixture, 4) == 1);
}

/* What was asked while something else was on its way is what is shown. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "l", "le", "letter", "", "snow", "letter mayor" };

  start (fixture);
  for (guint i = 0; i < 60; i++)
    gtk_editable_set_text (get_entry (fixture), typed[i % G_N_ELEMENTS (typed)]);
  wait_until (get_total (fixture, 0) == 1 && get_total (fixture, 2) == 2);
  for (guint i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (get_total (fixture, 2), ==, 2);
}

/* What others save is counted while nobody does anything. */
static void
test_followed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskLibrary) other = desk_library_new (fixture->path, "Min");

  start (fixture);
  import (other, " date 2026-01-07 News 9\n\nTram stops\n\n[Anchor]\n\nThe tram stopped.\n");
  wait_until (get_total (fixture, 0) == 4);
  desk_library_close (other);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *save;

  start (fixture);
  save = find (fixture->window->archive, GTK_TYPE_MENU_BUTTON, 0);
  page = find (desk_archive_get_statistics (fixture->window->archive), ADW_TYPE_STATUS_PAGE, 0);
  g_assert_true (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (get_entry (fixture), "xyzzy");
  wait_until (is_in_sight (page));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (get_entry (fixture), "");
  wait_until (is_in_sight (get_chart (fixture, 0)));
}

/* Returns: (transfer full) (nullable): what is in a file, once it is there. */
static char *
read_file (const char *path)
{
  char *bytes = NULL;

  return g_file_get_contents (path, &bytes, NULL, NULL) ? bytes : NULL;
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *begins;
    const char *holds;
  } cases[] = {
    { "stories.csv", "\xef\xbb\xbf\"Stories by month\",\"Stories\"\r\n", "\"2026-03\",\"2\"\r\n" },
    { "statistics.csv", "\xef\xbb\xbf\"Stories by month\"", "\"Ko Yun-bae\",\"2\"\r\n" },
    { "speakers.svg", "<?xml", "Ko Yun-bae" },
    { "speakers.png", "\x89PNG", "\x89PNG" },
  };

  start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].file, NULL);
      g_autofree char *bytes = NULL;

      g_test_message ("%s", cases[i].file);
      desk_window_write_chart (fixture->window, cases[i].file, path);
      wait_until ((bytes = read_file (path)) != NULL);
      g_assert_true (g_str_has_prefix (bytes, cases[i].begins));
      g_assert_nonnull (strstr (bytes, cases[i].holds));
    }
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

UNIT (statistics)
{
  gtk_test_init (&argc, &argv, NULL);
  TEST ("/statistics/told", test_told);
  TEST ("/statistics/narrowed", test_narrowed);
  TEST ("/statistics/overtaken", test_overtaken);
  TEST ("/statistics/followed", test_followed);
  TEST ("/statistics/nothing", test_nothing);
  TEST ("/statistics/saved", test_saved);
  return run_with_application ();
}
