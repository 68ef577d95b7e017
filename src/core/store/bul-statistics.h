/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-search-facets.h"
#include "bul-store-person.h"

G_BEGIN_DECLS

/* A programme or a tag: how many stories have it, and how many of each month. */
typedef struct
{
  char *value;
  guint n;
  GArray *months; /* of guint */
} BulStatisticsValue;

/*
 * What was found, counted. Months are those of the days of the stories, from the first to the last
 * that there is; a story without a day counts, but in no month. Corrections are those that are
 * published, in the months of their stories.
 */
typedef struct
{
  guint n_stories;
  guint n_both;      /* that have both languages */
  guint first_month; /* since the year 0 */
  guint n_months;    /* 0: no story has a day */
  gint64 first_day;  /* as GDate counts them; 0: no story has one */
  gint64 last_day;
  GArray *stories;       /* of guint, one for each month */
  GArray *both;          /* the same of those that have both languages */
  GPtrArray *programmes; /* of BulStatisticsValue, what most have first */
  GPtrArray *tags;       /* the same; values are codes */
  GPtrArray *voices;     /* of BulVoice: who is heard; days are not told */
  guint n_bites;
  GArray *corrections[BUL_CLASS_OTHER + 1]; /* by class, of guint; [0]: no class is said */
  guint n_corrections;
  guint n_timed;       /* corrections of which both times are known */
  gint64 median_delay; /* seconds from the air to the correction of those; 0 where there is none */
} BulStatistics;

/* On the thread of the store, of @facets as they were refreshed. It can be cancelled:
 * G_IO_ERROR_CANCELLED. */
BulStatistics *bul_statistics_new (BulSearchFacets *facets,
                                   BulSearch *search,
                                   GCancellable *cancellable,
                                   GError **error);
void bul_statistics_free (BulStatistics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulStatistics, bul_statistics_free)

G_END_DECLS
