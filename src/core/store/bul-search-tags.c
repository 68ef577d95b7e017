/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-tags-private.h"

#include "bul-store-vocabulary-private.h"

GHashTable *
bul_search_tags_collect (BulDb *db, const char *typed, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_tag_names_read (db, error);
  GHashTable *codes;

  if (vocabulary == NULL)
    return NULL;
  codes = bul_vocabulary_collect (vocabulary, typed);
  return codes != NULL ? codes : g_hash_table_new (g_str_hash, g_str_equal);
}
