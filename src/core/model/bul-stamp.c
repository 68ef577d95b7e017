/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-stamp.h"

#include "bul-enum.h"

const char *const bul_stamp_kind_words[]
    = { NULL, "entered", "modified", "published", "aired", BUL_ENUM_END };

static const BulField fields[] = {
  { BUL_FIELD (BulStamp, kind, "kind", BUL_FIELD_WORD), .words = bul_stamp_kind_words },
  { BUL_FIELD (BulStamp, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulStamp, zone, "zone", BUL_FIELD_STRING) },
  { BUL_FIELD (BulStamp, block, "block", BUL_FIELD_REF) },
  { BUL_FIELD (BulStamp, printed, "printed", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_stamp_type = { "stamp", sizeof (BulStamp), fields, G_N_ELEMENTS (fields) };
