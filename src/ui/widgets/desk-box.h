/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes all out that is in @self, so that it can be filled anew. */
void desk_box_clear (GtkBox *self);

G_END_DECLS
