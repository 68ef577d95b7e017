/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-person.h"
#include "bul-store-private.h"
#include "bul-store-vocabulary-private.h"
#include "bul-store-vocabulary.h"

/* Whom tags tell of, and whom those turned out to be. Codes begin as bul_person_dup_code() has
 * them, and are a range of the index. */
static const char select_people[]
    = "WITH RECURSIVE told (uid) AS ("
      "  SELECT DISTINCT substr(code, 8) FROM tag WHERE code >= 'person:' AND code < 'person;'"
      "  UNION SELECT merged_into FROM person JOIN told ON person.uid = told.uid"
      "  WHERE merged_into IS NOT NULL)"
      " SELECT told.uid, korean, english, others, merged_into,"
      "  CASE WHEN person.id IS NULL THEN (SELECT quote FROM tag"
      "   JOIN tag_span ON tag_span.tag = tag.id WHERE code = 'person:' || told.uid"
      "   ORDER BY tag.id, tag_span.position LIMIT 1) END"
      " FROM told LEFT JOIN person ON person.uid = told.uid";

static BulConcept *
make_concept (sqlite3_stmt *select)
{
  g_autofree char *code = bul_person_dup_code (bul_db_get_text (select, 0));
  BulConcept *concept = bul_concept_new (code);
  const char *others = bul_db_get_text (select, 3);
  const char *into = bul_db_get_text (select, 4);

  concept->korean = bul_db_dup_text (select, 1);
  concept->english = bul_db_dup_text (select, 2);
  concept->other_korean = others == NULL ? NULL : g_strsplit (others, "\n", -1);
  concept->merged_into = into == NULL ? NULL : bul_person_dup_code (into);
  if (concept->korean == NULL && concept->english == NULL)
    concept->korean
        = others == NULL ? bul_db_dup_text (select, 5) : g_strdup (concept->other_korean[0]);
  concept->retired = TRUE;
  return concept;
}

BulVocabulary *
bul_store_tag_names_read (BulDb *db, GError **error)
{
  g_autoptr (BulVocabulary) names = bul_store_vocabulary_read (db, error);
  sqlite3_stmt *select = names == NULL ? NULL : bul_db_prepare (db, select_people, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      g_autoptr (BulConcept) concept = make_concept (select);

      if ((concept->korean != NULL || concept->english != NULL)
          && bul_vocabulary_find (names, concept->code) == NULL)
        bul_vocabulary_add (names, g_steal_pointer (&concept));
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&names) : NULL;
}

BulVocabulary *
bul_store_load_tag_names (BulStore *self, GError **error)
{
  return bul_store_vocabulary_load (self->db, bul_store_tag_names_read, error);
}
