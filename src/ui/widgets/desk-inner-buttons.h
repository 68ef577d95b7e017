/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The keys of a drop-down, or of a button for fonts, go to a button within it, which GTK 4.8 calls
 * “GtkToggleButton”. From now on each that is seen has the name of what it is within, and is
 * described by what is chosen. To be called once.
 */
void desk_inner_buttons_install (void);

G_END_DECLS
