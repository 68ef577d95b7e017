/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-story-row.h"
#include "desk-window-private.h"

/* Milliseconds after which a script is on the screen: until then nothing else is to have the
 * processors. */
#define LATER 2000

/* Milliseconds that a window may wait for what it is to show: shown without, all of it is drawn
 * twice before a script is seen. */
#define PATIENCE 150

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_library_back_up_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (self, "%s", error->message);
}

static void
later_cb (gpointer data)
{
  DeskWindow *self = data;

  self->later_id = 0;
  desk_window_load_vocabulary (self);
  desk_library_back_up_async (self->library, backed_up_cb, g_object_ref (self));
}

/* The story that was wanted, where it is still there, or else the newest. Files that are on their
 * way go before both. */
static void
show_first (DeskWindow *self)
{
  const char *wanted = self->kept == NULL ? NULL : self->kept->story;
  g_autoptr (DeskStoryRow) newest
      = g_list_model_get_item (desk_library_get_rows (self->library), 0);

  if (self->document != NULL || self->n_busy > 0 || newest == NULL)
    return;
  if (wanted != NULL && desk_window_get_listed_revision (self, wanted) > 0)
    {
      desk_window_show_story (self, wanted);
      return;
    }
  desk_window_forget_place (self);
  desk_window_show_story (self, desk_story_row_get_uid (newest));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_library_list_finish (DESK_LIBRARY (source), result, &error))
    {
      desk_window_show_broken (self, error);
      return;
    }
  self->is_listed = TRUE;
  g_clear_handle_id (&self->later_id, g_source_remove);
  self->later_id = g_timeout_add_once (LATER, later_cb, self);
  desk_window_listed (self);
  show_first (self);
}

void
desk_window_start (DeskWindow *self)
{
  g_return_if_fail (DESK_IS_WINDOW (self));

  if (self->kept != NULL && self->kept->story != NULL)
    desk_library_want (self->library, self->kept->story);
  desk_library_list_async (self->library, listed_cb, g_object_ref (self));
}

void
desk_window_appear_now (DeskWindow *self)
{
  if (self->appear_id == 0)
    return;
  g_clear_handle_id (&self->appear_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static void
patience_cb (gpointer data)
{
  DeskWindow *self = data;

  self->appear_id = 0;
  gtk_window_present (GTK_WINDOW (self));
}

void
desk_window_appear (DeskWindow *self)
{
  g_return_if_fail (DESK_IS_WINDOW (self));

  if (self->appear_id == 0)
    self->appear_id = g_timeout_add_once (PATIENCE, patience_cb, self);
}
