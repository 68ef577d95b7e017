/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-bead-search.h"

#include <math.h>

#define NO_WAY (-INFINITY)

/* Parts that many kinds of beads share are scored once: eight that link, and either side alone. */
#define N_SHAPES 10

/* A text of so many cells is searched whole; of a longer one, a band at least so narrow. */
#define WHOLE 40000
#define NARROWEST 40

/* A part, from its own first sentences on. */
typedef struct
{
  BulBeadPart members;
  float *scores; /* of each cell where it begins; not a number where nobody asked yet */
} Shape;

/* Where a shape stands in a bead. */
typedef struct
{
  guint shape;
  guint korean;
  guint english;
} Place;

/* Cells lie between the sentences: (0, 0) before all, (n, m) behind all. */
typedef struct
{
  const BulEchoes *echoes;
  const BulBeadWeights *weights;
  const BulBeadMask *mask;
  guint *korean_counts; /* of the mask: how many sentences each group has */
  guint *english_counts;
  guint n;
  guint m;
  guint band; /* cells farther than this from the diagonal are left out */
  Shape shapes[N_SHAPES];
  guint n_shapes;
  Place places[BUL_BEAD_N_KINDS][2];
  float *scores;   /* of each kind of bead that begins at a cell */
  double *forward; /* sums over all ways from the start, and to the end */
  double *backward;
  double *best;
  guint8 *from; /* the kind of bead by which the best way came, from 1 */
} Search;

static gsize
cell (const Search *self, guint korean, guint english)
{
  return (gsize) korean * (self->m + 1) + english;
}

/* Long texts stay near their diagonal; short ones may go anywhere. The cells of the row of @korean
 * that may be stepped on begin here and end before. */
static guint
row_start (const Search *self, guint korean)
{
  gint64 middle = self->n == 0 ? 0 : (gint64) korean * self->m / self->n;

  return (guint) MAX (middle - self->band, 0);
}

static guint
row_end (const Search *self, guint korean)
{
  gint64 middle = self->n == 0 ? self->m : (gint64) korean * self->m / self->n;

  return (guint) MIN (middle + self->band, self->m) + 1;
}

static gboolean
is_near (const Search *self, guint korean, guint english)
{
  return english >= row_start (self, korean) && english < row_end (self, korean);
}

/* --- what was put together by hand */

/* How many sentences each group has. */
static guint *
count_groups (const guint *groups, guint n, guint most)
{
  guint *counts = g_new0 (guint, most + 1);

  for (guint i = 0; i < n; i++)
    counts[groups[i]]++;
  return counts;
}

