/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-findings.h"

#include <gtk/gtk.h>

#include "bul-dismissals.h"
#include "bul-flow-findings.h"

/* Milliseconds without a change: longer than between two keys. */
#define REST 250

/* A story so long that it takes time is looked at more seldom: this part of the time at most. */
#define SHARE 20

/* Milliseconds that a look may take where keys are waited for; a longer one is taken elsewhere, at
 * a copy of the story. */
#define QUICK 3

/* Lines from which on the first look is taken elsewhere as well, for nothing is known of its cost
 * yet and the script waits to be seen. */
#define LONG_SCRIPT 500

/* When that look begins: once the script is seen and has its looks, before GTK lays out what nobody
 * sees. */
#define PRIORITY (GDK_PRIORITY_REDRAW + 3)

struct _DeskFindings
{
  GObject parent_instance;

  BulHistory *history;
  GPtrArray *lexicons; /* of BulLexicon, or NULL */
  GPtrArray *all;      /* of BulFinding; NULL until someone asks */
  GPtrArray *open;
  GPtrArray *dismissed;
  GHashTable *first; /* block key, of a finding: number */
  guint rest_id;
  gboolean is_looking;   /* elsewhere, for the first time */
  guint cost;            /* of the last look, in milliseconds */
  guint n_texts;         /* counts what was edited but dismissals */
  gboolean is_dismissal; /* of the step under way: */
  gboolean is_text;
};

/* A look that another thread takes. */
typedef struct
{
  BulStory *story; /* a copy */
  GPtrArray *lexicons;
  guint n_texts;
  guint cost;
} Look;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFindings, desk_findings, G_TYPE_OBJECT)

static gboolean
are_same (const BulFinding *a, const BulFinding *b)
{
  return g_str_equal (a->code, b->code) && g_strcmp0 (a->block, b->block) == 0
         && a->number == b->number && a->line == b->line && a->range.start == b->range.start
         && a->range.end == b->range.end && a->dismissed == b->dismissed;
}

static gboolean
are_all_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!are_same (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
sort_out (DeskFindings *self)
{
  g_ptr_array_set_size (self->open, 0);
  g_ptr_array_set_size (self->dismissed, 0);
  g_hash_table_remove_all (self->first);
  for (guint i = 0; i < self->all->len; i++)
    {
      BulFinding *finding = self->all->pdata[i];

      g_ptr_array_add (finding->dismissed ? self->dismissed : self->open, finding);
      if (!finding->dismissed && finding->block != NULL
          && !g_hash_table_contains (self->first, finding->block))
        g_hash_table_insert (self->first, finding->block, GUINT_TO_POINTER (self->open->len));
    }
}

/* Returns: whether there is another one now that someone left as it is, or one less. */
static gboolean
mark_dismissed (DeskFindings *self, GPtrArray *findings)
{
  const BulStory *story = bul_history_get_story (self->history);
  gboolean is_other = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      BulFinding *finding = findings->pdata[i];
      gboolean dismissed = bul_dismissals_find (story, finding->block, finding->code) != NULL;

      is_other |= finding->dismissed != dismissed;
      finding->dismissed = dismissed;
    }
  return is_other;
}

static GPtrArray *
look_at (const BulStory *story, const GPtrArray *lexicons, guint *cost)
{
  gint64 start = g_get_monotonic_time ();
  GPtrArray *found = bul_flow_findings (story, lexicons);

  *cost = (g_get_monotonic_time () - start) / 1000;
  return found;
}

/* @found: (transfer full). Returns: whether they are others than before. */
static gboolean
take (DeskFindings *self, GPtrArray *found)
{
  g_autoptr (GPtrArray) before = NULL;

  if (are_all_same (self->all, found))
    {
      g_ptr_array_unref (found);
      return FALSE;
    }
  before = self->all;
  self->all = found;
  sort_out (self);
  return TRUE;
}

static void
take_and_tell (DeskFindings *self, GPtrArray *found)
{
  if (take (self, found))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
look_free (gpointer data)
{
  Look *look = data;

  bul_record_free (look->story);
  g_clear_pointer (&look->lexicons, g_ptr_array_unref);
  g_free (look);
}

static void look_elsewhere (DeskFindings *self);

static void
look_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  g_task_return_pointer (task, look_at (look->story, look->lexicons, &look->cost),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* What was edited meanwhile is looked at when the hands rest again. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskFindings *self = DESK_FINDINGS (source);
  const Look *look = g_task_get_task_data (G_TASK (result));
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), NULL);

  self->cost = look->cost;
  if (look->n_texts != self->n_texts)
    {
      g_ptr_array_unref (found);
      if (self->is_looking)
        look_elsewhere (self);
      return;
    }
  self->is_looking = FALSE;
  mark_dismissed (self, found);
  take_and_tell (self, found);
}

static void
look_elsewhere (DeskFindings *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);
  Look *look = g_new0 (Look, 1);

  look->story = bul_record_copy (bul_history_get_story (self->history));
  look->lexicons = self->lexicons == NULL ? NULL : g_ptr_array_ref (self->lexicons);
  look->n_texts = self->n_texts;
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_job);
}

static gboolean
seen_cb (gpointer data)
{
  DeskFindings *self = data;

  self->rest_id = 0;
  look_elsewhere (self);
  return G_SOURCE_REMOVE;
}

static GPtrArray *
look_now (DeskFindings *self)
{
  return look_at (bul_history_get_story (self->history), self->lexicons, &self->cost);
}

