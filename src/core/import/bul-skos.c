/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-skos-private.h"

#include <string.h>

#define DEPRECATED "http://www.w3.org/2002/07/owl#deprecated"
#define DCTERMS "http://purl.org/dc/terms/"

static const struct
{
  const char *property;
  BulVocabularyWords what;
} words_properties[] = {
  { BUL_SKOS "prefLabel", BUL_VOCABULARY_NAME },
  { BUL_SKOS "altLabel", BUL_VOCABULARY_OTHER_NAME },
  { BUL_SKOS "hiddenLabel", BUL_VOCABULARY_OTHER_NAME },
  { BUL_SKOS "definition", BUL_VOCABULARY_NOTE },
  { BUL_SKOS "scopeNote", BUL_VOCABULARY_NOTE },
  { BUL_SKOS "note", BUL_VOCABULARY_NOTE },
};

/* The other way round. */
static void
add_child (BulVocabularyReader *reader, BulConcept *concept, const char *child)
{
  BulConcept *below = bul_vocabulary_reader_get (reader, child);

  if (below != NULL)
    bul_vocabulary_reader_add_parent (reader, below, concept->code);
}

static const struct
{
  const char *property;
  void (*func) (BulVocabularyReader *reader, BulConcept *concept, const char *value);
} address_properties[] = {
  { BUL_SKOS "broader", bul_vocabulary_reader_add_parent },
  { BUL_SKOS "narrower", add_child },
  { BUL_SKOS "exactMatch", bul_vocabulary_reader_set_match },
  { DCTERMS "isReplacedBy", bul_vocabulary_reader_set_merged },
};

const char *
bul_skos_find_property (const char *property)
{
  static const char *const others[] = { BUL_SKOS_NOTATION, DEPRECATED };

  for (guint i = 0; i < G_N_ELEMENTS (words_properties); i++)
    if (strcmp (property, words_properties[i].property) == 0)
      return words_properties[i].property;
  for (guint i = 0; i < G_N_ELEMENTS (address_properties); i++)
    if (strcmp (property, address_properties[i].property) == 0)
      return address_properties[i].property;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (property, others[i]) == 0)
      return others[i];
  return NULL;
}

gboolean
bul_skos_is_of_concepts (const char *property)
{
  static const char *const properties[]
      = { BUL_SKOS "broader", BUL_SKOS "narrower", BUL_SKOS "topConceptOf", NULL };

  return g_strv_contains (properties, property);
}

void
bul_skos_add_notation (BulVocabularyReader *reader, const char *address, const char *notation)
{
  g_autofree char *code = g_strstrip (g_strdup (notation));

  if (bul_concept_is_code (code) && !g_hash_table_contains (reader->addresses, address))
    g_hash_table_insert (reader->addresses, g_strdup (address), g_steal_pointer (&code));
}

void
bul_skos_add_words (BulVocabularyReader *reader,
                    BulConcept *concept,
                    const char *property,
                    const char *language,
                    const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (words_properties); i++)
    if (strcmp (property, words_properties[i].property) == 0)
      bul_vocabulary_reader_add_words (reader, concept, words_properties[i].what, language, words);
  if (strcmp (property, DEPRECATED) == 0)
    {
      g_autofree char *value = g_strstrip (g_strdup (words));

      concept->retired = g_ascii_strcasecmp (value, "true") == 0 || strcmp (value, "1") == 0;
    }
}

void
bul_skos_add_address (BulVocabularyReader *reader,
                      BulConcept *concept,
                      const char *property,
                      const char *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (address_properties); i++)
    if (strcmp (property, address_properties[i].property) == 0)
      address_properties[i].func (reader, concept, address);
}
