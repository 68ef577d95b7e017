/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-vocabulary-writer-private.h"

/* A spreadsheet takes a field that begins with one of these for a formula, and would run it. */
#define FORMULA "=+-@\t\r"

/* Between several values of a field. */
#define BETWEEN "|"

static void
append_field (GString *out, const char *text)
{
  gboolean is_formula = text != NULL && *text != '\0' && strchr (FORMULA, *text) != NULL;

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  g_string_append (out, is_formula ? "\"'" : "\"");
  for (; text != NULL && *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_list (GString *out, GStrv values)
{
  g_autofree char *joined = values == NULL ? NULL : g_strjoinv (BETWEEN, values);

  append_field (out, joined);
}

static void
append_concept (GString *out, const BulConcept *concept)
{
  append_field (out, concept->code);
  append_list (out, concept->parents);
  append_field (out, concept->korean);
  append_field (out, concept->english);
  append_list (out, concept->other_korean);
  append_list (out, concept->other_english);
  append_field (out, concept->note);
  append_field (out, concept->match);
  append_field (out, concept->retired ? "true" : NULL);
  append_field (out, concept->merged_into);
  g_string_append (out, "\r\n");
}

/* Begins with a mark of its encoding, without which spreadsheets do not read Hangul. */
GBytes *
bul_vocabulary_write_table (const BulVocabulary *vocabulary)
{
  const GPtrArray *concepts = bul_vocabulary_get_concepts (vocabulary);
  GString *out
      = g_string_new ("\xef\xbb\xbf"
                      "code,parents,ko,en,also_ko,also_en,note,match,retired,merged_into\r\n");

  for (guint i = 0; i < concepts->len; i++)
    append_concept (out, concepts->pdata[i]);
  return g_string_free_to_bytes (out);
}
