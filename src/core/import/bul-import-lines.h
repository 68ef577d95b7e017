/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
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
 * Reads lines as a page of one story or several, blank ones passed over, and adds what they give to
 * @import: at least one story. Lines with a kind are given it, and the others are read as if these
 * were not there.
 */
void bul_import_lines (BulImport *import, const BulGivenLine *lines, guint n_lines);

G_END_DECLS
