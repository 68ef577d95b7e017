/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search.h"

#include <gtk/gtk.h>
#include <string.h>

#include "bul-error.h"
#include "desk-style.h"
#include "script-editor.h"
#include "unit.h"

#define LIMIT_SECONDS 20
#define STEPS 400
#define N_LINES 5000

static const char *const ferry[] = {
  "The ferry sails again, and 27 letters came.",   "It carried 127 passengers; the Ferry is full.",
  "단포항에서 첫 배가 떠났습니다. 배는 작습니다.", "",
  "Two ferry\u2028rows of one ferry 🚢 ferry",      NULL,
};

static BulStory *
make_story (const char *const *lines, guint n_times)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  guint n_blocks = 0;

  for (guint i = 0; i < n_times; i++)
    for (guint j = 0; lines[j] != NULL; j++)
      {
        g_autofree char *key = g_strdup_printf ("b%u", ++n_blocks);

        g_ptr_array_add (script->blocks,
                         bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, lines[j]));
      }
  g_ptr_array_add (story->scripts, script);
  return story;
}

static BulFinder *
make_finder (const char *text, BulPatternFlags flags)
{
  g_autoptr (GError) error = NULL;
  BulPattern *pattern = bul_pattern_new (text, flags, &error);

  g_assert_no_error (error);
  return bul_finder_new (pattern);
}

static void
finish (DeskSearch *search)
{
  gint64 limit = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;

  while (!desk_search_is_done (search))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
assert_next (DeskSearch *search, guint line, guint offset, guint line_found, guint start)
{
  DeskHit hit;

  g_assert_true (desk_search_get_next (search, line, offset, &hit));
  g_assert_cmpuint (hit.line, ==, line_found);
  g_assert_cmpuint (hit.range.start, ==, start);
}

static void
assert_previous (DeskSearch *search, guint line, guint offset, guint line_found, guint start)
{
  DeskHit hit;

  g_assert_true (desk_search_get_previous (search, line, offset, &hit));
  g_assert_cmpuint (hit.line, ==, line_found);
  g_assert_cmpuint (hit.range.start, ==, start);
}

static void
test_places (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (make_story (ferry, 1));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  g_autoptr (DeskSearch) search = desk_search_new ();
  DeskHit hit = { 9, { 9, 9 } };

  desk_search_set_buffer (search, buffer);
  g_assert_false (desk_search_get_next (search, 0, 0, &hit));
  desk_search_set_finder (search, make_finder ("ferry", 0));
  finish (search);
  g_assert_cmpuint (desk_search_get_n_hits (search), ==, 5);
  g_assert_cmpuint (desk_search_get_n_hits_in_line (search, 4), ==, 3);
  assert_next (search, 0, 0, 0, 4);
  assert_next (search, 0, 4, 0, 4);
  assert_next (search, 0, 5, 1, 31);
  assert_next (search, 2, 0, 4, 4);
  assert_next (search, 4, 31, 0, 4);
  assert_previous (search, 0, 4, 4, 30);
  assert_previous (search, 4, 4, 1, 31);
  assert_previous (search, 4, 99, 4, 30);

  hit = (DeskHit){ 4, { 22, 27 } };
  g_assert_cmpuint (desk_search_get_number (search, &hit), ==, 4);
  hit.range.end = 26;
  g_assert_cmpuint (desk_search_get_number (search, &hit), ==, 0);

  desk_search_set_finder (search, NULL);
  g_assert_cmpuint (desk_search_get_n_hits (search), ==, 0);
  g_assert_false (desk_search_get_next (search, 0, 0, &hit));
}

/* What is marked in the text, line by line, as offset and length. */
static char *
dup_marked (DeskBuffer *buffer)
{
  GtkTextTag *tag = desk_style_table_get_tag (
      gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), DESK_STYLE_HIT);
  GString *marked = g_string_new (NULL);
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &at);
  while (gtk_text_iter_starts_tag (&at, tag) || gtk_text_iter_forward_to_tag_toggle (&at, tag))
    {
      GtkTextIter start = at;

      if (!gtk_text_iter_starts_tag (&at, tag))
        continue;
      gtk_text_iter_forward_to_tag_toggle (&at, tag);
      g_string_append_printf (marked, "%d:%d-%d ", gtk_text_iter_get_line (&start),
                              gtk_text_iter_get_line_offset (&start),
                              gtk_text_iter_get_line_offset (&at));
    }
  return g_string_free (marked, FALSE);
}

/* The same, as the core finds it. Places that touch are one mark. */
static char *
dup_found (DeskBuffer *buffer, BulFinder *finder)
{
  const BulScript *script = desk_buffer_get_script (buffer);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < script->blocks->len; i++)
    {
      g_autoptr (GArray) matches = bul_finder_look (finder, script->blocks->pdata[i], NULL, NULL);

      for (guint j = 0; j < matches->len; j++)
        {
          guint start = g_array_index (matches, BulPatternMatch, j).start;

          while (j + 1 < matches->len
                 && g_array_index (matches, BulPatternMatch, j + 1).start
                        == g_array_index (matches, BulPatternMatch, j).end)
            j++;
          g_string_append_printf (found, "%u:%u-%u ", i, start,
                                  g_array_index (matches, BulPatternMatch, j).end);
        }
    }
  return g_string_free (found, FALSE);
}

static guint
count_found (DeskBuffer *buffer, BulFinder *finder)
{
  const BulScript *script = desk_buffer_get_script (buffer);
  guint n_hits = 0;

  for (guint i = 0; i < script->blocks->len; i++)
    {
      g_autoptr (GArray) matches = bul_finder_look (finder, script->blocks->pdata[i], NULL, NULL);

      n_hits += matches->len;
    }
  return n_hits;
}

