/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pairer.h"

#include <string.h>

#include "bul-flow-pair.h"
#include "bul-pairs.h"
#include "bul-proposals.h"

/* Bytes of both scripts up to which an answer takes some milliseconds at most. */
#define SHORT 12000

/* Milliseconds without a change until an answer that came too late is asked for again. */
#define REST 600

/* Of one document, which it belongs to. */
typedef struct
{
  DeskDocument *document; /* borrowed */
  guint n_edits;          /* of everything in the story */
  gboolean is_asking;
  gboolean is_due; /* it is to be asked */
  guint rest_id;
} Pairer;

typedef struct
{
  BulStory *story; /* a copy */
  GPtrArray *lexicons;
  guint n_edits;
} Question;

static gsize
measure (const BulStory *story)
{
  gsize n_bytes = 0;

  for (BulLanguage language = BUL_LANGUAGE_KOREAN; language <= BUL_LANGUAGE_ENGLISH; language++)
    {
      const BulScript *script = bul_pairs_get_script (story, language);

      for (guint i = 0; script != NULL && i < script->blocks->len; i++)
        n_bytes += strlen (((const BulBlock *) script->blocks->pdata[i])->text);
    }
  return n_bytes;
}

/* A syllable that is being composed is still typed. */
static gboolean
may_pair (const Pairer *self)
{
  return desk_document_get_composing (self->document) == NULL
         && !bul_history_can_redo (desk_document_get_history (self->document));
}

static gboolean
rested_cb (gpointer data)
{
  Pairer *self = data;

  if (desk_document_get_composing (self->document) != NULL)
    return G_SOURCE_CONTINUE;
  self->rest_id = 0;
  desk_pairer_go_on (self->document);
  return G_SOURCE_REMOVE;
}

static void
queue_rest (Pairer *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST, rested_cb, self);
}

static void
edited_cb (Pairer *self)
{
  self->n_edits++;
}

/* What was undone may have been done again: then what follows from it is wanted after all. */
static void
changed_cb (Pairer *self)
{
  self->n_edits++;
  if (self->is_due && !self->is_asking)
    queue_rest (self);
}

static void
pairer_free (gpointer data)
{
  Pairer *self = data;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_free (self);
}

static Pairer *
get_pairer (DeskDocument *document)
{
  static const char name[] = "desk-pairer";
  Pairer *self = g_object_get_data (G_OBJECT (document), name);
  BulHistory *history = desk_document_get_history (document);
  GClosure *closures[2];

  if (self != NULL)
    return self;
  self = g_new0 (Pairer, 1);
  self->document = document;
  closures[0] = g_cclosure_new_swap (G_CALLBACK (edited_cb), self, NULL);
  closures[1] = g_cclosure_new_swap (G_CALLBACK (changed_cb), self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (closures); i++)
    {
      /* The history may outlive the document. */
      g_object_watch_closure (G_OBJECT (document), closures[i]);
      g_signal_connect_closure (history, i == 0 ? "edited" : "changed", closures[i], FALSE);
    }
  g_object_set_data_full (G_OBJECT (document), name, self, pairer_free);
  return self;
}

/* --- elsewhere */

static void
question_free (gpointer data)
{
  Question *question = data;

  bul_record_free (question->story);
  g_clear_pointer (&question->lexicons, g_ptr_array_unref);
  g_free (question);
}

static void
unref_proposals (gpointer proposals)
{
  g_ptr_array_unref (proposals);
}

static void
ask_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  GPtrArray *proposals = bul_flow_pair_propose (question->story, question->lexicons, &error);

  if (proposals == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, proposals, unref_proposals);
}

static void
take (Pairer *self, const GPtrArray *proposals)
{
  BulHistory *history = desk_document_get_history (self->document);
  g_autoptr (GError) error = NULL;

  bul_history_begin_after (history, "Pair sentences");
  if (!bul_proposals_take (history, proposals, &error))
    g_debug ("The pairs stay as they are: %s", error->message);
  bul_history_end (history);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskDocument) document = data;
  Pairer *self = get_pairer (document);
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GPtrArray *proposals = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_due = self->is_due;

  self->is_asking = FALSE;
  if (proposals == NULL)
    g_debug ("The pairs stay as they are: %s", error->message);
  else if (question->n_edits == self->n_edits && may_pair (self))
    take (self, proposals);
  else
    {
      self->is_due = TRUE;
      if (is_due)
        desk_pairer_go_on (document);
      if (!self->is_asking)
        queue_rest (self);
    }
  g_clear_pointer (&proposals, g_ptr_array_unref);
}

static void
ask (Pairer *self)
{
  /* Not its source: a task may go on the other thread, and a document may not. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, g_object_ref (self->document));
  GPtrArray *lexicons = desk_document_get_lexicons (self->document);
  Question *question = g_new (Question, 1);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->is_due = FALSE;
  self->is_asking = TRUE;
  *question = (Question){ .story = bul_record_copy (desk_document_get_story (self->document)),
                          .lexicons = lexicons == NULL ? NULL : g_ptr_array_ref (lexicons),
                          .n_edits = self->n_edits };
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, ask_job);
}

void
desk_pairer_pair (DeskDocument *document)
{
  Pairer *self = get_pairer (document);
  const BulStory *story = desk_document_get_story (document);
  g_autoptr (GError) error = NULL;

  if (measure (story) <= SHORT)
    {
      if (!bul_flow_pair (desk_document_get_history (document),
                          desk_document_get_lexicons (document), &error))
        g_debug ("The pairs stay as they are: %s", error->message);
    }
  else
    self->is_due = TRUE;
}

void
desk_pairer_go_on (DeskDocument *document)
{
  Pairer *self = get_pairer (document);

  if (self->is_due && !self->is_asking && may_pair (self))
    ask (self);
}

gboolean
desk_pairer_is_busy (DeskDocument *document)
{
  Pairer *self = get_pairer (document);

  return self->is_asking || self->rest_id != 0;
}
