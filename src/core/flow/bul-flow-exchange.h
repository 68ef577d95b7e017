/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-exchange.h"
#include "bul-history.h"

G_BEGIN_DECLS

/*
 * Takes into a story what a translator made of a file that was written from it, as one step. Words
 * of the translation that the translator changed are changed here; pairs that the file says are
 * done, or that were changed, become confirmed by @by. Where the story went on in the meantime its
 * words stay, and where that leaves something undone, @findings (element-type BulFinding) gets it.
 *
 * FALSE: nothing was changed.
 */
gboolean bul_flow_take_back (BulHistory *history,
                             const BulExchange *exchange,
                             const char *by,
                             GPtrArray *findings,
                             GError **error);

/* Confirms, in a story made of @exchange that was never saved, the pairs that the file does not
 * call unfinished. */
void bul_flow_confirm_rows (BulStory *story, const BulExchange *exchange, const char *by);

G_END_DECLS
