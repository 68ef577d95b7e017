/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-batch.h"

#include "bul-flow-keep-private.h"

/* What is held at most. */
#define MOST_STORIES 200
#define MOST_BYTES ((gsize) 16 * 1024 * 1024)
#define LONGEST_WAIT (G_USEC_PER_SEC / 5)

/* One import that is held. */
typedef struct
{
  char *path;
  BulImport *import;
  GPtrArray *fresh; /* of BulStory, borrowed from @import: to be saved */
  GStrv uids;
  GArray *kept; /* of BulFlowKept */
} Held;

struct _BulFlowBatch
{
  BulStore *store;
  char *by;
  BulFlowBatchFunc func;
  gpointer data;

  GPtrArray *held;     /* of Held */
  GHashTable *sources; /* hashes of what they were read from: the library does not know them yet */
  guint n_stories;
  gsize n_bytes;
  gint64 since; /* when the first of them was added */
};

static void
held_free (gpointer data)
{
  Held *held = data;

  g_free (held->path);
  g_ptr_array_unref (held->fresh);
  bul_import_free (held->import);
  g_strfreev (held->uids);
  g_array_unref (held->kept);
  g_free (held);
}

BulFlowBatch *
bul_flow_batch_new (BulStore *store, const char *by, BulFlowBatchFunc func, gpointer data)
{
  BulFlowBatch *self = g_new0 (BulFlowBatch, 1);

  self->store = store;
  self->by = g_strdup (by);
  self->func = func;
  self->data = data;
  self->held = g_ptr_array_new_with_free_func (held_free);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
bul_flow_batch_free (BulFlowBatch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sources);
  g_ptr_array_unref (self->held);
  g_free (self->by);
  g_free (self);
}

static void
tell (BulFlowBatch *self, const Held *held, const GError *error)
{
  self->func (held->path, held->import, (const char *const *) held->uids,
              (const BulFlowKept *) held->kept->data, error, self->data);
}

/* One fault must not cost the others: what was saved already is found there, and is well. */
static void
save_each (BulFlowBatch *self)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      const Held *held = self->held->pdata[i];
      g_autoptr (GError) error = NULL;

      bul_store_save_many (self->store, held->fresh, NULL, &error);
      tell (self, held, error);
    }
}

static void
save_together (BulFlowBatch *self)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_sized_new (self->n_stories);

  for (guint i = 0; i < self->held->len; i++)
    {
      const Held *held = self->held->pdata[i];

      for (guint j = 0; j < held->fresh->len; j++)
        g_ptr_array_add (stories, held->fresh->pdata[j]);
    }
  if (!bul_store_save_many (self->store, stories, NULL, NULL))
    {
      save_each (self);
      return;
    }
  for (guint i = 0; i < self->held->len; i++)
    tell (self, self->held->pdata[i], NULL);
}

void
bul_flow_batch_flush (BulFlowBatch *self)
{
  save_together (self);
  g_hash_table_remove_all (self->sources);
  g_ptr_array_set_size (self->held, 0);
  self->n_stories = 0;
  self->n_bytes = 0;
}

static gboolean
is_full (const BulFlowBatch *self)
{
  return self->n_stories >= MOST_STORIES || self->n_bytes >= MOST_BYTES
         || g_get_monotonic_time () - self->since >= LONGEST_WAIT;
}

/* Whether what is held has to be there before @import is looked for in the library. */
static gboolean
must_wait (const BulFlowBatch *self, const BulImport *import)
{
  return import->is_xml || import->exchanges->len > 0
         || g_hash_table_contains (self->sources, import->source->sha256);
}

static void
hold (BulFlowBatch *self, Held *held)
{
  if (self->held->len == 0)
    self->since = g_get_monotonic_time ();
  g_ptr_array_add (self->held, held);
  g_hash_table_add (self->sources, held->import->source->sha256);
  self->n_stories += held->fresh->len;
  self->n_bytes += g_bytes_get_size (held->import->source->bytes);
}

void
bul_flow_batch_add (BulFlowBatch *self, const char *path, BulImport *import)
{
  Held *held = g_new0 (Held, 1);
  g_autoptr (GError) error = NULL;

  held->path = g_strdup (path);
  held->import = import;
  held->fresh = g_ptr_array_new ();
  held->kept = g_array_new (FALSE, FALSE, sizeof (BulFlowKept));
  if (must_wait (self, import))
    bul_flow_batch_flush (self);
  if (!bul_flow_sort_out (self->store, import, self->by, held->fresh, &held->uids, held->kept,
                          &error))
    {
      bul_flow_batch_flush (self);
      tell (self, held, error);
      held_free (held);
      return;
    }
  hold (self, held);
  if (is_full (self))
    bul_flow_batch_flush (self);
}
