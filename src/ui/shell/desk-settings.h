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

G_END_DECLS
