/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the settings; %NULL where their schema is not installed, for
 * g_settings_new() would end the program. Everything works without them. */
GSettings *desk_settings_new (void);

/* Who is at work: the preference “Your name”, unless $BULLETIN_AUTHOR says otherwise; else the
 * account. @settings may be %NULL. */
char *desk_settings_dup_author (GSettings *settings);

/* Returns: (transfer full): where the library is that was chosen last, while it is there; else the
 * usual one. Both may have %NULL for @settings. */
char *desk_settings_dup_library (GSettings *settings);
void desk_settings_set_library (GSettings *settings, const char *path);

G_END_DECLS
