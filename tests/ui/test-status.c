/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-fold.h"
#include "desk-ribbon.h"
#include "desk-settings.h"
#include "desk-status.h"
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

/* The row below the script: how long it takes on air. */

static GtkLabel *
find_label (gpointer root, const char *beginning)
{
  for (guint i = 0; has (root, GTK_TYPE_LABEL, i); i++)
    {
      GtkLabel *label = find (root, GTK_TYPE_LABEL, i);

      if (gtk_widget_get_visible (GTK_WIDGET (label))
          && g_str_has_prefix (gtk_label_get_text (label), beginning))
        return label;
    }
  return NULL;
}

/* Whether the row shows @words, in the place where they would be. */
static gboolean
shows (Fixture *fixture, const char *words)
{
  GtkLabel *label = find_label (find (fixture->window, DESK_TYPE_FOLD, 0), words);

  return label != NULL && gtk_widget_get_child_visible (GTK_WIDGET (label));
}

static GtkTextBuffer *
get_text (Fixture *fixture)
{
  return GTK_TEXT_BUFFER (desk_view_get_buffer (find (fixture->window, DESK_TYPE_VIEW, 0)));
}

static void
find_words (Fixture *fixture, const char *words, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_start_iter (get_text (fixture), start);
  g_assert_true (gtk_text_iter_forward_search (start, words, 0, start, end, NULL));
}

static void
set_rate (const char *key, guint rate)
{
  g_autoptr (GSettings) settings = desk_settings_new ();

  g_assert_nonnull (settings);
  if (rate == 0)
    g_settings_reset (settings, key);
  else
    g_settings_set_uint (settings, key, rate);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkLabel *report;

  open_sample (fixture);
  wait_until (shows (fixture, "Total 1:36"));
  g_assert_true (shows (fixture, "Lead 0:19"));
  g_assert_true (shows (fixture, "Report 1:17"));
  g_assert_false (shows (fixture, "Selection"));
  g_assert_false (shows (fixture, "Talk"));
  g_assert_true (shows (fixture, "English"));
  g_assert_true (shows (fixture, "· 160 words/min"));
  g_assert_true (shows (fixture, "Saved"));

  report = find_label (fixture->window, "Report 1:17");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (report)), ==,
                   "Of which soundbites 0:15");
}

static void
test_follows_typing (Fixture *fixture, gconstpointer data)
{
  DeskRibbon *ribbon;
  GtkTextIter start;
  GtkTextIter end;
  double total;

  open_sample (fixture);
  wait_until (shows (fixture, "Lead 0:19"));
  ribbon = find (fixture->window, DESK_TYPE_RIBBON, 0);
  total = desk_ribbon_get_total (ribbon);
  find_words (fixture, "A winter storm", &start, &end);
  gtk_text_buffer_insert (get_text (fixture), &start, "One two three four five six seven eight. ",
                          -1);
  wait_until (shows (fixture, "Lead 0:22"));
  g_assert_true (shows (fixture, "Report 1:17"));
  g_assert_cmpfloat_with_epsilon (desk_ribbon_get_total (ribbon), total + 3, 0.01);

  press (fixture, "win.undo");
  wait_until (shows (fixture, "Lead 0:19"));
}

static void
test_selection_and_caret (Fixture *fixture, gconstpointer data)
{
  DeskRibbon *ribbon;
  GtkTextIter start;
  GtkTextIter end;
  double from;
  double to;

  open_sample (fixture);
  wait_until (shows (fixture, "Total 1:36"));
  ribbon = find (fixture->window, DESK_TYPE_RIBBON, 0);
  g_assert_false (desk_ribbon_get_selection (ribbon, &from, &to));

  find_words (fixture, "People who had gone to the mainland", &start, &end);
  gtk_text_buffer_select_range (get_text (fixture), &start, &end);
  wait_until (shows (fixture, "Selection 0:03"));
  /* behind the lead and the first line of the report: 0:19 and 27 words */
  g_assert_true (shows (fixture, "To caret 0:29"));
  g_assert_true (desk_ribbon_get_selection (ribbon, &from, &to));
  g_assert_cmpfloat_with_epsilon (to - from, 7 / 160.0 * 60, 0.01);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ribbon), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Caret at 0:29 of 1:36");

  gtk_text_buffer_place_cursor (get_text (fixture), &end);
  wait_until (!shows (fixture, "Selection"));
  wait_until (shows (fixture, "To caret 0:32"));
}

static void
test_ribbon_goes_there (Fixture *fixture, gconstpointer data)
{
  DeskView *view;
  DeskRibbon *ribbon;
  const BulBlock *block = NULL;
  guint n_read = 0;
  const BulScript *script;

  open_sample (fixture);
  wait_until (shows (fixture, "Total 1:36"));
  ribbon = find (fixture->window, DESK_TYPE_RIBBON, 0);
  view = find (fixture->window, DESK_TYPE_VIEW, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ribbon), GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ribbon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Read time");

  script = bul_story_get_script (bul_history_get_story (get_history (fixture)));
  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *other = script->blocks->pdata[i];

      n_read += bul_block_kind_is_read (other->kind);
      if (strstr (other->text, "sacks of rice") != NULL)
        block = other;
    }
  g_assert_cmpuint (desk_ribbon_get_n_runs (ribbon), ==, n_read);

  /* The soundbite begins after the lead and half a minute or so of the report. */
  g_signal_emit_by_name (ribbon, "pressed", 19 + 26.0);
  wait_until (g_strcmp0 (desk_view_get_current_block (view), block->key) == 0);
  wait_until (shows (fixture, "To caret 0:45"));
}

