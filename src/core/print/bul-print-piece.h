/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print-text.h"

G_BEGIN_DECLS

/* What a stretch of words is on paper; how that looks stands in bul-print-style.c. */
typedef enum
{
  BUL_PRINT_STYLE_HEADLINE,
  BUL_PRINT_STYLE_SMALL, /* heads of pages, stamps, credits */
  BUL_PRINT_STYLE_SECTION,
  BUL_PRINT_STYLE_LABEL, /* whose turn it is */
  BUL_PRINT_STYLE_READ,
  BUL_PRINT_STYLE_CUE,
  BUL_PRINT_STYLE_VOICE, /* who is heard in a soundbite */
  BUL_PRINT_STYLE_BITE,
  /* behind the script */
  BUL_PRINT_STYLE_HEADING,
  BUL_PRINT_STYLE_USE, /* where a notice goes */
  BUL_PRINT_STYLE_NOTICE,
  BUL_PRINT_STYLE_ON_AIR,
  BUL_PRINT_STYLE_ENTRY,
  BUL_PRINT_STYLE_REASON,
  BUL_PRINT_STYLE_SPEAKER,
  BUL_N_PRINT_STYLES,
} BulPrintStyle;

/* A paragraph on paper. */
typedef struct
{
  BulPrintStyle style;
  BulPrintText *text;
  GArray *numbers; /* of guint: speakers who are heard, beside it */
  char *tag;       /* what else stands beside it, or NULL */
} BulPrintPiece;

/* @text: (transfer full) */
BulPrintPiece *bul_print_piece_new (BulPrintStyle style, BulPrintText *text);
void bul_print_piece_free (BulPrintPiece *self);

void bul_print_piece_add_number (BulPrintPiece *self, guint number);

G_END_DECLS
