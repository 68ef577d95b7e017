/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-composer.h"
#include "desk-view.h"

G_BEGIN_DECLS

/* What the files of the view share, and nobody else sees. */
struct _DeskView
{
  GtkTextView parent_instance;

  DeskBuffer *buffer; /* NULL: no document */
  gboolean hides_struck;
  char *current_block;

  DeskComposer *composer;
  GArray *waiting; /* of Waiting: what comes after the syllable */

  int bottom_margin; /* that the height asks for */
  guint bottom_id;
};

/* For a view with a document. */
void desk_view_find_caret (DeskView *self, GtkTextIter *iter);
void desk_view_place_caret (DeskView *self, const GtkTextIter *iter);
void desk_view_scroll_to_caret (DeskView *self);
DeskFindings *desk_view_get_findings (DeskView *self);

G_END_DECLS
