/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query-field.h"
#include "bul-range.h"

G_BEGIN_DECLS

/*
 * What people type to find stories. Words must all be there; “words in quotes” as they stand; OR or
 * | between words: one of them; - or NOT before one: not it; brackets hold together. speaker: tag:
 * programme: date: lang: state: has: tell more of a story, in Korean too (발언자: 날짜: …).
 * Whatever is typed is a query: what makes no sense is left out, and said to be.
 */
typedef struct _BulQuery BulQuery;

/**
 * BulQueryFlags:
 * @BUL_QUERY_TYPING: the last word may not be whole yet
 * @BUL_QUERY_COMPOSING: its last syllable is being composed
 */
typedef enum
{
  BUL_QUERY_TYPING = 1 << 0,
  BUL_QUERY_COMPOSING = 1 << 1,
} BulQueryFlags;

typedef enum
{
  BUL_QUERY_WORD,   /* in any form, with any particle */
  BUL_QUERY_PHRASE, /* as it stands */
  BUL_QUERY_FIELD,
  BUL_QUERY_NONE, /* left out */
  /* of nodes that have others below them */
  BUL_QUERY_AND,
  BUL_QUERY_OR,
  BUL_QUERY_NOT,
} BulQueryType;

/**
 * BulQueryNode:
 * @text: of a leaf: the words, or the value of the field
 * @first_day: of a date: days as GDate counts them, @last_day included; 0 and %G_MAXINT64: open
 * @flags: of a word: how far it is typed
 * @range: of a leaf: where it stands in what was typed, its - included
 * @children: (element-type BulQueryNode): of AND and OR two or more, of NOT one
 */
typedef struct
{
  BulQueryType type;
  char *text;
  BulQueryField field;
  gint64 first_day;
  gint64 last_day;
  BulQueryFlags flags;
  BulRange range;
  GPtrArray *children;
} BulQueryNode;

/* A leaf as it is shown. */
typedef struct
{
  const BulQueryNode *node; /* borrowed */
  gboolean negated;
  gboolean is_other; /* OR stands before it, or before the brackets that it is the first of */
} BulQueryPart;

/* @text: anything. */
BulQuery *bul_query_new (const char *text, BulQueryFlags flags);
void bul_query_free (BulQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulQuery, bul_query_free)

/* Returns: (nullable): %NULL where nothing is asked. */
const BulQueryNode *bul_query_get_root (const BulQuery *self);

/* Whether anything but blanks was typed. */
gboolean bul_query_is_empty (const BulQuery *self);

/* Returns: (transfer full) (element-type BulQueryPart): what was understood, and what was not, in
 * the order in which it was typed. */
GArray *bul_query_list_parts (const BulQuery *self);

G_END_DECLS
