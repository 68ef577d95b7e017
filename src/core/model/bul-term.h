/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BulTerm:
 * @number: counted up from 1 in each library; 0 until it is kept
 * @line: of the file that it was read from, from 1; 0 where it is from none
 * @source: (nullable): what dictionary it came from
 * @by, @at: (nullable): who kept it, and when
 *
 * What a desk has agreed to call something in either language: a word, or some.
 */
typedef struct
{
  gint64 number;
  guint line;
  char *source;
  char *korean;
  char *english;
  char *by;
  char *at;
} BulTerm;

BulTerm *bul_term_new (const char *korean, const char *english, guint line);
void bul_term_free (BulTerm *self);

/* Returns: (transfer full): an empty list (element-type BulTerm) that owns what is in it. */
GPtrArray *bul_terms_new (void);

G_END_DECLS
