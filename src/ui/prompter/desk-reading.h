/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"
#include "bul-range.h"
#include "bul-read-time.h"
#include "bul-story.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_READ_SECTION = 1, /* a part begins */
  DESK_READ_WORDS,
  DESK_READ_BITE, /* heard, not read */
  DESK_READ_END,
} DeskReadKind;

/* Something that a prompter shows below the one before. */
typedef struct
{
  DeskReadKind kind;
  BulSection section;
  char *block;     /* key; NULL for a section and the end */
  char *text;      /* words that are read; of a soundbite, its words */
  guint start;     /* where in the block's text they begin, in code points */
  double seconds;  /* that it takes to read, or to hear */
  GArray *changes; /* of BulRange, in @text; an empty one is a place where words went */
  guint number;    /* of a soundbite, counted in the script */
  char *name;      /* who is heard in a soundbite; NULL where it is not known or not to be said */
} DeskReadLine;

/* All may be %NULL but the first two: @was, the script as it was, whose differences are changes;
 * @composing, the syllable that is on its way into the text; @time, how long @script takes.
 *
 * Returns: (transfer full) (element-type DeskReadLine): what is read of @script, in order, section
 * names where there are any, and the end. Labels, stamps, cues, credits and page furniture are left
 * out. A script of which nothing is read gives nothing. */
GPtrArray *desk_reading_list (const BulStory *story,
                              const BulScript *script,
                              const BulScript *was,
                              const BulEdit *composing,
                              BulReadTime *time);

/* Whether both look the same, wherever they stand. */
gboolean desk_reading_line_equal (const DeskReadLine *a, const DeskReadLine *b);

G_END_DECLS