static void
read_mask (Search *self)
{
  guint most = 0;

  if (self->mask == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    most = MAX (most, self->mask->korean[i]);
  for (guint i = 0; i < self->m; i++)
    most = MAX (most, self->mask->english[i]);
  self->korean_counts = count_groups (self->mask->korean, self->n, most);
  self->english_counts = count_groups (self->mask->english, self->m, most);
}

/* Counts the members of @members in their group; FALSE where they are of different ones. */
static gboolean
same_group (const guint *groups, guint at, guint8 members, guint *group, guint *count)
{
  for (guint i = 0; i < 3; i++)
    if ((members >> i & 1) != 0)
      {
        if (*count > 0 && groups[at + i] != *group)
          return FALSE;
        *group = groups[at + i];
        (*count)++;
      }
  return TRUE;
}

static guint
first_of (guint8 members)
{
  return members == 0 || (members & 1) != 0 ? 0 : (members & 2) != 0 ? 1 : 2;
}

/* Whether @part, from @at on, has all of @members, which are counted from @from on. */
static gboolean
has_members (guint8 part, guint at, guint8 members, guint from)
{
  guint wanted;

  if (from < at || from - at > 2)
    return FALSE;
  wanted = (guint) members << (from - at);
  return (part & wanted) == wanted;
}

/* What answers nothing is refused alone, wherever the other side stands; what does not answer each
 * other does not with further sentences beside it either. */
static gboolean
is_refused (const Search *self, const BulBeadPart *part, guint korean, guint english)
{
  for (guint i = 0; self->mask->refusals != NULL && i < self->mask->refusals->len; i++)
    {
      const BulBeadRefusal *refusal = &g_array_index (self->mask->refusals, BulBeadRefusal, i);
      gboolean has_korean
          = has_members (part->korean, korean, refusal->members.korean, refusal->korean);
      gboolean has_english
          = has_members (part->english, english, refusal->members.english, refusal->english);

      if (refusal->members.korean == 0 || refusal->members.english == 0)
        {
          guint k = first_of (part->korean);
          guint e = first_of (part->english);

          if (refusal->members.korean == part->korean >> k
              && refusal->members.english == part->english >> e
              && (part->korean == 0 || refusal->korean == korean + k)
              && (part->english == 0 || refusal->english == english + e))
            return TRUE;
        }
      else if (has_korean && has_english)
        return TRUE;
    }
  return FALSE;
}

/* What was put together by hand is together and alone. */
static gboolean
allows (const Search *self, const BulBeadPart *part, guint korean, guint english)
{
  guint k_group = 0;
  guint e_group = 0;
  guint n_korean = 0;
  guint n_english = 0;

  if (!same_group (self->mask->korean, korean, part->korean, &k_group, &n_korean)
      || !same_group (self->mask->english, english, part->english, &e_group, &n_english))
    return FALSE;
  if (n_korean > 0 && n_english > 0 && k_group != e_group)
    return FALSE;
  if (MAX (k_group, e_group) == 0)
    return !is_refused (self, part, korean, english);
  return self->korean_counts[MAX (k_group, e_group)] == n_korean
         && self->english_counts[MAX (k_group, e_group)] == n_english;
}

/* Nothing steps over the border of a part before all that lies ahead of it on the other side. */
static gboolean
is_between (const BulBeadPlace *places, guint n, guint at, guint part)
{
  return (at == 0 || places[at - 1].part <= part) && (at == n || places[at].part >= part);
}

static gboolean
keeps_parts (const Search *self, const BulBeadPart *part, guint korean, guint english)
{
  const BulBeadPlace *k = self->mask->korean_places;
  const BulBeadPlace *e = self->mask->english_places;
  guint low = G_MAXUINT;
  guint high = 0;

  if (k == NULL || e == NULL)
    return TRUE;
  for (guint i = 0; i < 3; i++)
    {
      if ((part->korean >> i & 1) != 0)
        {
          low = MIN (low, k[korean + i].part);
          high = MAX (high, k[korean + i].part);
        }
      if ((part->english >> i & 1) != 0)
        {
          low = MIN (low, e[english + i].part);
          high = MAX (high, e[english + i].part);
        }
    }
  return low == high && (part->korean != 0 || is_between (k, self->n, korean, low))
         && (part->english != 0 || is_between (e, self->m, english, low));
}

static gboolean
may_stand (const Search *self, guint kind, guint korean, guint english)
{
  const BulBeadKind *bead = &bul_bead_kinds[kind];

  if (korean + bead->n_korean > self->n || english + bead->n_english > self->m
      || !is_near (self, korean + bead->n_korean, english + bead->n_english))
    return FALSE;
  for (guint i = 0; self->mask != NULL && i < bead->n_parts; i++)
    if (!allows (self, &bead->parts[i], korean, english)
        || !keeps_parts (self, &bead->parts[i], korean, english))
      return FALSE;
  return TRUE;
}

/* --- scores */

static guint
intern_shape (Search *self, BulBeadPart members)
{
  Shape *shape;

  for (guint i = 0; i < self->n_shapes; i++)
    if (self->shapes[i].members.korean == members.korean
        && self->shapes[i].members.english == members.english)
      return i;
  g_assert (self->n_shapes < N_SHAPES);
  shape = &self->shapes[self->n_shapes];
  shape->members = members;
  return self->n_shapes++;
}

static void
find_shapes (Search *self)
{
  for (guint kind = 0; kind < BUL_BEAD_N_KINDS; kind++)
    for (guint i = 0; i < bul_bead_kinds[kind].n_parts; i++)
      {
        BulBeadPart part = bul_bead_kinds[kind].parts[i];
        Place *place = &self->places[kind][i];

        place->korean = first_of (part.korean);
        place->english = first_of (part.english);
        part.korean = (guint8) (part.korean >> place->korean);
        part.english = (guint8) (part.english >> place->english);
        place->shape = intern_shape (self, part);
      }
}

/* Scored when it is first asked for. */
static float
score_shape (const Search *self, const Place *place, guint korean, guint english)
{
  const Shape *shape = &self->shapes[place->shape];
  float *score = &shape->scores[cell (self, korean + place->korean, english + place->english)];

  if (isnan (*score))
    *score = (float) bul_bead_score_part (self->echoes, self->weights, &shape->members,
                                          korean + place->korean, english + place->english);
  return *score;
}

/* What it costs that a sentence of @part, which has those of one language alone, stands there. */
static float
score_place (const Search *self, const BulBeadPart *part, guint korean, guint english)
{
  if (self->mask == NULL || self->mask->korean_places == NULL
      || (part->korean != 0 && part->english != 0))
    return 0;
  return -(part->korean != 0
               ? self->mask->korean_places[korean + first_of (part->korean)].alone
               : self->mask->english_places[english + first_of (part->english)].alone);
}

static float
score_bead (const Search *self, guint kind, guint korean, guint english)
{
  float score = (float) self->weights->bias[kind];

  if (!may_stand (self, kind, korean, english))
    return (float) NO_WAY;
  for (guint i = 0; i < bul_bead_kinds[kind].n_parts; i++)
    {
      score += score_shape (self, &self->places[kind][i], korean, english);
      score += score_place (self, &bul_bead_kinds[kind].parts[i], korean, english);
    }
  return score;
}

static float
score_at (const Search *self, guint kind, guint korean, guint english)
{
  return self->scores[cell (self, korean, english) * BUL_BEAD_N_KINDS + kind];
}

static void
score_all (Search *self)
{
  gsize n_cells = (gsize) (self->n + 1) * (self->m + 1);

  for (guint i = 0; i < self->n_shapes; i++)
    {
      self->shapes[i].scores = g_new (float, n_cells);
      for (gsize at = 0; at < n_cells; at++)
        self->shapes[i].scores[at] = NAN;
    }
  for (gsize i = 0; i < n_cells * BUL_BEAD_N_KINDS; i++)
    self->scores[i] = (float) NO_WAY;
  for (guint i = 0; i <= self->n; i++)
    for (guint j = row_start (self, i); j < row_end (self, i); j++)
      for (guint kind = 0; kind < BUL_BEAD_N_KINDS; kind++)
        self->scores[cell (self, i, j) * BUL_BEAD_N_KINDS + kind] = score_bead (self, kind, i, j);
}

static double *
new_cells (const Search *self)
{
  gsize n_cells = (gsize) (self->n + 1) * (self->m + 1);
  double *cells = g_new (double, n_cells);

  for (gsize i = 0; i < n_cells; i++)
    cells[i] = NO_WAY;
  return cells;
}

static void
start (Search *self,
       const BulEchoes *echoes,
       const BulBeadWeights *weights,
       const BulBeadMask *mask)
{
  gsize n_cells;

  *self = (Search){ .echoes = echoes,
                    .weights = weights,
                    .mask = mask,
                    .n = echoes->korean.n,
                    .m = echoes->english.n };
  n_cells = (gsize) (self->n + 1) * (self->m + 1);
  /* Parts may lie anywhere, and leave out most cells themselves. */
  self->band = n_cells <= WHOLE || (mask != NULL && mask->korean_places != NULL)
                   ? MAX (self->n, self->m)
                   : MAX (NARROWEST, MAX (self->n, self->m) / 8);
  self->scores = g_new (float, n_cells *BUL_BEAD_N_KINDS);
  self->forward = new_cells (self);
  self->backward = new_cells (self);
  read_mask (self);
  find_shapes (self);
  score_all (self);
}

static void
stop (Search *self)
{
  for (guint i = 0; i < self->n_shapes; i++)
    g_free (self->shapes[i].scores);
  g_free (self->korean_counts);
  g_free (self->english_counts);
  g_free (self->scores);
  g_free (self->forward);
  g_free (self->backward);
  g_free (self->best);
  g_free (self->from);
}

/* --- sums over all ways */

/* The logarithm of a sum of shares that are given by their logarithms. */
static double
add_up (const double *logs, guint n)
{
  double most = NO_WAY;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, logs[i]);
  if (most == NO_WAY)
    return NO_WAY;
  for (guint i = 0; i < n; i++)
    if (logs[i] > most - 40)
      sum += exp (logs[i] - most);
  return most + log (sum);
}

