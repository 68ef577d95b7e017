/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-xml-prologue.h"

#include <string.h>

#define BLANKS " \t\r\n"

/* Lines stay lines, so that what is found later is where the file says. */
static void
blank_out (char *start, const char *end)
{
  for (char *p = start; p < end; p++)
    if (*p != '\n' && *p != '\r')
      *p = ' ';
}

/* Where the document type ends that begins at @at; NULL for one that declares something. */
static const char *
find_doctype_end (const char *at)
{
  char quote = '\0';

  for (; *at != '\0' && (quote != '\0' || *at != '['); at++)
    {
      if (quote == '\0' && *at == '>')
        return at + 1;
      if (*at == quote)
        quote = '\0';
      else if (quote == '\0' && (*at == '"' || *at == '\''))
        quote = *at;
    }
  return NULL;
}

/* What may stand before the first element, and how it ends. */
static const struct
{
  const char *start;
  const char *end;
} prologue[] = { { "<?", "?>" }, { "<!--", "-->" } };

/* Where what stands at @at ends; @at itself where it is none of these. */
static char *
skip_one (char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (prologue); i++)
    if (g_str_has_prefix (at, prologue[i].start))
      {
        char *end = strstr (at, prologue[i].end);

        return end == NULL ? at : end + strlen (prologue[i].end);
      }
  return at;
}

static char *
skip_prologue (char *at)
{
  char *before;

  do
    {
      before = at;
      at = skip_one (at + strspn (at, BLANKS));
    }
  while (at != before);
  return at;
}

GBytes *
bul_xml_prologue_blank (const char *xml)
{
  char *text = g_strdup (xml);
  char *start = text + strspn (text, BLANKS);
  char *doctype = skip_prologue (text);
  const char *end = g_str_has_prefix (start, "<?xml") ? strstr (start, "?>") : NULL;

  if (end != NULL)
    blank_out (start, end + 2);
  end = g_str_has_prefix (doctype, "<!DOCTYPE") ? find_doctype_end (doctype) : NULL;
  if (end != NULL)
    blank_out (doctype, end);
  return g_bytes_new_take (text, strlen (text));
}
