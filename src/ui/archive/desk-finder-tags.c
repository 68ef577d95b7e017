/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-finder-private.h"

#include "bul-store-vocabulary.h"

typedef DeskFinderJob Job;

void
desk_tag_set_free (DeskTagSet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->uids, g_ptr_array_unref);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  g_clear_pointer (&self->vocabulary, bul_vocabulary_free);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_free (self);
}

static DeskTagSet *
gather (Job *job, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_finder_open_store (job->place, error);
  g_autoptr (DeskTagSet) set = g_new0 (DeskTagSet, 1);

  if (store == NULL)
    return NULL;
  set->uids = bul_search_list_uids_at (store, job->docids, cancellable, error);
  if (set->uids != NULL)
    set->shares = bul_flow_tag_summarise (store, set->uids, cancellable, error);
  if (set->shares != NULL)
    set->vocabulary = bul_store_load_tag_names (store, error);
  if (set->vocabulary != NULL)
    set->counts = bul_store_count_tags (store, error);
  return set->counts == NULL ? NULL : g_steal_pointer (&set);
}

static gpointer
gather_job (gpointer data, GCancellable *cancellable, GError **error)
{
  return desk_finder_end (data, gather (data, cancellable, error), error);
}

static gpointer
load_vocabulary_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  BulStore *store = desk_finder_open_store (job->place, error);

  return desk_finder_end (job, store == NULL ? NULL : bul_store_load_tag_names (store, error),
                          error);
}

static void
saved_free (gpointer data)
{
  DeskSaved *self = data;

  bul_saved_search_free (self->search);
  g_free (self);
}

static gboolean
count_new (BulStore *store, DeskSaved *saved, GCancellable *cancellable, GError **error)
{
  g_autoptr (BulQuery) query = bul_query_new (saved->search->query, 0);
  g_autoptr (BulSearch) search = bul_search_new (store, query, error);

  return search != NULL
         && bul_search_count_since (search, saved->search->seen, cancellable, &saved->n_new, error);
}

static GPtrArray *
list_saved (Job *job, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_finder_open_store (job->place, error);
  g_autoptr (GPtrArray) searches = store == NULL ? NULL : bul_store_list_saved (store, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (saved_free);

  if (searches == NULL)
    return NULL;
  g_ptr_array_set_free_func (searches, NULL);
  for (guint i = 0; i < searches->len; i++)
    {
      DeskSaved *saved = g_new0 (DeskSaved, 1);

      saved->search = searches->pdata[i];
      g_ptr_array_add (list, saved);
    }
  for (guint i = 0; i < list->len; i++)
    if (!count_new (store, list->pdata[i], cancellable, error))
      return NULL;
  return g_steal_pointer (&list);
}

static gpointer
list_saved_job (gpointer data, GCancellable *cancellable, GError **error)
{
  return desk_finder_end (data, list_saved (data, cancellable, error), error);
}

void
desk_finder_gather_async (DeskFinder *self,
                          const DeskQuestion *question,
                          const GArray *docids,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  desk_finder_ask (self, gather_job, question, g_array_copy ((GArray *) docids),
                   (GDestroyNotify) desk_tag_set_free,
                   g_task_new (self, cancellable, callback, user_data));
}

DeskTagSet *
desk_finder_gather_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_finder_load_vocabulary_async (DeskFinder *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (DeskQuestion) nothing = desk_question_new ("", 0, DESK_ORDER_NEWEST);

  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  desk_finder_ask (self, load_vocabulary_job, nothing, NULL, (GDestroyNotify) bul_vocabulary_free,
                   g_task_new (self, cancellable, callback, user_data));
}

BulVocabulary *
desk_finder_load_vocabulary_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_finder_list_saved_async (DeskFinder *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (DeskQuestion) nothing = desk_question_new ("", 0, DESK_ORDER_NEWEST);

  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  desk_finder_ask (self, list_saved_job, nothing, NULL, (GDestroyNotify) g_ptr_array_unref,
                   g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
desk_finder_list_saved_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
