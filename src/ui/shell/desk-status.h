/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-document.h"
#include "desk-view.h"

G_BEGIN_DECLS

/* Below the script: how long it takes on air, drawn and in figures, its language and rate, and
 * whether it is safe. Its properties are `document`, which may be NULL, and `view`, the script. */
#define DESK_TYPE_STATUS (desk_status_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatus, desk_status, DESK, STATUS, GtkBox)

G_END_DECLS
