/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-finder-private.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-flow-figures.h"
#include "bul-flow-statistics.h"
#include "bul-flow.h"
#include "bul-read-time.h"
#include "bul-store-vocabulary.h"
#include "bul-tags.h"
#include "desk-query-text.h"

/* So many are known before they are counted, and so many of the best. */
#define N_FIRST 50
#define N_BEST 500

/* Rows that are read at once with the first; what one sees of them is fewer. */
#define N_DETAILS 12

/* Places that are looked for: those in the headline, and one in the words. */
#define MOST_PLACES 12
#define MOST_PLACES_READ 400

/* Values of a field that are told: more than anybody goes through. */
#define MOST_VALUES 1000

/* More months than these are counted by years. */
#define MOST_MONTHS 36

typedef DeskFinderPlace Place;
typedef DeskFinderJob Job;

struct _DeskFinder
{
  GObject parent_instance;

  Place *place;
  BulWorker *worker; /* NULL while it is closed */
  GPtrArray *asked;  /* of GCancellable: what is on its way */
};

G_DEFINE_FINAL_TYPE (DeskFinder, desk_finder, G_TYPE_OBJECT)

DeskQuestion *
desk_question_new (const char *text, BulQueryFlags flags, DeskOrder order)
{
  DeskQuestion *self = g_new (DeskQuestion, 1);

  *self = (DeskQuestion){ g_strdup (text), flags, order };
  return self;
}

DeskQuestion *
desk_question_copy (const DeskQuestion *self)
{
  return desk_question_new (self->text, self->flags, self->order);
}

void
desk_question_free (DeskQuestion *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

void
desk_detail_free (DeskDetail *self)
{
  if (self == NULL)
    return;
  bul_store_row_free (self->row);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_strfreev (self->tags);
  g_free (self);
}

void
desk_first_free (DeskFirst *self)
{
  g_clear_pointer (&self->docids, g_array_unref);
  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_free (self);
}

void
desk_all_free (DeskAll *self)
{
  g_clear_pointer (&self->docids, g_array_unref);
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  g_free (self);
}

void
desk_counts_free (DeskCounts *self)
{
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_free (self);
}

void
desk_reading_free (DeskReading *self)
{
  g_clear_pointer (&self->story, bul_record_free);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->search, bul_search_free);
  g_clear_pointer (&self->query, bul_query_free);
  g_clear_pointer (&self->docids, g_array_unref);
  desk_question_free (self->question);
  g_free (self);
}

BulStore *
desk_finder_open_store (DeskFinderPlace *place, GError **error)
{
  if (place->store == NULL)
    place->store = bul_store_open (place->path, BUL_STORE_READ_ONLY, error);
  return place->store;
}

static gboolean
begin (Job *job, GError **error)
{
  if (desk_finder_open_store (job->place, error) == NULL)
    return FALSE;
  job->query = bul_query_new (job->question->text, job->question->flags);
  job->search = bul_search_new (job->place->store, job->query, error);
  return job->search != NULL;
}

gpointer
desk_finder_end (DeskFinderJob *job, gpointer result, GError **error)
{
  if (result != NULL || job->place->store == NULL || error == NULL
      || !bul_search_is_damaged (job->place->store)
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return result;
  g_clear_pointer (&job->search, bul_search_free);
  g_clear_pointer (&job->place->store, bul_store_close);
  g_clear_error (error);
  g_set_error (error, BUL_ERROR, BUL_ERROR_DAMAGED, "What stories are found by is damaged.");
  return NULL;
}

/* What was read of it stays good until somebody writes. */
static const BulVocabulary *
get_vocabulary (Place *place)
{
  gint64 version = bul_store_get_data_version (place->store);

  if (place->vocabulary != NULL && place->version == version)
    return place->vocabulary;
  g_clear_pointer (&place->vocabulary, bul_vocabulary_free);
  place->vocabulary = bul_store_load_tag_names (place->store, NULL);
  place->version = version;
  return place->vocabulary != NULL ? place->vocabulary : bul_vocabulary_get_starter ();
}

static char **
dup_tags (const BulVocabulary *vocabulary, const BulStory *story)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      g_autofree char *name = NULL;

      if (tag->code == NULL || !g_hash_table_add (seen, tag->code))
        continue;
      name = bul_tags_dup_name_in (vocabulary, tag->code, C_ ("vocabulary", "en"));
      g_strv_builder_add (builder, name);
    }
  return g_strv_builder_end (builder);
}

