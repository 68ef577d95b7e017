/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-statistics.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-search-document-private.h"
#include "bul-search-facets-private.h"
#include "bul-search-private.h"
#include "bul-search-sweep-private.h"
#include "bul-voices-private.h"

/* Where fewer than one story in so many was found, each is looked up by itself. */
#define FEW 8

/* How it is known of a story whether it was found, and of which month it is. */
enum
{
  NOT_FOUND,
  WITHOUT_DAY,
  FIRST_MONTH,
};

/* What is known while it is counted. */
typedef struct
{
  BulStatistics *result;
  const BulSearchFacets *facets;
  BulDb *db;
  GArray *hits;       /* of guint: rows of the facets */
  GArray *of_story;   /* of guint, by row of the story: see above */
  GPtrArray *values;  /* of BulStatisticsValue or NULL, by row of search_value */
  GHashTable *voices; /* BulVoice → itself */
  GArray *delays;     /* of gint64 */
  guint korean;       /* rows of search_value; 0: no story has it */
  guint english;
} Counting;

static void
value_free (gpointer data)
{
  BulStatisticsValue *self = data;

  g_free (self->value);
  g_array_unref (self->months);
  g_free (self);
}

static GArray *
make_months (guint n)
{
  GArray *months = g_array_sized_new (FALSE, TRUE, sizeof (guint), MAX (n, 1));

  g_array_set_size (months, n);
  return months;
}

static const BulSearchFacetRow *
get_row (const Counting *counting, guint hit)
{
  return &g_array_index (counting->facets->rows, BulSearchFacetRow,
                         g_array_index (counting->hits, guint, hit));
}

/* Stories are found the newest first. */
static gboolean
gather (Counting *counting, BulSearch *search, GCancellable *cancellable, GError **error)
{
  const GArray *rows = counting->facets->rows;
  BulStatistics *result = counting->result;
  g_autoptr (GArray) docids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!bul_search_sweep (counting->db, search->plan, docids, cancellable, error))
    return FALSE;
  for (guint hit = 0; hit < docids->len; hit++)
    {
      gint64 docid = g_array_index (docids, gint64, hit);
      gint64 day = bul_search_document_get_day (docid);
      guint i = bul_search_facets_find (counting->facets, docid);

      if (i == rows->len || g_array_index (rows, BulSearchFacetRow, i).docid != docid)
        continue;
      g_array_append_val (counting->hits, i);
      if (day == 0)
        continue;
      result->first_day = day;
      result->last_day = MAX (result->last_day, day);
    }
  result->n_stories = counting->hits->len;
  if (result->first_day == 0)
    return TRUE;
  result->first_month = bul_search_document_get_month (result->first_day);
  result->n_months = bul_search_document_get_month (result->last_day) - result->first_month + 1;
  return TRUE;
}

static guint
find_language (const BulSearchFacets *facets, const char *language)
{
  for (guint i = 0; i < facets->values->len; i++)
    {
      const BulSearchFacetValue *value = &g_array_index (facets->values, BulSearchFacetValue, i);

      if (value->value != NULL && value->field == BUL_QUERY_LANGUAGE
          && strcmp (value->value, language) == 0)
        return i;
    }
  return 0;
}

/* Returns: (nullable): what counts it, made where it is the first time. */
static BulStatisticsValue *
find_value (Counting *counting, guint32 row)
{
  const GArray *facets = counting->facets->values;
  const BulSearchFacetValue *facet
      = row < facets->len ? &g_array_index (facets, BulSearchFacetValue, row) : NULL;
  BulStatistics *result = counting->result;
  BulStatisticsValue *value;

  if (facet == NULL || facet->value == NULL
      || (facet->field != BUL_QUERY_PROGRAMME && facet->field != BUL_QUERY_TAG))
    return NULL;
  if (counting->values->pdata[row] != NULL)
    return counting->values->pdata[row];
  value = g_new0 (BulStatisticsValue, 1);
  value->value = g_strdup (facet->value);
  value->months = make_months (result->n_months);
  counting->values->pdata[row] = value;
  g_ptr_array_add (facet->field == BUL_QUERY_TAG ? result->tags : result->programmes, value);
  return value;
}

