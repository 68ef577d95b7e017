/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "desk-view.h"
#include "editor-hands.h"
#include "unit.h"

#define STEPS 400

/* A story in two languages, and a buffer for either of its scripts. */
typedef struct
{
  DeskDocument *document;
  BulHistory *history;
  DeskBuffer *english;
  DeskBuffer *korean;
} Scripts;

static BulScript *
make_korean (void)
{
  static const char *const lines[]
      = { "여객선이 다시 운항합니다.", "승객 1,027명을 태웠습니다.", NULL };
  BulScript *script = bul_script_new ("k2", "ko");

  script->role = BUL_SCRIPT_TRANSLATION;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", 11 + i);

      g_ptr_array_add (script->blocks,
                       bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, lines[i]));
    }
  return script;
}

static void
set_up (Scripts *scripts, gconstpointer data)
{
  BulStory *story = hands_make_story (hands_ferry);

  g_ptr_array_add (story->scripts, make_korean ());
  scripts->document = desk_document_new (story);
  scripts->history = desk_document_get_history (scripts->document);
  scripts->english = desk_buffer_new (scripts->document, NULL);
  scripts->korean = desk_buffer_new (scripts->document, "k2");
}

static void
tear_down (Scripts *scripts, gconstpointer data)
{
  desk_buffer_close (scripts->english);
  desk_buffer_close (scripts->korean);
  g_object_unref (scripts->english);
  g_object_unref (scripts->korean);
  g_assert_finalize_object (scripts->document);
}

static void
place_caret (DeskBuffer *buffer, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}

static int
get_caret (DeskBuffer *buffer)
{
  int offset;

  g_object_get (buffer, "cursor-position", &offset, NULL);
  return offset;
}

/* What is typed in one goes to that one alone, and undo takes back what was done last in either. */
static void
test_apart (Scripts *scripts, gconstpointer data)
{
  g_autofree char *english = hands_get_text (scripts->english);
  g_autofree char *korean = hands_get_text (scripts->korean);
  guint n_edits;

  place_caret (scripts->english, 9);
  hands_insert (scripts->korean, 0, "오늘 ");
  g_assert_cmpuint (desk_buffer_count_edits (scripts->english), ==, 0);
  g_assert_cmpuint (desk_buffer_count_edits (scripts->korean), ==, 1);
  hands_assert_text (scripts->english, english);
  g_assert_cmpint (get_caret (scripts->english), ==, 9);

  hands_insert (scripts->english, 0, "Today ");
  hands_assert_true_to_story (scripts->english);
  hands_assert_true_to_story (scripts->korean);
  g_assert_true (bul_history_undo (scripts->history));
  hands_assert_text (scripts->english, english);
  n_edits = desk_buffer_count_edits (scripts->english);
  g_assert_true (bul_history_undo (scripts->history));
  hands_assert_text (scripts->korean, korean);
  g_assert_cmpuint (desk_buffer_count_edits (scripts->english), ==, n_edits);
  g_assert_false (bul_history_can_undo (scripts->history));
}

static void
test_at_random (Scripts *scripts, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (BulRecord) before = bul_record_copy (desk_document_get_story (scripts->document));
  HandsDesk desk = { scripts->document, { scripts->english, scripts->korean }, rand };

  for (guint i = 0; i < STEPS; i++)
    {
      hands_do_something (&desk);
      hands_assert_true_to_story (scripts->english);
      hands_assert_true_to_story (scripts->korean);
    }
  hands_assert_styled (scripts->english);
  hands_assert_styled (scripts->korean);
  while (bul_history_undo (scripts->history))
    ;
  g_assert_true (bul_record_equal (desk_document_get_story (scripts->document), before));
  hands_assert_true_to_story (scripts->english);
  hands_assert_true_to_story (scripts->korean);
}

/* A script that goes and comes back beside another leaves the caret there alone. */
static void
test_comes_and_goes (Scripts *scripts, gconstpointer data)
{
  g_autofree char *korean = hands_get_text (scripts->korean);

  place_caret (scripts->english, 9);
  g_assert_true (bul_history_remove (scripts->history, NULL, "scripts", 1, NULL));
  g_assert_null (desk_buffer_get_script (scripts->korean));
  hands_assert_text (scripts->korean, "");
  hands_insert (scripts->korean, 0, "가");
  g_assert_cmpuint (desk_document_get_story (scripts->document)->scripts->len, ==, 1);
  g_assert_true (bul_history_undo (scripts->history));
  hands_assert_text (scripts->korean, korean);
  hands_assert_true_to_story (scripts->korean);
  g_assert_cmpint (get_caret (scripts->english), ==, 9);
}

static void
test_read_time (Scripts *scripts, gconstpointer data)
{
  DeskReadTime *source = desk_document_get_read_time (scripts->document);
  BulReadTime *korean = desk_read_time_get_time_of (source, "k2");
  double before = bul_seconds_sum (bul_read_time_get_total (korean));

  g_assert_true (desk_read_time_get_time_of (source, "k1") == desk_read_time_get_time (source));
  g_assert_cmpfloat (before, >, 0);
  hands_insert (scripts->korean, 0, "오늘 아침 ");
  g_assert_cmpfloat (bul_seconds_sum (bul_read_time_get_total (korean)), >, before);
}

/* Each view goes from finding to finding in its own script. */
static void
test_findings (Scripts *scripts, gconstpointer data)
{
  DeskFindings *findings = desk_document_get_findings (scripts->document);
  const BulScript *english = desk_buffer_get_script (scripts->english);
  const BulScript *korean = desk_buffer_get_script (scripts->korean);
  const BulFinding *finding;
  guint number;

  hands_insert (scripts->korean, 0, "\u202e");
  number = desk_findings_get_next (findings, korean, 0, 0);
  g_assert_cmpuint (number, >, 0);
  finding = desk_findings_get_open (findings)->pdata[number - 1];
  g_assert_cmpint (bul_script_find_block (korean, finding->block), >=, 0);
  number = desk_findings_get_next (findings, english, 0, 0);
  if (number > 0)
    {
      finding = desk_findings_get_open (findings)->pdata[number - 1];
      g_assert_cmpint (bul_script_find_block (english, finding->block), >=, 0);
    }
}

#define ADD(path, test) g_test_add (path, Scripts, NULL, set_up, test, tear_down)

UNIT (scripts)
{
  gtk_test_init (&argc, &argv);

  ADD ("/scripts/apart", test_apart);
  ADD ("/scripts/at-random", test_at_random);
  ADD ("/scripts/comes-and-goes", test_comes_and_goes);
  ADD ("/scripts/read-time", test_read_time);
  ADD ("/scripts/findings", test_findings);
  return g_test_run ();
}