static void
go_forward (Search *self)
{
  for (guint i = 0; i <= self->n; i++)
    for (guint j = row_start (self, i); j < row_end (self, i); j++)
      {
        double logs[BUL_BEAD_N_KINDS];
        guint n_logs = 0;

        for (guint kind = 0; kind < BUL_BEAD_N_KINDS; kind++)
          {
            const BulBeadKind *bead = &bul_bead_kinds[kind];

            if (bead->n_korean <= i && bead->n_english <= j)
              logs[n_logs++]
                  = self->forward[cell (self, i - bead->n_korean, j - bead->n_english)]
                    + (double) score_at (self, kind, i - bead->n_korean, j - bead->n_english);
          }
        self->forward[cell (self, i, j)] = i == 0 && j == 0 ? 0 : add_up (logs, n_logs);
      }
}

static void
go_backward (Search *self)
{
  for (guint i = self->n + 1; i-- > 0;)
    for (guint j = row_end (self, i); j-- > row_start (self, i);)
      {
        double logs[BUL_BEAD_N_KINDS];
        guint n_logs = 0;

        for (guint kind = 0; kind < BUL_BEAD_N_KINDS; kind++)
          {
            const BulBeadKind *bead = &bul_bead_kinds[kind];
            double score = (double) score_at (self, kind, i, j);

            if (score != NO_WAY)
              logs[n_logs++]
                  = score + self->backward[cell (self, i + bead->n_korean, j + bead->n_english)];
          }
        self->backward[cell (self, i, j)]
            = i == self->n && j == self->m ? 0 : add_up (logs, n_logs);
      }
}

