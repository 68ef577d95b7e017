/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-segment.h"

#include "bul-enum.h"

const char *const bul_language_words[] = { NULL, "ko", "en", BUL_ENUM_END };

static const BulField fields[] = {
  { BUL_FIELD (BulSegment, language, "language", BUL_FIELD_WORD), .words = bul_language_words,
    .xml_name = "xml:lang" },
  { BUL_FIELD (BulSegment, span.on, "on", BUL_FIELD_REF) },
  { BUL_FIELD (BulSegment, span.start, "start", BUL_FIELD_OFFSET) },
  { BUL_FIELD (BulSegment, span.end, "end", BUL_FIELD_OFFSET) },
  { BUL_FIELD (BulSegment, span.orphan, "orphan", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulSegment, span.quote, "quote", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_segment_type
    = { "segment", sizeof (BulSegment), fields, G_N_ELEMENTS (fields) };

BulLanguage
bul_language_of (const char *tag)
{
  for (guint i = BUL_LANGUAGE_KOREAN; tag != NULL && i <= BUL_LANGUAGE_ENGLISH; i++)
    if (g_ascii_strncasecmp (tag, bul_language_words[i], 2) == 0 && !g_ascii_isalnum (tag[2]))
      return i;
  return 0;
}

BulSegment *
bul_segment_new (BulLanguage language, const char *on, guint start, guint end, const char *quote)
{
  BulSegment *segment = bul_record_new (&bul_segment_type);

  segment->language = language;
  segment->span.on = g_strdup (on);
  segment->span.start = start;
  segment->span.end = end;
  g_free (segment->span.quote);
  segment->span.quote = g_strdup (quote);
  return segment;
}
