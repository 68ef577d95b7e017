/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tag.h"

#include "bul-span.h"

static const BulField fields[] = {
  { BUL_FIELD (BulTag, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulTag, code, "code", BUL_FIELD_STRING) },
  { BUL_FIELD (BulTag, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulTag, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulTag, spans, "spans", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_span_type },
};

const BulRecordType bul_tag_type = { "tag", sizeof (BulTag), fields, G_N_ELEMENTS (fields) };
