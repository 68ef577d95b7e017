/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-found-list.h"

/* Stories that are read in one go: what is asked for meanwhile comes before the others. */
#define N_AT_ONCE 12

struct _DeskFoundList
{
  GObject parent_instance;

  DeskFinder *finder;
  DeskQuestion *question;
  GArray *docids;     /* of gint64 */
  GHashTable *alive;  /* docid → DeskFound, which takes itself out */
  GHashTable *ticked; /* docids */
  GQueue wanted;      /* of docids, as pointers: the last that were asked for are read first */
  GPtrArray *kept;    /* of DeskFound: the first ones, until others are found */
  GCancellable *loading;
  gboolean is_loading;
  guint idle_id;
};

enum
{
  TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void desk_found_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskFoundList,
                               desk_found_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      desk_found_list_model_init))

static GType
desk_found_list_get_item_type (GListModel *model)
{
  return DESK_TYPE_FOUND;
}

static guint
desk_found_list_get_n_items (GListModel *model)
{
  return DESK_FOUND_LIST (model)->docids->len;
}

static gpointer
key_of (gint64 docid)
{
  return GSIZE_TO_POINTER ((gsize) docid);
}

static void
gone_cb (gpointer data, GObject *where)
{
  DeskFoundList *self = data;
  GHashTableIter iter;
  gpointer found;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    if (found == (gpointer) where)
      g_hash_table_iter_remove (&iter);
}

static void
ticked_cb (DeskFound *found, GParamSpec *pspec, DeskFoundList *self)
{
  gpointer key = key_of (desk_found_get_docid (found));

  if (desk_found_get_ticked (found))
    g_hash_table_add (self->ticked, key);
  else
    g_hash_table_remove (self->ticked, key);
  g_signal_emit (self, signals[TICKED], 0);
}

static void
forget (DeskFoundList *self)
{
  GHashTableIter iter;
  gpointer found;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    {
      g_signal_handlers_disconnect_by_data (found, self);
      g_object_weak_unref (found, gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
  g_ptr_array_set_size (self->kept, 0);
  g_queue_clear (&self->wanted);
}

static void load_some (DeskFoundList *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFoundList) self = data;
  g_autoptr (GPtrArray) details = desk_finder_load_finish (DESK_FINDER (source), result, NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self->is_loading = FALSE;
  for (guint i = 0; details != NULL && i < details->len; i++)
    {
      DeskDetail *detail = details->pdata[i];
      DeskFound *found = g_hash_table_lookup (self->alive, key_of (detail->docid));

      if (found == NULL)
        continue;
      details->pdata[i] = NULL;
      desk_found_take_detail (found, detail);
    }
  load_some (self);
}

/* Rows that are gone by now are not read. */
static GArray *
take_wanted (DeskFoundList *self)
{
  GArray *docids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (docids->len < N_AT_ONCE && !g_queue_is_empty (&self->wanted))
    {
      gpointer key = g_queue_pop_head (&self->wanted);
      gint64 docid = (gint64) GPOINTER_TO_SIZE (key);

      if (g_hash_table_contains (self->alive, key))
        g_array_append_val (docids, docid);
    }
  return docids;
}

static void
load_some (DeskFoundList *self)
{
  g_autoptr (GArray) docids = NULL;

  if (self->is_loading || self->finder == NULL || self->question == NULL)
    return;
  docids = take_wanted (self);
  if (docids->len == 0)
    return;
  self->is_loading = TRUE;
  desk_finder_load_async (self->finder, self->question, docids, self->loading, loaded_cb,
                          g_object_ref (self));
}

static gboolean
idle_cb (gpointer data)
{
  DeskFoundList *self = data;

  self->idle_id = 0;
  load_some (self);
  return G_SOURCE_REMOVE;
}

/* All rows that come into sight at once are read in the order in which they stand. */
static void
want (DeskFoundList *self, gint64 docid)
{
  g_queue_push_tail (&self->wanted, key_of (docid));
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static gpointer
desk_found_list_get_item (GListModel *model, guint position)
{
  DeskFoundList *self = DESK_FOUND_LIST (model);
  DeskFound *found;
  gint64 docid;

  if (position >= self->docids->len)
    return NULL;
  docid = g_array_index (self->docids, gint64, position);
  found = g_hash_table_lookup (self->alive, key_of (docid));
  if (found != NULL)
    return g_object_ref (found);
  found = desk_found_new (docid);
  desk_found_set_ticked (found, g_hash_table_contains (self->ticked, key_of (docid)));
  g_signal_connect (found, "notify::ticked", G_CALLBACK (ticked_cb), self);
  g_object_weak_ref (G_OBJECT (found), gone_cb, self);
  g_hash_table_insert (self->alive, key_of (docid), found);
  want (self, docid);
  return found;
}

static void
desk_found_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = desk_found_list_get_item_type;
  iface->get_n_items = desk_found_list_get_n_items;
  iface->get_item = desk_found_list_get_item;
}

static void
stop_loading (DeskFoundList *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->is_loading = FALSE;
  g_clear_handle_id (&self->idle_id, g_source_remove);
}

static void
desk_found_list_dispose (GObject *object)
{
  DeskFoundList *self = DESK_FOUND_LIST (object);

  stop_loading (self);
  forget (self);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (desk_found_list_parent_class)->dispose (object);
}

static void
desk_found_list_finalize (GObject *object)
{
  DeskFoundList *self = DESK_FOUND_LIST (object);

  desk_question_free (self->question);
  g_array_unref (self->docids);
  g_hash_table_unref (self->alive);
  g_hash_table_unref (self->ticked);
  g_ptr_array_unref (self->kept);
  g_object_unref (self->loading);

  G_OBJECT_CLASS (desk_found_list_parent_class)->finalize (object);
}

static void
desk_found_list_class_init (DeskFoundListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_found_list_dispose;
  object_class->finalize = desk_found_list_finalize;
  signals[TICKED] = g_signal_new ("ticked", DESK_TYPE_FOUND_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
desk_found_list_init (DeskFoundList *self)
{
  self->docids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->alive = g_hash_table_new (NULL, NULL);
  self->ticked = g_hash_table_new (NULL, NULL);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading = g_cancellable_new ();
  g_queue_init (&self->wanted);
}

DeskFoundList *
desk_found_list_new (void)
{
  return g_object_new (DESK_TYPE_FOUND_LIST, NULL);
}

void
desk_found_list_set_finder (DeskFoundList *self, DeskFinder *finder)
{
  g_return_if_fail (DESK_IS_FOUND_LIST (self));

  g_set_object (&self->finder, finder);
}

static void
set_docids (DeskFoundList *self, GArray *docids)
{
  g_array_unref (self->docids);
  self->docids = docids;
}

static void
forget_ticked (DeskFoundList *self)
{
  if (g_hash_table_size (self->ticked) == 0)
    return;
  g_hash_table_remove_all (self->ticked);
  g_signal_emit (self, signals[TICKED], 0);
}

static void
replace (DeskFoundList *self, GArray *docids)
{
  guint before = self->docids->len;

  stop_loading (self);
  forget (self);
  set_docids (self, docids);
  forget_ticked (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, docids->len);
}

/* What was read of the first ones stays: nobody waits for what is seen at once. */
static void
keep_details (DeskFoundList *self, GPtrArray *details)
{
  for (guint i = 0; i < details->len; i++)
    {
      DeskFound *found = g_list_model_get_item (G_LIST_MODEL (self), i);

      desk_found_take_detail (found, details->pdata[i]);
      details->pdata[i] = NULL;
      g_ptr_array_add (self->kept, found);
    }
  g_queue_clear (&self->wanted);
}

void
desk_found_list_start (DeskFoundList *self, const DeskQuestion *question, DeskFirst *first)
{
  guint before;

  g_return_if_fail (DESK_IS_FOUND_LIST (self) && question != NULL && first != NULL);

  before = self->docids->len;
  stop_loading (self);
  forget (self);
  desk_question_free (self->question);
  self->question = desk_question_copy (question);
  set_docids (self, g_array_ref (first->docids));
  forget_ticked (self);
  keep_details (self, first->details);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->docids->len);
}

void
desk_found_list_clear (DeskFoundList *self)
{
  g_return_if_fail (DESK_IS_FOUND_LIST (self));

  replace (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
}

/* How many at the beginning are the same. */
static guint
count_same (const GArray *a, const GArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len && g_array_index (a, gint64, n) == g_array_index (b, gint64, n))
    n++;
  return n;
}

void
desk_found_list_finish (DeskFoundList *self, GArray *docids)
{
  guint before;
  guint same;

  g_return_if_fail (DESK_IS_FOUND_LIST (self) && docids != NULL);

  before = self->docids->len;
  same = count_same (self->docids, docids);
  set_docids (self, g_array_ref (docids));
  if (before != same || docids->len != same)
    g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, docids->len - same);
}

void
desk_found_list_refresh (DeskFoundList *self)
{
  GHashTableIter iter;
  gpointer docid;

  g_return_if_fail (DESK_IS_FOUND_LIST (self));

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, &docid, NULL))
    want (self, (gint64) GPOINTER_TO_SIZE (docid));
}

