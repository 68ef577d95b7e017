/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"
#include "bul-vocabulary.h"

G_BEGIN_DECLS

/* Whether the library has a vocabulary of its own. */
gboolean bul_store_has_vocabulary (BulStore *self, gboolean *has, GError **error);

/*
 * Returns: (transfer full): what stories of this library are tagged with: its own vocabulary, with
 * those of the starter behind it that it does not have, retired, so that their tags still have
 * names; the starter where it has none.
 */
BulVocabulary *bul_store_load_vocabulary (BulStore *self, GError **error);

/* Returns: (transfer full): what the tags of this library are called: the same vocabulary, and
 * behind it, retired, the people whom tags tell of; a person without a record by the words that
 * were tagged. */
BulVocabulary *bul_store_load_tag_names (BulStore *self, GError **error);

/* Saves concepts (element-type BulConcept), all or none: each in the place of the one with its
 * code, or at the end. */
gboolean bul_store_save_concepts (BulStore *self, const GPtrArray *concepts, GError **error);

/* Returns: (transfer full): code → how many stories have it, on the whole of them or on words, as
 * GUINT_TO_POINTER(); from the index. */
GHashTable *bul_store_count_tags (BulStore *self, GError **error);

G_END_DECLS
