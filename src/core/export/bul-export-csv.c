/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-csv.h"
#include "bul-enum.h"
#include "bul-exporter.h"
#include "bul-pair-rows.h"

static GBytes *
write_csv (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) rows = bul_pair_rows_new (story, error);
  GString *out;

  if (rows == NULL)
    return NULL;
  out = g_string_new (BUL_CSV_MARK);
  bul_csv_append_row (out,
                      (const char *const[]){ "number", "state", "confidence",
                                             bul_language_words[rows->source],
                                             bul_language_words[rows->target] },
                      5);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const BulPairRow *row = rows->rows->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      bul_csv_append_row (
          out,
          (const char *const[]){ number, bul_enum_to_word (bul_link_state_words, row->link->state),
                                 row->link->confidence, row->source, row->target },
          5);
    }
  return g_string_free_to_bytes (out);
}

const BulExporter bul_export_csv = { "csv", N_ ("Table of both languages"), "csv", write_csv };
