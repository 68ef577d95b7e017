/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-lines.h"

#include <string.h>

#include "bul-bundle.h"
#include "bul-casting.h"
#include "bul-chars.h"
#include "bul-classifier.h"
#include "bul-evidence.h"
#include "bul-finding-codes.h"
#include "bul-letters.h"
#include "bul-lines.h"
#include "bul-mojibake.h"
#include "bul-oddities.h"
#include "bul-page.h"

/* A block may grow by this many lines after a label; a label that wants more is no label. */
#define MOST_LINES 16

/* Longer lines make an editor crawl: they become several blocks. */
#define LONGEST_LINE (64u * 1024)

#define LINE_END "\u2028"

/* A page, and the story of it that is being read. */
typedef struct
{
  BulImport *import;
  GArray *lines;       /* of BulGivenLine, without blank ones and the blanks around the others */
  GArray *looks;       /* of BulLook, one a line */
  guint end;           /* of the story's lines */
  GPtrArray *repaired; /* lines that are read in the place of damaged ones */
  BulScript *script;
  GArray *block_looks; /* of BulLook, one for each block that was not given */
  gboolean joins;      /* a block has several lines */
  BulKeys keys;
  BulClassifierState state;
} Reader;

static void
add_finding (BulImport *import, guint line, const char *code)
{
  g_ptr_array_add (import->findings, bul_finding_codes_make (line, code));
}

/* --- lines */

static const BulGivenLine *
line_at (const Reader *self, guint i)
{
  return &g_array_index (self->lines, BulGivenLine, i);
}

static BulLook *
look_at (const Reader *self, guint i)
{
  return &g_array_index (self->looks, BulLook, i);
}

static BulSlice
words_of (const BulGivenLine *line)
{
  return bul_slice (line->text, line->text + line->length);
}

/* A line of the page's frame looks like what it is. */
static void
add_line (Reader *self, const BulGivenLine *line)
{
  BulLook look = bul_look_at (words_of (line));

  if (line->kind == BUL_BLOCK_FURNITURE)
    look = (BulLook){ .sort = BUL_LOOK_FURNITURE };
  g_array_append_val (self->looks, look);
  g_array_append_vals (self->lines, line, 1);
}

static void
add_pieces (Reader *self, BulGivenLine line)
{
  g_autoptr (GArray) lengths = bul_lines_split_long (line.text, line.length, LONGEST_LINE);

  add_finding (self->import, line.number, "long-line");
  for (guint i = 0; i < lengths->len; i++)
    {
      gsize length = g_array_index (lengths, gsize, i);
      BulGivenLine piece = line;

      piece.text = bul_chars_trim (line.text, length, &piece.length);
      if (piece.length > 0)
        add_line (self, &piece);
      line.text += length;
    }
}

/* Characters that turn the direction of text, or take no room, are kept and told. */
static void
tell_oddity (Reader *self, const BulGivenLine *line)
{
  const char *code = bul_oddity_in_line (line->text, line->length);

  if (code != NULL)
    add_finding (self->import, line->number, code);
}

static gboolean
repair_line (Reader *self, BulGivenLine *line)
{
  guint n_lost;
  char *repaired = bul_mojibake_repair (line->text, line->length, &n_lost);

  if (repaired == NULL)
    return FALSE;
  g_ptr_array_add (self->repaired, repaired);
  line->text = bul_chars_trim (repaired, strlen (repaired), &line->length);
  add_finding (self->import, line->number, n_lost == 0 ? "repaired" : "repair-lost");
  return TRUE;
}

static void
collect_lines (Reader *self, const BulGivenLine *lines, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      BulGivenLine line = lines[i];

      line.text = bul_chars_trim (line.text, line.length, &line.length);
      if (line.length == 0)
        continue;
      if (!self->import->repairs || !repair_line (self, &line))
        tell_oddity (self, &line);
      if (line.length > LONGEST_LINE)
        add_pieces (self, line);
      else
        add_line (self, &line);
    }
}

