/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tbx.h"

#include <libxml/xmlreader.h>
#include <string.h>

#include "bul-file-head.h"
#include "bul-inline.h"
#include "bul-segment.h"
#include "bul-xml-gate.h"
#include "bul-xml-prologue.h"

typedef struct
{
  xmlTextReader *xml;
  BulLanguage language; /* of the section that is being read, or 0 */
  GPtrArray *terms[2];  /* of the concept: Korean, English */
  GString *table;
} Tbx;

/* What the versions call the same. */
static const char *const concepts[] = { "conceptEntry", "termEntry", NULL };
static const char *const sections[] = { "langSec", "langSet", NULL };

static void
end_concept (Tbx *self)
{
  for (guint i = 0; i < self->terms[0]->len; i++)
    for (guint j = 0; j < self->terms[1]->len; j++)
      g_string_append_printf (self->table, "%s\t%s\n", (char *) self->terms[0]->pdata[i],
                              (char *) self->terms[1]->pdata[j]);
  g_ptr_array_set_size (self->terms[0], 0);
  g_ptr_array_set_size (self->terms[1], 0);
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

  if (words != NULL && self->language != 0)
    g_ptr_array_add (self->terms[self->language - BUL_LANGUAGE_KOREAN],
                     g_strdelimit (words, "\t", ' '));
  else
    g_free (words);
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

char *
bul_tbx_dup_table (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = bul_xml_prologue_blank (text);
  g_autoptr (GPtrArray) korean = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) english = g_ptr_array_new_with_free_func (g_free);
  Tbx self = { .terms = { korean, english } };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!bul_xml_gate (bytes, error))
    return NULL;
  self.table = g_string_new (NULL);
  self.xml
      = xmlReaderForMemory (data, (int) length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlTextReaderSetStructuredErrorHandler (self.xml, be_silent, NULL);
  while (xmlTextReaderRead (self.xml) == 1)
    read_node (&self);
  xmlFreeTextReader (self.xml);
  return g_string_free (self.table, FALSE);
}
