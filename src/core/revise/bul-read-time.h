/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"
#include "bul-pace.h"

G_BEGIN_DECLS

/* Soundbites are counted apart: nobody in the studio can read them faster. */
typedef struct
{
  double narration;
  double bites;
} BulSeconds;

/* A stretch of blocks of one section, from its mark on where it has one. */
typedef struct
{
  BulSection section;
  guint first;
  guint n_blocks;
  BulSeconds seconds;
} BulReadPart;

/* A place in a script: a block, and code points into its text. */
typedef struct
{
  guint block;
  guint offset;
} BulReadPlace;

/**
 * BulReadTime:
 *
 * How long a script takes on air: what is heard of each block, at the pace of who reads it. Labels,
 * headlines, stamps, credits, notices and what belongs to the page take no time.
 *
 * It is kept while the script is edited; an edit costs by the words of the block that it changes.
 */
typedef struct _BulReadTime BulReadTime;

/* @script: (nullable): key, %NULL for the original. Both @story and @paces must outlive it. */
BulReadTime *bul_read_time_new (const BulStory *story, const char *script, const BulPaces *paces);
void bul_read_time_free (BulReadTime *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulReadTime, bul_read_time_free)

void bul_read_time_set_paces (BulReadTime *self, const BulPaces *paces);

/* Call after @edit was applied to the story. */
void bul_read_time_note (BulReadTime *self, const BulEdit *edit);

/* Measures some of the blocks that are not measured yet, at most so many: a long script need not be
 * measured at one go. Returns: whether all are now */
gboolean bul_read_time_measure (BulReadTime *self, guint n_blocks);

static inline double
bul_seconds_sum (BulSeconds seconds)
{
  return seconds.narration + seconds.bites;
}

/* How long the original of @story takes, soundbites and all; in seconds. */
double bul_seconds_of_story (const BulStory *story, const BulPaces *paces);

/* Returns: (transfer full): minutes and seconds, `1:05`; hours too where there are any. Whole
 * seconds; what takes any time at all takes one. */
char *bul_seconds_dup_clock (double seconds);

BulSeconds bul_read_time_get_total (BulReadTime *self);
BulSeconds bul_read_time_get_section (BulReadTime *self, BulSection section);
BulSeconds bul_read_time_get_block (BulReadTime *self, guint block);

/* The time from @start to @end; none where @end does not come after @start. */
BulSeconds bul_read_time_get_between (BulReadTime *self, BulReadPlace start, BulReadPlace end);

/* (element-type BulReadPart): in order, every block in one. Valid until the next edit. */
const GArray *bul_read_time_get_parts (BulReadTime *self);

/* The part that begins with @block, or %NULL. */
const BulReadPart *bul_read_time_find_part (BulReadTime *self, guint block);

/* Where one has come after @seconds; FALSE where nothing is heard. */
gboolean bul_read_time_find_place (BulReadTime *self, double seconds, BulReadPlace *place);

guint bul_read_time_get_n_blocks (BulReadTime *self);

/* The language in which the most time is spent. */
BulSpoken bul_read_time_get_language (BulReadTime *self);

/* How many blocks were measured so far, however often each. */
guint64 bul_read_time_count_measured (const BulReadTime *self);

G_END_DECLS
