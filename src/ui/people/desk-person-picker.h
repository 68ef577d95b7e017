/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-people-reader.h"

G_BEGIN_DECLS

/**
 * DeskPersonPicker:
 *
 * Asks who is meant by a name that stands in a script. Those who are called so come first, and are
 * there at once; Enter takes the first. What is typed looks for others; the last row is somebody
 * whom nobody has recorded so far.
 *
 * Signals: `chosen` (BulFlowPeople *people, const BulFlowPerson *person, const char *name), both
 * %NULL where somebody new is called @name; `passed` (), where the name is to stay as it is and
 * the next one is asked for.
 */
#define DESK_TYPE_PERSON_PICKER (desk_person_picker_get_type ())
G_DECLARE_FINAL_TYPE (DeskPersonPicker, desk_person_picker, DESK, PERSON_PICKER, GtkPopover)

GtkWidget *desk_person_picker_new (void);

/* @people: who was known a moment ago; @told: (nullable): what was done just before. Where it is
 * open already it moves. */
void desk_person_picker_open (DeskPersonPicker *self,
                              DeskPeopleReader *reader,
                              BulFlowPeople *people,
                              const char *name,
                              const GdkRectangle *area,
                              const char *told);

/* There is nobody else to ask about: says so, and goes with the next Enter. */
void desk_person_picker_end (DeskPersonPicker *self, const char *words, const char *told);

/* Takes the first row, once it is known. */
void desk_person_picker_yes (DeskPersonPicker *self);

G_END_DECLS
