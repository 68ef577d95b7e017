/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-history.h"
#include "bul-notice.h"

G_BEGIN_DECLS

/* What is said of an error beside its words; @reason is borrowed. */
typedef struct
{
  BulClass error_class;
  BulWeight weight;
  BulFoundBy found_by;
  const char *reason;
} BulAmendment;

/* Whether @correction may be said otherwise: what is published or withdrawn stays as it is. */
gboolean bul_amender_can_amend (const BulCorrection *correction);

/*
 * Says otherwise what sort of error it was and why, as one step. Its notice is written anew but for
 * what hands wrote. What was approved is a draft again, for nobody approved of this.
 */
gboolean bul_amender_amend (BulHistory *history,
                            const char *correction,
                            const BulAmendment *amendment,
                            GError **error);

/* Returns: (nullable): the notice that tells @correction, a key. */
const BulNotice *bul_amender_find_notice (const BulStory *story, const char *correction);

/* Whether the words of @notice may be changed: it is live, and not public. */
gboolean bul_amender_can_word (const BulStory *story, const BulNotice *notice);

/*
 * Gives one text of @notice (a key) the words of a person, which nothing writes anew from then on;
 * %NULL gives it back: it is written from its corrections again. One step; nothing is done where it
 * is so already.
 */
gboolean bul_amender_word (BulHistory *history,
                           const char *notice,
                           const char *language,
                           BulNoticeUse use,
                           const char *words,
                           GError **error);

G_END_DECLS
