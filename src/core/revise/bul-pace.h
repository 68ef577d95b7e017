/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-spoken.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* How fast somebody reads: syllables of Korean and words of English in a minute. */
typedef struct
{
  guint ko;
  guint en;
} BulPace;

#define BUL_PACE_KO 360
#define BUL_PACE_EN 160
#define BUL_PACE_LEAST 40
#define BUL_PACE_MOST 900

/* The units a minute of @self in @language. */
guint bul_pace_get (BulPace self, BulSpoken language);

/**
 * BulPaces:
 *
 * Who reads how fast. A presenter who is named in a story reads at the presenter's own pace; what
 * the anchor reads has the pace of the presenter of the programme; all else, and soundbites, has
 * the usual one.
 */
typedef struct _BulPaces BulPaces;

/* @usual: 0 for what is not given. */
BulPaces *bul_paces_new (BulPace usual);
void bul_paces_free (BulPaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulPaces, bul_paces_free)

/* The last one of a name counts. */
void bul_paces_add_presenter (BulPaces *self, const char *name, BulPace pace);
void bul_paces_set_programme (BulPaces *self, const char *programme, const char *presenter);

BulPace bul_paces_get_usual (const BulPaces *self);

/* Returns: (nullable): the presenter of the story's programme, who has a pace. Borrowed. */
const char *bul_paces_get_presenter (const BulPaces *self, const BulStory *story);

/* The presenter's own pace, or the usual one where @presenter has none. */
BulPace bul_paces_get_pace (const BulPaces *self, const char *presenter);

/* The pace at which @block is read. */
BulPace bul_paces_find (const BulPaces *self, const BulStory *story, const BulBlock *block);

G_END_DECLS
