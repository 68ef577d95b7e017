/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-vocabulary.h"

#include <string.h>

#include "bul-store-private.h"
#include "bul-store-vocabulary-private.h"

/* The lists of a concept: where each is kept. */
static const struct
{
  gsize offset;
  const char *clear;
  const char *insert;
  const char *select;
} lists[] = {
  { G_STRUCT_OFFSET (BulConcept, parents), "DELETE FROM concept_parent WHERE concept = :concept",
    "INSERT INTO concept_parent (concept, position, parent) VALUES (:concept, :row, :value)",
    "SELECT code, parent FROM concept_parent JOIN concept ON concept.id = concept"
    " ORDER BY concept, position" },
  { G_STRUCT_OFFSET (BulConcept, other_korean),
    "DELETE FROM concept_name WHERE concept = :concept AND language = 'ko'",
    "INSERT INTO concept_name (concept, position, language, name)"
    " VALUES (:concept, :row, 'ko', :value)",
    "SELECT code, name FROM concept_name JOIN concept ON concept.id = concept"
    " WHERE language = 'ko' ORDER BY concept, position" },
  { G_STRUCT_OFFSET (BulConcept, other_english),
    "DELETE FROM concept_name WHERE concept = :concept AND language = 'en'",
    "INSERT INTO concept_name (concept, position, language, name)"
    " VALUES (:concept, :row, 'en', :value)",
    "SELECT code, name FROM concept_name JOIN concept ON concept.id = concept"
    " WHERE language = 'en' ORDER BY concept, position" },
};

#define LIST(concept, i) ((GStrv *) ((guint8 *) (concept) + lists[i].offset))

/* --- reading */

static GPtrArray *
read_concepts (BulDb *db, GError **error)
{
  static const char sql[] = "SELECT code, korean, english, note, match, merged_into, retired"
                            " FROM concept ORDER BY id";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) concepts = bul_records_new ();
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      BulConcept *concept = bul_record_new (&bul_concept_type);

      g_ptr_array_add (concepts, concept);
      if (!bul_db_read_record (db, select, concept, error))
        return NULL;
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&concepts) : NULL;
}

static void
strv_free (gpointer builder)
{
  g_strv_builder_unref (builder);
}

/* Rows come concept by concept. */
static gboolean
read_list (BulDb *db, guint i, GHashTable *by_code, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, lists[i].select, error);
  g_autoptr (GHashTable) builders = g_hash_table_new_full (NULL, NULL, NULL, strv_free);
  GHashTableIter iter;
  gpointer concept;
  gpointer found;
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      const char *code = bul_db_get_text (select, 0);
      g_autofree char *value = bul_db_dup_text (select, 1);
      GStrvBuilder *builder;

      concept = code == NULL ? NULL : g_hash_table_lookup (by_code, code);
      if (concept == NULL || value == NULL)
        continue;
      builder = g_hash_table_lookup (builders, concept);
      if (builder == NULL)
        {
          builder = g_strv_builder_new ();
          g_hash_table_insert (builders, concept, builder);
        }
      g_strv_builder_add (builder, value);
    }
  g_hash_table_iter_init (&iter, builders);
  while (g_hash_table_iter_next (&iter, &concept, &found))
    *LIST (concept, i) = g_strv_builder_end (found);
  return step == BUL_DB_DONE;
}

/* What the program knows besides keeps its name, and is offered no more. */
static void
add_rest_of_starter (BulVocabulary *self)
{
  const GPtrArray *starter = bul_vocabulary_get_concepts (bul_vocabulary_get_starter ());

  for (guint i = 0; i < starter->len; i++)
    {
      const BulConcept *concept = starter->pdata[i];
      BulConcept *copy;

      if (bul_vocabulary_find (self, concept->code) != NULL)
        continue;
      copy = bul_record_copy (concept);
      copy->retired = TRUE;
      bul_vocabulary_add (self, copy);
    }
}

BulVocabulary *
bul_store_vocabulary_read (BulDb *db, GError **error)
{
  g_autoptr (GPtrArray) concepts = read_concepts (db, error);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (BulVocabulary) self = NULL;

  if (concepts == NULL)
    return NULL;
  if (concepts->len == 0)
    return bul_vocabulary_copy (bul_vocabulary_get_starter ());
  for (guint i = 0; i < concepts->len; i++)
    g_hash_table_insert (by_code, ((BulConcept *) concepts->pdata[i])->code, concepts->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_list (db, i, by_code, error))
      return NULL;
  self = bul_vocabulary_new ();
  g_ptr_array_set_free_func (concepts, NULL);
  for (guint i = 0; i < concepts->len; i++)
    bul_vocabulary_add (self, concepts->pdata[i]);
  add_rest_of_starter (self);
  return g_steal_pointer (&self);
}

