/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-back.h"

#include "bul-casting.h"
#include "bul-span.h"

typedef struct
{
  const BulPrintStory *story;
  const BulScript *script;
  BulPrintLanguage language;
  GPtrArray *pieces;
  gboolean is_first; /* of the story's scripts: what belongs to none goes there */
  gboolean is_headed;
} Back;

static BulPrintPiece *
add_piece (Back *self, BulPrintStyle style, BulPrintText *text)
{
  BulPrintPiece *piece = bul_print_piece_new (style, text);

  g_ptr_array_add (self->pieces, piece);
  return piece;
}

/* A heading where something is to stand below it, once. */
static void
begin (Back *self, BulPrintWord word)
{
  BulPrintText *text;

  if (self->is_headed)
    return;
  self->is_headed = TRUE;
  text = bul_print_text_new ();
  bul_print_text_append (text, bul_print_word (self->language, word));
  add_piece (self, BUL_PRINT_STYLE_HEADING, text);
}

/* Adds @words behind a gap, where there are any. */
static void
append_dim (BulPrintText *text, const char *gap, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->words->len > 0)
    bul_print_text_append (text, gap);
  bul_print_text_append_marked (text, BUL_PRINT_MARK_DIM, words);
}

static gboolean
is_language_of_story (const Back *self, const char *language)
{
  const GPtrArray *scripts = self->story->story->scripts;

  for (guint i = 0; i < scripts->len; i++)
    if (g_strcmp0 (((const BulScript *) scripts->pdata[i])->language, language) == 0)
      return TRUE;
  return FALSE;
}

/* A notice stands behind the script of its language; in a language that no script has, behind the
 * first, where nothing else tells the public. */
static gboolean
goes_here (const Back *self, const BulNotice *notice, const BulNoticeText *text)
{
  if (g_strcmp0 (text->language, self->script->language) == 0)
    return TRUE;
  if (!self->is_first || is_language_of_story (self, text->language))
    return FALSE;
  for (guint i = 0; i < notice->texts->len; i++)
    {
      const BulNoticeText *other = notice->texts->pdata[i];

      if (is_language_of_story (self, other->language))
        return FALSE;
    }
  return TRUE;
}

static void
add_notice_text (Back *self, const BulNotice *notice, const BulNoticeText *text)
{
  BulPrintText *use = bul_print_text_new ();
  BulPrintText *words = bul_print_text_new ();

  begin (self, BUL_PRINT_WORD_NOTICES);
  bul_print_text_append (use, bul_print_word_for_use (self->language, text->use));
  for (guint i = 0; notice->corrections != NULL && notice->corrections[i] != NULL; i++)
    {
      g_autofree char *tag = g_ascii_strup (notice->corrections[i], -1);

      append_dim (use, " · ", tag);
    }
  add_piece (self, BUL_PRINT_STYLE_USE, use);
  bul_print_text_append (words, text->text);
  add_piece (self, text->use == BUL_USE_ON_AIR ? BUL_PRINT_STYLE_ON_AIR : BUL_PRINT_STYLE_NOTICE,
             words);
}

static void
add_notices (Back *self)
{
  const GPtrArray *notices = self->story->story->notices;
  const GPtrArray *corrections = self->story->story->corrections;

  self->is_headed = FALSE;
  for (guint i = 0; i < notices->len; i++)
    {
      const BulNotice *notice = notices->pdata[i];

      for (guint j = 0; bul_notice_is_live (notice, corrections) && j < notice->texts->len; j++)
        if (goes_here (self, notice, notice->texts->pdata[j]))
          add_notice_text (self, notice, notice->texts->pdata[j]);
    }
}

static void
append_exchange (BulPrintText *text, const char *was, const char *now)
{
  if (was != NULL && *was != '\0')
    bul_print_text_append_marked (text, BUL_PRINT_MARK_GONE, was);
  if (was != NULL && *was != '\0' && now != NULL && *now != '\0')
    bul_print_text_append (text, " → ");
  if (now != NULL && *now != '\0')
    bul_print_text_append_marked (text, BUL_PRINT_MARK_CAME, now);
}

/* A correction whose words are gone from every script stands behind the first. */
static gboolean
is_of_script (const Back *self, const BulCorrection *correction)
{
  for (guint i = 0; i < correction->spans->len; i++)
    {
      const BulSpan *span = correction->spans->pdata[i];
      guint position;

      if (span->on != NULL
          && bul_story_find_block (self->story->story, span->on, &position) != NULL)
        return bul_script_find_block (self->script, span->on) >= 0;
    }
  return self->is_first;
}