/* --- blocks */

static gboolean
is_given (const Reader *self, guint i)
{
  return i < self->end && line_at (self, i)->kind != 0;
}

/* What the first line of the story from @i on looks like that is to be read; moves @i behind it. */
static const BulLook *
ahead (const Reader *self, guint *i)
{
  while (is_given (self, *i))
    (*i)++;
  return *i < self->end ? look_at (self, (*i)++) : NULL;
}

static BulReading
read_line (Reader *self, const BulLook *look, guint after)
{
  const BulLook *next = ahead (self, &after);
  const BulLook *after_next = ahead (self, &after);

  return bul_classifier_read (&self->state, look, next, after_next);
}

static BulBlock *
add_block (Reader *self, guint i, guint last, BulReading reading, BulSlice text)
{
  BulBlock *block = bul_record_new (&bul_block_type);

  block->key = bul_keys_make (&self->keys, 'b');
  block->kind = reading.kind;
  block->section = reading.section;
  g_free (block->text);
  block->text = g_strndup (text.start, text.length);
  block->line = line_at (self, i)->number;
  block->last_line = line_at (self, last)->number;
  g_ptr_array_add (self->script->blocks, block);
  return block;
}

static void
add_given (Reader *self, guint i)
{
  const BulGivenLine *line = line_at (self, i);
  BulReading reading = { .kind = line->kind, .section = line->section };

  if (reading.section == BUL_SECTION_NONE)
    reading.section = self->state.section;
  add_block (self, i, i, reading, words_of (line))->given = TRUE;
}

/* Joins lines to the block that begins at @i for as long as it wants them; returns the last.
 * @look: (out): what all of them together look like */
static guint
join_lines (Reader *self,
            const BulClassifierState *before,
            guint i,
            BulReading *reading,
            GString *text,
            BulLook *look)
{
  guint last = i;

  while (reading->takes_next && last + 1 < self->end && !is_given (self, last + 1)
         && last - i < MOST_LINES)
    {
      last++;
      g_string_append (text, LINE_END);
      g_string_append_len (text, line_at (self, last)->text, line_at (self, last)->length);
      *look = bul_look_at (bul_slice (text->str, text->str + text->len));
      self->state = *before;
      *reading = read_line (self, look, last + 1);
    }
  return last;
}

/* Reads one block from line @i on; returns the line after it. */
static guint
read_block (Reader *self, guint i)
{
  BulClassifierState before = self->state;
  BulReading reading = read_line (self, look_at (self, i), i + 1);
  BulSlice words = words_of (line_at (self, i));
  BulLook look = *look_at (self, i);
  guint last = i;

  if (reading.takes_next && i + 1 < self->end && !is_given (self, i + 1))
    {
      g_autoptr (GString) text = g_string_new_len (words.start, words.length);

      last = join_lines (self, &before, i, &reading, text, &look);
      self->joins = TRUE;
      words = bul_slice (text->str, text->str + text->len);
      add_block (self, i, last, reading, words);
    }
  else
    add_block (self, i, i, reading, words);
  g_array_append_val (self->block_looks, look);
  if (reading.finding != NULL)
    add_finding (self->import, line_at (self, i)->number, reading.finding);
  return last + 1;
}

/* What all lines from @start on, up to the story's end, say of the house. */
static void
start_state (Reader *self, guint start)
{
  g_autoptr (BulEvidence) evidence = bul_evidence_new ();

  for (guint i = start; i < self->end; i++)
    {
      guint after = i + 1;

      if (!is_given (self, i))
        bul_evidence_add (evidence, look_at (self, i), ahead (self, &after));
    }
  bul_classifier_start (&self->state, bul_evidence_get_flags (evidence),
                        bul_evidence_count_reports (evidence), bul_evidence_get_closers (evidence));
}

