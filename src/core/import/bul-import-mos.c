/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-mos.h"

#include <glib/gi18n.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "bul-declared.h"
#include "bul-error.h"
#include "bul-file-head.h"
#include "bul-import-text.h"
#include "bul-mos-story.h"
#include "bul-xml-gate.h"

typedef struct
{
  BulImport *import;
  BulMosStory *story; /* NULL between stories */
  GString *text;
  guint n_body; /* of these elements as many are open */
  guint n_item;
  guint n_payload;
  guint n_instructions;
} Reader;

static void
flush (Reader *self)
{
  if (self->story != NULL && self->n_body > 0 && self->n_item == 0 && self->n_payload == 0)
    bul_mos_story_add_line (self->story, self->text->str, self->n_instructions > 0);
  g_string_truncate (self->text, 0);
}

static void
start_story (Reader *self)
{
  if (self->story != NULL)
    return;
  self->story = bul_mos_story_new ();
  self->n_item = 0;
  self->n_payload = 0;
  self->n_instructions = 0;
}

static void
end_story (Reader *self)
{
  if (self->story != NULL)
    bul_mos_story_read (self->story, self->import);
  g_clear_pointer (&self->story, bul_mos_story_free);
}

static void
start_body (Reader *self)
{
  start_story (self);
  self->n_body++;
}

static void
end_body (Reader *self)
{
  self->n_body--;
}

static void
start_instruction (Reader *self)
{
  self->n_instructions++;
}

/* Stories and items may be found in each other, where they do not belong: an end may come without
 * the start that was counted. */
static void
end_one (guint *n)
{
  if (*n > 0)
    (*n)--;
}

static void
end_instruction (Reader *self)
{
  end_one (&self->n_instructions);
}

static void
start_item (Reader *self)
{
  self->n_item++;
}

static void
end_item (Reader *self)
{
  end_one (&self->n_item);
  bul_mos_story_end_item (self->story);
}

static void
start_payload (Reader *self)
{
  self->n_payload++;
}

static void
end_payload (Reader *self)
{
  end_one (&self->n_payload);
}

typedef enum
{
  IN_STORY,
  IN_BODY,
  IN_ANY,
} Place;

typedef void (*ElementFunc) (Reader *self);

/* Elements that part lines. All others, such as `b`, stand within one. */
static const struct
{
  const char *name;
  Place place;
  ElementFunc start;
  ElementFunc end;
} elements[] = {
  { "roStorySend", IN_ANY, start_story, end_story },
  { "storyBody", IN_ANY, start_body, end_body },
  { "storyItem", IN_STORY, start_item, end_item },
  { "mosExternalMetadata", IN_STORY, start_payload, end_payload },
  /* in the body */
  { "p", IN_BODY, NULL, NULL },
  { "br", IN_BODY, NULL, NULL },
  { "pi", IN_BODY, start_instruction, end_instruction },
};

static gboolean
is_in (const Reader *self, Place place)
{
  switch (place)
    {
    case IN_BODY:
      return self->n_body > 0 && self->n_item == 0;
    case IN_STORY:
      return self->story != NULL;
    case IN_ANY:
      break;
    }
  return TRUE;
}

/* Elements that hold nothing but a value. */
static gboolean
is_value (const Reader *self, const char *name)
{
  if (self->story == NULL)
    return FALSE;
  if (self->n_item > 0)
    return bul_mos_story_knows_item_value (name);
  return bul_mos_story_knows_value (name, self->n_payload > 0);
}

static void
end_value (Reader *self, const char *name)
{
  if (self->n_item > 0)
    bul_mos_story_set_item_value (self->story, name, self->text->str);
  else
    bul_mos_story_set_value (self->story, name, self->text->str);
  g_string_truncate (self->text, 0);
}

static void
read_element (Reader *self, const char *name, gboolean is_end)
{
  if (is_value (self, name))
    {
      if (is_end)
        end_value (self, name);
      else
        flush (self);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].name, name) == 0 && is_in (self, elements[i].place))
      {
        ElementFunc func = is_end ? elements[i].end : elements[i].start;

        flush (self);
        if (func != NULL)
          func (self);
        return;
      }
  if (strcmp (name, "tab") == 0)
    g_string_append_c (self->text, ' ');
}

static void
read_node (Reader *self, xmlTextReader *reader)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);
  const char *value = (const char *) xmlTextReaderConstValue (reader);

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT:
      read_element (self, name, FALSE);
      if (xmlTextReaderIsEmptyElement (reader))
        read_element (self, name, TRUE);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      read_element (self, name, TRUE);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      g_string_append (self->text, value);
      break;
    default:
      break;
    }
}

/* The gate has seen that it is well-formed. */
static void
be_silent (void *data G_GNUC_UNUSED, xmlErrorPtr problem G_GNUC_UNUSED)
{
}

static void
read_stories (Reader *self, GBytes *xml)
{
  gsize length;
  const char *data = g_bytes_get_data (xml, &length);
  xmlTextReader *reader
      = xmlReaderForMemory (data, (int) length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE);

  xmlTextReaderSetStructuredErrorHandler (reader, be_silent, NULL);
  while (xmlTextReaderRead (reader) == 1)
    read_node (self, reader);
  xmlFreeTextReader (reader);

  /* A body that stands alone is a story too. */
  end_story (self);
}

/* The text without its declaration, which is about bytes that it no longer is made of. */
static GBytes *
without_declaration (const BulDecoded *decoded)
{
  const char *text = decoded->text;
  const char *end;

  text += strspn (text, " \t\r\n");
  end = g_str_has_prefix (text, "<?xml") ? strstr (text, "?>") : NULL;
  if (end != NULL)
    text = end + 2;
  return g_bytes_new (text, strlen (text));
}

gboolean
bul_import_mos_probe (const char *head, const char *name G_GNUC_UNUSED)
{
  static const char *const roots[] = { "mos", "roStorySend", "storyBody", NULL };
  g_autofree char *root = bul_file_head_dup_root (head);

  return root != NULL && g_strv_contains (roots, root);
}

gboolean
bul_import_mos (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_declared_decode (import->source->bytes, encoding, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) xml = NULL;
  Reader self = { .import = import, .text = text };

  if (decoded == NULL)
    return FALSE;
  bul_import_note_decoding (import, decoded);
  xml = without_declaration (decoded);
  if (!bul_xml_gate (xml, error))
    return FALSE;
  read_stories (&self, xml);
  if (import->stories->len > 0)
    return TRUE;
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_INVALID,
                       _ ("This MOS message sends no story: it has no <roStorySend> and no "
                          "<storyBody>. Nothing was kept and the file is untouched. Save the "
                          "message that sends the script."));
  return FALSE;
}
