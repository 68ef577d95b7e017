/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "bul-store-person.h"
#include "bul-store-private.h"

/* What stands in the way of taking a deed back, asked in this order: SQL that gives the receipt to
 * name, or nothing. */
static const struct
{
  const char *sql;
  BulError code;
  const char *before; /* the receipt stands between them */
  const char *after;
} hindrances[] = {
  { "SELECT :deed WHERE NOT EXISTS (SELECT 1 FROM person_deed WHERE id = :deed)",
    BUL_ERROR_NOT_FOUND, "There is no receipt", ". “bulletin people receipts” lists them." },
  { "SELECT id FROM person_deed WHERE id = :deed AND undone = 1", BUL_ERROR_REFUSED, "Receipt",
    " was undone already." },
  { "SELECT min(later.deed) FROM person_before JOIN person_before AS later"
    " ON later.uid = person_before.uid AND later.deed > person_before.deed"
    " JOIN person_deed ON person_deed.id = later.deed AND person_deed.undone = 0"
    " WHERE person_before.deed = :deed HAVING min(later.deed) IS NOT NULL",
    BUL_ERROR_REFUSED, "Receipt", " goes on from this one: undo that first." },
  { "SELECT :deed FROM person_before JOIN person ON person.merged_into = person_before.uid"
    " WHERE deed = :deed AND is_new = 1"
    " AND person.uid NOT IN (SELECT uid FROM person_before WHERE deed = :deed) LIMIT 1",
    BUL_ERROR_REFUSED, "Another record was merged into the one that receipt",
    " made: undo that first." },
  { "SELECT :deed FROM person_before JOIN search_voice ON search_voice.person = person_before.uid"
    " WHERE deed = :deed AND is_new = 1 LIMIT 1",
    BUL_ERROR_REFUSED, "Speakers of stories point at the person that receipt",
    " made: take those links off first." },
};

/* FALSE with @error where something hinders, or could not be asked. */
static gboolean
check_free (BulDb *db, gint64 deed, guint i, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, hindrances[i].sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "deed", deed);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    g_set_error (error, BUL_ERROR, hindrances[i].code,
                 "%s %" G_GINT64_FORMAT "%s Nothing was changed.", hindrances[i].before,
                 (gint64) sqlite3_column_int64 (select, 0), hindrances[i].after);
  sqlite3_reset (select);
  return step == BUL_DB_DONE;
}

static gboolean
run_all (BulDb *db, const char *const *sql, guint n, gint64 deed, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      sqlite3_stmt *statement = bul_db_prepare (db, sql[i], error);

      if (statement == NULL)
        return FALSE;
      bul_db_bind_number (statement, "deed", deed);
      if (!bul_db_run (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
undo (BulDb *db, gint64 deed, GError **error)
{
  static const char *const sql[] = {
    "DELETE FROM person WHERE uid IN"
    " (SELECT uid FROM person_before WHERE deed = :deed AND is_new = 1)",
    "UPDATE person SET korean = was.korean, english = was.english, others = was.others,"
    " family = was.family, note = was.note, merged_into = was.merged_into"
    " FROM person_before AS was WHERE was.deed = :deed AND was.uid = person.uid",
    "UPDATE person_deed SET undone = 1 WHERE id = :deed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hindrances); i++)
    if (!check_free (db, deed, i, error))
      return FALSE;
  return run_all (db, sql, G_N_ELEMENTS (sql), deed, error);
}

gboolean
bul_store_undo_persons (BulStore *self, gint64 receipt, GError **error)
{
  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (self, undo (self->db, receipt, error), error);
}
