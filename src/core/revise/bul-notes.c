/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-notes.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-enum.h"
#include "bul-error.h"
#include "bul-normal.h"
#include "bul-time.h"
#include "bul-value.h"

/* Returns: (transfer full): @text as it is kept; %NULL, with an error, where it says nothing. */
static char *
dup_said (const char *text, GError **error)
{
  g_autofree char *normal = bul_normal_form (text == NULL ? "" : text, -1);
  gsize length;
  const char *words = bul_chars_trim (normal, strlen (normal), &length);

  if (length == 0)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("A note needs words. Nothing was changed."));
      return NULL;
    }
  return g_strndup (words, length);
}

/* Returns: (transfer full): the span of @passage; %NULL where the story does not read so. */
static BulSpan *
make_span (const BulStory *story, const BulPassage *passage, const char *quote, GError **error)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, passage->block, &position);
  const BulBlock *block = script == NULL ? NULL : script->blocks->pdata[position];
  guint end = passage->at + passage->n_chars;
  g_autofree char *words = NULL;

  if (block != NULL && passage->n_chars > 0 && end <= bul_chars_count (block->text))
    words = bul_chars_slice (block->text, passage->at, end);
  if (words == NULL || (quote != NULL && strcmp (words, quote) != 0))
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                           _ ("These words are no longer there. Nothing was changed."));
      return NULL;
    }
  return bul_span_new (passage->block, passage->at, end, words);
}

char *
bul_notes_add (BulHistory *history,
               const BulPassage *passage,
               const char *quote,
               const char *text,
               const char *by,
               GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *said = dup_said (text, error);
  g_autoptr (BulRecord) span = NULL;
  g_autofree char *key = NULL;
  BulAnnotation *note;
  gboolean done;

  if (said == NULL)
    return NULL;
  if (passage != NULL)
    {
      span = (BulRecord *) make_span (story, passage, quote, error);
      if (span == NULL)
        return NULL;
    }
  key = bul_keys_make (bul_history_get_keys (history), 'a');
  note = bul_record_new (&bul_annotation_type);
  note->key = g_strdup (key);
  note->kind = BUL_ANNOTATION_NOTE;
  note->state = BUL_ANNOTATION_OPEN;
  note->by = g_strdup (by);
  note->at = bul_time_now ();
  note->note = g_steal_pointer (&said);
  if (span != NULL)
    g_ptr_array_add (note->spans, g_steal_pointer (&span));
  bul_history_begin (history, "Note");
  done = bul_history_add (history, NULL, "annotations", story->annotations->len, note, error);
  bul_history_end (history);
  return done ? g_steal_pointer (&key) : NULL;
}

static const BulAnnotation *
find_or_fail (BulHistory *history, const char *key, GError **error)
{
  const BulAnnotation *note = bul_notes_find (bul_history_get_story (history), key);

  if (note == NULL)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND, _ ("There is no note %s."), key);
  return note;
}

gboolean
bul_notes_reply (
    BulHistory *history, const char *key, const char *text, const char *by, GError **error)
{
  const BulAnnotation *note = find_or_fail (history, key, error);
  g_autofree char *said = note == NULL ? NULL : dup_said (text, error);
  g_autoptr (BulRecord) after = NULL;
  g_autofree char *value = NULL;
  BulReply *reply;

  if (said == NULL)
    return FALSE;
  reply = bul_record_new (&bul_reply_type);
  reply->by = g_strdup (by);
  reply->at = bul_time_now ();
  g_free (reply->text);
  reply->text = g_steal_pointer (&said);
  after = bul_record_copy (note);
  g_ptr_array_add (((BulAnnotation *) after)->replies, reply);
  value = bul_value_dup (after, bul_record_type_find_field (&bul_annotation_type, "replies"));
  return bul_history_set_in_step (history, "Reply", key, "replies", value, error);
}

static gboolean
set_state (BulHistory *history,
           const char *what,
           const char *key,
           BulAnnotationState state,
           GError **error)
{
  if (find_or_fail (history, key, error) == NULL)
    return FALSE;
  return bul_history_set_in_step (history, what, key, "state",
                                  bul_enum_to_word (bul_annotation_state_words, state), error);
}

gboolean
bul_notes_resolve (BulHistory *history, const char *key, GError **error)
{
  return set_state (history, "Resolve a note", key, BUL_ANNOTATION_RESOLVED, error);
}

gboolean
bul_notes_reopen (BulHistory *history, const char *key, GError **error)
{
  return set_state (history, "Open a note again", key, BUL_ANNOTATION_OPEN, error);
}

const BulAnnotation *
bul_notes_find (const BulStory *story, const char *key)
{
  for (guint i = 0; i < story->annotations->len; i++)
    {
      const BulAnnotation *note = story->annotations->pdata[i];

      if (g_strcmp0 (note->key, key) == 0)
        return note;
    }
  return NULL;
}

const BulSpan *
bul_notes_get_span (const BulAnnotation *note)
{
  for (guint i = 0; i < note->spans->len; i++)
    {
      const BulSpan *span = note->spans->pdata[i];

      if (!span->orphan && span->on != NULL)
        return span;
    }
  return NULL;
}

guint
bul_notes_count_open (const BulStory *story)
{
  guint n_open = 0;

  for (guint i = 0; i < story->annotations->len; i++)
    n_open
        += ((const BulAnnotation *) story->annotations->pdata[i])->state != BUL_ANNOTATION_RESOLVED;
  return n_open;
}
