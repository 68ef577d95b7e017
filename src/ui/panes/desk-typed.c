/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-typed.h"

/*
 * A key that is an action of the window overtakes what was typed before it: the input method is
 * another program, and its answers come later (see desk-composer.c, which does the same for the
 * script). Who takes the focus from an entry before they came would have the syllable twice.
 */

/* How long an answer may be on its way, in milliseconds. */
#define ANSWER 250
/* An input method that does not end a syllable at a modifier is not waited for longer. */
#define PATIENCE 1000

typedef struct
{
  DeskTypedChanged done;
  gpointer data;
} Waiting;

struct _DeskTyped
{
  GtkEditable *editable;
  GtkWidget *text; /* in which it is typed */
  GtkEventController *keys;
  char *preedit; /* NULL: no syllable is being composed */
  gboolean is_composing;
  DeskTypedChanged changed;
  gpointer data;

  GArray *waiting;    /* of Waiting */
  gboolean inserted;  /* since something was last being composed */
  gint64 asked_at;    /* a key was pressed then of which nothing has come yet, or 0 */
  gint64 ended_at;    /* composing ended then, and the text has not come yet, or 0 */
  gboolean is_forced; /* the focus was taken and given back */
  gboolean is_deaf;   /* the input method does not end a syllable at a modifier */
  guint timeout_id;
  guint idle_id;
};

static void step (DeskTyped *self);

/* A letter that is no syllable yet is found nowhere: it is passed over until it is one. */
static gboolean
is_lone_letter (const char *preedit)
{
  gunichar c = g_utf8_get_char (preedit);

  return c >= 0x3131 && c <= 0x318e;
}

static gboolean
is_awaited (gint64 since)
{
  return since != 0 && g_get_monotonic_time () - since < PATIENCE * G_TIME_SPAN_MILLISECOND;
}

/* Where the focus is elsewhere nothing is composed here any more, whether that was said or not. */
static gboolean
is_settled (const DeskTyped *self)
{
  GtkRoot *root = gtk_widget_get_root (self->text);

  return root == NULL || gtk_root_get_focus (root) != self->text
         || (!self->is_composing && !is_awaited (self->asked_at) && !is_awaited (self->ended_at));
}

/* What is called may ask for the next. */
static void
finish (DeskTyped *self)
{
  g_autoptr (GArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  self->is_forced = FALSE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  for (guint i = 0; i < waiting->len; i++)
    {
      Waiting *one = &g_array_index (waiting, Waiting, i);

      one->done (one->data);
    }
}

static void
idle_cb (gpointer data)
{
  DeskTyped *self = data;

  self->idle_id = 0;
  if (is_settled (self))
    finish (self);
  else
    step (self);
}

/* An input method that loses the focus puts its syllable into the text. */
static void
force (DeskTyped *self)
{
  gtk_root_set_focus (gtk_widget_get_root (self->text), NULL);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->text));
}

static gboolean
timeout_cb (gpointer data)
{
  DeskTyped *self = data;

  self->timeout_id = 0;
  self->asked_at = 0;
  self->ended_at = 0;
  if (is_settled (self) || self->is_forced)
    {
      finish (self);
      return G_SOURCE_REMOVE;
    }
  self->is_forced = TRUE;
  force (self);
  self->is_deaf = TRUE;
  step (self);
  return G_SOURCE_REMOVE;
}

/* The text comes in the midst of a user action, which is waited for. Of low priority: where the
 * program was busy for longer than that, what the input method sent meanwhile is read first. */
static void
step (DeskTyped *self)
{
  if (self->waiting->len == 0 || self->idle_id != 0)
    return;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (is_settled (self))
    self->idle_id = g_idle_add_once (idle_cb, self);
  else
    self->timeout_id = g_timeout_add_full (G_PRIORITY_LOW,
                                           self->is_composing && !self->is_deaf ? PATIENCE : ANSWER,
                                           timeout_cb, self, NULL);
}

static void
preedit_changed_cb (DeskTyped *self, const char *preedit)
{
  gboolean was_composing = self->is_composing;

  g_free (self->preedit);
  self->is_composing = preedit != NULL && *preedit != '\0';
  self->preedit = !self->is_composing || is_lone_letter (preedit) ? NULL : g_strdup (preedit);
  self->asked_at = 0;
  self->ended_at
      = was_composing && !self->is_composing && !self->inserted ? g_get_monotonic_time () : 0;
  if (self->is_composing)
    self->inserted = FALSE;
  self->changed (self->data);
  step (self);
}

static void
inserted_cb (DeskTyped *self)
{
  self->inserted = TRUE;
  self->is_deaf = FALSE;
  self->asked_at = 0;
  self->ended_at = 0;
  step (self);
}

/* Keys that are actions of the window do not come here. */
static gboolean
key_cb (DeskTyped *self, guint keyval, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0
      && g_unichar_isprint (gdk_keyval_to_unicode (keyval)))
    self->asked_at = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

DeskTyped *
desk_typed_new (GtkEditable *editable, DeskTypedChanged changed, gpointer data)
{
  DeskTyped *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (editable) && changed != NULL, NULL);

  self = g_new0 (DeskTyped, 1);
  self->editable = g_object_ref (editable);
  self->text = g_object_ref (GTK_WIDGET (gtk_editable_get_delegate (editable)));
  self->changed = changed;
  self->data = data;
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  self->keys = g_object_ref (gtk_event_controller_key_new ());
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->text, self->keys);
  g_signal_connect_swapped (self->text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect_data (self->text, "insert-text", G_CALLBACK (inserted_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  return self;
}

void
desk_typed_free (DeskTyped *self)
{
  g_signal_handlers_disconnect_by_data (self->text, self);
  g_signal_handlers_disconnect_by_data (self->keys, self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_array_unref (self->waiting);
  g_object_unref (self->keys);
  g_object_unref (self->text);
  g_object_unref (self->editable);
  g_free (self->preedit);
  g_free (self);
}

char *
desk_typed_dup_text (DeskTyped *self)
{
  const char *text;
  const char *caret;

  g_return_val_if_fail (self != NULL, NULL);

  text = gtk_editable_get_text (self->editable);
  if (self->preedit == NULL)
    return g_strdup (text);
  caret = g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->editable));
  return g_strdup_printf ("%.*s%s%s", (int) (caret - text), text, self->preedit, caret);
}

gboolean
desk_typed_is_composing (DeskTyped *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_composing;
}

void
desk_typed_commit (DeskTyped *self, DeskTypedChanged done, gpointer data)
{
  Waiting waiting = { done, data };

  g_return_if_fail (self != NULL && done != NULL);

  if (self->waiting->len == 0 && is_settled (self))
    {
      done (data);
      return;
    }
  g_array_append_val (self->waiting, waiting);
  step (self);
}
