/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-classifier.h"

#include <string.h>

void
bul_classifier_start (BulClassifierState *state, guint8 evidence, guint8 n_reports)
{
  memset (state, 0, sizeof *state);
  state->evidence = evidence;
  state->reports_left = n_reports;
}

gboolean
bul_classifier_state_equal (const BulClassifierState *a, const BulClassifierState *b)
{
  return a->seen == b->seen && a->first == b->first && a->first_few == b->first_few
         && a->second == b->second && a->headline == b->headline && a->section == b->section
         && a->evidence == b->evidence && a->reports_left == b->reports_left;
}

/* Whether @hash is what the two remember otherwise. */
static gboolean
tells_apart (guint32 hash, guint32 a, guint32 b)
{
  return a != b && hash != 0 && (hash == a || hash == b);
}

/* Whether @look may be a line of a second copy for the one state and not for the other. */
static gboolean
is_copy_of_one (const BulClassifierState *a, const BulClassifierState *b, const BulLook *look)
{
  return look != NULL
         && (tells_apart (look->begins, a->first, b->first)
             || tells_apart (look->begins, a->second, b->second)
             || tells_apart (look->starts, a->first_few, b->first_few)
             || tells_apart (look->starts, a->headline, b->headline));
}

gboolean
bul_classifier_is_indifferent (const BulClassifierState *a,
                               const BulClassifierState *b,
                               const BulLook *line,
                               const BulLook *next,
                               const BulLook *after_next)
{
  if (a->seen != b->seen || a->section != b->section || a->evidence != b->evidence
      || (a->first_few == 0) != (b->first_few == 0) || (a->second == 0) != (b->second == 0)
      || (a->headline == 0) != (b->headline == 0))
    return FALSE;
  /* A mark may be the last of them in the one, and not in the other. */
  if (a->reports_left != b->reports_left
      && (line->sort == BUL_LOOK_MARK || (a->reports_left == 0) != (b->reports_left == 0)))
    return FALSE;
  return !is_copy_of_one (a, b, line) && !is_copy_of_one (a, b, next)
         && !is_copy_of_one (a, b, after_next);
}

static guint32
carry (guint32 before, guint32 after, guint32 instead)
{
  return after == before ? instead : after;
}

BulClassifierState
bul_classifier_carry (const BulClassifierState *before,
                      const BulClassifierState *after,
                      const BulClassifierState *instead)
{
  BulClassifierState state = *after;

  state.first = carry (before->first, after->first, instead->first);
  state.first_few = carry (before->first_few, after->first_few, instead->first_few);
  state.second = carry (before->second, after->second, instead->second);
  state.headline = carry (before->headline, after->headline, instead->headline);
  state.reports_left
      = (guint8) carry (before->reports_left, after->reports_left, instead->reports_left);
  return state;
}