static gboolean
rested_cb (gpointer data)
{
  DeskFindings *self = data;

  self->rest_id = 0;
  if (self->cost > QUICK)
    look_elsewhere (self);
  else
    take_and_tell (self, look_now (self));
  return G_SOURCE_REMOVE;
}

static void
queue_look (DeskFindings *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (MAX (REST, self->cost * SHARE), rested_cb, self);
}

static void
edited_cb (DeskFindings *self, const BulEdit *edit)
{
  if (g_strcmp0 (edit->field, "dismissals") == 0)
    self->is_dismissal = TRUE;
  else
    self->is_text = TRUE;
}

static void
changed_cb (DeskFindings *self)
{
  gboolean is_dismissal = self->is_dismissal;
  gboolean is_text = self->is_text;

  self->is_dismissal = FALSE;
  self->is_text = FALSE;
  self->n_texts += is_text;
  if (self->all == NULL)
    return;
  if (is_dismissal && mark_dismissed (self, self->all))
    {
      sort_out (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  if (is_text)
    queue_look (self);
}

static void
desk_findings_finalize (GObject *object)
{
  DeskFindings *self = DESK_FINDINGS (object);

  g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_hash_table_unref (self->first);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->dismissed);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->lexicons, g_ptr_array_unref);
  g_object_unref (self->history);

  G_OBJECT_CLASS (desk_findings_parent_class)->finalize (object);
}

static void
desk_findings_class_init (DeskFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_findings_finalize;

  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_FINDINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_findings_init (DeskFindings *self)
{
  self->open = g_ptr_array_new ();
  self->dismissed = g_ptr_array_new ();
  self->first = g_hash_table_new (g_str_hash, g_str_equal);
}

DeskFindings *
desk_findings_new (BulHistory *history)
{
  DeskFindings *self = g_object_new (DESK_TYPE_FINDINGS, NULL);

  self->history = g_object_ref (history);
  g_signal_connect_swapped (history, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (history, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
desk_findings_set_lexicons (DeskFindings *self, GPtrArray *lexicons)
{
  g_return_if_fail (DESK_IS_FINDINGS (self));

  g_clear_pointer (&self->lexicons, g_ptr_array_unref);
  self->lexicons = g_ptr_array_ref (lexicons);
  self->n_texts++;
  if (self->all != NULL)
    queue_look (self);
}

static gboolean
is_long (const BulStory *story)
{
  guint n_lines = 0;

  for (guint i = 0; i < story->scripts->len; i++)
    n_lines += ((const BulScript *) story->scripts->pdata[i])->blocks->len;
  return n_lines >= LONG_SCRIPT;
}

/* Where somebody waits for them; what else looks elsewhere comes to nothing new then. */
static void
find_now (DeskFindings *self)
{
  if (self->all != NULL)
    return;
  take (self, look_now (self));
  if (self->is_looking)
    g_signal_emit (self, signals[CHANGED], 0);
  self->is_looking = FALSE;
}

/* Of a long script there are none until they have been looked for. */
static void
find_first_time (DeskFindings *self)
{
  if (self->all != NULL || self->is_looking)
    return;
  if (!is_long (bul_history_get_story (self->history)))
    {
      find_now (self);
      return;
    }
  self->is_looking = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_idle_add_full (PRIORITY, seen_cb, self, NULL);
}

const GPtrArray *
desk_findings_get_open (DeskFindings *self)
{
  g_return_val_if_fail (DESK_IS_FINDINGS (self), NULL);

  find_first_time (self);
  return self->open;
}

const GPtrArray *
desk_findings_get_dismissed (DeskFindings *self)
{
  g_return_val_if_fail (DESK_IS_FINDINGS (self), NULL);

  find_first_time (self);
  return self->dismissed;
}

guint
desk_findings_get_first (DeskFindings *self, const char *block)
{
  g_return_val_if_fail (DESK_IS_FINDINGS (self), 0);

  find_first_time (self);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->first, block));
}

/* Those of the whole story have no place. It is asked of few: a script is looked through for it. */
static gboolean
is_in (const BulScript *script, const BulFinding *finding)
{
  return finding->block != NULL && bul_script_find_block (script, finding->block) >= 0;
}

static gboolean
is_behind (const BulFinding *finding, guint line, guint offset)
{
  return finding->number > line || (finding->number == line && finding->range.start > offset);
}

static gboolean
is_before (const BulFinding *finding, guint line, guint offset)
{
  return finding->number < line || (finding->number == line && finding->range.start < offset);
}

guint
desk_findings_get_next (DeskFindings *self, const BulScript *script, guint line, guint offset)
{
  const GPtrArray *open = self->open;
  guint first = 0;

  find_now (self);
  for (guint i = 0; i < open->len; i++)
    {
      const BulFinding *finding = open->pdata[i];
      gboolean is_next = is_behind (finding, line, offset);

      if ((!is_next && first > 0) || !is_in (script, finding))
        continue;
      if (is_next)
        return i + 1;
      first = i + 1;
    }
  return first;
}

guint
desk_findings_get_previous (DeskFindings *self, const BulScript *script, guint line, guint offset)
{
  const GPtrArray *open = self->open;
  guint last = 0;

  find_now (self);
  for (guint i = open->len; i > 0; i--)
    {
      const BulFinding *finding = open->pdata[i - 1];
      gboolean is_next = is_before (finding, line, offset);

      if ((!is_next && last > 0) || !is_in (script, finding))
        continue;
      if (is_next)
        return i;
      last = i;
    }
  return last;
}
