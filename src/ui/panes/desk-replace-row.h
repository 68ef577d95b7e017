/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows that show DeskReplaceItem: a tick, the line's number, the words struck and underlined among
 * those around them. */
GtkListItemFactory *desk_replace_row_factory_new (void);

G_END_DECLS
