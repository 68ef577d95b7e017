/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-span.h"

G_BEGIN_DECLS

/* The two languages of a pair. */
typedef enum
{
  BUL_LANGUAGE_KOREAN = 1,
  BUL_LANGUAGE_ENGLISH,
} BulLanguage;

/* `ko` and `en`. */
extern const char *const bul_language_words[];

/* The language of a script, from its tag: `ko-KR` is Korean, `EN_us` English; 0 for any other and
 * for %NULL. */
BulLanguage bul_language_of (const char *tag);

/**
 * BulSegment:
 * @span: where it stands; first, so that a segment is a span to whatever moves spans
 * @language: the side of the pair, which is known even when its block is gone
 *
 * A sentence of a script that is paired with sentences of the other language.
 */
typedef struct
{
  BulSpan span;

  BulLanguage language;
} BulSegment;

extern const BulRecordType bul_segment_type;

BulSegment *
bul_segment_new (BulLanguage language, const char *on, guint start, guint end, const char *quote);

G_END_DECLS
