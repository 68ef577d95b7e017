/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-spans.h"

#include <string.h>

#include "bul-annotation.h"
#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-dismissal.h"
#include "bul-enum.h"
#include "bul-link.h"
#include "bul-span.h"
#include "bul-tag.h"
#include "bul-value.h"

/* A text edit as numbers: at, how many code points went and how many came. */
typedef struct
{
  guint at;
  guint removed;
  guint inserted;
} Change;

static guint
place_after (guint place, Change change)
{
  if (place <= change.at)
    return place;
  if (place >= change.at + change.removed)
    return place - change.removed + change.inserted;
  return change.at;
}

static void
span_after_insert (BulSpan *span, Change change)
{
  if (span->start >= change.at)
    span->start += change.inserted;
  if (span->end > change.at)
    span->end += change.inserted;
}

static void
span_after_delete (BulSpan *span, Change change)
{
  span->start = place_after (span->start, change);
  span->end = place_after (span->end, change);
  span->orphan = span->start == span->end;
}

static void
span_after_replace (BulSpan *span, Change change)
{
  guint old_end = change.at + change.removed;
  guint new_end = change.at + change.inserted;

  if (span->end <= change.at)
    return;
  if (span->start >= old_end)
    span->start = span->start - change.removed + change.inserted;
  else
    span->start = MIN (span->start, change.at);
  span->end = span->end > old_end ? span->end - change.removed + change.inserted : new_end;
}

static void
orphan_after (BulSpan *span, Change change)
{
  span->start = place_after (span->start, change);
  span->end = span->start;
}

/* Where a sentence ends, and what may stand behind that. */
static gboolean
ends_with_stop (const char *text)
{
  for (const char *p = text + strlen (text); p > text;)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (g_utf8_strchr (".!?\u2026\u3002", -1, c) != NULL)
        return TRUE;
      if (g_utf8_strchr ("\"')]\u2019\u201d\u300d\u300f\u300b", -1, c) == NULL)
        return FALSE;
    }
  return FALSE;
}

static gboolean
starts_with_blank (const char *text)
{
  return bul_chars_is_blank (g_utf8_get_char (text));
}

/* A headline goes on behind its last word, a closed sentence only with what is set right behind
 * its stop. */
static gboolean
goes_on (const BulSpan *segment, const char *inserted)
{
  return !starts_with_blank (inserted) || !ends_with_stop (segment->quote);
}

/* What is set before a sentence belongs to it, unless it is one itself, or goes on from another. */
static gboolean
begins_with (const BulSpan *segment, const char *text, const char *inserted)
{
  g_autofree char *before = bul_chars_slice (text, 0, segment->start);
  g_autofree char *trimmed = g_strchomp (g_strdup (inserted));

  return !ends_with_stop (before) && !ends_with_stop (trimmed);
}

/* @text: the block as it is now */
static void
segment_after_insert (BulSpan *segment, const char *text, const BulEdit *edit, Change change)
{
  if (segment->end == change.at && goes_on (segment, edit->inserted))
    segment->end += change.inserted;
  else if (segment->start == change.at && begins_with (segment, text, edit->inserted))
    segment->end += change.inserted;
  else
    span_after_insert (segment, change);
}

static void
span_after_text (BulSpan *span, const char *text, const BulEdit *edit)
{
  Change change = { edit->at, edit->removed == NULL ? 0 : bul_chars_count (edit->removed),
                    edit->inserted == NULL ? 0 : bul_chars_count (edit->inserted) };

  if (span->orphan)
    orphan_after (span, change);
  else if (change.removed == 0 && bul_record_get_type (span) == &bul_segment_type)
    segment_after_insert (span, text, edit, change);
  else if (change.removed == 0)
    span_after_insert (span, change);
  else if (change.inserted == 0)
    span_after_delete (span, change);
  else
    span_after_replace (span, change);
}

