/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-decode.h"
#include "bul-import.h"

G_BEGIN_DECLS

/**
 * BulGivenLine:
 * @text: UTF-8 in normal form, @length bytes, without a line end
 * @number: from 1; several lines may have the same
 * @kind: what the structure of the file says that the line is, or 0: its words tell
 * @section: of a line with a kind; NONE: that of the lines around it
 *
 * A line for bul_import_lines().
 */
typedef struct
{
  const char *text;
  gsize length;
  guint number;
  BulBlockKind kind;
  BulSection section;
} BulGivenLine;

/*
 * Reads the bytes of @import's source as a script: any text gives a story, and what was not
 * understood is kept as text, with a finding. Fails only for bytes that are no text, with
 * %BUL_ERROR_NOT_TEXT.
 */
gboolean bul_import_text (BulImport *import, const char *encoding, GError **error);

/*
 * Reads lines as a script, blank ones passed over, and adds what they give to @import: at least one
 * story. Lines with a kind are given it, and the others are read as if these were not there.
 */
void bul_import_lines (BulImport *import, const BulGivenLine *lines, guint n_lines);

/* Keeps with the source of @import how its bytes were read. */
void bul_import_note_decoding (BulImport *import, const BulDecoded *decoded);

G_END_DECLS
