/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-classifier-state.h"

G_BEGIN_DECLS

typedef struct
{
  BulBlockKind kind;
  BulSection section;
  gboolean takes_next; /* the next line that is not blank belongs to the same block */
  const char *finding; /* (nullable): stable code of what is odd about the line; static */
} BulReading;

/*
 * A line automaton: the kind and section of each line of a script, from the state before it, what
 * the line looks like, and the two lines after it that are not blank. The state is a plain value:
 * two states that are equal read every following line alike, so that a reader may keep the state
 * before each line and, after an edit, read on only until the state is as it was.
 *
 * Reads one line that is not blank and moves @state on. @next, @after_next: (nullable)
 */
BulReading bul_classifier_read (BulClassifierState *state,
                                const BulLook *line,
                                const BulLook *next,
                                const BulLook *after_next);

G_END_DECLS
