/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_RIBBON_LEAD = 1,
  DESK_RIBBON_NARRATION,
  DESK_RIBBON_BITE,
} DeskRibbonVoice;

/* One voice for so many seconds. */
typedef struct
{
  double seconds;
  DeskRibbonVoice voice;
} DeskRibbonRun;

/**
 * DeskRibbon:
 *
 * A script drawn along its time: the lead is thick, soundbites are thicker, and what is selected
 * has a frame.
 *
 * Signal: `pressed` (seconds), where on the ribbon the pointer was.
 */
#define DESK_TYPE_RIBBON (desk_ribbon_get_type ())
G_DECLARE_FINAL_TYPE (DeskRibbon, desk_ribbon, DESK, RIBBON, GtkWidget)

/* @runs: (element-type DeskRibbonRun): copied. */
void desk_ribbon_set_runs (DeskRibbon *self, const GArray *runs);

/* From @start to @end seconds; no frame where that is no time. */
void desk_ribbon_set_selection (DeskRibbon *self, double start, double end);

/* @at: seconds to the caret; @words: the same for people who do not see it. */
void desk_ribbon_set_caret (DeskRibbon *self, double at, const char *words);

double desk_ribbon_get_total (DeskRibbon *self);
guint desk_ribbon_get_n_runs (DeskRibbon *self);
gboolean desk_ribbon_get_selection (DeskRibbon *self, double *start, double *end);

G_END_DECLS
