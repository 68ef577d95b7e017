/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-glance.h"

/* Milliseconds for which a story is chosen before it is read. */
#define REST 30

struct _DeskGlance
{
  DeskPreview *preview;
  DeskFinder *finder; /* NULL: nothing is to be read */
  DeskQuestion *question;
  gint64 docid;
  GCancellable *reading;
  guint rest_id;
};

DeskGlance *
desk_glance_new (DeskPreview *preview)
{
  DeskGlance *self;

  g_return_val_if_fail (DESK_IS_PREVIEW (preview), NULL);

  self = g_new0 (DeskGlance, 1);
  self->preview = g_object_ref (preview);
  return self;
}

void
desk_glance_free (DeskGlance *self)
{
  desk_glance_stop (self);
  g_object_unref (self->preview);
  g_free (self);
}

void
desk_glance_stop (DeskGlance *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->question, desk_question_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskPreview) preview = data;
  g_autoptr (DeskReading) reading = desk_finder_read_finish (DESK_FINDER (source), result, NULL);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    desk_preview_show (preview, reading);
}

static gboolean
rest_cb (gpointer data)
{
  DeskGlance *self = data;

  self->rest_id = 0;
  if (self->finder == NULL)
    {
      desk_preview_show (self->preview, NULL);
      return G_SOURCE_REMOVE;
    }
  self->reading = g_cancellable_new ();
  desk_finder_read_async (self->finder, self->question, self->docid, self->reading, read_cb,
                          g_object_ref (self->preview));
  return G_SOURCE_REMOVE;
}

void
desk_glance_at (DeskGlance *self,
                DeskFinder *finder,
                const DeskQuestion *question,
                DeskFound *found)
{
  g_return_if_fail (self != NULL);

  desk_glance_stop (self);
  if (finder != NULL && found != NULL)
    {
      self->finder = g_object_ref (finder);
      self->question = desk_question_copy (question);
      self->docid = desk_found_get_docid (found);
    }
  self->rest_id = g_timeout_add (REST, rest_cb, self);
}
