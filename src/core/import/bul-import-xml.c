/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-xml.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "bul-error.h"
#include "bul-file-head.h"
#include "bul-finding.h"
#include "bul-foreign-keeper.h"
#include "bul-import-xml-check.h"
#include "bul-import-xml-places.h"
#include "bul-record-builder.h"
#include "bul-revision.h"
#include "bul-story-xml.h"
#include "bul-xml-gate.h"

#define NAMESPACE_STEM "urn:bulletin-desk:bulletin:"
#define XML_PREFIX "xml:"
#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

#define MAX_FOREIGN 32

typedef struct
{
  xmlParserCtxt *parser;
  BulRecordBuilder *builder;
  GPtrArray *attributes; /* of the element that starts: name, value …, in @room */
  GString *room;
  GArray *lines;      /* of guint, where each open element of ours starts */
  GArray *places;     /* of BulXmlPlace */
  GPtrArray *foreign; /* names that were told */
  GPtrArray *findings;
  guint n_unknown;          /* of the builder's, that were told */
  guint n_foreign;          /* depth inside what is not ours */
  BulForeignKeeper *keeper; /* of what is of others, and kept */
  GError *error;
} Reader;

gboolean
bul_import_xml_probe (const char *head, const char *name G_GNUC_UNUSED)
{
  g_autofree char *root = bul_file_head_dup_root (head);

  return root != NULL && (strcmp (root, "story") == 0 || strcmp (root, "bulletin") == 0);
}

gboolean
bul_import_xml_probe_any (const char *head, const char *name)
{
  g_autofree char *lower = name == NULL ? NULL : g_ascii_strdown (name, -1);
  g_autofree char *tag = NULL;

  /* A page of Markdown or HTML may begin with a comment too: only the declaration tells. */
  if (g_str_has_prefix (head, "<?xml") || (lower != NULL && g_str_has_suffix (lower, ".xml")))
    return TRUE;
  if (g_ascii_strncasecmp (head, "<!DOCTYPE", 9) == 0)
    return TRUE;
  if (head[0] != '<' || !g_ascii_isalpha (head[1]))
    return FALSE;

  /* A mark of a script, `<Anchor>`, names no namespace. */
  tag = g_strndup (head, strcspn (head, ">"));
  return strstr (tag, " xmlns") != NULL || strstr (tag, "\nxmlns") != NULL;
}

static guint
get_line (Reader *self)
{
  return (guint) MAX (xmlSAX2GetLineNumber (self->parser), 0);
}

