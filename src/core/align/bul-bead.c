/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-bead.h"

#include <math.h>

#include "bul-signs.h"

/* English letters for each unit of Korean, see bul_words_measure(), and their variance; measured.
 */
#define LETTERS_FOR_ONE 2.30
#define VARIANCE 7.5

/* Echoes are smoothed by this much, so that a short sentence is not all heard by chance. */
#define SMOOTHING 1.5f

#define FARTHEST 25
#define ROUGHEST 2
#define MOST_PIECES_APART 3

const BulBeadKind bul_bead_kinds[BUL_BEAD_N_KINDS] = {
  { "1-1", 1, 1, 1, { { 1, 1 } } },
  { "1-0", 1, 0, 1, { { 1, 0 } } },
  { "0-1", 0, 1, 1, { { 0, 1 } } },
  { "1-2", 1, 2, 1, { { 1, 3 } } },
  { "2-1", 2, 1, 1, { { 3, 1 } } },
  { "2-2", 2, 2, 1, { { 3, 3 } } },
  { "1-3", 1, 3, 1, { { 1, 7 } } },
  { "3-1", 3, 1, 1, { { 7, 1 } } },
  /* crossed */
  { "1-1x1-1", 2, 2, 2, { { 1, 2 }, { 2, 1 } } },
  { "2-1x1-1", 3, 2, 2, { { 3, 2 }, { 4, 1 } } },
  { "1-1x2-1", 3, 2, 2, { { 1, 2 }, { 6, 1 } } },
  { "1-2x1-1", 2, 3, 2, { { 1, 6 }, { 2, 1 } } },
  { "1-1x1-2", 2, 3, 2, { { 1, 4 }, { 2, 3 } } },
  /* with one left out in the middle */
  { "1-2+0-1", 1, 3, 2, { { 1, 5 }, { 0, 2 } } },
  { "2-1+1-0", 3, 1, 2, { { 5, 1 }, { 2, 0 } } },
};

/* The span of a set of sentences, and the first of them. */
static BulEchoSpan
span_of (guint8 members, guint *first)
{
  *first = members & 1 ? 0 : members & 2 ? 1 : 2;
  switch (members >> *first)
    {
    case 3:
      return BUL_ECHO_TWO;
    case 5:
      return BUL_ECHO_OUTER;
    case 7:
      return BUL_ECHO_THREE;
    default:
      return BUL_ECHO_ONE;
    }
}

gboolean
bul_bead_part_is_one (const BulBeadPart *part)
{
  return (part->korean & (part->korean - 1)) == 0 && (part->english & (part->english - 1)) == 0;
}

/* What the members of one side of a part add up to. */
typedef struct
{
  double length;
  double middle; /* of their places */
  float mass;
  float heard[BUL_ECHO_N_CHANNELS];
  float weakest; /* of all pieces: the least part of one that is heard */
  float added;   /* of what is heard: for that member of the other side alone that adds least */
  guint n;
  guint n_pieces;
  guint8 signs; /* of any */
  guint8 first; /* of the first and the last of them */
  guint8 last;
} Sum;

static void
add_pieces (Sum *sum, const BulEchoSide *side, BulEchoSpan span, guint first, guint at)
{
  for (guint i = side->pieces[at]; i < side->pieces[at + 1]; i++)
    {
      float heard = bul_echo_heard_piece (side, span, first, i);

      sum->weakest = MIN (sum->weakest, heard / (side->piece_mass[i] + SMOOTHING));
      sum->n_pieces++;
    }
}

static void
add_member (Sum *sum, const BulEchoSide *side, BulEchoSpan span, guint first, guint at)
{
  for (guint c = 0; c < BUL_ECHO_N_CHANNELS; c++)
    sum->heard[c] += bul_echo_heard (side, span, c, first, at);
  add_pieces (sum, side, span, first, at);
  sum->length += side->lengths[at];
  sum->middle += at + 0.5;
  sum->mass += side->mass[at];
  sum->signs |= side->signs[at];
  sum->first = sum->n == 0 ? side->signs[at] : sum->first;
  sum->last = side->signs[at];
  sum->n++;
}

/* How much of @members of @side is heard in @others. */
static float
hear_members (const BulEchoSide *side, guint8 members, guint at, guint8 others, guint other_at)
{
  guint first;
  BulEchoSpan span = span_of (others, &first);
  float heard = 0;

  for (guint i = 0; i < 3; i++)
    if ((members >> i & 1) != 0)
      heard += bul_echo_heard (side, span, BUL_ECHO_ANY, other_at + first, at + i);
  return heard;
}

/* A headline that says what the first sentence says adds nothing to it. */
static float
find_least_added (
    const BulEchoSide *side, guint8 members, guint at, guint8 others, guint other_at, float heard)
{
  float most = 0;

  if ((others & (others - 1)) == 0)
    return 0;
  for (guint i = 0; i < 3; i++)
    if ((others >> i & 1) != 0)
      most = MAX (most, hear_members (side, members, at, (guint8) (others & ~(1u << i)), other_at));
  return MAX (heard - most, 0);
}

/* @members of @side from @at on, heard in @others of the other side from @other_at on. */
static Sum
sum_up (const BulEchoSide *side, guint8 members, guint at, guint8 others, guint other_at)
{
  Sum sum = { .weakest = INFINITY };
  guint first;
  BulEchoSpan span = span_of (others, &first);

  for (guint i = 0; i < 3; i++)
    if ((members >> i & 1) != 0)
      add_member (&sum, side, span, other_at + first, at + i);
  sum.middle /= sum.n;
  sum.added = find_least_added (side, members, at, others, other_at, sum.heard[BUL_ECHO_ANY]);
  return sum;
}

