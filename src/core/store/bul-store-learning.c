/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-learning.h"

#include "bul-segment.h"
#include "bul-store-private.h"

void
bul_lesson_free (BulLesson *self)
{
  if (self == NULL)
    return;
  g_free (self->korean);
  g_free (self->english);
  g_clear_pointer (&self->ties, g_ptr_array_unref);
  g_free (self);
}

static void
lesson_free (gpointer data)
{
  bul_lesson_free (data);
}

/* --- the version */

static gboolean
forget_all (BulDb *db, guint version, GError **error)
{
  sqlite3_stmt *insert;

  if (!bul_db_exec (db, "DELETE FROM word_tie", error)
      || !bul_db_exec (db, "DELETE FROM word_count", error)
      || !bul_db_exec (db, "DELETE FROM word_version", error)
      || !bul_db_exec (db, "UPDATE memory SET learned = 0 WHERE learned <> 0", error))
    return FALSE;
  insert = bul_db_prepare (db, "INSERT INTO word_version (version) VALUES (:version)", error);
  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "version", version);
  return bul_db_run (db, insert, error);
}

gboolean
bul_store_start_learning (BulStore *self, guint version, GError **error)
{
  static const char sql[] = "SELECT coalesce(max(version), -1) FROM word_version";
  gint64 known;

  if (!bul_db_get_number (self->db, sql, &known, error))
    return FALSE;
  if (known == (gint64) version)
    return TRUE;
  return bul_store_begin (self, error)
         && bul_store_end (self, forget_all (self->db, version, error), error);
}

/* --- what is to be learned */

gboolean
bul_store_has_lessons (BulStore *self)
{
  static const char sql[]
      = "SELECT EXISTS (SELECT 1 FROM memory WHERE (state = 'kept') <> learned)";
  gint64 has = 0;

  return bul_db_get_number (self->db, sql, &has, NULL) && has != 0;
}

GPtrArray *
bul_store_list_lessons (BulStore *self, guint n, GError **error)
{
  static const char sql[] = "SELECT id, state = 'kept', korean, english FROM memory"
                            " WHERE (state = 'kept') <> learned ORDER BY id LIMIT :most";
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func (lesson_free);
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "most", n);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      BulLesson *lesson = g_new0 (BulLesson, 1);

      lesson->memory = sqlite3_column_int64 (select, 0);
      lesson->is_kept = sqlite3_column_int (select, 1) != 0;
      lesson->korean = bul_db_dup_text (select, 2);
      lesson->english = bul_db_dup_text (select, 3);
      g_ptr_array_add (lessons, lesson);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&lessons) : NULL;
}

/* --- learning */

/* A row that comes to nothing goes, so that what was learned and forgotten leaves no trace. */
static gboolean
count_tie (BulDb *db, const BulTie *tie, int sign, GError **error)
{
  sqlite3_stmt *insert
      = bul_db_prepare (db,
                        "INSERT INTO word_tie (korean, english, pairs, mass)"
                        " VALUES (:korean, :english, :pairs, :mass)"
                        " ON CONFLICT (korean, english) DO UPDATE SET"
                        "  pairs = pairs + excluded.pairs, mass = mass + excluded.mass",
                        error);
  sqlite3_stmt *clear;

  if (insert == NULL)
    return FALSE;
  bul_db_bind_text (insert, "korean", tie->korean);
  bul_db_bind_text (insert, "english", tie->english);
  bul_db_bind_number (insert, "pairs", sign);
  bul_db_bind_number (insert, "mass", sign * (gint64) tie->mass);
  if (!bul_db_run (db, insert, error))
    return FALSE;
  if (sign > 0)
    return TRUE;
  clear = bul_db_prepare (db,
                          "DELETE FROM word_tie"
                          " WHERE korean = :korean AND english = :english AND pairs <= 0",
                          error);
  if (clear == NULL)
    return FALSE;
  bul_db_bind_text (clear, "korean", tie->korean);
  bul_db_bind_text (clear, "english", tie->english);
  return bul_db_run (db, clear, error);
}

