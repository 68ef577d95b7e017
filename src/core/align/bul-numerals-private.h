/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that Korean spells in letters. */

/* 열, 스물, … before another numeral: its value, or 0. @size: (out): how many bytes it takes. */
double bul_numeral_take_tens (const char *run, gsize *size);

/* What the native numeral of @length bytes at @run is worth before what follows it at @behind; 0
 * where it is no numeral, or nothing is counted. */
double bul_numeral_value (const char *run, gsize length, const char *behind);

/* What Sino-Korean numerals that @run begins with are worth: 백만, 이천오백. @size: (out): bytes */
double bul_numeral_value_sino (const char *run, gsize *size);

G_END_DECLS