static void
measure_lengths (const Sum *korean, const Sum *english, double *features)
{
  double expected = LETTERS_FOR_ONE * MAX (korean->length, 0.5);
  double length = MAX (english->length, 1);
  double delta = (length - expected) / sqrt (VARIANCE * (length + expected) / 2);

  features[BUL_BEAD_LENGTH] = -MIN (delta * delta, FARTHEST) / 5;
  features[BUL_BEAD_RATIO] = -MIN (fabs (log (length / expected)), ROUGHEST);
  features[BUL_BEAD_SIZE] = log (expected + length) - 5;
}

static void
measure_echoes (const Sum *korean, const Sum *english, double *features)
{
  float all = korean->heard[BUL_ECHO_ANY] + english->heard[BUL_ECHO_ANY];
  float of_korean = korean->heard[BUL_ECHO_ANY] / (korean->mass + SMOOTHING);
  float of_english = english->heard[BUL_ECHO_ANY] / (english->mass + SMOOTHING);
  guint apart
      = MAX (korean->n_pieces, english->n_pieces) - MIN (korean->n_pieces, english->n_pieces);

  for (guint c = BUL_ECHO_WORD; c < BUL_ECHO_N_CHANNELS; c++)
    features[BUL_BEAD_WORDS + c - BUL_ECHO_WORD] = (korean->heard[c] + english->heard[c]) / 2;
  features[BUL_BEAD_COVERED] = of_korean + of_english;
  features[BUL_BEAD_COVERED_BOTH] = sqrtf (of_korean * of_english);
  features[BUL_BEAD_ECHOES] = sqrtf (all);
  features[BUL_BEAD_WEAKEST] = MIN (korean->weakest, english->weakest);
  features[BUL_BEAD_PIECES] = -(double) MIN (apart, MOST_PIECES_APART);
  features[BUL_BEAD_ADDED] = sqrtf (korean->added) + sqrtf (english->added);
}

static void
compare_signs (guint8 korean, guint8 english, BulSign sign, BulBeadFeature both, double *features)
{
  gboolean k = (korean & sign) != 0;
  gboolean e = (english & sign) != 0;

  features[both] += k && e;
  features[both + 1] -= k != e;
}

static void
measure_signs (const Sum *korean, const Sum *english, double *features)
{
  for (guint i = BUL_BEAD_QUOTES; i <= BUL_BEAD_UNSTOPPED_ONE; i++)
    features[i] = 0;
  compare_signs (korean->signs, english->signs, BUL_SIGN_QUOTES, BUL_BEAD_QUOTES, features);
  compare_signs (korean->signs, english->signs, BUL_SIGN_ASKS, BUL_BEAD_ASKS, features);
  compare_signs (korean->first, english->first, BUL_SIGN_BEGINS_INSIDE, BUL_BEAD_INSIDE, features);
  compare_signs (korean->last, english->last, BUL_SIGN_ENDS_INSIDE, BUL_BEAD_INSIDE, features);
  compare_signs (korean->last, english->last, BUL_SIGN_UNSTOPPED, BUL_BEAD_UNSTOPPED, features);
}

static gboolean
is_first (const BulBeadPart *part, guint korean, guint english)
{
  return korean == 0 && english == 0 && (part->korean & 1) != 0 && (part->english & 1) != 0;
}

/* How many sentences @members span from the one that is counted from. */
static guint
count_span (guint8 members)
{
  return members > 3 ? 3 : members > 1 ? 2 : members;
}

static gboolean
is_last (const BulEchoes *echoes, const BulBeadPart *part, guint korean, guint english)
{
  return korean + count_span (part->korean) == echoes->korean.n
         && english + count_span (part->english) == echoes->english.n;
}

void
bul_bead_measure (const BulEchoes *echoes,
                  const BulBeadPart *part,
                  guint korean,
                  guint english,
                  double features[BUL_BEAD_N_FEATURES])
{
  Sum k = sum_up (&echoes->korean, part->korean, korean, part->english, english);
  Sum e = sum_up (&echoes->english, part->english, english, part->korean, korean);
  double apart = fabs (k.middle / echoes->korean.n - e.middle / echoes->english.n);

  measure_lengths (&k, &e, features);
  measure_echoes (&k, &e, features);
  measure_signs (&k, &e, features);
  features[BUL_BEAD_DIAGONAL] = -4 * MIN (apart, 0.5);
  features[BUL_BEAD_ENDS]
      = is_first (part, korean, english) + is_last (echoes, part, korean, english);
}

double
bul_bead_measure_korean_alone (const BulEchoes *echoes, guint at)
{
  return log (LETTERS_FOR_ONE * MAX (echoes->korean.lengths[at], 0.5)) - 4.5;
}

double
bul_bead_measure_english_alone (const BulEchoes *echoes, guint at)
{
  return log (MAX (echoes->english.lengths[at], 1)) - 4.5;
}

double
bul_bead_score_part (const BulEchoes *echoes,
                     const BulBeadWeights *weights,
                     const BulBeadPart *part,
                     guint korean,
                     guint english)
{
  double features[BUL_BEAD_N_FEATURES];
  const double *own = bul_bead_part_is_one (part) ? weights->one : weights->many;
  double score = 0;

  if (part->english == 0)
    return weights->korean_alone
           * bul_bead_measure_korean_alone (echoes, korean + (part->korean == 2));
  if (part->korean == 0)
    return weights->english_alone
           * bul_bead_measure_english_alone (echoes, english + (part->english == 2));
  bul_bead_measure (echoes, part, korean, english, features);
  for (guint i = 0; i < BUL_BEAD_N_FEATURES; i++)
    score += own[i] * features[i];
  return score;
}
