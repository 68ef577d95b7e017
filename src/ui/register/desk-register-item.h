/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bul-register.h"

G_BEGIN_DECLS

/* A row of the register in a list model. It does not change. */
#define DESK_TYPE_REGISTER_ITEM (desk_register_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskRegisterItem, desk_register_item, DESK, REGISTER_ITEM, GObject)

/* @rows: (element-type BulRegisterRow): what has it, which lives as long as the item */
DeskRegisterItem *desk_register_item_new (GPtrArray *rows, guint i);

const BulRegisterRow *desk_register_item_get_row (DeskRegisterItem *self);

/* Its words, folded as they are looked for. Borrowed. */
const char *desk_register_item_get_folded (DeskRegisterItem *self);

/* Whether both are about the same; and whether they say the same of it. */
gboolean desk_register_item_is_about (DeskRegisterItem *self, const char *uid, const char *key);
gboolean desk_register_item_equals (DeskRegisterItem *self, DeskRegisterItem *other);

G_END_DECLS