static void
add_correction (Back *self, const BulCorrection *correction)
{
  BulPrintText *text = bul_print_text_new ();
  BulPrintText *reason = bul_print_text_new ();

  begin (self, BUL_PRINT_WORD_CORRECTIONS);
  append_exchange (text, correction->was, correction->now);
  append_dim (text, "   ", bul_print_word_for_class (self->language, correction->error_class));
  append_dim (text, " · ", bul_print_word_for_correction (self->language, correction->state));
  add_piece (self, BUL_PRINT_STYLE_ENTRY, text)->tag = g_ascii_strup (correction->key, -1);

  if (correction->reason != NULL)
    bul_print_text_append (reason, correction->reason);
  append_dim (reason, "   ", correction->by);
  append_dim (reason, " ✓ ", correction->approved_by);
  add_piece (self, BUL_PRINT_STYLE_REASON, reason);
}

static void
add_open_change (Back *self, const BulPrintChange *change)
{
  BulPrintText *text = bul_print_text_new ();

  begin (self, BUL_PRINT_WORD_CORRECTIONS);
  append_exchange (text, change->was, change->now);
  append_dim (text, "   ", bul_print_word (self->language, BUL_PRINT_WORD_NEEDS_REASON));
  add_piece (self, BUL_PRINT_STYLE_ENTRY, text)->tag = g_strdup ("?");
}

static gboolean
is_line_of_script (const Back *self, const char *block)
{
  for (guint i = 0; i < self->story->lines->len; i++)
    {
      const BulPrintLine *line = self->story->lines->pdata[i];
      const BulBlock *there = line->now != NULL ? line->now : line->was;

      if (line->script == self->script && g_strcmp0 (there->key, block) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_corrections (Back *self)
{
  const GPtrArray *corrections = self->story->story->corrections;

  self->is_headed = FALSE;
  for (guint i = 0; i < corrections->len; i++)
    {
      const BulCorrection *correction = corrections->pdata[i];

      if (correction->state != BUL_CORRECTION_WITHDRAWN && is_of_script (self, correction))
        add_correction (self, correction);
    }
  for (guint i = 0; i < self->story->changes->len; i++)
    {
      const BulPrintChange *change = self->story->changes->pdata[i];

      if (change->correction == NULL && is_line_of_script (self, change->block))
        add_open_change (self, change);
    }
}

static gboolean
is_heard (const Back *self, const BulSpeaker *speaker)
{
  for (guint i = 0; i < self->script->blocks->len; i++)
    {
      const BulBlock *block = self->script->blocks->pdata[i];

      if (block->speakers != NULL
          && g_strv_contains ((const char *const *) block->speakers, speaker->key))
        return TRUE;
    }
  return FALSE;
}

static void
add_speaker (Back *self, const BulSpeaker *speaker)
{
  const BulSpeakerName *name = bul_speaker_get_name (speaker, self->script->language);
  g_autofree char *details = bul_story_get_script (self->story->story) == self->script
                                 ? bul_casting_dup_details (self->story->story, speaker)
                                 : NULL;
  const char *role = bul_print_word_for_role (self->language, speaker->role);
  BulPrintText *text = bul_print_text_new ();

  begin (self, BUL_PRINT_WORD_SPEAKERS);
  if (name != NULL && name->name != NULL)
    bul_print_text_append_marked (text, BUL_PRINT_MARK_BOLD, name->name);
  if (name != NULL && name->title != NULL && *name->title != '\0')
    {
      bul_print_text_append (text, text->words->len > 0 ? "  " : "");
      bul_print_text_append (text, name->title);
    }
  append_dim (text, " · ", details);
  append_dim (text, "  ", role);
  if (text->words->len == 0)
    append_dim (text, "", bul_print_word (self->language, BUL_PRINT_WORD_NOT_NAMED));
  bul_print_piece_add_number (add_piece (self, BUL_PRINT_STYLE_SPEAKER, text), speaker->number);
}

static void
add_speakers (Back *self)
{
  const GPtrArray *speakers = self->story->story->speakers;

  self->is_headed = FALSE;
  for (guint i = 0; i < speakers->len; i++)
    if (is_heard (self, speakers->pdata[i]))
      add_speaker (self, speakers->pdata[i]);
}

static Back
make_back (const BulPrintStory *story, const BulScript *script, GPtrArray *pieces)
{
  Back self = { story, script, bul_print_language_of (script), pieces };

  self.is_first = story->story->scripts->len > 0 && story->story->scripts->pdata[0] == script;
  return self;
}

gboolean
bul_print_back_has_notices (const BulPrintStory *story, const BulScript *script)
{
  const Back self = make_back (story, script, NULL);
  const GPtrArray *notices = story->story->notices;
  const GPtrArray *corrections = story->story->corrections;

  for (guint i = 0; i < notices->len; i++)
    {
      const BulNotice *notice = notices->pdata[i];

      for (guint j = 0; bul_notice_is_live (notice, corrections) && j < notice->texts->len; j++)
        if (goes_here (&self, notice, notice->texts->pdata[j]))
          return TRUE;
    }
  return FALSE;
}

void
bul_print_back_compose (const BulPrintStory *story, const BulScript *script, GPtrArray *pieces)
{
  Back self = make_back (story, script, pieces);

  add_notices (&self);
  add_corrections (&self);
  add_speakers (&self);
}
