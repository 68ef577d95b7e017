/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "desk-findings.h"
#include "desk-read-time.h"
#include "desk-style.h"
#include "editor-hands.h"
#include "script-maker.h"
#include "unit.h"

/* A script of so many lines is not looked at all at once when it is opened. */
#define N_LINES 700
#define STEPS 150

static DeskDocument *
make_document (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new ("[Anchor]\n[Oh/Resident: \"I could not sleep.]");
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < N_LINES; i++)
    {
      g_string_append_c (text, '\n');
      script_maker_append_line (text, rand);
      if (text->str[text->len - 1] == '\n')
        g_string_truncate (text, text->len - 1);
    }
  lines = g_strsplit (text->str, "\n", -1);
  return desk_document_new (hands_make_story ((const char *const *) lines));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
place_caret (DeskBuffer *buffer, int line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, line);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}

static gboolean
has_looks (DeskBuffer *buffer, int line)
{
  GtkTextIter iter;
  GSList *tags;
  gboolean has_some;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, line);
  tags = gtk_text_iter_get_tags (&iter);
  has_some = tags != NULL;
  g_slist_free (tags);
  return has_some;
}

/* What is seen first has its looks at once; where the caret goes they come next, and the rest
 * follows by itself. */
static void
test_looks (void)
{
  g_autoptr (DeskDocument) document = make_document (1);
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);

  g_assert_true (has_looks (buffer, 0));
  g_assert_true (has_looks (buffer, 30));
  g_assert_false (has_looks (buffer, N_LINES - 100));
  place_caret (buffer, N_LINES - 100);
  while (!has_looks (buffer, N_LINES - 110))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (has_looks (buffer, N_LINES - 90));
  g_assert_false (has_looks (buffer, N_LINES / 2));
  settle ();
  g_assert_true (has_looks (buffer, N_LINES / 2));
  hands_assert_styled (buffer);
}

/* Words that go before their line has its looks, and words that are hidden and shown again. */
static void
test_struck (void)
{
  static const int lines[] = { 2, N_LINES / 2, N_LINES - 5 };
  g_autoptr (DeskDocument) document = make_document (2);
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkTextIter iter;
      guint at;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, lines[i]);
      at = gtk_text_iter_get_offset (&iter);
      hands_replace (buffer, at, at + 3, "ferry");
    }
  hands_assert_true_to_story (buffer);
  settle ();
  hands_assert_styled (buffer);
  desk_buffer_set_shows_struck (buffer, FALSE);
  settle ();
  hands_assert_styled (buffer);
  desk_buffer_set_shows_struck (buffer, TRUE);
  hands_assert_true_to_story (buffer);
  settle ();
  hands_assert_styled (buffer);
}

static void
test_random (void)
{
  HandsDesk desk = { .rand = g_rand_new_with_seed (g_test_rand_int ()) };

  desk.document = make_document (3);
  for (guint i = 0; i < 2; i++)
    desk.buffers[i] = desk_buffer_new (desk.document, NULL);
  for (guint i = 0; i < STEPS; i++)
    {
      hands_do_something (&desk);
      if (g_rand_int_range (desk.rand, 0, 4) == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  for (guint i = 0; i < 2; i++)
    {
      hands_assert_true_to_story (desk.buffers[i]);
      settle ();
      hands_assert_styled (desk.buffers[i]);
      g_object_unref (desk.buffers[i]);
    }
  g_object_unref (desk.document);
  g_rand_free (desk.rand);
}

static void
found_cb (gboolean *is_found)
{
  *is_found = TRUE;
}

static void
test_findings (void)
{
  g_autoptr (DeskDocument) document = make_document (4);
  DeskFindings *findings = desk_document_get_findings (document);
  g_autoptr (DeskFindings) asked = desk_findings_new (desk_document_get_history (document));
  gboolean is_found = FALSE;
  guint n_found;

  g_signal_connect_swapped (findings, "changed", G_CALLBACK (found_cb), &is_found);
  g_assert_cmpuint (desk_findings_get_open (findings)->len, ==, 0);
  while (!is_found)
    g_main_context_iteration (NULL, TRUE);
  n_found = desk_findings_get_open (findings)->len;
  g_assert_cmpuint (n_found, >, 0);

  /* Who asks for the next one is told at once. */
  g_assert_cmpuint (desk_findings_get_open (asked)->len, ==, 0);
  g_assert_cmpuint (desk_findings_get_next (
                        asked, bul_story_get_script (desk_document_get_story (document)), 1, 0),
                    >, 0);
  g_assert_cmpuint (desk_findings_get_open (asked)->len, ==, n_found);
  settle ();
}

static void
test_read_time (void)
{
  g_autoptr (DeskDocument) document = make_document (5);
  DeskReadTime *ours = desk_document_get_read_time (document);
  g_autoptr (BulPaces) paces = bul_paces_new ((BulPace){ 0, 0 });
  BulReadTime *whole = bul_read_time_new (desk_document_get_story (document), NULL, paces);
  gboolean is_measured = FALSE;

  g_signal_connect_swapped (ours, "changed", G_CALLBACK (found_cb), &is_measured);
  g_assert_false (desk_read_time_is_ready (ours));
  while (!is_measured)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (desk_read_time_is_ready (ours));
  g_assert_cmpfloat (bul_seconds_sum (bul_read_time_get_total (desk_read_time_get_time (ours))), ==,
                     bul_seconds_sum (bul_read_time_get_total (whole)));
  bul_read_time_free (whole);
}

UNIT (long)
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/long/looks", test_looks);
  g_test_add_func ("/long/struck", test_struck);
  g_test_add_func ("/long/random", test_random);
  g_test_add_func ("/long/findings", test_findings);
  g_test_add_func ("/long/read-time", test_read_time);
  return g_test_run ();
}