/* @month: counted from the first; -1: the story has no day */
static void
count_values (Counting *counting, guint place, int month)
{
  const guint32 *values = &g_array_index (counting->facets->pool, guint32, place);
  BulStatistics *result = counting->result;
  guint n_languages = 0;

  for (guint i = 1; i <= values[0]; i++)
    {
      BulStatisticsValue *value = find_value (counting, values[i]);

      n_languages += values[i] == counting->korean || values[i] == counting->english;
      if (value == NULL)
        continue;
      value->n++;
      if (month >= 0)
        g_array_index (value->months, guint, month)++;
    }
  if (n_languages < 2)
    return;
  result->n_both++;
  if (month >= 0)
    g_array_index (result->both, guint, month)++;
}

static void
count_stories (Counting *counting)
{
  BulStatistics *result = counting->result;

  result->stories = make_months (result->n_months);
  result->both = make_months (result->n_months);
  for (guint i = 0; i < counting->hits->len; i++)
    {
      const BulSearchFacetRow *row = get_row (counting, i);
      gint64 day = bul_search_document_get_day (row->docid);
      int month = day == 0 ? -1 : (int) (bul_search_document_get_month (day) - result->first_month);

      if (counting->of_story->len <= row->story)
        g_array_set_size (counting->of_story, (guint) row->story + 1);
      g_array_index (counting->of_story, guint, row->story)
          = day == 0 ? WITHOUT_DAY : FIRST_MONTH + (guint) month;
      if (month >= 0)
        g_array_index (result->stories, guint, month)++;
      count_values (counting, row->place, month);
    }
}

static guint
get_of_story (const Counting *counting, gint64 story)
{
  return story >= 0 && story < counting->of_story->len
             ? g_array_index (counting->of_story, guint, story)
             : (guint) NOT_FOUND;
}

static guint
hash_voice (gconstpointer data)
{
  const BulVoice *voice = data;

  return (g_str_hash (voice->name) * 31 + g_str_hash (voice->other)) * 31
         + g_str_hash (voice->person);
}

static gboolean
equal_voices (gconstpointer a, gconstpointer b)
{
  const BulVoice *x = a;
  const BulVoice *y = b;

  return strcmp (x->name, y->name) == 0 && strcmp (x->other, y->other) == 0
         && strcmp (x->person, y->person) == 0;
}

/* The row that a statement stands at. */
static void
count_voice (Counting *counting, sqlite3_stmt *select)
{
  const BulVoice key = {
    .name = (char *) bul_db_get_text (select, 0),
    .other = (char *) bul_db_get_text (select, 1),
    .person = (char *) bul_db_get_text (select, 2),
  };
  BulVoice *voice = g_hash_table_lookup (counting->voices, &key);
  guint n = (guint) sqlite3_column_int64 (select, 4);

  if (voice == NULL)
    {
      voice = g_new0 (BulVoice, 1);
      voice->name = bul_db_dup_text (select, 0);
      voice->other = bul_db_dup_text (select, 1);
      voice->person = bul_db_dup_text (select, 2);
      voice->first = g_strdup ("");
      voice->last = g_strdup ("");
      g_hash_table_add (counting->voices, voice);
      g_ptr_array_add (counting->result->voices, voice);
    }
  voice->n_bites += n;
  voice->n_stories++;
  counting->result->n_bites += n;
}

static gboolean
count_all_voices (Counting *counting, GError **error)
{
  static const char sql[] = "SELECT name, other, person, story, bites FROM search_voice";
  sqlite3_stmt *select = bul_db_prepare (counting->db, sql, error);
  BulDbStep step = BUL_DB_ERROR;

  while (select != NULL && (step = bul_db_step (counting->db, select, error)) == BUL_DB_ROW)
    if (get_of_story (counting, sqlite3_column_int64 (select, 3)) != NOT_FOUND)
      count_voice (counting, select);
  return step == BUL_DB_DONE;
}

static gboolean
count_voices_of (Counting *counting, gint64 story, GError **error)
{
  static const char sql[]
      = "SELECT name, other, person, story, bites FROM search_voice WHERE story = :story";
  sqlite3_stmt *select = bul_db_prepare (counting->db, sql, error);
  BulDbStep step = BUL_DB_ERROR;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  while ((step = bul_db_step (counting->db, select, error)) == BUL_DB_ROW)
    count_voice (counting, select);
  return step == BUL_DB_DONE;
}

