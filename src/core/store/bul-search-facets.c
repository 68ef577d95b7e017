/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-facets.h"

#include <stdlib.h>
#include <string.h>

#include "bul-search-document-private.h"
#include "bul-search-facet-list-private.h"
#include "bul-search-facets-private.h"
#include "bul-search-private.h"
#include "bul-search-subjects-private.h"
#include "bul-search-sweep-private.h"
#include "bul-search-tally-private.h"

BulSearchFacets *
bul_search_facets_new (void)
{
  BulSearchFacets *self = g_new0 (BulSearchFacets, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (BulSearchFacetRow));
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->values = g_array_new (FALSE, TRUE, sizeof (BulSearchFacetValue));
  self->words = g_string_chunk_new (64 * 1024);
  self->subjects = bul_search_subjects_new ();
  self->made = -1;
  return self;
}

void
bul_search_facets_free (BulSearchFacets *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_array_unref (self->pool);
  g_array_unref (self->values);
  g_string_chunk_free (self->words);
  bul_search_tally_free (self->totals);
  bul_search_subjects_free (self->subjects);
  g_free (self);
}

static gboolean
find_field (const char *kind, BulQueryField *field)
{
  static const struct
  {
    const char *kind;
    BulQueryField field;
  } kinds[] = {
    /* as search_value names them */
    { "programme", BUL_QUERY_PROGRAMME },
    { "speaker", BUL_QUERY_SPEAKER },
    { "tag", BUL_QUERY_TAG },
    { "language", BUL_QUERY_LANGUAGE },
    { "state", BUL_QUERY_STATE },
    { "has", BUL_QUERY_HAS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      {
        *field = kinds[i].field;
        return TRUE;
      }
  return FALSE;
}

/* Values are only ever added. */
static gboolean
load_values (BulSearchFacets *self, BulDb *db, GError **error)
{
  static const char sql[]
      = "SELECT id, kind, value FROM search_value WHERE id >= :first ORDER BY id";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "first", self->values->len);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      gint64 id = sqlite3_column_int64 (select, 0);
      g_autofree char *word = NULL;
      BulSearchFacetValue value;

      if (id > G_MAXINT32 || !find_field (bul_db_get_text (select, 1), &value.field))
        continue;
      word = bul_db_dup_text (select, 2);
      value.value = g_string_chunk_insert (self->words, word);
      g_array_set_size (self->values, (guint) id);
      g_array_append_val (self->values, value);
    }
  if (self->totals != NULL)
    g_array_set_size (self->totals->values, self->values->len);
  return step == BUL_DB_DONE;
}

guint
bul_search_facets_find (const BulSearchFacets *self, gint64 docid)
{
  guint low = 0;
  guint high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, BulSearchFacetRow, middle).docid < docid)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
count_row (BulSearchFacets *self, const BulSearchFacetRow *row, int sign)
{
  if (self->totals != NULL)
    bul_search_tally_add (self->totals, self, row->place, sign);
}

static void
add_row (BulSearchFacets *self, gint64 docid, guint32 story, const char *facets)
{
  BulSearchFacetRow row = { docid, story, self->pool->len };
  guint i = bul_search_facets_find (self, docid);
  guint32 n = 0;

  g_array_append_val (self->pool, n);
  for (char *at = (char *) facets; *at != '\0';)
    {
      char *end = NULL;
      guint32 value = (guint32) strtoul (at, &end, 10);

      if (end == at)
        break;
      g_array_append_val (self->pool, value);
      at = end;
      n++;
    }
  g_array_index (self->pool, guint32, row.place) = n;
  count_row (self, &row, 1);
  if (i < self->rows->len && g_array_index (self->rows, BulSearchFacetRow, i).docid == docid)
    {
      count_row (self, &g_array_index (self->rows, BulSearchFacetRow, i), -1);
      g_array_index (self->rows, BulSearchFacetRow, i) = row;
    }
  else
    g_array_insert_val (self->rows, i, row);
}

/* The first time in the order of docids, so that each row goes to the end. */
static gboolean
load_rows (BulSearchFacets *self, BulDb *db, GError **error)
{
  static const char *const sql[] = {
    "SELECT docid, facets, serial, story FROM search_document ORDER BY docid",
    "SELECT docid, facets, serial, story FROM search_document WHERE serial > :serial ORDER BY "
    "serial",
  };
  sqlite3_stmt *select = bul_db_prepare (db, sql[self->serial > 0], error);
  gint64 last = self->serial;
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  if (self->serial > 0)
    bul_db_bind_number (select, "serial", self->serial);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      const char *facets = bul_db_get_text (select, 1);
      gint64 story = sqlite3_column_int64 (select, 3);

      if (story >= 0 && story <= G_MAXINT32)
        add_row (self, sqlite3_column_int64 (select, 0), (guint32) story,
                 facets == NULL ? "" : facets);
      last = MAX (last, sqlite3_column_int64 (select, 2));
    }
  /* What was taken in by half is taken in again. */
  if (step == BUL_DB_DONE)
    self->serial = last;
  return step == BUL_DB_DONE;
}

static gboolean
refresh (BulSearchFacets *self, BulDb *db, GError **error)
{
  guint version = bul_search_subjects_get_version (self->subjects);
  gint64 made;

  if (!bul_db_get_number (db, "SELECT max(made) FROM search_progress", &made, error))
    return FALSE;
  if (made != self->made)
    {
      g_array_set_size (self->rows, 0);
      g_array_set_size (self->pool, 0);
      g_clear_pointer (&self->totals, bul_search_tally_free);
      self->serial = 0;
      self->made = made;
    }
  if (!load_values (self, db, error) || !load_rows (self, db, error)
      || !bul_search_subjects_refresh (self->subjects, db, self->values, error))
    return FALSE;
  /* It has a place for each subject that there was, and the next row may be of another. */
  if (bul_search_subjects_get_version (self->subjects) != version)
    g_clear_pointer (&self->totals, bul_search_tally_free);
  return TRUE;
}

