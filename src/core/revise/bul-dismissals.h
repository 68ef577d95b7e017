/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-dismissal.h"
#include "bul-history.h"

G_BEGIN_DECLS

/*
 * The dismissal that holds for what @code says of @block, or of the whole story where that is
 * %NULL: someone left it as it is, and the block still reads what it read then. Borrowed; or %NULL.
 */
const BulDismissal *
bul_dismissals_find (const BulStory *story, const char *block, const char *code);

/* Leaves what @code says of @block as it is. One step; one that holds no longer is replaced. */
gboolean bul_dismissals_add (
    BulHistory *history, const char *block, const char *code, const char *by, GError **error);

/* Takes that back, as a step of its own. Refused with %BUL_ERROR_NOT_FOUND where none holds. */
gboolean
bul_dismissals_remove (BulHistory *history, const char *block, const char *code, GError **error);

G_END_DECLS
