/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tmx-writer.h"

#include "bul-pair-rows.h"

struct _BulTmxWriter
{
  xmlDoc *document;
  xmlNode *body;
  BulLanguage source;
};

static void
add_header (xmlNode *tmx, BulLanguage source)
{
  xmlNode *header = bul_pair_rows_add (tmx, "header", NULL);

  bul_pair_rows_set (header, "creationtool", "bulletin-desk");
  bul_pair_rows_set (header, "creationtoolversion", "1");
  bul_pair_rows_set (header, "segtype", "sentence");
  bul_pair_rows_set (header, "o-tmf", "bulletin-desk");
  bul_pair_rows_set (header, "adminlang", "en");
  bul_pair_rows_set (header, "srclang", bul_language_words[source]);
  bul_pair_rows_set (header, "datatype", "plaintext");
}

BulTmxWriter *
bul_tmx_writer_new (BulLanguage source)
{
  BulTmxWriter *self = g_new0 (BulTmxWriter, 1);
  xmlNode *tmx;

  self->source = source;
  self->document = xmlNewDoc ((const xmlChar *) "1.0");
  tmx = xmlNewDocNode (self->document, NULL, (const xmlChar *) "tmx", NULL);
  xmlDocSetRootElement (self->document, tmx);
  bul_pair_rows_set (tmx, "version", "1.4");
  add_header (tmx, source);
  self->body = bul_pair_rows_add (tmx, "body", NULL);
  return self;
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
set_change (xmlNode *tu, const BulTmxUnit *unit)
{
  g_autoptr (GDateTime) at
      = unit->at == NULL ? NULL : g_date_time_new_from_iso8601 (unit->at, NULL);
  g_autoptr (GDateTime) utc = at == NULL ? NULL : g_date_time_to_utc (at);
  g_autofree char *date = utc == NULL ? NULL : g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  if (date != NULL)
    bul_pair_rows_set (tu, "changedate", date);
  if (unit->by != NULL)
    bul_pair_rows_set (tu, "changeid", unit->by);
}

void
bul_tmx_writer_add (BulTmxWriter *self, const BulTmxUnit *unit)
{
  xmlNode *tu = bul_pair_rows_add (self->body, "tu", NULL);

  bul_pair_rows_set (tu, "tuid", unit->id);
  set_change (tu, unit);
  add_prop (tu, "x-story", unit->story);
  add_prop (tu, "x-revision", unit->revision);
  add_prop (tu, "x-state", unit->state);
  add_prop (tu, "x-confidence", unit->confidence);
  add_prop (tu, "x-origin", unit->origin);
  add_tuv (tu, self->source, unit->source);
  add_tuv (tu, self->source == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN,
           unit->target);
}

GBytes *
bul_tmx_writer_finish (BulTmxWriter *self)
{
  GBytes *bytes = bul_pair_rows_dump (self->document);

  g_free (self);
  return bytes;
}
