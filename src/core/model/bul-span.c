/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-span.h"

static const BulField fields[] = {
  { BUL_FIELD (BulSpan, on, "on", BUL_FIELD_REF) },
  { BUL_FIELD (BulSpan, start, "start", BUL_FIELD_OFFSET) },
  { BUL_FIELD (BulSpan, end, "end", BUL_FIELD_OFFSET) },
  { BUL_FIELD (BulSpan, orphan, "orphan", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulSpan, quote, "quote", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_span_type = { "span", sizeof (BulSpan), fields, G_N_ELEMENTS (fields) };

BulSpan *
bul_span_new (const char *on, guint start, guint end, const char *quote)
{
  BulSpan *span = bul_record_new (&bul_span_type);

  span->on = g_strdup (on);
  span->start = start;
  span->end = end;
  g_free (span->quote);
  span->quote = g_strdup (quote);
  return span;
}