/* Only the first thing that is wrong is told. */
static void
fail (Reader *self, GError *error)
{
  xmlStopParser (self->parser);
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

static void
fail_at (Reader *self, guint line, GError *error)
{
  bul_import_xml_blame_line (&error, line);
  fail (self, error);
}

static void
tell_foreign (Reader *self, const char *name, guint line)
{
  g_autofree char *message = NULL;

  if (self->foreign->len >= MAX_FOREIGN
      || g_ptr_array_find_with_equal_func (self->foreign, name, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->foreign, g_strdup (name));
  message = g_strdup_printf (
      _ ("“%s” is no part of this format. It was left out; all else was read."), name);
  g_ptr_array_add (self->findings, bul_finding_new (line, "foreign-content", message));
}

/* At the end of the story it has its place, and nobody need be told. */
static void
tell_kept (Reader *self, const char *name, guint line)
{
  g_autofree char *message = NULL;

  if (self->lines->len <= 1 || self->foreign->len >= MAX_FOREIGN
      || g_ptr_array_find_with_equal_func (self->foreign, name, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->foreign, g_strdup (name));
  message = g_strdup_printf (_ ("“%s” is of another program. It is kept, at the end of the story."),
                             name);
  g_ptr_array_add (self->findings, bul_finding_new (line, "foreign-kept", message));
}

static void
tell_unknown (Reader *self, guint line)
{
  const GPtrArray *unknown = bul_record_builder_get_unknown (self->builder);

  for (; self->n_unknown < unknown->len; self->n_unknown++)
    tell_foreign (self, unknown->pdata[self->n_unknown], line);
}

static gboolean
is_major_version (const char *uri)
{
  const char *digits = uri + strlen (NAMESPACE_STEM);

  return g_str_has_prefix (uri, NAMESPACE_STEM) && *digits != '\0'
         && digits[strspn (digits, "0123456789")] == '\0';
}

static gboolean
check_root_name (const char *name, const char *uri, GError **error)
{
  if (uri != NULL && strcmp (uri, BUL_XML_NAMESPACE) == 0 && strcmp (name, "story") == 0)
    return TRUE;
  if (uri != NULL && strcmp (uri, BUL_XML_NAMESPACE) != 0 && is_major_version (uri))
    g_set_error (error, BUL_ERROR, BUL_ERROR_NEWER,
                 _ ("The file is of format %s, which a later version of Bulletin Desk writes. "
                    "Nothing was changed. Bring this program up to date, or ask for the file in "
                    "format 1."),
                 uri + strlen (NAMESPACE_STEM));
  else if (uri != NULL && strcmp (uri, BUL_XML_NAMESPACE) == 0)
    g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
                 _ ("The file is a <%.40s>; only a single <story> is read. Nothing was changed. "
                    "Export its stories one by one."),
                 name);
  else
    g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
                 _ ("The file is XML, but not one of our stories: it begins with <%.40s>. Nothing "
                    "was changed. Open the script itself, as text."),
                 name);
  return FALSE;
}

static const char *
find_value (const GPtrArray *attributes, const char *name)
{
  for (guint i = 0; i + 1 < attributes->len; i += 2)
    if (strcmp (attributes->pdata[i], name) == 0)
      return attributes->pdata[i + 1];
  return NULL;
}

/* The attributes that say what the file is are no part of the story. */
static void
drop_value (GPtrArray *attributes, const char *name)
{
  for (guint i = 0; i + 1 < attributes->len; i += 2)
    if (strcmp (attributes->pdata[i], name) == 0)
      {
        g_ptr_array_remove_range (attributes, i, 2);
        return;
      }
}

static gboolean
check_version (Reader *self, const char *version, guint line, GError **error)
{
  guint64 minor;

  if (g_strcmp0 (version, BUL_XML_VERSION) == 0)
    return TRUE;
  if (version == NULL || !g_str_has_prefix (version, "1.")
      || !g_ascii_string_to_unsigned (version + 2, 10, 0, G_MAXUINT, &minor, NULL))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, _ ("“%.40s” is no version of this format."),
                   version == NULL ? "" : version);
      return FALSE;
    }
  if (minor > 0)
    g_ptr_array_add (
        self->findings,
        bul_finding_new (line, "newer-minor",
                         _ ("A later version of Bulletin Desk wrote this file. What this one does "
                            "not know of it is left out.")));
  return TRUE;
}

/* The story's own xml:id tells which references are its own. */
static gboolean
take_identity (Reader *self, GPtrArray *attributes, GError **error)
{
  const char *xml_id = find_value (attributes, "xml:id");
  const char *uid = find_value (attributes, "uid");

  if (uid == NULL || !g_uuid_string_is_valid (uid) || xml_id == NULL || xml_id[0] != 's'
      || strlen (xml_id) != 9 || strncmp (xml_id + 1, uid, 8) != 0)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
                   _ ("The story has no identity: its uid must be a UUID, and its xml:id “s” and "
                      "the first eight digits of that."));
      return FALSE;
    }
  bul_record_builder_set_xml_id (self->builder, xml_id);
  drop_value (attributes, "version");
  drop_value (attributes, "xml:id");
  return TRUE;
}

/* Puts @text with its end into the reader's own room, which is large enough already. */
static char *
put_text (Reader *self, const char *text, gsize length)
{
  char *place = self->room->str + self->room->len;

  memcpy (place, text, length);
  place[length] = '\0';
  self->room->len += length + 1;
  return place;
}

/* Of an attribute `xml:id`: what comes after it belongs to the same text. */
static char *
put_xml_name (Reader *self, const char *name)
{
  char *place = put_text (self, XML_PREFIX, strlen (XML_PREFIX));

  self->room->len--;
  put_text (self, name, strlen (name));
  return place;
}

