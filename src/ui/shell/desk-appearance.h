/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_ZOOM_LEAST 75
#define DESK_ZOOM_MOST 250
#define DESK_ZOOM_USUAL 100
#define DESK_ZOOM_STEP 10

/* From now on windows are light or dark, and the script has its font and size, as @settings say. */
void desk_appearance_follow (GSettings *settings);

/* Returns: (transfer full): the style sheet of a script in @family, empty for the usual one, at
 * @zoom percent. */
char *desk_appearance_dup_style (const char *family, guint zoom);

G_END_DECLS
