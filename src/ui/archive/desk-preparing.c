/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-preparing.h"

#include <glib/gi18n.h>

#include "desk-working.h"

struct _DeskPreparing
{
  AdwBin parent_instance;

  DeskWorking *working; /* borrowed: it is the child */
  guint n_first;        /* when it began */
};

G_DEFINE_FINAL_TYPE (DeskPreparing, desk_preparing, ADW_TYPE_BIN)

static void
desk_preparing_class_init (DeskPreparingClass *klass G_GNUC_UNUSED)
{
}

static void
desk_preparing_init (DeskPreparing *self)
{
  self->working = g_object_new (DESK_TYPE_WORKING, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->working));
}

void
desk_preparing_set_left (DeskPreparing *self, guint n_left)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_PREPARING (self));

  if (n_left == 0)
    {
      self->n_first = 0;
      desk_working_hide (self->working);
      return;
    }
  self->n_first = MAX (self->n_first, n_left);
  words = g_strdup_printf (
      ngettext ("%u story is made ready to be found. What is ready is shown.",
                "%u stories are made ready to be found. What is ready is shown.", n_left),
      n_left);
  desk_working_show (self->working, _ ("Making stories ready to be found"),
                     1 - (double) n_left / self->n_first, words);
}
