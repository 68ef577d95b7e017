/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-document.h"
#include "desk-view.h"

G_BEGIN_DECLS

/**
 * DeskPane:
 *
 * What the inspector shows about a document. A pane reads the story anew after it was changed, but
 * only while it can be seen, and once for all changes of one turn of the main loop.
 *
 * Panes do not know each other; they point at places of the script in the view.
 */
#define DESK_TYPE_PANE (desk_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskPane, desk_pane, DESK, PANE, AdwBin)

struct _DeskPaneClass
{
  AdwBinClass parent_class;

  /* @story is NULL where no document is open. */
  void (*refresh) (DeskPane *self, const BulStory *story);
};

/* For what a pane shows and the document does not tell of. */
void desk_pane_queue_refresh (DeskPane *self);

DeskDocument *desk_pane_get_document (DeskPane *self);
DeskView *desk_pane_get_view (DeskPane *self);

/* The same after the signal `view-wanted` (block): the text with that line, where there is one. */
DeskView *desk_pane_find_view (DeskPane *self, const char *block);

/* Gives @cards as many rows as there are things to show; those that stay keep what was unfolded. */
void desk_pane_set_n_cards (GtkListBox *cards, guint n_cards, GtkWidget *(*make) (void) );

G_END_DECLS
