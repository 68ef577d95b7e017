/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-asker.h"
#include "desk-found-list.h"

G_BEGIN_DECLS

/**
 * DeskHits:
 *
 * The stories that were found, one of them chosen; where there are none, why, and what would give
 * some.
 *
 * Signals: `chosen` (), another one or none; `opened` (DeskFound), by a person; `removed` (start,
 * end), a part of the query, see DeskNoHits; `retried` (), where looking failed.
 */
#define DESK_TYPE_HITS (desk_hits_get_type ())
G_DECLARE_FINAL_TYPE (DeskHits, desk_hits, DESK, HITS, AdwBin)

/* Returns: (transfer none): what the asker puts in. */
DeskFoundList *desk_hits_get_list (DeskHits *self);

/* Shows what was found, or that nothing was. */
void desk_hits_show (DeskHits *self, DeskAsker *asker);

/* @why: words for people */
void desk_hits_show_failed (DeskHits *self, const char *why);

/* What is shown was found for another query. */
void desk_hits_set_old (DeskHits *self, gboolean is_old);

/* Returns: (transfer none) (nullable) */
DeskFound *desk_hits_get_chosen (DeskHits *self);

/* What is chosen shall be so again where it is among the newest of what is shown next. */
void desk_hits_keep_chosen (DeskHits *self);

void desk_hits_open_chosen (DeskHits *self);

/* Chooses what stands @by rows further down, as far as there are any. */
void desk_hits_move (DeskHits *self, int by);

void desk_hits_focus (DeskHits *self);

G_END_DECLS
