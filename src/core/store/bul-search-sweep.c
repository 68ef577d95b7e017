/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-sweep-private.h"

#include "bul-search-cursor-private.h"
#include "bul-tokenizer-private.h"

/* Rows between two looks at whether anybody still wants them. */
#define PATIENCE 4096

typedef struct
{
  GArray *docids;
  GCancellable *cancellable;
  gint64 first;
  gint64 last;
  guint n;
} Sweep;

static int
take (void *data, sqlite3_int64 docid)
{
  Sweep *sweep = data;

  if (sweep->n++ % PATIENCE == 0 && g_cancellable_is_cancelled (sweep->cancellable))
    return SQLITE_INTERRUPT;
  if (docid >= sweep->first && docid <= sweep->last)
    g_array_append_val (sweep->docids, docid);
  return SQLITE_OK;
}

static void
turn_round (GArray *docids)
{
  gint64 *values = (gint64 *) docids->data;

  for (guint i = 0, j = docids->len; i + 1 < j; i++)
    {
      gint64 value = values[--j];

      values[j] = values[i];
      values[i] = value;
    }
}

/* @done: (out): whether this was one term, and all that it finds is there */
static gboolean
sweep_term (
    BulDb *db, const char *sql, const char *match, Sweep *sweep, gboolean *done, GError **error)
{
  BulSweep receiver = { take, sweep };
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "match", match);
  sqlite3_bind_pointer (select, sqlite3_bind_parameter_index (select, ":sweep"), &receiver,
                        BUL_SWEEP, NULL);
  step = bul_db_step (db, select, error);
  /* Where no row has it, there was none to begin with. */
  *done = step == BUL_DB_DONE || (step == BUL_DB_ROW && sqlite3_column_int (select, 0) != 0);
  sqlite3_reset (select);
  sqlite3_clear_bindings (select);
  turn_round (sweep->docids);
  return step != BUL_DB_ERROR;
}

static gboolean
go_over (BulDb *db, const BulSearchPlan *plan, GArray *docids, GError **error)
{
  g_autoptr (BulSearchCursor) cursor
      = bul_search_cursor_new (db, plan, G_MAXINT64, BUL_SEARCH_UNSCORED, error);
  BulDbStep step = BUL_DB_ERROR;

  while (cursor != NULL && (step = bul_search_cursor_step (cursor, error)) == BUL_DB_ROW)
    {
      gint64 docid = bul_search_cursor_get_docid (cursor);

      g_array_append_val (docids, docid);
    }
  return step == BUL_DB_DONE;
}

gboolean
bul_search_sweep (
    BulDb *db, const BulSearchPlan *plan, GArray *docids, GCancellable *cancellable, GError **error)
{
  static const char *const terms[] = {
    [BUL_SEARCH_TEXT] = "SELECT search_sweep (search_text, :sweep) FROM search_text"
                        " WHERE search_text MATCH :match LIMIT 1",
    [BUL_SEARCH_SYLLABLE] = "SELECT search_sweep (search_syllable, :sweep) FROM search_syllable"
                            " WHERE search_syllable MATCH :match LIMIT 1",
  };
  const char *sql = plan->type < G_N_ELEMENTS (terms) ? terms[plan->type] : NULL;
  Sweep sweep = { docids, cancellable, plan->first, plan->last, 0 };
  gboolean done = FALSE;

  if (sql != NULL && !sweep_term (db, sql, plan->match, &sweep, &done, error))
    return FALSE;
  return done || go_over (db, plan, docids, error);
}
