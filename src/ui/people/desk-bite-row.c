/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bite-row.h"

#include <glib/gi18n.h>

#include "desk-label.h"
#include "desk-wording.h"

struct _DeskBiteRow
{
  GtkBox parent_instance;

  GtkLabel *day;
  GtkLabel *words;
  GtkLabel *story;
  GtkLabel *title;
  GtkLabel *language;
};

G_DEFINE_FINAL_TYPE (DeskBiteRow, desk_bite_row, GTK_TYPE_BOX)

static void
desk_bite_row_class_init (DeskBiteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-bite-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskBiteRow, day);
  gtk_widget_class_bind_template_child (widget_class, DeskBiteRow, words);
  gtk_widget_class_bind_template_child (widget_class, DeskBiteRow, story);
  gtk_widget_class_bind_template_child (widget_class, DeskBiteRow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskBiteRow, language);
}

static void
desk_bite_row_init (DeskBiteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_bite_row_show (GtkWidget *widget, gconstpointer row)
{
  DeskBiteRow *self = DESK_BITE_ROW (widget);
  const BulFlowBite *bite = row;
  const char *headline = bite->headline == NULL ? _ ("No headline") : bite->headline;
  g_autofree char *day = desk_wording_dup_day (bite->day);
  g_autofree char *words = g_strdup_printf (_ ("“%s”"), bite->words);
  g_autofree char *story = bite->programme == NULL
                               ? g_strdup (headline)
                               : g_strdup_printf ("%s · %s", bite->programme, headline);
  /* Translators: by which title somebody was called. */
  g_autofree char *title = bite->title == NULL ? NULL : g_strdup_printf (_ ("as %s"), bite->title);
  g_autofree char *spoken
      = g_strdup_printf ("%s. %s. %s. %s", day, words, story, title == NULL ? "" : title);

  gtk_label_set_label (self->day, *day == '\0' ? _ ("No date") : day);
  desk_label_set_text (self->words, words);
  gtk_label_set_label (self->story, story);
  gtk_label_set_label (self->title, title == NULL ? "" : title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), title != NULL);
  gtk_label_set_label (self->language, g_strcmp0 (bite->language, "ko") == 0 ? "한" : "EN");
  desk_people_row_set_name (widget, spoken);
}
