/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "bul-pairs.h"

G_BEGIN_DECLS

/* What formats for translators have of one pair. */
typedef struct
{
  const BulLink *link;
  char *source; /* the words of the original; NULL where the translation added something */
  char *target; /* those of the translation; NULL where it left something out */
} BulPairRow;

/**
 * BulPairRows:
 * @rows: (element-type BulPairRow): in the order of the texts; those that have lost all their words
 * are not among them
 * @source, @target: the languages, the original's first
 * @revision: (nullable): the number of the story's last, so that a file that comes back is compared
 * with what it was made from
 */
typedef struct
{
  GPtrArray *rows;
  BulLanguage source;
  BulLanguage target;
  char *revision;
} BulPairRows;

/* %NULL with %BUL_ERROR_REFUSED where the story has no pairs. */
BulPairRows *bul_pair_rows_new (const BulStory *story, GError **error);
void bul_pair_rows_free (BulPairRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulPairRows, bul_pair_rows_free)

/* Sets an attribute. @value: text that XML can hold */
void bul_pair_rows_set (xmlNode *node, const char *name, const char *value);

/* Returns: a child with @text, which is escaped. */
xmlNode *bul_pair_rows_add (xmlNode *parent, const char *name, const char *text);

/* Writes the document out, and frees it. */
GBytes *bul_pair_rows_dump (xmlDoc *document);

G_END_DECLS
