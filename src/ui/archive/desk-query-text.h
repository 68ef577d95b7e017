/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query.h"

G_BEGIN_DECLS

/*
 * Changes of what was typed, for what is clicked is typed: the text of a query is all there is to
 * know about it. Offsets count code points.
 */

/* What is to be done to a text: so many characters from @start on go, and @insert comes there. */
typedef struct
{
  guint start;
  guint end;
  char *insert;
} DeskSplice;

void desk_splice_clear (DeskSplice *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskSplice, desk_splice_clear)

char *desk_splice_apply (const DeskSplice *self, const char *text);

/* Whether stories with @value of @field, and no others, are asked for. */
gboolean desk_query_text_has (const char *text, BulQueryField field, const char *value);

/* Whether a story has but one value of @field. */
gboolean desk_query_text_is_single (BulQueryField field);

/* As it is typed. */
char *desk_query_text_dup_term (BulQueryField field, const char *value);

/* Takes out the part that stands in @range, and a blank beside it. */
void desk_query_text_remove (const char *text, BulRange range, DeskSplice *splice);

/* Takes @value out where it is asked for; else it is asked for, in the place of what was asked of a
 * field of which a story has but one value. */
void desk_query_text_toggle (const char *text,
                             BulQueryField field,
                             const char *value,
                             DeskSplice *splice);

/* Asks for nothing of @field, or for @value and nothing else of it. */
void
desk_query_text_set (const char *text, BulQueryField field, const char *value, DeskSplice *splice);

/* Returns: (transfer full): @text with nothing asked of @field; %NULL where nothing is. */
char *desk_query_text_dup_without (const char *text, BulQueryField field);

G_END_DECLS
