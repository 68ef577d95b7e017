/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-relay.h"

G_BEGIN_DECLS

/* A sentence in English, without its full stop. */
gboolean bul_relay_read_english (BulRelay *relay, BulSlice line);

/*
 * Reads a sign-off in English, without its full stop, by its parts and not by its words: a house, a
 * name before or behind it, and a place, with nothing between them but what belongs to a sign-off:
 * “From P, X for B”, “Riding the bus in P, this is X, B”, “This is X for B, signing off from P”.
 */
gboolean bul_relay_read_english_close (BulRelay *relay, BulSlice line);

/* Reads a sentence in English, without its full stop, that passes to a reporter by saying who that
 * is and not by a verb of passing on: “Reporter X has counted them”, “Let's hear from X”. */
gboolean bul_relay_read_english_pass (BulRelay *relay, BulSlice line);

/* Whom a sentence in English passes to, or who closes. */

/* Takes “Our ”, “CNN's ” from before whoever is passed to. */
gboolean bul_relay_take_english_owner (BulSlice *line);

/* “Tokyo's X”: takes whose it is from before the name, which is the place where it is no house. */
void bul_relay_take_english_place (BulRelay *relay, BulSlice *name);

/* Sets the reporter from @name, “our Unification Ministry correspondent X”, “KBS News' X”, and the
 * house where it is said; FALSE where it is no name. */
gboolean bul_relay_set_english_reporter (BulRelay *relay, BulSlice name);

/* Whether one of the words begins with a capital too, and is no one's name. */
gboolean bul_relay_is_english_institution (BulSlice name);

G_END_DECLS
