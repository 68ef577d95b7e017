/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-annotation.h"

#include "bul-enum.h"
#include "bul-span.h"

const char *const bul_annotation_kind_words[]
    = { NULL,     "note", "query", "fact",        "name",
        "figure", "term", "legal", "translation", BUL_ENUM_END };
const char *const bul_annotation_state_words[] = { NULL, "open", "resolved", BUL_ENUM_END };

static const BulField reply_fields[] = {
  { BUL_FIELD (BulReply, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulReply, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulReply, text, "text", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_reply_type
    = { "reply", sizeof (BulReply), reply_fields, G_N_ELEMENTS (reply_fields) };

static const BulField fields[] = {
  { BUL_FIELD (BulAnnotation, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulAnnotation, kind, "kind", BUL_FIELD_WORD), .words = bul_annotation_kind_words },
  { BUL_FIELD (BulAnnotation, state, "state", BUL_FIELD_WORD),
    .words = bul_annotation_state_words },
  { BUL_FIELD (BulAnnotation, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulAnnotation, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulAnnotation, spans, "spans", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_span_type },
  { BUL_FIELD (BulAnnotation, note, "note", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulAnnotation, replies, "replies", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_reply_type },
};

const BulRecordType bul_annotation_type
    = { "annotation", sizeof (BulAnnotation), fields, G_N_ELEMENTS (fields) };
