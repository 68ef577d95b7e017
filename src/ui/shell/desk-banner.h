/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-trouble.h"

G_BEGIN_DECLS

/**
 * DeskBanner:
 *
 * A card over other things that says what is wrong for as long as it is: a title, words, and one or
 * two buttons that put it right. Nothing is seen of it otherwise.
 */
#define DESK_TYPE_BANNER (desk_banner_get_type ())
G_DECLARE_FINAL_TYPE (DeskBanner, desk_banner, DESK, BANNER, GtkWidget)

/* @second may be %NULL, and either a deed without a label: there is no button for it then. */
void desk_banner_show (DeskBanner *self,
                       const char *title,
                       const char *words,
                       const DeskDeed *first,
                       const DeskDeed *second);
void desk_banner_hide (DeskBanner *self);
gboolean desk_banner_is_shown (DeskBanner *self);

/* Of what is shown, or was shown last. */
const char *desk_banner_get_title (DeskBanner *self);
const char *desk_banner_get_words (DeskBanner *self);

G_END_DECLS
