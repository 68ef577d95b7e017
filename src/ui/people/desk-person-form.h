/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-people-deed.h"

G_BEGIN_DECLS

/**
 * DeskPersonForm:
 *
 * The names of a person in both languages, and what tells two of one name apart.
 *
 * Signal: `done` (deed, a DeskPeopleDeed), when they were changed.
 */
#define DESK_TYPE_PERSON_FORM (desk_person_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskPersonForm, desk_person_form, DESK, PERSON_FORM, GtkPopover)

GtkWidget *desk_person_form_new (void);

/* @person: (nullable): somebody new, whose name is @typed or begins so. @record: what stands in the
 * fields. */
void desk_person_form_open (DeskPersonForm *self,
                            BulFlowPeople *people,
                            const BulFlowPerson *person,
                            const BulPerson *record,
                            const char *typed);

G_END_DECLS
