/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-composer.h"

/*
 * An input method is another program: keys go to it, and what they make comes back later. A key
 * that is an action of the window does not wait for that, so it can overtake what was typed before
 * it. Seen with ibus 1.5.27 and Hangul on a busy machine:
 *
 *   - a syllable that Control or Alt ends is taken from the screen first and put into the text by a
 *     second message: in between, nothing seems to be composed;
 *   - where the focus leaves before these arrive, ibus puts the syllable into the text itself, and
 *     then the messages do so once more.
 *
 * So what is on its way is waited for before the focus is taken, and what comes twice is dropped.
 */

/* How long an answer may be on its way, in milliseconds; a few are usual, and 20 on a busy machine.
 */
#define ANSWER 250
/* An input method that was asked to commit and does not is not waited for longer. */
#define PATIENCE 1000

struct _DeskComposer
{
  GtkTextView *view;
  GtkEventController *keys;
  GSourceOnceFunc ready;
  gpointer data;

  char *preedit;     /* what is being composed, or NULL */
  gboolean typed;    /* since something was last being composed */
  gboolean erasing;  /* the last key takes away */
  gint64 asked_at;   /* a key was pressed then of which nothing has come yet, or 0 */
  gint64 ended_at;   /* composing ended then, and the text has not come yet, or 0 */
  gboolean modifier; /* Control, Alt or the like was pressed in the midst of a syllable */
  gboolean overdue;  /* it did not this time */
  gboolean deaf;     /* the input method does not end a syllable at a modifier */

  gboolean waits;
  guint timeout;
  guint idle;
  gboolean forced;  /* the focus was taken and given back */
  gboolean forcing; /* is being taken */
  GtkTextBuffer *watched;
  gulong insert_id;
  char *forced_text; /* that came at once when the focus was taken; may come again */
};

static void step (DeskComposer *self);

static gboolean
is_awaited (gint64 since)
{
  return since != 0 && g_get_monotonic_time () - since < PATIENCE * G_TIME_SPAN_MILLISECOND;
}

static void
stop_watching (DeskComposer *self)
{
  if (self->watched != NULL)
    g_clear_signal_handler (&self->insert_id, self->watched);
  g_clear_object (&self->watched);
  g_clear_pointer (&self->forced_text, g_free);
}

static void
finish (DeskComposer *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  stop_watching (self);
  self->waits = FALSE;
  self->forced = FALSE;
  self->ready (self->data);
}

/* Where the focus went elsewhere (another desk was clicked) the input method composes nothing here
 * any more, whether it said so or not; and the focus is not taken from where somebody types by now.
 */
static gboolean
has_left (DeskComposer *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));

  return root == NULL || gtk_root_get_focus (root) != GTK_WIDGET (self->view);
}

/* What is waited for does not come. */
static gboolean
timeout_cb (gpointer data)
{
  DeskComposer *self = data;

  self->timeout = 0;
  self->asked_at = 0;
  self->ended_at = 0;
  if (!self->forced && has_left (self))
    g_clear_pointer (&self->preedit, g_free);
  if (self->preedit != NULL && self->forced)
    {
      finish (self);
      return G_SOURCE_REMOVE;
    }
  /* It is still listened to once more, lest it is only slow. */
  self->overdue = self->modifier && self->preedit != NULL;
  self->deaf |= self->overdue;
  stop_watching (self);
  step (self);
  return G_SOURCE_REMOVE;
}

/* Of low priority: where the program was busy for longer than that, what the input method sent
 * meanwhile is read first. */
static void
wait_for (DeskComposer *self, guint milliseconds)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_full (G_PRIORITY_LOW, milliseconds, timeout_cb, self, NULL);
}

/* The same text, and nothing was composed in between: the input method was overtaken. */
static void
insert_text_cb (
    GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length, DeskComposer *self)
{
  g_autofree char *inserted = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);

  if (self->forcing && self->forced_text == NULL)
    self->forced_text = g_steal_pointer (&inserted);
  if (self->forcing || g_strcmp0 (self->forced_text, inserted) != 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_clear_pointer (&self->forced_text, g_free);
  self->deaf = FALSE;
}

