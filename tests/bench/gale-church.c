/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gale-church.h"

#include <math.h>

#define VARIANCE 6.8

typedef struct
{
  guint n_korean;
  guint n_english;
  double share;
} Bead;

static const Bead beads[] = {
  { 1, 1, 0.89 },  { 1, 0, 0.0099 }, { 0, 1, 0.0099 },
  { 2, 1, 0.089 }, { 1, 2, 0.089 },  { 2, 2, 0.011 },
};

typedef struct
{
  double *korean; /* lengths up to each sentence */
  double *english;
  double ratio;
  guint n;
  guint m;
} Lengths;

static double *
add_up_lengths (char **sentences, guint n)
{
  double *sums = g_new (double, n + 1);

  sums[0] = 0;
  for (guint i = 0; i < n; i++)
    sums[i + 1] = sums[i] + (double) g_utf8_strlen (sentences[i], -1);
  return sums;
}

/* How unlikely it is that these sentences answer each other, as a negative logarithm. */
static double
cost_of (const Lengths *self, const Bead *bead, guint korean, guint english)
{
  double k = self->korean[korean + bead->n_korean] - self->korean[korean];
  double e = self->english[english + bead->n_english] - self->english[english];
  double mean = (k + e / self->ratio) / 2;
  double delta = mean == 0 ? 0 : fabs (k * self->ratio - e) / sqrt (VARIANCE * mean);

  /* 2 (1 - Φ (δ)) */
  return -log (MAX (erfc (delta / sqrt (2)), 1e-300)) - log (bead->share);
}

static GArray *
list_sentences (guint from, guint n)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = from; i < from + n; i++)
    g_array_append_val (list, i);
  return list;
}

static GPtrArray *
trace (const Lengths *self, const guint8 *from)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_aligned_link_free);
  guint i = self->n;
  guint j = self->m;

  while (i > 0 || j > 0)
    {
      const Bead *bead = &beads[from[i * (self->m + 1) + j]];
      BulAlignedLink *link = g_new0 (BulAlignedLink, 1);

      i -= bead->n_korean;
      j -= bead->n_english;
      link->korean = list_sentences (i, bead->n_korean);
      link->english = list_sentences (j, bead->n_english);
      g_ptr_array_insert (links, 0, link);
    }
  return links;
}

static void
search (const Lengths *self, double *best, guint8 *from)
{
  for (guint i = 0; i <= self->n; i++)
    for (guint j = 0; j <= self->m; j++)
      {
        guint here = i * (self->m + 1) + j;

        best[here] = here == 0 ? 0 : INFINITY;
        for (guint b = 0; b < G_N_ELEMENTS (beads); b++)
          {
            double cost;

            if (beads[b].n_korean > i || beads[b].n_english > j)
              continue;
            cost = best[(i - beads[b].n_korean) * (self->m + 1) + j - beads[b].n_english]
                   + cost_of (self, &beads[b], i - beads[b].n_korean, j - beads[b].n_english);
            if (cost >= best[here])
              continue;
            best[here] = cost;
            from[here] = (guint8) b;
          }
      }
}

GPtrArray *
gale_church_align (const AlignedText *text)
{
  g_autofree double *korean = add_up_lengths (text->korean, text->n_korean);
  g_autofree double *english = add_up_lengths (text->english, text->n_english);
  gsize n_cells = (gsize) (text->n_korean + 1) * (text->n_english + 1);
  g_autofree double *best = g_new (double, n_cells);
  g_autofree guint8 *from = g_new0 (guint8, n_cells);
  Lengths self = { korean, english, 1, text->n_korean, text->n_english };

  self.ratio = MAX (english[self.m], 1) / MAX (korean[self.n], 1);
  search (&self, best, from);
  return trace (&self, from);
}
