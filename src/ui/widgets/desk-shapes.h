/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is painted where no widget is. A colour that is clear paints nothing. */

void desk_shapes_fill (GtkSnapshot *snapshot,
                       const graphene_rect_t *rect,
                       float radius,
                       const GdkRGBA *color);
void desk_shapes_frame (GtkSnapshot *snapshot,
                        const graphene_rect_t *rect,
                        float radius,
                        float width,
                        const GdkRGBA *color);

/* Words in the middle of @rect, in bold figures of one width, in the font of @widget. */
void desk_shapes_letter (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const char *text,
                         double size,
                         const graphene_rect_t *rect,
                         const GdkRGBA *color);

/* Figures of one width that end at @end, in the font of @widget times @scale. Returns: how wide
 * they are. */
int desk_shapes_figures (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const char *text,
                         double scale,
                         const graphene_point_t *end,
                         const GdkRGBA *color);

/* A triangle that stands on its base and holds an exclamation mark. */
void desk_shapes_warning (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color);

/* A ring around a bar, and one around an i. */
void desk_shapes_error (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color);
void desk_shapes_note (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color);

/* What somebody says: a bubble with its tail at the left. */
void desk_shapes_bubble (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color);

/* A check mark. */
void desk_shapes_check (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color);

/* Dots in a row, from @start on. */
void desk_shapes_dots (GtkSnapshot *snapshot,
                       const graphene_point_t *start,
                       float width,
                       const GdkRGBA *color);

G_END_DECLS
