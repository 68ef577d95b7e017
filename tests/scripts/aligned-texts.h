/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-aligner.h"

G_BEGIN_DECLS

/* Sentences that answer each other, counted from 0, each set in order. */
typedef struct
{
  GArray *korean; /* of guint */
  GArray *english;
} GoldLink;

/* NAME.ko and NAME.en, one sentence a line, and NAME.gold, `[0, 1]:[0]` a line. */
typedef struct
{
  char *name;
  char **korean;
  char **english;
  guint n_korean;
  guint n_english;
  GPtrArray *links; /* of GoldLink */
} AlignedText;

/* Returns: (transfer full) (element-type AlignedText): all texts of @folder, in order; ends the
 * program where there are none. */
GPtrArray *aligned_texts_load (const char *folder);

/* What Sennrich and Volk 2011 count: a link is strictly right if it is in the gold, and laxly if it
 * shares a pair of sentences with a gold link. Links of one side only count for precision alone. */
typedef struct
{
  guint strict;
  guint lax;
  guint n_found;
  guint strict_recalled;
  guint lax_recalled;
  guint n_gold;
} AlignedScore;

/* @links: (element-type BulAlignedLink) */
void aligned_score_add (AlignedScore *self, const AlignedText *text, const GPtrArray *links);

/* Per cent. */
double aligned_score_strict (const AlignedScore *self);
double aligned_score_lax (const AlignedScore *self);

/* Whether @link is in the gold of @text. */
gboolean aligned_text_has (const AlignedText *text, const GArray *korean, const GArray *english);

G_END_DECLS
