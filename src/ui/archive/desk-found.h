/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-finder.h"

G_BEGIN_DECLS

/**
 * DeskFound:
 *
 * A story that was found, as a list shows it: known by its place in the order at first, and by all
 * that a row says of it once that was read.
 *
 * Property: `ticked` (boolean). Signal: `changed` (), when a row says something else.
 */
#define DESK_TYPE_FOUND (desk_found_get_type ())
G_DECLARE_FINAL_TYPE (DeskFound, desk_found, DESK, FOUND, GObject)

DeskFound *desk_found_new (gint64 docid);

gint64 desk_found_get_docid (DeskFound *self);

/* @detail: (transfer full). What is known already stays where it was saved again meanwhile. */
void desk_found_take_detail (DeskFound *self, DeskDetail *detail);

/* Borrowed; %NULL until it was read. Its row may be %NULL. */
const DeskDetail *desk_found_get_detail (DeskFound *self);

/* %NULL until it was read. */
const char *desk_found_get_uid (DeskFound *self);

gboolean desk_found_get_ticked (DeskFound *self);
void desk_found_set_ticked (DeskFound *self, gboolean ticked);

G_END_DECLS
