/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-pairs.h"
#include "desk-document.h"

G_BEGIN_DECLS

/*
 * What a person says of the pairs of a document. Each deed is one step together with what follows
 * for all other pairs, and a deed that is refused changes nothing. Keys are those of links; @other
 * is that of the next pair.
 */
typedef struct
{
  DeskDocument *document;
  const char *by;
  const char *key;
  const char *other;    /* NULL where a deed is about one pair */
  BulLanguage language; /* the side at which the caret is */
  const char *block;    /* where it is there, or NULL */
  guint offset;
} DeskPairsPlace;

gboolean desk_pairs_confirm (const DeskPairsPlace *place, GError **error);
gboolean desk_pairs_confirm_to_here (const DeskPairsPlace *place, GError **error);
gboolean desk_pairs_unlink (const DeskPairsPlace *place, GError **error);
gboolean desk_pairs_join (const DeskPairsPlace *place, GError **error);
gboolean desk_pairs_split (const DeskPairsPlace *place, GError **error);
/* The first sentence of the next pair comes to this one; or its last one goes there. */
gboolean desk_pairs_take_from_next (const DeskPairsPlace *place, GError **error);
gboolean desk_pairs_give_to_next (const DeskPairsPlace *place, GError **error);
gboolean desk_pairs_leave_alone (const DeskPairsPlace *place, GError **error);

/* Pairs all that nobody said anything of. As what follows from typing it is taken back with that;
 * it does nothing after an undo, which may be done again. */
void desk_pairs_pair (DeskDocument *document);
void desk_pairs_follow (DeskDocument *document);

/* Whether the story has a script in Korean and one in English. */
gboolean desk_pairs_has_both (DeskDocument *document);

/* Returns: (transfer full) (nullable): key of the pair with the words at @offset of @block, or else
 * the nearest in that line. */
char *desk_pairs_find_at (DeskDocument *document, const char *block, guint offset);

/* Returns: (transfer full) (nullable): the last pair with words in the lines above @block. */
char *desk_pairs_find_above (DeskDocument *document, const char *block);

/* Returns: (transfer full) (nullable): of an empty line that stands beside one of the other
 * language: the first pair of the line there that it is to answer. See bul-beside.h. */
char *desk_pairs_find_beside (DeskDocument *document, const char *block);

/* Returns: (transfer full) (nullable): the line where words of @language are to be put that the
 * pair
 * @key has not yet: the one that is empty for it, or behind those of the pair before. */
char *
desk_pairs_find_room (DeskDocument *document, const char *key, BulLanguage language, guint *offset);

/* Returns: (transfer full) (nullable): the nearest pair after @key, or before it, of which @is_it
 * holds, around the end; %NULL where it holds of none other. */
char *desk_pairs_find_next (DeskDocument *document,
                            const char *key,
                            gboolean (*is_it) (const BulLink *link));
char *desk_pairs_find_previous (DeskDocument *document,
                                const char *key,
                                gboolean (*is_it) (const BulLink *link));

/* Returns: (transfer full) (nullable): the pair just after @key. */
char *desk_pairs_find_neighbour (DeskDocument *document, const char *key);

G_END_DECLS
