/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulSpan:
 * @on: key of the block; %NULL where the block is gone
 * @start: first code point
 * @end: code point after the last
 * @orphan: whether the words are gone; @start and @end then say where they were
 * @quote: the words, or the last words where the span is an orphan
 *
 * Words of a script that something is said about. The quote tells whether the span still stands
 * where its words are, and lets them be found again.
 */
typedef struct
{
  BulRecord record;

  char *on;
  guint start;
  guint end;
  gboolean orphan;
  char *quote;
} BulSpan;

extern const BulRecordType bul_span_type;

BulSpan *bul_span_new (const char *on, guint start, guint end, const char *quote);

G_END_DECLS
