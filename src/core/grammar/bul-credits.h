/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

typedef void (*BulCreditsFunc) (BulSlice role, const BulSlice *names, guint n_names, gpointer data);

typedef enum
{
  BUL_CREDITS_NONE,
  BUL_CREDITS_MAKERS, /* at the foot of a script: who made it */
  BUL_CREDITS_BYLINE, /* whose report it is: a name and a trade, nothing else */
  BUL_CREDITS_HOSTS, /* at the head of a talk: `■ 진행 : …`, `<출연 : …>`; or `Reporter: …` */
} BulCreditsSort;

/*
 * Production credits: `촬영기자:A B/영상편집:C`, one or several, in brackets or not. The roles are
 * a closed list.
 *
 * Returns: which sort of credits @line is; @func, where not %NULL, is then called for each of them
 * in order.
 */
BulCreditsSort bul_credits_read (BulSlice line, BulCreditsFunc func, gpointer data);

G_END_DECLS
