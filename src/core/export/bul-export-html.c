/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-enum.h"
#include "bul-exporter.h"
#include "bul-pair-rows.h"

static void
append_cell (GString *out, BulLanguage language, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words == NULL ? "" : words, -1);

  g_string_append_printf (out, "<td lang=\"%s\">%s</td>", bul_language_words[language], escaped);
}

static void
append_head (GString *out, const BulStory *story, const BulPairRows *rows)
{
  const char *headline = bul_story_get_headline (story);
  g_autofree char *title = g_markup_escape_text (headline == NULL ? story->uid : headline, -1);

  g_string_append_printf (
      out,
      "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n"
      "<style>table{border-collapse:collapse}td,th{border:1px solid;padding:.4em;"
      "text-align:left;vertical-align:top}</style>\n</head>\n<body>\n<h1>%s</h1>\n<table>\n"
      "<tr><th>#</th><th>%s</th><th>%s</th><th></th></tr>\n",
      bul_language_words[rows->source], title, title, bul_language_words[rows->source],
      bul_language_words[rows->target]);
}

static GBytes *
write_html (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) rows = bul_pair_rows_new (story, error);
  GString *out;

  if (rows == NULL)
    return NULL;
  out = g_string_new (NULL);
  append_head (out, story, rows);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const BulPairRow *row = rows->rows->pdata[i];

      g_string_append_printf (out, "<tr><td>%u</td>", i + 1);
      append_cell (out, rows->source, row->source);
      append_cell (out, rows->target, row->target);
      g_string_append_printf (out, "<td>%s</td></tr>\n",
                              bul_enum_to_word (bul_link_state_words, row->link->state));
    }
  g_string_append (out, "</table>\n</body>\n</html>\n");
  return g_string_free_to_bytes (out);
}

const BulExporter bul_export_html = { "html", N_ ("Page with both languages"), "html", write_html };
