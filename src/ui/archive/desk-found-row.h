/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows that show DeskFound: a tick, the headline, the words among those around them, when and where
 * it was aired, and what there is to know at a glance. */
GtkListItemFactory *desk_found_row_factory_new (void);

G_END_DECLS
