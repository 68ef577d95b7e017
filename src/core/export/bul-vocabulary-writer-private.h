/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-vocabulary-writer.h"

G_BEGIN_DECLS

GBytes *bul_vocabulary_write_json (const BulVocabulary *vocabulary);
GBytes *bul_vocabulary_write_skos (const BulVocabulary *vocabulary);
GBytes *bul_vocabulary_write_table (const BulVocabulary *vocabulary);
GBytes *bul_vocabulary_write_turtle (const BulVocabulary *vocabulary);

G_END_DECLS
