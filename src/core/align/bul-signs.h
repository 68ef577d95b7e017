/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a sentence holds besides words. */
typedef enum
{
  BUL_SIGN_QUOTES = 1 << 0,        /* a quotation mark */
  BUL_SIGN_ASKS = 1 << 1,          /* a question mark */
  BUL_SIGN_BEGINS_INSIDE = 1 << 2, /* a quotation was begun before it and goes on */
  BUL_SIGN_ENDS_INSIDE = 1 << 3,   /* a quotation goes on behind it */
  BUL_SIGN_UNSTOPPED = 1 << 4,     /* it ends without a stop */
} BulSign;

/* Returns: (transfer full): for each sentence of a text what it holds besides words, of
 * %BulSign. */
guint8 *bul_signs_read (const char *const *sentences, guint n);

G_END_DECLS
