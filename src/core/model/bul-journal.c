/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-journal.h"

static const BulField step_fields[] = {
  { BUL_FIELD (BulJournalStep, what, "what", BUL_FIELD_STRING) },
  { BUL_FIELD (BulJournalStep, edits, "edits", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_edit_type },
};

const BulRecordType bul_journal_step_type
    = { "step", sizeof (BulJournalStep), step_fields, G_N_ELEMENTS (step_fields) };

static const BulField fields[] = {
  { BUL_FIELD (BulJournal, uuid, "uuid", BUL_FIELD_STRING) },
  { BUL_FIELD (BulJournal, story, "story", BUL_FIELD_STRING) },
  { BUL_FIELD (BulJournal, base_revision, "base-revision", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulJournal, base_uuid, "base-uuid", BUL_FIELD_STRING) },
  { BUL_FIELD (BulJournal, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulJournal, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulJournal, kept, "kept", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulJournal, live, "live", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulJournal, damaged, "damaged", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulJournal, composing, "composing", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_edit_type },
  { BUL_FIELD (BulJournal, steps, "steps", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_journal_step_type },
};

const BulRecordType bul_journal_type
    = { "journal", sizeof (BulJournal), fields, G_N_ELEMENTS (fields) };
