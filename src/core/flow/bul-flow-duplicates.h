/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-people.h"

G_BEGIN_DECLS

/* Why two may be the same; several may hold. */
typedef enum
{
  BUL_ALIKE_TOGETHER = 1 << 1, /* a story names somebody both ways */
  BUL_ALIKE_LETTERS = 1 << 2,  /* only blanks, hyphens or capitals differ */
  BUL_ALIKE_SOUND = 1 << 3,    /* they sound alike, in one script or in both */
  BUL_ALIKE_TITLE = 1 << 4,    /* a title or an office is the same */
} BulAlike;

extern const char *const bul_alike_words[];

/* Two people who may be one. */
typedef struct
{
  const BulFlowPerson *one; /* the more heard */
  const BulFlowPerson *other;
  guint reasons; /* of BulAlike */
  double score;  /* how likely, up to 1 */
} BulFlowDuplicate;

/*
 * Nothing is merged by it, and pairs that somebody kept apart are left out. It can be cancelled.
 *
 * Returns: (transfer full) (element-type BulFlowDuplicate): the likeliest first
 */
GPtrArray *bul_flow_duplicates_find (BulStore *store,
                                     const BulFlowPeople *people,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
