/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-preview.h"

#include <glib/gi18n.h>

#include "desk-style.h"
#include "desk-view.h"

struct _DeskPreview
{
  AdwBin parent_instance;

  GtkLabel *places;
  GtkWidget *open;
  GtkStack *stack;
  GtkWidget *scroller;
  DeskView *view;

  char *uid;
  BulSearchPlace first; /* that is scrolled to, with its block alone */
  guint scroll_id;
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPreview, desk_preview, ADW_TYPE_BIN)

static void
open_cb (DeskPreview *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static gboolean
mark (DeskPreview *self, const BulSearchPlace *place)
{
  DeskBuffer *buffer = desk_view_get_buffer (self->view);
  GtkTextTag *tag = desk_style_table_get_tag (
      gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), DESK_STYLE_HIT);
  GtkTextIter start;
  GtkTextIter end;

  if (!desk_buffer_get_iter_at_place (buffer, place->block, place->range.start, DESK_AFTER_STRUCK,
                                      &start)
      || !desk_buffer_get_iter_at_place (buffer, place->block, place->range.end, DESK_BEFORE_STRUCK,
                                         &end))
    return FALSE;
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (buffer), tag, &start, &end);
  return TRUE;
}

static void
stop_scrolling (DeskPreview *self)
{
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->first.block, g_free);
}

static gboolean
scroll_cb (gpointer data)
{
  DeskPreview *self = data;

  self->scroll_id = 0;
  desk_view_show_place (self->view, self->first.block, self->first.range.start);
  stop_scrolling (self);
  return G_SOURCE_REMOVE;
}

/* Once the lines have their places: GTK 4.8 is caught by surprise else, and paints by halves. */
static void
scroll_to (DeskPreview *self, const BulSearchPlace *place)
{
  self->first.block = g_strdup (place->block);
  self->first.range = place->range;
  self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_cb, self, NULL);
}

/* The script that has the first of the places. */
static const char *
get_script (const DeskReading *reading)
{
  const BulSearchPlace *first = reading->places->len == 0 ? NULL : reading->places->pdata[0];

  return first == NULL ? NULL : first->script;
}

static void
show_places (DeskPreview *self, const DeskReading *reading)
{
  guint n = reading->places->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  const BulSearchPlace *first = NULL;

  for (guint i = 0; i < n; i++)
    if (mark (self, reading->places->pdata[i]) && first == NULL)
      first = reading->places->pdata[i];
  gtk_label_set_label (self->places, words);
  gtk_widget_set_visible (GTK_WIDGET (self->places), n > 0);
  if (first != NULL)
    scroll_to (self, first);
}

void
desk_preview_show (DeskPreview *self, DeskReading *reading)
{
  g_autoptr (DeskDocument) document = NULL;

  g_return_if_fail (DESK_IS_PREVIEW (self));

  stop_scrolling (self);
  g_clear_pointer (&self->uid, g_free);
  gtk_widget_set_sensitive (self->open, reading != NULL);
  if (reading == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->places), FALSE);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  self->uid = g_strdup (reading->story->uid);
  document = desk_document_new (g_steal_pointer (&reading->story));
  desk_view_set_document (self->view, document, get_script (reading));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "story");
  show_places (self, reading);
}

const char *
desk_preview_get_uid (DeskPreview *self)
{
  g_return_val_if_fail (DESK_IS_PREVIEW (self), NULL);

  return self->uid;
}

static void
desk_preview_dispose (GObject *object)
{
  stop_scrolling (DESK_PREVIEW (object));

  G_OBJECT_CLASS (desk_preview_parent_class)->dispose (object);
}

static void
desk_preview_finalize (GObject *object)
{
  g_free (DESK_PREVIEW (object)->uid);

  G_OBJECT_CLASS (desk_preview_parent_class)->finalize (object);
}

static void
desk_preview_class_init (DeskPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_preview_finalize;
  g_type_ensure (DESK_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPreview, places);
  gtk_widget_class_bind_template_child (widget_class, DeskPreview, open);
  gtk_widget_class_bind_template_child (widget_class, DeskPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskPreview, view);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
desk_preview_init (DeskPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
