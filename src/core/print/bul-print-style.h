/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print-piece.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_PRINT_RULE_NONE,
  BUL_PRINT_RULE_BEHIND, /* goes on from the words to the edge */
  BUL_PRINT_RULE_ABOVE,
  BUL_PRINT_RULE_BESIDE, /* a soundbite */
  BUL_PRINT_RULE_HEAVY,  /* beside a notice */
} BulPrintRule;

/* How a piece looks; lengths in points. */
typedef struct
{
  double size;
  double large;   /* its size in large type */
  double leading; /* from line to line, in sizes */
  double above;
  double below;
  double indent;
  BulPrintRule rule;
  gboolean bold;
  gboolean dim;
  gboolean leads;     /* stays with what follows */
  gboolean balanced;  /* its lines are about as long as each other */
  gboolean is_script; /* words of the script: a change in them has its bar */
} BulPrintLook;

/* Indexed by BulPrintStyle. */
extern const BulPrintLook bul_print_looks[];

/* The faces, the first that is there; Latin letters and Hangul from one where it has both. */
#define BUL_PRINT_FAMILY "Noto Sans CJK KR, NanumGothic, Cantarell, Noto Sans, Sans"

/* Shades, from 0 black. */
#define BUL_PRINT_INK 0.0
#define BUL_PRINT_DIM 0.35
#define BUL_PRINT_HAIR 0.6

G_END_DECLS
