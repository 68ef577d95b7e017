/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-hold.h"
#include "desk-window-private.h"

#define N_PANES 5

/* What the panes are called where it is kept which of them is open. */
typedef struct
{
  const char *name;
  GtkToggleButton *toggle;
} Pane;

static void
list_panes (DeskWindow *self, Pane panes[N_PANES])
{
  panes[0] = (Pane){ "speakers", self->speakers_toggle };
  panes[1] = (Pane){ "corrections", self->corrections_toggle };
  panes[2] = (Pane){ "notes", self->notes_toggle };
  panes[3] = (Pane){ "findings", self->findings_toggle };
  panes[4] = (Pane){ "history", self->history_toggle };
}

static const char *
get_pane (DeskWindow *self)
{
  Pane panes[N_PANES];

  list_panes (self, panes);
  for (guint i = 0; i < N_PANES; i++)
    if (gtk_toggle_button_get_active (panes[i].toggle))
      return panes[i].name;
  return NULL;
}

static void
set_pane (DeskWindow *self, const char *name)
{
  Pane panes[N_PANES];

  list_panes (self, panes);
  for (guint i = 0; i < N_PANES; i++)
    if (g_strcmp0 (panes[i].name, name) == 0)
      gtk_toggle_button_set_active (panes[i].toggle, TRUE);
}

static void
get_top (DeskWindow *self, DeskSession *session)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->script);
  GdkRectangle seen;
  GtkTextIter top;
  const char *block;
  guint offset;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_iter_at_location (view, &top, gtk_text_view_get_left_margin (view), seen.y);
  if (!desk_buffer_get_place (desk_view_get_buffer (self->script), &top, &block, &offset))
    return;
  session->top = g_strdup (block);
  session->top_offset = (int) offset;
}

static void
get_place (DeskWindow *self, DeskSession *session)
{
  guint offset;

  session->story = g_strdup (desk_document_get_story (self->document)->uid);
  if (!desk_view_get_caret (self->script, &session->block, &offset))
    return;
  session->offset = (int) offset;
  get_top (self, session);
}

static DeskSession *
copy_place (const DeskSession *from)
{
  DeskSession *place = desk_session_new ();

  place->story = g_strdup (from->story);
  place->block = g_strdup (from->block);
  place->offset = from->offset;
  place->top = g_strdup (from->top);
  place->top_offset = from->top_offset;
  return place;
}

void
desk_window_keep_place (DeskWindow *self)
{
  desk_window_forget_place (self);
  if (self->document == NULL)
    return;
  self->kept = desk_session_new ();
  get_place (self, self->kept);
}

void
desk_window_note_place (DeskWindow *self)
{
  DeskSession *place;

  if (self->document == NULL)
    return;
  place = desk_session_new ();
  get_place (self, place);
  g_hash_table_replace (self->places, place->story, place);
}

void
desk_window_forget_place (DeskWindow *self)
{
  g_clear_pointer (&self->kept, desk_session_free);
}

static void
show_top (DeskWindow *self, const DeskSession *place)
{
  GtkTextIter iter;

  if (place->top != NULL
      && desk_buffer_get_iter_at_place (desk_view_get_buffer (self->script), place->top,
                                        place->top_offset, DESK_BEFORE_STRUCK, &iter))
    desk_hold_top (GTK_TEXT_VIEW (self->script), &iter);
}

typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
  DeskSession *place;
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_object_unref (later->window);
  g_object_unref (later->document);
  desk_session_free (later->place);
  g_free (later);
}

static gboolean
show_later_cb (gpointer data)
{
  const Later *later = data;

  if (later->window->document == later->document)
    desk_view_show_place (desk_window_bring_view (later->window, later->place->block),
                          later->place->block, later->place->offset);
  return G_SOURCE_REMOVE;
}

/* Once the lines have their places: GTK 4.8 is caught by surprise else, and paints by halves. */
static void
show_later (DeskWindow *self, DeskSession *place)
{
  Later *later = g_new (Later, 1);

  later->window = g_object_ref (self);
  later->document = g_object_ref (self->document);
  later->place = place;
  g_idle_add_full (G_PRIORITY_LOW, show_later_cb, later, later_free);
}