static void
force (DeskComposer *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->view)));

  self->forced = TRUE;
  stop_watching (self);
  self->watched = g_object_ref (gtk_text_view_get_buffer (self->view));
  self->insert_id
      = g_signal_connect (self->watched, "insert-text", G_CALLBACK (insert_text_cb), self);
  self->forcing = TRUE;
  gtk_window_set_focus (GTK_WINDOW (root), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->forcing = FALSE;
  /* Nothing came at once: what comes is the text itself. */
  if (self->forced_text == NULL || !self->modifier || (self->deaf && !self->overdue))
    stop_watching (self);
  self->modifier = FALSE;
  self->overdue = FALSE;
}

static gboolean
is_settled (DeskComposer *self)
{
  return self->preedit == NULL && !is_awaited (self->asked_at) && !is_awaited (self->ended_at)
         && self->forced_text == NULL;
}

static void
idle_cb (gpointer data)
{
  DeskComposer *self = data;

  self->idle = 0;
  if (is_settled (self))
    finish (self);
  else
    step (self);
}

static void
step (DeskComposer *self)
{
  /* Taking the focus brings signals, which come here. */
  if (!self->waits || self->forcing || self->idle != 0)
    return;
  if (self->preedit != NULL && !self->forced && !is_awaited (self->asked_at)
      && (!self->modifier || self->deaf) && !has_left (self))
    force (self);
  /* The text comes in the midst of a user action. */
  if (is_settled (self))
    self->idle = g_idle_add_once (idle_cb, self);
  else
    wait_for (self, self->forced && self->preedit != NULL ? PATIENCE : ANSWER);
}

static void
preedit_changed_cb (DeskComposer *self, const char *preedit)
{
  gboolean was_composing = self->preedit != NULL;
  gboolean composing = preedit != NULL && *preedit != '\0';

  g_free (self->preedit);
  self->preedit = composing ? g_strdup (preedit) : NULL;
  self->asked_at = 0;
  if (composing)
    {
      self->typed = FALSE;
      self->ended_at = 0;
      /* Somebody types on. */
      if (self->forced && !was_composing)
        {
          self->forced = FALSE;
          stop_watching (self);
        }
    }
  else if (was_composing && !self->typed && !self->erasing)
    self->ended_at = g_get_monotonic_time ();
  if (!composing && was_composing && !self->forced)
    {
      self->deaf &= !self->modifier;
      self->modifier = FALSE;
    }
  step (self);
}

static gboolean
makes_text (guint key, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter
         || g_unichar_isgraph (gdk_keyval_to_unicode (key)) || gdk_keyval_to_unicode (key) == ' ';
}

static gboolean
is_modifier (guint key)
{
  return key == GDK_KEY_Control_L || key == GDK_KEY_Control_R
         || (key >= GDK_KEY_Meta_L && key <= GDK_KEY_Hyper_R);
}

/* Keys that are actions of the window do not come here. */
static gboolean
key_pressed_cb (DeskComposer *self, guint key, guint code, GdkModifierType state)
{
  if (is_modifier (key))
    self->modifier = self->preedit != NULL || is_awaited (self->asked_at);
  else if (key != GDK_KEY_Shift_L && key != GDK_KEY_Shift_R)
    {
      self->modifier = FALSE;
      self->erasing = key == GDK_KEY_BackSpace || key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete
                      || key == GDK_KEY_Escape;
      if (makes_text (key, state) && gtk_text_view_get_editable (self->view))
        self->asked_at = g_get_monotonic_time ();
    }
  return GDK_EVENT_PROPAGATE;
}

DeskComposer *
desk_composer_new (GtkTextView *view, GSourceOnceFunc ready, gpointer data)
{
  DeskComposer *self = g_new0 (DeskComposer, 1);

  self->view = view;
  self->ready = ready;
  self->data = data;
  self->keys = g_object_ref (gtk_event_controller_key_new ());
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), self->keys);
  g_signal_connect_swapped (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  return self;
}

void
desk_composer_free (DeskComposer *self)
{
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (self->keys, self);
  g_object_unref (self->keys);
  stop_watching (self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self->preedit);
  g_free (self);
}

gboolean
desk_composer_commit (DeskComposer *self)
{
  if (self->waits)
    return FALSE;
  if (!GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->view))) || is_settled (self))
    return TRUE;
  self->waits = TRUE;
  step (self);
  return FALSE;
}

void
desk_composer_note_typed (DeskComposer *self)
{
  self->typed = TRUE;
  self->asked_at = 0;
  self->ended_at = 0;
  step (self);
}
