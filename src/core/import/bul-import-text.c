/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-text.h"

#include <string.h>

#include "bul-casting.h"
#include "bul-chars.h"
#include "bul-classifier.h"
#include "bul-decode.h"
#include "bul-lines.h"
#include "bul-normal.h"
#include "bul-oddities.h"
#include "bul-page.h"

/* A block may grow by this many lines after a label; a label that wants more is no label. */
#define MOST_LINES 16

/* Longer lines make an editor crawl: they become several blocks. */
#define LONGEST_LINE (64u * 1024)

typedef struct
{
  BulImport *import;
  BulScript *script;
  BulKeys keys;
  GArray *lines; /* of BulGivenLine, without blank ones and the blanks around the others */
} Reader;

static void
add_finding (BulImport *import, guint line, const char *code)
{
  g_ptr_array_add (import->findings, bul_finding_new (line, code, bul_oddity_message (code)));
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
        g_array_append_val (self->lines, piece);
      line.text += length;
    }
}

/* Characters that turn the direction of text, or take no room, are kept and told. */
static void
look_for_oddities (Reader *self, BulGivenLine line)
{
  const char *code = bul_oddity_in_line (line.text, line.length);

  if (code != NULL)
    add_finding (self->import, line.number, code);
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
      look_for_oddities (self, line);
      if (line.length > LONGEST_LINE)
        add_pieces (self, line);
      else
        g_array_append_val (self->lines, line);
    }
}

static const BulGivenLine *
get_line (const Reader *self, guint i)
{
  return i < self->lines->len ? &g_array_index (self->lines, BulGivenLine, i) : NULL;
}

static gboolean
is_given (const BulGivenLine *line)
{
  return line != NULL && line->kind != 0;
}

static char *
dup_line (const Reader *self, guint i)
{
  const BulGivenLine *line = get_line (self, i);

  return line == NULL ? NULL : g_strndup (line->text, line->length);
}

/* The first line from @i on that is to be read. */
static char *
dup_next (const Reader *self, guint i)
{
  while (is_given (get_line (self, i)))
    i++;
  return dup_line (self, i);
}

static void
append_line (char **text, const char *line)
{
  char *joined = g_strconcat (*text, "\u2028", line, NULL);

  g_free (*text);
  *text = joined;
}

static BulBlock *
add_block (Reader *self, guint i, guint last, BulReading reading, const char *text)
{
  g_autofree char *key = bul_keys_make (&self->keys, 'b');
  BulBlock *block = bul_block_new (key, reading.kind, reading.section, text);

  block->line = get_line (self, i)->number;
  block->last_line = get_line (self, last)->number;
  g_ptr_array_add (self->script->blocks, block);
  return block;
}

static void
add_given (Reader *self, const BulClassifierState *state, guint i)
{
  const BulGivenLine *line = get_line (self, i);
  g_autofree char *text = dup_line (self, i);
  BulReading reading = { .kind = line->kind, .section = line->section };

  if (reading.section == BUL_SECTION_NONE)
    reading.section = state->section;
  add_block (self, i, i, reading, text)->given = TRUE;
}

/* Reads one block from line @i on; returns the line after it. */
static guint
read_block (Reader *self, BulClassifierState *state, guint i)
{
  BulClassifierState before = *state;
  g_autofree char *text = dup_line (self, i);
  g_autofree char *next = dup_next (self, i + 1);
  BulReading reading = bul_classifier_read (state, text, next);
  guint last = i;
  BulBlock *block;

  while (reading.takes_next && next != NULL && last - i < MOST_LINES
         && !is_given (get_line (self, last + 1)))
    {
      append_line (&text, next);
      last++;
      g_free (next);
      next = dup_next (self, last + 1);
      *state = before;
      reading = bul_classifier_read (state, text, next);
    }
  block = add_block (self, i, last, reading, text);
  if (reading.finding != NULL)
    add_finding (self->import, block->line, reading.finding);
  return last + 1;
}

static void
read_blocks (Reader *self)
{
  BulClassifierState state;

  bul_classifier_start (&state);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *line = dup_line (self, i);

      if (!is_given (get_line (self, i)))
        bul_classifier_survey (&state, line);
    }
  for (guint i = 0; i < self->lines->len;)
    if (is_given (get_line (self, i)))
      add_given (self, &state, i++);
    else
      i = read_block (self, &state, i);
}

/* By the letters of the words that are read or shown; page furniture is Korean on English pages
 * too. */
static const char *
guess_language (const BulScript *script)
{
  gsize hangul = 0;
  gsize latin = 0;

  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (!bul_block_kind_is_read (block->kind) && block->kind != BUL_BLOCK_HEADLINE)
        continue;
      for (const guchar *p = (const guchar *) block->text; *p != '\0'; p++)
        {
          hangul += *p >= 0xea && *p <= 0xed;
          latin += g_ascii_isalpha (*p);
        }
    }
  if (hangul == 0 && latin == 0)
    return NULL;
  /* A syllable says about as much as two and a half letters. */
  return hangul * 5 >= latin * 2 ? "ko" : "en";
}

void
bul_import_note_decoding (BulImport *import, const BulDecoded *decoded)
{
  import->source->encoding = g_strdup (decoded->encoding);
  if (strcmp (decoded->line_ends, "none") != 0)
    import->source->line_ends = g_strdup (decoded->line_ends);
  if (decoded->guessed)
    add_finding (import, 0, "encoding-guessed");
}

void
bul_import_lines (BulImport *import, const BulGivenLine *lines, guint n_lines)
{
  g_autoptr (BulStory) story = bul_story_new ();
  Reader reader = { .import = import };

  bul_keys_start (&reader.keys, story);
  reader.script = bul_script_new ("k1", NULL);
  reader.lines = g_array_new (FALSE, FALSE, sizeof (BulGivenLine));
  g_ptr_array_add (story->scripts, reader.script);
  bul_keys_note (&reader.keys, reader.script);
  collect_lines (&reader, lines, n_lines);
  read_blocks (&reader);
  g_array_unref (reader.lines);

  reader.script->language = g_strdup (guess_language (reader.script));
  bul_page_read (story, reader.script);
  bul_casting_assign (story, reader.script, &reader.keys);
  g_ptr_array_add (story->sources, bul_record_copy (import->source));
  if (reader.script->blocks->len == 0)
    add_finding (import, 0, "empty");
  g_ptr_array_add (import->stories, g_steal_pointer (&story));
}

/* Returns: (transfer full) (element-type BulGivenLine): the lines of @text, none of them given. */
static GArray *
list_lines (const char *text)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BulGivenLine));
  BulGivenLine line = { 0 };
  BulLines lines;

  bul_lines_start (&lines, text, strlen (text));
  while (bul_lines_next (&lines, &line.text, &line.length))
    {
      line.number++;
      g_array_append_val (list, line);
    }
  return list;
}

gboolean
bul_import_text (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_decode (import->source->bytes, encoding, error);
  g_autofree char *text = NULL;
  g_autoptr (GArray) lines = NULL;

  if (decoded == NULL)
    return FALSE;
  bul_import_note_decoding (import, decoded);
  text = bul_normal_form (decoded->text, decoded->length);
  lines = list_lines (text);
  bul_import_lines (import, (const BulGivenLine *) (gpointer) lines->data, lines->len);
  return TRUE;
}
