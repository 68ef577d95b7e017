/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-time.h"

/* Blocks that are measured at one go, in two milliseconds or so. What is longer is measured once it
 * was painted. */
#define SLICE 200

struct _DeskReadTime
{
  GObject parent_instance;

  BulHistory *history;
  BulPaces *paces;
  BulReadTime *time;
  guint idle;         /* while not all is measured yet */
  GHashTable *others; /* key of a script: BulReadTime */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (DeskReadTime, desk_read_time, G_TYPE_OBJECT)

static void
edited_cb (DeskReadTime *self, const BulEdit *edit)
{
  GHashTableIter iter;
  gpointer time;

  bul_read_time_note (self->time, edit);
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, NULL, &time))
    bul_read_time_note (time, edit);
}

static void
changed_cb (DeskReadTime *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
measure_cb (gpointer data)
{
  DeskReadTime *self = data;

  if (!bul_read_time_measure (self->time, SLICE))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  changed_cb (self);
  return G_SOURCE_REMOVE;
}

static void
desk_read_time_finalize (GObject *object)
{
  DeskReadTime *self = DESK_READ_TIME (object);

  g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  bul_read_time_free (self->time);
  g_hash_table_unref (self->others);
  bul_paces_free (self->paces);
  g_object_unref (self->history);
  G_OBJECT_CLASS (desk_read_time_parent_class)->finalize (object);
}

static void
desk_read_time_class_init (DeskReadTimeClass *class)
{
  G_OBJECT_CLASS (class)->finalize = desk_read_time_finalize;

  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_READ_TIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_read_time_init (DeskReadTime *self)
{
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) bul_read_time_free);
}

DeskReadTime *
desk_read_time_new (BulHistory *history)
{
  DeskReadTime *self = g_object_new (DESK_TYPE_READ_TIME, NULL);

  self->history = g_object_ref (history);
  self->paces = bul_paces_new ((BulPace){ 0, 0 });
  self->time = bul_read_time_new (bul_history_get_story (history), NULL, self->paces);
  if (!bul_read_time_measure (self->time, SLICE))
    self->idle = g_idle_add (measure_cb, self);
  g_signal_connect_swapped (history, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (history, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
desk_read_time_set_paces (DeskReadTime *self, BulPaces *paces)
{
  GHashTableIter iter;
  gpointer time;

  g_return_if_fail (DESK_IS_READ_TIME (self) && paces != NULL);

  bul_read_time_set_paces (self->time, paces);
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, NULL, &time))
    bul_read_time_set_paces (time, paces);
  bul_paces_free (self->paces);
  self->paces = paces;
  changed_cb (self);
}

const BulPaces *
desk_read_time_get_paces (DeskReadTime *self)
{
  g_return_val_if_fail (DESK_IS_READ_TIME (self), NULL);

  return self->paces;
}

gboolean
desk_read_time_is_ready (DeskReadTime *self)
{
  g_return_val_if_fail (DESK_IS_READ_TIME (self), FALSE);

  return self->idle == 0;
}

BulReadTime *
desk_read_time_get_time (DeskReadTime *self)
{
  g_return_val_if_fail (DESK_IS_READ_TIME (self), NULL);

  return self->time;
}

BulReadTime *
desk_read_time_get_time_of (DeskReadTime *self, const char *script)
{
  const BulStory *story;
  const BulScript *original;
  BulReadTime *time;

  g_return_val_if_fail (DESK_IS_READ_TIME (self) && script != NULL, NULL);

  story = bul_history_get_story (self->history);
  original = bul_story_get_script (story);
  if (original != NULL && g_str_equal (original->key, script))
    return self->time;
  time = g_hash_table_lookup (self->others, script);
  if (time == NULL)
    {
      time = bul_read_time_new (story, script, self->paces);
      g_hash_table_insert (self->others, g_strdup (script), time);
    }
  return time;
}
