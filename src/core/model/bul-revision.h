/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulRevision:
 * @number: 1, 2, 3 …; what a save compares
 * @uuid: the revision's identity, so that a save tried twice is stored once
 * @hash: SHA-256, chained to the revision before: see bul-story-xml.h
 * @at: ISO 8601 with offset
 * @aired: whether this is the text that went on air
 * @aired_at: (nullable): when it did, ISO 8601 with offset
 * @edits: (element-type BulEdit): what was changed since the revision before
 *
 * A saved point of a story.
 */
typedef struct
{
  BulRecord record;

  guint number;
  char *uuid;
  char *hash;
  char *by;
  char *at;
  gboolean aired;
  char *aired_at;
  char *summary;
  GPtrArray *edits;
} BulRevision;

extern const BulRecordType bul_revision_type;

G_END_DECLS
