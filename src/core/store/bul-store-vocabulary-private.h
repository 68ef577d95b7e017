/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-vocabulary.h"

G_BEGIN_DECLS

/* bul_store_load_vocabulary() inside of whatever transaction there is. */
BulVocabulary *bul_store_vocabulary_read (BulDb *db, GError **error);

/* bul_store_load_tag_names() inside of whatever transaction there is. */
BulVocabulary *bul_store_tag_names_read (BulDb *db, GError **error);

typedef BulVocabulary *(*BulVocabularyRead) (BulDb *db, GError **error);

/* Calls @read in a transaction of its own. */
BulVocabulary *bul_store_vocabulary_load (BulDb *db, BulVocabularyRead read, GError **error);

/* bul_store_save_concepts() inside of a transaction, for one. */
gboolean bul_store_vocabulary_write (BulDb *db, const BulConcept *concept, GError **error);

G_END_DECLS
