/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-pairs.h"

G_BEGIN_DECLS

/*
 * One side of a pair that is to say something else. @words are plain, see bul_exchange_dup_plain().
 * Both are part of the step that is open.
 */

/* Makes the @language side of the link @key read @words, and changes no more words than that: what
 * is said about the others stays on them. */
gboolean bul_retold_change (
    BulHistory *history, const char *key, BulLanguage language, const char *words, GError **error);

/* Gives the link @key, which has no words in @language, such: in the line that stands beside its
 * own and waits for them (bul-beside.h), or else behind the sentence that answers what comes before
 * it.
 */
gboolean bul_retold_add (
    BulHistory *history, const char *key, BulLanguage language, const char *words, GError **error);

G_END_DECLS
