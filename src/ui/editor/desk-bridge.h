/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"
#include "bul-history.h"
#include "bul-script.h"

G_BEGIN_DECLS

/*
 * Between lines of a text and blocks of a script. It knows no widget: one side speaks of line and
 * offset in the line, in code points, the other of edits. Line n is block n.
 */

#define DESK_LINE_END G_MAXUINT

typedef struct
{
  guint line;
  guint offset; /* DESK_LINE_END: after the last letter */
} DeskPlace;

/* What an edit does to the lines: the text between two places goes, and @text comes instead. */
typedef struct
{
  DeskPlace start;
  DeskPlace end;
  char *text;
} DeskChange;

/* The script with @key, or the original for %NULL; %NULL where there is none. */
const BulScript *desk_bridge_find_script (const BulStory *story, const char *key);

/*
 * What hands do, as one step of typing. Text comes in normal form, without what XML cannot hold;
 * its line ends begin new blocks. A script without blocks, and a story without a script, get them
 * here.
 */
gboolean desk_bridge_insert (
    BulHistory *history, const char *script, DeskPlace at, const char *text, GError **error);

/* Whole lines go with their blocks; what is left of the first and last line becomes one block. */
gboolean desk_bridge_delete (
    BulHistory *history, const char *script, DeskPlace start, DeskPlace end, GError **error);

/* What @edit, which was just applied, changed in the lines of @script. %FALSE where the
 * lines are what they were; else free the text of @change. */
gboolean desk_bridge_translate (const BulScript *script, const BulEdit *edit, DeskChange *change);

G_END_DECLS
