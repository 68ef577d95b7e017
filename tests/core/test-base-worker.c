/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-worker.h"

#include "bul-error.h"
#include "unit.h"

/* A gate a job waits at, so that a test decides when the thread goes on. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean is_open;
} Gate;

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->is_open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
gate_pass (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

/* Written by the worker's thread alone; read once its results have come. */
typedef struct
{
  GString *log;
  GThread *thread;
  guint n_freed;
} Record;

typedef struct
{
  Record *record;
  Gate *gate;
  char letter;
} Letter;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_assert_true (g_thread_self () == letter->record->thread);
  letter->record->n_freed++;
  g_free (letter);
}

static gpointer
write_letter (gpointer data, GCancellable *cancellable, GError **error)
{
  Letter *letter = data;

  if (letter->gate != NULL)
    gate_pass (letter->gate);
  letter->record->thread = g_thread_self ();
  g_string_append_c (letter->record->log, letter->letter);
  return g_strdup_printf ("%c", letter->letter);
}

static Letter *
letter_new (Record *record, Gate *gate, int which)
{
  Letter *letter = g_new (Letter, 1);

  *letter = (Letter){ .record = record, .gate = gate, .letter = (char) which };
  return letter;
}

typedef struct
{
  GString *log;
  guint n_cancelled;
  guint n_failed;
  GThread *thread;
} Arrivals;

static void
arrived_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Arrivals *arrivals = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *letter = bul_worker_run_finish (result, &error);

  arrivals->thread = g_thread_self ();
  if (letter != NULL)
    g_string_append (arrivals->log, letter);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    arrivals->n_cancelled++;
  else if (g_error_matches (error, BUL_ERROR, BUL_ERROR_BUSY))
    arrivals->n_failed++;
  else
    g_assert_not_reached ();
}

static void
wait_for (const Arrivals *arrivals, guint n_arrivals)
{
  while (arrivals->log->len + arrivals->n_cancelled + arrivals->n_failed < n_arrivals)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_order (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GString) arrived = g_string_new (NULL);
  Record record = { .log = log };
  Arrivals arrivals = { .log = arrived };
  BulWorker *worker = bul_worker_new ("order");

  for (int which = 'a'; which <= 'z'; which++)
    bul_worker_run_async (worker, write_letter, letter_new (&record, NULL, which), letter_free,
                          NULL, arrived_cb, &arrivals);
  wait_for (&arrivals, 26);
  bul_worker_free (worker);

  g_assert_cmpstr (log->str, ==, "abcdefghijklmnopqrstuvwxyz");
  g_assert_cmpstr (arrived->str, ==, "abcdefghijklmnopqrstuvwxyz");
  g_assert_cmpuint (record.n_freed, ==, 26);
  g_assert_true (arrivals.thread == g_thread_self ());
  g_assert_true (record.thread != g_thread_self ());
}

static void
test_drain (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GString) arrived = g_string_new (NULL);
  Record record = { .log = log };
  Arrivals arrivals = { .log = arrived };
  Gate gate = { .is_open = FALSE };
  BulWorker *worker = bul_worker_new ("drain");

  bul_worker_run_async (worker, write_letter, letter_new (&record, &gate, 'a'), letter_free, NULL,
                        arrived_cb, &arrivals);
  for (int which = 'b'; which <= 'e'; which++)
    bul_worker_run_async (worker, write_letter, letter_new (&record, NULL, which), letter_free,
                          NULL, arrived_cb, &arrivals);
  gate_open (&gate);
  bul_worker_free (worker);

  /* Done when free returns; told when the main context next turns. */
  g_assert_cmpstr (log->str, ==, "abcde");
  g_assert_cmpuint (record.n_freed, ==, 5);
  g_assert_cmpstr (arrived->str, ==, "");
  wait_for (&arrivals, 5);
  g_assert_cmpstr (arrived->str, ==, "abcde");
}

static void
test_cancel_before_start (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GString) arrived = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Record record = { .log = log };
  Arrivals arrivals = { .log = arrived };
  Gate gate = { .is_open = FALSE };
  BulWorker *worker = bul_worker_new ("cancel");

  bul_worker_run_async (worker, write_letter, letter_new (&record, &gate, 'a'), letter_free, NULL,
                        arrived_cb, &arrivals);
  bul_worker_run_async (worker, write_letter, letter_new (&record, NULL, 'b'), letter_free,
                        cancellable, arrived_cb, &arrivals);
  bul_worker_run_async (worker, write_letter, letter_new (&record, NULL, 'c'), letter_free, NULL,
                        arrived_cb, &arrivals);
  g_cancellable_cancel (cancellable);
  gate_open (&gate);
  wait_for (&arrivals, 3);
  bul_worker_free (worker);

  g_assert_cmpstr (log->str, ==, "ac");
  g_assert_cmpstr (arrived->str, ==, "ac");
  g_assert_cmpuint (arrivals.n_cancelled, ==, 1);
  g_assert_cmpuint (record.n_freed, ==, 3);
}

static gpointer
finish_in_spite (gpointer data, GCancellable *cancellable, GError **error)
{
  g_cancellable_cancel (cancellable);
  return g_strdup ("s");
}

static void
test_cancel_after_work (void)
{
  g_autoptr (GString) arrived = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BulWorker) worker = bul_worker_new ("late");
  Arrivals arrivals = { .log = arrived };

  bul_worker_run_async (worker, finish_in_spite, NULL, NULL, cancellable, arrived_cb, &arrivals);
  wait_for (&arrivals, 1);

  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_cmpstr (arrived->str, ==, "s");
}

static gpointer
fail_busy (gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_BUSY, "busy");
  return NULL;
}

static void
test_error (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GString) arrived = g_string_new (NULL);
  g_autoptr (BulWorker) worker = bul_worker_new ("error");
  Record record = { .log = log };
  Arrivals arrivals = { .log = arrived };

  bul_worker_run_async (worker, fail_busy, NULL, NULL, NULL, arrived_cb, &arrivals);
  bul_worker_run_async (worker, write_letter, letter_new (&record, NULL, 'z'), letter_free, NULL,
                        arrived_cb, &arrivals);
  wait_for (&arrivals, 2);

  g_assert_cmpuint (arrivals.n_failed, ==, 1);
  g_assert_cmpstr (arrived->str, ==, "z");
}

static gpointer
return_nothing (gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

typedef struct
{
  GMainLoop *loop;
  GThread *thread;
} Visit;

static void
visited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (bul_worker_run_finish (result, &error));
  g_assert_no_error (error);
  visit->thread = g_thread_self ();
  g_main_loop_quit (visit->loop);
}

static gpointer
visit_from_own_context (gpointer worker)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  Visit visit = { .loop = loop };

  g_main_context_push_thread_default (context);
  bul_worker_run_async (worker, return_nothing, NULL, NULL, NULL, visited_cb, &visit);
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (context);
  return GINT_TO_POINTER (visit.thread == g_thread_self ());
}

static void
test_context (void)
{
  g_autoptr (BulWorker) worker = bul_worker_new ("context");
  GThread *thread = g_thread_new ("caller", visit_from_own_context, worker);

  g_assert_true (GPOINTER_TO_INT (g_thread_join (thread)));
}

UNIT (base_worker)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/free-drains", test_drain);
  g_test_add_func ("/worker/cancelled-before-its-turn", test_cancel_before_start);
  g_test_add_func ("/worker/cancelled-after-the-work", test_cancel_after_work);
  g_test_add_func ("/worker/error", test_error);
  g_test_add_func ("/worker/callers-context", test_context);

  return g_test_run ();
}
