/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-change.h"

#include "bul-enum.h"

const char *const bul_change_state_words[] = { NULL, "accepted", "rejected", BUL_ENUM_END };

static const BulField fields[] = {
  { BUL_FIELD (BulChange, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulChange, base, "base", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulChange, block, "block", BUL_FIELD_STRING) },
  { BUL_FIELD (BulChange, state, "state", BUL_FIELD_WORD), .words = bul_change_state_words },
  { BUL_FIELD (BulChange, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulChange, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulChange, was, "was", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulChange, now, "now", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
};

const BulRecordType bul_change_type
    = { "change", sizeof (BulChange), fields, G_N_ELEMENTS (fields) };
