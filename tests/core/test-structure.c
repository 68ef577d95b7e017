/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-history.h"
#include "bul-import.h"
#include "bul-importers.h"
#include "bul-line-reader.h"
#include "unit.h"

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

typedef void (*Reader) (BulBlock *block, BulReading reading);

typedef struct
{
  const BulScript *script;
  Reader reader;
} Reading;

static void
read_line (guint line, const BulReading *reading, gpointer data)
{
  const Reading *self = data;

  self->reader (self->script->blocks->pdata[line], *reading);
}

/* Reads the script from its top, past the lines that were given their kind. */
static void
read_whole (const BulStory *story, Reader reader)
{
  g_autoptr (BulLineReader) lines = bul_line_reader_new ();
  Reading reading = { bul_story_get_script (story), reader };

  for (guint i = 0; i < reading.script->blocks->len; i++)
    {
      const BulBlock *block = reading.script->blocks->pdata[i];

      bul_line_reader_insert (lines, i, block->given ? "" : block->text);
    }
  bul_line_reader_read (lines, read_line, &reading);
}

static void
assert_read (BulBlock *block, BulReading reading)
{
  if (reading.kind != block->kind || reading.section != block->section)
    g_error ("“%s” is %u in %u, not %u in %u", block->text, block->kind, block->section,
             reading.kind, reading.section);
}

/* Every line is what it would be if the whole script were read from its top. */
static void
assert_as_whole (const BulStory *story)
{
  read_whole (story, assert_read);
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

/* Lines that are joined to one block say less of the house than they did by themselves. */
static void
test_joined_reads_the_same (void)
{
  static const char *const texts[] = {
    "Wendell Oyama:\nIt scared me when it did not move.\n\nEsme Tallow:\nThey bought 62 houses.\n"
    "\n◀INT▶ 탁고운/온솔시 윗말\nMo Dalsu: They sleep standing.\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (BulImport) import = bul_importers_read (bytes, "a.txt", NULL, NULL);

      assert_as_whole (import->stories->pdata[0]);
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

/* Lines that are given here are cues in a talk, which no line of these scripts is by its words. */
static void
assert_given (const BulStory *story)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (block->given && (block->kind != BUL_BLOCK_CUE || block->section != BUL_SECTION_TALK))
        g_error ("“%s” was given its kind and is %u in %u", block->text, block->kind,
                 block->section);
    }
}

static void
keep_reading (BulBlock *block, BulReading reading)
{
  block->kind = reading.kind;
  block->section = reading.section;
}

static BulStory *
read_story_with_given (const char *path, GRand *rand)
{
  BulStory *story = read_story (path);
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; i < script->blocks->len; i++)
    if (g_rand_int_range (rand, 0, 4) == 0)
      {
        BulBlock *block = script->blocks->pdata[i];

        block->given = TRUE;
        block->kind = BUL_BLOCK_CUE;
        block->section = BUL_SECTION_TALK;
      }
  read_whole (story, keep_reading);
  return story;
}

/* Lines that were given their kind keep it, and the others are read as if these were not there. */
static void
test_random_edits_beside_given (void)
{
  g_autoptr (GPtrArray) paths = list_scripts ();
  guint n_rounds = g_test_slow () ? 40 : 2;

  for (guint i = 0; i < paths->len * n_rounds; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      BulStory *story = read_story_with_given (paths->pdata[i % paths->len], rand);
      g_autoptr (BulStory) before = bul_record_copy (story);
      g_autoptr (BulHistory) history = bul_history_new (story);

      for (guint j = 0; j < 80; j++)
        {
          random_edit (rand, history);
          assert_as_whole (bul_history_get_story (history));
          assert_given (bul_history_get_story (history));
        }
      while (bul_history_undo (history))
        assert_given (bul_history_get_story (history));
      g_assert_true (bul_record_equal (bul_history_get_story (history), before));
    }
}

