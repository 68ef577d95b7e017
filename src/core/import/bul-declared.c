/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-declared.h"

#include <string.h>

#include "bul-file-head.h"

/* Longer names are none. */
#define LONGEST_NAME 40

/* Names in lower case without punctuation, a leading x left out. */
static const char *const korean[]
    = { "euckr",   "cp949",       "ms949",         "windows949", "uhc", "ksc5601",
        "ksx1001", "ksc56011987", "csksc56011987", "korean",     NULL };

static char *
plain_name (const char *name)
{
  GString *plain = g_string_new (NULL);

  if (g_ascii_tolower (name[0]) == 'x' && name[1] == '-')
    name++;
  for (name += *name == '-'; *name != '\0'; name++)
    if (g_ascii_isalnum (*name))
      g_string_append_c (plain, g_ascii_tolower (*name));
  return g_string_free (plain, FALSE);
}

/* The name that follows @word and an equals sign in the tag of which @at is the start, or %NULL. */
static char *
dup_named (const char *at, const char *word)
{
  gsize tag = strcspn (at, ">");
  const char *value = g_strstr_len (at, (gssize) tag, word);
  gsize length;

  if (value == NULL)
    return NULL;
  value += strlen (word);
  value += strspn (value, " \t\r\n=\"'");
  length = strcspn (value, " \t\r\n\"';/>?");
  return length > 0 && length <= LONGEST_NAME ? g_strndup (value, length) : NULL;
}

/* The first declaration of the file: an XML declaration, or a `meta` element of a page. */
static char *
dup_declared (GBytes *bytes)
{
  g_autofree char *head = bul_file_head_dup (bytes);
  g_autofree char *lower = g_ascii_strdown (head, -1);
  char *name = g_str_has_prefix (lower, "<?xml") ? dup_named (lower, "encoding") : NULL;

  for (const char *at = lower; name == NULL && (at = strstr (at, "<meta")) != NULL; at++)
    name = dup_named (at, "charset");
  return name;
}

static gboolean
is_korean (const char *name)
{
  g_autofree char *plain = plain_name (name);

  return g_strv_contains (korean, plain);
}

BulDecoded *
bul_declared_decode (GBytes *bytes, const char *encoding, GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_decode (bytes, encoding, error);
  g_autofree char *name = NULL;
  BulDecoded *declared = NULL;

  if (decoded == NULL || encoding != NULL || decoded->had_bom
      || g_str_has_prefix (decoded->encoding, "UTF-"))
    return g_steal_pointer (&decoded);
  name = dup_declared (bytes);
  if (name != NULL)
    declared = bul_decode (bytes, is_korean (name) ? "CP949" : name, NULL);
  return declared != NULL ? declared : g_steal_pointer (&decoded);
}
