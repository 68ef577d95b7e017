/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a library says of a revision stands there in English when the program itself said it,
 * whoever reads it.
 *
 * @summary: (nullable): of a revision
 * Returns: (transfer full) (nullable): it in the language of the window, or as its author wrote it;
 * NULL where nothing is said.
 */
char *desk_summary_dup_words (const char *summary);

G_END_DECLS
