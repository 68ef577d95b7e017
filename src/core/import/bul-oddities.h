/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stable code of what is odd about the characters of a line, or %NULL. Static. */
const char *bul_oddity_in_line (const char *line, gsize length);

/* What a finding's code means, for people; the code itself where it is not in the table. */
const char *bul_oddity_message (const char *code);

G_END_DECLS
