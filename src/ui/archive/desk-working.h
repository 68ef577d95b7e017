/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DeskWorking:
 *
 * A line at the foot that says how far something has come. It is there while there is something to
 * say.
 *
 * Signal: `stopped` (), when a person ends it; what can be ended has the property `can-stop`.
 */
#define DESK_TYPE_WORKING (desk_working_get_type ())
G_DECLARE_FINAL_TYPE (DeskWorking, desk_working, DESK, WORKING, AdwBin)

/* @name: what is done, for those who do not see the bar */
void desk_working_show (DeskWorking *self, const char *name, double fraction, const char *words);
/* Says words alone, of what does not go on. */
void desk_working_tell (DeskWorking *self, const char *words);
void desk_working_hide (DeskWorking *self);

G_END_DECLS
