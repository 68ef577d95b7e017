/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-revision.h"

#include "bul-edit.h"

static const BulField fields[] = {
  { BUL_FIELD (BulRevision, number, "number", BUL_FIELD_NUMBER), .xml_name = "n" },
  { BUL_FIELD (BulRevision, uuid, "uuid", BUL_FIELD_STRING) },
  { BUL_FIELD (BulRevision, hash, "hash", BUL_FIELD_STRING) },
  { BUL_FIELD (BulRevision, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulRevision, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulRevision, aired, "aired", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulRevision, aired_at, "aired-at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulRevision, summary, "summary", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulRevision, edits, "edits", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_edit_type },
};

const BulRecordType bul_revision_type
    = { "revision", sizeof (BulRevision), fields, G_N_ELEMENTS (fields) };
