/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-bitext.h"

G_BEGIN_DECLS

/* What a translator's file says of a sentence. */
typedef enum
{
  BUL_EXCHANGE_UNSAID,  /* nothing, or no more than that there are words */
  BUL_EXCHANGE_GUESSED, /* that a program put them together, and nobody looked */
  BUL_EXCHANGE_OPEN,    /* that there is work to do yet */
  BUL_EXCHANGE_DONE,    /* that a person is content with it */
} BulExchangeState;

/**
 * BulExchangeRow:
 * @line: of the file, from 1
 * @key: (nullable): of the link that it was written from, where the file names it
 * @source: (nullable): words of the original, see bul_exchange_dup_plain()
 * @target: (nullable): words of the translation; %NULL where there are none yet
 * @link: (nullable): key of the link that bul_exchange_make_story() made of it
 */
typedef struct
{
  guint line;
  char *key;
  char *source;
  char *target;
  BulExchangeState state;
  char *link;
} BulExchangeRow;

/**
 * BulExchange:
 * @uid: (nullable): of the story that it was written from, where the file names it
 * @revision: of that story, or 0
 * @title: (nullable): what the file calls the text
 * @rows: (element-type BulExchangeRow): in the order of the file
 *
 * A text and its translation, as programs of translators exchange them.
 */
typedef struct
{
  char *uid;
  guint revision;
  char *title;
  BulLanguage source;
  BulLanguage target;
  GPtrArray *rows;
} BulExchange;

BulExchange *bul_exchange_new (void);
void bul_exchange_free (BulExchange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulExchange, bul_exchange_free)

/* Adds a row in state unsaid. Returns: it, borrowed. */
BulExchangeRow *bul_exchange_add_row (BulExchange *self, guint line);

/* Says where the text is from: @original is a story's uid, or else a title. */
void bul_exchange_set_original (BulExchange *self, const char *original);

/* Returns: (transfer full): a new story of its rows, each a line in either script; what has both
 * sides is linked. */
BulStory *bul_exchange_make_story (BulExchange *self);

/* Returns: (transfer full) (nullable): words in normal form, one blank between them and none
 * around; %NULL for nothing but blanks. */
char *bul_exchange_dup_plain (const char *words);

G_END_DECLS
