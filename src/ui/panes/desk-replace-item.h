/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bul-replacer.h"

G_BEGIN_DECLS

/* A place where words may be replaced, and whether they are to be. Property: `ticked`. */
#define DESK_TYPE_REPLACE_ITEM (desk_replace_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskReplaceItem, desk_replace_item, DESK, REPLACE_ITEM, GObject)

/* @replacement: (transfer full) */
DeskReplaceItem *desk_replace_item_new (BulReplacement *replacement);

BulReplacement *desk_replace_item_get (DeskReplaceItem *self);

gboolean desk_replace_item_get_ticked (DeskReplaceItem *self);
void desk_replace_item_set_ticked (DeskReplaceItem *self, gboolean ticked);

G_END_DECLS
