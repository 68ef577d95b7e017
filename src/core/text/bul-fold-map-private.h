/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BUL_FOLD_CASE,
  BUL_FOLD_KEEP_CASE,
} BulFolding;

/* A text folded for comparing, and where in the text its characters come from. */
typedef struct
{
  GString *folded;
  GArray *places;
} BulFoldMap;

BulFoldMap *bul_fold_map_new (const char *text, BulFolding folding);
void bul_fold_map_free (BulFoldMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFoldMap, bul_fold_map_free)

/* The byte of the text that byte @folded of the folded text comes from. %FALSE, @byte untouched,
 * amid characters that only make sense together: a letter and its accent, the parts of a syllable.
 */
gboolean bul_fold_map_find (const BulFoldMap *self, gsize folded, gsize *byte);

G_END_DECLS
