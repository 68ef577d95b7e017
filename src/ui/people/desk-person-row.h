/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-people-model.h"

G_BEGIN_DECLS

/* Somebody in the list of people. */
#define DESK_TYPE_PERSON_ROW (desk_person_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskPersonRow, desk_person_row, DESK, PERSON_ROW, GtkBox)

/* @row: a BulFlowPerson. */
void desk_person_row_show (GtkWidget *widget, gconstpointer row);

G_END_DECLS