/* A script of three lines, the second of which was given its kind. */
static BulHistory *
history_with_cue (void)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  BulBlock *cue = bul_block_new ("b2", BUL_BLOCK_CUE, BUL_SECTION_LEAD, "Roll the harbour shots");

  cue->given = TRUE;
  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_MARKER, BUL_SECTION_LEAD, "[Anchor]"));
  g_ptr_array_add (script->blocks, cue);
  g_ptr_array_add (script->blocks, bul_block_new ("b3", BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD,
                                                  "The ferry sails again."));
  return bul_history_new (story);
}

static const BulBlock *
block_at (BulHistory *history, guint i)
{
  return bul_story_get_script (bul_history_get_story (history))->blocks->pdata[i];
}

static void
edit_other_line (BulHistory *history)
{
  g_assert_true (bul_history_replace (history, "b1", 1, 6, "Report", NULL));
}

static void
type_in_it (BulHistory *history)
{
  g_assert_true (bul_history_replace (history, "b2", 4, 0, "!", NULL));
  g_assert_true (bul_history_replace (history, "b2", 5, 0, "!", NULL));
}

static void
type_and_take_back (BulHistory *history)
{
  g_assert_true (bul_history_replace (history, "b2", 4, 0, "!", NULL));
  g_assert_true (bul_history_replace (history, "b2", 4, 1, "", NULL));
}

static void
split_inside (BulHistory *history)
{
  g_assert_true (bul_history_split (history, "b2", 4, NULL));
}

static void
split_behind (BulHistory *history)
{
  g_assert_true (bul_history_split (history, "b2", 22, NULL));
}

static void
split_before (BulHistory *history)
{
  g_assert_true (bul_history_split (history, "b2", 0, NULL));
}

static void
join_next (BulHistory *history)
{
  g_assert_true (bul_history_join (history, "b2", NULL));
}

static void
join_to_line_before (BulHistory *history)
{
  g_assert_true (bul_history_join (history, "b1", NULL));
}

/* A given kind goes with the words it was given to, and comes back with them. */
static void
test_given (void)
{
  static const struct
  {
    const char *what;
    void (*edit) (BulHistory *history);
    guint at; /* where to look afterwards */
    gboolean given;
    BulBlockKind kind;
    BulSection section;
  } cases[] = {
    /* its words stay */
    { "another line", edit_other_line, 1, TRUE, BUL_BLOCK_CUE, BUL_SECTION_LEAD },
    { "as it was", type_and_take_back, 1, TRUE, BUL_BLOCK_CUE, BUL_SECTION_LEAD },
    { "split behind", split_behind, 1, TRUE, BUL_BLOCK_CUE, BUL_SECTION_LEAD },
    { "moved down", split_before, 2, TRUE, BUL_BLOCK_CUE, BUL_SECTION_LEAD },
    /* its words change */
    { "typed", type_in_it, 1, FALSE, BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD },
    { "split", split_inside, 1, FALSE, BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD },
    { "split, second", split_inside, 2, FALSE, BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD },
    { "joined", join_next, 1, FALSE, BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD },
    { "joined to the mark", join_to_line_before, 0, FALSE, BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = history_with_cue ();
      g_autoptr (BulStory) before = bul_record_copy (bul_history_get_story (history));
      g_autoptr (BulStory) after = NULL;
      const BulBlock *block;

      g_test_message ("%s", cases[i].what);
      cases[i].edit (history);
      block = block_at (history, cases[i].at);
      g_assert_cmpint (block->given, ==, cases[i].given);
      g_assert_cmpint (block->kind, ==, cases[i].kind);
      g_assert_cmpint (block->section, ==, cases[i].section);

      after = bul_record_copy (bul_history_get_story (history));
      while (bul_history_undo (history))
        ;
      g_assert_true (bul_record_equal (bul_history_get_story (history), before));
      while (bul_history_redo (history))
        ;
      g_assert_true (bul_record_equal (bul_history_get_story (history), after));
    }
}

UNIT (structure)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/import-reads-the-same", test_import_reads_the_same);
  g_test_add_func ("/structure/joined-reads-the-same", test_joined_reads_the_same);
  g_test_add_func ("/structure/random-edits", test_random_edits);
  g_test_add_func ("/structure/random-edits-beside-given", test_random_edits_beside_given);
  g_test_add_func ("/structure/given", test_given);
  return g_test_run ();
}
