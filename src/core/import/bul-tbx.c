/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tbx.h"

#include <libxml/xmlreader.h>
#include <string.h>

#include "bul-file-head.h"
#include "bul-inline.h"
#include "bul-segment.h"
#include "bul-term.h"
#include "bul-xml-gate.h"
#include "bul-xml-prologue.h"

typedef struct
{
  xmlTextReader *xml;
  BulLanguage language; /* of the section that is being read, or 0 */
  BulLanguage last;     /* of the term that was read last, or 0 */
  GPtrArray *words[2];  /* of the concept: Korean, English */
  GPtrArray *terms;     /* of BulTerm */
  guint n_passed;
} Tbx;

/* What the versions call the same. */
static const char *const concepts[] = { "conceptEntry", "termEntry", NULL };
static const char *const sections[] = { "langSec", "langSet", NULL };

static void
end_concept (Tbx *self)
{
  guint line = (guint) MAX (xmlTextReaderGetParserLineNumber (self->xml), 0);

  if (self->words[0]->len == 0 || self->words[1]->len == 0)
    self->n_passed++;
  for (guint i = 0; i < self->words[0]->len; i++)
    for (guint j = 0; j < self->words[1]->len; j++)
      g_ptr_array_add (self->terms,
                       bul_term_new (self->words[0]->pdata[i], self->words[1]->pdata[j], line));
  g_ptr_array_set_size (self->words[0], 0);
  g_ptr_array_set_size (self->words[1], 0);
  self->last = 0;
}

static void
start_section (Tbx *self)
{
  xmlChar *tag = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) "xml:lang");

  self->language = bul_language_of ((const char *) tag);
  xmlFree (tag);
}

static void
read_term (Tbx *self)
{
  guint n_codes = 0;
  char *words = bul_inline_dup_words (self->xml, &n_codes);

  self->last = words == NULL ? 0 : self->language;
  if (self->last != 0)
    g_ptr_array_add (self->words[self->last - BUL_LANGUAGE_KOREAN], words);
  else
    g_free (words);
}

/* In one style the status is an element, in the other the type of a note. */
static gboolean
is_status (const Tbx *self, const char *name)
{
  xmlChar *type;
  gboolean is;

  if (strcmp (name, "administrativeStatus") == 0)
    return TRUE;
  if (strcmp (name, "termNote") != 0)
    return FALSE;
  type = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) "type");
  is = g_strcmp0 ((const char *) type, "administrativeStatus") == 0;
  xmlFree (type);
  return is;
}

/* The status stands behind its term, which goes where nobody is to use it. */
static void
read_status (Tbx *self)
{
  guint n_codes = 0;
  g_autofree char *status = bul_inline_dup_words (self->xml, &n_codes);
  GPtrArray *words = self->last == 0 ? NULL : self->words[self->last - BUL_LANGUAGE_KOREAN];

  if (words != NULL && status != NULL && g_str_has_prefix (status, "deprecated"))
    g_ptr_array_set_size (words, (int) words->len - 1);
  self->last = 0;
}

static void
read_node (Tbx *self)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);
  int type = xmlTextReaderNodeType (self->xml);

  if (type == XML_READER_TYPE_END_ELEMENT && g_strv_contains (concepts, name))
    end_concept (self);
  if (type != XML_READER_TYPE_ELEMENT)
    return;
  if (g_strv_contains (sections, name))
    start_section (self);
  else if (strcmp (name, "term") == 0)
    read_term (self);
  else if (is_status (self, name))
    read_status (self);
}

/* The gate has seen that it is well-formed. */
static void
be_silent (void *data G_GNUC_UNUSED, xmlErrorPtr problem G_GNUC_UNUSED)
{
}

gboolean
bul_tbx_probe (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *head = bul_file_head_dup (bytes);

  return bul_file_head_has_root (head, "martif") || bul_file_head_has_root (head, "tbx");
}

gboolean
bul_tbx_read (const char *text, GPtrArray *terms, guint *n_passed, GError **error)
{
  g_autoptr (GBytes) bytes = bul_xml_prologue_blank (text);
  g_autoptr (GPtrArray) korean = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) english = g_ptr_array_new_with_free_func (g_free);
  Tbx self = { .words = { korean, english }, .terms = terms };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!bul_xml_gate (bytes, error))
    return FALSE;
  self.xml
      = xmlReaderForMemory (data, (int) length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlTextReaderSetStructuredErrorHandler (self.xml, be_silent, NULL);
  while (xmlTextReaderRead (self.xml) == 1)
    read_node (&self);
  xmlFreeTextReader (self.xml);
  *n_passed = self.n_passed;
  return TRUE;
}