static gboolean
count_voices (Counting *counting, GError **error)
{
  if (counting->hits->len >= counting->facets->rows->len / FEW)
    return count_all_voices (counting, error);
  for (guint i = 0; i < counting->hits->len; i++)
    if (!count_voices_of (counting, get_row (counting, i)->story, error))
      return FALSE;
  return TRUE;
}

static void
count_correction (Counting *counting, sqlite3_stmt *select)
{
  BulStatistics *result = counting->result;
  guint of_story = get_of_story (counting, sqlite3_column_int64 (select, 0));
  gint64 delay = sqlite3_column_int64 (select, 2);
  guint error_class = 0;

  if (of_story == NOT_FOUND)
    return;
  bul_enum_from_word (bul_class_words, bul_db_get_text (select, 1), &error_class);
  result->n_corrections++;
  if (of_story >= FIRST_MONTH)
    g_array_index (result->corrections[error_class], guint, of_story - FIRST_MONTH)++;
  if (sqlite3_column_type (select, 2) != SQLITE_NULL && delay >= 0)
    g_array_append_val (counting->delays, delay);
}

static int
compare_delays (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* Of an even number the lower of the two in the middle: one that there was. */
static void
find_median (Counting *counting)
{
  guint n = counting->delays->len;

  g_array_sort (counting->delays, compare_delays);
  counting->result->n_timed = n;
  if (n > 0)
    counting->result->median_delay = g_array_index (counting->delays, gint64, (n - 1) / 2);
}

static gboolean
count_corrections (Counting *counting, GError **error)
{
  static const char sql[]
      = "SELECT story, class,"
        " CAST(strftime('%s', published_at) AS INTEGER) - CAST(strftime('%s',"
        "  (SELECT max(aired_at) FROM revision WHERE revision.story = correction.story"
        "   AND aired = 1)) AS INTEGER)"
        " FROM correction WHERE state = 'published'";
  sqlite3_stmt *select = bul_db_prepare (counting->db, sql, error);
  BulDbStep step = BUL_DB_ERROR;

  for (guint i = 0; i < G_N_ELEMENTS (counting->result->corrections); i++)
    counting->result->corrections[i] = make_months (counting->result->n_months);
  while (select != NULL && (step = bul_db_step (counting->db, select, error)) == BUL_DB_ROW)
    count_correction (counting, select);
  find_median (counting);
  return step == BUL_DB_DONE;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const BulStatisticsValue *x = *(BulStatisticsValue *const *) a;
  const BulStatisticsValue *y = *(BulStatisticsValue *const *) b;

  return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp (x->value, y->value);
}

static gboolean
count (Counting *counting, BulSearch *search, GCancellable *cancellable, GError **error)
{
  if (!gather (counting, search, cancellable, error))
    return FALSE;
  count_stories (counting);
  g_ptr_array_sort (counting->result->programmes, compare_values);
  g_ptr_array_sort (counting->result->tags, compare_values);
  return count_voices (counting, error) && count_corrections (counting, error);
}

BulStatistics *
bul_statistics_new (BulSearchFacets *facets,
                    BulSearch *search,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (BulStatistics) result = g_new0 (BulStatistics, 1);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) of_story = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) delays = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GHashTable) voices = g_hash_table_new (hash_voice, equal_voices);
  Counting counting = { result, facets, search->store->db, hits, of_story, values, voices, delays };
  gboolean done;

  result->programmes = g_ptr_array_new_with_free_func (value_free);
  result->tags = g_ptr_array_new_with_free_func (value_free);
  result->voices = g_ptr_array_new_with_free_func (bul_voice_free);
  counting.korean = find_language (facets, "ko");
  counting.english = find_language (facets, "en");
  g_ptr_array_set_size (values, (int) facets->values->len);
  bul_db_begin_cancellable (counting.db, cancellable);
  done = !g_cancellable_set_error_if_cancelled (cancellable, error)
         && count (&counting, search, cancellable, error);
  bul_db_end_cancellable (counting.db);
  return done ? g_steal_pointer (&result) : NULL;
}

void
bul_statistics_free (BulStatistics *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stories, g_array_unref);
  g_clear_pointer (&self->both, g_array_unref);
  g_ptr_array_unref (self->programmes);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->voices);
  for (guint i = 0; i < G_N_ELEMENTS (self->corrections); i++)
    g_clear_pointer (&self->corrections[i], g_array_unref);
  g_free (self);
}
