/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-foreign.h"

static const BulField fields[] = {
  { BUL_FIELD (BulForeign, text, "text", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_foreign_type
    = { "foreign", sizeof (BulForeign), fields, G_N_ELEMENTS (fields) };
