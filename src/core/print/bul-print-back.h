/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print-piece.h"
#include "bul-print-words.h"

G_BEGIN_DECLS

/* Adds to @pieces what stands behind the lines of @script: notices, corrections and changes with
 * their reasons, speakers. */
void
bul_print_back_compose (const BulPrintStory *story, const BulScript *script, GPtrArray *pieces);

/* Whether notices stand there, below a heading of their own. */
gboolean bul_print_back_has_notices (const BulPrintStory *story, const BulScript *script);

G_END_DECLS
