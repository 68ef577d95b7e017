/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* How sure it is that a line instructs and is not read. */
typedef enum
{
  BUL_CUE_NONE,
  BUL_CUE_IN_TRANSCRIPT, /* a short remark in round brackets: a cue in a transcript, elsewhere words
                          */
  BUL_CUE_CERTAIN,
} BulCue;

/* `(BEGIN VIDEO CLIP)`, `♪ … ♪`, `[APPLAUSE]`, `00:27`, `000605-10 + 000618-24`. */
BulCue bul_cue_find (BulSlice line);

/* Whether @word is a place on a tape or a time of a recording: `000605-10`, `00:27`. */
gboolean bul_cue_is_tape_time (BulSlice word);

/* The time that is glued to the head of @line, `00:27words`; empty where there is none. */
BulSlice bul_cue_find_glued_time (BulSlice line);

G_END_DECLS
