/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-preparing.h"

#include <glib/gi18n.h>

#include "desk-working.h"

struct _DeskPreparing
{
  AdwBin parent_instance;

  DeskWorking *working; /* borrowed: it is the child */
  DeskAsker *asker;     /* borrowed: it goes with the same parent */
  guint n_left;
  guint n_first; /* when it began */
  gboolean is_read_only;
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

/* What is not found, where it stays so. */
static void
tell (DeskPreparing *self)
{
  if (self->n_left > 0)
    return;
  if (self->is_read_only && self->asker != NULL && !desk_asker_is_ready (self->asker))
    desk_working_tell (self->working, _ ("Only some of the stories of this library can be found. "
                                         "Open it once where it can be written."));
  else if (self->is_read_only && self->asker != NULL && desk_asker_is_behind (self->asker))
    desk_working_tell (self->working,
                       _ ("Stories that were saved last are found by what they said before. Open "
                          "the library once where it can be written."));
  else
    desk_working_hide (self->working);
}

void
desk_preparing_set_read_only (DeskPreparing *self, gboolean read_only)
{
  g_return_if_fail (DESK_IS_PREPARING (self));

  self->is_read_only = read_only;
  tell (self);
}

void
desk_preparing_join (DeskPreparing *self, DeskAsker *asker)
{
  g_return_if_fail (DESK_IS_PREPARING (self));

  self->asker = asker;
  g_signal_connect_object (asker, "found", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
}

void
desk_preparing_set_left (DeskPreparing *self, guint n_left)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_PREPARING (self));

  self->n_left = n_left;
  if (n_left == 0)
    {
      self->n_first = 0;
      tell (self);
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
