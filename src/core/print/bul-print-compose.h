/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print-piece.h"
#include "bul-print-words.h"

G_BEGIN_DECLS

/*
 * One script of a story as it goes on paper: its lines, then notices, corrections and changes,
 * speakers. Returns: (transfer full) (element-type BulPrintPiece): one at least.
 */
GPtrArray *bul_print_compose (const BulPrintStory *story, const BulScript *script);

G_END_DECLS
