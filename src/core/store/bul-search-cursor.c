/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-cursor-private.h"

/* After so many steps one that lags behind is asked again instead, from where the others are. */
#define LONGEST_WALK 64

#define WHERE_MATCHES(table)                                                                       \
  " WHERE " table " MATCH :match AND rowid BETWEEN :first AND :last ORDER BY rowid DESC"

static const char *const statements[][2] = {
  [BUL_SEARCH_TEXT]
  = { "SELECT rowid, 0 FROM search_text" WHERE_MATCHES ("search_text"),
      "SELECT rowid, search_score (search_text) FROM search_text" WHERE_MATCHES ("search_text") },
  [BUL_SEARCH_SYLLABLE]
  = { "SELECT rowid, 0 FROM search_syllable" WHERE_MATCHES ("search_syllable"),
      "SELECT rowid, 0 FROM search_syllable" WHERE_MATCHES ("search_syllable") },
  [BUL_SEARCH_DAYS] = { "SELECT docid, 0 FROM search_document WHERE docid BETWEEN :first AND :last"
                        " ORDER BY docid DESC",
                        "SELECT docid, 0 FROM search_document WHERE docid BETWEEN :first AND :last"
                        " ORDER BY docid DESC" },
};

struct _BulSearchCursor
{
  BulDb *db;
  const BulSearchPlan *plan;
  sqlite3_stmt *statement; /* of a leaf */
  GPtrArray *below;
  gint64 last;
  gint64 docid; /* 0: at the end; G_MAXINT64: before the beginning */
  double score;
};

static void
cursor_free (gpointer cursor)
{
  bul_search_cursor_free (cursor);
}

void
bul_search_cursor_free (BulSearchCursor *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->statement);
  g_ptr_array_unref (self->below);
  g_free (self);
}

static void
ask (BulSearchCursor *self, gint64 last)
{
  sqlite3_reset (self->statement);
  if (self->plan->match != NULL)
    bul_db_bind_text (self->statement, "match", self->plan->match);
  bul_db_bind_number (self->statement, "first", self->plan->first);
  bul_db_bind_number (self->statement, "last", MIN (last, self->last));
}

/* Each leaf has a statement of its own, for two may ask the same table at once. */
static gboolean
prepare (BulSearchCursor *self, BulSearchScoring scoring, GError **error)
{
  if (sqlite3_prepare_v2 (self->db->handle, statements[self->plan->type][scoring], -1,
                          &self->statement, NULL)
      != SQLITE_OK)
    {
      bul_db_set_error (self->db, error);
      return FALSE;
    }
  ask (self, self->last);
  return TRUE;
}

static gboolean
is_leaf (const BulSearchPlan *plan)
{
  return plan->type == BUL_SEARCH_TEXT || plan->type == BUL_SEARCH_SYLLABLE
         || plan->type == BUL_SEARCH_DAYS;
}

BulSearchCursor *
bul_search_cursor_new (
    BulDb *db, const BulSearchPlan *plan, gint64 last, BulSearchScoring scoring, GError **error)
{
  g_autoptr (BulSearchCursor) self = g_new0 (BulSearchCursor, 1);

  self->db = db;
  self->plan = plan;
  self->last = MIN (last, plan->last);
  self->docid = plan->type == BUL_SEARCH_NOTHING ? 0 : G_MAXINT64;
  self->below = g_ptr_array_new_with_free_func (cursor_free);
  if (is_leaf (plan) && !prepare (self, scoring, error))
    return NULL;
  for (guint i = 0; i < plan->below->len; i++)
    {
      BulSearchCursor *below
          = bul_search_cursor_new (db, plan->below->pdata[i], last, scoring, error);

      if (below == NULL)
        return NULL;
      g_ptr_array_add (self->below, below);
    }
  return g_steal_pointer (&self);
}

/* The next docid up to @upto, whatever is between left out. */
static gboolean
advance_leaf (BulSearchCursor *self, gint64 upto, GError **error)
{
  for (guint i = 0; self->docid > upto; i++)
    {
      BulDbStep step;

      if (i == LONGEST_WALK)
        ask (self, upto);
      step = bul_db_step (self->db, self->statement, error);
      if (step == BUL_DB_ERROR)
        return FALSE;
      self->docid = step == BUL_DB_ROW ? sqlite3_column_int64 (self->statement, 0) : 0;
      self->score = step == BUL_DB_ROW ? sqlite3_column_double (self->statement, 1) : 0;
    }
  return TRUE;
}

static gboolean advance (BulSearchCursor *self, gint64 upto, GError **error);

/* Where all are at the same place. */
static gboolean
advance_all (BulSearchCursor *self, gint64 upto, GError **error)
{
  guint n_there = 0;

  for (guint i = 0; n_there < self->below->len && upto > 0; i = (i + 1) % self->below->len)
    {
      BulSearchCursor *below = self->below->pdata[i];

      if (!advance (below, upto, error))
        return FALSE;
      n_there = below->docid == upto ? n_there + 1 : 1;
      upto = below->docid;
    }
  self->docid = upto;
  self->score = 0;
  for (guint i = 0; i < self->below->len; i++)
    self->score += ((BulSearchCursor *) self->below->pdata[i])->score;
  return TRUE;
}

static gboolean
advance_any (BulSearchCursor *self, gint64 upto, GError **error)
{
  self->docid = 0;
  self->score = 0;
  for (guint i = 0; i < self->below->len; i++)
    {
      BulSearchCursor *below = self->below->pdata[i];

      if (!advance (below, upto, error))
        return FALSE;
      if (below->docid > self->docid)
        {
          self->docid = below->docid;
          self->score = 0;
        }
      if (below->docid == self->docid)
        self->score += below->score;
    }
  return TRUE;
}

static gboolean
advance_except (BulSearchCursor *self, gint64 upto, GError **error)
{
  BulSearchCursor *plan = self->below->pdata[0];
  BulSearchCursor *without = self->below->pdata[1];

  do
    {
      if (!advance (plan, upto, error) || !advance (without, plan->docid, error))
        return FALSE;
      upto = plan->docid - 1;
    }
  while (plan->docid > 0 && without->docid == plan->docid);
  self->docid = plan->docid;
  self->score = plan->score;
  return TRUE;
}

static gboolean
advance (BulSearchCursor *self, gint64 upto, GError **error)
{
  if (self->docid <= upto)
    return TRUE;
  switch (self->plan->type)
    {
    case BUL_SEARCH_NOTHING:
      break;
    case BUL_SEARCH_TEXT:
    case BUL_SEARCH_SYLLABLE:
    case BUL_SEARCH_DAYS:
      return advance_leaf (self, upto, error);
    case BUL_SEARCH_ALL_OF:
      return advance_all (self, upto, error);
    case BUL_SEARCH_ANY_OF:
      return advance_any (self, upto, error);
    case BUL_SEARCH_EXCEPT:
      return advance_except (self, upto, error);
    }
  self->docid = 0;
  return TRUE;
}

BulDbStep
bul_search_cursor_step (BulSearchCursor *self, GError **error)
{
  if (!advance (self, self->docid - 1, error))
    return BUL_DB_ERROR;
  return self->docid > 0 ? BUL_DB_ROW : BUL_DB_DONE;
}

gint64
bul_search_cursor_get_docid (const BulSearchCursor *self)
{
  return self->docid;
}

double
bul_search_cursor_get_score (const BulSearchCursor *self)
{
  return self->score;
}
