/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-alike-card.h"

#include "desk-label.h"
#include "desk-people-words.h"
#include "desk-wrap.h"

struct _DeskAlikeCard
{
  GtkBox parent_instance;

  GtkLabel *names;
  GtkLabel *reasons;
  GtkWidget *buttons;
  const BulFlowPerson *other;
};

enum
{
  JUDGED,
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskAlikeCard, desk_alike_card, GTK_TYPE_BOX)

static void
same_cb (DeskAlikeCard *self)
{
  g_signal_emit (self, signals[JUDGED], 0, TRUE);
}

static void
apart_cb (DeskAlikeCard *self)
{
  g_signal_emit (self, signals[JUDGED], 0, FALSE);
}

static void
show_cb (DeskAlikeCard *self)
{
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
desk_alike_card_class_init (DeskAlikeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-alike-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskAlikeCard, names);
  gtk_widget_class_bind_template_child (widget_class, DeskAlikeCard, reasons);
  gtk_widget_class_bind_template_child (widget_class, DeskAlikeCard, buttons);
  gtk_widget_class_bind_template_callback (widget_class, same_cb);
  gtk_widget_class_bind_template_callback (widget_class, apart_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  signals[JUDGED] = g_signal_new ("judged", DESK_TYPE_ALIKE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SHOWN] = g_signal_new ("shown", DESK_TYPE_ALIKE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
desk_alike_card_init (DeskAlikeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, desk_wrap_new (6, 6));
}

GtkWidget *
desk_alike_card_new (const BulFlowDuplicate *pair, const BulFlowPerson *other)
{
  DeskAlikeCard *self = g_object_new (DESK_TYPE_ALIKE_CARD, NULL);
  g_autofree char *names = desk_people_dup_names (other);
  g_autofree char *bites = desk_people_dup_bites (other->n_bites);
  g_autofree char *why = desk_people_dup_reasons (pair->reasons);
  g_autofree char *facts = g_strdup_printf ("%s · %s", bites, why);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", names, facts);

  self->other = other;
  desk_label_set_text (self->names, names);
  desk_label_set_text (self->reasons, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

const BulFlowPerson *
desk_alike_card_get_other (DeskAlikeCard *self)
{
  g_return_val_if_fail (DESK_IS_ALIKE_CARD (self), NULL);

  return self->other;
}

void
desk_alike_card_set_current (DeskAlikeCard *self, gboolean current)
{
  g_return_if_fail (DESK_IS_ALIKE_CARD (self));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}
