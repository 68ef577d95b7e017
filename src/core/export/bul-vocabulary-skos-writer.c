/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "bul-concept-uri.h"
#include "bul-vocabulary-writer-private.h"

/* The namespaces that an element may be of. */
typedef struct
{
  xmlNs *rdf;
  xmlNs *skos;
  xmlNs *owl;
  xmlNs *dcterms;
} Spaces;

static void
add_words (xmlNode *node, xmlNs *space, const char *name, const char *language, const char *words)
{
  xmlNode *child;

  if (words == NULL)
    return;
  child = xmlNewTextChild (node, space, (const xmlChar *) name, (const xmlChar *) words);
  if (language != NULL)
    xmlNodeSetLang (child, (const xmlChar *) language);
}

static void
add_names (xmlNode *node, const Spaces *spaces, const char *language, GStrv names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_words (node, spaces->skos, "altLabel", language, names[i]);
}

static void
add_link (xmlNode *node, const Spaces *spaces, xmlNs *space, const char *name, const char *code)
{
  g_autofree char *uri = code == NULL ? NULL : bul_concept_uri_dup (code);
  xmlNode *child;

  if (uri == NULL)
    return;
  child = xmlNewTextChild (node, space, (const xmlChar *) name, NULL);
  xmlNewNsProp (child, spaces->rdf, (const xmlChar *) "resource", (const xmlChar *) uri);
}

static void
add_concept (xmlNode *root, const Spaces *spaces, const BulConcept *concept)
{
  xmlNode *node = xmlNewTextChild (root, spaces->skos, (const xmlChar *) "Concept", NULL);
  g_autofree char *uri = bul_concept_uri_dup (concept->code);

  xmlNewNsProp (node, spaces->rdf, (const xmlChar *) "about", (const xmlChar *) uri);
  add_words (node, spaces->skos, "notation", NULL, concept->code);
  add_words (node, spaces->skos, "prefLabel", "ko", concept->korean);
  add_words (node, spaces->skos, "prefLabel", "en", concept->english);
  add_names (node, spaces, "ko", concept->other_korean);
  add_names (node, spaces, "en", concept->other_english);
  /* Its language is not known: both read it. */
  add_words (node, spaces->skos, "note", NULL, concept->note);
  for (guint i = 0; concept->parents != NULL && concept->parents[i] != NULL; i++)
    add_link (node, spaces, spaces->skos, "broader", concept->parents[i]);
  add_link (node, spaces, spaces->skos, "exactMatch", concept->match);
  add_link (node, spaces, spaces->dcterms, "isReplacedBy", concept->merged_into);
  if (concept->retired)
    add_words (node, spaces->owl, "deprecated", NULL, "true");
}

static xmlNs *
declare (xmlNode *root, const char *prefix, const char *uri)
{
  return xmlNewNs (root, (const xmlChar *) uri, (const xmlChar *) prefix);
}

GBytes *
bul_vocabulary_write_skos (const BulVocabulary *vocabulary)
{
  const GPtrArray *concepts = bul_vocabulary_get_concepts (vocabulary);
  xmlDoc *document;
  xmlNode *root;
  Spaces spaces;
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  xmlInitParser ();
  document = xmlNewDoc ((const xmlChar *) "1.0");
  root = xmlNewNode (NULL, (const xmlChar *) "RDF");
  xmlDocSetRootElement (document, root);
  spaces.rdf = declare (root, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  spaces.skos = declare (root, "skos", "http://www.w3.org/2004/02/skos/core#");
  spaces.owl = declare (root, "owl", "http://www.w3.org/2002/07/owl#");
  spaces.dcterms = declare (root, "dcterms", "http://purl.org/dc/terms/");
  xmlSetNs (root, spaces.rdf);
  for (guint i = 0; i < concepts->len; i++)
    add_concept (root, &spaces, concepts->pdata[i]);
  xmlDocDumpFormatMemoryEnc (document, &text, &length, "UTF-8", 1);
  bytes = g_bytes_new (text, (gsize) length);
  xmlFree (text);
  xmlFreeDoc (document);
  return bytes;
}
