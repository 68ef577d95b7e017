/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-document.h"

G_BEGIN_DECLS

/*
 * Pairs what nobody said anything of, whenever something was said or typed: at once where the story
 * is so short that no key waits for it, and else on a thread of its own, at a copy of the story. An
 * answer counts only where nothing was edited since it was asked for; else it is asked anew, so
 * that what was confirmed meanwhile is never written over.
 *
 * Either way it is taken back with what it follows from, and nothing is done after an undo, which
 * may be done again.
 */

/* As part of the step that is open; where it takes longer, desk_pairer_go_on() is to be called once
 * that has ended. */
void desk_pairer_pair (DeskDocument *document);
void desk_pairer_go_on (DeskDocument *document);

/* Whether an answer is on its way, or about to be asked for. */
gboolean desk_pairer_is_busy (DeskDocument *document);

G_END_DECLS