gboolean
bul_search_facets_refresh (BulSearchFacets *self,
                           BulStore *store,
                           GCancellable *cancellable,
                           GError **error)
{
  gboolean done;

  bul_db_begin_cancellable (store->db, cancellable);
  done = refresh (self, store->db, error);
  bul_db_end_cancellable (store->db);
  return done;
}

/* --- counting */

static void
add_day (GHashTable *months, gint64 day, guint n_stories)
{
  gpointer month;
  guint n;

  if (n_stories == 0 || day == 0)
    return;
  month = GUINT_TO_POINTER (bul_search_document_get_month (day));
  n = GPOINTER_TO_UINT (g_hash_table_lookup (months, month)) + n_stories;
  g_hash_table_insert (months, month, GUINT_TO_POINTER (n));
}

/* Stories come by their days, and many on one. Returns: months since the year 0 → how many */
static GHashTable *
count_months (const GArray *docids)
{
  GHashTable *months = g_hash_table_new (NULL, NULL);
  gint64 day = 0;
  guint of_day = 0;

  for (guint i = 0; i < docids->len; i++)
    {
      gint64 other = bul_search_document_get_day (g_array_index (docids, gint64, i));

      if (other != day)
        {
          add_day (months, day, of_day);
          day = other;
          of_day = 0;
        }
      of_day++;
    }
  add_day (months, day, of_day);
  return months;
}

static gint64
docid_at (const BulSearchFacets *self, guint row)
{
  return g_array_index (self->rows, BulSearchFacetRow, row).docid;
}

/* The newest come first, so that the row is not far below that of the story before. */
static guint
find_below (const BulSearchFacets *self, guint above, gint64 docid)
{
  guint low = above;

  for (guint step = 1; low > 0 && docid_at (self, low - 1) >= docid; step *= 2)
    {
      above = low;
      low = low > step ? low - step : 0;
      if (docid_at (self, low) <= docid)
        break;
    }
  while (low < above)
    {
      guint middle = low + (above - low) / 2;

      if (docid_at (self, middle) < docid)
        low = middle + 1;
      else
        above = middle;
    }
  return low;
}

static guint
place_of (const BulSearchFacets *self, guint row)
{
  return g_array_index (self->rows, BulSearchFacetRow, row).place;
}

/* @docids are few among all: each is looked up. */
static void
count_found (const BulSearchFacets *self, const GArray *docids, BulSearchTally *tally)
{
  guint row = self->rows->len;

  for (guint i = 0; i < docids->len; i++)
    {
      gint64 docid = g_array_index (docids, gint64, i);

      row = find_below (self, row, docid);
      if (row < self->rows->len && docid_at (self, row) == docid)
        bul_search_tally_add (tally, self, place_of (self, row), 1);
    }
}

/* @docids are most of all: what is not among them is taken off all. Rows of stories that were saved
 * with another day since are in no index, and go with them. */
static void
take_missing (const BulSearchFacets *self, const GArray *docids, BulSearchTally *tally)
{
  guint row = self->rows->len;

  for (guint i = 0; i < docids->len; i++)
    {
      gint64 docid = g_array_index (docids, gint64, i);

      while (row > 0 && docid_at (self, row - 1) > docid)
        bul_search_tally_add (tally, self, place_of (self, --row), -1);
      if (row > 0 && docid_at (self, row - 1) == docid)
        row--;
    }
  while (row > 0)
    bul_search_tally_add (tally, self, place_of (self, --row), -1);
}

static const BulSearchTally *
get_totals (BulSearchFacets *self)
{
  if (self->totals != NULL)
    return self->totals;
  self->totals = bul_search_tally_new (self);
  for (guint row = 0; row < self->rows->len; row++)
    bul_search_tally_add (self->totals, self, place_of (self, row), 1);
  return self->totals;
}

static BulSearchTally *
count_values (BulSearchFacets *self, const GArray *docids)
{
  BulSearchTally *tally;

  if (docids->len > self->rows->len / 2)
    {
      tally = bul_search_tally_copy (get_totals (self));
      take_missing (self, docids, tally);
      return tally;
    }
  tally = bul_search_tally_new (self);
  count_found (self, docids, tally);
  return tally;
}

static gboolean
sweep (BulSearch *search, GArray *docids, GCancellable *cancellable, GError **error)
{
  gboolean done;

  bul_db_begin_cancellable (search->store->db, cancellable);
  done = bul_search_sweep (search->store->db, search->plan, docids, cancellable, error);
  bul_db_end_cancellable (search->store->db);
  return done;
}

GPtrArray *
bul_search_facets_gather (BulSearchFacets *self,
                          BulSearch *search,
                          GArray *docids,
                          guint most,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (BulSearchTally) tally = NULL;
  g_autoptr (GHashTable) months = NULL;

  if (!sweep (search, docids, cancellable, error))
    return NULL;
  tally = count_values (self, docids);
  months = count_months (docids);
  return bul_search_facet_list (self, tally, months, most);
}

GPtrArray *
bul_search_facets_count (BulSearchFacets *self,
                         BulSearch *search,
                         guint most,
                         GCancellable *cancellable,
                         guint *n,
                         GError **error)
{
  g_autoptr (GArray) docids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *facets = bul_search_facets_gather (self, search, docids, most, cancellable, error);

  *n = docids->len;
  return facets;
}
