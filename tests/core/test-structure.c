/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-classifier.h"
#include "bul-history.h"
#include "bul-import.h"
#include "bul-importers.h"

static const char *const words[]
    = { "a",  "[",      "]",        ":",         "\"", "/",        "[Anchor]",
        "가", "[기자]", "[Report]", "공지·정정", ".",  "Reporter", "" };

static GPtrArray *
list_scripts (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "data", "import", "kbs", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (paths->len, >=, 12);
  return paths;
}

static BulStory *
read_story (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BulImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  import = bul_importers_read (bytes, path, NULL, &error);
  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static gboolean
is_blank (const char *text)
{
  return strspn (text, " \t") == strlen (text);
}

static const char *
next_line (const BulScript *script, guint i)
{
  while (++i < script->blocks->len)
    if (!is_blank (((BulBlock *) script->blocks->pdata[i])->text))
      return ((BulBlock *) script->blocks->pdata[i])->text;
  return NULL;
}

/* Every line is what it would be if the whole script were read from its top. */
static void
assert_as_whole (const BulStory *story)
{
  const BulScript *script = bul_story_get_script (story);
  BulClassifierState state;

  bul_classifier_start (&state);
  for (guint i = 0; i < script->blocks->len; i++)
    bul_classifier_survey (&state, ((BulBlock *) script->blocks->pdata[i])->text);
  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];
      BulReading reading;

      if (is_blank (block->text))
        continue;
      reading = bul_classifier_read (&state, block->text, next_line (script, i));
      if (reading.kind != block->kind || reading.section != block->section)
        g_error ("“%s” is %u in %u, not %u in %u", block->text, block->kind, block->section,
                 reading.kind, reading.section);
    }
}

static void
test_import_reads_the_same (void)
{
  g_autoptr (GPtrArray) paths = list_scripts ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (BulStory) story = read_story (paths->pdata[i]);

      g_test_message ("%s", (char *) paths->pdata[i]);
      assert_as_whole (story);
    }
}

static void
random_edit (GRand *rand, BulHistory *history)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  const BulBlock *block = script->blocks->pdata[g_rand_int_range (rand, 0, script->blocks->len)];
  guint n_chars = bul_chars_count (block->text);
  guint at = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 0, n_chars + 1);
  g_autofree char *key = g_strdup (block->key);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      bul_history_split (history, key, at, NULL);
      break;
    case 1:
      bul_history_join (history, key, NULL);
      break;
    case 2:
      bul_history_undo (history);
      break;
    case 3:
      bul_history_redo (history);
      break;
    default:
      bul_history_replace (history, key, at, g_rand_int_range (rand, 0, MIN (8, n_chars - at) + 1),
                           words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))], NULL);
      break;
    }
}

/* Reading on from a changed line only is the same as reading the whole again. */
static void
test_random_edits (void)
{
  g_autoptr (GPtrArray) paths = list_scripts ();
  guint n_rounds = g_test_slow () ? 40 : 2;

  for (guint i = 0; i < paths->len * n_rounds; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (BulHistory) history = bul_history_new (read_story (paths->pdata[i % paths->len]));

      for (guint j = 0; j < 80; j++)
        {
          random_edit (rand, history);
          assert_as_whole (bul_history_get_story (history));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/import-reads-the-same", test_import_reads_the_same);
  g_test_add_func ("/structure/random-edits", test_random_edits);
  return g_test_run ();
}
