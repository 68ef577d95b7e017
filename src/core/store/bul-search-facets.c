/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-facets.h"

#include <stdlib.h>
#include <string.h>

#include "bul-search-document-private.h"
#include "bul-search-facets-private.h"
#include "bul-search-private.h"
#include "bul-search-subjects-private.h"

/* What is counted of a search. */
typedef struct
{
  GArray *values;     /* of guint, as values are counted */
  GArray *subjects;   /* the same for what tags are about, each once a story */
  GArray *last;       /* of guint: the story that was counted last for a subject, from 1 */
  GHashTable *months; /* months since the year 0 → how many */
  GArray *docids;     /* of gint64, or NULL: nobody asks which they are */
  guint n;
  guint row;    /* where the story before was found */
  gint64 day;   /* of the stories that were counted last, and */
  guint of_day; /* how many they are, in no month yet */
} Counts;

static void
value_free (gpointer data)
{
  BulSearchFacetValue *self = data;

  if (self == NULL)
    return;
  g_free (self->value);
  g_free (self);
}

BulSearchFacets *
bul_search_facets_new (void)
{
  BulSearchFacets *self = g_new0 (BulSearchFacets, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (BulSearchFacetRow));
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->values = g_ptr_array_new_with_free_func (value_free);
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
  g_ptr_array_unref (self->values);
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
      BulQueryField field;
      BulSearchFacetValue *value;

      if (id > G_MAXINT32 || !find_field (bul_db_get_text (select, 1), &field))
        continue;
      value = g_new0 (BulSearchFacetValue, 1);
      value->field = field;
      value->value = bul_db_dup_text (select, 2);
      while (self->values->len < id)
        g_ptr_array_add (self->values, NULL);
      g_ptr_array_add (self->values, value);
    }
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
add_row (BulSearchFacets *self, gint64 docid, gint64 story, const char *facets)
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
  if (i < self->rows->len && g_array_index (self->rows, BulSearchFacetRow, i).docid == docid)
    g_array_index (self->rows, BulSearchFacetRow, i) = row;
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

      add_row (self, sqlite3_column_int64 (select, 0), sqlite3_column_int64 (select, 3),
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
  gint64 made;

  if (!bul_db_get_number (db, "SELECT max(made) FROM search_progress", &made, error))
    return FALSE;
  if (made != self->made)
    {
      g_array_set_size (self->rows, 0);
      g_array_set_size (self->pool, 0);
      self->serial = 0;
      self->made = made;
    }
  return load_values (self, db, error) && load_rows (self, db, error)
         && bul_search_subjects_refresh (self->subjects, db, self->values, error);
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

static void
add_day (Counts *counts)
{
  GDate date;
  gpointer month;
  guint n;

  if (counts->of_day == 0 || counts->day == 0)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) counts->day);
  month = GUINT_TO_POINTER (g_date_get_year (&date) * 12u + g_date_get_month (&date) - 1);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (counts->months, month)) + counts->of_day;
  g_hash_table_insert (counts->months, month, GUINT_TO_POINTER (n));
}

/* Stories come by their days, and many on one. */
static void
count_day (Counts *counts, gint64 day)
{
  if (day != counts->day)
    {
      add_day (counts);
      counts->day = day;
      counts->of_day = 0;
    }
  counts->of_day++;
}

/* A story with two narrower tags counts once for what is broader than both. */
static void
count_subjects (Counts *counts, const GArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      guint subject = g_array_index (subjects, guint, i);
      guint *last = &g_array_index (counts->last, guint, subject);

      if (*last != counts->n)
        g_array_index (counts->subjects, guint, subject)++;
      *last = counts->n;
    }
}

