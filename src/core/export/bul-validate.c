/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-validate.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/schematron.h>
#include <string.h>

#include "bul-error.h"
#include "bul-export-resources.h"
#include "bul-finding.h"

/* Who has this many to mend does not read on. */
#define MAX_FINDINGS 200

#define MAX_PROBLEMS 10000

/* Bytes of text that the rules may copy to compare spans with their words: about ten seconds. */
#define MAX_COMPARED ((guint64) 4 * 1024 * 1024 * 1024)

typedef struct
{
  GPtrArray *findings;
  const char *code;
  guint n_left;
} Collector;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchematron, xmlSchematronFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchematronParserCtxt, xmlSchematronFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchematronValidCtxt, xmlSchematronFreeValidCtxt)

static void
add_finding (Collector *self, guint line, const char *message)
{
  g_autofree char *words = g_strstrip (g_utf8_make_valid (message == NULL ? "" : message, -1));

  if (self->n_left == 0)
    return;
  if (--self->n_left == 0)
    {
      g_free (words);
      words = g_strdup (_ ("There is more that is wrong; it is not listed."));
    }
  g_ptr_array_add (self->findings, bul_finding_new (line, self->code, words));
}

/* A line over 65,535 is known by the node alone. */
static guint
get_line (const xmlError *problem)
{
  long line = problem->node == NULL ? problem->line : xmlGetLineNo (problem->node);

  return line > 0 ? (guint) line : (guint) MAX (problem->line, 0);
}

static void
collect (void *data, xmlErrorPtr problem)
{
  /* A rule's own words are the third string; the message puts a path before them. */
  gboolean is_rule = problem->domain == XML_FROM_SCHEMATRONV && problem->str3 != NULL;

  add_finding (data, get_line (problem), is_rule ? problem->str3 : problem->message);
}

static void
collect_from_parser (void *data, xmlErrorPtr problem)
{
  collect (((xmlParserCtxt *) data)->_private, problem);
}

/* What the grammar says of one mistake: from the element that holds it outwards. */
typedef struct
{
  guint line;
  guint depth;
  gboolean is_attribute;
  char *message;
} Problem;

static void
problem_clear (gpointer data)
{
  g_clear_pointer (&((Problem *) data)->message, g_free);
}

static guint
get_depth (const xmlNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = node->parent)
    depth++;
  return depth;
}

static void
collect_problem (void *data, xmlErrorPtr error)
{
  GArray *problems = data;
  Problem problem = { .line = get_line (error),
                      .depth = get_depth (error->node),
                      .is_attribute = error->code == XML_RELAXNG_ERR_INVALIDATTR,
                      .message = g_strdup (error->message) };

  if (problems->len < MAX_PROBLEMS)
    g_array_append_val (problems, problem);
  else
    problem_clear (&problem);
}

/*
 * Each mistake is told once more for every element around it, and for what else might have stood
 * there. An attribute that is wrong is surely what is meant; else what lies deepest is.
 */
static void
add_problems (Collector *self, const GArray *problems)
{
  gboolean attributes = FALSE;
  guint depth = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const Problem *problem = &g_array_index (problems, Problem, i);

      attributes = attributes || problem->is_attribute;
      depth = MAX (depth, problem->depth);
    }
  for (guint i = 0; i < problems->len; i++)
    {
      const Problem *problem = &g_array_index (problems, Problem, i);

      if (attributes ? problem->is_attribute : problem->depth == depth)
        add_finding (self, problem->line, problem->message);
    }
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_INVALID, message);
  return FALSE;
}

static xmlDoc *
read_tree (GBytes *bytes, Collector *collector)
{
  g_autoptr (xmlParserCtxt) parser = xmlNewParserCtxt ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  parser->_private = collector;
  parser->sax->serror = collect_from_parser;
  return xmlCtxtReadMemory (parser, data, (int) length, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT
                                | XML_PARSE_BIG_LINES);
}

GBytes *
bul_validate_load_schema (const char *name)
{
  g_autofree char *path = g_strconcat ("/bulletin/schema/", name, NULL);

  return g_resource_lookup_data (bul_export_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

static gboolean
check_grammar (xmlDoc *document, Collector *collector, GError **error)
{
  g_autoptr (GBytes) bytes = bul_validate_load_schema ("bulletin-1.rng");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (xmlRelaxNGParserCtxt) parser = xmlRelaxNGNewMemParserCtxt (data, (int) length);
  g_autoptr (xmlRelaxNG) grammar = NULL;
  g_autoptr (xmlRelaxNGValidCtxt) validator = NULL;
  g_autoptr (GArray) problems = g_array_new (FALSE, FALSE, sizeof (Problem));

  g_array_set_clear_func (problems, problem_clear);
  xmlRelaxNGSetParserStructuredErrors (parser, collect_problem, problems);
  grammar = xmlRelaxNGParse (parser);
  if (grammar == NULL)
    return fail (error,
                 _ ("The grammar that came with this program is damaged. Install it again."));
  validator = xmlRelaxNGNewValidCtxt (grammar);
  xmlRelaxNGSetValidStructuredErrors (validator, collect_problem, problems);
  if (xmlRelaxNGValidateDoc (validator, document) < 0)
    return fail (error, _ ("The file could not be checked against the grammar."));
  collector->code = "rng";
  add_problems (collector, problems);
  return TRUE;
}

/* Each span has the rules copy its block's text: too many on too long a text would take hours. */
static gboolean
is_too_much (const xmlDoc *document)
{
  const xmlNode *node = xmlDocGetRootElement (document);
  guint64 n_spans = 0;
  guint64 longest = 0;

  while (node != NULL)
    {
      const xmlNode *next = node->children;

      if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "span") == 0)
        n_spans++;
      if (node->type == XML_TEXT_NODE && strcmp ((const char *) node->parent->name, "source") != 0)
        longest = MAX (longest, strlen ((const char *) node->content));
      while (next == NULL && node != NULL)
        {
          next = node->next;
          node = node->parent;
        }
      node = next;
    }
  return n_spans * longest > MAX_COMPARED;
}

static gboolean
check_rules (xmlDoc *document, Collector *collector, GError **error)
{
  g_autoptr (GBytes) bytes = bul_validate_load_schema ("bulletin-1.sch");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (xmlSchematronParserCtxt) parser = xmlSchematronNewMemParserCtxt (data, (int) length);
  g_autoptr (xmlSchematron) rules = xmlSchematronParse (parser);
  g_autoptr (xmlSchematronValidCtxt) validator = NULL;

  collector->code = "sch";
  if (rules == NULL)
    return fail (error, _ ("The rules that came with this program are damaged. Install it again."));
  if (is_too_much (document))
    {
      add_finding (collector, 0,
                   _ ("The file has too many spans on too long a text for the rules to check."));
      return TRUE;
    }
  validator = xmlSchematronNewValidCtxt (rules, XML_SCHEMATRON_OUT_ERROR);
  xmlSchematronSetValidStructuredErrors (validator, collect, collector);
  if (xmlSchematronValidateDoc (validator, document) < 0)
    return fail (error, _ ("The file could not be checked against the rules."));
  return TRUE;
}

gboolean
bul_validate (GBytes *bytes, GPtrArray *findings, GError **error)
{
  Collector collector = { .findings = findings, .code = "rng", .n_left = MAX_FINDINGS };
  g_autoptr (xmlDoc) document = NULL;

  xmlInitParser ();
  document = read_tree (bytes, &collector);
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    return fail (error, _ ("The file is not well-formed XML."));
  return check_grammar (document, &collector, error) && check_rules (document, &collector, error);
}