/* Where it was asked to go, or else where the story was left. */
static DeskSession *
steal_place (DeskWindow *self)
{
  const char *uid = desk_document_get_story (self->document)->uid;
  g_autoptr (DeskSession) place = g_steal_pointer (&self->kept);
  const DeskSession *left;

  if (place != NULL && place->block != NULL && g_strcmp0 (place->story, uid) == 0)
    return g_steal_pointer (&place);
  left = g_hash_table_lookup (self->places, uid);
  return left == NULL || left->block == NULL ? NULL : copy_place (left);
}

void
desk_window_restore_place (DeskWindow *self)
{
  g_autoptr (DeskSession) place = self->document == NULL ? NULL : steal_place (self);

  if (place == NULL)
    return;
  if (place->top == NULL)
    {
      show_later (self, g_steal_pointer (&place));
      return;
    }
  desk_view_show_place (self->script, place->block, place->offset);
  show_top (self, place);
}

DeskSession *
desk_window_make_session (DeskWindow *self)
{
  DeskSession *session = NULL;

  g_return_val_if_fail (DESK_IS_WINDOW (self), NULL);

  /* What is on its way is where the window stands. */
  session = self->document == NULL && self->kept != NULL ? copy_place (self->kept)
                                                         : desk_session_new ();
  if (self->document != NULL)
    get_place (self, session);
  session->library = g_strdup (desk_library_get_path (self->library));
  session->pane = g_strdup (get_pane (self));
  session->list_visible = self->list_visible;
  session->inspector_visible = self->inspector_visible;
  gtk_window_get_default_size (GTK_WINDOW (self), &session->width, &session->height);
  session->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  return session;
}

void
desk_window_take_session (DeskWindow *self, const DeskSession *session)
{
  g_return_if_fail (DESK_IS_WINDOW (self) && self->document == NULL && session != NULL);

  desk_window_forget_place (self);
  if (session->story != NULL)
    self->kept = copy_place (session);
  set_pane (self, session->pane);
  adw_flap_set_reveal_flap (self->outer, session->list_visible);
  adw_flap_set_reveal_flap (self->inner, session->inspector_visible);
  if (session->width > 0 && session->height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), session->width, session->height);
  if (session->maximized)
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
session_changed_cb (DeskWindow *self)
{
  g_signal_emit_by_name (self, "session-changed");
}

/* A side that folds is hidden by the way: what counts is what was chosen while there was room,
 * beside the script, which is where a window begins. The other desks have their sides in the
 * settings. */
static void
side_changed_cb (DeskWindow *self)
{
  gboolean is_on_script = desk_window_is_on_desk (self, "script");

  if (is_on_script && !adw_flap_get_folded (self->outer))
    self->list_visible = adw_flap_get_reveal_flap (self->outer);
  if (is_on_script && !adw_flap_get_folded (self->inner))
    self->inspector_visible = adw_flap_get_reveal_flap (self->inner);
  session_changed_cb (self);
}

static void
document_changed_cb (DeskWindow *self)
{
  g_signal_group_set_target (self->caret_signals, desk_view_get_buffer (self->script));
  session_changed_cb (self);
}

/* The carets of all stories, one after the other. */
void
desk_window_session_init (DeskWindow *self)
{
  static const char *const names[]
      = { "notify::default-width", "notify::default-height", "notify::maximized" };
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->places
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) desk_session_free);
  self->caret_signals = g_signal_group_new (DESK_TYPE_BUFFER);
  g_signal_group_connect_swapped (self->caret_signals, "notify::cursor-position",
                                  G_CALLBACK (session_changed_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect (self, names[i], G_CALLBACK (session_changed_cb), NULL);
  g_signal_connect (self, "notify::document", G_CALLBACK (document_changed_cb), NULL);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::visible-child", G_CALLBACK (session_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outer, "notify::reveal-flap", G_CALLBACK (side_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "notify::reveal-flap", G_CALLBACK (side_changed_cb), self,
                           G_CONNECT_SWAPPED);
  side_changed_cb (self);
}
