/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-concept-uri.h"
#include "bul-vocabulary-writer-private.h"

/* What stands in quotes may hold neither of these as they are. */
static void
append_quoted (GString *out, const char *text, const char *language)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (out, "\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (out, "\\u%04X", (guint) (guchar) *text);
    else
      g_string_append_c (out, *text);
  g_string_append_c (out, '"');
  if (language != NULL)
    g_string_append_printf (out, "@%s", language);
}

static void
append_words (GString *out, const char *property, const char *words, const char *language)
{
  if (words == NULL)
    return;
  g_string_append_printf (out, " ;\n  %s ", property);
  append_quoted (out, words, language);
}

static void
append_names (GString *out, GStrv names, const char *language)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    append_words (out, "skos:altLabel", names[i], language);
}

static void
append_link (GString *out, const char *property, const char *code)
{
  g_autofree char *uri = code == NULL ? NULL : bul_concept_uri_dup (code);

  if (uri != NULL)
    g_string_append_printf (out, " ;\n  %s <%s>", property, uri);
}

static void
append_concept (GString *out, const BulConcept *concept)
{
  g_autofree char *uri = bul_concept_uri_dup (concept->code);

  g_string_append_printf (out, "\n<%s> a skos:Concept", uri);
  append_words (out, "skos:notation", concept->code, NULL);
  append_words (out, "skos:prefLabel", concept->korean, "ko");
  append_words (out, "skos:prefLabel", concept->english, "en");
  append_names (out, concept->other_korean, "ko");
  append_names (out, concept->other_english, "en");
  append_words (out, "skos:note", concept->note, NULL);
  for (guint i = 0; concept->parents != NULL && concept->parents[i] != NULL; i++)
    append_link (out, "skos:broader", concept->parents[i]);
  append_link (out, "skos:exactMatch", concept->match);
  append_link (out, "dcterms:isReplacedBy", concept->merged_into);
  if (concept->retired)
    g_string_append (out, " ;\n  owl:deprecated true");
  g_string_append (out, " .\n");
}

GBytes *
bul_vocabulary_write_turtle (const BulVocabulary *vocabulary)
{
  const GPtrArray *concepts = bul_vocabulary_get_concepts (vocabulary);
  GString *out = g_string_new ("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
                               "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                               "@prefix dcterms: <http://purl.org/dc/terms/> .\n");

  for (guint i = 0; i < concepts->len; i++)
    append_concept (out, concepts->pdata[i]);
  return g_string_free_to_bytes (out);
}
