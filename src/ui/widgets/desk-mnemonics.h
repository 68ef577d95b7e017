/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * GTK tells a screen reader the label of a button as it is written, “_Approve”, and then once more
 * as it is read. From now on each button that is seen is told of by what stands on it alone. To be
 * called once.
 */
void desk_mnemonics_install (void);

G_END_DECLS
