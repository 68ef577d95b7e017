/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-concept.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * What is done to the tags of many stories at once, a batch to a transaction; and the receipt by
 * which it is undone. The receipt grows with each batch, in the same transaction: whatever stops
 * it, what was done is in the receipt.
 */

typedef enum
{
  BUL_TAG_DEED_ADD = 1,
  BUL_TAG_DEED_REMOVE,
  BUL_TAG_DEED_MERGE, /* of concepts, and of the tags with them */
} BulTagDeed;

extern const char *const bul_tag_deed_words[];

/**
 * BulStoreReceipt:
 * @number: counted up from 1 in each library; 0 until anything is saved
 * @code: of the tag; of the concept that was merged into @into
 * @undone_at: (nullable): when it was undone
 * @n_stories: how many stories it would still take back
 */
typedef struct
{
  gint64 number;
  BulTagDeed deed;
  char *code;
  char *into;
  char *by;
  char *at;
  char *undone_at;
  guint n_stories;
} BulStoreReceipt;

BulStoreReceipt *
bul_store_receipt_new (BulTagDeed deed, const char *code, const char *into, const char *by);
void bul_store_receipt_free (BulStoreReceipt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulStoreReceipt, bul_store_receipt_free)

/* A story that was left as it is, and why. */
typedef struct
{
  char *uid;
  GError *error;
} BulStoreRefusal;

/* Returns: (transfer full): an empty list that owns them. */
GPtrArray *bul_store_refusals_new (void);
/* @error: (transfer full) */
void bul_store_refusals_add (GPtrArray *refusals, const char *uid, GError *error);

/*
 * Saves stories (element-type BulStory) that have one more revision than the library, and enters
 * them in @receipt, which gets its number with the first. One that the library has another revision
 * of, or edits that are in no revision, is left as it is and goes into @refusals. FALSE: nothing of
 * what was not saved yet is.
 */
gboolean bul_store_save_tagged (BulStore *self,
                                const GPtrArray *stories,
                                BulStoreReceipt *receipt,
                                GPtrArray *refusals,
                                GError **error);

/* The same for stories from which what is in the receipt was taken back: they leave it. */
gboolean bul_store_save_untagged (BulStore *self,
                                  const GPtrArray *stories,
                                  BulStoreReceipt *receipt,
                                  GPtrArray *refusals,
                                  GError **error);

/* The same for stories in which what was taken back is done again: they come back into the receipt,
 * which is not undone any more. */
gboolean bul_store_save_retagged (BulStore *self,
                                  const GPtrArray *stories,
                                  BulStoreReceipt *receipt,
                                  GPtrArray *refusals,
                                  GError **error);

/* Begins the receipt of a merge, whose concept reads as @concept from now on. */
gboolean bul_store_begin_merge (BulStore *self,
                                BulStoreReceipt *receipt,
                                const BulConcept *concept,
                                GError **error);

/* Says that it is undone; of a merge, its concept is @concept again. */
gboolean bul_store_end_undo (BulStore *self,
                             BulStoreReceipt *receipt,
                             const BulConcept *concept,
                             GError **error);

/* Says that it is not undone any more; of a merge, its concept reads as @concept from now on. */
gboolean bul_store_begin_redo (BulStore *self,
                               BulStoreReceipt *receipt,
                               const BulConcept *concept,
                               GError **error);

/* Returns: (transfer full): %BUL_ERROR_NOT_FOUND where there is none. */
BulStoreReceipt *bul_store_load_receipt (BulStore *self, gint64 number, GError **error);

/* Returns: (transfer full) (element-type BulStoreReceipt): the newest first. */
GPtrArray *bul_store_list_receipts (BulStore *self, GError **error);

/* A story of a receipt, the revision that was made of it, and the last one that reads the same. */
typedef struct
{
  char *uid;
  guint revision;
  guint stands;
} BulStoreReceiptStory;

/* Returns: (transfer full) (element-type BulStoreReceiptStory): those that were not taken back. */
GPtrArray *bul_store_list_receipt_stories (BulStore *self, gint64 number, GError **error);

/* Returns: (transfer full) (element-type BulStoreReceiptStory): those that were, with the revision
 * that took it back; what can be done again. */
GPtrArray *bul_store_list_undone_stories (BulStore *self, gint64 number, GError **error);

/* Returns: (transfer full): the codes of the tags on the whole of the story, each once. */
GStrv bul_store_list_tags (BulStore *self, const char *uid, GError **error);

/* Returns: (transfer full) (element-type utf8): uids of the stories that have the tag, on the whole
 * of them or on words, in the order in which they came. */
GPtrArray *bul_store_find_tagged (BulStore *self, const char *code, GError **error);

G_END_DECLS
