/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-exporter.h"
#include "bul-pair-rows.h"

/* What the format calls each state of a link, and what else it is. */
static const struct
{
  const char *state;
  const char *detail;
} states[] = {
  [BUL_LINK_AUTOMATIC] = { "translated", "bd:automatic" },
  [BUL_LINK_CONFIRMED] = { "final", "bd:confirmed" },
  [BUL_LINK_STALE] = { "translated", "bd:stale" },
  [BUL_LINK_REJECTED] = { "translated", "bd:rejected" },
};

static xmlNode *
add_note (xmlNode *parent, const char *text)
{
  return bul_pair_rows_add (bul_pair_rows_add (parent, "notes", NULL), "note", text);
}

/* What the translation added has an empty source, and a note that says so. */
static void
add_unit (xmlNode *file, const BulPairRow *row)
{
  xmlNode *unit = bul_pair_rows_add (file, "unit", NULL);
  xmlNode *segment;

  bul_pair_rows_set (unit, "id", row->link->key);
  bul_pair_rows_set (unit, "name", row->link->key);
  if (row->source == NULL)
    add_note (unit, "Added by the translation");
  else if (row->target == NULL)
    add_note (unit, "Left out by the translation");
  segment = bul_pair_rows_add (unit, "segment", NULL);
  if (row->target != NULL)
    {
      bul_pair_rows_set (segment, "state", states[row->link->state].state);
      bul_pair_rows_set (segment, "subState", states[row->link->state].detail);
    }
  bul_pair_rows_add (segment, "source", row->source == NULL ? "" : row->source);
  if (row->target != NULL)
    bul_pair_rows_add (segment, "target", row->target);
}

static GBytes *
write_xliff2 (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) rows = bul_pair_rows_new (story, error);
  xmlDoc *document;
  xmlNode *xliff;
  xmlNode *file;

  if (rows == NULL)
    return NULL;
  document = xmlNewDoc ((const xmlChar *) "1.0");
  xliff = xmlNewDocNode (document, NULL, (const xmlChar *) "xliff", NULL);
  xmlDocSetRootElement (document, xliff);
  xmlNewNs (xliff, (const xmlChar *) "urn:oasis:names:tc:xliff:document:2.0", NULL);
  bul_pair_rows_set (xliff, "version", "2.1");
  bul_pair_rows_set (xliff, "srcLang", bul_language_words[rows->source]);
  bul_pair_rows_set (xliff, "trgLang", bul_language_words[rows->target]);
  file = bul_pair_rows_add (xliff, "file", NULL);
  bul_pair_rows_set (file, "id", "story");
  bul_pair_rows_set (file, "original", story->uid);
  if (rows->revision != NULL)
    bul_pair_rows_set (add_note (file, rows->revision), "category", "x-revision");
  for (guint i = 0; i < rows->rows->len; i++)
    add_unit (file, rows->rows->pdata[i]);
  return bul_pair_rows_dump (document);
}

const BulExporter bul_export_xliff2
    = { "xliff2", N_ ("XLIFF 2.1, for translators"), "xlf", write_xliff2 };
