/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-compose.h"

#include "bul-chars.h"
#include "bul-parts.h"
#include "bul-print-back.h"
#include "bul-print-label.h"

typedef struct
{
  const BulPrintStory *story;
  const BulScript *script;
  BulPrintLanguage language;
  GPtrArray *pieces;
  BulSection section;  /* whose head was set last */
  const char *speaker; /* key of who was shown last, or NULL */
  guint n_furniture;
} Composer;

static const BulBlock *
get_block (const BulPrintLine *line)
{
  return line->now != NULL ? line->now : line->was;
}

/* @text: (transfer full) */
static BulPrintPiece *
add_piece (Composer *self, BulPrintStyle style, BulPrintText *text)
{
  BulPrintPiece *piece = bul_print_piece_new (style, text);

  g_ptr_array_add (self->pieces, piece);
  return piece;
}

static BulPrintText *
make_text (Composer *self, const BulPrintLine *line)
{
  g_autoptr (GArray) places = NULL;

  return bul_print_text_of_line (self->story, line, &places);
}

/* The head of a section, once; @line: (nullable): the mark that is printed there. */
static void
begin_section (Composer *self, BulSection section, const BulPrintLine *line)
{
  const char *word = bul_print_word_for_section (self->language, section);
  BulPrintText *text;

  if (section == self->section || *word == '\0')
    return;
  self->section = section;
  self->speaker = NULL;
  text = bul_print_text_new ();
  bul_print_text_append_marked (text, BUL_PRINT_MARK_BOLD, word);
  if (line != NULL)
    {
      g_autoptr (BulPrintText) mark = make_text (self, line);

      bul_print_text_append (text, "   ");
      bul_print_text_append_slice (text, mark, 0, (guint) mark->words->len);
    }
  add_piece (self, BUL_PRINT_STYLE_SECTION, text);
}

static void
add_speakers (Composer *self, BulPrintPiece *piece, const BulBlock *block)
{
  for (guint i = 0; block->speakers != NULL && block->speakers[i] != NULL; i++)
    {
      const BulSpeaker *speaker = bul_story_find_speaker (self->story->story, block->speakers[i]);

      if (speaker != NULL)
        bul_print_piece_add_number (piece, speaker->number);
    }
  self->speaker = block->speakers == NULL ? NULL : block->speakers[0];
}

static void
compose_headline (Composer *self, const BulPrintLine *line)
{
  add_piece (self, BUL_PRINT_STYLE_HEADLINE, make_text (self, line));
}

static void
compose_small (Composer *self, const BulPrintLine *line)
{
  add_piece (self, BUL_PRINT_STYLE_SMALL, make_text (self, line));
}

/* The heading under which nothing stands in the script; what was told has its own. */
static void
compose_notices (Composer *self, const BulPrintLine *line)
{
  if (!bul_print_back_has_notices (self->story, self->script))
    compose_small (self, line);
}

static void
compose_cue (Composer *self, const BulPrintLine *line)
{
  add_piece (self, BUL_PRINT_STYLE_CUE, make_text (self, line));
}

static void
compose_marker (Composer *self, const BulPrintLine *line)
{
  BulSection section = get_block (line)->section;

  if (section == BUL_SECTION_TAIL)
    compose_small (self, line);
  else if (section == BUL_SECTION_NONE || section == self->section)
    add_piece (self, BUL_PRINT_STYLE_LABEL, make_text (self, line));
  else
    begin_section (self, section, line);
}

/* The mark of a section that shares its line with words is not read with them. */
static void
dim_marker (BulPrintText *text, const GArray *places, const BulBlock *block)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  BulPrintMark mark = { BUL_PRINT_MARK_DIM, 0, 0, NULL };

  if (bul_range_is_empty (parts->marker) || parts->marker.end >= places->len)
    return;
  mark.start = g_array_index (places, guint, parts->marker.start);
  mark.end = g_array_index (places, guint, parts->marker.end);
  g_array_append_val (text->marks, mark);
}

static void
compose_read (Composer *self, const BulPrintLine *line)
{
  const BulBlock *block = get_block (line);
  g_autoptr (GArray) places = NULL;
  BulPrintText *text;
  BulPrintPiece *piece;

  begin_section (self, block->section, NULL);
  text = bul_print_text_of_line (self->story, line, &places);
  if (line->now != NULL)
    dim_marker (text, places, block);
  piece = add_piece (self, BUL_PRINT_STYLE_READ, text);
  if (block->speakers != NULL && g_strcmp0 (block->speakers[0], self->speaker) != 0)
    add_speakers (self, piece, block);
}

