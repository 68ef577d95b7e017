/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-composer.h"
#include "desk-speller.h"
#include "desk-view.h"

G_BEGIN_DECLS

typedef struct _DeskViewSelection DeskViewSelection;

/* What the files of the view share, and nobody else sees. */
struct _DeskView
{
  GtkTextView parent_instance;

  DeskBuffer *buffer; /* NULL: no document */
  gboolean hides_struck;
  char *current_block;
  GArray *bands; /* of DeskBand */

  DeskComposer *composer;
  GArray *waiting; /* of Waiting: what comes after the syllable */

  DeskSpeller *speller;
  gboolean checks_spelling;
  GMenu *spelling_menu; /* what the context menu says of a misspelt word */
  GMenu *deeds_menu;    /* what it offers to do with the words */
  char *misspelt_block; /* that word, or NULL */
  DeskSpellWord *misspelt;
  guint asked_serial;

  DeskViewSelection *left_selection; /* while the keys are elsewhere; or NULL */

  int bottom_margin; /* that the height asks for */
  guint bottom_id;
  guint painted; /* where lines were when something was painted below them */
  guint again_id;
};

/* For a view with a document. */
void desk_view_find_caret (DeskView *self, GtkTextIter *iter);
void desk_view_place_caret (DeskView *self, const GtkTextIter *iter);
void desk_view_scroll_to_caret (DeskView *self);
DeskFindings *desk_view_get_findings (DeskView *self);

/* In desk-view-places.c: scrolls there and selects. */
void desk_view_show_range (DeskView *self, const char *block, BulRange range);

/* In desk-view-menu.c: the context menu. */
void desk_view_menu_class_init (GtkWidgetClass *widget_class);
void desk_view_menu_init (DeskView *self);

/* In desk-view-selection.c: what is selected is so again when the keys come back. */
void desk_view_selection_init (DeskView *self);
/* The caret, and the other end of what is selected. */
void desk_view_get_marks (DeskView *self, GtkTextIter *caret, GtkTextIter *bound);
/* The same as places, which outlive what moves their lines. NULL where one of them is in no line.
 */
DeskViewSelection *desk_view_selection_new (DeskView *self);
void desk_view_selection_free (DeskViewSelection *selection);
/* Where both are now; FALSE where a line is gone. */
gboolean desk_view_selection_find (const DeskViewSelection *selection,
                                   DeskView *self,
                                   GtkTextIter *caret,
                                   GtkTextIter *bound);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskViewSelection, desk_view_selection_free)
void desk_view_forget_selection (DeskView *self);

/* In desk-view-spelling.c */
void desk_view_spelling_init (DeskView *self);
void desk_view_spelling_dispose (DeskView *self);

G_END_DECLS
