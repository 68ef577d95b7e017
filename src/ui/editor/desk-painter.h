/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-block.h"
#include "bul-story.h"
#include "desk-struck.h"

G_BEGIN_DECLS

/* What a line shows: its block, what changed in it, and what is struck in it. */
typedef struct
{
  const BulStory *story;
  const BulBlock *block;
  const GPtrArray *changes; /* of BulTracked, within the line */
  const DeskStruck *struck;
  gboolean is_bare; /* has no looks so far */
} DeskLook;

/* Gives a line of @buffer its looks, touching only tags that are not right yet: typing in a
 * paragraph changes one or two of them, however many words it has. Tags of others stay. */
void desk_painter_style_line (GtkTextBuffer *buffer, guint line, const DeskLook *look);

G_END_DECLS