static gboolean
count_word (BulDb *db, BulLanguage language, const char *word, int sign, GError **error)
{
  sqlite3_stmt *insert = bul_db_prepare (
      db,
      "INSERT INTO word_count (language, word, pairs)"
      " VALUES (:language, :word, :pairs)"
      " ON CONFLICT (language, word) DO UPDATE SET pairs = pairs + excluded.pairs",
      error);
  sqlite3_stmt *clear;

  if (insert == NULL)
    return FALSE;
  bul_db_bind_text (insert, "language", bul_language_words[language]);
  bul_db_bind_text (insert, "word", word);
  bul_db_bind_number (insert, "pairs", sign);
  if (!bul_db_run (db, insert, error))
    return FALSE;
  if (sign > 0)
    return TRUE;
  clear = bul_db_prepare (db,
                          "DELETE FROM word_count"
                          " WHERE language = :language AND word = :word AND pairs <= 0",
                          error);
  if (clear == NULL)
    return FALSE;
  bul_db_bind_text (clear, "language", bul_language_words[language]);
  bul_db_bind_text (clear, "word", word);
  return bul_db_run (db, clear, error);
}

/* Each word of the ties once. */
static gboolean
count_words (BulDb *db, const GPtrArray *ties, int sign, GError **error)
{
  g_autoptr (GHashTable) korean = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) english = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ties->len; i++)
    {
      const BulTie *tie = ties->pdata[i];

      if ((g_hash_table_add (korean, tie->korean)
           && !count_word (db, BUL_LANGUAGE_KOREAN, tie->korean, sign, error))
          || (g_hash_table_add (english, tie->english)
              && !count_word (db, BUL_LANGUAGE_ENGLISH, tie->english, sign, error)))
        return FALSE;
    }
  return TRUE;
}

/* @taken: (out): FALSE where it is not as the lesson found it any more. */
static gboolean
take (BulDb *db, const BulLesson *lesson, gboolean *taken, GError **error)
{
  sqlite3_stmt *update
      = bul_db_prepare (db,
                        "UPDATE memory SET learned = :kept"
                        " WHERE id = :id AND learned <> :kept AND (state = 'kept') = :kept",
                        error);

  if (update == NULL)
    return FALSE;
  bul_db_bind_number (update, "id", lesson->memory);
  bul_db_bind_number (update, "kept", lesson->is_kept ? 1 : 0);
  if (!bul_db_run (db, update, error))
    return FALSE;
  *taken = sqlite3_changes (db->handle) > 0;
  return TRUE;
}

static gboolean
learn_one (BulDb *db, const BulLesson *lesson, GError **error)
{
  int sign = lesson->is_kept ? 1 : -1;
  gboolean taken;

  if (!take (db, lesson, &taken, error))
    return FALSE;
  if (!taken || lesson->ties == NULL)
    return TRUE;
  for (guint i = 0; i < lesson->ties->len; i++)
    if (!count_tie (db, lesson->ties->pdata[i], sign, error))
      return FALSE;
  return count_words (db, lesson->ties, sign, error);
}

gboolean
bul_store_learn (BulStore *self, const GPtrArray *lessons, GError **error)
{
  gboolean done = TRUE;

  if (!bul_store_begin (self, error))
    return FALSE;
  for (guint i = 0; done && i < lessons->len; i++)
    done = learn_one (self->db, lessons->pdata[i], error);
  done = bul_store_end (self, done, error);
  bul_lock_give_way (self->lock);
  return done;
}

/* --- what was learned */

/* By the index of those that are strong. A pair that is seldom seen together is not asked for: 16
 * is the square of one over the least cosine that counts. */
GPtrArray *
bul_store_list_ties (BulStore *self, GError **error)
{
  static const char sql[]
      = "SELECT tie.korean, tie.english, tie.pairs, tie.mass, ko.pairs, en.pairs"
        " FROM word_tie AS tie"
        " JOIN word_count AS ko ON ko.language = 'ko' AND ko.word = tie.korean"
        " JOIN word_count AS en ON en.language = 'en' AND en.word = tie.english"
        " WHERE tie.mass >= 400 AND tie.pairs * tie.pairs * 16 >= ko.pairs * en.pairs"
        " ORDER BY tie.korean, tie.english";
  g_autoptr (GPtrArray) ties = bul_ties_new ();
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      BulTie *tie = g_new0 (BulTie, 1);

      tie->korean = bul_db_dup_text (select, 0);
      tie->english = bul_db_dup_text (select, 1);
      tie->n_pairs = (guint) sqlite3_column_int64 (select, 2);
      tie->mass = (guint) sqlite3_column_int64 (select, 3);
      tie->n_korean = (guint) sqlite3_column_int64 (select, 4);
      tie->n_english = (guint) sqlite3_column_int64 (select, 5);
      g_ptr_array_add (ties, tie);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&ties) : NULL;
}
