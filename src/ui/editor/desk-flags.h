/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-annotation.h"
#include "bul-correction.h"
#include "bul-finding-codes.h"
#include "desk-buffer.h"

G_BEGIN_DECLS

/*
 * The flags beside a line, right of the text: the corrections, notes and findings of its block.
 * Places are in the coordinates of the buffer.
 */
typedef struct
{
  graphene_rect_t rect;
  char text[16];
  const BulCorrection *correction; /* or NULL */
  const BulAnnotation *note;       /* or NULL */
  const BulFinding *finding;       /* or NULL; of several in one line the first */
  guint number;                    /* of the finding */
  BulSeverity severity;            /* of the worst one in the line */
} DeskFlag;

/* Returns: (transfer full) (element-type DeskFlag): from the top down, none over another. Valid
 * until the next edit, and until others are found. @line: its start. */
GArray *desk_flags_list (GtkTextView *view, DeskBuffer *buffer, const GtkTextIter *line);

/* The flag at a place of the widget. @flag: (out); %FALSE where there is none. */
gboolean desk_flags_find (GtkTextView *view, DeskBuffer *buffer, int x, int y, DeskFlag *flag);

/* Returns: (transfer full): what the flag stands for, in a line. */
char *desk_flags_dup_words (const DeskFlag *flag);

void desk_flags_paint (GtkTextView *view, GtkSnapshot *snapshot, const DeskFlag *flag);

G_END_DECLS
