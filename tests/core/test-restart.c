/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-apply.h"
#include "bul-chars.h"
#include "bul-evidence.h"
#include "bul-importers.h"
#include "bul-line-reader.h"
#include "bul-structure.h"
#include "bul-value.h"
#include "script-editor.h"
#include "script-maker.h"
#include "unit.h"

/*
 * Reading goes on where something changed, and stops where nothing differs any more: what it gives
 * is what reading everything anew would give, and it costs by the lines that change.
 */

/* So long is a story whose costs are looked at. */
#define LONG_STORY 2000

/* An edit reads its own line, two before it, which look ahead to it, and a few behind it until the
 * state is as it was: behind a sign-off that is the next mark. */
#define FEW_LINES 40

static BulStory *
read_story (GBytes *script)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (script, "script.txt", NULL, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

/* --- the same as the whole */

static guint
choose (gpointer data, guint n)
{
  return g_rand_int_range (data, 0, (int) n);
}

static char *
write_words (gpointer data)
{
  return g_strdup (script_maker_get_piece (g_rand_int_range (data, 0, 1000)));
}

static void
edit_at_random (BulStory *story, guint seed, guint n_deeds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (BulStory) before = bul_record_copy (story);
  g_autoptr (BulHistory) history = bul_history_new (story);
  ScriptEditor editor = { choose, write_words, rand };

  script_editor_assert_read_whole (before);
  for (guint i = 0; i < n_deeds; i++)
    {
      script_editor_edit (&editor, history);
      script_editor_assert_read_whole (bul_history_get_story (history));
    }
  while (bul_history_undo (history))
    ;
  g_assert_true (bul_record_equal (before, bul_history_get_story (history)));
}

static void
test_random_edits_of_gold (void)
{
  g_autoptr (GPtrArray) scripts = script_maker_load_gold (TEST_DATA "/import");
  guint n_rounds = g_test_slow () ? 100 : 1;

  for (guint i = 0; i < scripts->len * n_rounds; i++)
    edit_at_random (read_story (scripts->pdata[i % scripts->len]), i, 12);
}

static void
test_random_edits_of_made_up (void)
{
  guint n_rounds = g_test_slow () ? 4000 : 16;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;

      script_maker_append_page (text, rand, 12);
      bytes = g_bytes_new (text->str, text->len);
      edit_at_random (read_story (bytes), i, 40);
    }
}

/* --- what it costs */

/* A long story, and what is known of its lines. */
typedef struct
{
  BulStory *story;
  BulStructure *structure;
  BulKeys keys;
  GHashTable *blocks; /* key → BulBlock: applying an edit looks through all of them */
  guint house;

  /* of the last edit */
  guint64 n_read;
  guint n_changed; /* lines that are something else now */

  /* of all */
  guint n_edits;
  guint n_anew;     /* those that changed the house */
  guint n_wasteful; /* those that did not, and read more than they had to */
} Desk;

