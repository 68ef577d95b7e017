/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-finder.h"

G_BEGIN_DECLS

/**
 * DeskPreview:
 *
 * A story that was found, to be read and no more, with the words that were looked for marked.
 *
 * Signal: `opened` (), when it is to be worked at.
 */
#define DESK_TYPE_PREVIEW (desk_preview_get_type ())
G_DECLARE_FINAL_TYPE (DeskPreview, desk_preview, DESK, PREVIEW, AdwBin)

/* @reading: (nullable): %NULL shows nothing. It is taken apart. */
void desk_preview_show (DeskPreview *self, DeskReading *reading);

/* Of the story that is shown; or %NULL. */
const char *desk_preview_get_uid (DeskPreview *self);

G_END_DECLS
