/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-range.h"
#include "desk-buffer.h"
#include "desk-style.h"

G_BEGIN_DECLS

/* Styles that somebody else than the painter gives to words of a script: what was found, what is
 * misspelt. */

GtkTextTag *desk_marks_get_tag (DeskBuffer *buffer, DeskStyle style);

/* Where the words of a line stand, without what is struck at either end. @range: in code points of
 * the line's block. */
void desk_marks_find_bounds (
    DeskBuffer *buffer, guint line, BulRange range, GtkTextIter *start, GtkTextIter *end);

/* Takes the style from all words of the line. */
void desk_marks_clear_line (DeskBuffer *buffer, DeskStyle style, guint line);

G_END_DECLS
