/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* What a field of a label tells that is neither a name nor a title. */

gboolean bul_label_is_age (BulSlice field);
gboolean bul_label_is_party (BulSlice inside);

/* What stands in round brackets behind a title: when or how it was said. */
gboolean bul_label_is_occasion (BulSlice inside);

/* A field between strokes that never is anybody's title. */
gboolean bul_label_is_event (BulSlice field);

G_END_DECLS
