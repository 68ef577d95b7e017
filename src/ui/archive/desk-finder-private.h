/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-facets.h"
#include "bul-worker.h"
#include "desk-finder.h"

G_BEGIN_DECLS

/* What the thread has, and nobody else touches while it runs. */
typedef struct
{
  char *path;
  BulStore *store;
  BulSearchFacets *facets;
  BulVocabulary *vocabulary; /* as it was last read, or NULL */
  gint64 version;            /* of the data when it was */
} DeskFinderPlace;

/* A question on its way. */
typedef struct
{
  DeskFinderPlace *place;
  DeskQuestion *question;
  GArray *docids; /* or NULL */
  BulQuery *query;
  BulSearch *search;
} DeskFinderJob;

/* On the thread: the store, opened where it is not. */
BulStore *desk_finder_open_store (DeskFinderPlace *place, GError **error);

/* On the thread, at the end of a job. What is damaged is said to be, so that it is made anew, and
 * is opened anew then; what was cancelled is nothing. Returns: @result */
gpointer desk_finder_end (DeskFinderJob *job, gpointer result, GError **error);

/* @docids: (transfer full) (nullable); @free frees what the job makes, where nobody wants it;
 * @task: (transfer full) */
void desk_finder_ask (DeskFinder *self,
                      BulWorkerFunc func,
                      const DeskQuestion *question,
                      GArray *docids,
                      GDestroyNotify free,
                      GTask *task);

G_END_DECLS
