/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-block.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Gives a line of @buffer the looks of @block, touching only tags that are not right yet: typing in
 * a paragraph changes one or two of them, however many words it has. Tags of others stay. */
void desk_painter_style_line (GtkTextBuffer *buffer,
                              guint line,
                              const BulStory *story,
                              const BulBlock *block);

G_END_DECLS
