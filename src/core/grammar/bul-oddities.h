/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stable code of what is odd about the characters of a line, or %NULL. Static. */
const char *bul_oddity_in_line (const char *line, gsize length);

/* The same, and where: @at: (out): the first byte of the odd character, where there is one. */
const char *bul_oddity_find (const char *line, gsize length, gsize *at);

G_END_DECLS