static void
desk_clear (Desk *desk)
{
  bul_structure_free (desk->structure);
  bul_record_free (desk->story);
  g_hash_table_unref (desk->blocks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static void
apply (Desk *desk, const BulEdit *edit)
{
  g_autoptr (GError) error = NULL;

  bul_structure_prepare (desk->structure, desk->story);
  bul_apply_edit (desk->story, edit, &error);
  g_assert_no_error (error);
  bul_structure_note (desk->structure, desk->story, edit);
}

static void
follow (Desk *desk)
{
  guint64 before = bul_structure_count_read (desk->structure);
  g_autoptr (GPtrArray) edits = bul_structure_follow (desk->structure, desk->story, &desk->keys);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);

  desk->n_read = bul_structure_count_read (desk->structure) - before;
  for (guint i = 0; i < edits->len; i++)
    {
      const BulEdit *edit = edits->pdata[i];
      gpointer block = edit->on == NULL ? NULL : g_hash_table_lookup (desk->blocks, edit->on);

      if (block == NULL)
        {
          apply (desk, edit);
          continue;
        }
      g_assert_true (bul_value_set (
          block, bul_record_type_find_field (&bul_block_type, edit->field), edit->inserted));
      if (!g_str_equal (edit->field, "speakers"))
        g_hash_table_add (changed, edit->on);
    }
  bul_structure_settle (desk->structure);
  desk->n_changed = g_hash_table_size (changed);
}

static BulBlock *
block_at (const Desk *desk, guint i)
{
  return bul_story_get_script (desk->story)->blocks->pdata[i];
}

static void
keep_reading (guint line, const BulReading *reading, gpointer data)
{
  BulBlock *block = block_at (data, line);

  block->kind = reading->kind;
  block->section = reading->section;
}

static void
assert_reading (guint line, const BulReading *reading, gpointer data)
{
  const BulBlock *block = block_at (data, line);

  g_assert_cmpint (block->kind, ==, reading->kind);
  g_assert_cmpint (block->section, ==, reading->section);
}

static void
read_from_top (Desk *desk, BulLineReaderFunc func)
{
  const BulScript *script = bul_story_get_script (desk->story);
  g_autoptr (BulLineReader) lines = bul_line_reader_new ();

  for (guint i = 0; i < script->blocks->len; i++)
    bul_line_reader_insert (lines, i, block_at (desk, i)->text);
  bul_line_reader_read (lines, func, desk);
}

/* What the lines together say of the house: where an edit changes that, all are read anew. */
static guint
find_house (const Desk *desk)
{
  const BulScript *script = bul_story_get_script (desk->story);
  g_autoptr (BulEvidence) evidence = bul_evidence_new ();
  g_autoptr (GArray) looks = g_array_new (FALSE, FALSE, sizeof (BulLook));

  for (guint i = 0; i < script->blocks->len; i++)
    {
      BulLook look = bul_look_at (bul_slice_of (block_at (desk, i)->text));

      if (look.sort != BUL_LOOK_BLANK)
        g_array_append_val (looks, look);
    }
  for (guint i = 0; i < looks->len; i++)
    bul_evidence_add (evidence, &g_array_index (looks, BulLook, i),
                      i + 1 < looks->len ? &g_array_index (looks, BulLook, i + 1) : NULL);
  return (guint) bul_evidence_get_flags (evidence) << 8 | bul_evidence_count_reports (evidence);
}

/* @story: (transfer full): its middle will stand in it over and over. */
static void
desk_start (Desk *desk, BulStory *story)
{
  GPtrArray *blocks;
  guint n;

  desk->story = story;
  desk->structure = bul_structure_new ();
  bul_keys_start (&desk->keys, desk->story);
  blocks = bul_story_get_script (desk->story)->blocks;
  n = blocks->len;
  for (guint i = 0; blocks->len < LONG_STORY; i++)
    {
      guint from = n / 2 + i % MAX (1, n / 4);
      g_autofree char *key = bul_keys_make (&desk->keys, 'b');

      g_ptr_array_insert (blocks, MIN (n, n / 2 + MAX (1, n / 4)) + i,
                          bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE,
                                         ((BulBlock *) blocks->pdata[from])->text));
    }
  read_from_top (desk, keep_reading);
  desk->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < blocks->len; i++)
    g_hash_table_insert (desk->blocks, block_at (desk, i)->key, block_at (desk, i));
  bul_structure_prepare (desk->structure, desk->story);
  desk->house = find_house (desk);
}

/* Whether the edit read no more than it had to. */
static void
check_cost (Desk *desk, guint line)
{
  guint house;

  if (desk->n_read <= FEW_LINES)
    return;
  house = find_house (desk);
  if (house == desk->house && desk->n_read > desk->n_changed + FEW_LINES)
    {
      g_test_message ("“%s” read %" G_GUINT64_FORMAT " lines, and %u changed",
                      block_at (desk, line)->text, desk->n_read, desk->n_changed);
      desk->n_wasteful++;
    }
  g_assert_cmpuint (desk->n_read, <=, bul_story_get_script (desk->story)->blocks->len);
  desk->n_anew += house != desk->house;
  desk->house = house;
}

static void
replace (Desk *desk, guint line, guint at, const char *removed, const char *inserted)
{
  BulEdit *edit = bul_edit_new (BUL_EDIT_TEXT, block_at (desk, line)->key, at);

  edit->removed = g_strdup (removed);
  edit->inserted = g_strdup (inserted);
  apply (desk, edit);
  bul_record_free (edit);
  follow (desk);
  check_cost (desk, line);
  desk->n_edits++;
}

/* Letter by letter. */
static void
type (Desk *desk, guint line, guint at, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, g_utf8_next_char (p) - p);

      replace (desk, line, at++, "", letter);
    }
}

