/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskTag:
 *
 * A text tag that a screen reader may ask for its colour: GTK 4.8 reads the property `foreground`
 * of every tag with a text colour as a #GdkRGBA, where GtkTextTag has a string that cannot be read,
 * and the program dies. All tags of the script are of this class.
 */
#define DESK_TYPE_TAG (desk_tag_get_type ())
G_DECLARE_FINAL_TYPE (DeskTag, desk_tag, DESK, TAG, GtkTextTag)

GtkTextTag *desk_tag_new (const char *name);

G_END_DECLS
