/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-people-reader.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-flow-person.h"
#include "bul-worker.h"

/* What a thread has, and nobody else touches while it runs. */
typedef struct
{
  char *path;
  BulStore *store;
  gint64 version;        /* of the library, when @people were read */
  BulFlowPeople *people; /* or NULL */
  GPtrArray *pairs;      /* who of @people may be there twice; or NULL */
} Place;

struct _DeskPeopleReader
{
  GObject parent_instance;

  Place reading;
  Place comparing;
  BulWorker *reader; /* NULL while it is closed */
  BulWorker *comparer;
  GPtrArray *asked; /* of GCancellable: what is on its way */
};

G_DEFINE_FINAL_TYPE (DeskPeopleReader, desk_people_reader, G_TYPE_OBJECT)

DeskPeopleQuestion *
desk_people_question_new (const char *text, gboolean composing, DeskPeopleOrder order)
{
  DeskPeopleQuestion *self = g_new (DeskPeopleQuestion, 1);

  *self = (DeskPeopleQuestion){ g_strdup (text), composing, order };
  return self;
}

void
desk_people_question_free (DeskPeopleQuestion *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

void
desk_people_found_free (DeskPeopleFound *self)
{
  bul_flow_people_unref (self->people);
  g_ptr_array_unref (self->found);
  g_free (self);
}

void
desk_person_known_free (DeskPersonKnown *self)
{
  g_clear_pointer (&self->titles, g_array_unref);
  g_clear_pointer (&self->bites, g_ptr_array_unref);
  bul_record_free (self->record);
  bul_flow_people_unref (self->people);
  g_free (self);
}

typedef struct
{
  Place *place;
  DeskPeopleQuestion *question; /* or NULL */
  char *id;                     /* or NULL */
  char *name;                   /* or NULL */
  BulFlowPeople *people;        /* or NULL */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  desk_people_question_free (self->question);
  g_free (self->id);
  g_free (self->name);
  bul_flow_people_unref (self->people);
  g_free (self);
}

static void
forget (Place *place)
{
  g_clear_pointer (&place->pairs, g_ptr_array_unref);
  g_clear_pointer (&place->people, bul_flow_people_unref);
}

static BulStore *
open_store (Place *place, GError **error)
{
  if (place->store == NULL)
    place->store = bul_store_open (place->path, BUL_STORE_READ_ONLY, error);
  return place->store;
}

/* Reading is not given up with the question: the next one needs it as well. */
static BulFlowPeople *
read_people (Place *place, GError **error)
{
  BulStore *store = open_store (place, error);
  gint64 version = store == NULL ? 0 : bul_store_get_data_version (store);

  if (store == NULL || (place->people != NULL && place->version == version))
    return store == NULL ? NULL : place->people;
  forget (place);
  place->people = bul_flow_people_new (store, NULL, error);
  place->version = version;
  return place->people;
}

static gpointer
list_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  BulFlowPeople *people = read_people (job->place, error);
  DeskPeopleFound *found;

  if (people == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  found = g_new0 (DeskPeopleFound, 1);
  found->people = bul_flow_people_ref (people);
  found->found = job->question->composing
                     ? bul_flow_people_list_composing (people, job->question->text)
                     : bul_flow_people_list (people, job->question->text);
  if (job->question->order == DESK_PEOPLE_BY_NAME)
    bul_flow_people_sort_by_name (found->found);
  return found;
}

static gpointer
show_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  BulFlowPeople *people = read_people (job->place, error);
  const BulFlowPerson *person = people == NULL ? NULL : bul_flow_people_find_id (people, job->id);
  g_autoptr (DeskPersonKnown) known = NULL;
  int n_stories;

  if (person == NULL && people != NULL && job->name != NULL)
    person = bul_flow_people_find_id (people, job->name);
  if (person == NULL)
    {
      if (people != NULL)
        g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND, _ ("Nobody is called “%s”."), job->id);
      return NULL;
    }
  known = g_new0 (DeskPersonKnown, 1);
  known->people = bul_flow_people_ref (people);
  known->person = person;
  known->record = bul_flow_person_dup_record (person);
  known->bites = bul_flow_people_list_bites (job->place->store, person, error);
  if (known->bites == NULL)
    return NULL;
  known->titles = bul_flow_people_list_titles (known->bites);
  n_stories = bul_flow_people_count_stories (job->place->store, person, error);
  known->n_stories = n_stories < 0 ? 0 : (guint) n_stories;
  return n_stories < 0 ? NULL : g_steal_pointer (&known);
}

