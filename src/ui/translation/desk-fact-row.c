/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fact-row.h"

#include <glib/gi18n.h>

#include "desk-label.h"

struct _DeskFactRow
{
  GtkBox parent_instance;

  GtkLabel *sign;
  GtkLabel *words;
  GtkWidget *deeds;
  GtkButton *set;
  GtkLabel *set_words;
  GtkButton *leave;
};

G_DEFINE_FINAL_TYPE (DeskFactRow, desk_fact_row, GTK_TYPE_BOX)

static void
desk_fact_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_FACT_ROW);
  G_OBJECT_CLASS (desk_fact_row_parent_class)->dispose (object);
}

static void
desk_fact_row_class_init (DeskFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_fact_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/translation/desk-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFactRow, sign);
  gtk_widget_class_bind_template_child (widget_class, DeskFactRow, words);
  gtk_widget_class_bind_template_child (widget_class, DeskFactRow, deeds);
  gtk_widget_class_bind_template_child (widget_class, DeskFactRow, set);
  gtk_widget_class_bind_template_child (widget_class, DeskFactRow, set_words);
  gtk_widget_class_bind_template_child (widget_class, DeskFactRow, leave);
}

static void
desk_fact_row_init (DeskFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_words (const BulFlowFact *fact)
{
  /* Translators: a fact that differs, and somebody said that it is right so. */
  return fact->dismissed ? g_strdup_printf (_ ("%s Left as it is."), fact->message)
                         : g_strdup (fact->message);
}

GtkWidget *
desk_fact_row_new (const BulFlowFact *fact, guint number)
{
  DeskFactRow *self = g_object_new (DESK_TYPE_FACT_ROW, NULL);
  gboolean is_open = bul_flow_fact_is_open (fact);
  g_autofree char *words = dup_words (fact);
  g_autofree char *set
      /* Translators: puts these words into the English. */
      = fact->proposal == NULL ? NULL : g_strdup_printf (_ ("Set to “%s”"), fact->proposal);

  gtk_label_set_label (self->sign, fact->agrees ? "✓" : "⚠");
  gtk_widget_add_css_class (GTK_WIDGET (self->sign), is_open ? "err" : "ok");
  desk_label_set_text (self->words, words);
  gtk_label_set_label (self->set_words, set == NULL ? "" : set);
  gtk_widget_set_visible (GTK_WIDGET (self->set), set != NULL);
  gtk_widget_set_visible (self->deeds, is_open);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->set), "u", number);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->leave), "u", number);
  return GTK_WIDGET (self);
}
