/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-dismissal.h"

static const BulField fields[] = {
  { BUL_FIELD (BulDismissal, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulDismissal, on, "on", BUL_FIELD_REF) },
  { BUL_FIELD (BulDismissal, code, "code", BUL_FIELD_STRING) },
  { BUL_FIELD (BulDismissal, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulDismissal, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulDismissal, quote, "quote", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_dismissal_type
    = { "dismissal", sizeof (BulDismissal), fields, G_N_ELEMENTS (fields) };