static double
measure (const BulStory *story)
{
  g_autoptr (BulPaces) paces = bul_paces_new ((BulPace){ 0, 0 });

  return bul_seconds_of_story (story, paces);
}

/* Where nothing was looked for, the first words of the story are shown. */
static void
add_opening (const BulStory *story, GPtrArray *places)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];
      BulSearchPlace *place;

      if (block->kind != BUL_BLOCK_PARAGRAPH && block->kind != BUL_BLOCK_HANDOFF)
        continue;
      place = g_new0 (BulSearchPlace, 1);
      place->script = g_strdup (script->key);
      place->block = g_strdup (block->key);
      place->number = i + 1;
      place->text = g_strdup (block->text);
      g_ptr_array_add (places, place);
      return;
    }
}

static gboolean
has_words (const GPtrArray *places, const char *headline)
{
  for (guint i = 0; i < places->len; i++)
    if (g_strcmp0 (((const BulSearchPlace *) places->pdata[i])->text, headline) != 0)
      return TRUE;
  return FALSE;
}

/* A story that is damaged is shown without what it takes to be read. */
static void
read_story (Job *job, DeskDetail *detail)
{
  g_autoptr (BulStory) story = bul_store_load (job->place->store, detail->row->uid, NULL);

  if (story == NULL)
    return;
  detail->tags = dup_tags (get_vocabulary (job->place), story);
  detail->seconds = measure (story);
  if (!has_words (detail->places, detail->row->headline))
    add_opening (story, detail->places);
}

static DeskDetail *
load_detail (Job *job, gint64 docid, GError **error)
{
  g_autoptr (DeskDetail) detail = g_new0 (DeskDetail, 1);
  g_autoptr (GError) failed = NULL;

  detail->docid = docid;
  detail->row = bul_search_load_row (job->search, docid, &failed);
  if (detail->row != NULL)
    detail->places = bul_search_list_places (job->search, docid, MOST_PLACES, &failed);
  if (g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
    {
      g_clear_pointer (&detail->row, bul_store_row_free);
      return g_steal_pointer (&detail);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  read_story (job, detail);
  return g_steal_pointer (&detail);
}

static GPtrArray *
load_details (Job *job, const GArray *docids, guint n, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) details
      = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_detail_free);

  for (guint i = 0; i < MIN (n, docids->len); i++)
    {
      DeskDetail *detail;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      detail = load_detail (job, g_array_index (docids, gint64, i), error);
      if (detail == NULL)
        return NULL;
      g_ptr_array_add (details, detail);
    }
  return g_steal_pointer (&details);
}

static GArray *
list_docids (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) hits
      = job->question->order == DESK_ORDER_BEST
            ? bul_search_list_best (job->search, N_BEST, cancellable, error)
            : bul_search_list_newest (job->search, G_MAXINT64, N_FIRST, cancellable, error);
  GArray *docids;

  if (hits == NULL)
    return NULL;
  docids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (docids, g_array_index (hits, BulSearchHit, i).docid);
  return docids;
}

static gpointer
find_first (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (DeskFirst) first = g_new0 (DeskFirst, 1);

  if (!begin (job, error) || !bul_search_is_ready (job->place->store, &first->is_ready, error)
      || !bul_search_is_behind (job->place->store, &first->is_behind, error))
    return NULL;
  first->docids = list_docids (job, cancellable, error);
  if (first->docids == NULL)
    return NULL;
  first->details = load_details (job, first->docids, N_DETAILS, cancellable, error);
  return first->details == NULL ? NULL : g_steal_pointer (&first);
}

static gpointer
find_first_job (gpointer data, GCancellable *cancellable, GError **error)
{
  return desk_finder_end (data, find_first (data, cancellable, error), error);
}