/* The names that the story has for a voice whose line does not say who it is. */
static void
append_names (Composer *self, BulPrintText *label, const BulBlock *block)
{
  for (guint i = 0; block->speakers != NULL && block->speakers[i] != NULL; i++)
    {
      const BulSpeaker *speaker = bul_story_find_speaker (self->story->story, block->speakers[i]);
      const BulSpeakerName *name
          = speaker == NULL ? NULL : bul_speaker_get_name (speaker, self->script->language);

      if (name == NULL)
        continue;
      if (label->words->len > 0)
        bul_print_text_append (label, " · ");
      if (name->name != NULL)
        bul_print_text_append_marked (label, BUL_PRINT_MARK_BOLD, name->name);
      if (name->title != NULL && *name->title != '\0')
        {
          bul_print_text_append (label, "  ");
          bul_print_text_append (label, name->title);
        }
    }
}

static void
compose_voice (Composer *self, const BulPrintLine *line, BulPrintStyle who, BulPrintStyle what)
{
  const BulBlock *block = get_block (line);
  g_autoptr (GArray) places = NULL;
  g_autoptr (BulPrintText) merged = bul_print_text_of_line (self->story, line, &places);
  g_autoptr (BulPrintText) label = bul_print_text_new ();
  g_autoptr (BulPrintText) words = bul_print_text_new ();
  BulPrintPiece *first;

  begin_section (self, block->section, NULL);
  bul_print_label_part (block, merged, places, label, words);
  if (label->words->len == 0 && what == BUL_PRINT_STYLE_BITE)
    append_names (self, label, block);
  if (label->words->len == 0)
    {
      first = add_piece (self, what, g_steal_pointer (&words));
      add_speakers (self, first, block);
      return;
    }
  first = add_piece (self, who, g_steal_pointer (&label));
  add_speakers (self, first, block);
  if (words->words->len > 0)
    add_piece (self, what, g_steal_pointer (&words));
}

static void
compose_turn (Composer *self, const BulPrintLine *line)
{
  compose_voice (self, line, BUL_PRINT_STYLE_LABEL, BUL_PRINT_STYLE_READ);
}

static void
compose_bite (Composer *self, const BulPrintLine *line)
{
  compose_voice (self, line, BUL_PRINT_STYLE_VOICE, BUL_PRINT_STYLE_BITE);
  self->speaker = NULL;
}

/* What belongs to the page that the script came from would only be in the way of who reads it. */
static void
compose_furniture (Composer *self, const BulPrintLine *line)
{
  self->n_furniture++;
}

static void (*const composers[]) (Composer *self, const BulPrintLine *line) = {
  [BUL_BLOCK_HEADER] = compose_small,        [BUL_BLOCK_HEADLINE] = compose_headline,
  [BUL_BLOCK_STAMP] = compose_small,         [BUL_BLOCK_MARKER] = compose_marker,
  [BUL_BLOCK_TURN] = compose_turn,           [BUL_BLOCK_PARAGRAPH] = compose_read,
  [BUL_BLOCK_HANDOFF] = compose_read,        [BUL_BLOCK_SIGNOFF] = compose_read,
  [BUL_BLOCK_BITE] = compose_bite,           [BUL_BLOCK_CUE] = compose_cue,
  [BUL_BLOCK_CREDITS] = compose_small,       [BUL_BLOCK_NOTICES] = compose_notices,
  [BUL_BLOCK_FURNITURE] = compose_furniture,
};

static void
add_page_title (Composer *self)
{
  BulPrintText *text;

  if (bul_script_get_headline (self->script) != NULL || self->story->story->page_title == NULL)
    return;
  text = bul_print_text_new ();
  bul_print_text_append (text, self->story->story->page_title);
  add_piece (self, BUL_PRINT_STYLE_HEADLINE, text);
}

static void
add_words (Composer *self, BulPrintStyle style, char *words)
{
  BulPrintText *text = bul_print_text_new ();

  bul_print_text_append (text, words);
  add_piece (self, style, text);
  g_free (words);
}

GPtrArray *
bul_print_compose (const BulPrintStory *story, const BulScript *script)
{
  Composer self = { story, script, bul_print_language_of (script) };

  self.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_print_piece_free);
  add_page_title (&self);
  for (guint i = 0; i < story->lines->len; i++)
    {
      const BulPrintLine *line = story->lines->pdata[i];

      if (line->script == script)
        composers[get_block (line)->kind](&self, line);
    }
  if (self.pieces->len == 0)
    add_words (&self, BUL_PRINT_STYLE_CUE,
               g_strdup (bul_print_word (self.language, BUL_PRINT_WORD_EMPTY)));
  bul_print_back_compose (story, script, self.pieces);
  if (self.n_furniture > 0)
    add_words (&self, BUL_PRINT_STYLE_SMALL,
               g_strdup_printf (bul_print_word (self.language, BUL_PRINT_WORD_FURNITURE),
                                self.n_furniture));
  return self.pieces;
}