static void
assert_true_to_script (DeskSearch *search, DeskBuffer *buffer, BulFinder *finder)
{
  g_autofree char *marked = NULL;
  g_autofree char *found = NULL;

  finish (search);
  marked = dup_marked (buffer);
  found = dup_found (buffer, finder);
  g_assert_cmpstr (marked, ==, found);
  g_assert_cmpuint (desk_search_get_n_hits (search), ==, count_found (buffer, finder));
}

static void
test_marks (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (make_story (ferry, 1));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  g_autoptr (DeskSearch) search = desk_search_new ();
  g_autoptr (BulFinder) plain = make_finder ("ferry", 0);
  g_autoptr (BulFinder) korean = make_finder ("배", BUL_PATTERN_WORD | BUL_PATTERN_PARTICLES);
  g_autofree char *none = NULL;

  desk_search_set_buffer (search, buffer);
  desk_search_set_finder (search, make_finder ("ferry", 0));
  assert_true_to_script (search, buffer, plain);
  desk_search_set_finder (search, make_finder ("배", BUL_PATTERN_WORD | BUL_PATTERN_PARTICLES));
  assert_true_to_script (search, buffer, korean);
  g_assert_cmpuint (desk_search_get_n_hits (search), ==, 2);
  desk_search_set_finder (search, NULL);
  none = dup_marked (buffer);
  g_assert_cmpstr (none, ==, "");
}

static guint
choose (gpointer data, guint n)
{
  return (guint) g_rand_int_range (data, 0, (gint32) n);
}

static char *
write_words (gpointer data)
{
  static const char *const words[] = { "ferry", "fer", "ry ", "The", "배", "가 ", "[Anchor]", " " };

  return g_strdup (words[g_rand_int_range (data, 0, G_N_ELEMENTS (words))]);
}

/* Whatever hands do, what is found and marked is what the script reads, and the rest of its looks
 * stays as it is without a search. */
static void
test_follows_edits (void)
{
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      ScriptEditor editor = { choose, write_words, rand };
      g_autoptr (DeskDocument) document = desk_document_new (make_story (ferry, 2));
      g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
      g_autoptr (DeskSearch) search = desk_search_new ();
      g_autoptr (BulFinder) finder = make_finder ("ferry|배", BUL_PATTERN_REGEX);

      desk_search_set_buffer (search, buffer);
      desk_search_set_finder (search, make_finder ("ferry|배", BUL_PATTERN_REGEX));
      for (guint i = 0; i < STEPS; i++)
        {
          script_editor_edit (&editor, desk_document_get_history (document));
          if (i % 3 == 0)
            assert_true_to_script (search, buffer, finder);
        }
      assert_true_to_script (search, buffer, finder);
      desk_search_set_buffer (search, NULL);
      desk_buffer_close (buffer);
    }
}

static void
count_cb (DeskSearch *search, gpointer data)
{
  (*(guint *) data)++;
}

/* A long script is looked through in many slices, and words typed meanwhile are found as well. */
static void
test_long_script (void)
{
  g_autoptr (DeskDocument) document
      = desk_document_new (make_story (ferry, N_LINES / (G_N_ELEMENTS (ferry) - 1)));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  g_autoptr (DeskSearch) search = desk_search_new ();
  g_autoptr (BulFinder) finder = make_finder ("(f)(e)(r+)y", BUL_PATTERN_REGEX);
  g_autoptr (GError) error = NULL;
  guint n_slices = 0;
  DeskHit hit;

  desk_search_set_buffer (search, buffer);
  g_signal_connect (search, "changed", G_CALLBACK (count_cb), &n_slices);
  desk_search_set_finder (search, make_finder ("(f)(e)(r+)y", BUL_PATTERN_REGEX));
  g_assert_false (desk_search_is_done (search));
  g_assert_true (desk_search_get_next (search, 0, 0, &hit));
  g_assert_true (
      bul_history_replace (desk_document_get_history (document), "b1", 0, 0, "Ferry ", &error));
  g_assert_no_error (error);
  finish (search);
  g_assert_cmpuint (n_slices, >, 2);
  g_assert_cmpuint (desk_search_get_n_hits (search), ==, N_LINES + 1);
  assert_true_to_script (search, buffer, finder);

  desk_search_set_finder (search, make_finder ("nowhere", 0));
  desk_search_set_finder (search, NULL);
  g_assert_true (desk_search_is_done (search));
}

/* An expression that would never end is given up, and another one is taken up as ever. */
static void
test_runaway (void)
{
  g_autofree char *many = g_strnfill (3000, 'a');
  g_autofree char *long_line = g_strconcat (many, "?", NULL);
  const char *lines[] = { "short", long_line, "aa!", NULL };
  g_autoptr (DeskDocument) document = desk_document_new (make_story (lines, 1));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  g_autoptr (DeskSearch) search = desk_search_new ();

  desk_search_set_buffer (search, buffer);
  desk_search_set_finder (search, make_finder ("(a+)+$", BUL_PATTERN_REGEX));
  finish (search);
  g_assert_error (desk_search_get_error (search), BUL_ERROR, BUL_ERROR_REFUSED);
  desk_search_set_finder (search, make_finder ("a!", 0));
  finish (search);
  g_assert_no_error (desk_search_get_error (search));
  g_assert_cmpuint (desk_search_get_n_hits (search), ==, 1);
}

UNIT (search)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/places", test_places);
  g_test_add_func ("/search/marks", test_marks);
  g_test_add_func ("/search/follows-edits", test_follows_edits);
  g_test_add_func ("/search/long-script", test_long_script);
  g_test_add_func ("/search/runaway", test_runaway);
  return g_test_run ();
}
