/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is asked of a story besides its words. */
typedef enum
{
  BUL_QUERY_SPEAKER,
  BUL_QUERY_TAG,
  BUL_QUERY_PROGRAMME,
  BUL_QUERY_LANGUAGE,
  BUL_QUERY_STATE,
  BUL_QUERY_HAS,
  BUL_QUERY_DATE,
} BulQueryField;

/* What it is called as it is typed in English. */
const char *bul_query_field_get_name (BulQueryField field);

/* Whether @name, @length bytes long, is what a field is called. */
gboolean bul_query_field_find (const char *name, gsize length, BulQueryField *field);

/* A day, month or year, or two of them with .. between; a side that is missing is open. Of the
 * second one what is the same may be left out: 2025-05..07, 2025-05-03..09. */
gboolean bul_query_read_date (const char *text, gint64 *first_day, gint64 *last_day);

/* Whether @value of a story answers to what was typed for @field: whatever the case and the
 * blanks, in either language; a part of it for names. Of a tag only its code is known here; what a
 * vocabulary calls it, and what is below that, see bul_vocabulary_collect(). */
gboolean bul_query_field_matches (BulQueryField field, const char *typed, const char *value);

G_END_DECLS
