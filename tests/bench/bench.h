/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Two ways to do the same work, timed one beside the other in the same run. Seconds are those of
 * the processor, so that what else runs on the machine counts little; the median of several rounds
 * counts.
 */
typedef void (*BenchFunc) (gpointer data);

typedef struct
{
  double ours;
  double plain;
} BenchSeconds;

/* Rounds of @ours and @plain in turn; the median of each. */
BenchSeconds bench_compare (BenchFunc ours, BenchFunc plain, gpointer data, guint n_rounds);

/* Prints whether @figure reaches @target. Returns: whether it does. */
gboolean bench_judge (const char *what, double figure, const char *unit, double target);

/* Seconds of the processor that this program took so far. */
double bench_get_seconds (void);

/* For sorting doubles. */
int bench_compare_seconds (gconstpointer a, gconstpointer b);

/* Removes the folder with all that is in it. */
void bench_remove_folder (const char *folder);

G_END_DECLS
