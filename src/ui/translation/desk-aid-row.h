/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-flow-memory.h"
#include "bul-flow-pair-terms.h"

G_BEGIN_DECLS

/* So many have a key: the matches before the terms. */
#define DESK_AID_MATCHES 5
#define DESK_AID_TERMS 4

/**
 * DeskAidRow:
 *
 * Something to put into a translation, with the key that does: what the memory has for a sentence,
 * or what the desk calls something.
 */
#define DESK_TYPE_AID_ROW (desk_aid_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskAidRow, desk_aid_row, DESK, AID_ROW, GtkButton)

/* @number: from 1; @language: in which it was found */
GtkWidget *
desk_aid_row_new_for_match (const BulFlowMatch *match, BulLanguage language, guint number);

/* Whether it is the one that a key means that names none: it is framed, and says so. */
void desk_aid_row_set_chosen (DeskAidRow *self, gboolean chosen);

/* @number: from 1; the first DESK_AID_TERMS have a key. @has_other: whether there is another side,
 * which can have the term or not */
GtkWidget *
desk_aid_row_new_for_term (const BulFlowPairTerm *term, guint number, gboolean has_other);

G_END_DECLS
