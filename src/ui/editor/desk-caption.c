/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-caption.h"

#include <glib/gi18n.h>

#include "bul-checked.h"
#include "bul-notes.h"
#include "bul-span.h"
#include "bul-tag.h"

/* Indexed by BulBlockKind. */
static const char *const kind_names[] = {
  [BUL_BLOCK_HEADER] = N_ ("page head"),
  [BUL_BLOCK_HEADLINE] = N_ ("headline"),
  [BUL_BLOCK_STAMP] = N_ ("time stamp"),
  [BUL_BLOCK_MARKER] = N_ ("section mark"),
  [BUL_BLOCK_TURN] = N_ ("turn"),
  [BUL_BLOCK_PARAGRAPH] = N_ ("paragraph"),
  [BUL_BLOCK_HANDOFF] = N_ ("hand-off"),
  [BUL_BLOCK_SIGNOFF] = N_ ("sign-off"),
  [BUL_BLOCK_BITE] = N_ ("soundbite"),
  [BUL_BLOCK_CUE] = N_ ("cue"),
  [BUL_BLOCK_CREDITS] = N_ ("credits"),
  [BUL_BLOCK_NOTICES] = N_ ("heading of notices"),
  [BUL_BLOCK_FURNITURE] = N_ ("page furniture"),
};

static const BulSpeaker *
find_speaker (DeskDocument *document, const BulBlock *block)
{
  if (block->speakers == NULL || block->speakers[0] == NULL)
    return NULL;
  return bul_story_find_speaker (desk_document_get_story (document), block->speakers[0]);
}

static void
append_findings (GString *out, DeskFindings *findings, const BulBlock *block)
{
  const GPtrArray *open = desk_findings_get_open (findings);
  guint number = desk_findings_get_first (findings, block->key);

  for (; number > 0 && number <= open->len; number++)
    {
      const BulFinding *finding = open->pdata[number - 1];

      if (g_strcmp0 (finding->block, block->key) != 0)
        break;
      /* Translators: said after what sort of line it is: the number of a finding, and what it says.
       */
      g_string_append_printf (out, _ ("; finding %u: %s"), number, _ (finding->message));
    }
}

static void
append_changes (GString *out, const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BulTracked *change = changes->pdata[i];

      if (*change->now == '\0')
        /* Translators: said after what sort of line it is: words that went. */
        g_string_append_printf (out, _ ("; deleted: %s"), change->was);
      else if (*change->was == '\0')
        /* Translators: said after what sort of line it is: words that came. */
        g_string_append_printf (out, _ ("; inserted: %s"), change->now);
      else
        /* Translators: said after what sort of line it is: words that gave way to others. */
        g_string_append_printf (out, _ ("; %s became %s"), change->was, change->now);
      if (change->review != NULL)
        /* Translators: of a change of words: somebody looked at it and found it right. */
        g_string_append (out, _ (", accepted"));
    }
}

/* What is struck, underlined or has a bar beside it. */
static void
append_tracked (GString *out, DeskDocument *document, const BulBlock *block)
{
  DeskChanges *changes = desk_document_get_changes (document);
  guint position;
  const BulScript *script
      = bul_story_find_block (desk_document_get_story (document), block->key, &position);
  g_autoptr (GPtrArray) within
      = script == NULL ? NULL : desk_changes_list_in_line (changes, script, position + 1);
  g_autoptr (GPtrArray) gone
      = script == NULL ? NULL : desk_changes_list_gone (changes, script, block);

  if (script == NULL)
    return;
  append_changes (out, within);
  append_changes (out, gone);
}

static void
append_notes (GString *out, const BulStory *story, const BulBlock *block)
{
  for (guint i = 0; i < story->annotations->len; i++)
    {
      const BulAnnotation *note = story->annotations->pdata[i];
      const BulSpan *span = bul_notes_get_span (note);

      if (note->state == BUL_ANNOTATION_RESOLVED || span == NULL
          || g_strcmp0 (span->on, block->key) != 0)
        continue;
      /* Translators: said after what sort of line it is: the number of a note, and what it says. */
      g_string_append_printf (out, _ ("; note %s: %s"), note->key + 1,
                              note->note == NULL ? "" : note->note);
    }
}

static void
append_tags (GString *out, const BulStory *story, const BulBlock *block)
{
  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      for (guint j = 0; j < tag->spans->len; j++)
        {
          const BulSpan *span = tag->spans->pdata[j];

          if (!span->orphan && g_strcmp0 (span->on, block->key) == 0)
            /* Translators: said after what sort of line it is: words that have a tag. */
            g_string_append_printf (out, _ ("; “%s” is tagged"), span->quote);
        }
    }
}

/* What stands at the other end of a section's head. */
static void
append_part_time (GString *out, DeskDocument *document, const BulBlock *block)
{
  const BulStory *story = desk_document_get_story (document);
  DeskReadTime *time = desk_document_get_read_time (document);
  guint position;
  const BulScript *script = bul_story_find_block (story, block->key, &position);
  const BulReadPart *part
      = desk_read_time_is_ready (time) && script != NULL
            ? bul_read_time_find_part (desk_read_time_get_time_of (time, script->key), position)
            : NULL;
  g_autofree char *clock = NULL;

  if (part == NULL || bul_seconds_sum (part->seconds) <= 0)
    return;
  clock = bul_seconds_dup_clock (bul_seconds_sum (part->seconds));
  /* Translators: said after what sort of line it is: how long the section takes on air, 0:19. */
  g_string_append_printf (out, _ ("; takes %s"), clock);
}

char *
desk_caption_dup (DeskDocument *document, const BulBlock *block, guint n_misspelt)
{
  const BulSpeaker *speaker = find_speaker (document, block);
  g_autoptr (GString) out = g_string_new (NULL);

  if (speaker != NULL)
    g_string_append_printf (out,
                            /* Translators: the number of a speaker, and what sort of line it is. */
                            _ ("speaker %u, %s"), speaker->number, _ (kind_names[block->kind]));
  else
    g_string_append (out, _ (kind_names[block->kind]));
  if (block->kind == BUL_BLOCK_MARKER)
    append_part_time (out, document, block);
  append_tracked (out, document, block);
  if (bul_checked_find (desk_document_get_story (document), block->key) != NULL)
    /* Translators: said after what sort of line it is: somebody read it and found it right. */
    g_string_append (out, _ ("; checked"));
  if (n_misspelt > 0)
    g_string_append_printf (
        out,
        /* Translators: said after what sort of line it is: words that no dictionary has. */
        ngettext ("; %u misspelt word", "; %u misspelt words", n_misspelt), n_misspelt);
  append_notes (out, desk_document_get_story (document), block);
  append_tags (out, desk_document_get_story (document), block);
  append_findings (out, desk_document_get_findings (document), block);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
