/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-exporter.h"
#include "bul-pair-rows.h"

/* What the format calls each state of a link. */
static const char *const states[] = {
  [BUL_LINK_AUTOMATIC] = "translated",
  [BUL_LINK_CONFIRMED] = "final",
  [BUL_LINK_STALE] = "needs-review-translation",
  [BUL_LINK_REJECTED] = "needs-translation",
};

/* The format cannot say that a translation added something, but a note can. */
static void
add_header (xmlNode *file, const BulPairRows *rows)
{
  xmlNode *header = NULL;

  for (guint i = 0; i < rows->rows->len; i++)
    {
      const BulPairRow *row = rows->rows->pdata[i];
      g_autofree char *note
          = row->source != NULL ? NULL : g_strdup_printf ("Added: %s", row->target);

      if (note == NULL)
        continue;
      if (header == NULL)
        header = bul_pair_rows_add (file, "header", NULL);
      bul_pair_rows_add (header, "note", note);
    }
}

static void
add_unit (xmlNode *body, const BulPairRow *row)
{
  xmlNode *unit = bul_pair_rows_add (body, "trans-unit", NULL);
  xmlNode *target;

  bul_pair_rows_set (unit, "id", row->link->key);
  bul_pair_rows_set (unit, "resname", row->link->key);
  if (row->link->state == BUL_LINK_CONFIRMED)
    bul_pair_rows_set (unit, "approved", "yes");
  bul_pair_rows_add (unit, "source", row->source);
  if (row->target == NULL)
    return;
  target = bul_pair_rows_add (unit, "target", row->target);
  bul_pair_rows_set (target, "state", states[row->link->state]);
}

static GBytes *
write_xliff12 (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) rows = bul_pair_rows_new (story, error);
  xmlDoc *document;
  xmlNode *xliff;
  xmlNode *file;
  xmlNode *body;

  if (rows == NULL)
    return NULL;
  document = xmlNewDoc ((const xmlChar *) "1.0");
  xliff = xmlNewDocNode (document, NULL, (const xmlChar *) "xliff", NULL);
  xmlDocSetRootElement (document, xliff);
  xmlNewNs (xliff, (const xmlChar *) "urn:oasis:names:tc:xliff:document:1.2", NULL);
  bul_pair_rows_set (xliff, "version", "1.2");
  file = bul_pair_rows_add (xliff, "file", NULL);
  bul_pair_rows_set (file, "original", story->uid);
  bul_pair_rows_set (file, "source-language", bul_language_words[rows->source]);
  bul_pair_rows_set (file, "target-language", bul_language_words[rows->target]);
  bul_pair_rows_set (file, "datatype", "plaintext");
  if (rows->revision != NULL)
    bul_pair_rows_set (file, "build-num", rows->revision);
  add_header (file, rows);
  body = bul_pair_rows_add (file, "body", NULL);
  for (guint i = 0; i < rows->rows->len; i++)
    if (((BulPairRow *) rows->rows->pdata[i])->source != NULL)
      add_unit (body, rows->rows->pdata[i]);
  return bul_pair_rows_dump (document);
}

const BulExporter bul_export_xliff12
    = { "xliff12", N_ ("XLIFF 1.2, for translators"), "xlf", write_xliff12 };
