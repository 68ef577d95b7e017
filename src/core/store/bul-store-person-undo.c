/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "bul-store-person.h"
#include "bul-store-private.h"

#define NAMES " uid, korean, english, others, family, note, merged_into"

/* What stands in the way of taking a deed back, or of doing it again: SQL that gives the receipt to
 * name, or nothing. */
typedef struct
{
  const char *sql;
  BulError code;
  const char *before; /* the receipt stands between them */
  const char *after;
} Hindrance;

/* A deed that is not there. */
#define NO_DEED                                                                                    \
  {                                                                                                \
    "SELECT :deed WHERE NOT EXISTS (SELECT 1 FROM person_deed WHERE id = :deed)",                  \
        BUL_ERROR_NOT_FOUND, "There is no receipt", ". “bulletin people receipts” lists them." \
  }

/* What was done later to the same records. */
#define LATER_DEED                                                                                 \
  "SELECT min(later.deed) FROM person_before JOIN person_before AS later"                          \
  " ON later.uid = person_before.uid AND later.deed > person_before.deed"                          \
  " JOIN person_deed ON person_deed.id = later.deed AND person_deed.undone = 0"                    \
  " WHERE person_before.deed = :deed HAVING min(later.deed) IS NOT NULL"

/* Asked in this order. */
static const Hindrance against_undo[] = {
  NO_DEED,
  { "SELECT id FROM person_deed WHERE id = :deed AND undone = 1", BUL_ERROR_REFUSED, "Receipt",
    " was undone already." },
  { LATER_DEED, BUL_ERROR_REFUSED, "Receipt", " goes on from this one: undo that first." },
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

/* Asked in this order. */
static const Hindrance against_redo[] = {
  NO_DEED,
  { "SELECT id FROM person_deed WHERE id = :deed AND undone = 0", BUL_ERROR_REFUSED, "Receipt",
    " was not undone." },
  { "SELECT id FROM person_deed WHERE id = :deed AND what <> 'apart'"
    " AND NOT EXISTS (SELECT 1 FROM person_undone WHERE deed = :deed)",
    BUL_ERROR_REFUSED, "Nothing is known any more of what receipt", " had made." },
  { LATER_DEED, BUL_ERROR_REFUSED, "Receipt",
    " was given since, for the same people: undo that first." },
  /* another deed before it is undone as well, or that one is done again by now */
  { "SELECT :deed FROM person_before AS was LEFT JOIN person ON person.uid = was.uid"
    " WHERE was.deed = :deed AND CASE WHEN was.is_new THEN person.uid IS NOT NULL"
    "  ELSE person.uid IS NULL OR (person.korean, person.english, person.others, person.family,"
    "   person.note, person.merged_into) IS NOT (was.korean, was.english, was.others, was.family,"
    "   was.note, was.merged_into) END LIMIT 1",
    BUL_ERROR_REFUSED, "The people of receipt", " are not as they were before it." },
  /* a name that is another’s by now */
  { "SELECT other.deed FROM person_before AS was JOIN person_undone AS mine"
    " ON mine.deed = was.deed AND mine.uid = was.uid"
    " JOIN person ON person.korean = mine.korean OR person.english = mine.english"
    " JOIN person_before AS other ON other.uid = person.uid AND other.is_new = 1"
    "  AND other.deed > was.deed"
    " WHERE was.deed = :deed AND was.is_new = 1 AND mine.note IS NULL LIMIT 1",
    BUL_ERROR_REFUSED, "There is a record of that name since, of receipt",
    ": undo that first, or make this one with a note that tells the two apart." },
  /* two who are one by now */
  { "SELECT before.deed FROM person_apart JOIN person_before AS before"
    " ON before.uid IN (one, other) AND before.deed > person_apart.deed"
    " JOIN person_deed ON person_deed.id = before.deed AND undone = 0 AND what = 'merge'"
    " WHERE person_apart.deed = :deed GROUP BY before.deed HAVING count(*) = 2 LIMIT 1",
    BUL_ERROR_REFUSED, "Receipt", " made one of the two since: undo that first." },
};

/* FALSE with @error where something hinders, or could not be asked. */
static gboolean
check_free (BulDb *db, gint64 deed, const Hindrance *hindrance, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, hindrance->sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "deed", deed);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    g_set_error (error, BUL_ERROR, hindrance->code,
                 "%s %" G_GINT64_FORMAT "%s Nothing was changed.", hindrance->before,
                 (gint64) sqlite3_column_int64 (select, 0), hindrance->after);
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
    "INSERT INTO person_undone (deed," NAMES ") SELECT :deed, person.uid, person.korean,"
    " person.english, person.others, person.family, person.note, person.merged_into"
    " FROM person_before JOIN person ON person.uid = person_before.uid"
    " WHERE deed = :deed ORDER BY person_before.id",
    "DELETE FROM person WHERE uid IN"
    " (SELECT uid FROM person_before WHERE deed = :deed AND is_new = 1)",
    "UPDATE person SET korean = was.korean, english = was.english, others = was.others,"
    " family = was.family, note = was.note, merged_into = was.merged_into"
    " FROM person_before AS was WHERE was.deed = :deed AND was.uid = person.uid",
    "UPDATE person_deed SET undone = 1 WHERE id = :deed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (against_undo); i++)
    if (!check_free (db, deed, &against_undo[i], error))
      return FALSE;
  return run_all (db, sql, G_N_ELEMENTS (sql), deed, error);
}

static gboolean
redo (BulDb *db, gint64 deed, GError **error)
{
  static const char *const sql[] = {
    "INSERT INTO person (" NAMES ") SELECT" NAMES " FROM person_undone WHERE deed = :deed"
    " AND uid NOT IN (SELECT uid FROM person) ORDER BY id",
    "UPDATE person SET korean = made.korean, english = made.english, others = made.others,"
    " family = made.family, note = made.note, merged_into = made.merged_into"
    " FROM person_undone AS made WHERE made.deed = :deed AND made.uid = person.uid",
    "DELETE FROM person_undone WHERE deed = :deed",
    "UPDATE person_deed SET undone = 0 WHERE id = :deed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (against_redo); i++)
    if (!check_free (db, deed, &against_redo[i], error))
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

gboolean
bul_store_redo_persons (BulStore *self, gint64 receipt, GError **error)
{
  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (self, redo (self->db, receipt, error), error);
}
