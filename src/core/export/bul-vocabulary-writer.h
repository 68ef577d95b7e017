/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-vocabulary.h"

G_BEGIN_DECLS

/* A format of vocabularies: a constant. To add one, a row in bul-vocabulary-writer.c. */
typedef struct
{
  const char *id;
  const char *suffix;
  GBytes *(*write) (const BulVocabulary *vocabulary);
} BulVocabularyWriter;

/* `skos`, `turtle`, `json` or `csv`; %NULL for another. */
const BulVocabularyWriter *bul_vocabulary_writer_find (const char *id);

G_END_DECLS
