/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query.h"

G_BEGIN_DECLS

/* Whether @name, @length bytes long, is what a field is called. */
gboolean bul_query_field_find (const char *name, gsize length, BulQueryField *field);

/* A day, month or year, or two of them with .. between; a side that is missing is open. */
gboolean bul_query_read_date (const char *text, gint64 *first_day, gint64 *last_day);

/* Whether @value of a story answers to what was typed for @field: whatever the case and the
 * blanks, in either language; a part of it for names. */
gboolean bul_query_field_matches (BulQueryField field, const char *typed, const char *value);

G_END_DECLS
