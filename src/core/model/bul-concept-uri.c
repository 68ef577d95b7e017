/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-concept-uri.h"

#include <string.h>

#include "bul-concept.h"

/* Codes of ours stand whole behind it. */
#define OURS "urn:x-bulletin-desk:"

/* To add a vocabulary of the web, add a row. */
static const struct
{
  const char *base;
  const char *prefix;
} bases[] = {
  { "http://cv.iptc.org/newscodes/mediatopic/", "medtop:" },
  { "http://cv.iptc.org/newscodes/subjectcode/", "subj:" },
  { "http://cv.iptc.org/newscodes/genre/", "genre:" },
  { "http://www.wikidata.org/entity/", "wikidata:" },
  { OURS, "" },
};

char *
bul_concept_uri_dup (const char *code)
{
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (*bases[i].prefix != '\0' && g_str_has_prefix (code, bases[i].prefix))
      {
        escaped = g_uri_escape_string (code + strlen (bases[i].prefix), NULL, FALSE);
        return g_strconcat (bases[i].base, escaped, NULL);
      }
  escaped = g_uri_escape_string (code, ":", FALSE);
  return g_strconcat (OURS, escaped, NULL);
}

static char *
dup_checked (const char *prefix, const char *escaped)
{
  g_autofree char *name = g_uri_unescape_string (escaped, NULL);
  g_autofree char *code = g_strconcat (prefix, name == NULL ? escaped : name, NULL);

  return bul_concept_is_code (code) ? g_steal_pointer (&code) : NULL;
}

char *
bul_concept_uri_dup_code (const char *uri, const char *prefix)
{
  g_autofree char *begin = g_strconcat (prefix, ":", NULL);
  const char *end;

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (g_str_has_prefix (uri, bases[i].base))
      return dup_checked (bases[i].prefix, uri + strlen (bases[i].base));
  if (strstr (uri, "://") == NULL && !g_str_has_prefix (uri, "urn:"))
    return bul_concept_is_code (uri) ? g_strdup (uri) : dup_checked (begin, uri);
  /* What stands last in an address is the name. */
  end = uri + strlen (uri);
  while (end > uri && strchr ("/#:", end[-1]) == NULL)
    end--;
  return *end == '\0' ? NULL : dup_checked (begin, end);
}
