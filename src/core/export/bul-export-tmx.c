/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-enum.h"
#include "bul-exporter.h"
#include "bul-pair-rows.h"

static void
add_header (xmlNode *tmx, const BulPairRows *rows)
{
  xmlNode *header = bul_pair_rows_add (tmx, "header", NULL);

  bul_pair_rows_set (header, "creationtool", "bulletin-desk");
  bul_pair_rows_set (header, "creationtoolversion", "1");
  bul_pair_rows_set (header, "segtype", "sentence");
  bul_pair_rows_set (header, "o-tmf", "bulletin-desk");
  bul_pair_rows_set (header, "adminlang", "en");
  bul_pair_rows_set (header, "srclang", bul_language_words[rows->source]);
  bul_pair_rows_set (header, "datatype", "plaintext");
}

static void
add_prop (xmlNode *tu, const char *type, const char *value)
{
  if (value != NULL)
    bul_pair_rows_set (bul_pair_rows_add (tu, "prop", value), "type", type);
}

static void
add_tuv (xmlNode *tu, BulLanguage language, const char *words)
{
  xmlNode *tuv = bul_pair_rows_add (tu, "tuv", NULL);

  bul_pair_rows_set (tuv, "xml:lang", bul_language_words[language]);
  bul_pair_rows_add (tuv, "seg", words);
}

/* In UTC, as the format wants it. */
static void
set_change (xmlNode *tu, const BulLink *link)
{
  g_autoptr (GDateTime) at
      = link->at == NULL ? NULL : g_date_time_new_from_iso8601 (link->at, NULL);
  g_autoptr (GDateTime) utc = at == NULL ? NULL : g_date_time_to_utc (at);
  g_autofree char *date = utc == NULL ? NULL : g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  if (date != NULL)
    bul_pair_rows_set (tu, "changedate", date);
  if (link->by != NULL)
    bul_pair_rows_set (tu, "changeid", link->by);
}

static void
add_tu (xmlNode *body, const BulStory *story, const BulPairRows *rows, const BulPairRow *row)
{
  xmlNode *tu = bul_pair_rows_add (body, "tu", NULL);
  g_autofree char *id = g_strdup_printf ("%s.%s", story->uid, row->link->key);

  bul_pair_rows_set (tu, "tuid", id);
  set_change (tu, row->link);
  add_prop (tu, "x-story", story->uid);
  add_prop (tu, "x-revision", rows->revision);
  add_prop (tu, "x-state", bul_enum_to_word (bul_link_state_words, row->link->state));
  add_prop (tu, "x-confidence", row->link->confidence);
  add_tuv (tu, rows->source, row->source);
  add_tuv (tu, rows->target, row->target);
}

/* The format has no place for what only one language says. */
static GBytes *
write_tmx (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) rows = bul_pair_rows_new (story, error);
  xmlDoc *document;
  xmlNode *tmx;
  xmlNode *body;

  if (rows == NULL)
    return NULL;
  document = xmlNewDoc ((const xmlChar *) "1.0");
  tmx = xmlNewDocNode (document, NULL, (const xmlChar *) "tmx", NULL);
  xmlDocSetRootElement (document, tmx);
  bul_pair_rows_set (tmx, "version", "1.4");
  add_header (tmx, rows);
  body = bul_pair_rows_add (tmx, "body", NULL);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const BulPairRow *row = rows->rows->pdata[i];

      if (row->source != NULL && row->target != NULL)
        add_tu (body, story, rows, row);
    }
  return bul_pair_rows_dump (document);
}

const BulExporter bul_export_tmx = { "tmx", N_ ("TMX, for translators"), "tmx", write_tmx };