/* Puts the values of @field that @others counts in the place of those in @facets. */
static void
take_field (GPtrArray *facets, BulQueryField field, GPtrArray *others)
{
  guint at = 0;

  for (guint i = facets->len; i > 0; i--)
    {
      const BulSearchFacet *facet = facets->pdata[i - 1];

      if (facet->field == field)
        g_ptr_array_remove_index (facets, i - 1);
    }
  while (at < facets->len && ((const BulSearchFacet *) facets->pdata[at])->field < field)
    at++;
  for (guint i = others->len; i > 0; i--)
    if (((const BulSearchFacet *) others->pdata[i - 1])->field == field)
      g_ptr_array_insert (facets, (int) at, g_ptr_array_steal_index (others, i - 1));
}

/* The same question with nothing asked of @field. */
static gboolean
count_others (
    Job *job, BulQueryField field, GPtrArray *facets, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = desk_query_text_dup_without (job->question->text, field);
  g_autoptr (BulQuery) query = text == NULL ? NULL : bul_query_new (text, job->question->flags);
  g_autoptr (BulSearch) search
      = query == NULL ? NULL : bul_search_new (job->place->store, query, error);
  g_autoptr (GPtrArray) others = NULL;
  guint n;

  if (query == NULL)
    return TRUE;
  if (search != NULL)
    others
        = bul_search_facets_count (job->place->facets, search, MOST_VALUES, cancellable, &n, error);
  if (others == NULL)
    return FALSE;
  take_field (facets, field, others);
  return TRUE;
}

static gpointer
find_all (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (DeskAll) all = g_new0 (DeskAll, 1);

  if (!begin (job, error)
      || !bul_search_facets_refresh (job->place->facets, job->place->store, cancellable, error))
    return NULL;
  all->docids = g_array_new (FALSE, FALSE, sizeof (gint64));
  all->facets = bul_search_facets_gather (job->place->facets, job->search, all->docids, MOST_VALUES,
                                          cancellable, error);
  if (all->facets == NULL)
    return NULL;
  for (BulQueryField field = 0; field <= BUL_QUERY_DATE; field++)
    if (desk_query_text_is_single (field)
        && !count_others (job, field, all->facets, cancellable, error))
      return NULL;
  return g_steal_pointer (&all);
}

static gpointer
find_all_job (gpointer data, GCancellable *cancellable, GError **error)
{
  return desk_finder_end (data, find_all (data, cancellable, error), error);
}

static gpointer
count (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (BulFlowStatistics) statistics = NULL;
  DeskCounts *counts;

  if (begin (job, error))
    statistics = bul_flow_statistics_new (job->place->store, job->place->facets, job->search,
                                          cancellable, error);
  if (statistics == NULL)
    return NULL;
  counts = g_new0 (DeskCounts, 1);
  counts->n_stories = statistics->counts->n_stories;
  counts->figures = bul_flow_figures_list (statistics->counts);
  counts->charts
      = bul_flow_statistics_list_charts (statistics, C_ ("vocabulary", "en"), MOST_MONTHS);
  return counts;
}

static gpointer
count_job (gpointer data, GCancellable *cancellable, GError **error)
{
  return desk_finder_end (data, count (data, cancellable, error), error);
}

static gpointer
load_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  GPtrArray *details = begin (job, error)
                           ? load_details (job, job->docids, job->docids->len, cancellable, error)
                           : NULL;

  return desk_finder_end (job, details, error);
}

static gpointer
read_it (Job *job, GError **error)
{
  gint64 docid = g_array_index (job->docids, gint64, 0);
  g_autoptr (DeskReading) reading = g_new0 (DeskReading, 1);
  BulStoreRow *row;

  if (!begin (job, error))
    return NULL;
  row = bul_search_load_row (job->search, docid, error);
  if (row != NULL)
    reading->story = bul_flow_load (job->place->store, row->uid, error);
  bul_store_row_free (row);
  if (reading->story != NULL)
    reading->places = bul_search_list_places (job->search, docid, MOST_PLACES_READ, error);
  return reading->places == NULL ? NULL : g_steal_pointer (&reading);
}

static gpointer
read_job (gpointer data, GCancellable *cancellable, GError **error)
{
  return desk_finder_end (data, read_it (data, error), error);
}

static gpointer
let_go_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Place *place = data;

  g_clear_pointer (&place->facets, bul_search_facets_free);
  g_clear_pointer (&place->vocabulary, bul_vocabulary_free);
  g_clear_pointer (&place->store, bul_store_close);
  return NULL;
}

