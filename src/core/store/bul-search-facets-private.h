/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query.h"

G_BEGIN_DECLS

/* A story: its values stand in the pool, how many first. A million of them are 16 MB. */
typedef struct
{
  gint64 docid;
  guint32 story; /* its row */
  guint32 place;
} BulSearchFacetRow;

typedef struct
{
  BulQueryField field;
  const char *value; /* NULL: there is none of this number */
} BulSearchFacetValue;

struct _BulSearchSubjects;
typedef struct _BulSearchTally BulSearchTally;

struct _BulSearchFacets
{
  GArray *rows;                        /* of BulSearchFacetRow, by docid */
  GArray *pool;                        /* of guint32 */
  GArray *values;                      /* of BulSearchFacetValue, by its row in search_value */
  GStringChunk *words;                 /* what they read */
  struct _BulSearchSubjects *subjects; /* what tags count for */
  BulSearchTally *totals; /* of all rows; NULL: nobody asked for it since tags count otherwise */
  gint64 serial;          /* the last that was taken in */
  gint64 made;            /* which tables it was taken from */
};

/* Returns: the first row whose docid is not below @docid. */
guint bul_search_facets_find (const struct _BulSearchFacets *self, gint64 docid);

G_END_DECLS