static void
move_span (BulSpan *span, const char *block)
{
  g_free (span->on);
  span->on = g_strdup (block);
}

/* Returns: (transfer full) (nullable): the part of @span that went to the second block, as a span.
 */
static BulSpan *
span_after_split (BulSpan *span, guint at, const char *second)
{
  BulSpan *rest;

  if (span->end <= at && !(span->orphan && span->start > at))
    return NULL;
  if (span->start >= at)
    {
      move_span (span, second);
      span->start -= at;
      span->end -= at;
      return NULL;
    }
  rest = bul_record_copy (span);
  move_span (rest, second);
  rest->start = 0;
  rest->end = span->end - at;
  span->end = at;
  return rest;
}

static const char *
second_key (const BulEdit *edit)
{
  return bul_record_get_key (edit->things->pdata[0]);
}

/* The text of the block in which @span is; %NULL where that is gone. */
static const char *
get_text (const BulSpan *span, const BulStory *story)
{
  guint position;
  const BulScript *script
      = span->on == NULL ? NULL : bul_story_find_block (story, span->on, &position);

  return script == NULL ? NULL : ((const BulBlock *) script->blocks->pdata[position])->text;
}

static void
refresh_quote (BulSpan *span, const BulStory *story)
{
  const char *text = span->orphan ? NULL : get_text (span, story);

  if (text == NULL)
    return;
  g_free (span->quote);
  span->quote = bul_chars_slice (text, span->start, span->end);
}

/* Two spans that a join brought together again are the one span that a split had cut. */
static void
mend_cut (GPtrArray *spans, const BulStory *story)
{
  for (guint i = 0; i + 1 < spans->len;)
    {
      BulSpan *span = spans->pdata[i];
      BulSpan *next = spans->pdata[i + 1];

      if (span->orphan || next->orphan || span->end != next->start
          || g_strcmp0 (span->on, next->on) != 0)
        {
          i++;
          continue;
        }
      span->end = next->end;
      refresh_quote (span, story);
      g_ptr_array_remove_index (spans, i + 1);
    }
}

static gboolean
follow_one (GPtrArray *spans, guint i, const BulStory *story, const BulEdit *edit)
{
  BulSpan *span = spans->pdata[i];
  BulSpan *rest = NULL;

  if (edit->kind == BUL_EDIT_JOIN && g_strcmp0 (span->on, second_key (edit)) == 0)
    {
      move_span (span, edit->on);
      span->start += edit->at;
      span->end += edit->at;
    }
  else if (g_strcmp0 (span->on, edit->on) != 0)
    return FALSE;
  else if (edit->kind == BUL_EDIT_TEXT)
    span_after_text (span, get_text (span, story), edit);
  else if (edit->kind == BUL_EDIT_SPLIT)
    rest = span_after_split (span, edit->at, second_key (edit));

  refresh_quote (span, story);
  if (rest != NULL)
    {
      refresh_quote (rest, story);
      g_ptr_array_insert (spans, i + 1, rest);
    }
  return TRUE;
}

static void
orphan_removed_block (GPtrArray *spans, const BulEdit *edit)
{
  const char *key = bul_record_get_key (edit->things->pdata[0]);

  for (guint i = 0; i < spans->len; i++)
    {
      BulSpan *span = spans->pdata[i];

      if (g_strcmp0 (span->on, key) != 0)
        continue;
      move_span (span, NULL);
      span->start = 0;
      span->end = 0;
      span->orphan = TRUE;
    }
}

static void
follow_list (GPtrArray *spans, const BulStory *story, const BulEdit *edit)
{
  if (edit->kind == BUL_EDIT_REMOVE)
    {
      orphan_removed_block (spans, edit);
      return;
    }
  /* From the end, so that a span added behind one is not asked again. */
  for (guint i = spans->len; i > 0; i--)
    follow_one (spans, i - 1, story, edit);
  if (edit->kind == BUL_EDIT_JOIN)
    mend_cut (spans, story);
}

