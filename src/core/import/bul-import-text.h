/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-decode.h"
#include "bul-import-lines.h"
#include "bul-import.h"

G_BEGIN_DECLS

/*
 * Reads the bytes of @import's source as a script: any text gives a story, and what was not
 * understood is kept as text, with a finding. Fails only for bytes that are no text, with
 * %BUL_ERROR_NOT_TEXT.
 */
gboolean bul_import_text (BulImport *import, const char *encoding, GError **error);

/* Keeps with the source of @import how its bytes were read. */
void bul_import_note_decoding (BulImport *import, const BulDecoded *decoded);

G_END_DECLS