static gpointer
compare_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  BulStore *store = open_store (job->place, error);

  if (store == NULL)
    return NULL;
  if (job->place->people != job->people)
    {
      forget (job->place);
      job->place->people = bul_flow_people_ref (job->people);
    }
  if (job->place->pairs == NULL)
    job->place->pairs = bul_flow_duplicates_find (store, job->people, cancellable, error);
  return job->place->pairs == NULL ? NULL : g_ptr_array_ref (job->place->pairs);
}

static gpointer
let_go_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Place *place = data;

  forget (place);
  g_clear_pointer (&place->store, bul_store_close);
  return NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskPeopleReader *self = g_task_get_source_object (task);
  GError *error = NULL;
  gpointer made = bul_worker_run_finish (result, &error);

  g_ptr_array_remove (self->asked, g_task_get_cancellable (task));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, made, g_task_get_task_data (task));
}

/* @job: (transfer full); @free frees what it makes, where nobody wants it. */
static void
ask (DeskPeopleReader *self, BulWorkerFunc func, Job *job, GDestroyNotify free, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  gboolean compares = func == compare_job;

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, free, NULL);
  if (self->reader == NULL)
    {
      job_free (job);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library is closed");
      g_object_unref (task);
      return;
    }
  job->place = compares ? &self->comparing : &self->reading;
  g_ptr_array_add (self->asked, g_object_ref (cancellable));
  bul_worker_run_async (compares ? self->comparer : self->reader, func, job, job_free, cancellable,
                        done_cb, task);
}

void
desk_people_reader_list_async (DeskPeopleReader *self,
                               const DeskPeopleQuestion *question,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Job *job;

  g_return_if_fail (DESK_IS_PEOPLE_READER (self) && G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->question = desk_people_question_new (question->text, question->composing, question->order);
  ask (self, list_job, job, (GDestroyNotify) desk_people_found_free,
       g_task_new (self, cancellable, callback, user_data));
}

DeskPeopleFound *
desk_people_reader_list_finish (DeskPeopleReader *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_people_reader_show_async (DeskPeopleReader *self,
                               const char *id,
                               const char *name,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Job *job;

  g_return_if_fail (DESK_IS_PEOPLE_READER (self) && G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->id = g_strdup (id);
  job->name = g_strdup (name);
  ask (self, show_job, job, (GDestroyNotify) desk_person_known_free,
       g_task_new (self, cancellable, callback, user_data));
}

DeskPersonKnown *
desk_people_reader_show_finish (DeskPeopleReader *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_people_reader_compare_async (DeskPeopleReader *self,
                                  BulFlowPeople *people,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Job *job;

  g_return_if_fail (DESK_IS_PEOPLE_READER (self) && G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->people = bul_flow_people_ref (people);
  ask (self, compare_job, job, (GDestroyNotify) g_ptr_array_unref,
       g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
desk_people_reader_compare_finish (DeskPeopleReader *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_people_reader_close (DeskPeopleReader *self)
{
  g_return_if_fail (DESK_IS_PEOPLE_READER (self));

  if (self->reader == NULL)
    return;
  for (guint i = 0; i < self->asked->len; i++)
    g_cancellable_cancel (self->asked->pdata[i]);
  bul_worker_run_async (self->comparer, let_go_job, &self->comparing, NULL, NULL, NULL, NULL);
  bul_worker_run_async (self->reader, let_go_job, &self->reading, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->comparer, bul_worker_free);
  g_clear_pointer (&self->reader, bul_worker_free);
}

void
desk_people_reader_set_path (DeskPeopleReader *self, const char *path)
{
  Place *places[] = { &self->reading, &self->comparing };

  g_return_if_fail (DESK_IS_PEOPLE_READER (self));

  desk_people_reader_close (self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_free (places[i]->path);
      places[i]->path = g_strdup (path);
    }
  self->reader = bul_worker_new ("people");
  self->comparer = bul_worker_new ("people");
}

static void
desk_people_reader_finalize (GObject *object)
{
  DeskPeopleReader *self = DESK_PEOPLE_READER (object);

  desk_people_reader_close (self);
  g_ptr_array_unref (self->asked);
  g_free (self->reading.path);
  g_free (self->comparing.path);

  G_OBJECT_CLASS (desk_people_reader_parent_class)->finalize (object);
}

static void
desk_people_reader_class_init (DeskPeopleReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_people_reader_finalize;
}

static void
desk_people_reader_init (DeskPeopleReader *self)
{
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
}

DeskPeopleReader *
desk_people_reader_new (const char *path)
{
  DeskPeopleReader *self = g_object_new (DESK_TYPE_PEOPLE_READER, NULL);

  desk_people_reader_set_path (self, path);
  return self;
}
