/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-found-list.h"

G_BEGIN_DECLS

/**
 * DeskAsker:
 *
 * Asks one question after the other, each in stages that are shown as they come: the first that are
 * found, then how many there are, which they are and what they are sorted by. The next question
 * cancels the one before; what was found for that stays until there is something else to show.
 *
 * Signals: `found` (), when the list has the first; `counted` (), when the rest is known; `failed`
 * (error, a GError).
 */
#define DESK_TYPE_ASKER (desk_asker_get_type ())
G_DECLARE_FINAL_TYPE (DeskAsker, desk_asker, DESK, ASKER, GObject)

/* Fills @list. */
DeskAsker *desk_asker_new (DeskFoundList *list);

/* @finder: (nullable) */
void desk_asker_set_finder (DeskAsker *self, DeskFinder *finder);
DeskFinder *desk_asker_get_finder (DeskAsker *self);

/* Asks, though it be the same as before. */
void desk_asker_ask (DeskAsker *self, const DeskQuestion *question);

/* Counts once more what stories are sorted by, for some were saved. What is in the list stays. */
void desk_asker_count_again (DeskAsker *self);

/* The one that was asked last, answered or not; %NULL before the first. */
const DeskQuestion *desk_asker_get_question (DeskAsker *self);

/* Whether what the list shows was found for another question. */
gboolean desk_asker_is_waiting (DeskAsker *self);

/* Whether it is known how many there are. */
gboolean desk_asker_is_counted (DeskAsker *self);
guint desk_asker_get_n (DeskAsker *self);

/* (element-type BulSearchFacet): of the last question that was counted. */
GPtrArray *desk_asker_get_facets (DeskAsker *self);

/* Whether every story of the library could be found. */
gboolean desk_asker_is_ready (DeskAsker *self);

/* Whether some were found by what they said before they were last saved. */
gboolean desk_asker_is_behind (DeskAsker *self);

/* Cancelled with the question. */
GCancellable *desk_asker_get_cancellable (DeskAsker *self);

G_END_DECLS
