/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-replace-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-label.h"
#include "desk-replace-item.h"

/* So many characters beside the words are shown. */
#define MOST_LEFT 28
#define MOST_RIGHT 56

#define DESK_TYPE_REPLACE_ROW (desk_replace_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskReplaceRow, desk_replace_row, DESK, REPLACE_ROW, GtkBox)

struct _DeskReplaceRow
{
  GtkBox parent_instance;

  GtkWidget *tick;
  GtkLabel *number;
  GtkLabel *words;
  GtkWidget *quote;

  DeskReplaceItem *item;
  GBindingGroup *bindings;
};

G_DEFINE_FINAL_TYPE (DeskReplaceRow, desk_replace_row, GTK_TYPE_BOX)

static void
desk_replace_row_dispose (GObject *object)
{
  DeskReplaceRow *self = DESK_REPLACE_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_object (&self->bindings);

  G_OBJECT_CLASS (desk_replace_row_parent_class)->dispose (object);
}

static void
desk_replace_row_class_init (DeskReplaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_replace_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-replace-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceRow, tick);
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceRow, number);
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceRow, words);
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceRow, quote);
}

static void
desk_replace_row_init (DeskReplaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "ticked", self->tick, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_color (PangoAttrList *list, GtkWidget *widget, const char *name, gsize start, gsize end)
{
  GdkRGBA color;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    insert (list,
            pango_attr_foreground_new ((guint16) (color.red * G_MAXUINT16),
                                       (guint16) (color.green * G_MAXUINT16),
                                       (guint16) (color.blue * G_MAXUINT16)),
            start, end);
}

/* U+2028 would break the row. */
static char *
dup_in_one_row (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u2028", -1);

  return g_strjoinv (" ", parts);
}

/* The words before are struck, those after underlined: the signs of the script itself. */
static void
show_words (DeskReplaceRow *self, const BulReplacement *replacement)
{
  g_autofree char *words_left = bul_replacement_dup_left (replacement, MOST_LEFT);
  g_autofree char *words_right = bul_replacement_dup_right (replacement, MOST_RIGHT);
  g_autofree char *left = dup_in_one_row (words_left);
  g_autofree char *right = dup_in_one_row (words_right);
  g_autofree char *before = dup_in_one_row (replacement->before);
  g_autofree char *after = dup_in_one_row (replacement->after);
  gboolean is_apart = *after != '\0';
  g_autofree char *text = g_strconcat (left, before, is_apart ? "\u200a" : "", after, right, NULL);
  gsize before_start = strlen (left);
  gsize before_end = before_start + strlen (before);
  gsize after_start = before_end + (is_apart ? strlen ("\u200a") : 0);
  gsize after_end = after_start + strlen (after);
  GtkWidget *label = GTK_WIDGET (self->words);
  g_autoptr (PangoAttrList) list = NULL;

  gtk_label_set_attributes (self->words, NULL);
  gtk_label_set_label (self->words, "");
  desk_label_set_text (self->words, text);
  list = pango_attr_list_copy (gtk_label_get_attributes (self->words));
  insert (list, pango_attr_strikethrough_new (TRUE), before_start, before_end);
  insert_color (list, label, "bd_del", before_start, before_end);
  insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), after_start, after_end);
  insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), after_start, after_end);
  insert_color (list, label, "bd_ins", after_start, after_end);
  gtk_label_set_attributes (self->words, list);
}

static char *
dup_name (DeskReplaceItem *item)
{
  const BulReplacement *replacement = desk_replace_item_get (item);
  gboolean is_ticked = desk_replace_item_get_ticked (item);
  /* Translators: read aloud; the line's number, the words before and after. */
  g_autofree char *words
      = g_strdup_printf (is_ticked ? _ ("Line %u: “%s” becomes “%s”")
                                   : _ ("Line %u: “%s” stays, and does not become “%s”"),
                         replacement->number, replacement->before, replacement->after);

  return replacement->in_quote
             ? g_strdup_printf ("%s. %s", words, _ ("Soundbite: somebody's words"))
             : g_steal_pointer (&words);
}

/* The row around has the focus, but no name of its own. */
static void
ticked_cb (DeskReplaceRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = dup_name (self->item);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
set_item (DeskReplaceRow *self, DeskReplaceItem *item)
{
  g_autofree char *number = NULL;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  g_binding_group_set_source (self->bindings, item);
  if (item == NULL)
    return;
  number = g_strdup_printf ("%u", desk_replace_item_get (item)->number);
  gtk_label_set_label (self->number, number);
  gtk_widget_set_visible (self->quote, desk_replace_item_get (item)->in_quote);
  show_words (self, desk_replace_item_get (item));
  g_signal_connect_swapped (item, "notify::ticked", G_CALLBACK (ticked_cb), self);
  ticked_cb (self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (DESK_TYPE_REPLACE_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  set_item (DESK_REPLACE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  set_item (DESK_REPLACE_ROW (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
desk_replace_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
