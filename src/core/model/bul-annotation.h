/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_ANNOTATION_NOTE = 1,
  BUL_ANNOTATION_QUERY,
  BUL_ANNOTATION_FACT,
  BUL_ANNOTATION_NAME,
  BUL_ANNOTATION_FIGURE,
  BUL_ANNOTATION_TERM,
  BUL_ANNOTATION_LEGAL,
  BUL_ANNOTATION_TRANSLATION,
} BulAnnotationKind;

typedef enum
{
  BUL_ANNOTATION_OPEN = 1,
  BUL_ANNOTATION_RESOLVED,
} BulAnnotationState;

extern const char *const bul_annotation_kind_words[];
extern const char *const bul_annotation_state_words[];

/* An answer to a note. */
typedef struct
{
  BulRecord record;

  char *by;
  char *at;
  char *text;
} BulReply;

extern const BulRecordType bul_reply_type;

/**
 * BulAnnotation:
 * @key: local key, `a1` …
 * @at: ISO 8601 with offset
 * @spans: (element-type BulSpan): the words; none where it is about the whole story
 *
 * Something said about words or about a story.
 */
typedef struct
{
  BulRecord record;

  char *key;
  BulAnnotationKind kind;
  BulAnnotationState state;
  char *by;
  char *at;
  GPtrArray *spans;
  char *note;
  GPtrArray *replies;
} BulAnnotation;

extern const BulRecordType bul_annotation_type;

G_END_DECLS
