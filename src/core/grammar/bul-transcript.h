/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-attribution.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_TRANSCRIPT_NONE,
  BUL_TRANSCRIPT_CAPITALS, /* `NAME, TITLE: words`, `Mr. NAME (Title): words` */
  BUL_TRANSCRIPT_MIXED,    /* `First Last: words`, which sentences may look like */
  BUL_TRANSCRIPT_CAPTION,  /* `>> words`, `>> NAME: words` */
} BulTranscript;

/*
 * Reads the label of a voice in an American or Australian transcript, or of a caption. @turn:
 * (out): who, in stretches of @line, and their words as its quote.
 */
BulTranscript bul_transcript_read (BulSlice line, BulAttribution *turn);

G_END_DECLS
