/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"

G_BEGIN_DECLS

/*
 * Moves a line to another place in its script. One step. What is said about its words goes with
 * them: notes, tags, corrections, findings that were dismissed, and its pairs, unless one of them
 * would cross another that way; that one is left without these words, as if they were cut out.
 *
 * @script: its key; @from: the line's place, counted from 0; @to: the place that it gets.
 * %BUL_ERROR_NOT_FOUND where there is no such script or place.
 */
gboolean
bul_mover_move (BulHistory *history, const char *script, guint from, guint to, GError **error);

G_END_DECLS
