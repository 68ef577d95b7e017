/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-classifier-state.h"

#include <string.h>

#include "bul-evidence.h"

void
bul_classifier_start (BulClassifierState *state,
                      guint16 evidence,
                      guint8 n_reports,
                      guint64 closers)
{
  memset (state, 0, sizeof *state);
  state->evidence = evidence;
  state->reports_left = n_reports;
  state->closers = closers;
}

gboolean
bul_classifier_state_equal (const BulClassifierState *a, const BulClassifierState *b)
{
  return a->seen == b->seen && bul_opening_equal (&a->opening, &b->opening)
         && a->section == b->section && a->evidence == b->evidence && a->closers == b->closers
         && a->reports_left == b->reports_left;
}

gboolean
bul_classifier_is_indifferent (const BulClassifierState *a,
                               const BulClassifierState *b,
                               const BulLook *line,
                               const BulLook *next,
                               const BulLook *after_next)
{
  const BulOpening *x = &a->opening;
  const BulOpening *y = &b->opening;

  if (a->seen != b->seen || a->section != b->section || a->evidence != b->evidence
      || !bul_opening_is_as_far (x, y))
    return FALSE;
  /* A mark may be the last of them in the one, and not in the other. */
  if (a->reports_left != b->reports_left
      && (line->sort == BUL_LOOK_MARK || (a->reports_left == 0) != (b->reports_left == 0)))
    return FALSE;
  /* Who the line is about may close a report in the one. */
  if (line->sort == BUL_LOOK_PLAIN
      && ((a->closers ^ b->closers) & bul_evidence_closer (line->name)) != 0)
    return FALSE;
  return !bul_opening_is_of_one (x, y, line) && !bul_opening_is_of_one (x, y, next)
         && !bul_opening_is_of_one (x, y, after_next);
}

BulClassifierState
bul_classifier_carry (const BulClassifierState *before,
                      const BulClassifierState *after,
                      const BulClassifierState *instead)
{
  BulClassifierState state = *after;

  state.opening = bul_opening_carry (&before->opening, &after->opening, &instead->opening);
  state.closers = instead->closers;
  if (after->reports_left == before->reports_left)
    state.reports_left = instead->reports_left;
  return state;
}
