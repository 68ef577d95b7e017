/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-block.h"
#include "bul-range.h"
#include "bul-story.h"
#include "desk-palette.h"

G_BEGIN_DECLS

/* How words look. A later style wins over an earlier one on the same words. */
typedef enum
{
  /* a whole line, by the kind of its block */
  DESK_STYLE_HEADLINE,
  DESK_STYLE_QUIET,
  DESK_STYLE_STAMP,
  DESK_STYLE_MARKER,
  DESK_STYLE_PARAGRAPH,
  DESK_STYLE_PASSING, /* hand-off and sign-off */
  DESK_STYLE_CUE,
  DESK_STYLE_BITE,
  DESK_STYLE_NOTICES,
  /* a whole line, by its script: CJK fonts bring more space of their own */
  DESK_STYLE_LATIN,
  DESK_STYLE_HANGUL,
  /* parts of a line */
  DESK_STYLE_LABEL,
  DESK_STYLE_SIGN, /* brackets, slashes, the colon */
  DESK_STYLE_NAME,
  DESK_STYLE_TITLE,
  DESK_STYLE_UNBROKEN,
  DESK_STYLE_TAGGED,
  DESK_STYLE_NOTE,
  DESK_STYLE_INSERTED,
  DESK_STYLE_DELETED, /* shown, though no longer in the text */
  DESK_STYLE_GAP,     /* the last letter of what went: what came does not run into it */
  DESK_STYLE_NOTICE_TEXT,
  DESK_STYLE_HIT, /* what is looked for; DeskSearch puts these there and takes them away */
  DESK_STYLE_CURRENT_HIT,
  DESK_STYLE_MISSPELT, /* DeskSpeller does the same with these */
  DESK_STYLE_CORRECTION,
  N_DESK_STYLES
} DeskStyle;

typedef struct
{
  DeskStyle style;
  BulRange range;
} DeskRun;

/* Returns: (transfer full): a table whose first tags are the styles, in order. */
GtkTextTagTable *desk_style_table_new (void);
void desk_style_table_set_palette (GtkTextTagTable *table, const DeskPalette *palette);

GtkTextTag *desk_style_table_get_tag (GtkTextTagTable *table, DeskStyle style);

/* Returns: the style of @tag, or N_DESK_STYLES for a tag of someone else's, such as a hit. */
DeskStyle desk_style_from_tag (GtkTextTag *tag);

/* Appends to @runs, as DeskRun, how the line of @block looks; a line ends after its line end. */
void desk_style_append_runs (GArray *runs, const BulStory *story, const BulBlock *block);

G_END_DECLS
