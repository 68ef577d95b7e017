/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-document.h"

G_BEGIN_DECLS

/* The line below the script: what there is of it, its language, and whether it is safe. Its
 * property `document` may be NULL. */
#define DESK_TYPE_STATUS (desk_status_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatus, desk_status, DESK, STATUS, GtkBox)

G_END_DECLS
