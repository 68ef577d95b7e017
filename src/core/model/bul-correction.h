/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/* What sort of error; in the window the digits 1 to 9 and 0 choose them in this order. */
typedef enum
{
  BUL_CLASS_FIGURE = 1,
  BUL_CLASS_NAME,
  BUL_CLASS_TITLE,
  BUL_CLASS_DATE,
  BUL_CLASS_PLACE,
  BUL_CLASS_QUOTE,
  BUL_CLASS_FACT,
  BUL_CLASS_TRANSLATION,
  BUL_CLASS_WORDING,
  BUL_CLASS_OTHER,
} BulClass;

typedef enum
{
  BUL_WEIGHT_MEANING = 1,
  BUL_WEIGHT_SLIP,
} BulWeight;

typedef enum
{
  BUL_CORRECTION_DRAFT = 1,
  BUL_CORRECTION_APPROVED,
  BUL_CORRECTION_PUBLISHED,
  BUL_CORRECTION_WITHDRAWN,
} BulCorrectionState;

/* What the passage reads today: someone may have edited it again, or it may be gone. */
typedef enum
{
  BUL_READS_WAS = 1,
  BUL_READS_NOW,
  BUL_READS_CHANGED,
  BUL_READS_GONE,
} BulReads;

extern const char *const bul_class_words[];
extern const char *const bul_weight_words[];
extern const char *const bul_correction_state_words[];
extern const char *const bul_reads_words[];
extern const char *const bul_found_by_words[];
extern const char *const bul_target_place_words[];
extern const char *const bul_target_state_words[];

typedef enum
{
  BUL_FOUND_NEWSROOM = 1,
  BUL_FOUND_VIEWER,
  BUL_FOUND_PARTY,
  BUL_FOUND_COURT,
} BulFoundBy;

/* A place that carried the error. */
typedef struct
{
  BulRecord record;

  guint place; /* index into bul_target_place_words */
  guint state; /* index into bul_target_state_words */
  char *at;
} BulTarget;

extern const BulRecordType bul_target_type;

/**
 * BulCorrection:
 * @key: local key, `c1` …
 * @by: who raised it; @at, when (ISO 8601 with offset)
 * @of: (nullable): key of the correction of which this is the same error elsewhere
 * @was: the words that were wrong; @now: the words that are right, as recorded
 * @spans: (element-type BulSpan): the passage; one, or none where it was never found
 *
 * The record of an error in one passage of one script. It is never erased.
 */
typedef struct
{
  BulRecord record;

  char *key;
  BulClass error_class;
  BulWeight weight;
  BulCorrectionState state;
  BulReads reads;
  char *by;
  char *at;
  BulFoundBy found_by;
  char *approved_by;
  char *approved_at;
  char *published_at;
  char *of;
  GPtrArray *spans;
  char *was;
  char *now;
  char *reason;
  GPtrArray *targets;
} BulCorrection;

extern const BulRecordType bul_correction_type;

/* Whether it waits for somebody still: a draft, or approved and not published. */
gboolean bul_correction_is_open (const BulCorrection *self);

/* What the passage reads today, from its span and the two readings. */
BulReads bul_correction_make_reads (const BulCorrection *self);

G_END_DECLS
