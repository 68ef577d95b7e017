/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-register.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-search-document-private.h"
#include "bul-search-private.h"

const char *const bul_due_words[] = { NULL, "answer", "notice", BUL_ENUM_END };

/*
 * What the law gives those who ask: an answer within three days, and what was agreed published
 * within seven. Nothing is due of what nobody outside asked for, of what is published or withdrawn,
 * or where a court or a commission sets its own day.
 */
static const struct
{
  BulCorrectionState state;
  BulDue due;
  guint n_days;
} rules[] = {
  { BUL_CORRECTION_DRAFT, BUL_DUE_ANSWER, 3 },
  { BUL_CORRECTION_APPROVED, BUL_DUE_NOTICE, 7 },
};

static void
row_free (gpointer data)
{
  BulRegisterRow *self = data;

  g_free (self->uid);
  g_free (self->headline);
  g_free (self->programme);
  g_free (self->aired);
  g_free (self->key);
  g_free (self->by);
  g_free (self->at);
  g_free (self->approved_by);
  g_free (self->published_at);
  g_free (self->was);
  g_free (self->now);
  g_free (self->reason);
  g_free (self->targets);
  g_free (self->kinds);
  g_free (self->due_on);
  g_free (self);
}

#define STORY                                                                                      \
  " story.uid,"                                                                                    \
  " coalesce((SELECT text FROM block JOIN script ON script.id = block.script"                      \
  "  WHERE script.story = story.id AND kind = 'headline' AND text <> ''"                           \
  "  ORDER BY role, script.position, block.position LIMIT 1), page_title),"                        \
  " programme,"                                                                                    \
  " substr(coalesce(bulletin_date, page_date, (SELECT at FROM stamp"                               \
  "  WHERE stamp.story = story.id ORDER BY position LIMIT 1)), 1, 10) AS aired,"                   \
  " (SELECT docid FROM search_document WHERE search_document.story = story.id),"

static const char corrections_sql[]
    = "SELECT" STORY " correction.key, class, weight, correction.state, reads, found_by,"
      " correction.by, correction.at, approved_by, correction.published_at, was, now, reason,"
      " (SELECT group_concat(place || ' ' || coalesce(state, 'open'), ', ') FROM"
      "  (SELECT place, state FROM correction_target WHERE correction = correction.id"
      "  ORDER BY position)),"
      " (SELECT group_concat(kinds, ' ') FROM (SELECT DISTINCT kinds FROM notice"
      "  JOIN notice_correction ON notice_correction.notice = notice.id"
      "  WHERE notice.story = story.id AND notice_correction.correction = correction.key)),"
      " (SELECT basis FROM notice JOIN notice_correction ON notice_correction.notice = notice.id"
      "  WHERE notice.story = story.id AND notice_correction.correction = correction.key"
      "  ORDER BY notice.position LIMIT 1)"
      " FROM correction JOIN story ON story.id = correction.story"
      " ORDER BY aired DESC NULLS LAST, story.id DESC, correction.position";

/* Without words it waits for an answer, with them for its day. */
static const char notices_sql[]
    = "SELECT" STORY " notice.key, NULL, NULL,"
      " CASE WHEN notice.published_at IS NOT NULL THEN 'published'"
      "  WHEN EXISTS (SELECT 1 FROM notice_text WHERE notice = notice.id AND text <> '')"
      "  THEN 'approved' ELSE 'draft' END,"
      " NULL, NULL, notice.by, notice.at, NULL, notice.published_at, NULL, NULL, NULL, NULL,"
      " kinds, basis"
      " FROM notice JOIN story ON story.id = notice.story"
      " WHERE NOT EXISTS (SELECT 1 FROM notice_correction WHERE notice = notice.id)"
      " ORDER BY aired DESC NULLS LAST, story.id DESC, notice.position";

static guint
read_word (sqlite3_stmt *select, int column, const char *const *words)
{
  guint value = 0;

  bul_enum_from_word (words, bul_db_get_text (select, column), &value);
  return value;
}

static BulRegisterRow *
read_row (sqlite3_stmt *select)
{
  BulRegisterRow *row = g_new0 (BulRegisterRow, 1);

  row->uid = bul_db_dup_text (select, 0);
  row->headline = bul_db_dup_text (select, 1);
  row->programme = bul_db_dup_text (select, 2);
  row->aired = bul_db_dup_text (select, 3);
  row->key = bul_db_dup_text (select, 5);
  row->error_class = read_word (select, 6, bul_class_words);
  row->weight = read_word (select, 7, bul_weight_words);
  row->state = read_word (select, 8, bul_correction_state_words);
  row->reads = read_word (select, 9, bul_reads_words);
  row->found_by = read_word (select, 10, bul_found_by_words);
  row->by = bul_db_dup_text (select, 11);
  row->at = bul_db_dup_text (select, 12);
  row->approved_by = bul_db_dup_text (select, 13);
  row->published_at = bul_db_dup_text (select, 14);
  row->was = bul_db_dup_text (select, 15);
  row->now = bul_db_dup_text (select, 16);
  row->reason = bul_db_dup_text (select, 17);
  row->targets = bul_db_dup_text (select, 18);
  row->kinds = bul_db_dup_text (select, 19);
  row->basis = read_word (select, 20, bul_basis_words);
  return row;
}

