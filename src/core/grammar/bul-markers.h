/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* What a mark at the head of a line says. */
typedef enum
{
  BUL_MARK_ANCHOR = 1, /* the anchor's lead, or the anchor's turn */
  BUL_MARK_LEAD,       /* the anchor's lead and never a turn: a second one begins another story */
  BUL_MARK_REPORT,     /* the taped report */
  BUL_MARK_REPORTER,   /* the reporter's report, or the reporter's turn */
  BUL_MARK_ANSWER,     /* a guest's turn, without a name */
  BUL_MARK_BITE,       /* a soundbite follows */
  BUL_MARK_STAND_UP,   /* the reporter speaks to the camera */
  BUL_MARK_END,        /* the end of the lead */
  BUL_MARK_LIVE,       /* the reporter, live where it happens */
  BUL_MARK_SHOTS,      /* a list of shots follows: `SHOTLIST:` */
  BUL_MARK_STORY,      /* and, behind it, what it shows: `STORYLINE:` */
} BulMarkRole;

/* A mark of one house. */
typedef struct
{
  const char *open;  /* a bracket or bullet, or nothing */
  const char *word;  /* without blanks, in lower case */
  const char *close; /* a bracket, a colon … */
  BulMarkRole role;
} BulMarker;

/* A mark as it stands in a line. */
typedef struct
{
  const BulMarker *marker; /* %NULL: there is none */
  BulSlice stretch;        /* from its first character to its last */
  gboolean is_damaged;     /* a blank tears its word: `◀ 리포 트 ▶` */
} BulMark;

/*
 * The mark that @line starts with. Blanks inside it, the case of Latin letters and the width of its
 * brackets do not count; the words are a closed list, so that `[Reporter: "…"]` is none.
 */
BulMark bul_markers_find (BulSlice line);

/* Returns: (nullable): the mark of the same role as it is commonest in the other language, where
 * @line is a section mark and nothing else. Static. */
const char *bul_markers_translate (BulSlice line, gboolean to_korean);

/* What stands behind the mark that @line starts with; @line itself where it starts with none. */
BulSlice bul_markers_skip (BulSlice line);

G_END_DECLS
