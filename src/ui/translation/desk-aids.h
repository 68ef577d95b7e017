/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-parity.h"
#include "desk-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskAids:
 *
 * What helps with one pair of sentences: what the translation memory has for it, what the desk
 * calls the things in it, and which facts both sides say. It follows the pair once the hands rest.
 *
 * Signals: `wanted` (), when the memory is to be asked for desk_aids_get_words().
 */
#define DESK_TYPE_AIDS (desk_aids_get_type ())
G_DECLARE_FINAL_TYPE (DeskAids, desk_aids, DESK, AIDS, GtkBox)

/* @document and @key may be %NULL: no pair. @source: the language that is translated */
void
desk_aids_set_pair (DeskAids *self, DeskDocument *document, const char *key, BulLanguage source);

/* The same pair may be another one by now. */
void desk_aids_refresh (DeskAids *self);

/* The memory has other entries than it had: it is to be asked anew. */
void desk_aids_ask_again (DeskAids *self);

/* Returns: (nullable): what is translated. Borrowed. */
const char *desk_aids_get_words (DeskAids *self);
BulLanguage desk_aids_get_source (DeskAids *self);

/* What the memory has for @words (element-type BulFlowMatch), the best first; of no account where
 * something else is wanted by now. */
void desk_aids_take_matches (DeskAids *self, const char *words, GPtrArray *matches);

/* The row of that number, from 1; %NULL where there is none. Borrowed. */
const char *desk_aids_get_match (DeskAids *self, guint number);
const char *desk_aids_get_term (DeskAids *self, guint number);
/* The match that is chosen: the first, until another one is. */
void desk_aids_choose (DeskAids *self, guint number);
guint desk_aids_get_chosen (DeskAids *self);
const BulFlowFact *desk_aids_get_fact (DeskAids *self, guint number);

G_END_DECLS
