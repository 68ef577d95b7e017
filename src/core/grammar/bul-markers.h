/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* What a mark in brackets at the head of a line says. */
typedef enum
{
  BUL_MARK_ANCHOR = 1, /* the anchor's lead, or the anchor's turn */
  BUL_MARK_REPORT,     /* the taped report */
  BUL_MARK_REPORTER,   /* the reporter's report, or the reporter's turn */
  BUL_MARK_BITE,       /* a soundbite follows */
  BUL_MARK_END,        /* the end of the lead */
} BulMarkRole;

/* A mark of one house. */
typedef struct
{
  const char *open;
  const char *close;
  const char *word; /* without blanks, in lower case */
  BulMarkRole role;
} BulMarker;

/*
 * The mark that @line starts with, or %NULL. Blanks inside the brackets and the case of Latin
 * letters do not count; the words are a closed list, so that `[Reporter: "…"]` is none. @mark:
 * (out): its stretch.
 */
const BulMarker *bul_markers_find (BulSlice line, BulSlice *mark);

G_END_DECLS
