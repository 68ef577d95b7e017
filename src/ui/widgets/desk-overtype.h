/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Lets Hangul be typed over the words that are selected in @entry. GTK 4.8 takes them away only
 * when the input method begins to compose, and with them the letter that it began with; so they go
 * before it has the key.
 */
void desk_overtype_add (GtkWidget *entry);

G_END_DECLS
