/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-found.h"
#include "desk-preview.h"

G_BEGIN_DECLS

/* Shows the story that was chosen in a preview, once the keys rest: those that are passed over are
 * not read. */
typedef struct _DeskGlance DeskGlance;

DeskGlance *desk_glance_new (DeskPreview *preview);
void desk_glance_free (DeskGlance *self);

/* @finder: (nullable); @found: (nullable): %NULL shows nothing */
void desk_glance_at (DeskGlance *self,
                     DeskFinder *finder,
                     const DeskQuestion *question,
                     DeskFound *found);

/* Nothing is on its way from here on. */
void desk_glance_stop (DeskGlance *self);

G_END_DECLS
