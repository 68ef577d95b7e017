/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-flow-people.h"

G_BEGIN_DECLS

/* A row of a DeskPeopleModel. */
#define DESK_TYPE_PEOPLE_ITEM (desk_people_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskPeopleItem, desk_people_item, DESK, PEOPLE_ITEM, GObject)

/* Borrowed: what stands in the row. */
gconstpointer desk_people_item_get (DeskPeopleItem *self);

/**
 * DeskPeopleModel:
 *
 * People, what they said, or pairs of them, as a list model of DeskPeopleItem: however many there
 * are, there is an item for those in sight alone.
 */
#define DESK_TYPE_PEOPLE_MODEL (desk_people_model_get_type ())
G_DECLARE_FINAL_TYPE (DeskPeopleModel, desk_people_model, DESK, PEOPLE_MODEL, GObject)

/* Both stay as long as any item does. @people: (nullable): whom what is in @rows belongs to. */
DeskPeopleModel *desk_people_model_new (GPtrArray *rows, BulFlowPeople *people);

/* Shows what stands in a row, in a widget of its own. */
typedef void (*DeskPeopleShow) (GtkWidget *widget, gconstpointer row);

GtkListItemFactory *desk_people_factory_new (GType widget, DeskPeopleShow show);

/* What a screen reader says of the row that holds @widget. */
void desk_people_row_set_name (GtkWidget *widget, const char *name);

G_END_DECLS
