/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-people-private.h"

/* @deed: (transfer full) */
static void
do_deed (DeskPeople *self, DeskPeopleDeed *deed)
{
  self->is_pending = TRUE;
  g_signal_emit_by_name (self, "deed", deed);
  desk_people_deed_unref (deed);
}

static void
form_done_cb (DeskPeople *self, DeskPeopleDeed *deed)
{
  do_deed (self, desk_people_deed_ref (deed));
}

static void
judge (DeskPeople *self,
       BulFlowPeople *people,
       const BulFlowPerson *one,
       const BulFlowPerson *other,
       gboolean same)
{
  do_deed (self,
           desk_people_deed_new (same ? DESK_PEOPLE_MERGE : DESK_PEOPLE_APART, people, one, other));
}

static void
judged_cb (DeskPeople *self, const BulFlowPerson *other, gboolean same)
{
  const DeskPersonKnown *known = desk_person_page_get_known (self->page);

  if (!self->is_pending)
    judge (self, known->people, other, known->person, same);
}

static void
judge_alike (DeskPeople *self, gboolean same)
{
  const DeskPersonKnown *known = desk_person_page_get_known (self->page);
  const BulFlowPerson *other = desk_person_page_get_alike (self->page);
  g_autofree char *words = NULL;

  if (other != NULL)
    {
      judged_cb (self, other, same);
      return;
    }
  words = self->couples == NULL || known->people != self->compared
              ? g_strdup (_ ("It is being looked for who may be there twice."))
              : g_strdup_printf (_ ("Nobody else seems to be %s."), known->person->name);
  desk_people_tell (self, words);
}

static void
judge_pair (DeskPeople *self, gboolean same)
{
  const BulFlowDuplicate *pair = desk_people_get_pair (self);

  if (pair != NULL)
    judge (self, self->compared, pair->other, pair->one, same);
}

static void
stop_choosing (DeskPeople *self)
{
  g_clear_pointer (&self->merging, g_free);
  gtk_revealer_set_reveal_child (self->choosing, FALSE);
}

void
desk_people_give_up (DeskPeople *self)
{
  gboolean was_merging = self->merging != NULL;
  g_autofree char *back = g_strdup (self->merging);

  stop_choosing (self);
  if (was_merging)
    desk_people_show_person (self, back);
  else
    g_signal_emit_by_name (self, "chosen", NULL, NULL);
}

static void
choose_cb (DeskPeople *self)
{
  const DeskPersonKnown *known = desk_person_page_get_known (self->page);
  BulFlowPeople *people = self->mode == DESK_PEOPLE_PERSON ? known->people : self->people;
  const BulFlowPerson *person = desk_people_get_person (self);
  const BulFlowPerson *other = self->merging == NULL || people == NULL
                                   ? NULL
                                   : bul_flow_people_find_id (people, self->merging);

  if (person == NULL)
    return;
  if (self->merging == NULL)
    {
      stop_choosing (self);
      g_signal_emit_by_name (self, "chosen", people, person);
      return;
    }
  if (other == NULL || other == person)
    {
      desk_people_tell (self, _ ("That is the same person. Choose another one."));
      return;
    }
  desk_people_show_person (self, self->merging);
  stop_choosing (self);
  judge (self, people, person, other, TRUE);
}

gboolean
desk_people_is_choosing (DeskPeople *self)
{
  return gtk_revealer_get_reveal_child (self->choosing);
}

static void
ask_whom (DeskPeople *self, const char *words)
{
  gtk_label_set_label (self->whom, words);
  gtk_revealer_set_reveal_child (self->choosing, TRUE);
  self->mode = DESK_PEOPLE_LIST;
  desk_people_show_page (self);
}

void
desk_people_choose (DeskPeople *self, const char *words)
{
  g_return_if_fail (DESK_IS_PEOPLE (self) && words != NULL);

  g_clear_pointer (&self->merging, g_free);
  ask_whom (self, words);
}

static void
merge_cb (DeskPeople *self)
{
  const DeskPersonKnown *known = desk_person_page_get_known (self->page);
  /* Translators: which other name is the same person’s. */
  g_autofree char *words
      = g_strdup_printf (_ ("Who else is %s? Look for the other name."), known->person->name);

  g_free (self->merging);
  self->merging = g_strdup (bul_flow_person_get_id (known->person));
  ask_whom (self, words);
  g_signal_emit_by_name (self, "listed");
}

void
desk_people_say_yes (DeskPeople *self)
{
  g_return_if_fail (DESK_IS_PEOPLE (self));

  if (self->is_pending)
    return;
  if (desk_people_is_choosing (self))
    choose_cb (self);
  else if (self->mode == DESK_PEOPLE_PERSON)
    judge_alike (self, TRUE);
  else if (self->mode == DESK_PEOPLE_DOUBLES)
    judge_pair (self, TRUE);
  else
    desk_people_tell (self, _ ("Open a person first: who may be the same is shown there."));
}

void
desk_people_say_no (DeskPeople *self)
{
  g_return_if_fail (DESK_IS_PEOPLE (self));

  if (self->is_pending || desk_people_is_choosing (self))
    return;
  if (self->mode == DESK_PEOPLE_PERSON)
    judge_alike (self, FALSE);
  else if (self->mode == DESK_PEOPLE_DOUBLES)
    judge_pair (self, FALSE);
}

static void
open_form (DeskPeople *self,
           GtkWidget *from,
           BulFlowPeople *people,
           const BulFlowPerson *person,
           const char *typed)
{
  g_autoptr (BulRecord) record
      = person == NULL ? NULL : (BulRecord *) bul_flow_person_dup_record (person);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (from, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (
        GTK_POPOVER (self->form),
        &(GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
  desk_person_form_open (self->form, people, person, (BulPerson *) record, typed);
}

static void
add_cb (DeskPeople *self)
{
  const char *typed = self->found != NULL && self->found->len == 0 ? self->question->text : NULL;

  open_form (self, self->add, NULL, NULL, typed);
}

void
desk_people_edit (DeskPeople *self)
{
  const DeskPersonKnown *known;
  const BulFlowPerson *person;

  g_return_if_fail (DESK_IS_PEOPLE (self));

  known = desk_person_page_get_known (self->page);
  person = desk_people_get_person (self);
  if (person == NULL)
    return;
  open_form (self,
             self->mode == DESK_PEOPLE_PERSON ? desk_person_page_get_edit (self->page)
                                              : GTK_WIDGET (self->add),
             self->mode == DESK_PEOPLE_PERSON ? known->people : self->people, person, NULL);
}

static void
edit_cb (DeskPeople *self)
{
  desk_people_edit (self);
}

void
desk_people_bind_deeds (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, judged_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "give_up_cb",
                                                G_CALLBACK (desk_people_give_up));
}

/* The keys go on where the names are seen. */
static void
form_closed_cb (DeskPeople *self)
{
  if (!desk_people_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
desk_people_deeds_init (DeskPeople *self)
{
  self->form = DESK_PERSON_FORM (desk_person_form_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->form), GTK_WIDGET (self));
  g_signal_connect_object (self->form, "done", G_CALLBACK (form_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "closed", G_CALLBACK (form_closed_cb), self,
                           G_CONNECT_SWAPPED);
}
