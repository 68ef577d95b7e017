/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-report.h"
#include "desk-library.h"

G_BEGIN_DECLS

/**
 * DeskImport:
 *
 * Files, folders and archives on their way into a library, in portions: `bulk` reads one, `writer`
 * keeps it, and whatever else is to be saved comes in between. It may rest and go on, and be
 * cancelled: what was kept is whole, and the same files again go on from there.
 *
 * Signals: `changed` (), when more of it is done, or it rests, or goes on; `ended` (), once, when
 * nothing more of it runs.
 */
#define DESK_TYPE_IMPORT (desk_import_get_type ())
G_DECLARE_FINAL_TYPE (DeskImport, desk_import, DESK, IMPORT, GObject)

/* It lives by itself from desk_import_start() to its end. */
DeskImport *desk_import_new (DeskLibrary *library, const char *const *paths);
void desk_import_start (DeskImport *self);

/* What is being read or kept right now ends first. */
void desk_import_set_paused (DeskImport *self, gboolean is_paused);
gboolean desk_import_get_paused (DeskImport *self);
void desk_import_cancel (DeskImport *self);
gboolean desk_import_was_cancelled (DeskImport *self);

const char *const *desk_import_get_paths (DeskImport *self);

BulFlowImportProgress desk_import_get_progress (DeskImport *self);

/* Once it has ended: what became of each file; and why it ended early, %NULL where it did not or
 * was cancelled. */
const BulFlowReport *desk_import_get_report (DeskImport *self);
const GError *desk_import_get_error (DeskImport *self);

G_END_DECLS
