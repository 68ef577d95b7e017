/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print-piece.h"
#include "bul-print-words.h"

G_BEGIN_DECLS

/* Adds to @pieces what stands behind the lines of @script: notices, corrections and changes with
 * their reasons, speakers. */
void
bul_print_back_compose (const BulPrintStory *story, const BulScript *script, GPtrArray *pieces);

G_END_DECLS
