/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What differs between two texts, or two lists. Runs follow each other and cover both from end to
 * end; a run that is the same and one that is changed take turns. A changed run says which stretch
 * gave way to which, and either of the two may be empty.
 */
typedef struct
{
  gboolean same;
  guint was_start;
  guint was_end;
  guint now_start;
  guint now_end;
} BulDiffRun;

/*
 * Returns: (transfer full) (element-type BulDiffRun): by words, in code points. A word is what
 * stands between blanks (어절 in Korean), without the marks around it; 1,027 and it's are one.
 */
GArray *bul_diff_words (const char *was, const char *now);

/* Returns: (transfer full) (element-type BulDiffRun): by items that are equal or not, in places. */
GArray *bul_diff_items (const guint *was, guint n_was, const guint *now, guint n_now);

/* Whether nothing is changed. */
gboolean bul_diff_is_same (const GArray *runs);

G_END_DECLS
