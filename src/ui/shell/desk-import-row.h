/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-import.h"

G_BEGIN_DECLS

/**
 * DeskImportRow:
 *
 * How far an import is, with Pause and Cancel. It is not seen in the first second, in which most
 * have ended.
 */
#define DESK_TYPE_IMPORT_ROW (desk_import_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportRow, desk_import_row, DESK, IMPORT_ROW, GtkBox)

GtkWidget *desk_import_row_new (DeskImport *import);

DeskImport *desk_import_row_get_import (DeskImportRow *self);

G_END_DECLS
