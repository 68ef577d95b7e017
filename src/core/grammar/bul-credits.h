/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

typedef void (*BulCreditsFunc) (BulSlice role, const BulSlice *names, guint n_names, gpointer data);

/*
 * Production credits: `촬영기자:A B/영상편집:C`, one or several, in brackets or not. The roles are
 * a closed list.
 *
 * Returns: whether @line is credits; @func, where not %NULL, is then called for each of them in
 * order.
 */
gboolean bul_credits_read (BulSlice line, BulCreditsFunc func, gpointer data);

G_END_DECLS
