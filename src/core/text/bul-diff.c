/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-diff.h"

#include <string.h>

/*
 * The shortest way from one list of items to another, after E. Myers, “An O(ND) Difference
 * Algorithm and Its Variations” (1986), in linear space.
 *
 * Think of a grid, the old list along the top, the new one down the side. A way from corner to
 * corner goes right (an item is taken out), down (one is put in), or, where both items are equal,
 * aslant for nothing. A diagonal is named by its right minus down. For d = 0, 1, 2 … the furthest
 * place on each diagonal that d steps can reach follows from those of d - 1. That is done from both
 * corners at once; where the two meet lies the middle of a shortest way, and the boxes before and
 * behind it are done likewise.
 *
 *     was  the ferry sailed        the is common; ferry → boat are a step right and a step down;
 *     now  the boat sailed         sailed is common: 2 steps, one changed run between two same
 *
 * Items are numbers that are equal where the words are. Time is items times steps; where a box
 * takes more than MOST_STEPS, the two have so little in common that it is told as changed whole.
 */
#define MOST_STEPS 1500
#define NOWHERE (-1)

typedef struct
{
  const guint *was;
  const guint *now;
  guint8 *removed;  /* for each item of @was, whether it is taken out */
  guint8 *inserted; /* for each item of @now, whether it is put in */
  int *forward;     /* by diagonal: how far right the way from the start got */
  int *backward;    /* how far left the way from the end got */
} Diff;

/* A part of the grid: items [was_start, was_end) and [now_start, now_end). */
typedef struct
{
  int was_start;
  int was_end;
  int now_start;
  int now_end;
} Box;

typedef struct
{
  int was;
  int now;
} Point;

static void
mark_all (Diff *diff, Box box)
{
  memset (diff->removed + box.was_start, 1, box.was_end - box.was_start);
  memset (diff->inserted + box.now_start, 1, box.now_end - box.now_start);
}

static Box
trim (const Diff *diff, Box box)
{
  while (box.was_start < box.was_end && box.now_start < box.now_end
         && diff->was[box.was_start] == diff->now[box.now_start])
    {
      box.was_start++;
      box.now_start++;
    }
  while (box.was_start < box.was_end && box.now_start < box.now_end
         && diff->was[box.was_end - 1] == diff->now[box.now_end - 1])
    {
      box.was_end--;
      box.now_end--;
    }
  return box;
}

/* The place on forward diagonal @k that is @was to the right: how far down it is. */
static int
down (Box box, int k, int was)
{
  return was - box.was_start - k + box.now_start;
}

static int
down_backward (Box box, int k, int was)
{
  return was - box.was_end - k + box.now_end;
}

/* How far right @d steps from the start get on diagonal @k; NOWHERE where they cannot be on it. */
static int
go_forward (const Diff *diff, Box box, int k, int d)
{
  int was = d == 0 ? box.was_start : NOWHERE;

  if (k > -d && diff->forward[k - 1] != NOWHERE && diff->forward[k - 1] < box.was_end)
    was = diff->forward[k - 1] + 1;
  if (k < d && diff->forward[k + 1] != NOWHERE && diff->forward[k + 1] > was
      && down (box, k, diff->forward[k + 1]) <= box.now_end)
    was = diff->forward[k + 1];
  while (was != NOWHERE && was < box.was_end && down (box, k, was) < box.now_end
         && diff->was[was] == diff->now[down (box, k, was)])
    was++;
  return diff->forward[k] = was;
}

/* The same from the end, towards the left. */
static int
go_backward (const Diff *diff, Box box, int k, int d)
{
  int was = d == 0 ? box.was_end : NOWHERE;

  if (k < d && diff->backward[k + 1] != NOWHERE && diff->backward[k + 1] > box.was_start)
    was = diff->backward[k + 1] - 1;
  if (k > -d && diff->backward[k - 1] != NOWHERE && (was == NOWHERE || diff->backward[k - 1] < was)
      && down_backward (box, k, diff->backward[k - 1]) >= box.now_start)
    was = diff->backward[k - 1];
  while (was != NOWHERE && was > box.was_start && down_backward (box, k, was) > box.now_start
         && diff->was[was - 1] == diff->now[down_backward (box, k, was) - 1])
    was--;
  return diff->backward[k] = was;
}

