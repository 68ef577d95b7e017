/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-named.h"

G_BEGIN_DECLS

/* Returns: a check button that shows what @place of @story reads, and what it would read. */
GtkWidget *desk_named_place_new (const BulStory *story, const BulNamedPlace *place);

G_END_DECLS
