/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-label-private.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_ATTRIBUTION_NONE,
  BUL_ATTRIBUTION_BITE,
  BUL_ATTRIBUTION_LABEL, /* only who: `[name / title]`, with the words to come */
  BUL_ATTRIBUTION_TURN,  /* `[name / title] words` that are no quotation */
  BUL_ATTRIBUTION_MARK,  /* short words in brackets that look like a mark nobody knows */
} BulAttributionSort;

/*
 * Reads a soundbite by its bracket, and the attribution by the first colon before a quotation, so
 * that marks which are absent, mixed or unpaired do no harm.
 */
BulAttributionSort bul_attribution_read (BulSlice text, BulAttribution *attribution);

/* Whether @line says only who, without a bracket: `이름 / 직함`, 시민. The words are on the next.
 */
gboolean bul_attribution_is_label (BulSlice line);

/* Whether a stroke parts a name in Hangul from its title: `이름 / 직함`. */
gboolean bul_attribution_has_fields (BulSlice line);

G_END_DECLS