static gsize
measure_attributes (int n_attributes, const xmlChar **attributes)
{
  gsize length = 0;

  for (int i = 0; i < n_attributes; i++, attributes += 5)
    length += (gsize) (attributes[4] - attributes[3]) + strlen ((const char *) attributes[0]) + 8;
  return length;
}

/* Whose attribute it is, if not ours: it is kept, or told. */
static void
pass_foreign (Reader *self, const xmlChar **attribute, guint line)
{
  g_autofree char *whole = NULL;

  if (self->lines->len == 0)
    {
      bul_foreign_keeper_attribute (self->keeper, (const char *const *) attribute);
      return;
    }
  whole = g_strdup_printf ("%s:%s", (const char *) attribute[1], (const char *) attribute[0]);
  tell_foreign (self, whole, line);
}

/* Fills the reader's list with name, value, name, value …, of what is ours; until the next. */
static void
list_attributes (Reader *self, int n_attributes, const xmlChar **attributes, guint line)
{
  /* The room must not move while there are pointers into it. */
  g_string_set_size (self->room, measure_attributes (n_attributes, attributes));
  g_string_truncate (self->room, 0);
  g_ptr_array_set_size (self->attributes, 0);
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      const char *name = (const char *) attributes[0];
      const char *uri = (const char *) attributes[2];

      if (uri != NULL && strcmp (uri, XML_NAMESPACE) != 0)
        {
          pass_foreign (self, attributes, line);
          continue;
        }
      g_ptr_array_add (self->attributes, uri == NULL ? (gpointer) name : put_xml_name (self, name));
      g_ptr_array_add (self->attributes, put_text (self, (const char *) attributes[3],
                                                   (gsize) (attributes[4] - attributes[3])));
    }
}

static gboolean
start_ours (Reader *self, const char *name, GPtrArray *attributes, guint line, GError **error)
{
  if (self->lines->len == 0
      && (!check_version (self, find_value (attributes, "version"), line, error)
          || !take_identity (self, attributes, error)))
    return FALSE;
  g_array_append_val (self->lines, line);
  g_ptr_array_add (attributes, NULL);
  return bul_record_builder_start (self->builder, name, (const char *const *) attributes->pdata,
                                   error);
}

static void
start_foreign (Reader *self, const char *prefix, const char *name, guint line)
{
  g_autofree char *whole
      = prefix == NULL ? g_strdup (name) : g_strdup_printf ("%s:%s", prefix, name);

  if (self->n_foreign++ > 0)
    return;
  if (bul_foreign_keeper_is_inside (self->keeper))
    tell_kept (self, whole, line);
  else
    tell_foreign (self, whole, line);
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
  Reader *self = data;
  guint line = get_line (self);
  gboolean is_root = self->lines->len == 0;
  gboolean is_ours = g_strcmp0 ((const char *) uri, BUL_XML_NAMESPACE) == 0;
  GError *error = NULL;

  if (is_root && !check_root_name ((const char *) name, (const char *) uri, &error))
    {
      fail (self, error);
      return;
    }
  if (self->n_foreign > 0 || !is_ours)
    {
      /* What has no namespace is nobody's. */
      if (uri != NULL || bul_foreign_keeper_is_inside (self->keeper))
        bul_foreign_keeper_start (self->keeper, (const char *) name, (const char *) prefix,
                                  (const char *) uri, (guint) n_attributes,
                                  (const char *const *) attributes);
      start_foreign (self, (const char *) prefix, (const char *) name, line);
      return;
    }
  list_attributes (self, n_attributes, attributes, line);
  if (!start_ours (self, (const char *) name, self->attributes, line, &error))
    fail_at (self, line, error);
  tell_unknown (self, line);
}

