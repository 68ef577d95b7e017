/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-vocabulary-writer-private.h"

static const BulVocabularyWriter writers[] = {
  { "skos", "rdf", bul_vocabulary_write_skos },
  { "turtle", "ttl", bul_vocabulary_write_turtle },
  { "json", "json", bul_vocabulary_write_json },
  { "csv", "csv", bul_vocabulary_write_table },
};

const BulVocabularyWriter *
bul_vocabulary_writer_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_strcmp0 (writers[i].id, id) == 0)
      return &writers[i];
  return NULL;
}
