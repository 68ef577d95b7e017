/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which rows of a list of stories (DeskStoryRow) are shown: those whose headline, programme, time
 * or day have every word of a text, in either case, as a whole or a piece. All where it is empty.
 */
GtkFilter *desk_story_filter_new (void);
void desk_story_filter_set_text (GtkFilter *filter, const char *text);

G_END_DECLS
