/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-segment.h"

G_BEGIN_DECLS

/* A file of TMX 1.4 that is being made. */
typedef struct _BulTmxWriter BulTmxWriter;

/**
 * BulTmxUnit:
 * @id: unlike that of every other unit
 * @by, @at: (nullable): who changed it last, and when
 * @story, @revision, @state, @confidence: (nullable): of the pair of a story, so that a file that
 * comes back is known
 * @origin: (nullable): of an entry of a memory: where it is from
 * @source, @target: its words
 *
 * What both languages say. All is borrowed, and text that XML can hold.
 */
typedef struct
{
  const char *id;
  const char *by;
  const char *at;
  const char *story;
  const char *revision;
  const char *state;
  const char *confidence;
  const char *origin;
  const char *source;
  const char *target;
} BulTmxUnit;

/* @source: the language that was translated from. */
BulTmxWriter *bul_tmx_writer_new (BulLanguage source);

void bul_tmx_writer_add (BulTmxWriter *self, const BulTmxUnit *unit);

/* Returns: (transfer full): the whole file; the writer is gone. */
GBytes *bul_tmx_writer_finish (BulTmxWriter *self);

G_END_DECLS