guint
desk_found_list_get_n_ticked (DeskFoundList *self)
{
  g_return_val_if_fail (DESK_IS_FOUND_LIST (self), 0);

  return g_hash_table_size (self->ticked);
}

/* Rows that there are are told; the others learn it when they come. */
static void
tick (DeskFoundList *self, gboolean ticked)
{
  GHashTableIter iter;
  gpointer found;

  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; ticked && i < self->docids->len; i++)
    g_hash_table_add (self->ticked, key_of (g_array_index (self->docids, gint64, i)));
  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    {
      g_signal_handlers_block_by_func (found, ticked_cb, self);
      desk_found_set_ticked (found, ticked);
      g_signal_handlers_unblock_by_func (found, ticked_cb, self);
    }
  g_signal_emit (self, signals[TICKED], 0);
}

void
desk_found_list_tick_all (DeskFoundList *self)
{
  g_return_if_fail (DESK_IS_FOUND_LIST (self));

  tick (self, TRUE);
}

void
desk_found_list_tick_none (DeskFoundList *self)
{
  g_return_if_fail (DESK_IS_FOUND_LIST (self));

  tick (self, FALSE);
}

GArray *
desk_found_list_dup_ticked (DeskFoundList *self)
{
  GArray *docids;

  g_return_val_if_fail (DESK_IS_FOUND_LIST (self), NULL);

  docids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->docids->len; i++)
    if (g_hash_table_contains (self->ticked, key_of (g_array_index (self->docids, gint64, i))))
      g_array_append_val (docids, g_array_index (self->docids, gint64, i));
  return docids;
}

GArray *
desk_found_list_dup_all (DeskFoundList *self)
{
  g_return_val_if_fail (DESK_IS_FOUND_LIST (self), NULL);

  return g_array_copy (self->docids);
}

guint
desk_found_list_get_n_alive (DeskFoundList *self)
{
  g_return_val_if_fail (DESK_IS_FOUND_LIST (self), 0);

  return g_hash_table_size (self->alive);
}
