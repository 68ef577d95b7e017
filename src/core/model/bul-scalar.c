/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-scalar.h"

#include <string.h>

#include "bul-enum.h"

static char *
words_to_string (const char *const *words, guint bits)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; words[i] != BUL_ENUM_END; i++)
    if (words[i] != NULL && (bits & (1u << i)) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static char *
bytes_to_string (GBytes *bytes)
{
  gsize length;
  const guint8 *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return g_base64_encode (data, length);
}

char *
bul_scalar_dup (gconstpointer record, const BulField *field)
{
  gpointer place = bul_record_field (record, field);

  switch (field->type)
    {
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
      return g_strdup (*(char **) place);
    case BUL_FIELD_REFS:
      if (*(GStrv *) place == NULL || **(GStrv *) place == NULL)
        return NULL;
      return g_strjoinv (" ", *(GStrv *) place);
    case BUL_FIELD_BYTES:
      return bytes_to_string (*(GBytes **) place);
    case BUL_FIELD_RECORDS:
      break;
    case BUL_FIELD_NUMBER:
      return *(guint *) place == 0 ? NULL : g_strdup_printf ("%u", *(guint *) place);
    case BUL_FIELD_OFFSET:
      return g_strdup_printf ("%u", *(guint *) place);
    case BUL_FIELD_FLAG:
      return *(gboolean *) place ? g_strdup ("true") : NULL;
    case BUL_FIELD_WORD:
      return g_strdup (bul_enum_to_word (field->words, *(guint *) place));
    case BUL_FIELD_WORDS:
      return words_to_string (field->words, *(guint *) place);
    }
  return NULL;
}

/* A story has many of them, and this is all that they may be. */
static gboolean
number_from_string (const char *value, guint *number)
{
  guint64 parsed = 0;

  for (const char *digit = value; value != NULL && (digit == value || *digit != '\0'); digit++)
    {
      parsed = parsed * 10 + (guint64) (*digit - '0');
      if (!g_ascii_isdigit (*digit) || parsed > G_MAXUINT)
        return FALSE;
    }
  *number = (guint) parsed;
  return TRUE;
}

static gboolean
words_from_string (const char *const *words, const char *value, guint *bits)
{
  g_auto (GStrv) parts = g_strsplit (value == NULL ? "" : value, " ", -1);
  guint found = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint word;

      if (*parts[i] == '\0')
        continue;
      if (!bul_enum_from_word (words, parts[i], &word))
        return FALSE;
      found |= 1u << word;
    }
  *bits = found;
  return TRUE;
}

static gboolean
word_from_string (const char *const *words, const char *value, guint *word)
{
  if (value == NULL)
    {
      *word = 0;
      return TRUE;
    }
  return bul_enum_from_word (words, value, word);
}

static GStrv
refs_from_string (const char *value)
{
  GStrv one;

  if (value == NULL || *value == '\0')
    return NULL;
  if (strchr (value, ' ') != NULL)
    return g_strsplit (value, " ", -1);
  one = g_new0 (char *, 2);
  one[0] = g_strdup (value);
  return one;
}

static gboolean
bytes_from_string (GBytes **bytes, const char *value)
{
  gsize length = 0;
  guchar *data = value == NULL ? NULL : g_base64_decode (value, &length);

  g_clear_pointer (bytes, g_bytes_unref);
  if (value != NULL)
    *bytes = g_bytes_new_take (data, length);
  return TRUE;
}

gboolean
bul_scalar_set (gpointer record, const BulField *field, const char *value)
{
  gpointer place = bul_record_field (record, field);

  switch (field->type)
    {
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
      g_free (*(char **) place);
      *(char **) place = g_strdup (value == NULL && field->place == BUL_PLACE_CONTENT ? "" : value);
      return TRUE;
    case BUL_FIELD_REFS:
      g_strfreev (*(GStrv *) place);
      *(GStrv *) place = refs_from_string (value);
      return TRUE;
    case BUL_FIELD_BYTES:
      return bytes_from_string (place, value);
    case BUL_FIELD_RECORDS:
      break;
    case BUL_FIELD_NUMBER:
    case BUL_FIELD_OFFSET:
      return number_from_string (value, place);
    case BUL_FIELD_FLAG:
      *(gboolean *) place = g_strcmp0 (value, "true") == 0;
      return TRUE;
    case BUL_FIELD_WORD:
      return word_from_string (field->words, value, place);
    case BUL_FIELD_WORDS:
      return words_from_string (field->words, value, place);
    }
  return FALSE;
}
