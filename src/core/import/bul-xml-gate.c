/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-xml-gate.h"

#include <expat.h>
#include <glib/gi18n.h>
#include <string.h>

#include "bul-error.h"

#define MAX_ATTRIBUTES 256
#define MAX_DEPTH 100
#define MAX_NAME ((gsize) 1024)
#define MAX_TEXT ((gsize) 4 * 1024 * 1024)
#define MAX_SOURCE ((gsize) 24 * 1024 * 1024)

/* Each becomes a record in memory, and a node where the file is validated: far more than the
 * longest of real stories needs, and few enough that no file takes more than seconds and some 300
 * MB. */
#define MAX_ELEMENTS 100000
#define MAX_ALL_ATTRIBUTES 1000000

typedef struct
{
  XML_Parser parser;
  guint depth;
  guint n_elements;
  guint n_attributes; /* of all elements */
  gsize tag_end;      /* place in the file: all that follows, up to the next tag, is text */
  gsize max_text;     /* of the element it stands in */
  GError *error;
} Gate;

/* The names under which our own files, and those of careful tools, may be encoded. */
static const char *const encodings[]
    = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII", NULL };

/* Korean files are often declared so; and often they are something else in truth. */
static const char *const korean_encodings[] = { "EUC-KR", "CP949",       "UHC",
                                                "MS949",  "WINDOWS-949", "KS_C_5601-1987",
                                                "JOHAB",  "KSC5601",     NULL };

