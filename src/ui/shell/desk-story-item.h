/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-lengths.h"
#include "desk-story-row.h"

G_BEGIN_DECLS

/* A row of the list of stories. */
#define DESK_TYPE_STORY_ITEM (desk_story_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskStoryItem, desk_story_item, DESK, STORY_ITEM, GtkBox)

/* Makes the rows of a list that shows @shown, whose items are DeskStoryRow. */
GtkListItemFactory *desk_story_item_factory_new (GListModel *shown, DeskLengths *lengths);

G_END_DECLS
