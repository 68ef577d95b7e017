/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"

G_BEGIN_DECLS

/* A docid says the day and where in it. What has no day is older than anything that has. An index
 * holds differences of docids, so that each bit costs some room. */
#define BUL_SEARCH_DAY_BITS 14
#define BUL_SEARCH_FIRST_DAY 365000 /* of the year 1000 */

/* What the search tables hold of a story; made of the tables of the story and nothing else. */
typedef struct
{
  gint64 docid; /* 0: it is not in the search tables */
  gint64 day;   /* as GDate counts them; 0: not known */
  GString *head;
  GString *body; /* each line ends with a line feed, so that nothing is found across two */
  char *facets;  /* rows of search_value, apart by blanks */
} BulSearchDocument;

/* Without a place and facets. */
BulSearchDocument *bul_search_document_new (const char *head, const char *body);

/* Reads what the tables of the story in row @story say now, or %NULL. */
BulSearchDocument *bul_search_document_read (BulDb *db, gint64 story, GError **error);
void bul_search_document_free (BulSearchDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSearchDocument, bul_search_document_free)

/* Sets docid, and facets as they were written. FALSE for an error, not for a story without them. */
gboolean
bul_search_document_look_up (BulSearchDocument *self, BulDb *db, gint64 story, GError **error);

gboolean bul_search_document_equals (const BulSearchDocument *a, const BulSearchDocument *b);

gint64 bul_search_document_get_day (gint64 docid);

/* Returns: months since the year 0. @day: not 0 */
guint bul_search_document_get_month (gint64 day);

/* Days of YYYY-MM-DD…; 0 for what is none. */
gint64 bul_search_day_of (const char *date);

G_END_DECLS
