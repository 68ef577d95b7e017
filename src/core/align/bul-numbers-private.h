/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Reads the number at @at, which ends at @end at the latest.
 *
 * Returns: behind it, with @is_month and @value set; %NULL where there is none
 */
const char *
bul_number_read_korean (const char *at, const char *end, gboolean *is_month, double *value);

/* @at begins with a digit. */
const char *
bul_number_read_digits (const char *at, const char *end, gboolean *is_month, double *value);

/* Whether @word, folded, is a number in letters or the name of a month. */
gboolean
bul_number_from_word (const char *word, gboolean is_capital, gboolean *is_month, double *value);

/* What hundred, million and the like make of the number before them; 0 for any other word. */
double bul_number_scale (const char *word);

/* The value of a native numeral (두, 스물), where a counter (명, 번) is behind it; else -1. */
double bul_number_native (const char *word, const char *behind);

G_END_DECLS
