/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/*
 * Reads the element at which @reader stands, whole: the words in it, for people. Words within
 * codes of formatting are kept, and so is what a code says that it stands for; the codes go.
 *
 * @n_codes: (inout): grows by how many of them stood for nothing
 *
 * Returns: (transfer full) (nullable): see bul_exchange_dup_plain()
 */
char *bul_inline_dup_words (xmlTextReader *reader, guint *n_codes);

G_END_DECLS
