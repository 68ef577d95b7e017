/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-register-filter.h"

G_BEGIN_DECLS

/**
 * DeskRegisterList:
 *
 * The rows of the register as they were read last, those of them that a filter takes, and which of
 * these is chosen. What says the same as before stays the same item, so that focus and scrolling
 * stay where they are.
 *
 * Signal: `changed` (), when other rows are shown than before.
 */
#define DESK_TYPE_REGISTER_LIST (desk_register_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskRegisterList, desk_register_list, DESK, REGISTER_LIST, GObject)

DeskRegisterList *desk_register_list_new (void);

/* Of DeskRegisterItem: those that are shown, in their order. Borrowed. */
GtkSingleSelection *desk_register_list_get_selection (DeskRegisterList *self);

/* @sorter: (nullable): the latest aired first without one */
void desk_register_list_set_sorter (DeskRegisterList *self, GtkSorter *sorter);

/* @rows: (element-type BulRegisterRow): what was read */
void desk_register_list_show (DeskRegisterList *self, GPtrArray *rows);

/* (element-type BulRegisterRow): what was read, whatever the filter says; %NULL before. Borrowed.
 */
GPtrArray *desk_register_list_get_rows (DeskRegisterList *self);

/* Can be changed; desk_register_list_filter() then. */
DeskRegisterFilter *desk_register_list_get_filter (DeskRegisterList *self);
void desk_register_list_filter (DeskRegisterList *self);

/* Returns: (transfer full) (element-type DeskRegisterItem): what is shown, in its order */
GPtrArray *desk_register_list_dup_shown (DeskRegisterList *self);

G_END_DECLS