/* What an edit carries may no longer be in the story, and agrees with nothing but itself. */
static gboolean
end_ours (Reader *self, guint line, GError **error)
{
  gpointer record = bul_record_builder_get_record (self->builder);
  gboolean carried = bul_record_builder_is_carried (self->builder);

  if (!bul_record_builder_end (self->builder, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  if (!bul_import_xml_check_record (record, error))
    return FALSE;
  if (!carried)
    g_array_append_val (self->places, ((BulXmlPlace){ record, line }));
  return TRUE;
}

static void
end_element (void *data,
             const xmlChar *name G_GNUC_UNUSED,
             const xmlChar *prefix G_GNUC_UNUSED,
             const xmlChar *uri G_GNUC_UNUSED)
{
  Reader *self = data;
  GError *error = NULL;
  guint line;

  if (self->error != NULL)
    return;
  if (self->n_foreign > 0)
    {
      self->n_foreign--;
      if (bul_foreign_keeper_is_inside (self->keeper))
        bul_foreign_keeper_end (self->keeper);
      return;
    }
  line = g_array_index (self->lines, guint, self->lines->len - 1);
  g_array_set_size (self->lines, self->lines->len - 1);
  if (!end_ours (self, line, &error))
    fail_at (self, line, error);
  tell_unknown (self, line);
}

static void
text (void *data, const xmlChar *words, int length)
{
  Reader *self = data;

  if (self->n_foreign == 0)
    bul_record_builder_text (self->builder, (const char *) words, (gsize) length);
  else if (bul_foreign_keeper_is_inside (self->keeper))
    bul_foreign_keeper_text (self->keeper, (const char *) words, (gsize) length);
}

/* Before and after the story an instruction is about the file, not about the story. */
static void
instruction (void *data, const xmlChar *target, const xmlChar *words)
{
  Reader *self = data;

  if (self->lines->len > 0)
    bul_foreign_keeper_instruction (self->keeper, (const char *) target, (const char *) words);
}

/* The gate lets none pass; should that fail, nothing is read all the same. */
static void
refuse_doctype (void *data,
                const xmlChar *name G_GNUC_UNUSED,
                const xmlChar *external_id G_GNUC_UNUSED,
                const xmlChar *system_id G_GNUC_UNUSED)
{
  Reader *self = data;

  fail_at (self, get_line (self),
           g_error_new (BUL_ERROR, BUL_ERROR_HOSTILE, _ ("The file has a document type.")));
}

static void
note_error (void *data, xmlErrorPtr problem)
{
  Reader *self = data;
  g_autofree char *message = g_strdup (problem->message == NULL ? "" : problem->message);

  if (problem->level >= XML_ERR_ERROR)
    fail_at (self, (guint) MAX (problem->line, 0),
             g_error_new (BUL_ERROR, BUL_ERROR_INVALID, _ ("The XML is damaged: %s"),
                          g_strchomp (message)));
}

static void
parse (Reader *self, GBytes *bytes)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                            .internalSubset = refuse_doctype,
                            .startElementNs = start_element,
                            .endElementNs = end_element,
                            .characters = text,
                            .ignorableWhitespace = text,
                            .processingInstruction = instruction,
                            .cdataBlock = text,
                            .serror = note_error };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* The gate passes nothing that is empty, or too large for an int. */
  self->parser = xmlCreateMemoryParserCtxt (data, (int) length);
  if (self->parser == NULL)
    g_error ("libxml2 failed to allocate memory for a parser");
  *self->parser->sax = handler;
  self->parser->userData = self;

  /* The gate has seen that there is no entity to be put in: this is for `&amp;` in attributes. */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);
  xmlParseDocument (self->parser);
  xmlFreeParserCtxt (self->parser);
}

BulStory *
bul_import_xml (GBytes *bytes, GPtrArray *findings, GError **error)
{
  g_autoptr (BulRecordBuilder) builder = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (BulXmlPlace));
  g_autoptr (GPtrArray) foreign = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BulForeignKeeper) keeper = bul_foreign_keeper_new ();
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  g_autoptr (GString) room = g_string_new (NULL);
  Reader self = { .attributes = attributes,
                  .room = room,
                  .lines = lines,
                  .places = places,
                  .foreign = foreign,
                  .keeper = keeper,
                  .findings = findings };
  BulStory *story;

  if (!bul_xml_gate (bytes, error))
    return NULL;

  xmlInitParser ();
  builder = bul_record_builder_new (&bul_story_type);
  self.builder = builder;
  parse (&self, bytes);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }
  if (!bul_import_xml_check_places (places, findings, error))
    return NULL;
  story = bul_record_builder_steal_root (builder);
  bul_foreign_keeper_add_to (keeper, story);
  return story;
}
