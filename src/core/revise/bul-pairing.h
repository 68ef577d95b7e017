/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-pairs.h"

G_BEGIN_DECLS

/*
 * What a person says of pairs. Each deed is one step and may be part of a larger one, so that the
 * rest can be paired anew in the same step. What a person puts together is confirmed by that: its
 * words are those that the person saw. No sentence is in two settled pairs; automatic ones that
 * stand in the way go. A deed that is refused changes nothing.
 */

/* Says of the links @keys that both sides say the same: of a stale one, that it is still right. Of
 * a link with one side, that the other language leaves it out, or added it. */
gboolean
bul_pairing_confirm (BulHistory *history, const char *const *keys, const char *by, GError **error);

/* Says of the link @key that its sides do not answer each other. It is kept, and not proposed
 * again; one that has lost all its words goes. */
gboolean bul_pairing_unlink (BulHistory *history, const char *key, const char *by, GError **error);

/* Makes one pair of sentences that are put together by hand; of one language alone, what answers
 * none. @segments: (element-type BulSegment)
 *
 * Returns: (transfer full): its key, or %NULL */
char *
bul_pairing_link (BulHistory *history, const GPtrArray *segments, const char *by, GError **error);

/* Joins the pair @other to the pair @key, which keeps its key. */
gboolean bul_pairing_merge (
    BulHistory *history, const char *key, const char *other, const char *by, GError **error);

/* Parts a pair in two: the first keeps the key and so many sentences of either language. Neither
 * part may be empty. */
gboolean bul_pairing_split (BulHistory *history,
                            const char *key,
                            guint n_korean,
                            guint n_english,
                            const char *by,
                            GError **error);

/* Parts a pair at a caret within one of its sentences, or between two. The other side is parted
 * where as much of it lies before. */
gboolean bul_pairing_split_at (BulHistory *history,
                               const char *key,
                               const char *block,
                               guint at,
                               const char *by,
                               GError **error);

/* Moves the sentence of @language that lies nearest to the pair @to from the pair @key there; a
 * pair that has none left goes. */
gboolean bul_pairing_give (BulHistory *history,
                           const char *key,
                           const char *to,
                           BulLanguage language,
                           const char *by,
                           GError **error);

/* Says that the sentences of @language of the link @key answer none: what is left out, or added.
 * Those of the other language are free again. */
gboolean bul_pairing_leave_alone (
    BulHistory *history, const char *key, BulLanguage language, const char *by, GError **error);

G_END_DECLS
