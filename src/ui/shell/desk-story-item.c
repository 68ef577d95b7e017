/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-story-item.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-read-time.h"
#include "desk-label.h"

#define LENGTHS "desk-lengths"

struct _DeskStoryItem
{
  GtkBox parent_instance;

  GtkLabel *day;
  GtkLabel *headline;
  GtkLabel *meta;
  GtkLabel *length;
  GtkWidget *badge;
  GtkLabel *corrections;
  GtkLabel *korean;
  GtkLabel *english;
  GSignalGroup *signals; /* of the row that is shown */
  GListModel *shown;     /* all rows of the list */
  DeskLengths *lengths;
  GtkListItem *place; /* which of them; NULL while it shows none */
};

G_DEFINE_FINAL_TYPE (DeskStoryItem, desk_story_item, GTK_TYPE_BOX)

/* Of today and yesterday people speak by those names. */
static char *
make_day_head (const char *day)
{
  g_autofree char *iso = day == NULL ? NULL : g_strdup_printf ("%sT00:00:00", day);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = iso == NULL ? NULL : g_date_time_new_from_iso8601 (iso, zone);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autofree char *words = NULL;
  GTimeSpan ago;

  if (date == NULL)
    return g_strdup (_ ("No date"));
  ago = g_date_time_difference (now, date) / G_TIME_SPAN_DAY;
  /* Translators: the day above a group of stories, such as “18 March”. */
  words = g_date_time_format (date, g_date_time_get_year (date) == g_date_time_get_year (now)
                                        ? _ ("%-d %B")
                                        : _ ("%-d %B %Y"));
  if (g_date_time_compare (date, now) <= 0 && ago == 0)
    return g_strdup_printf (_ ("Today · %s"), words);
  if (ago == 1)
    return g_strdup_printf (_ ("Yesterday · %s"), words);
  return g_steal_pointer (&words);
}

static gboolean
has_language (DeskStoryRow *row, const char *language)
{
  const char *languages = desk_story_row_get_language (row);

  return languages != NULL && strstr (languages, language) != NULL;
}

/* @sign: of the language. A translation whose original went on has another frame and a sign more.
 */
static void
show_language (GtkLabel *badge, DeskStoryRow *row, const char *language, const char *sign)
{
  guint n_stale = g_strcmp0 (desk_story_row_get_translation (row), language) == 0
                      ? desk_story_row_get_n_stale (row)
                      : 0;
  const char *css_classes[] = { "lang", n_stale > 0 ? "stale" : NULL, NULL };
  g_autofree char *label = n_stale > 0 ? g_strconcat (sign, " ↻", NULL) : g_strdup (sign);
  g_autofree char *words
      = n_stale > 0
            ? g_strdup_printf (ngettext ("%u sentence of the translation is stale",
                                         "%u sentences of the translation are stale", n_stale),
                               n_stale)
            : NULL;

  gtk_label_set_label (badge, label);
  gtk_widget_set_css_classes (GTK_WIDGET (badge), css_classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (badge), words);
  gtk_widget_set_visible (GTK_WIDGET (badge), has_language (row, language));
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

/* Whether the row above is of another day. */
static gboolean
is_first (DeskStoryItem *self, DeskStoryRow *row)
{
  guint position = gtk_list_item_get_position (self->place);
  g_autoptr (DeskStoryRow) above
      = position == 0 ? NULL : g_list_model_get_item (self->shown, position - 1);

  return above == NULL
         || g_strcmp0 (desk_story_row_get_day (above), desk_story_row_get_day (row)) != 0;
}

static void
show_day (DeskStoryItem *self, DeskStoryRow *row)
{
  gboolean first = is_first (self, row);
  g_autofree char *day = first ? make_day_head (desk_story_row_get_day (row)) : NULL;

  if (first)
    gtk_label_set_label (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), first);
}

/* What was known of it last stands until it is measured anew. */
static void
show_length (DeskStoryItem *self, DeskStoryRow *row)
{
  guint seconds = desk_story_row_get_seconds (row);
  g_autofree char *clock = seconds == 0 ? NULL : bul_seconds_dup_clock (seconds);
  g_autofree char *words = clock == NULL || desk_story_row_get_meta (row) == NULL
                               ? g_strdup (clock)
                               : g_strconcat ("· ", clock, NULL);

  gtk_label_set_label (self->length, words == NULL ? "" : words);
  if (!desk_story_row_has_length (row))
    desk_lengths_want (self->lengths, row);
}

static void
show_row (DeskStoryItem *self, DeskStoryRow *row)
{
  const char *meta = desk_story_row_get_meta (row);

  show_day (self, row);
  desk_label_set_text (self->headline, desk_story_row_get_headline (row));
  gtk_label_set_label (self->meta, meta == NULL ? "" : meta);
  gtk_widget_set_visible (GTK_WIDGET (self->meta), meta != NULL);
  show_length (self, row);
  show_language (self->korean, row, "ko", "한");
  show_language (self->english, row, "en", "EN");
  show_corrections (self, row);
}

static void
changed_cb (DeskStoryItem *self, DeskStoryRow *row)
{
  show_row (self, row);
}

/* A row may come or go above this one. */
static void
shown_changed_cb (DeskStoryItem *self)
{
  DeskStoryRow *row = self->place == NULL ? NULL : gtk_list_item_get_item (self->place);

  if (row != NULL)
    show_day (self, row);
}

/* @place: (nullable) */
static void
set_place (DeskStoryItem *self, GtkListItem *place)
{
  DeskStoryRow *row = place == NULL ? NULL : gtk_list_item_get_item (place);

  self->place = place;
  g_signal_group_set_target (self->signals, row);
  if (row != NULL)
    show_row (self, row);
}

static void
desk_story_item_dispose (GObject *object)
{
  g_clear_object (&DESK_STORY_ITEM (object)->signals);
  g_clear_object (&DESK_STORY_ITEM (object)->shown);
  g_clear_object (&DESK_STORY_ITEM (object)->lengths);

  G_OBJECT_CLASS (desk_story_item_parent_class)->dispose (object);
}

static void
desk_story_item_class_init (DeskStoryItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_story_item_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/shell/desk-story-item.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, day);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, headline);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, meta);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, length);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, badge);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, corrections);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, korean);
  gtk_widget_class_bind_template_child (widget_class, DeskStoryItem, english);
}

static void
desk_story_item_init (DeskStoryItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (DESK_TYPE_STORY_ROW);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, GListModel *shown)
{
  DeskStoryItem *child = g_object_new (DESK_TYPE_STORY_ITEM, NULL);

  child->shown = g_object_ref (shown);
  child->lengths = g_object_ref (g_object_get_data (G_OBJECT (factory), LENGTHS));
  g_signal_connect_object (shown, "items-changed", G_CALLBACK (shown_changed_cb), child,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_item_set_child (item, GTK_WIDGET (child));
}

/* The row around the item has the focus, but no name of its own. */
static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  DeskStoryRow *row = gtk_list_item_get_item (item);

  set_place (DESK_STORY_ITEM (child), item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (child)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, desk_story_row_get_headline (row),
                                  -1);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  set_place (DESK_STORY_ITEM (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
desk_story_item_factory_new (GListModel *shown, DeskLengths *lengths)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data_full (G_OBJECT (factory), LENGTHS, g_object_ref (lengths), g_object_unref);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), shown, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
