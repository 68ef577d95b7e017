/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Keeps two texts that stand side by side level: lines that answer each other begin at the same
 * height, by room above the one that would begin higher; and where one is scrolled the other goes
 * along.
 */
typedef struct _DeskLevel DeskLevel;

/* Both in scrolled windows. @levelled is called when lines were moved. */
DeskLevel *
desk_level_new (GtkTextView *left, GtkTextView *right, GSourceOnceFunc levelled, gpointer data);
void desk_level_free (DeskLevel *self);

/* @rows: (transfer full) (element-type DeskPairRow). It is done once all lines are laid out. */
void desk_level_set_rows (DeskLevel *self, GArray *rows);

/* Lines may be of another height now. */
void desk_level_queue (DeskLevel *self);

/* Whether nothing is left to be done. */
gboolean desk_level_is_settled (DeskLevel *self);

G_END_DECLS
