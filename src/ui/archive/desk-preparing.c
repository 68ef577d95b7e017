/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-preparing.h"

#include <glib/gi18n.h>

struct _DeskPreparing
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkProgressBar *progress;
  GtkLabel *words;
  guint n_first; /* when it began */
};

G_DEFINE_FINAL_TYPE (DeskPreparing, desk_preparing, ADW_TYPE_BIN)

static void
desk_preparing_class_init (DeskPreparingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-preparing.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPreparing, revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskPreparing, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskPreparing, words);
}

static void
desk_preparing_init (DeskPreparing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_preparing_set_left (DeskPreparing *self, guint n_left)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_PREPARING (self));

  gtk_revealer_set_reveal_child (self->revealer, n_left > 0);
  if (n_left == 0)
    {
      self->n_first = 0;
      return;
    }
  self->n_first = MAX (self->n_first, n_left);
  gtk_progress_bar_set_fraction (self->progress, 1 - (double) n_left / self->n_first);
  words = g_strdup_printf (
      ngettext ("%u story is made ready to be found. What is ready is shown.",
                "%u stories are made ready to be found. What is ready is shown.", n_left),
      n_left);
  gtk_label_set_text (self->words, words);
}
