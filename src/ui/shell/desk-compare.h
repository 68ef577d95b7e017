/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * A dialog that shows two versions of a story side by side, only the lines that differ: what one
 * has and the other has not is struck or underlined. Add responses and a heading to it, and present
 * it.
 *
 * @theirs_name, @mine_name: heads of the two columns
 */
GtkWidget *desk_compare_new (GtkWindow *parent,
                             const BulStory *theirs,
                             const char *theirs_name,
                             const BulStory *mine,
                             const char *mine_name);

G_END_DECLS
