/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-segment.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * The translation memory: every pair that is confirmed in a story is an entry as long as it is, for
 * each save of a story brings its entries up to date; others came from files.
 */

/**
 * BulMemoryEntry:
 * @number: counted up from 1 in each library; 0 until it is kept
 * @story: (nullable): uid of the story in which it was confirmed
 * @revision: the first of that story that holds the pair; 0 without a story
 * @by, @at: (nullable): who confirmed it last, and when
 * @origin: (nullable): what file it came from
 *
 * A sentence, or some, and what answers it.
 */
typedef struct
{
  gint64 number;
  char *korean;
  char *english;
  char *story;
  guint revision;
  char *by;
  char *at;
  char *origin;
} BulMemoryEntry;

BulMemoryEntry *bul_memory_entry_new (const char *korean, const char *english);
void bul_memory_entry_free (BulMemoryEntry *self);

/* Borrowed. */
const char *bul_memory_entry_get_words (const BulMemoryEntry *self, BulLanguage language);

/*
 * Entries whose words in @language are @words, and at most @n others that have the most tokens of
 * @words, seldom ones above all. A token that very many entries have is not asked for where others
 * are.
 *
 * Returns: (transfer full) (element-type BulMemoryEntry): the nearest first, or %NULL
 */
GPtrArray *bul_store_find_memory (
    BulStore *self, BulLanguage language, const char *words, guint n, GError **error);

/* Returns: (transfer full) (element-type BulMemoryEntry): at most @n, the newest first, or %NULL */
GPtrArray *bul_store_list_memory (BulStore *self, guint n, GError **error);

/* Keeps entries (element-type BulMemoryEntry) of no story; those that are there already are passed
 * over. FALSE: those before the last batch are kept. @n_new: (out): how many were new */
gboolean
bul_store_add_memory (BulStore *self, const GPtrArray *entries, guint *n_new, GError **error);

/* Entry @number is found no more, whatever is confirmed. %BUL_ERROR_NOT_FOUND where there is none.
 */
gboolean bul_store_forget_memory (BulStore *self, gint64 number, GError **error);

/* Takes back bul_store_forget_memory(). */
gboolean bul_store_recall_memory (BulStore *self, gint64 number, GError **error);

G_END_DECLS
