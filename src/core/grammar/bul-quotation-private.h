/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-label-private.h"

G_BEGIN_DECLS

/* A label is never longer, in bytes; what is longer is a sentence with a colon in it. */
#define BUL_QUOTATION_LONGEST_LABEL 240

/* Whether @slice begins with a quotation mark, a single one too. */
gboolean bul_quotation_starts (BulSlice slice);

/* Whether @slice ends as sentences do. */
gboolean bul_quotation_ends_sentence (BulSlice slice);

/* @words without the dash that may stand before a quotation: `- "…"`. */
BulSlice bul_quotation_without_dash (BulSlice words);

/* The next colon in @slice from @from on, or %NULL; @length: (out): its bytes. */
const char *bul_quotation_next_colon (BulSlice slice, const char *from, gsize *length);

/* The colon that ends the label: before a quotation, or else with a blank before it, or else the
 * first; or %NULL. @length: (out): its bytes. */
const char *bul_quotation_find_colon (BulSlice slice, gsize *length);

/* Takes how it is said, `(in English) "…"`, from before a quotation into @out; returns the rest. */
BulSlice bul_quotation_after_detail (BulAttribution *out, BulSlice words);

/* `(Korean)`, `[Korean]`: the language that is heard. */
gboolean bul_quotation_is_language (BulSlice note);

/* Sets the quote of @out to what is said in @words, without its marks. Behind the marker of desk
 * copy round brackets stand for those. */
void bul_quotation_read (BulAttribution *out, BulSlice words);

G_END_DECLS
