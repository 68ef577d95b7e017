/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bench.h"

G_BEGIN_DECLS

/*
 * A window with a text view in it, as tall as a desk's, whose frames are timed: layout, snapshot
 * and the renderer are in them.
 */
typedef struct
{
  GtkWindow *window;
  GtkTextView *view;
} Stage;

/* By the clock, and of the processor. */
typedef struct
{
  double wall;
  double cpu;
} StageTime;

/* @view: (transfer floating). It is painted once when this returns. */
Stage stage_new (GtkWidget *view);

/* A view of GTK's own, that wraps its lines as ours does, in the same letters. */
GtkWidget *stage_make_bare_view (void);

/* Lets the main loop run for so long: lines are laid out, findings are looked for. */
void stage_rest (guint milliseconds);

/* From the start of @func to the end of the frame that shows what it did. */
StageTime stage_time (const Stage *self, BenchFunc func, gpointer data);

/* @times: (element-type StageTime): the median of each, sorted in place. */
StageTime stage_find_median (GArray *times);

G_END_DECLS
