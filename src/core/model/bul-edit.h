/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_EDIT_TEXT = 1,
  BUL_EDIT_SPLIT,
  BUL_EDIT_JOIN,
  BUL_EDIT_ADD,
  BUL_EDIT_REMOVE,
  BUL_EDIT_SET,
} BulEditKind;

extern const char *const bul_edit_kind_words[];

/**
 * BulEdit:
 * @on: text, split, join: key of the block; add, remove: key of the script that owns the list,
 * %NULL for the story; set: key of the record, %NULL for the story
 * @at: text, split, join: where, in code points; add, remove: place in the list
 * @field: add, remove: name of the list; set: name of the field
 * @removed: text: the words taken out; set: the value before (%NULL: not said)
 * @inserted: text: the words put in; set: the value after
 * @things: (element-type BulRecord): add, remove: the one record; split, join: the second block,
 * whole but for its text
 *
 * The smallest invertible step. Undo, a revision and a correction are all made of it.
 */
typedef struct
{
  BulRecord record;

  BulEditKind kind;
  char *on;
  guint at;
  char *field;
  char *removed;
  char *inserted;
  GPtrArray *things;
} BulEdit;

extern const BulRecordType bul_edit_type;

BulEdit *bul_edit_new (BulEditKind kind, const char *on, guint at);

/* Returns: (transfer full): sets @field of the record @on; values as in bul-value.h. */
BulEdit *
bul_edit_new_set (const char *on, const char *field, const char *before, const char *after);

/* Returns: (transfer full): the edit that takes @self back. */
BulEdit *bul_edit_invert (const BulEdit *self);

G_END_DECLS
