/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-lengths.h"

#include "desk-paces.h"

/* Milliseconds for which rows may come and go before they are measured: who scrolls past wants
 * nothing of them. */
#define PATIENCE 80

/* Stories at a time: whoever opens one waits behind them. */
#define PORTION 8

/* A list binds some two hundred rows around those in sight; who scrolls on wants the last of them.
 */
#define MOST_WANTED 500

struct _DeskLengths
{
  GObject parent_instance;

  DeskLibrary *library;
  GSettings *settings;
  GPtrArray *wanted; /* of DeskStoryRow, in the order in which they are measured */
  GPtrArray *asked;  /* those that are being measured, or NULL */
  GCancellable *cancellable;
  guint source_id;
};

G_DEFINE_FINAL_TYPE (DeskLengths, desk_lengths, G_TYPE_OBJECT)

static void
desk_lengths_dispose (GObject *object)
{
  DeskLengths *self = DESK_LENGTHS (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (desk_lengths_parent_class)->dispose (object);
}

static void
desk_lengths_class_init (DeskLengthsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_lengths_dispose;
}

static void
desk_lengths_init (DeskLengths *self)
{
  self->wanted = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

static void measure (DeskLengths *self);

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLengths) self = data;
  g_autoptr (GArray) lengths = desk_library_measure_finish (DESK_LIBRARY (source), result, NULL);
  g_autoptr (GPtrArray) asked = g_steal_pointer (&self->asked);

  for (guint i = 0; lengths != NULL && asked != NULL && i < lengths->len; i++)
    {
      const DeskLength *length = &g_array_index (lengths, DeskLength, i);

      desk_story_row_set_length (asked->pdata[i], length->revision, length->seconds);
    }
  if (self->wanted != NULL && lengths != NULL)
    measure (self);
}

static void
measure (DeskLengths *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uids = NULL;

  if (self->asked != NULL || self->wanted->len == 0)
    return;
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
  while (self->asked->len < PORTION && self->wanted->len > 0)
    {
      DeskStoryRow *row = g_ptr_array_steal_index (self->wanted, 0);

      g_strv_builder_add (builder, desk_story_row_get_uid (row));
      g_ptr_array_add (self->asked, row);
    }
  uids = g_strv_builder_end (builder);
  desk_library_measure_async (self->library, (const char *const *) uids,
                              desk_paces_new (self->settings), self->cancellable, measured_cb,
                              g_object_ref (self));
}

static void
patience_cb (gpointer data)
{
  DeskLengths *self = data;

  self->source_id = 0;
  measure (self);
}

/* Rows that are in sight ask again when they change. */
static void
paces_changed_cb (DeskLengths *self)
{
  GListModel *rows = desk_library_get_rows (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (DeskStoryRow) row = g_list_model_get_item (rows, i);

      desk_story_row_forget_length (row);
    }
}

DeskLengths *
desk_lengths_new (DeskLibrary *library, GSettings *settings)
{
  DeskLengths *self = g_object_new (DESK_TYPE_LENGTHS, NULL);

  self->library = g_object_ref (library);
  g_set_object (&self->settings, settings);
  desk_paces_watch (settings, G_CALLBACK (paces_changed_cb), self);
  return self;
}

void
desk_lengths_want (DeskLengths *self, DeskStoryRow *row)
{
  g_return_if_fail (DESK_IS_LENGTHS (self));

  if (desk_story_row_has_length (row))
    return;
  g_ptr_array_remove (self->wanted, row);
  if (self->wanted->len == MOST_WANTED)
    g_ptr_array_remove_index (self->wanted, 0);
  g_ptr_array_add (self->wanted, g_object_ref (row));
  if (self->source_id == 0 && self->asked == NULL)
    self->source_id = g_timeout_add_once (PATIENCE, patience_cb, self);
}
