/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-findings.h"

#include "bul-checker.h"

/* Milliseconds without a change: longer than between two keys. */
#define REST 250

/* A story so long that it takes time is looked at more seldom: this part of the time at most. */
#define SHARE 20

struct _DeskFindings
{
  GObject parent_instance;

  BulHistory *history;
  GPtrArray *all; /* of BulFinding; NULL until someone asks */
  GPtrArray *open;
  GPtrArray *dismissed;
  GHashTable *first; /* block key, of a finding: number */
  guint rest_id;
  guint cost; /* of the last time, in milliseconds */
  gboolean is_urgent;
};

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

/* Returns: whether they are others than before. */
static gboolean
find (DeskFindings *self)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) found = bul_checker_find (bul_history_get_story (self->history));
  g_autoptr (GPtrArray) before = NULL;

  self->is_urgent = FALSE;
  self->cost = (g_get_monotonic_time () - start) / 1000;
  if (are_all_same (self->all, found))
    return FALSE;
  before = g_steal_pointer (&self->all);
  self->all = g_steal_pointer (&found);
  sort_out (self);
  return TRUE;
}

static void
find_and_tell (DeskFindings *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (find (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
rested_cb (gpointer data)
{
  DeskFindings *self = data;

  self->rest_id = 0;
  find_and_tell (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (DeskFindings *self, const BulEdit *edit)
{
  self->is_urgent = self->is_urgent || g_strcmp0 (edit->field, "dismissals") == 0;
}

static void
changed_cb (DeskFindings *self)
{
  if (self->all == NULL)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->is_urgent)
    find_and_tell (self);
  else
    self->rest_id = g_timeout_add (MAX (REST, self->cost * SHARE), rested_cb, self);
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

  self->history = history;
  g_signal_connect_swapped (history, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (history, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

static void
find_first_time (DeskFindings *self)
{
  if (self->all == NULL)
    find (self);
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

/* Those of the whole story come first, and have no place. */
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
desk_findings_get_next (DeskFindings *self, guint line, guint offset)
{
  const GPtrArray *open = desk_findings_get_open (self);
  guint first = 0;

  for (guint i = 0; i < open->len; i++)
    {
      const BulFinding *finding = open->pdata[i];

      if (finding->block == NULL)
        continue;
      if (is_behind (finding, line, offset))
        return i + 1;
      if (first == 0)
        first = i + 1;
    }
  return first;
}

guint
desk_findings_get_previous (DeskFindings *self, guint line, guint offset)
{
  const GPtrArray *open = desk_findings_get_open (self);
  guint last = 0;

  for (guint i = open->len; i > 0; i--)
    {
      const BulFinding *finding = open->pdata[i - 1];

      if (finding->block == NULL)
        continue;
      if (is_before (finding, line, offset))
        return i;
      if (last == 0)
        last = i;
    }
  return last;
}