static gboolean
concerns (GPtrArray *spans, const BulEdit *edit)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const BulSpan *span = spans->pdata[i];

      if (g_strcmp0 (span->on, edit->on) == 0)
        return TRUE;
      if ((edit->kind == BUL_EDIT_JOIN || edit->kind == BUL_EDIT_REMOVE)
          && g_strcmp0 (span->on, second_key (edit)) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
follow_reads (GPtrArray *edits, const BulCorrection *after, const BulCorrection *before)
{
  BulReads reads = bul_correction_make_reads (after);

  if (reads != before->reads)
    g_ptr_array_add (edits, bul_edit_new_set (before->key, "reads",
                                              bul_enum_to_word (bul_reads_words, before->reads),
                                              bul_enum_to_word (bul_reads_words, reads)));
}

static void
follow_state (GPtrArray *edits, const BulLink *after, const BulLink *before)
{
  BulLinkState state = bul_link_make_state (after);

  if (state != before->state)
    g_ptr_array_add (edits,
                     bul_edit_new_set (before->key, "state",
                                       bul_enum_to_word (bul_link_state_words, before->state),
                                       bul_enum_to_word (bul_link_state_words, state)));
}

static void
follow_owner (GPtrArray *edits, gconstpointer owner, const BulStory *story, const BulEdit *edit)
{
  const BulRecordType *type = bul_record_get_type (owner);
  const char *name = type == &bul_link_type ? "segments" : "spans";
  const BulField *field = bul_record_type_find_field (type, name);
  g_autoptr (BulRecord) after = NULL;
  g_autofree char *value = NULL;
  g_autofree char *now = NULL;

  if (!concerns (*(GPtrArray **) bul_record_field (owner, field), edit))
    return;

  after = bul_record_copy (owner);
  follow_list (*(GPtrArray **) bul_record_field (after, field), story, edit);
  value = bul_value_dup (owner, field);
  now = bul_value_dup (after, field);
  if (g_strcmp0 (value, now) != 0)
    g_ptr_array_add (edits, bul_edit_new_set (bul_record_get_key (owner), name, value, now));
  if (type == &bul_correction_type)
    follow_reads (edits, (const BulCorrection *) after, owner);
  else if (type == &bul_link_type)
    follow_state (edits, (const BulLink *) after, owner);
}

/* From the end, so that the places of those before stay as they are. */
static void
follow_dismissals (GPtrArray *edits, const BulStory *story, const BulEdit *edit)
{
  if (edit->kind != BUL_EDIT_JOIN && edit->kind != BUL_EDIT_REMOVE)
    return;
  for (guint i = story->dismissals->len; i > 0; i--)
    {
      const BulDismissal *dismissal = story->dismissals->pdata[i - 1];
      BulEdit *removal;

      if (g_strcmp0 (dismissal->on, second_key (edit)) != 0)
        continue;
      removal = bul_edit_new (BUL_EDIT_REMOVE, NULL, i - 1);
      removal->field = g_strdup ("dismissals");
      g_ptr_array_add (removal->things, bul_record_copy (dismissal));
      g_ptr_array_add (edits, removal);
    }
}

GPtrArray *
bul_spans_follow (const BulStory *story, const BulEdit *edit)
{
  GPtrArray *edits = bul_records_new ();
  GPtrArray *const owners[] = { story->annotations, story->tags, story->corrections, story->links };

  if (edit->kind == BUL_EDIT_SET || edit->kind == BUL_EDIT_ADD
      || (edit->kind == BUL_EDIT_REMOVE && g_strcmp0 (edit->field, "blocks") != 0))
    return edits;

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    for (guint j = 0; j < owners[i]->len; j++)
      follow_owner (edits, owners[i]->pdata[j], story, edit);
  follow_dismissals (edits, story, edit);
  return edits;
}
