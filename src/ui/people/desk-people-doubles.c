/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be there twice: compared behind the list of people, and shown in pairs. */
#include "desk-people-model.h"
#include "desk-people-private.h"
#include "desk-rows.h"

/* Those of before stay in sight until it is known who may be there twice now, and are nobody's. */
const BulFlowDuplicate *
desk_people_get_pair (DeskPeople *self)
{
  return self->couples == NULL ? NULL : desk_people_get_chosen (self->pair_selection);
}

static void
show_couples (DeskPeople *self)
{
  const DeskPersonKnown *known = desk_person_page_get_known (self->page);
  guint position = gtk_single_selection_get_selected (self->pair_selection);
  g_autoptr (DeskPeopleModel) model = NULL;

  if (known != NULL && known->people == self->compared)
    desk_person_page_show_alike (self->page, self->couples);
  model = desk_people_model_new (self->couples, self->compared);
  desk_rows_set_model (self->pairs, G_LIST_MODEL (model));
  if (self->couples->len > 0)
    gtk_single_selection_set_selected (
        self->pair_selection,
        position == GTK_INVALID_LIST_POSITION ? 0 : MIN (position, self->couples->len - 1));
  if (self->mode == DESK_PEOPLE_DOUBLES)
    desk_people_show_page (self);
  desk_people_show_count (self);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskPeople) self = data;
  g_autoptr (GPtrArray) couples
      = desk_people_reader_compare_finish (DESK_PEOPLE_READER (source), result, NULL);

  if (desk_people_is_over (result))
    return;
  self->is_pending = FALSE;
  if (couples == NULL)
    return;
  g_clear_pointer (&self->couples, g_ptr_array_unref);
  self->couples = g_steal_pointer (&couples);
  show_couples (self);
}

void
desk_people_compare (DeskPeople *self, BulFlowPeople *people)
{
  if (self->compared == people)
    {
      /* Where a deed changed nothing, nobody is compared anew. */
      if (self->couples == NULL)
        return;
      self->is_pending = FALSE;
      show_couples (self);
      return;
    }
  desk_people_stop (&self->comparing);
  g_clear_pointer (&self->couples, g_ptr_array_unref);
  g_clear_pointer (&self->compared, bul_flow_people_unref);
  self->compared = bul_flow_people_ref (people);
  desk_people_reader_compare_async (self->reader, people, self->comparing, compared_cb,
                                    g_object_ref (self));
}

static void
pair_activated_cb (DeskPeople *self, guint position)
{
  const BulFlowDuplicate *pair;

  if (self->couples == NULL || position >= self->couples->len)
    return;
  pair = self->couples->pdata[position];
  desk_people_show_person (self, bul_flow_person_get_id (pair->one));
}

int
desk_people_get_n_pairs (DeskPeople *self)
{
  g_return_val_if_fail (DESK_IS_PEOPLE (self), -1);

  return self->couples == NULL ? -1 : (int) self->couples->len;
}

void
desk_people_bind_doubles (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, pair_activated_cb);
}
