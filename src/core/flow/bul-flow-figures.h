/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-statistics.h"

G_BEGIN_DECLS

/* One number that is told large: what it counts below it, and what it means beside others. Words
 * are those that people read. */
typedef struct
{
  char *value; /* “61 %” */
  char *what;  /* “have both languages” */
  char *note;  /* or empty */
} BulFlowFigure;

/*
 * Returns: (transfer full) (element-type BulFlowFigure): the four that are looked at first: how
 * many stories, how many of them have both languages, how many corrections were published, and the
 * median of the times from the last airing to the publication of a correction, over those of which
 * both are known.
 */
GPtrArray *bul_flow_figures_list (const BulStatistics *statistics);

G_END_DECLS
