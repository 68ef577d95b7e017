/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sheet, upright, in points of 1/72 inch. */
typedef struct
{
  const char *id; /* on the command line */
  double width;
  double height;
} BulPaper;

/* All sizes that have a name; the first is the usual one. */
extern const BulPaper bul_papers[];
extern const guint bul_n_papers;

/* Returns: (nullable): the size called @id. */
const BulPaper *bul_paper_find (const char *id);

G_END_DECLS
