/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "bul-error.h"
#include "bul-skos-private.h"
#include "bul-xml-gate.h"

/* --- elements and attributes by namespace */

static gboolean
is_element (const xmlNode *node, const char *space, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && g_strcmp0 ((const char *) node->ns->href, space) == 0
         && strcmp ((const char *) node->name, name) == 0;
}

static char *
dup_attribute (xmlNode *node, const char *space, const char *name)
{
  xmlChar *value = xmlGetNsProp (node, (const xmlChar *) name, (const xmlChar *) space);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static char *
dup_text (xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strdup (value == NULL ? "" : (const char *) value);

  xmlFree (value);
  return copy;
}

static char *
dup_language (xmlNode *node)
{
  xmlChar *value = xmlNodeGetLang (node);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* What a property leads to: by its attribute, or to the element within it. */
static char *
dup_resource (xmlNode *node)
{
  char *resource = dup_attribute (node, BUL_RDF, "resource");

  for (xmlNode *child = node->children; resource == NULL && child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      resource = dup_attribute (child, BUL_RDF, "about");
  return resource;
}

/* --- concepts */

static gboolean
is_concept (xmlNode *node)
{
  if (is_element (node, BUL_SKOS, "Concept"))
    return TRUE;
  if (!is_element (node, BUL_RDF, "Description"))
    return FALSE;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *type
          = is_element (child, BUL_RDF, "type") ? dup_attribute (child, BUL_RDF, "resource") : NULL;

      if (g_strcmp0 (type, BUL_SKOS "Concept") == 0)
        return TRUE;
    }
  return FALSE;
}

/* A code that stands with it is better than its address. */
static char *
dup_notation (xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, BUL_SKOS, "notation"))
      {
        g_autofree char *notation = g_strstrip (dup_text (child));

        if (bul_concept_is_code (notation))
          return g_steal_pointer (&notation);
      }
  return NULL;
}

static char *
dup_address (xmlNode *node)
{
  char *address = dup_attribute (node, BUL_RDF, "about");

  return address != NULL ? address : dup_attribute (node, BUL_RDF, "ID");
}

static void
read_property (BulVocabularyReader *self, BulConcept *concept, xmlNode *node)
{
  g_autofree char *property
      = node->type != XML_ELEMENT_NODE || node->ns == NULL
            ? NULL
            : g_strconcat ((const char *) node->ns->href, (const char *) node->name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *language = NULL;
  g_autofree char *resource = NULL;

  if (property == NULL || bul_skos_find_property (property) == NULL)
    return;
  text = dup_text (node);
  language = dup_language (node);
  resource = dup_resource (node);
  bul_skos_add_words (self, concept, property, language, text);
  if (resource != NULL)
    bul_skos_add_address (self, concept, property, resource);
}

static void
read_names (BulVocabularyReader *self, xmlNode *node)
{
  g_autofree char *address = dup_address (node);
  g_autofree char *notation = address == NULL ? NULL : dup_notation (node);

  if (notation != NULL)
    bul_skos_add_notation (self, address, notation);
}

static void
read_concept (BulVocabularyReader *self, xmlNode *node)
{
  g_autofree char *address = dup_address (node);
  g_autofree char *name = address != NULL ? g_strdup (address) : dup_notation (node);
  BulConcept *concept = name == NULL ? NULL : bul_vocabulary_reader_get (self, name);

  if (concept == NULL)
    {
      self->n_passed_over++;
      return;
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    read_property (self, concept, child);
}

/* Elements in the order in which they stand, without going down by calling itself. */
static xmlNode *
get_next (xmlNode *node, const xmlNode *root)
{
  if (node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

static void
for_each_concept (BulVocabularyReader *self,
                  xmlNode *root,
                  void (*func) (BulVocabularyReader *self, xmlNode *node))
{
  for (xmlNode *node = root; node != NULL; node = get_next (node, root))
    if (is_concept (node))
      func (self, node);
}

gboolean
bul_vocabulary_reader_read_skos (BulVocabularyReader *self, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlDoc *document;

  xmlInitParser ();
  if (!bul_xml_gate (bytes, error))
    return FALSE;
  document = xmlReadMemory (text, (int) length, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                | XML_PARSE_COMPACT);
  if (document == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_INVALID,
                           "This XML could not be read. Nothing was changed.");
      return FALSE;
    }
  /* What is broader may be named before it comes. */
  for_each_concept (self, xmlDocGetRootElement (document), read_names);
  for_each_concept (self, xmlDocGetRootElement (document), read_concept);
  xmlFreeDoc (document);
  return TRUE;
}
