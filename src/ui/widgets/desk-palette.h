/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* The colours of what is painted and of tags, where CSS does not reach. Text on its ground has a
 * contrast of at least 4.5, a shape of at least 3. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA inserted;
  GdkRGBA inserted_ground;
  GdkRGBA deleted;
  GdkRGBA deleted_ground;
  GdkRGBA correction;
  GdkRGBA correction_ground;
  GdkRGBA note;
  GdkRGBA note_ground;
  GdkRGBA checked;
  GdkRGBA hit_ground; /* clear in high contrast */
  GdkRGBA current_hit_ground;
  GdkRGBA finding;
  GdkRGBA stale; /* a pair of sentences of which one changed */
  GdkRGBA stale_ground;
  GdkRGBA error;
  GdkRGBA card;  /* soundbites */
  GdkRGBA frame; /* around cards; clear but in high contrast */
  GdkRGBA hair;
  GdkRGBA notice;
  GdkRGBA notice_bar;
  GdkRGBA band; /* the line with the caret */
  GdkRGBA chip;
  GdkRGBA chip_text;
  GdkRGBA lead;  /* the ribbon of read times: what the anchor reads, */
  GdkRGBA voice; /* and all other voices */
} DeskPalette;

/* The palette that the style manager asks for now. */
const DeskPalette *desk_palette_get (void);

G_END_DECLS
