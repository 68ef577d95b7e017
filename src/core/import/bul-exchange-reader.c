/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-exchange-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-declared.h"
#include "bul-error.h"
#include "bul-finding-codes.h"
#include "bul-import-text.h"
#include "bul-inline.h"
#include "bul-xml-gate.h"
#include "bul-xml-prologue.h"

struct _BulExchangeReader
{
  BulImport *import;
  xmlTextReader *xml;
  const BulExchangeElement *elements;
  gpointer data;
  guint n_codes; /* that were left out */
  guint codes_line;
  guint n_passed; /* that are in other languages */
  guint passed_line;
};

/* --- its elements */

guint
bul_exchange_reader_get_line (BulExchangeReader *self)
{
  long line = xmlGetLineNo (xmlTextReaderCurrentNode (self->xml));

  return line > 0 ? (guint) line : 0;
}

char *
bul_exchange_reader_dup_attribute (BulExchangeReader *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

BulLanguage
bul_exchange_reader_get_language (BulExchangeReader *self, const char *name)
{
  g_autofree char *tag = bul_exchange_reader_dup_attribute (self, name);

  return bul_language_of (tag);
}

char *
bul_exchange_reader_dup_words (BulExchangeReader *self)
{
  guint line = bul_exchange_reader_get_line (self);
  guint n_codes = 0;
  char *words = bul_inline_dup_words (self->xml, &n_codes);

  if (n_codes > 0 && self->n_codes == 0)
    self->codes_line = line;
  self->n_codes += n_codes;
  return words;
}

void
bul_exchange_reader_pass_over (BulExchangeReader *self)
{
  if (self->n_passed++ == 0)
    self->passed_line = bul_exchange_reader_get_line (self);
}

static gboolean
has_pair (const BulExchange *exchange)
{
  for (guint i = 0; i < exchange->rows->len; i++)
    {
      const BulExchangeRow *row = exchange->rows->pdata[i];

      if (row->source != NULL && row->target != NULL)
        return TRUE;
    }
  return FALSE;
}

void
bul_exchange_reader_take (BulExchangeReader *self, BulExchange *exchange)
{
  BulStory *story;

  if (!has_pair (exchange))
    {
      self->n_passed += exchange->rows->len;
      bul_exchange_free (exchange);
      return;
    }
  story = bul_exchange_make_story (exchange);
  g_ptr_array_add (story->sources, bul_record_copy (self->import->source));
  g_ptr_array_add (self->import->stories, story);
  g_ptr_array_add (self->import->exchanges, exchange);
}

static const BulExchangeElement *
find_element (const BulExchangeReader *self, const char *name)
{
  for (const BulExchangeElement *element = self->elements; element->name != NULL; element++)
    if (strcmp (element->name, name) == 0)
      return element;
  return NULL;
}

/* Passes over what is within the element. */
static void
skip_element (BulExchangeReader *self)
{
  int depth = xmlTextReaderDepth (self->xml);

  if (!xmlTextReaderIsEmptyElement (self->xml))
    while (xmlTextReaderRead (self->xml) == 1 && xmlTextReaderDepth (self->xml) > depth)
      ;
}

/* Other programs put words of their own, such as proposals, under namespaces of their own. */
static gboolean
is_foreign (BulExchangeReader *self, const char *own)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (self->xml), own) != 0;
}

static void
read_element (BulExchangeReader *self, const char *own)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);
  const BulExchangeElement *element = find_element (self, name);
  gboolean is_end = xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_END_ELEMENT;

  if (is_foreign (self, own) || (element != NULL && element->start == NULL))
    {
      skip_element (self);
      return;
    }
  if (element == NULL)
    return;
  if (!is_end)
    {
      gboolean is_empty = xmlTextReaderIsEmptyElement (self->xml);

      element->start (self, self->data);
      if (!is_empty)
        return;
    }
  if (element->end != NULL)
    element->end (self, self->data);
}

/* The gate has seen that it is well-formed. */
static void
be_silent (void *data G_GNUC_UNUSED, xmlErrorPtr problem G_GNUC_UNUSED)
{
}

static void
read_elements (BulExchangeReader *self, GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autofree char *own = NULL;

  self->xml = xmlReaderForMemory (data, (int) length, NULL, "UTF-8",
                                  XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
  xmlTextReaderSetStructuredErrorHandler (self->xml, be_silent, NULL);
  while (xmlTextReaderRead (self->xml) == 1)
    {
      int type = xmlTextReaderNodeType (self->xml);

      if (type == XML_READER_TYPE_ELEMENT && xmlTextReaderDepth (self->xml) == 0)
        own = g_strdup ((const char *) xmlTextReaderConstNamespaceUri (self->xml));
      if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT)
        read_element (self, own);
    }
  xmlFreeTextReader (self->xml);
}

/* --- the whole */

static void
tell (BulExchangeReader *self, guint line, const char *code, guint count)
{
  g_autoptr (BulFinding) finding = bul_finding_codes_make (line, code);
  g_autofree char *message = g_strdup_printf ("%s (%u)", _ (finding->message), count);

  if (count > 0)
    g_ptr_array_add (self->import->findings, bul_finding_new (line, code, message));
}

static gboolean
check (const BulExchangeReader *self, GError **error)
{
  if (self->import->stories->len > 0)
    return TRUE;
  g_set_error_literal (
      error, BUL_ERROR, BUL_ERROR_INVALID,
      self->n_passed > 0
          ? _ ("Nothing in this file is both in Korean and in English, by the languages that it "
               "names. Nothing was kept and the file is untouched. Export it again for these two "
               "languages, as “ko” and “en”.")
          : _ ("There are no words in this file for translators. Nothing was kept and the file is "
               "untouched. Export it again."));
  return FALSE;
}

gboolean
bul_exchange_reader_run (BulImport *import,
                         const char *encoding,
                         const BulExchangeElement *elements,
                         gpointer data,
                         GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_declared_decode (import->source->bytes, encoding, error);
  g_autoptr (GBytes) text = NULL;
  BulExchangeReader self = { .import = import, .elements = elements, .data = data };

  if (decoded == NULL)
    return FALSE;
  bul_import_note_decoding (import, decoded);
  text = bul_xml_prologue_blank (decoded->text);
  if (!bul_xml_gate (text, error))
    return FALSE;
  read_elements (&self, text);
  tell (&self, self.codes_line, "codes-left-out", self.n_codes);
  tell (&self, self.passed_line, "other-languages", self.n_passed);
  return check (&self, error);
}
