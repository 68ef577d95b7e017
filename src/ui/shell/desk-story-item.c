/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-story-item.h"

#include <glib/gi18n.h>

#include "desk-label.h"

struct _DeskStoryItem
{
  GtkBox parent_instance;

  GtkLabel *headline;
  GtkLabel *meta;
  GtkWidget *badge;
  GtkLabel *corrections;
  GtkLabel *language;
  GSignalGroup *signals; /* of the row that is shown */
};

G_DEFINE_FINAL_TYPE (DeskStoryItem, desk_story_item, GTK_TYPE_BOX)

/* Every script says its language in two letters; Korean in its own. */
static const char *
get_language_badge (const char *language)
{
  if (g_strcmp0 (language, "ko") == 0)
    return "한";
  if (g_strcmp0 (language, "en") == 0)
    return "EN";
  return "";
}

static void
show_corrections (DeskStoryItem *self, DeskStoryRow *row)
{
  guint n_open = desk_story_row_get_n_open (row);
  guint n_corrections = desk_story_row_get_n_corrections (row);
  const char *css_classes[] = { "badge", n_open > 0 ? "corr" : "done", NULL };
  g_autofree char *words = n_open > 0
                               ? g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open)
                               : g_strdup_printf ("C%u", n_corrections);

  gtk_widget_set_visible (self->badge, n_corrections > 0);
  gtk_widget_set_css_classes (self->badge, css_classes);
  gtk_label_set_label (self->corrections, words);
}

static void
show_row (DeskStoryItem *self, DeskStoryRow *row)
{
  const char *meta = desk_story_row_get_meta (row);

  desk_label_set_text (self->headline, desk_story_row_get_headline (row));
  gtk_label_set_label (self->meta, meta == NULL ? "" : meta);
  desk_label_set_text (self->language, get_language_badge (desk_story_row_get_language (row)));
  show_corrections (self, row);
}

static void
changed_cb (DeskStoryItem *self, DeskStoryRow *row)
{
  show_row (self, row);
}

static void
set_row (DeskStoryItem *self, DeskStoryRow *row)
{
  g_signal_group_set_target (self->signals, row);
  if (row != NULL)
    show_row (self, row);
}

static void
desk_story_item_dispose (GObject *object)
{
  g_clear_object (&DESK_STORY_ITEM (object)->signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_STORY_ITEM);

  G_OBJECT_CLASS (desk_story_item_parent_class)->dispose (object);
}

static void
desk_story_item_class_init (DeskStoryItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_story_item_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/shell/desk-story-item.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, headline);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, meta);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, badge);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, corrections);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, language);
}

static void
desk_story_item_init (DeskStoryItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (DESK_TYPE_STORY_ROW);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (DESK_TYPE_STORY_ITEM, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  set_row (DESK_STORY_ITEM (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  set_row (DESK_STORY_ITEM (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
desk_story_item_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
