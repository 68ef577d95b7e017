/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-inline.h"

#include <string.h>

#include "bul-exchange.h"

/* What stands within an element of a sentence. */
typedef enum
{
  INLINE_CODE,   /* a code of the original's format, which is no word */
  INLINE_AROUND, /* words, between codes of that format */
  INLINE_MARKED, /* words of which something is said */
  INLINE_APART,  /* words within a code, such as the text of a picture */
} InlineKind;

/* Of TMX and of either XLIFF: where two have the same name, it means the same. */
static const struct
{
  const char *name;
  InlineKind kind;
} elements[] = {
  { "bpt", INLINE_CODE },
  { "bx", INLINE_CODE },
  { "cp", INLINE_CODE },
  { "ec", INLINE_CODE },
  { "ept", INLINE_CODE },
  { "ex", INLINE_CODE },
  { "it", INLINE_CODE },
  { "ph", INLINE_CODE },
  { "sc", INLINE_CODE },
  { "ut", INLINE_CODE },
  { "x", INLINE_CODE },
  /* with words */
  { "g", INLINE_AROUND },
  { "pc", INLINE_AROUND },
  { "em", INLINE_MARKED },
  { "hi", INLINE_MARKED },
  { "mrk", INLINE_MARKED },
  { "sm", INLINE_MARKED },
  { "sub", INLINE_APART },
};

/* How a code says what it stands for. */
static const char *const equivalents[] = { "equiv-text", "equiv", "equivStart", NULL };

/* How it says that it is a line break. */
static const struct
{
  const char *name;
  const char *value;
} breaks[] = { { "ctype", "lb" }, { "subType", "xlf:lb" } };

typedef struct
{
  xmlTextReader *reader;
  GString *words;
  guint n_codes;
} Inline;

static InlineKind
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].name, name) == 0)
      return elements[i].kind;
  return INLINE_AROUND;
}

/* Whether the attribute @name has a value; with @words it goes there. */
static gboolean
take_attribute (Inline *self, const char *name, const char *value)
{
  xmlChar *found = xmlTextReaderGetAttribute (self->reader, (const xmlChar *) name);
  gboolean fits = found != NULL && *found != '\0'
                  && (value == NULL || strcmp ((const char *) found, value) == 0);

  if (fits)
    g_string_append (self->words, value == NULL ? (const char *) found : " ");
  xmlFree (found);
  return fits;
}

static gboolean
take_equivalent (Inline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    if (take_attribute (self, breaks[i].name, breaks[i].value))
      return TRUE;
  for (guint i = 0; equivalents[i] != NULL; i++)
    if (take_attribute (self, equivalents[i], NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_text (int type)
{
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA
         || type == XML_READER_TYPE_WHITESPACE || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

/* Reads up to the end of the element at which the reader stands. The gate has seen to it that they
 * do not nest deep. */
static void
read_content (Inline *self, gboolean keeps)
{
  int depth = xmlTextReaderDepth (self->reader);

  if (xmlTextReaderIsEmptyElement (self->reader))
    return;
  while (xmlTextReaderRead (self->reader) == 1 && xmlTextReaderDepth (self->reader) > depth)
    {
      int type = xmlTextReaderNodeType (self->reader);
      InlineKind kind;

      if (keeps && is_text (type))
        g_string_append (self->words, (const char *) xmlTextReaderConstValue (self->reader));
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      kind = find_kind ((const char *) xmlTextReaderConstLocalName (self->reader));
      if ((kind == INLINE_CODE || kind == INLINE_AROUND) && !take_equivalent (self))
        self->n_codes++;
      if (kind == INLINE_APART)
        g_string_append_c (self->words, ' ');
      read_content (self, kind == INLINE_APART || (keeps && kind != INLINE_CODE));
      if (kind == INLINE_APART)
        g_string_append_c (self->words, ' ');
    }
}

char *
bul_inline_dup_words (xmlTextReader *reader, guint *n_codes)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Inline self = { .reader = reader, .words = words };

  read_content (&self, TRUE);
  *n_codes += self.n_codes;
  return bul_exchange_dup_plain (words->str);
}
