/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-classifier-state.h"
#include "bul-evidence.h"

G_BEGIN_DECLS

/* What the files of the classifier share, and nobody else sees: what was passed so far. */
enum
{
  SEEN_HEADER = 1 << 0,
  SEEN_HEADLINE = 1 << 1,
  SEEN_STAMP = 1 << 2,
  SEEN_BODY = 1 << 3,   /* a line of the script itself */
  SEEN_CLOSE = 1 << 4,  /* a sign-off, and no mark since */
  SEEN_FOOT = 1 << 5,   /* what the page prints behind a script: copyright, tip block */
  SEEN_COPY = 1 << 6,   /* a second copy of the script has begun */
  SEEN_NUMBER = 1 << 7, /* the headline is a numbered one */
  SEEN_SHOTS = 1 << 8,  /* a list of shots has begun */
  SEEN_TAPED = 1 << 9,  /* a report that was made is what the next mark of a reporter begins */
};

/* The three lines that are in view. */
typedef struct
{
  const BulLook *line;
  const BulLook *next;
  const BulLook *after_next;
} BulClassifierView;

static inline gboolean
bul_classifier_has (const BulClassifierState *state, guint16 flags)
{
  return (state->evidence & flags) != 0;
}

static inline gboolean
bul_classifier_in_head (const BulClassifierState *state)
{
  return (state->seen & SEEN_BODY) == 0;
}

static inline gboolean
bul_classifier_in_turns (const BulClassifierState *state)
{
  return state->section == BUL_SECTION_LIVE || state->section == BUL_SECTION_TALK;
}

static inline gboolean
bul_look_is_section_mark (const BulLook *look)
{
  return bul_look_is (look, BUL_LOOK_MARK) && look->role != BUL_MARK_STAND_UP;
}

G_END_DECLS
