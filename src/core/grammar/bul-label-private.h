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
  guint n_names;  /* a role without a name is a name of length 0 */
  BulSlice title; /* of all of them, or empty where each has one */
  BulSlice titles[BUL_ATTRIBUTION_MOST];
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
 * Reads who speaks from @label, without its brackets and colon: `Name/Title/Occasion`, `Name
 * (Title)`, `A & B/Title`, or a role. What it finds is added to @out.
 */
void bul_label_read (BulAttribution *out, BulSlice label);

/* The same of a label whose fields are parted by commas: `이름, 직함`. */
void bul_label_read_listed (BulAttribution *out, BulSlice label);

/* @label without how long the words take: “Name, 0'11"”. */
BulSlice bul_label_before_duration (BulSlice label);

/* Whether @label is one of “TITLE, NAME, SAYING”, as an agency's list of shots has them. */
gboolean bul_label_is_saying (BulSlice label);

/* The slash that ends the first field of @label, outside round brackets; or %NULL. */
const char *bul_label_field_end (BulSlice label);

/* The bracket at the end of @label, of which inner ones are a part: “Role (VOICE MODIFIED)”; or
 * %NULL. */
const char *bul_label_closing_group (BulSlice label);

G_END_DECLS
