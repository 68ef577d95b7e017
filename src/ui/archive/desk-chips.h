/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-query.h"

G_BEGIN_DECLS

/**
 * DeskChips:
 *
 * What of a query was understood, and what was not: a chip for each part, with a button that takes
 * it out.
 *
 * Signal: `removed` (start, end), the range of the part in what was typed.
 */
#define DESK_TYPE_CHIPS (desk_chips_get_type ())
G_DECLARE_FINAL_TYPE (DeskChips, desk_chips, DESK, CHIPS, GtkWidget)

void desk_chips_show (DeskChips *self, const BulQuery *query);

/* Returns: (transfer full): what the part is called, such as “programme”, and what it asks for. */
const char *desk_chips_get_kind (const BulQueryPart *part);
char *desk_chips_dup_words (const BulQueryPart *part);

G_END_DECLS
