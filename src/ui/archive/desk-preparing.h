/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-asker.h"

G_BEGIN_DECLS

/**
 * DeskPreparing:
 *
 * A bar that says how many stories are still to be made ready to be found, while there are any; and
 * what is not found where that cannot be done.
 */
#define DESK_TYPE_PREPARING (desk_preparing_get_type ())
G_DECLARE_FINAL_TYPE (DeskPreparing, desk_preparing, DESK, PREPARING, AdwBin)

/* About how many there are; 0: none. */
void desk_preparing_set_left (DeskPreparing *self, guint n_left);

/* Whether the library can only be read: what is not ready to be found stays so. */
void desk_preparing_set_read_only (DeskPreparing *self, gboolean read_only);

/* Tells of what @asker finds. */
void desk_preparing_join (DeskPreparing *self, DeskAsker *asker);

G_END_DECLS