/* What is painted beside a section's head is told as well. */
static void
test_head_tells_time (Fixture *fixture, gconstpointer data)
{
  DeskView *view;
  GtkTextIter start;
  GtkTextIter end;

  open_sample (fixture);
  view = find (fixture->window, DESK_TYPE_VIEW, 0);
  find_words (fixture, "[Report]", &start, &end);
  gtk_text_buffer_place_cursor (get_text (fixture), &start);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "section mark; takes 1:17");
}

/* Seven hundred pixels have room for what is asked for all the time. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;
  GtkTextIter end;

  open_sample (fixture);
  wait_until (shows (fixture, "Lead 0:19"));
  find_words (fixture, "People who had gone to the mainland", &start, &end);
  gtk_text_buffer_select_range (get_text (fixture), &start, &end);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  wait_until (!shows (fixture, "Lead 0:19"));
  g_assert_true (shows (fixture, "Total 1:36"));
  wait_until (shows (fixture, "Selection 0:03"));
  g_assert_true (shows (fixture, "Saved"));
  g_assert_false (shows (fixture, "To caret"));
  g_assert_false (shows (fixture, "English"));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  wait_until (shows (fixture, "Lead 0:19"));
}

static void
test_rates (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  wait_until (shows (fixture, "Total 1:36"));
  set_rate ("rate-en", 320);
  wait_until (shows (fixture, "Total 0:48"));
  g_assert_true (shows (fixture, "· 320 words/min"));
  set_rate ("rate-en", 0);
  wait_until (shows (fixture, "Total 1:36"));
}

static void
test_presenter_of_programme (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = desk_settings_new ();

  open_sample (fixture);
  wait_until (shows (fixture, "Lead 0:19"));
  g_settings_set_value (settings, "presenters",
                        g_variant_new_parsed ("[('Lim Hae-won', uint32 350, uint32 320)]"));
  g_settings_set_value (settings, "programme-presenters",
                        g_variant_new_parsed ("{'News 9': 'Lim Hae-won'}"));
  wait_until (shows (fixture, "Lead 0:10"));
  g_assert_true (shows (fixture, "Report 1:17"));
  g_assert_true (shows (fixture, "English · Lim Hae-won"));
  g_settings_reset (settings, "presenters");
  wait_until (shows (fixture, "Lead 0:19"));
  g_settings_reset (settings, "programme-presenters");
}

/* --- the row by itself */

typedef struct
{
  GtkWidget *window;
  DeskFold *fold;
  GtkWidget *children[4];
} Row;

static void
make_row (Row *row)
{
  static const guint ranks[] = { 2, 0, 1, 3 };

  row->window = gtk_window_new ();
  row->fold = g_object_new (DESK_TYPE_FOLD, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      row->children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (row->children[i], 100, 10);
      if (i < 2)
        desk_fold_append (row->fold, row->children[i], ranks[i]);
      else
        desk_fold_append_end (row->fold, row->children[i], ranks[i]);
    }
  gtk_window_set_child (GTK_WINDOW (row->window), GTK_WIDGET (row->fold));
}

static void
test_fold (void)
{
  static const struct
  {
    const char *what;
    int width;
    gboolean is_shown[4];
  } cases[] = {
    /* four of 100 with 18 between them; ranks 2, 0, 1, 3 */
    { "room for all", 454, { TRUE, TRUE, TRUE, TRUE } },
    { "not for the last rank", 453, { TRUE, TRUE, TRUE, FALSE } },
    { "for two", 218, { FALSE, TRUE, TRUE, FALSE } },
    { "for one", 217, { FALSE, TRUE, FALSE, FALSE } },
  };
  Row row;
  int minimum;
  int natural;

  make_row (&row);
  gtk_widget_measure (GTK_WIDGET (row.fold), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 454);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkAllocation allocation = { 0, 0, cases[i].width, 10 };

      g_test_message ("%s", cases[i].what);
      gtk_widget_size_allocate (GTK_WIDGET (row.fold), &allocation, -1);
      for (guint j = 0; j < G_N_ELEMENTS (row.children); j++)
        g_assert_cmpint (gtk_widget_get_child_visible (row.children[j]), ==, cases[i].is_shown[j]);
    }
  gtk_window_destroy (GTK_WINDOW (row.window));
}

static int
get_text_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "118 passengers");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Text that the desktop makes larger is larger all over the window. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  GtkWidget *status;
  int usual;
  int large;
  int dpi;

  open_sample (fixture);
  status = find (fixture->window, DESK_TYPE_STATUS, 0);
  usual = get_text_height (status);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  large = get_text_height (status);
  g_assert_cmpint (large * 10, >, usual * 17);
  g_object_get (fixture->window->inspector_side, "width-request", &large, NULL);
  g_assert_cmpint (large, ==, 420);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_object_get (fixture->window->inspector_side, "width-request", &usual, NULL);
  g_assert_cmpint (usual, ==, 332);
}

UNIT (status)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/status/parts", test_parts);
  ADD ("/status/follows-typing", test_follows_typing);
  ADD ("/status/selection-and-caret", test_selection_and_caret);
  ADD ("/status/ribbon-goes-there", test_ribbon_goes_there);
  ADD ("/status/head-tells-time", test_head_tells_time);
  ADD ("/status/narrow", test_narrow);
  ADD ("/status/large-text", test_large_text);
  ADD ("/status/rates", test_rates);
  ADD ("/status/presenter-of-programme", test_presenter_of_programme);
#undef ADD
  g_test_add_func ("/status/fold", test_fold);
  return run_with_application ();
}
