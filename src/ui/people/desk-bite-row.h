/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-people-model.h"

G_BEGIN_DECLS

/* What somebody said, when and where. */
#define DESK_TYPE_BITE_ROW (desk_bite_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskBiteRow, desk_bite_row, DESK, BITE_ROW, GtkBox)

/* @row: a BulFlowBite. */
void desk_bite_row_show (GtkWidget *widget, gconstpointer row);

G_END_DECLS
