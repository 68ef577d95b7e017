/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-link.h"

G_BEGIN_DECLS

/* From the top to the bottom of the sentences of one language. */
typedef struct
{
  gboolean is_there;
  float top;
  float bottom;
} DeskLinkSide;

/* Where a pair is painted: between the Korean sentences on the left and the English ones. */
typedef struct
{
  DeskLinkSide sides[2];
  float width;
  float disc;  /* height of the disc's middle */
  float scale; /* of all that is painted */
} DeskLinkPlace;

/* Where the middle of both sides is. */
float desk_link_place_get_middle (const DeskLinkPlace *self);

/* What is said of a pair beside its state. */
typedef enum
{
  DESK_LINK_PLAIN = 0,
  DESK_LINK_ACTIVE = 1 << 0,    /* the caret is in it */
  DESK_LINK_DIFFERS = 1 << 1,   /* its sides do not say the same of a fact */
  DESK_LINK_UNWRITTEN = 1 << 2, /* nothing is left out: the other side is still to be written */
} DeskLinkAccent;

void desk_link_paint (GtkWidget *widget,
                      GtkSnapshot *snapshot,
                      const DeskLinkPlace *place,
                      const BulLink *link,
                      DeskLinkAccent accent);

G_END_DECLS
