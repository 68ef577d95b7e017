/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-exporter.h"
#include "bul-foreign-keeper.h"
#include "bul-record-builder.h"
#include "bul-story-xml.h"

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

/* A file that is read again before it is let out of the house. */
typedef struct
{
  xmlParserCtxt *parser;
  BulRecordBuilder *builder;
  BulForeignKeeper *keeper;
  gboolean in_story;
  GError *error;
} Rereader;

static void
fail (Rereader *self, GError *error)
{
  xmlStopParser (self->parser);
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* What says only what the file is, on the story's own element, is no part of the story. */
static gboolean
is_frame (const Rereader *self, const char *name)
{
  return !self->in_story && (strcmp (name, "xml:id") == 0 || strcmp (name, "version") == 0);
}

static void
start_element (void *data,
               const xmlChar *name,
               const xmlChar *prefix,
               const xmlChar *uri,
               int n_namespaces G_GNUC_UNUSED,
               const xmlChar **namespaces G_GNUC_UNUSED,
               int n_attributes,
               int n_defaulted G_GNUC_UNUSED,
               const xmlChar **attributes)
{
  Rereader *self = data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if (bul_foreign_keeper_is_inside (self->keeper)
      || g_strcmp0 ((const char *) uri, BUL_XML_NAMESPACE) != 0)
    {
      bul_foreign_keeper_start (self->keeper, (const char *) name, (const char *) prefix,
                                (const char *) uri, (guint) n_attributes,
                                (const char *const *) attributes);
      return;
    }
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      g_autofree char *whole
          = g_strconcat (attributes[2] == NULL ? "" : "xml:", attributes[0], NULL);

      if (attributes[2] != NULL && !g_str_equal (attributes[2], XML_NAMESPACE))
        {
          bul_foreign_keeper_attribute (self->keeper, (const char *const *) attributes);
          continue;
        }
      if (is_frame (self, whole))
        continue;
      g_ptr_array_add (list, g_steal_pointer (&whole));
      g_ptr_array_add (
          list, g_strndup ((const char *) attributes[3], (gsize) (attributes[4] - attributes[3])));
    }
  g_ptr_array_add (list, NULL);
  self->in_story = TRUE;
  if (!bul_record_builder_start (self->builder, (const char *) name,
                                 (const char *const *) list->pdata, &error))
    fail (self, error);
}

static void
end_element (void *data,
             const xmlChar *name G_GNUC_UNUSED,
             const xmlChar *prefix G_GNUC_UNUSED,
             const xmlChar *uri G_GNUC_UNUSED)
{
  Rereader *self = data;
  GError *error = NULL;

  if (bul_foreign_keeper_is_inside (self->keeper))
    bul_foreign_keeper_end (self->keeper);
  else if (self->error == NULL && !bul_record_builder_end (self->builder, &error))
    fail (self, error);
}

static void
text (void *data, const xmlChar *words, int length)
{
  Rereader *self = data;

  if (bul_foreign_keeper_is_inside (self->keeper))
    bul_foreign_keeper_text (self->keeper, (const char *) words, (gsize) length);
  else
    bul_record_builder_text (self->builder, (const char *) words, (gsize) length);
}

static void
instruction (void *data, const xmlChar *target, const xmlChar *words)
{
  bul_foreign_keeper_instruction (((Rereader *) data)->keeper, (const char *) target,
                                  (const char *) words);
}

static void
note_error (void *data, xmlErrorPtr problem)
{
  Rereader *self = data;

  if (problem->level >= XML_ERR_ERROR)
    fail (self, g_error_new (BUL_ERROR, BUL_ERROR_INVALID, "%s",
                             problem->message == NULL ? "" : problem->message));
}

/* Returns: (transfer full): the story that @xml says, read by another's parser. */
static BulStory *
read_again (const GString *xml, const char *xml_id, GError **error)
{
  g_autoptr (BulRecordBuilder) builder = bul_record_builder_new (&bul_story_type);
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                            .startElementNs = start_element,
                            .endElementNs = end_element,
                            .characters = text,
                            .ignorableWhitespace = text,
                            .processingInstruction = instruction,
                            .serror = note_error };
  g_autoptr (BulForeignKeeper) keeper = bul_foreign_keeper_new ();
  Rereader self = { .builder = builder, .keeper = keeper };
  BulStory *story;

  xmlInitParser ();
  bul_record_builder_set_xml_id (builder, xml_id);
  self.parser = xmlCreatePushParserCtxt (&handler, &self, NULL, 0, NULL);
  xmlCtxtUseOptions (self.parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);
  xmlParseChunk (self.parser, xml->str, (int) xml->len, TRUE);
  xmlFreeParserCtxt (self.parser);

  if (self.error == NULL && bul_record_builder_get_unknown (builder)->len == 0)
    {
      story = bul_record_builder_steal_root (builder);
      bul_foreign_keeper_add_to (keeper, story);
      return story;
    }
  if (self.error == NULL)
    self.error = g_error_new_literal (BUL_ERROR, BUL_ERROR_INVALID, _ ("a part of it has no name"));
  g_propagate_error (error, self.error);
  return NULL;
}

static gboolean
fail_whole (GError **error, const char *reason)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
               _ ("The story cannot be written as XML: %s. Nothing was written, and the story is "
                  "unchanged. Export it as text to have its words, and report this."),
               reason);
  return FALSE;
}

static gboolean
check_characters (const GString *xml, GError **error)
{
  if (!g_utf8_validate_len (xml->str, xml->len, NULL))
    return fail_whole (error, _ ("it holds bytes that are no text"));
  for (const char *p = xml->str; *p != '\0'; p = g_utf8_next_char (p))
    if (bul_chars_is_forbidden (g_utf8_get_char (p)))
      {
        g_autofree char *reason
            = g_strdup_printf (_ ("it holds the character U+%04X"), g_utf8_get_char (p));

        return fail_whole (error, reason);
      }
  return TRUE;
}

/* No library says no when it is given what XML cannot hold: the proof is to read it again. */
static gboolean
check (const BulStory *story, const GString *xml, GError **error)
{
  g_autofree char *xml_id = bul_story_dup_xml_id (story);
  g_autoptr (BulStory) again = NULL;
  g_autoptr (GError) reason = NULL;

  if (!check_characters (xml, error))
    return FALSE;
  again = read_again (xml, xml_id, &reason);
  if (again == NULL)
    return fail_whole (error, reason->message);
  return bul_record_equal (story, again) || fail_whole (error, _ ("read again it is not the same"));
}

static GBytes *
write_xml (const BulStory *story, GError **error)
{
  GString *xml = bul_story_to_xml (story);

  if (check (story, xml, error))
    return g_string_free_to_bytes (xml);
  g_string_free (xml, TRUE);
  return NULL;
}

const BulExporter bul_export_xml = { "xml", N_ ("Bulletin Desk XML"), "xml", write_xml };