static gpointer
go_to_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Place *place = data;

  place->facets = bul_search_facets_new ();
  return NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskFinder *self = g_task_get_source_object (task);
  GError *error = NULL;
  gpointer made = bul_worker_run_finish (result, &error);

  g_ptr_array_remove (self->asked, g_task_get_cancellable (task));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, made, g_task_get_task_data (task));
}

void
desk_finder_ask (DeskFinder *self,
                 BulWorkerFunc func,
                 const DeskQuestion *question,
                 GArray *docids,
                 GDestroyNotify free,
                 GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Job *job;

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, free, NULL);
  if (self->worker == NULL)
    {
      g_clear_pointer (&docids, g_array_unref);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library is closed");
      g_object_unref (task);
      return;
    }
  job = g_new0 (Job, 1);
  job->place = self->place;
  job->question = desk_question_copy (question);
  job->docids = docids;
  g_ptr_array_add (self->asked, g_object_ref (cancellable));
  bul_worker_run_async (self->worker, func, job, job_free, cancellable, done_cb, task);
}

void
desk_finder_find_first_async (DeskFinder *self,
                              const DeskQuestion *question,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  desk_finder_ask (self, find_first_job, question, NULL, (GDestroyNotify) desk_first_free,
                   g_task_new (self, cancellable, callback, user_data));
}

DeskFirst *
desk_finder_find_first_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_finder_find_all_async (DeskFinder *self,
                            const DeskQuestion *question,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  desk_finder_ask (self, find_all_job, question, NULL, (GDestroyNotify) desk_all_free,
                   g_task_new (self, cancellable, callback, user_data));
}

DeskAll *
desk_finder_find_all_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_finder_count_async (DeskFinder *self,
                         const DeskQuestion *question,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  desk_finder_ask (self, count_job, question, NULL, (GDestroyNotify) desk_counts_free,
                   g_task_new (self, cancellable, callback, user_data));
}

DeskCounts *
desk_finder_count_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_finder_load_async (DeskFinder *self,
                        const DeskQuestion *question,
                        const GArray *docids,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  desk_finder_ask (self, load_job, question, g_array_copy ((GArray *) docids),
                   (GDestroyNotify) g_ptr_array_unref,
                   g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
desk_finder_load_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_finder_read_async (DeskFinder *self,
                        const DeskQuestion *question,
                        gint64 docid,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GArray *docids;

  g_return_if_fail (DESK_IS_FINDER (self) && G_IS_CANCELLABLE (cancellable));

  docids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (docids, docid);
  desk_finder_ask (self, read_job, question, docids, (GDestroyNotify) desk_reading_free,
                   g_task_new (self, cancellable, callback, user_data));
}

DeskReading *
desk_finder_read_finish (DeskFinder *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_finder_close (DeskFinder *self)
{
  g_return_if_fail (DESK_IS_FINDER (self));

  if (self->worker == NULL)
    return;
  for (guint i = 0; i < self->asked->len; i++)
    g_cancellable_cancel (self->asked->pdata[i]);
  bul_worker_run_async (self->worker, let_go_job, self->place, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->worker, bul_worker_free);
}

void
desk_finder_set_path (DeskFinder *self, const char *path)
{
  g_return_if_fail (DESK_IS_FINDER (self));

  desk_finder_close (self);
  g_free (self->place->path);
  self->place->path = g_strdup (path);
  self->worker = bul_worker_new ("finder");
  bul_worker_run_async (self->worker, go_to_job, self->place, NULL, NULL, NULL, NULL);
}

static void
desk_finder_finalize (GObject *object)
{
  DeskFinder *self = DESK_FINDER (object);

  desk_finder_close (self);
  g_ptr_array_unref (self->asked);
  g_free (self->place->path);
  g_free (self->place);

  G_OBJECT_CLASS (desk_finder_parent_class)->finalize (object);
}

static void
desk_finder_class_init (DeskFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_finder_finalize;
}

static void
desk_finder_init (DeskFinder *self)
{
  self->place = g_new0 (Place, 1);
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
}

DeskFinder *
desk_finder_new (const char *path)
{
  DeskFinder *self = g_object_new (DESK_TYPE_FINDER, NULL);

  desk_finder_set_path (self, path);
  return self;
}