static double
share_of (const Search *self, guint kind, guint korean, guint english)
{
  const BulBeadKind *bead = &bul_bead_kinds[kind];
  float score;

  if (korean + bead->n_korean > self->n || english + bead->n_english > self->m)
    return 0;
  score = score_at (self, kind, korean, english);
  if (score == (float) NO_WAY)
    return 0;
  return exp (self->forward[cell (self, korean, english)] + (double) score
              + self->backward[cell (self, korean + bead->n_korean, english + bead->n_english)]
              - self->backward[0]);
}

double
bul_bead_search_all (const BulEchoes *echoes,
                     const BulBeadWeights *weights,
                     const BulBeadMask *mask,
                     BulBeadFunc func,
                     gpointer data)
{
  Search self;
  double sum;

  start (&self, echoes, weights, mask);
  go_forward (&self);
  go_backward (&self);
  sum = self.backward[0];
  for (guint i = 0; sum != NO_WAY && i <= self.n; i++)
    for (guint j = row_start (&self, i); j < row_end (&self, i); j++)
      for (guint kind = 0; kind < BUL_BEAD_N_KINDS; kind++)
        {
          double share = share_of (&self, kind, i, j);

          if (share > 1e-9)
            func (kind, i, j, share, data);
        }
  stop (&self);
  return sum;
}

