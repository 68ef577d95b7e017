/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-people-deed.h"

#include <glib/gi18n.h>

static void
clear (gpointer data)
{
  DeskPeopleDeed *self = data;

  g_clear_pointer (&self->people, bul_flow_people_unref);
  g_free (self->korean);
  g_free (self->english);
  g_free (self->also);
  g_free (self->family);
  g_free (self->note);
  g_free (self->uid);
}

DeskPeopleDeed *
desk_people_deed_new (DeskPeopleWhat what,
                      BulFlowPeople *people,
                      const BulFlowPerson *one,
                      const BulFlowPerson *other)
{
  DeskPeopleDeed *self = g_atomic_rc_box_new0 (DeskPeopleDeed);

  self->what = what;
  self->people = people == NULL ? NULL : bul_flow_people_ref (people);
  self->one = one;
  self->other = other;
  return self;
}

DeskPeopleDeed *
desk_people_deed_ref (DeskPeopleDeed *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
desk_people_deed_unref (DeskPeopleDeed *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Whether a name is taken can only be told of people as they are now. */
static gint64
add_new (DeskPeopleDeed *self,
         BulStore *store,
         const BulFlowNaming *naming,
         const char *by,
         GError **error)
{
  g_autoptr (BulFlowPeople) people = bul_flow_people_new (store, NULL, error);

  return people == NULL ? 0 : bul_flow_person_new (store, people, naming, by, &self->uid, error);
}

gint64
desk_people_deed_do (DeskPeopleDeed *self, BulStore *store, const char *by, GError **error)
{
  BulFlowNaming naming = { self->korean, self->english, self->also, self->family, self->note };

  if ((self->one != NULL && !bul_flow_person_is_current (store, self->one, error))
      || (self->other != NULL && !bul_flow_person_is_current (store, self->other, error)))
    return 0;
  switch (self->what)
    {
    case DESK_PEOPLE_MERGE:
      return bul_flow_person_merge (store, self->one, self->other, by, error);
    case DESK_PEOPLE_APART:
      return bul_flow_person_keep_apart (store, self->one, self->other, by, error);
    case DESK_PEOPLE_RENAME:
      return bul_flow_person_rename (store, self->one, &naming, by, error);
    case DESK_PEOPLE_NEW:
      return add_new (self, store, &naming, by, error);
    case DESK_PEOPLE_RECORD:
      return bul_flow_person_record (store, self->one, by, &self->uid, error);
    default:
      g_return_val_if_reached (0);
    }
}

char *
desk_people_deed_dup_words (const DeskPeopleDeed *self)
{
  switch (self->what)
    {
    case DESK_PEOPLE_MERGE:
      /* Translators: two spellings of one person’s name. */
      return g_strdup_printf (_ ("%s and %s are one person now."), self->one->name,
                              self->other->name);
    case DESK_PEOPLE_APART:
      return g_strdup_printf (_ ("%s and %s are not the same, and not suggested again."),
                              self->one->name, self->other->name);
    case DESK_PEOPLE_RENAME:
      return g_strdup_printf (_ ("The names of %s are changed. No story is."), self->one->name);
    case DESK_PEOPLE_NEW:
      return g_strdup_printf (_ ("%s is among the people now."),
                              self->korean != NULL ? self->korean : self->english);
    case DESK_PEOPLE_RECORD:
      return g_strdup_printf (_ ("%s is among the people now."), self->one->name);
    default:
      g_return_val_if_reached (NULL);
    }
}
