/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pair-row.h"

#include <glib/gi18n.h>

#include "desk-people-words.h"

struct _DeskPairRow
{
  GtkBox parent_instance;

  GtkLabel *one;
  GtkLabel *one_bites;
  GtkLabel *other;
  GtkLabel *other_bites;
  GtkLabel *reasons;
  GtkLabel *score;
};

G_DEFINE_FINAL_TYPE (DeskPairRow, desk_pair_row, GTK_TYPE_BOX)

static void
desk_pair_row_class_init (DeskPairRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-pair-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPairRow, one);
  gtk_widget_class_bind_template_child (widget_class, DeskPairRow, one_bites);
  gtk_widget_class_bind_template_child (widget_class, DeskPairRow, other);
  gtk_widget_class_bind_template_child (widget_class, DeskPairRow, other_bites);
  gtk_widget_class_bind_template_child (widget_class, DeskPairRow, reasons);
  gtk_widget_class_bind_template_child (widget_class, DeskPairRow, score);
}

static void
desk_pair_row_init (DeskPairRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_pair_row_show (GtkWidget *widget, gconstpointer row)
{
  DeskPairRow *self = DESK_PAIR_ROW (widget);
  const BulFlowDuplicate *pair = row;
  g_autofree char *one = desk_people_dup_names (pair->one);
  g_autofree char *other = desk_people_dup_names (pair->other);
  g_autofree char *one_bites = desk_people_dup_bites (pair->one->n_bites);
  g_autofree char *other_bites = desk_people_dup_bites (pair->other->n_bites);
  g_autofree char *reasons = desk_people_dup_reasons (pair->reasons);
  guint percent = (guint) (pair->score * 100 + 0.5);
  /* Translators: how likely it is. */
  g_autofree char *score = g_strdup_printf (_ ("%u %%"), percent);
  g_autofree char *spoken
      = g_strdup_printf (_ ("%s and %s may be one person: %s. %s"), one, other, reasons, score);

  gtk_label_set_label (self->one, one);
  gtk_label_set_label (self->one_bites, one_bites);
  gtk_label_set_label (self->other, other);
  gtk_label_set_label (self->other_bites, other_bites);
  gtk_label_set_label (self->reasons, reasons);
  gtk_label_set_label (self->score, score);
  desk_people_row_set_name (widget, spoken);
}
