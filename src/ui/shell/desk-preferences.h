/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_PREFERENCES (desk_preferences_get_type ())
G_DECLARE_FINAL_TYPE (DeskPreferences, desk_preferences, DESK, PREFERENCES, AdwPreferencesWindow)

/* @programme: (nullable): of the story that is open. */
GtkWidget *desk_preferences_new (GtkWindow *parent, GSettings *settings, const char *programme);

G_END_DECLS
