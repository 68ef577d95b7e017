/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DeskPresenters:
 *
 * The preferences' list of presenters, each with a name and rates of their own: added, renamed and
 * removed here.
 */
#define DESK_TYPE_PRESENTERS (desk_presenters_get_type ())
G_DECLARE_FINAL_TYPE (DeskPresenters, desk_presenters, DESK, PRESENTERS, AdwPreferencesGroup)

void desk_presenters_set_settings (DeskPresenters *self, GSettings *settings);

G_END_DECLS