static void
take_out (Desk *desk, guint line, guint at, guint n_letters)
{
  for (guint i = 0; i < n_letters; i++)
    {
      const char *from = block_at (desk, line)->text;
      g_autofree char *letter = NULL;

      from += bul_chars_to_byte (from, at);
      letter = g_strndup (from, g_utf8_next_char (from) - from);
      replace (desk, line, at, letter, "");
    }
}

/* What hands do to a line on the way to something else. */
static void
work_on (Desk *desk, guint line)
{
  static const char *const openings[] = { "“", "[", "<", "[가/나: \"" };
  static const char *const marks[] = { "[Anchor]", "<인터뷰>" };
  g_autofree char *text = g_strdup (block_at (desk, line)->text);
  guint n_chars = bul_chars_count (text);

  type (desk, line, n_chars / 2, "and 또.");
  take_out (desk, line, n_chars / 2, 6);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      type (desk, line, 0, openings[i]);
      take_out (desk, line, 0, bul_chars_count (openings[i]));
    }
  /* Its last letter, such as a bracket, its first, and all of it. */
  take_out (desk, line, n_chars - 1, 1);
  type (desk, line, n_chars - 1, text + bul_chars_to_byte (text, n_chars - 1));
  take_out (desk, line, 0, 1);
  replace (desk, line, 0, text + bul_chars_to_byte (text, 1), "");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      type (desk, line, 0, marks[i]);
      take_out (desk, line, 0, bul_chars_count (marks[i]));
    }
  replace (desk, line, 0, "", text);
}

/* The next line of @kind behind the middle, or 0. */
static guint
find_kind (const Desk *desk, BulBlockKind kind)
{
  for (guint i = LONG_STORY / 2; i < LONG_STORY - 2; i++)
    if (block_at (desk, i)->kind == kind && *block_at (desk, i)->text != '\0')
      return i;
  return 0;
}

/* A letter in the first words that are read is one in what a second copy would begin with. All is
 * read anew where they become long enough to know a copy by, and where they no longer are. */
static void
work_on_beginning (Desk *desk)
{
  guint line = 0;

  while (block_at (desk, line)->kind != BUL_BLOCK_PARAGRAPH)
    line++;
  type (desk, line, 1, "zaaaaaaa");
  take_out (desk, line, 1, 8);
  g_assert_cmpuint (desk->n_wasteful, <=, 2);
}

/* Returns: how many lines behind the middle were worked on: none where all is a second copy there.
 */
static guint
work_on_all (Desk *desk)
{
  static const BulBlockKind kinds[] = { BUL_BLOCK_PARAGRAPH, BUL_BLOCK_MARKER, BUL_BLOCK_TURN,
                                        BUL_BLOCK_BITE, BUL_BLOCK_SIGNOFF };
  guint n_lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint line = find_kind (desk, kinds[i]);

      if (line > 0)
        work_on (desk, line);
      n_lines += line > 0;
    }
  return n_lines;
}

static gboolean
check_costs (const char *path)
{
  g_autoptr (GBytes) script = script_maker_load (path);
  g_auto (Desk) desk = { 0 };
  guint n_lines;

  desk_start (&desk, read_story (script));
  n_lines = work_on_all (&desk);
  if (n_lines == 0)
    return FALSE;
  g_assert_cmpuint (desk.n_wasteful, ==, 0);
  work_on_beginning (&desk);
  read_from_top (&desk, assert_reading);
  g_test_message ("%s: %u lines, %u edits, %u made another house", path, n_lines, desk.n_edits,
                  desk.n_anew);
  /* Else nothing was said of what most edits cost. */
  g_assert_cmpuint (desk.n_anew, <, desk.n_edits / 2);
  return TRUE;
}

/* Each house writes otherwise, and each has a folder: one script of it will do. */
static void
test_cost (void)
{
  g_autoptr (GPtrArray) paths = script_maker_list_gold (TEST_DATA "/import");
  g_autoptr (GHashTable) houses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *house = g_path_get_dirname (paths->pdata[i]);

      if ((g_test_slow () || !g_hash_table_contains (houses, house))
          && check_costs (paths->pdata[i]))
        g_hash_table_add (houses, g_steal_pointer (&house));
    }
  g_assert_cmpuint (g_hash_table_size (houses), >=, 20);
}

UNIT (restart)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restart/random-edits-of-gold", test_random_edits_of_gold);
  g_test_add_func ("/restart/random-edits-of-made-up", test_random_edits_of_made_up);
  g_test_add_func ("/restart/cost", test_cost);
  return g_test_run ();
}