static const BulLook *
block_look_at (const Reader *self, guint i)
{
  return i < self->block_looks->len ? &g_array_index (self->block_looks, BulLook, i) : NULL;
}

static void
start_state_of_blocks (Reader *self)
{
  g_autoptr (BulEvidence) evidence = bul_evidence_new ();

  for (guint i = 0; i < self->block_looks->len; i++)
    bul_evidence_add (evidence, block_look_at (self, i), block_look_at (self, i + 1));
  bul_classifier_start (&self->state, bul_evidence_get_flags (evidence),
                        bul_evidence_count_reports (evidence), bul_evidence_get_closers (evidence));
}

/*
 * A block of several lines says other things of the house than its lines did: a name before a colon
 * is a voice, but not behind the mark of a soundbite. Whoever edits the script reads it by blocks,
 * so that is how each is read in the end.
 */
static void
read_blocks (Reader *self)
{
  guint n = 0;

  if (!self->joins)
    return;
  start_state_of_blocks (self);
  for (guint i = 0; i < self->script->blocks->len; i++)
    {
      BulBlock *block = self->script->blocks->pdata[i];
      BulReading reading;

      if (block->given)
        continue;
      reading = bul_classifier_read (&self->state, block_look_at (self, n),
                                     block_look_at (self, n + 1), block_look_at (self, n + 2));
      n++;
      block->kind = reading.kind;
      block->section = reading.section;
    }
}

/* --- stories */

/* By the letters of the words that are read or shown; page furniture is Korean on English pages
 * too. */
static const char *
guess_language (const BulScript *script)
{
  BulLetters letters = { 0 };

  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (bul_block_kind_is_read (block->kind) || block->kind == BUL_BLOCK_HEADLINE)
        bul_letters_add (&letters, block->text);
    }
  return bul_letters_guess_language (&letters);
}

static void
read_story (Reader *self, guint start)
{
  BulStory *story = bul_story_new ();

  bul_keys_start (&self->keys, story);
  self->script = bul_script_new ("k1", NULL);
  g_ptr_array_add (story->scripts, self->script);
  bul_keys_note (&self->keys, self->script);
  g_array_set_size (self->block_looks, 0);
  self->joins = FALSE;
  start_state (self, start);
  for (guint i = start; i < self->end;)
    if (is_given (self, i))
      add_given (self, i++);
    else
      i = read_block (self, i);
  read_blocks (self);

  self->script->language = g_strdup (guess_language (self->script));
  bul_page_read (story, self->script);
  bul_casting_assign (story, self->script, &self->keys);
  g_ptr_array_add (story->sources, bul_record_copy (self->import->source));
  g_ptr_array_add (self->import->stories, story);
}

void
bul_import_lines (BulImport *import, const BulGivenLine *lines, guint n_lines)
{
  Reader reader = { .import = import };
  g_autoptr (GArray) starts = NULL;
  guint first = import->stories->len;

  reader.repaired = g_ptr_array_new_with_free_func (g_free);
  reader.lines = g_array_sized_new (FALSE, FALSE, sizeof (BulGivenLine), n_lines);
  reader.looks = g_array_sized_new (FALSE, FALSE, sizeof (BulLook), n_lines);
  reader.block_looks = g_array_new (FALSE, FALSE, sizeof (BulLook));
  collect_lines (&reader, lines, n_lines);
  starts = bul_bundle_split (reader.looks);
  for (guint i = 0; i < starts->len; i++)
    {
      reader.end = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : reader.lines->len;
      read_story (&reader, g_array_index (starts, guint, i));
      if (i > 0)
        bul_page_inherit (import->stories->pdata[first + i], import->stories->pdata[first]);
    }
  if (reader.lines->len == 0)
    add_finding (import, 0, "empty");
  g_array_unref (reader.lines);
  g_array_unref (reader.looks);
  g_array_unref (reader.block_looks);
  g_ptr_array_unref (reader.repaired);
}
