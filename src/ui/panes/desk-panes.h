/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the panes' templates known. Call once, before the first pane is made. */
void desk_panes_init (void);

G_END_DECLS
