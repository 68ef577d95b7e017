/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-dismissal.h"
#include "bul-history.h"

G_BEGIN_DECLS

/*
 * Lines that somebody read and found right. The mark holds as long as the line reads what it read
 * then: whatever changes its words makes it unchecked, and taking that change back checks it again.
 * It is kept as a dismissal of the code `checked`: nothing was found.
 */

/* Who checked the line @block, and when; %NULL where nobody did, or it reads otherwise by now.
 * Borrowed. */
const BulDismissal *bul_checked_find (const BulStory *story, const char *block);

/* One step. Refused with %BUL_ERROR_NOT_FOUND where there is no such line, or no mark to take. */
gboolean bul_checked_add (BulHistory *history, const char *block, const char *by, GError **error);
gboolean bul_checked_remove (BulHistory *history, const char *block, GError **error);

/* How many lines of @script that are read aloud are checked, and how many there are. */
guint bul_checked_count (const BulStory *story, const BulScript *script, guint *n_lines);

G_END_DECLS
