/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-composer.h"

/* An input method that was asked to commit and does not is not waited for longer, in milliseconds.
 */
#define PATIENCE 1000

struct _DeskComposer
{
  GtkTextView *view;
  GSourceOnceFunc ready;
  gpointer data;

  gboolean composing;
  gboolean typed; /* since the focus was taken away */
  guint timeout;  /* runs while something is waited for */
  guint idle;
};

static void
finish (gpointer data)
{
  DeskComposer *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  self->ready (self->data);
}

static void
idle_cb (gpointer data)
{
  DeskComposer *self = data;

  self->idle = 0;
  finish (self);
}

static gboolean
timeout_cb (gpointer data)
{
  DeskComposer *self = data;

  self->timeout = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

/* The text comes in the midst of a user action, and the end of composing before or after it. */
static void
check (DeskComposer *self)
{
  if (self->timeout != 0 && self->idle == 0 && self->typed && !self->composing)
    self->idle = g_idle_add_once (idle_cb, self);
}

static void
preedit_changed_cb (DeskComposer *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
  check (self);
}

DeskComposer *
desk_composer_new (GtkTextView *view, GSourceOnceFunc ready, gpointer data)
{
  DeskComposer *self = g_new0 (DeskComposer, 1);

  self->view = view;
  self->ready = ready;
  self->data = data;
  g_signal_connect_swapped (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  return self;
}

void
desk_composer_free (DeskComposer *self)
{
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

gboolean
desk_composer_commit (DeskComposer *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));

  if (self->timeout != 0)
    return FALSE;
  if (!self->composing || !GTK_IS_WINDOW (root))
    return TRUE;
  self->typed = FALSE;
  /* Where the program was busy for longer than that, what the input method sent meanwhile is read
   * first. */
  self->timeout = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE, timeout_cb, self, NULL);
  gtk_window_set_focus (GTK_WINDOW (root), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return FALSE;
}

void
desk_composer_note_typed (DeskComposer *self)
{
  self->typed = TRUE;
  check (self);
}
