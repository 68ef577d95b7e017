/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-document.h"

G_BEGIN_DECLS

/* Which of the findings of a document are about what its two languages do not say alike. They are
 * found again once the hands rest; those that somebody left as they are do not count. */

/* How many facts differ. A sentence that nothing answers is none of them. */
guint desk_pair_facts_count (DeskDocument *document);

/* Returns: (transfer full) (element-type utf8): the keys of the links with such a fact, as a set.
 */
GHashTable *desk_pair_facts_list_links (DeskDocument *document);

/* Returns: (transfer full) (nullable): what differs in the pair with that key, in words. */
char *desk_pair_facts_dup_words (DeskDocument *document, const char *key);

G_END_DECLS
