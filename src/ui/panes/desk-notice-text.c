/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notice-text.h"

#include <glib/gi18n.h>

#include "desk-label.h"
#include "desk-token.h"

/* Milliseconds: as long as the hands rest before what they typed counts. */
#define RESTING 1000

struct _DeskNoticeText
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *yours;
  GtkWidget *again;
  GtkWidget *copy;
  GtkLabel *text;
  GtkTextView *words;
  GtkTextBuffer *buffer;

  GtkTextTag *unbroken;
  gboolean is_editable;
  gboolean is_filling;
  guint settle_id; /* runs while something was typed and not told */
};

enum
{
  PROP_TITLE = 1,
  PROP_COPYABLE,
  N_PROPS,
};

enum
{
  WORDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskNoticeText, desk_notice_text, GTK_TYPE_BOX)

static char *
dup_typed (DeskNoticeText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* As in labels: words with Hangul are not broken. */
static void
keep_words_whole (DeskNoticeText *self)
{
  g_autofree char *text = dup_typed (self);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->unbroken, &start, &end);
  desk_token_append_unbroken (ranges, text);
  for (guint i = 0; i < ranges->len; i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) range.start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) range.end);
      gtk_text_buffer_apply_tag (self->buffer, self->unbroken, &start, &end);
    }
}

static gboolean
rested_cb (gpointer data)
{
  DeskNoticeText *self = data;

  desk_notice_text_settle (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DeskNoticeText *self)
{
  keep_words_whole (self);
  if (self->is_filling)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (RESTING, rested_cb, self);
}

/* The button goes with the words. */
static void
again_clicked_cb (DeskNoticeText *self)
{
  desk_notice_text_forget (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  g_signal_emit (self, signals[WORDED], 0, NULL);
}

static void
clicked_cb (DeskNoticeText *self)
{
  desk_notice_text_settle (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->text));
}

static gboolean
framed_cb (GtkWidget *words, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_resize (words);
  return gtk_widget_get_width (words) == 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* How high words stand is known once they have a width; a popover does not ask again by itself. */
static void
mapped_cb (GtkWidget *words)
{
  gtk_widget_add_tick_callback (words, framed_cb, NULL, NULL);
}

static void
desk_notice_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskNoticeText *self = DESK_NOTICE_TEXT (object);

  switch (id)
    {
    case PROP_TITLE:
      desk_notice_text_set_title (self, g_value_get_string (value));
      break;
    case PROP_COPYABLE:
      gtk_widget_set_visible (self->copy, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_notice_text_dispose (GObject *object)
{
  desk_notice_text_forget (DESK_NOTICE_TEXT (object));

  G_OBJECT_CLASS (desk_notice_text_parent_class)->dispose (object);
}

static void
desk_notice_text_class_init (DeskNoticeTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_notice_text_dispose;
  object_class->set_property = desk_notice_text_set_property;
  signals[WORDED] = g_signal_new ("worded", DESK_TYPE_NOTICE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_COPYABLE,
      g_param_spec_boolean ("copyable", NULL, NULL, TRUE,
                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-notice-text.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, title);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, text);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, yours);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, again);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, copy);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, words);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, buffer);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_notice_text_settle);
}

static void
desk_notice_text_init (DeskNoticeText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->unbroken = gtk_text_buffer_create_tag (self->buffer, NULL, "allow-breaks", FALSE, NULL);
}

void
desk_notice_text_set_title (DeskNoticeText *self, const char *title)
{
  g_autofree char *copy = g_strdup_printf (_ ("Copy: %s"), title);
  g_autofree char *again = g_strdup_printf (_ ("Write again: %s"), title);

  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->again), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  again, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/* The caret stays where it is: what comes may be what was just typed, in its normal form. */
static void
fill (DeskNoticeText *self, const char *text)
{
  g_autofree char *typed = dup_typed (self);
  GtkTextIter caret;
  int offset;

  if (g_strcmp0 (typed, text) == 0)
    return;
  g_object_get (self->buffer, "cursor-position", &offset, NULL);
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->is_filling = FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &caret, offset);
  gtk_text_buffer_place_cursor (self->buffer, &caret);
}

static void
show_words (DeskNoticeText *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->words), self->is_editable);
  if (self->is_editable)
    gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
}

void
desk_notice_text_set_text (DeskNoticeText *self, const char *text)
{
  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  desk_label_set_text (self->text, text);
  if (self->settle_id == 0)
    fill (self, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && (*text != '\0' || self->is_editable));
  show_words (self);
}

void
desk_notice_text_set_editable (DeskNoticeText *self, gboolean editable)
{
  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  self->is_editable = editable;
  gtk_widget_set_visible (GTK_WIDGET (self->text), *gtk_label_get_label (self->text) != '\0');
  show_words (self);
}

void
desk_notice_text_set_by_hand (DeskNoticeText *self, gboolean by_hand)
{
  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  gtk_widget_set_visible (GTK_WIDGET (self->yours), by_hand);
  gtk_widget_set_visible (self->again, by_hand && self->is_editable);
  gtk_widget_set_hexpand (self->copy, !(by_hand && self->is_editable));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  by_hand ? gtk_label_get_label (self->yours) : "", -1);
}

void
desk_notice_text_settle (DeskNoticeText *self)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  if (self->settle_id == 0)
    return;
  typed = dup_typed (self);
  desk_notice_text_forget (self);
  desk_label_set_text (self->text, typed);
  show_words (self);
  g_signal_emit (self, signals[WORDED], 0, typed);
}

void
desk_notice_text_forget (DeskNoticeText *self)
{
  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  g_clear_handle_id (&self->settle_id, g_source_remove);
}

const char *
desk_notice_text_get_text (DeskNoticeText *self)
{
  g_return_val_if_fail (DESK_IS_NOTICE_TEXT (self), NULL);

  return gtk_label_get_label (self->text);
}
