/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-terms.h"

#include "bul-error.h"
#include "bul-store-private.h"

/* Terms written in one transaction: some ten milliseconds. */
#define BATCH 1000

#define COLUMNS "SELECT id, source, korean, english, by, at FROM term "

/* --- reading */

/* Steps @select, which has COLUMNS, to its end. */
static GPtrArray *
read_terms (BulDb *db, sqlite3_stmt *select, GError **error)
{
  g_autoptr (GPtrArray) terms = bul_terms_new ();
  BulDbStep step;

  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      BulTerm *term = g_new0 (BulTerm, 1);

      term->number = sqlite3_column_int64 (select, 0);
      term->source = bul_db_dup_text (select, 1);
      term->korean = bul_db_dup_text (select, 2);
      term->english = bul_db_dup_text (select, 3);
      term->by = bul_db_dup_text (select, 4);
      term->at = bul_db_dup_text (select, 5);
      g_ptr_array_add (terms, term);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&terms) : NULL;
}

GPtrArray *
bul_store_list_terms (BulStore *self, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (self->db, COLUMNS "WHERE state = 'kept' ORDER BY id", error);

  return select == NULL ? NULL : read_terms (self->db, select, error);
}

GPtrArray *
bul_store_find_terms (BulStore *self, const char *words, guint n, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (self->db,
                        COLUMNS "WHERE state = 'kept' AND (instr (lower (korean), lower (:words))"
                                " OR instr (lower (english), lower (:words)))"
                                " ORDER BY length (korean) + length (english), id LIMIT :most",
                        error);

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "words", words);
  bul_db_bind_number (select, "most", n);
  return read_terms (self->db, select, error);
}

void
bul_term_source_free (BulTermSource *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_free (self->by);
  g_free (self->at);
  g_free (self);
}

static void
source_free (gpointer data)
{
  bul_term_source_free (data);
}

GPtrArray *
bul_store_list_term_sources (BulStore *self, GError **error)
{
  /* Columns beside max() are of the row that has it. */
  static const char sql[] = "SELECT source, count(*), by, at, max(id) FROM term"
                            " WHERE state = 'kept' GROUP BY source ORDER BY source";
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (source_free);
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      BulTermSource *source = g_new0 (BulTermSource, 1);

      source->source = bul_db_dup_text (select, 0);
      source->n_terms = (guint) sqlite3_column_int64 (select, 1);
      source->by = bul_db_dup_text (select, 2);
      source->at = bul_db_dup_text (select, 3);
      g_ptr_array_add (sources, source);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&sources) : NULL;
}

/* --- changing */

static gboolean
add_one (BulDb *db, const BulTerm *term, guint *n_new, GError **error)
{
  sqlite3_stmt *insert = bul_db_prepare (db,
                                         "INSERT INTO term (source, korean, english, by, at, state)"
                                         " VALUES (:source, :korean, :english, :by, :at, 'kept')"
                                         " ON CONFLICT (source, korean, english) DO NOTHING",
                                         error);

  if (insert == NULL)
    return FALSE;
  bul_db_bind_text (insert, "source", term->source);
  bul_db_bind_text (insert, "korean", term->korean);
  bul_db_bind_text (insert, "english", term->english);
  bul_db_bind_text (insert, "by", term->by);
  bul_db_bind_text (insert, "at", term->at);
  if (!bul_db_run (db, insert, error))
    return FALSE;
  *n_new += (guint) sqlite3_changes (db->handle);
  return TRUE;
}

gboolean
bul_store_add_terms (BulStore *self, const GPtrArray *terms, guint *n_new, GError **error)
{
  *n_new = 0;
  for (guint i = 0; i < terms->len;)
    {
      guint end = MIN (i + BATCH, terms->len);
      gboolean added = TRUE;

      if (!bul_store_begin (self, error))
        return FALSE;
      while (added && i < end)
        added = add_one (self->db, terms->pdata[i++], n_new, error);
      if (!bul_store_end (self, added, error))
        return FALSE;
      bul_lock_give_way (self->lock);
    }
  return TRUE;
}

/* What both deeds are, in one statement each. */
typedef struct
{
  const char *one;
  const char *all;
  const char *missing;
} Deed;

static const Deed forgetting = {
  "UPDATE term SET state = 'forgotten' WHERE id = :which AND state = 'kept'",
  "UPDATE term SET state = 'forgotten' WHERE source = :which AND state = 'kept'",
  "is kept",
};