static void
count_value (const BulSearchFacets *self, Counts *counts, guint32 value)
{
  const GArray *subjects = bul_search_subjects_get (self->subjects, value);

  if (subjects != NULL)
    count_subjects (counts, subjects);
  else if (value < counts->values->len)
    g_array_index (counts->values, guint, value)++;
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

static void
count_hit (const BulSearchFacets *self, Counts *counts, gint64 docid)
{
  guint i = counts->row < self->rows->len && docid_at (self, counts->row) >= docid
                ? find_below (self, counts->row, docid)
                : bul_search_facets_find (self, docid);
  const guint32 *values;

  counts->n++;
  counts->row = i;
  if (counts->docids != NULL)
    g_array_append_val (counts->docids, docid);
  count_day (counts, bul_search_document_get_day (docid));
  if (i == self->rows->len || docid_at (self, i) != docid)
    return;
  values = &g_array_index (self->pool, guint32,
                           g_array_index (self->rows, BulSearchFacetRow, i).place);
  for (guint j = 1; j <= values[0]; j++)
    count_value (self, counts, values[j]);
}

static void
facet_free (gpointer data)
{
  BulSearchFacet *self = data;

  g_free (self->value);
  g_free (self);
}

static void
add_facet (GPtrArray *facets, BulQueryField field, char *value, guint n)
{
  BulSearchFacet *facet = g_new0 (BulSearchFacet, 1);

  facet->field = field;
  facet->value = value;
  facet->n = n;
  g_ptr_array_add (facets, facet);
}

static int
compare_facets (gconstpointer a, gconstpointer b)
{
  const BulSearchFacet *x = *(BulSearchFacet *const *) a;
  const BulSearchFacet *y = *(BulSearchFacet *const *) b;

  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  if (x->field == BUL_QUERY_DATE)
    return strcmp (y->value, x->value);
  return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp (x->value, y->value);
}

static GPtrArray *
list_facets (const BulSearchFacets *self, const Counts *counts)
{
  GPtrArray *facets = g_ptr_array_new_with_free_func (facet_free);
  GHashTableIter months;
  gpointer month;
  gpointer n;

  for (guint i = 0; i < self->values->len; i++)
    {
      const BulSearchFacetValue *value = self->values->pdata[i];

      if (value != NULL && g_array_index (counts->values, guint, i) > 0)
        add_facet (facets, value->field, g_strdup (value->value),
                   g_array_index (counts->values, guint, i));
    }
  for (guint i = 0; i < counts->subjects->len; i++)
    if (g_array_index (counts->subjects, guint, i) > 0)
      add_facet (facets, BUL_QUERY_TAG, g_strdup (bul_search_subjects_get_code (self->subjects, i)),
                 g_array_index (counts->subjects, guint, i));
  g_hash_table_iter_init (&months, counts->months);
  while (g_hash_table_iter_next (&months, &month, &n))
    add_facet (facets, BUL_QUERY_DATE,
               g_strdup_printf ("%04u-%02u", GPOINTER_TO_UINT (month) / 12,
                                GPOINTER_TO_UINT (month) % 12 + 1),
               GPOINTER_TO_UINT (n));
  g_ptr_array_sort (facets, compare_facets);
  return facets;
}

static BulDbStep
count_all (const BulSearchFacets *self, BulSearch *search, Counts *counts, GError **error)
{
  g_autoptr (BulSearchCursor) cursor = bul_search_cursor_new (
      search->store->db, search->plan, G_MAXINT64, BUL_SEARCH_UNSCORED, error);
  BulDbStep step = BUL_DB_ERROR;

  while (cursor != NULL && (step = bul_search_cursor_step (cursor, error)) == BUL_DB_ROW)
    count_hit (self, counts, bul_search_cursor_get_docid (cursor));
  return step;
}

static GPtrArray *
count (BulSearchFacets *self,
       BulSearch *search,
       GArray *docids,
       GCancellable *cancellable,
       guint *n,
       GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) subjects = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) last = g_array_new (FALSE, TRUE, sizeof (guint));
  Counts counts = { values, subjects, last, months, docids, 0, self->rows->len, 0, 0 };
  BulDbStep step;

  g_array_set_size (values, self->values->len);
  g_array_set_size (subjects, bul_search_subjects_get_n (self->subjects));
  g_array_set_size (last, bul_search_subjects_get_n (self->subjects));
  bul_db_begin_cancellable (search->store->db, cancellable);
  step = count_all (self, search, &counts, error);
  bul_db_end_cancellable (search->store->db);
  if (step != BUL_DB_DONE)
    return NULL;
  add_day (&counts);
  *n = counts.n;
  return list_facets (self, &counts);
}

GPtrArray *
bul_search_facets_count (
    BulSearchFacets *self, BulSearch *search, GCancellable *cancellable, guint *n, GError **error)
{
  return count (self, search, NULL, cancellable, n, error);
}

GPtrArray *
bul_search_facets_gather (BulSearchFacets *self,
                          BulSearch *search,
                          GArray *docids,
                          GCancellable *cancellable,
                          GError **error)
{
  guint n;

  return count (self, search, docids, cancellable, &n, error);
}
