/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-tag.h"
#include "bul-vocabulary.h"
#include "cli-command.h"

G_BEGIN_DECLS

/* What the command tells of tags, for people or as JSON. */

/* Both names of a concept, as a terminal has them. Returns: (transfer full) */
char *cli_tagged_dup_names (const BulVocabulary *vocabulary, const char *code);

/* Words of one story were tagged, or are no more. */
void cli_tagged_print_saved (const CliOptions *options,
                             const BulStory *story,
                             BulTagDeed deed,
                             const char *code);

/* What was done to many. @deed: one of bul_tag_deed_words, “undo” or “redo”. */
void cli_tagged_print_result (const CliOptions *options,
                              const BulFlowTagResult *result,
                              const char *deed,
                              const char *code);

void cli_tagged_print_receipt (const CliOptions *options, const BulStoreReceipt *receipt);

/* The tags of a story, with the words that they are on. */
void cli_tagged_print_story (const CliOptions *options,
                             const BulStory *story,
                             const BulVocabulary *vocabulary);

/* @shares: (element-type BulFlowTagShare), of @n stories. */
void cli_tagged_print_shares (const CliOptions *options,
                              const GPtrArray *shares,
                              guint n,
                              const BulVocabulary *vocabulary);

/* All tags that are used, and by how many stories. */
gboolean cli_tagged_print_usage (const CliOptions *options,
                                 BulStore *store,
                                 const BulVocabulary *vocabulary,
                                 GError **error);

G_END_DECLS
