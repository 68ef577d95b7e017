/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-apply.h"
#include "bul-chars.h"
#include "bul-importers.h"
#include "bul-structure.h"
#include "script-editor.h"
#include "script-maker.h"

/* Reading on from a changed line gives what reading the whole gives, and costs by what changed. */

/* Letters typed one by one in a long script read so many lines each, whatever its length: the line
 * itself, those that looked at it as their next, and one to see that all is as it was. */
#define MOST_LINES_A_LETTER 8

static guint
choose (gpointer data, guint n)
{
  return (guint) g_rand_int_range (data, 0, (gint32) n);
}

static char *
write_words (gpointer data)
{
  return g_strdup (script_maker_get_piece (g_rand_int (data)));
}

static GPtrArray *
load_gold (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "import", NULL);
  GPtrArray *scripts = script_maker_load_gold (folder);

  g_assert_cmpuint (scripts->len, >=, 100);
  return scripts;
}

static BulStory *
read_first (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, "script.txt", NULL, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static void
edit_at_random (GBytes *bytes, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ScriptEditor editor = { choose, write_words, rand };
  BulStory *story = read_first (bytes);
  g_autoptr (BulStory) before = bul_record_copy (story);
  g_autoptr (BulHistory) history = bul_history_new (story);

  for (guint i = 0; i < 12; i++)
    {
      script_editor_edit (&editor, history);
      script_editor_assert_read_whole (bul_history_get_story (history));
    }
  while (bul_history_undo (history))
    ;
  g_assert_true (bul_record_equal (bul_history_get_story (history), before));
}

/* Every script of every house, whatever hands do to it. */
static void
test_houses (void)
{
  g_autoptr (GPtrArray) scripts = load_gold ();
  guint n_rounds = g_test_slow () ? 60 : 1;

  for (guint round = 0; round < n_rounds; round++)
    for (guint i = 0; i < scripts->len; i++)
      edit_at_random (scripts->pdata[i], round * 1000 + i);
}

/* --- what an edit costs */

typedef struct
{
  BulStory *story;
  BulStructure *structure;
  BulKeys keys;
} Desk;

static void
desk_start (Desk *desk, BulStory *story)
{
  desk->story = story;
  desk->structure = bul_structure_new ();
  bul_keys_start (&desk->keys, story);
}

static void
desk_stop (Desk *desk)
{
  bul_structure_free (desk->structure);
  bul_record_free (desk->story);
}

static void
apply (Desk *desk, const BulEdit *edit)
{
  g_autoptr (GError) error = NULL;

  bul_structure_prepare (desk->structure, desk->story);
  g_assert_true (bul_apply_edit (desk->story, edit, &error));
  g_assert_no_error (error);
  bul_structure_note (desk->structure, desk->story, edit);
}

/* Types @text into block @position at @at, and all that follows from it.
 * Returns: how many lines were read beyond those that are read otherwise now. */
static guint
type (Desk *desk, guint position, guint at, const char *text)
{
  const BulBlock *block = bul_story_get_script (desk->story)->blocks->pdata[position];
  g_autoptr (GPtrArray) entailed = NULL;
  BulEdit *edit = bul_edit_new (BUL_EDIT_TEXT, block->key, at);
  guint64 before;
  guint n_read;

  bul_structure_prepare (desk->structure, desk->story);
  before = bul_structure_count_read (desk->structure);
  g_free (edit->inserted);
  edit->inserted = g_strdup (text);
  apply (desk, edit);
  bul_record_free (edit);
  entailed = bul_structure_follow (desk->structure, desk->story, &desk->keys);
  for (guint i = 0; i < entailed->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (bul_apply_edit (desk->story, entailed->pdata[i], &error));
      g_assert_no_error (error);
    }
  bul_structure_settle (desk->structure);
  n_read = (guint) (bul_structure_count_read (desk->structure) - before);
  return n_read - MIN (n_read, entailed->len);
}

static BulStory *
make_long (guint32 seed, guint n_lines)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  script_maker_append_page (text, rand, n_lines);
  bytes = g_string_free_to_bytes (text);
  return read_first (bytes);
}

static guint
find_paragraph (const BulStory *story, guint from)
{
  const GPtrArray *blocks = bul_story_get_script (story)->blocks;

  while (((BulBlock *) blocks->pdata[from])->kind != BUL_BLOCK_PARAGRAPH)
    from = (from + 1) % blocks->len;
  return from;
}

static void
type_word (Desk *desk, guint from)
{
  guint position = find_paragraph (desk->story, from);

  /* The made-up lines begin much alike: after one letter this one does not. */
  type (desk, position, 1, "z");
  for (guint i = 0; i < 20; i++)
    g_assert_cmpuint (type (desk, position, 1 + i, "a"), <=, MOST_LINES_A_LETTER);
  script_editor_assert_read_whole (desk->story);
}

/* A word typed letter by letter, in the middle, and in the first line that is read, which a second
 * copy would begin with. */
static void
test_letters_cost (void)
{
  for (guint seed = 0; seed < 12; seed++)
    {
      Desk desk;

      desk_start (&desk, make_long (seed, seed % 2 == 0 ? 300 : 3000));
      type_word (&desk, bul_story_get_script (desk.story)->blocks->len / 2);
      type_word (&desk, 0);
      desk_stop (&desk);
    }
}

/* A bracket that opens before a line of a report makes a bite of it, and no more. */
static void
test_bracket_costs (void)
{
  Desk desk;
  guint position;

  desk_start (&desk, make_long (3, 3000));
  position = find_paragraph (desk.story, bul_story_get_script (desk.story)->blocks->len / 2);
  g_assert_cmpuint (type (&desk, position, 0, "[Kim Ha-ram / Resident: \""), <=,
                    2 * MOST_LINES_A_LETTER);
  script_editor_assert_read_whole (desk.story);
  desk_stop (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restart/houses", test_houses);
  g_test_add_func ("/restart/letters-cost", test_letters_cost);
  g_test_add_func ("/restart/bracket-costs", test_bracket_costs);
  return g_test_run ();
}
