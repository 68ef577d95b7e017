/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"

G_BEGIN_DECLS

/*
 * A line automaton: the kind and section of each line of a script, from the state before it, the
 * line itself and the next line that is not blank. The state is a plain value: two states that
 * compare equal by bul_classifier_state_equal() read every following line alike, so that a reader
 * may keep the state before each line and, after an edit, read on from the changed line only until
 * the state is as it was.
 *
 * Lines are blocks' texts or source lines: UTF-8 in normal form, without a line end; a block of
 * several source lines holds U+2028 between them and is read as one line.
 */
typedef struct
{
  guint8 section;      /* BulSection of the line before */
  guint8 seen;         /* flags, private to the classifier */
  guint8 alternates;   /* anchor and reporter take turns somewhere in the script */
  guint8 reports_left; /* marks of a taped report that are still to come, 255 for as many or more */
} BulClassifierState;

typedef struct
{
  BulBlockKind kind;
  BulSection section;
  gboolean
      takes_next; /* the next non-blank line belongs to the same block (a label, then its words) */
  const char *finding; /* (nullable): stable code of what is odd about the line; static */
} BulReading;

void bul_classifier_start (BulClassifierState *state);

/*
 * Before the first line is read, every line is shown once, in order: whether `[Reporter]` is a mark
 * or opens a turn of a live cross depends on the marks that follow it. Cheap for a line that is no
 * mark.
 */
void bul_classifier_survey (BulClassifierState *state, const char *line);

/* Reads one line and moves @state on. @next is the following non-blank line, or %NULL at the end.
 */
BulReading bul_classifier_read (BulClassifierState *state, const char *line, const char *next);

gboolean bul_classifier_state_equal (const BulClassifierState *a, const BulClassifierState *b);

G_END_DECLS
