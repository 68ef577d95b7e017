/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DeskProgrammes:
 *
 * The preferences' list of programmes, each with the presenter who reads its leads.
 */
#define DESK_TYPE_PROGRAMMES (desk_programmes_get_type ())
G_DECLARE_FINAL_TYPE (DeskProgrammes, desk_programmes, DESK, PROGRAMMES, AdwPreferencesGroup)

/* @programme: (nullable): of the story that is open; it comes first. */
void
desk_programmes_set_settings (DeskProgrammes *self, GSettings *settings, const char *programme);

G_END_DECLS