static const Deed recalling = {
  "UPDATE term SET state = 'kept' WHERE id = :which AND state = 'forgotten'",
  "UPDATE term SET state = 'kept' WHERE source = :which AND state = 'forgotten'",
  "was forgotten",
};

/* Runs @update inside a transaction; nothing changed is an error that names @which. */
static gboolean
run (BulDb *db, sqlite3_stmt *update, const Deed *deed, const char *which, guint *n, GError **error)
{
  if (!bul_db_run (db, update, error))
    return FALSE;
  *n = (guint) sqlite3_changes (db->handle);
  if (*n > 0)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
               "There is no term or dictionary “%s” that %s. Nothing was changed. “bulletin terms "
               "list” tells what there is.",
               which, deed->missing);
  return FALSE;
}

static gboolean
update_one (BulDb *db, const Deed *deed, gint64 number, GError **error)
{
  sqlite3_stmt *update = bul_db_prepare (db, deed->one, error);
  g_autofree char *which = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  guint n;

  if (update == NULL)
    return FALSE;
  bul_db_bind_number (update, "which", number);
  return run (db, update, deed, which, &n, error);
}

static gboolean
update_all (BulDb *db, const Deed *deed, const char *source, guint *n, GError **error)
{
  sqlite3_stmt *update = bul_db_prepare (db, deed->all, error);

  if (update == NULL)
    return FALSE;
  bul_db_bind_text (update, "which", source);
  return run (db, update, deed, source, n, error);
}

static gboolean
run_on_one (BulStore *self, const Deed *deed, gint64 number, GError **error)
{
  return bul_store_begin (self, error)
         && bul_store_end (self, update_one (self->db, deed, number, error), error);
}

static gboolean
run_on_all (BulStore *self, const Deed *deed, const char *source, guint *n, GError **error)
{
  return bul_store_begin (self, error)
         && bul_store_end (self, update_all (self->db, deed, source, n, error), error);
}

gboolean
bul_store_forget_term (BulStore *self, gint64 number, GError **error)
{
  return run_on_one (self, &forgetting, number, error);
}

/* @n_new: how many rows were made or came back. */
static gboolean
keep_one (BulDb *db, const BulTerm *term, guint *n_new, gint64 *number, GError **error)
{
  sqlite3_stmt *keep
      = bul_db_prepare (db,
                        "INSERT INTO term (source, korean, english, by, at, state)"
                        " VALUES (:source, :korean, :english, :by, :at, 'kept')"
                        " ON CONFLICT (source, korean, english) DO UPDATE SET state = 'kept'"
                        " WHERE state = 'forgotten'",
                        error);
  sqlite3_stmt *find;

  if (keep == NULL)
    return FALSE;
  bul_db_bind_text (keep, "source", term->source);
  bul_db_bind_text (keep, "korean", term->korean);
  bul_db_bind_text (keep, "english", term->english);
  bul_db_bind_text (keep, "by", term->by);
  bul_db_bind_text (keep, "at", term->at);
  if (!bul_db_run (db, keep, error))
    return FALSE;
  *n_new = (guint) sqlite3_changes (db->handle);
  find = bul_db_prepare (db,
                         "SELECT id FROM term WHERE source = :source AND korean = :korean"
                         " AND english = :english",
                         error);
  if (find == NULL)
    return FALSE;
  bul_db_bind_text (find, "source", term->source);
  bul_db_bind_text (find, "korean", term->korean);
  bul_db_bind_text (find, "english", term->english);
  if (bul_db_step (db, find, error) == BUL_DB_ROW)
    *number = sqlite3_column_int64 (find, 0);
  sqlite3_reset (find);
  return *number > 0;
}

gint64
bul_store_keep_term (BulStore *self, const BulTerm *term, gboolean *is_new, GError **error)
{
  guint n_new = 0;
  gint64 number = 0;
  gboolean done;

  g_return_val_if_fail (term->source != NULL, 0);

  if (!bul_store_begin (self, error))
    return 0;
  done = keep_one (self->db, term, &n_new, &number, error);
  if (!bul_store_end (self, done, error))
    return 0;
  *is_new = n_new > 0;
  return number;
}

gboolean
bul_store_recall_term (BulStore *self, gint64 number, GError **error)
{
  return run_on_one (self, &recalling, number, error);
}

gboolean
bul_store_forget_terms (BulStore *self, const char *source, guint *n, GError **error)
{
  return run_on_all (self, &forgetting, source, n, error);
}

gboolean
bul_store_recall_terms (BulStore *self, const char *source, guint *n, GError **error)
{
  return run_on_all (self, &recalling, source, n, error);
}