/* The day @n_days after the one that @time begins with. */
static char *
dup_later (const char *time, guint n_days)
{
  gint64 day = bul_search_day_of (time);
  GDate date;

  if (day == 0)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day + n_days);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static void
find_due (BulRegisterRow *row, const char *today)
{
  /* “Own” is what a notice has until somebody says otherwise. */
  gboolean asked = row->basis == BUL_BASIS_REQUEST
                   || (row->basis <= BUL_BASIS_OWN && row->found_by == BUL_FOUND_PARTY);

  for (guint i = 0; asked && i < G_N_ELEMENTS (rules); i++)
    if (rules[i].state == row->state)
      {
        row->due_on = dup_later (row->at, rules[i].n_days);
        row->due = row->due_on == NULL ? BUL_DUE_NOTHING : rules[i].due;
      }
  row->late = row->due_on != NULL && today != NULL && strcmp (row->due_on, today) < 0;
}

static gboolean
is_of_programme (const BulRegisterRow *row, const char *programme)
{
  return programme == NULL
         || (row->programme != NULL
             && bul_query_field_matches (BUL_QUERY_PROGRAMME, programme, row->programme));
}

gboolean
bul_register_row_passes (const BulRegisterRow *row, const BulRegisterFilter *filter)
{
  const char *aired = row->aired == NULL ? "" : row->aired;

  return (filter->error_class == 0 || filter->error_class == row->error_class)
         && (filter->state == 0 || filter->state == row->state)
         && is_of_programme (row, filter->programme)
         && (filter->since == NULL || strcmp (aired, filter->since) >= 0)
         && (filter->until == NULL || (*aired != '\0' && strcmp (aired, filter->until) <= 0))
         && (!filter->late || row->late);
}

/* @found: (nullable): docids of the stories that answer */
static gboolean
add_rows (BulStore *store,
          const char *sql,
          GHashTable *found,
          const BulRegisterFilter *filter,
          GPtrArray *rows,
          GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (store->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  while ((step = bul_db_step (store->db, select, error)) == BUL_DB_ROW)
    {
      gint64 docid = sqlite3_column_int64 (select, 4);
      BulRegisterRow *row;

      if (found != NULL && !g_hash_table_contains (found, &docid))
        continue;
      row = read_row (select);
      find_due (row, filter->today);
      if (bul_register_row_passes (row, filter))
        g_ptr_array_add (rows, row);
      else
        row_free (row);
    }
  return step == BUL_DB_DONE;
}

static GHashTable *
find_stories (BulSearch *search, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (BulSearchCursor) cursor = bul_search_cursor_new (
      search->store->db, search->plan, G_MAXINT64, BUL_SEARCH_UNSCORED, error);
  BulDbStep step = BUL_DB_ERROR;

  while (cursor != NULL && (step = bul_search_cursor_step (cursor, error)) == BUL_DB_ROW)
    {
      gint64 docid = bul_search_cursor_get_docid (cursor);

      g_hash_table_add (found, g_memdup2 (&docid, sizeof docid));
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&found) : NULL;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const BulRegisterRow *x = *(BulRegisterRow *const *) a;
  const BulRegisterRow *y = *(BulRegisterRow *const *) b;

  return g_strcmp0 (y->aired, x->aired);
}

GPtrArray *
bul_register_list (BulStore *store,
                   BulSearch *search,
                   const BulRegisterFilter *filter,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) found = NULL;
  gboolean done;

  bul_db_begin_cancellable (store->db, cancellable);
  if (search != NULL)
    found = find_stories (search, error);
  done = (search == NULL || found != NULL)
         && add_rows (store, corrections_sql, found, filter, rows, error)
         && add_rows (store, notices_sql, found, filter, rows, error);
  bul_db_end_cancellable (store->db);
  if (!done)
    return NULL;
  /* It keeps the order of those that are of one day. */
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

GArray *
bul_register_count (const GPtrArray *rows)
{
  GArray *months = g_array_new (FALSE, TRUE, sizeof (BulRegisterMonth));

  for (guint i = 0; i < rows->len; i++)
    {
      const BulRegisterRow *row = rows->pdata[i];
      BulRegisterMonth *last
          = months->len == 0 ? NULL : &g_array_index (months, BulRegisterMonth, months->len - 1);
      BulRegisterMonth fresh = { 0 };

      g_strlcpy (fresh.month, row->aired == NULL ? "" : row->aired, sizeof fresh.month);
      if (last == NULL || strcmp (last->month, fresh.month) != 0)
        {
          g_array_append_val (months, fresh);
          last = &g_array_index (months, BulRegisterMonth, months->len - 1);
        }
      last->n[row->error_class]++;
      last->total++;
    }
  return months;
}