/* Whether the ways from both ends, so many steps long, have met on diagonal @k of the first. */
static gboolean
has_met (const Diff *diff, int delta, int k, int d_forward, int d_backward)
{
  return ABS (k) <= d_forward && ABS (k - delta) <= d_backward && diff->forward[k] != NOWHERE
         && diff->backward[k - delta] != NOWHERE && diff->forward[k] >= diff->backward[k - delta];
}

/* A point in the middle of a shortest way through @box; FALSE where that takes too many steps. */
static gboolean
find_middle (const Diff *diff, Box box, Point *middle)
{
  int delta = (box.was_end - box.was_start) - (box.now_end - box.now_start);

  for (int d = 0; d <= MOST_STEPS; d++)
    {
      for (int k = -d; k <= d; k += 2)
        {
          int was = go_forward (diff, box, k, d);

          *middle = (Point){ was, down (box, k, was) };
          if (delta % 2 != 0 && has_met (diff, delta, k, d, d - 1))
            return TRUE;
        }
      for (int k = -d; k <= d; k += 2)
        {
          int was = go_backward (diff, box, k, d);

          *middle = (Point){ was, down_backward (box, k, was) };
          if (delta % 2 == 0 && has_met (diff, delta, k + delta, d, d))
            return TRUE;
        }
    }
  return FALSE;
}

static void
compare_box (Diff *diff, Box box)
{
  Point middle;

  box = trim (diff, box);
  if (box.was_start == box.was_end || box.now_start == box.now_end)
    {
      mark_all (diff, box);
      return;
    }
  if (!find_middle (diff, box, &middle))
    {
      mark_all (diff, box);
      return;
    }
  compare_box (diff, (Box){ box.was_start, middle.was, box.now_start, middle.now });
  compare_box (diff, (Box){ middle.was, box.was_end, middle.now, box.now_end });
}

static void
append_run (
    GArray *runs, gboolean same, guint was_start, guint was_end, guint now_start, guint now_end)
{
  BulDiffRun run = { same, was_start, was_end, now_start, now_end };

  if (was_end > was_start || now_end > now_start)
    g_array_append_val (runs, run);
}

static GArray *
make_runs (const Diff *diff, guint n_was, guint n_now)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (BulDiffRun));
  guint was = 0;
  guint now = 0;

  while (was < n_was || now < n_now)
    {
      guint was_start = was;
      guint now_start = now;

      while (was < n_was && now < n_now && !diff->removed[was] && !diff->inserted[now])
        {
          was++;
          now++;
        }
      append_run (runs, TRUE, was_start, was, now_start, now);
      was_start = was;
      now_start = now;
      while (was < n_was && diff->removed[was])
        was++;
      while (now < n_now && diff->inserted[now])
        now++;
      append_run (runs, FALSE, was_start, was, now_start, now);
    }
  return runs;
}

GArray *
bul_diff_items (const guint *was, guint n_was, const guint *now, guint n_now)
{
  guint n_diagonals = 2 * MOST_STEPS + 3;
  g_autofree guint8 *removed = g_malloc0 (n_was + 1);
  g_autofree guint8 *inserted = g_malloc0 (n_now + 1);
  g_autofree int *diagonals = g_new (int, 2 * (gsize) n_diagonals);
  Diff diff = { was,
                now,
                removed,
                inserted,
                diagonals + MOST_STEPS + 1,
                diagonals + n_diagonals + MOST_STEPS + 1 };

  compare_box (&diff, (Box){ 0, (int) n_was, 0, (int) n_now });
  return make_runs (&diff, n_was, n_now);
}

gboolean
bul_diff_is_same (const GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (!g_array_index (runs, BulDiffRun, i).same)
      return FALSE;
  return TRUE;
}
