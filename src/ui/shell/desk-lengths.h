/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-library.h"
#include "desk-story-row.h"

G_BEGIN_DECLS

/**
 * DeskLengths:
 *
 * How long the stories of a list take on air, measured in the background where their rows come into
 * sight, a few at a time, in their order.
 */
#define DESK_TYPE_LENGTHS (desk_lengths_get_type ())
G_DECLARE_FINAL_TYPE (DeskLengths, desk_lengths, DESK, LENGTHS, GObject)

/* @settings: (nullable): who reads how fast, see desk-paces.h; what is shown follows them */
DeskLengths *desk_lengths_new (DeskLibrary *library, GSettings *settings);

/* The row says its length soon, if it does not. */
void desk_lengths_want (DeskLengths *self, DeskStoryRow *row);

G_END_DECLS