BulVocabulary *
bul_store_vocabulary_load (BulDb *db, BulVocabularyRead read, GError **error)
{
  BulVocabulary *vocabulary;

  if (!bul_db_exec (db, "BEGIN", error))
    return NULL;
  vocabulary = read (db, error);
  bul_db_exec (db, "ROLLBACK", NULL);
  return vocabulary;
}

BulVocabulary *
bul_store_load_vocabulary (BulStore *self, GError **error)
{
  return bul_store_vocabulary_load (self->db, bul_store_vocabulary_read, error);
}

gboolean
bul_store_has_vocabulary (BulStore *self, gboolean *has, GError **error)
{
  gint64 n;

  if (!bul_db_get_number (self->db, "SELECT EXISTS (SELECT 1 FROM concept)", &n, error))
    return FALSE;
  *has = n != 0;
  return TRUE;
}

/* --- writing */

static gboolean
write_row (BulDb *db, const BulConcept *concept, gint64 *id, GError **error)
{
  static const char sql[]
      = "INSERT INTO concept (vocabulary, code, korean, english, note, match, merged_into, retired)"
        " VALUES (:vocabulary, :code, :korean, :english, :note, :match, :merged_into, :retired)"
        " ON CONFLICT (code) DO UPDATE SET korean = :korean, english = :english, note = :note,"
        " match = :match, merged_into = :merged_into, retired = :retired RETURNING id";
  sqlite3_stmt *insert = bul_db_prepare (db, sql, error);
  g_autofree char *vocabulary = g_strndup (concept->code, strcspn (concept->code, ":"));

  if (insert == NULL)
    return FALSE;
  bul_db_bind_record (insert, concept);
  bul_db_bind_text (insert, "vocabulary", vocabulary);
  if (bul_db_step (db, insert, error) != BUL_DB_ROW)
    return FALSE;
  *id = sqlite3_column_int64 (insert, 0);
  /* The row is written once the statement has ended. */
  return bul_db_step (db, insert, error) == BUL_DB_DONE;
}

static gboolean
write_list (BulDb *db, guint i, const BulConcept *concept, gint64 id, GError **error)
{
  sqlite3_stmt *clear = bul_db_prepare (db, lists[i].clear, error);
  GStrv values = *LIST (concept, i);

  if (clear == NULL)
    return FALSE;
  bul_db_bind_number (clear, "concept", id);
  if (!bul_db_run (db, clear, error))
    return FALSE;
  for (guint j = 0; values != NULL && values[j] != NULL; j++)
    {
      sqlite3_stmt *insert = bul_db_prepare (db, lists[i].insert, error);

      if (insert == NULL)
        return FALSE;
      bul_db_bind_number (insert, "concept", id);
      bul_db_bind_number (insert, "row", j);
      bul_db_bind_text (insert, "value", values[j]);
      if (!bul_db_run (db, insert, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bul_store_vocabulary_write (BulDb *db, const BulConcept *concept, GError **error)
{
  gint64 id;

  if (!write_row (db, concept, &id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!write_list (db, i, concept, id, error))
      return FALSE;
  return TRUE;
}

gboolean
bul_store_save_concepts (BulStore *self, const GPtrArray *concepts, GError **error)
{
  gboolean done = TRUE;

  if (!bul_store_begin (self, error))
    return FALSE;
  for (guint i = 0; done && i < concepts->len; i++)
    done = bul_store_vocabulary_write (self->db, concepts->pdata[i], error);
  return bul_store_end (self, done, error);
}

GHashTable *
bul_store_count_tags (BulStore *self, GError **error)
{
  static const char sql[] = "SELECT code, count(DISTINCT story) FROM tag WHERE code IS NOT NULL"
                            " GROUP BY code";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    g_hash_table_insert (counts, bul_db_dup_text (select, 0),
                         GUINT_TO_POINTER ((guint) sqlite3_column_int64 (select, 1)));
  return step == BUL_DB_DONE ? g_steal_pointer (&counts) : NULL;
}
