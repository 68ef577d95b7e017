/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-lexicon.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * Learns from entries of the memory that are new, and forgets those that stand no more: about @most
 * of them, so that others may save in between. What is learned is the same in whatever order and
 * portions, see bul-word-model.h. Each save of a story does so for some.
 *
 * @left: (out) (optional): whether there is more. FALSE: what is not learned yet is another time.
 */
gboolean bul_flow_learn (BulStore *store, guint most, gboolean *left, GError **error);

/* Learns all there is, letting others write in between; what could not be is another time. */
gboolean bul_flow_learn_all (BulStore *store, GError **error);

/* Returns: (transfer full): what was learned, as a lexicon; or %NULL. */
BulLexicon *bul_flow_learn_read (BulStore *store, GError **error);

G_END_DECLS
