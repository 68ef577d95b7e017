/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @english: a folded word. Returns: whether it is a spelling of the family name that @korean
 * begins with. */
gboolean bul_surnames_match (const char *english, const char *korean);

/* Whether @korean begins with a family name. */
gboolean bul_surnames_begin (const char *korean);

/* Whether @english is a spelling of any. */
gboolean bul_surnames_has (const char *english);

G_END_DECLS
