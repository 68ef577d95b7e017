/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query.h"

G_BEGIN_DECLS

/* A story: its values stand in the pool, how many first. */
typedef struct
{
  gint64 docid;
  gint64 story; /* its row */
  guint place;
} BulSearchFacetRow;

typedef struct
{
  BulQueryField field;
  char *value;
} BulSearchFacetValue;

struct _BulSearchSubjects;

struct _BulSearchFacets
{
  GArray *rows;      /* of BulSearchFacetRow, by docid */
  GArray *pool;      /* of guint32 */
  GPtrArray *values; /* of BulSearchFacetValue or NULL, by its row in search_value */
  struct _BulSearchSubjects *subjects; /* what tags count for */
  gint64 serial;                       /* the last that was taken in */
  gint64 made;                         /* which tables it was taken from */
};

/* Returns: the first row whose docid is not below @docid. */
guint bul_search_facets_find (const struct _BulSearchFacets *self, gint64 docid);

G_END_DECLS
