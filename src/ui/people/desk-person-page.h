/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-people-reader.h"

G_BEGIN_DECLS

/**
 * DeskPersonPage:
 *
 * Somebody over all stories: names in both languages, titles by date, every soundbite, and who may
 * be the same person.
 *
 * Signals: `edit` (), `merge` (), when that was asked for; `opened` (uid, block), where a soundbite
 * is to be seen in its story; `shown` (id), when somebody else is to be shown; `judged` (other, a
 * BulFlowPerson, same), when it was said whether somebody is the same.
 */
#define DESK_TYPE_PERSON_PAGE (desk_person_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskPersonPage, desk_person_page, DESK, PERSON_PAGE, AdwBin)

/* @known: (transfer full): the place in the list stays where it is the same person. */
void desk_person_page_show (DeskPersonPage *self, DeskPersonKnown *known);

/* Whoever is shown; %NULL before anybody was. */
const DeskPersonKnown *desk_person_page_get_known (DeskPersonPage *self);

/* @pairs: (element-type BulFlowDuplicate): of the people whom the one who is shown belongs to. */
void desk_person_page_show_alike (DeskPersonPage *self, GPtrArray *pairs);

/* The suggestion that keys are about, or %NULL. */
const BulFlowPerson *desk_person_page_get_alike (DeskPersonPage *self);

/* Goes to the next suggestion, or the one before. */
void desk_person_page_move_alike (DeskPersonPage *self, int by);

/* Where the popover of its names comes from. */
GtkWidget *desk_person_page_get_edit (DeskPersonPage *self);

void desk_person_page_focus (DeskPersonPage *self);

G_END_DECLS
