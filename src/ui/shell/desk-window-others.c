/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

/* It begins where this one is: at the same story, with a caret of its own. */
void
desk_window_open_another (DeskWindow *self)
{
  DeskWindow *other
      = desk_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->library);
  g_autoptr (DeskSession) session = desk_window_make_session (self);

  desk_window_take_session (other, session);
  desk_window_start (other);
  gtk_window_present (GTK_WINDOW (other));
}

gboolean
desk_window_is_shown_elsewhere (DeskWindow *self, DeskDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    {
      DeskWindow *other = DESK_IS_WINDOW (link->data) ? link->data : NULL;

      if (other != NULL && other != self && other->document == document && !other->is_leaving)
        return TRUE;
    }
  return FALSE;
}

/* What was shown is no document of the library any more: nobody keeps what would be typed in it, so
 * all windows that show it go on with the other one at once. */
static void
replaced_cb (DeskWindow *self, DeskDocument *document, DeskDocument *by)
{
  /* The window that asked for it keeps its caret until the story arrives. */
  gboolean is_awaited = self->kept != NULL;

  if (self->document != document || (by == NULL && self->is_leaving))
    return;
  desk_window_keep_place (self);
  if (by == NULL)
    {
      /* The copy comes. The story itself would come with what was typed, and be changed by it. */
      if (self->is_copying)
        return;
      desk_window_show_story (self, desk_document_get_story (document)->uid);
      return;
    }
  desk_window_set_document (self, by);
  if (is_awaited)
    desk_window_keep_place (self);
}

void
desk_window_watch_replaced (DeskWindow *self)
{
  g_signal_connect_object (self->library, "replaced", G_CALLBACK (replaced_cb), self,
                           G_CONNECT_SWAPPED);
}
