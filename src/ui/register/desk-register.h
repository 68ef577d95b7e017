/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-register-list.h"

G_BEGIN_DECLS

/**
 * DeskRegister:
 *
 * The desk of the register of corrections: what it is narrowed to, what is late, how many there
 * were of each class in each month, and the rows.
 *
 * Signals: `wanted` (), when it is seen and the rows are to be read; `opened` (uid, key), when one
 * is to be shown in its story; `moved` (), when the chosen one is to be approved or published;
 * `left` (), when the script is to be shown again.
 */
#define DESK_TYPE_REGISTER (desk_register_get_type ())
G_DECLARE_FINAL_TYPE (DeskRegister, desk_register, DESK, REGISTER, AdwBin)

/* Before a template names the types of this room. */
void desk_register_ensure (void);

/* @rows: (element-type BulRegisterRow): what was read, of which nothing changes any more */
void desk_register_show_rows (DeskRegister *self, GPtrArray *rows);

/* It could not be read: @words say why. */
void desk_register_show_failure (DeskRegister *self, const char *words);

/* Puts the focus among the rows; or into the entry, where other rows can be asked for. */
void desk_register_focus (DeskRegister *self);
void desk_register_find (DeskRegister *self);

/* Shows as what the rows can be exported, where there are any. */
void desk_register_offer_export (DeskRegister *self);

/* In the entry. */
void desk_register_undo (DeskRegister *self);
void desk_register_redo (DeskRegister *self);

/* By the column with this number, counted as they are seen; once more the other way around. */
void desk_register_sort_by (DeskRegister *self, guint number);

/* Borrowed; %NULL where none is chosen. */
const BulRegisterRow *desk_register_get_chosen (DeskRegister *self);
void desk_register_choose_next (DeskRegister *self);

DeskRegisterList *desk_register_get_list (DeskRegister *self);

G_END_DECLS
