/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-paper.h"

const BulPaper bul_papers[] = {
  { "a4", 210 / 25.4 * 72, 297 / 25.4 * 72 },
  { "letter", 8.5 * 72, 11 * 72 },
};

const guint bul_n_papers = G_N_ELEMENTS (bul_papers);

const BulPaper *
bul_paper_find (const char *id)
{
  for (guint i = 0; i < bul_n_papers; i++)
    if (g_strcmp0 (bul_papers[i].id, id) == 0)
      return &bul_papers[i];
  return NULL;
}
