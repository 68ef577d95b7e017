/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-people.h"
#include "desk-person-form.h"
#include "desk-person-page.h"

G_BEGIN_DECLS

/* What stands there, once it is read. */
typedef enum
{
  DESK_PEOPLE_LIST,
  DESK_PEOPLE_DOUBLES,
  DESK_PEOPLE_PERSON,
} DeskPeopleMode;

struct _DeskPeople
{
  AdwBin parent_instance;

  GtkWidget *back;
  GtkLabel *count;
  GtkButton *doubles;
  GtkDropDown *order;
  GtkWidget *add;
  GtkRevealer *choosing;
  GtkLabel *whom;
  GtkStack *pages;
  GtkSpinner *spinner;
  GtkListView *view;
  AdwStatusPage *nothing;
  GtkListView *pairs;
  DeskPersonPage *page;
  AdwStatusPage *failed;
  DeskPersonForm *form;

  DeskPeopleReader *reader;
  DeskPeopleQuestion *question; /* the one that was asked last, or NULL */
  GtkSingleSelection *selection;
  GtkSingleSelection *pair_selection;
  DeskPeopleMode mode;
  gboolean was_doubles;  /* before the person was shown */
  BulFlowPeople *people; /* who are listed; NULL before the first answer */
  GPtrArray *found;
  BulFlowPeople *compared; /* of whom @couples are, or will be */
  GPtrArray *couples;      /* NULL until it is known */
  char *shown;             /* id of who is shown, or is to be */
  char *shown_name;        /* by which whoever is shown is found without a record; or NULL */
  char *again;             /* id of who is to be chosen in the list once more */
  char *merging;           /* id of whom somebody is to be chosen for; or NULL */
  GCancellable *listing;
  GCancellable *showing;
  GCancellable *comparing;
  guint patience_id;
  gboolean is_listing;
  gboolean is_stale;   /* somebody has written since it was in sight */
  gboolean is_pending; /* a deed is on its way, or what it changed */
  gboolean wants_open;
};

/* In desk-people.c */
void desk_people_tell (DeskPeople *self, const char *words);
/* Shows the page that fits what is known, and how many there are. */
void desk_people_show_page (DeskPeople *self);
void desk_people_show_count (DeskPeople *self);
/* Lets go of what is under way, for something else; and whether an answer comes too late for that.
 */
void desk_people_stop (GCancellable **cancellable);
gboolean desk_people_is_over (GAsyncResult *result);
/* Who, or which pair, is chosen in a list; or %NULL. */
gconstpointer desk_people_get_chosen (GtkSingleSelection *selection);

/* In desk-people-doubles.c */
void desk_people_bind_doubles (GtkWidgetClass *widget_class);
/* Who may be one, and is chosen in that list; or %NULL. */
const BulFlowDuplicate *desk_people_get_pair (DeskPeople *self);
void desk_people_compare (DeskPeople *self, BulFlowPeople *people);

/* In desk-people-deeds.c: what is decided, or asked for. */
void desk_people_bind_deeds (GtkWidgetClass *widget_class);
void desk_people_deeds_init (DeskPeople *self);
gboolean desk_people_is_choosing (DeskPeople *self);
void desk_people_give_up (DeskPeople *self);

G_END_DECLS