static gboolean
names_one_of (const char *const *names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Stops the parser at once. Only the first reason is told. */
static void G_GNUC_PRINTF (3, 4) stop (Gate *self, BulError code, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  XML_StopParser (self->parser, XML_FALSE);
  if (self->error != NULL)
    return;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  if (code == BUL_ERROR_HOSTILE)
    self->error = g_error_new (
        BUL_ERROR, code,
        _ ("Line %lu: %s Files of ours never do, and it can harm the program that reads it, so "
           "reading stopped there. Nothing was changed. Do not open it elsewhere; ask the sender "
           "for another copy."),
        XML_GetCurrentLineNumber (self->parser), reason);
  else
    self->error = g_error_new (BUL_ERROR, code, _ ("Line %lu: %s Nothing was changed."),
                               XML_GetCurrentLineNumber (self->parser), reason);
}

static void
declaration (void *data, const char *version, const char *encoding, int standalone G_GNUC_UNUSED)
{
  Gate *self = data;

  if (version != NULL && strcmp (version, "1.0") != 0)
    stop (self, BUL_ERROR_INVALID,
          _ ("the file says that it is XML %.20s; only XML 1.0 is read. Save it as XML 1.0."),
          version);
  else if (encoding == NULL || names_one_of (encodings, encoding))
    return;
  else if (names_one_of (korean_encodings, encoding))
    stop (self, BUL_ERROR_INVALID,
          _ ("the file says that it is encoded in %.40s, a Korean encoding that XML of ours does "
             "not use. Convert it to UTF-8, its first line too, and open it again."),
          encoding);
  else
    stop (self, BUL_ERROR_INVALID,
          _ ("the file says that it is encoded in “%.40s”. XML is read in UTF-8 or UTF-16 only. "
             "Convert it to UTF-8, its first line too, and open it again."),
          encoding);
}

static void
refuse_doctype (void *data,
                const char *name G_GNUC_UNUSED,
                const char *system_id G_GNUC_UNUSED,
                const char *public_id G_GNUC_UNUSED,
                int has_subset G_GNUC_UNUSED)
{
  stop (data, BUL_ERROR_HOSTILE, _ ("the file has a document type declaration (DOCTYPE)."));
}

/* Declarations cannot come without a document type; this is a second lock on the same door. */
static void
refuse_entity (void *data,
               const char *name G_GNUC_UNUSED,
               int is_parameter G_GNUC_UNUSED,
               const char *value G_GNUC_UNUSED,
               int length G_GNUC_UNUSED,
               const char *base G_GNUC_UNUSED,
               const char *system_id G_GNUC_UNUSED,
               const char *public_id G_GNUC_UNUSED,
               const char *notation G_GNUC_UNUSED)
{
  stop (data, BUL_ERROR_HOSTILE, _ ("the file declares an entity."));
}

static int
refuse_external (XML_Parser parser,
                 const char *context G_GNUC_UNUSED,
                 const char *base G_GNUC_UNUSED,
                 const char *system_id G_GNUC_UNUSED,
                 const char *public_id G_GNUC_UNUSED)
{
  stop (XML_GetUserData (parser), BUL_ERROR_HOSTILE, _ ("the file asks for another file."));
  return XML_STATUS_ERROR;
}

static gboolean
is_source (const char *name)
{
  const char *colon = strchr (name, ':');

  return strcmp (colon == NULL ? name : colon + 1, "source") == 0;
}

static void
check_length (Gate *self, gsize length, gsize most)
{
  if (length > most)
    stop (self, BUL_ERROR_HOSTILE, _ ("the file has a single text of more than %d MB."),
          (int) (most >> 20));
}

/* What stands between the tag before and this one. Text is measured, so that it need not be made.
 */
static void
check_text (Gate *self)
{
  gsize start = (gsize) XML_GetCurrentByteIndex (self->parser);

  check_length (self, start - self->tag_end, self->max_text);
  self->tag_end = start + (gsize) XML_GetCurrentByteCount (self->parser);
}

static void
check_attributes (Gate *self, const char *const *attributes)
{
  guint n_attributes = 0;

  for (; attributes[n_attributes * 2] != NULL; n_attributes++)
    if (n_attributes == MAX_ATTRIBUTES)
      {
        stop (self, BUL_ERROR_HOSTILE, _ ("the file has an element with more than %d attributes."),
              MAX_ATTRIBUTES);
        return;
      }
  self->n_attributes += n_attributes;
  if (self->n_attributes > MAX_ALL_ATTRIBUTES)
    stop (self, BUL_ERROR_HOSTILE, _ ("the file has more than %d attributes."), MAX_ALL_ATTRIBUTES);
  for (guint i = 0; i < n_attributes; i++)
    {
      if (strlen (attributes[i * 2]) > MAX_NAME)
        stop (self, BUL_ERROR_HOSTILE, _ ("the file has a name of more than %d bytes."),
              (int) MAX_NAME);
      check_length (self, strlen (attributes[i * 2 + 1]), MAX_TEXT);
    }
}

static void
start_element (void *data, const char *name, const char **attributes)
{
  Gate *self = data;

  check_text (self);
  if (++self->depth > MAX_DEPTH)
    stop (self, BUL_ERROR_HOSTILE, _ ("the file has elements more than %d deep in each other."),
          MAX_DEPTH);
  else if (++self->n_elements > MAX_ELEMENTS)
    stop (self, BUL_ERROR_HOSTILE, _ ("the file has more than %d elements."), MAX_ELEMENTS);
  else if (strlen (name) > MAX_NAME)
    stop (self, BUL_ERROR_HOSTILE, _ ("the file has a name of more than %d bytes."),
          (int) MAX_NAME);
  else
    check_attributes (self, (const char *const *) attributes);
  self->max_text = is_source (name) ? MAX_SOURCE : MAX_TEXT;
}

static void
end_element (void *data, const char *name G_GNUC_UNUSED)
{
  Gate *self = data;

  check_text (self);
  self->depth--;
  self->max_text = MAX_TEXT;
}

static void
set_handlers (Gate *self)
{
  XML_SetUserData (self->parser, self);
  XML_SetXmlDeclHandler (self->parser, declaration);
  XML_SetStartDoctypeDeclHandler (self->parser, refuse_doctype);
  XML_SetEntityDeclHandler (self->parser, refuse_entity);
  XML_SetExternalEntityRefHandler (self->parser, refuse_external);
  XML_SetParamEntityParsing (self->parser, XML_PARAM_ENTITY_PARSING_NEVER);
  XML_SetElementHandler (self->parser, start_element, end_element);
}

/* Expat's own reason, where no rule of ours stopped it. */
static void
set_parse_error (Gate *self)
{
  enum XML_Error code = XML_GetErrorCode (self->parser);

  if (code == XML_ERROR_UNKNOWN_ENCODING)
    stop (
        self, BUL_ERROR_INVALID,
        _ ("the file is in an encoding that is not read. Convert it to UTF-8, its first line too, "
           "and open it again."));
  else
    stop (self, BUL_ERROR_INVALID,
          _ ("the file is not well-formed XML (%s). It may have been cut short or changed on its "
             "way. Ask for another copy, or make the export again."),
          XML_ErrorString (code));
}

gboolean
bul_xml_gate (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Gate self = { .max_text = MAX_TEXT };

  if (length > BUL_XML_GATE_LIMIT)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
                   _ ("XML of more than %u MB is not read. Nothing was changed. "
                      "Check that it is the file you meant."),
                   BUL_XML_GATE_LIMIT >> 20);
      return FALSE;
    }

  /* In one piece: a token that goes over many pieces is read from its start with each of them. */
  self.parser = XML_ParserCreate (NULL);
  set_handlers (&self);
  if (XML_Parse (self.parser, data == NULL ? "" : data, (int) length, TRUE) != XML_STATUS_OK
      && self.error == NULL)
    set_parse_error (&self);
  XML_ParserFree (self.parser);

  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
