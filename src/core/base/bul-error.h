/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BUL_ERROR (bul_error_quark ())

/**
 * BulError:
 * @BUL_ERROR_CONFLICT: a newer revision exists, or an edit no longer fits its text
 * @BUL_ERROR_NOT_FOUND: what was asked for does not exist
 * @BUL_ERROR_AMBIGUOUS: several things answer to the name that was given
 * @BUL_ERROR_TOO_LARGE: refused before reading, for its size
 * @BUL_ERROR_NOT_TEXT: bytes that are no text, or not in the encoding asked for
 * @BUL_ERROR_HOSTILE: XML stopped at the gate
 * @BUL_ERROR_INVALID: XML that is not ours, or not valid
 * @BUL_ERROR_DAMAGED: a library that fails its own checks
 * @BUL_ERROR_NEWER: a library or format made by a newer program
 * @BUL_ERROR_FOREIGN: a database that is not a library of ours
 * @BUL_ERROR_READ_ONLY: a place or library that may not be written
 * @BUL_ERROR_GONE: a library whose file is no longer where it was opened
 * @BUL_ERROR_BUSY: another process holds it
 * @BUL_ERROR_REFUSED: a rule of the newsroom forbids it
 *
 * The outcomes a caller branches on. All others keep the domain they came with (%G_IO_ERROR …).
 */
typedef enum
{
  BUL_ERROR_CONFLICT,
  BUL_ERROR_NOT_FOUND,
  BUL_ERROR_AMBIGUOUS,
  BUL_ERROR_TOO_LARGE,
  BUL_ERROR_NOT_TEXT,
  BUL_ERROR_HOSTILE,
  BUL_ERROR_INVALID,
  BUL_ERROR_DAMAGED,
  BUL_ERROR_NEWER,
  BUL_ERROR_FOREIGN,
  BUL_ERROR_READ_ONLY,
  BUL_ERROR_GONE,
  BUL_ERROR_BUSY,
  BUL_ERROR_REFUSED,
} BulError;

GQuark bul_error_quark (void);

G_END_DECLS
