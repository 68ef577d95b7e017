/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-enum.h"
#include "bul-exporter.h"
#include "bul-pair-rows.h"
#include "bul-tmx-writer.h"

static void
add_row (BulTmxWriter *writer,
         const BulStory *story,
         const BulPairRows *rows,
         const BulPairRow *row)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", story->uid, row->link->key);
  const BulTmxUnit unit = {
    .id = id,
    .by = row->link->by,
    .at = row->link->at,
    .story = story->uid,
    .revision = rows->revision,
    .state = bul_enum_to_word (bul_link_state_words, row->link->state),
    .confidence = row->link->confidence,
    .source = row->source,
    .target = row->target,
  };

  bul_tmx_writer_add (writer, &unit);
}

/* The format has no place for what only one language says. */
static GBytes *
write_tmx (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) rows = bul_pair_rows_new (story, error);
  BulTmxWriter *writer;

  if (rows == NULL)
    return NULL;
  writer = bul_tmx_writer_new (rows->source);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const BulPairRow *row = rows->rows->pdata[i];

      if (row->source != NULL && row->target != NULL)
        add_row (writer, story, rows, row);
    }
  return bul_tmx_writer_finish (writer);
}

const BulExporter bul_export_tmx = { "tmx", N_ ("TMX, for translators"), "tmx", write_tmx };
