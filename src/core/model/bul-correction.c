/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-correction.h"

#include "bul-enum.h"
#include "bul-span.h"

const char *const bul_class_words[]
    = { NULL,    "figure", "name",        "title",   "date",  "place",
        "quote", "fact",   "translation", "wording", "other", BUL_ENUM_END };
const char *const bul_weight_words[] = { NULL, "meaning", "slip", BUL_ENUM_END };
const char *const bul_correction_state_words[]
    = { NULL, "draft", "approved", "published", "withdrawn", BUL_ENUM_END };
const char *const bul_reads_words[] = { NULL, "was", "now", "changed", "gone", BUL_ENUM_END };
const char *const bul_found_by_words[]
    = { NULL, "newsroom", "viewer", "party", "court", BUL_ENUM_END };
const char *const bul_target_place_words[]
    = { NULL,          "broadcast", "replay", "web",       "transcript",
        "translation", "caption",   "portal", BUL_ENUM_END };
const char *const bul_target_state_words[] = { NULL, "open", "fixed", "not-needed", BUL_ENUM_END };

static const BulField target_fields[] = {
  { BUL_FIELD (BulTarget, place, "place", BUL_FIELD_WORD), .words = bul_target_place_words },
  { BUL_FIELD (BulTarget, state, "state", BUL_FIELD_WORD), .words = bul_target_state_words },
  { BUL_FIELD (BulTarget, at, "at", BUL_FIELD_STRING) },
};

const BulRecordType bul_target_type
    = { "target", sizeof (BulTarget), target_fields, G_N_ELEMENTS (target_fields) };

static const BulField fields[] = {
  { BUL_FIELD (BulCorrection, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulCorrection, error_class, "class", BUL_FIELD_WORD), .words = bul_class_words },
  { BUL_FIELD (BulCorrection, weight, "weight", BUL_FIELD_WORD), .words = bul_weight_words },
  { BUL_FIELD (BulCorrection, state, "state", BUL_FIELD_WORD),
    .words = bul_correction_state_words },
  { BUL_FIELD (BulCorrection, reads, "reads", BUL_FIELD_WORD), .words = bul_reads_words },
  { BUL_FIELD (BulCorrection, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulCorrection, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulCorrection, found_by, "found-by", BUL_FIELD_WORD), .words = bul_found_by_words },
  { BUL_FIELD (BulCorrection, approved_by, "approved-by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulCorrection, approved_at, "approved-at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulCorrection, published_at, "published-at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulCorrection, of, "of", BUL_FIELD_REF) },
  { BUL_FIELD (BulCorrection, spans, "spans", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_span_type },
  { BUL_FIELD (BulCorrection, was, "was", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulCorrection, now, "now", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulCorrection, reason, "reason", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulCorrection, targets, "targets", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_target_type },
};

const BulRecordType bul_correction_type
    = { "correction", sizeof (BulCorrection), fields, G_N_ELEMENTS (fields) };

gboolean
bul_correction_is_open (const BulCorrection *self)
{
  return self->state == BUL_CORRECTION_DRAFT || self->state == BUL_CORRECTION_APPROVED;
}

BulReads
bul_correction_make_reads (const BulCorrection *self)
{
  const BulSpan *span = self->spans->len == 0 ? NULL : self->spans->pdata[0];

  if (span == NULL || span->orphan)
    return BUL_READS_GONE;
  if (self->spans->len == 1 && g_strcmp0 (span->quote, self->now) == 0)
    return BUL_READS_NOW;
  if (self->spans->len == 1 && g_strcmp0 (span->quote, self->was) == 0)
    return BUL_READS_WAS;
  return BUL_READS_CHANGED;
}
