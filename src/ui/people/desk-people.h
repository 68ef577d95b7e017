/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-people-deed.h"
#include "desk-people-reader.h"

G_BEGIN_DECLS

/**
 * DeskPeople:
 *
 * Everybody who is heard in the library: a list that grows shorter while one types, the page of one
 * person, and pairs that may be one. It decides nothing: what is to be done is told.
 *
 * Signals: `deed` (a DeskPeopleDeed), which is to be done, and answered by desk_people_done();
 * `opened` (uid, block), where a soundbite is to be seen in its story; `chosen` (people, person),
 * when somebody was chosen for desk_people_choose(), both %NULL where nobody is; `told` (words),
 * for whoever sits there; `listed` (), when the keys are wanted in the list again; `shown` (), when
 * something else than the list is.
 */
#define DESK_TYPE_PEOPLE (desk_people_get_type ())
G_DECLARE_FINAL_TYPE (DeskPeople, desk_people, DESK, PEOPLE, AdwBin)

/* The linker drops the resource of a static library that nobody names. */
void desk_people_ensure (void);

/* @reader: (nullable) */
void desk_people_set_reader (DeskPeople *self, DeskPeopleReader *reader);

/* Lists those in whose names @text stands; the last syllable may be under way. */
void desk_people_find (DeskPeople *self, const char *text, gboolean composing);

/* Somebody has written. What is shown stays, and is brought up to date. */
void desk_people_refresh (DeskPeople *self);

/* Goes down the list; opens the one who is chosen there, or who will be when it is read. */
void desk_people_move (DeskPeople *self, int by);
void desk_people_open_chosen (DeskPeople *self);

/* @id: as bul_flow_person_get_id() has it. */
void desk_people_show_person (DeskPeople *self, const char *id);

/* Back to what was shown before. FALSE where that is the list already. */
gboolean desk_people_go_back (DeskPeople *self);

/* Asks who it is, in such words. */
void desk_people_choose (DeskPeople *self, const char *words);

/* The suggestion, or the choice, is right, or it is not. */
void desk_people_say_yes (DeskPeople *self);
void desk_people_say_no (DeskPeople *self);
void desk_people_next (DeskPeople *self);
void desk_people_previous (DeskPeople *self);

/* The names of whoever is shown or chosen. */
void desk_people_edit (DeskPeople *self);

/* A deed has ended, well or not. */
void desk_people_done (DeskPeople *self, gboolean well);

/* Whether the page of a person, or pairs, have the place of the list; gives it the focus then. */
gboolean desk_people_focus (DeskPeople *self);

/* How many are listed, and who is chosen or shown; %NULL where nobody is. */
guint desk_people_get_n (DeskPeople *self);
const BulFlowPerson *desk_people_get_person (DeskPeople *self);
/* How many pairs may be one person; -1 while nobody knows. */
int desk_people_get_n_pairs (DeskPeople *self);

G_END_DECLS
