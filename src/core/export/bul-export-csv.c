/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "bul-enum.h"
#include "bul-exporter.h"
#include "bul-pair-rows.h"

/* A spreadsheet takes a field that begins with one of these for a formula, and would run it. */
#define FORMULA "=+-@\t\r"

static void
append_field (GString *out, const char *text)
{
  gboolean is_formula = text != NULL && *text != '\0' && strchr (FORMULA, *text) != NULL;

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
append_row (GString *out, const char *const *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_field (out, fields[i]);
    }
  g_string_append (out, "\r\n");
}

/* Begins with a mark of its encoding, without which spreadsheets do not read Hangul. */
static GBytes *
write_csv (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) rows = bul_pair_rows_new (story, error);
  GString *out;

  if (rows == NULL)
    return NULL;
  out = g_string_new ("\xef\xbb\xbf");
  append_row (out,
              (const char *const[]){ "number", "state", "confidence",
                                     bul_language_words[rows->source],
                                     bul_language_words[rows->target] },
              5);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const BulPairRow *row = rows->rows->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      append_row (out,
                  (const char *const[]){ number,
                                         bul_enum_to_word (bul_link_state_words, row->link->state),
                                         row->link->confidence, row->source, row->target },
                  5);
    }
  return g_string_free_to_bytes (out);
}

const BulExporter bul_export_csv = { "csv", N_ ("Table of both languages"), "csv", write_csv };
