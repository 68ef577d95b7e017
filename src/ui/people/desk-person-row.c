/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk-people-words.h"

struct _DeskPersonRow
{
  GtkBox parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *other;
  GtkLabel *days;
  GtkLabel *bites;
};

G_DEFINE_FINAL_TYPE (DeskPersonRow, desk_person_row, GTK_TYPE_BOX)

static void
desk_person_row_class_init (DeskPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPersonRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonRow, other);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonRow, days);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonRow, bites);
}

static void
desk_person_row_init (DeskPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_person_row_show (GtkWidget *widget, gconstpointer row)
{
  DeskPersonRow *self = DESK_PERSON_ROW (widget);
  const BulFlowPerson *person = row;
  g_autofree char *family = desk_people_dup_family (person);
  g_autofree char *names = desk_people_dup_names (person);
  g_autofree char *bites = desk_people_dup_bites (person->n_bites);
  g_autofree char *days = person->n_bites == 0 ? g_strdup (_ ("Not heard yet"))
                                               : desk_people_dup_days (person->first, person->last);
  g_autofree char *spoken = g_strdup_printf ("%s. %s, %s", names, bites, days);

  adw_avatar_set_text (self->avatar, family);
  gtk_label_set_label (self->name, person->name);
  gtk_label_set_label (self->other, person->other);
  gtk_widget_set_visible (GTK_WIDGET (self->other), *person->other != '\0');
  gtk_label_set_label (self->days, days);
  gtk_label_set_label (self->bites, bites);
  desk_people_row_set_name (widget, spoken);
}
