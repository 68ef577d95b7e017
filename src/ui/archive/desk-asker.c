/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-asker.h"

struct _DeskAsker
{
  GObject parent_instance;

  DeskFoundList *list;
  DeskFinder *finder;
  DeskQuestion *question;
  GCancellable *cancellable;
  GPtrArray *facets;
  guint n;
  gboolean is_waiting;
  gboolean is_counted;
  gboolean is_ready;
  gboolean is_behind;
};

enum
{
  FOUND,
  COUNTED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskAsker, desk_asker, G_TYPE_OBJECT)

static void
stop (DeskAsker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
desk_asker_dispose (GObject *object)
{
  DeskAsker *self = DESK_ASKER (object);

  stop (self);
  g_clear_object (&self->list);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (desk_asker_parent_class)->dispose (object);
}

static void
desk_asker_finalize (GObject *object)
{
  DeskAsker *self = DESK_ASKER (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->facets);
  desk_question_free (self->question);

  G_OBJECT_CLASS (desk_asker_parent_class)->finalize (object);
}

static void
desk_asker_class_init (DeskAskerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_asker_dispose;
  object_class->finalize = desk_asker_finalize;
  signals[FOUND] = g_signal_new ("found", DESK_TYPE_ASKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", DESK_TYPE_ASKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_ASKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
desk_asker_init (DeskAsker *self)
{
  self->cancellable = g_cancellable_new ();
  self->facets = g_ptr_array_new ();
  self->is_ready = TRUE;
}

DeskAsker *
desk_asker_new (DeskFoundList *list)
{
  DeskAsker *self = g_object_new (DESK_TYPE_ASKER, NULL);

  self->list = g_object_ref (list);
  return self;
}

void
desk_asker_set_finder (DeskAsker *self, DeskFinder *finder)
{
  g_return_if_fail (DESK_IS_ASKER (self));

  stop (self);
  g_set_object (&self->finder, finder);
  desk_found_list_set_finder (self->list, finder);
}

DeskFinder *
desk_asker_get_finder (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), NULL);

  return self->finder;
}

/* Whether an answer came too late, or nothing came of it that is to be told. */
static gboolean
is_over (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
fail (DeskAsker *self, const GError *error)
{
  self->is_waiting = FALSE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
all_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskAsker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAll) all = desk_finder_find_all_finish (DESK_FINDER (source), result, &error);

  if (is_over (result))
    return;
  if (all == NULL)
    {
      fail (self, error);
      return;
    }
  self->n = all->docids->len;
  self->is_counted = TRUE;
  g_ptr_array_unref (self->facets);
  self->facets = g_ptr_array_ref (all->facets);
  if (self->question->order == DESK_ORDER_NEWEST)
    desk_found_list_finish (self->list, all->docids);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
counted_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskAsker) self = data;
  g_autoptr (DeskAll) all = desk_finder_find_all_finish (DESK_FINDER (source), result, NULL);

  if (is_over (result) || all == NULL)
    return;
  g_ptr_array_unref (self->facets);
  self->facets = g_ptr_array_ref (all->facets);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
first_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskAsker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskFirst) first
      = desk_finder_find_first_finish (DESK_FINDER (source), result, &error);

  if (is_over (result))
    return;
  if (first == NULL)
    {
      fail (self, error);
      return;
    }
  self->is_waiting = FALSE;
  self->is_ready = first->is_ready;
  self->is_behind = first->is_behind;
  desk_found_list_start (self->list, self->question, first);
  desk_finder_find_all_async (self->finder, self->question, self->cancellable, all_cb,
                              g_object_ref (self));
  g_signal_emit (self, signals[FOUND], 0);
}

void
desk_asker_ask (DeskAsker *self, const DeskQuestion *question)
{
  DeskQuestion *asked;

  g_return_if_fail (DESK_IS_ASKER (self) && question != NULL);

  stop (self);
  asked = desk_question_copy (question);
  desk_question_free (self->question);
  self->question = asked;
  self->is_counted = FALSE;
  if (self->finder == NULL)
    return;
  self->is_waiting = TRUE;
  desk_finder_find_first_async (self->finder, self->question, self->cancellable, first_cb,
                                g_object_ref (self));
}

void
desk_asker_count_again (DeskAsker *self)
{
  g_return_if_fail (DESK_IS_ASKER (self));

  if (self->finder != NULL && self->is_counted)
    desk_finder_find_all_async (self->finder, self->question, self->cancellable, counted_again_cb,
                                g_object_ref (self));
}

const DeskQuestion *
desk_asker_get_question (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), NULL);

  return self->question;
}

gboolean
desk_asker_is_waiting (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), FALSE);

  return self->is_waiting;
}

gboolean
desk_asker_is_counted (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), FALSE);

  return self->is_counted;
}

guint
desk_asker_get_n (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), 0);

  return self->n;
}

GPtrArray *
desk_asker_get_facets (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), NULL);

  return self->facets;
}

gboolean
desk_asker_is_ready (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), FALSE);

  return self->is_ready;
}

gboolean
desk_asker_is_behind (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), FALSE);

  return self->is_behind;
}

GCancellable *
desk_asker_get_cancellable (DeskAsker *self)
{
  g_return_val_if_fail (DESK_IS_ASKER (self), NULL);

  return self->cancellable;
}
