/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where something to be read or heard begins, and how long it takes until the next begins. */
typedef struct
{
  double y;
  double seconds;
} DeskStretch;

/*
 * DeskRoll:
 * @stretches: (element-type DeskStretch), in order from the top
 * @end: where the last ends
 *
 * Words that roll past a mark. Each stretch rolls evenly, and so fast that the next comes to the
 * mark when this one is over: what is left to read is what is left to roll.
 */
typedef struct
{
  GArray *stretches;
  double end;
} DeskRoll;

void desk_roll_init (DeskRoll *self);
void desk_roll_clear (DeskRoll *self);

/* Within the roll. */
double desk_roll_clamp (const DeskRoll *self, double y);

/* What comes to the mark @seconds after @y did; no farther than the end. */
double desk_roll_advance (const DeskRoll *self, double y, double seconds);

/* In seconds, from @y on, and of everything. */
double desk_roll_get_left (const DeskRoll *self, double y);
double desk_roll_get_total (const DeskRoll *self);

G_END_DECLS
