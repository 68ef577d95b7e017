/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-segment.h"

G_BEGIN_DECLS

/*
 * Makes the @language side of the pair @key read @words, and changes no more words than that, so
 * that what is said about the others stays on them. A pair without words there gets such, behind
 * the sentence that answers what comes before it. One step, named @what.
 *
 * Refused where there is no such pair, or no place for a sentence; nothing is changed then.
 */
gboolean bul_flow_retell (BulHistory *history,
                          const char *key,
                          BulLanguage language,
                          const char *words,
                          const char *what,
                          GError **error);

G_END_DECLS
