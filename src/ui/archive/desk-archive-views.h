/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskArchiveViews:
 *
 * What of a query is looked at: a switch with a button for each view. A widget that belongs to a
 * view is in sight while that view is chosen; one that belongs to none always is.
 *
 * Signal: `changed` (), when another view was chosen.
 */
#define DESK_TYPE_ARCHIVE_VIEWS (desk_archive_views_get_type ())
G_DECLARE_FINAL_TYPE (DeskArchiveViews, desk_archive_views, DESK, ARCHIVE_VIEWS, GtkBox)

/* @widget belongs to @view, which is the name of a row of the table. */
void desk_archive_views_add (DeskArchiveViews *self, const char *view, GtkWidget *widget);

void desk_archive_views_choose (DeskArchiveViews *self, const char *view);

/* Borrowed. */
const char *desk_archive_views_get_chosen (DeskArchiveViews *self);
gboolean desk_archive_views_is_chosen (DeskArchiveViews *self, const char *view);

G_END_DECLS
