/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

#define BUL_ATTRIBUTION_MOST 8

/* One soundbite, or the label of a turn: who, what they are, and the words. All stretches of its
 * text. */
typedef struct
{
  BulSlice marker;
  BulSlice attribution; /* from the opening bracket or label to the colon, inclusive */
  BulSlice names[BUL_ATTRIBUTION_MOST];
  guint n_names; /* a role without a name is a name of length 0 */
  BulSlice title;
  BulSlice details[BUL_ATTRIBUTION_MOST];
  guint n_details;
  BulSlice quote;
  gboolean bracket_open; /* the bracket is never closed */
  gboolean quote_open;   /* the quotation is never closed */
} BulAttribution;

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

G_END_DECLS