/* --- the best way */

static void
find_best (Search *self)
{
  self->best = new_cells (self);
  self->from = g_new0 (guint8, (gsize) (self->n + 1) * (self->m + 1));
  self->best[0] = 0;
  for (guint i = 0; i <= self->n; i++)
    for (guint j = row_start (self, i); j < row_end (self, i); j++)
      for (guint kind = 0; kind < BUL_BEAD_N_KINDS; kind++)
        {
          double score = (double) score_at (self, kind, i, j);
          gsize to;

          if (score == NO_WAY || self->best[cell (self, i, j)] == NO_WAY)
            continue;
          to = cell (self, i + bul_bead_kinds[kind].n_korean, j + bul_bead_kinds[kind].n_english);
          if (self->best[cell (self, i, j)] + score <= self->best[to])
            continue;
          self->best[to] = self->best[cell (self, i, j)] + score;
          self->from[to] = (guint8) (kind + 1);
        }
}

/* The share of beads with @shape at this place, whatever else they hold. */
static double
share_of_shape (const Search *self, guint shape, guint korean, guint english)
{
  double share = 0;

  for (guint kind = 0; kind < BUL_BEAD_N_KINDS; kind++)
    for (guint i = 0; i < bul_bead_kinds[kind].n_parts; i++)
      {
        const Place *place = &self->places[kind][i];

        if (place->shape == shape && place->korean <= korean && place->english <= english)
          share += share_of (self, kind, korean - place->korean, english - place->english);
      }
  return share;
}

/* How sure a part of a bead is. A sentence that answers none may do so anywhere on the other side:
 * of two that are left out on either side none is the first. */
static double
confidence_of (const Search *self, const BulBead *bead, guint part)
{
  const Place *place = &self->places[bead->kind][part];
  const BulBeadPart *members = &self->shapes[place->shape].members;
  guint korean = bead->korean + place->korean;
  guint english = bead->english + place->english;
  double share = 0;

  if (members->english == 0)
    for (guint j = 0; j <= self->m; j++)
      share += share_of_shape (self, place->shape, korean, j);
  else if (members->korean == 0)
    for (guint i = 0; i <= self->n; i++)
      share += share_of_shape (self, place->shape, i, english);
  else
    share = share_of_shape (self, place->shape, korean, english);
  return CLAMP (share, 0, 1);
}

/* Back from the end along the best way. */
static GArray *
trace (const Search *self)
{
  GArray *beads = g_array_new (FALSE, FALSE, sizeof (BulBead));
  guint i = self->n;
  guint j = self->m;

  while (i > 0 || j > 0)
    {
      guint kind = self->from[cell (self, i, j)] - 1u;
      BulBead bead = { .kind = kind };

      i -= bul_bead_kinds[kind].n_korean;
      j -= bul_bead_kinds[kind].n_english;
      bead.korean = i;
      bead.english = j;
      for (guint part = 0; part < bul_bead_kinds[kind].n_parts; part++)
        bead.confidence[part] = confidence_of (self, &bead, part);
      g_array_prepend_val (beads, bead);
    }
  return beads;
}

GArray *
bul_bead_search (const BulEchoes *echoes, const BulBeadWeights *weights, const BulBeadMask *mask)
{
  Search self;
  GArray *beads = NULL;

  start (&self, echoes, weights, mask);
  go_forward (&self);
  go_backward (&self);
  find_best (&self);
  if (self.best[cell (&self, self.n, self.m)] != NO_WAY)
    beads = trace (&self);
  stop (&self);
  return beads;
}
