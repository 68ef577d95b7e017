/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-named-place.h"
#include "bul-parts.h"

G_BEGIN_DECLS

/* What a speaker is called, and is to be called; empty where nothing is. */
typedef struct
{
  const char *name_was;
  const char *title_was; /* %NULL: any title gives way */
  const char *name;
  const char *title;
  gboolean needs_title; /* the title stands nowhere yet */
} BulNamedNames;

/* Returns: (transfer full): @now in capitals where @found is, or in small letters where @found is
 * and @was (nullable) was not. */
char *bul_named_dress (const char *now, const char *found, const char *was);

/* Adds @now in the place of @was, @at in @block, and the particle behind it. */
void bul_named_add (GPtrArray *places,
                    BulNamedSort sort,
                    const BulBlock *block,
                    guint at,
                    const char *was,
                    const char *now);

/* Adds what changes in the head of a bite or turn, whose part @i is the speaker. What names nobody
 * there, and a title that is another one, stay as printed. %FALSE, and nothing added, where the
 * head would be read as naming someone else. */
gboolean bul_named_head (GPtrArray *places,
                         const BulBlock *block,
                         const BulParts *parts,
                         guint i,
                         const BulNamedNames *names,
                         GError **error);

/* Adds the reporter's name in a hand-off or sign-off; whether @block is one that has it. */
gboolean bul_named_relay (GPtrArray *places,
                          const BulBlock *block,
                          const BulParts *parts,
                          const BulNamedNames *names);

G_END_DECLS
