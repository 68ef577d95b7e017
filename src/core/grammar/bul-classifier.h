/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-opening.h"

G_BEGIN_DECLS

/*
 * A line automaton: the kind and section of each line of a script, from the state before it, what
 * the line looks like, and the two lines after it that are not blank. The state is a plain value:
 * two states that are equal read every following line alike, so that a reader may keep the state
 * before each line and, after an edit, read on only until the state is as it was.
 */
typedef struct
{
  guint32 seen; /* flags, private to the classifier */
  BulOpening opening;
  guint64 closers;     /* see BulEvidence */
  guint16 evidence;    /* BulEvidenceFlags */
  guint8 section;      /* BulSection of the line before */
  guint8 reports_left; /* marks of a taped report that are still to come */
} BulClassifierState;

typedef struct
{
  BulBlockKind kind;
  BulSection section;
  gboolean takes_next; /* the next line that is not blank belongs to the same block */
  const char *finding; /* (nullable): stable code of what is odd about the line; static */
} BulReading;

/* The state before the first line of a script with this evidence. */
void bul_classifier_start (BulClassifierState *state,
                           guint16 evidence,
                           guint8 n_reports,
                           guint64 closers);

/* Reads one line that is not blank and moves @state on. @next, @after_next: (nullable) */
BulReading bul_classifier_read (BulClassifierState *state,
                                const BulLook *line,
                                const BulLook *next,
                                const BulLook *after_next);

gboolean bul_classifier_state_equal (const BulClassifierState *a, const BulClassifierState *b);

/*
 * Whether @line is read the same in both states, and they go on from it differing in nothing but
 * what they differ in now: how the script began, which only its second copy is compared with, how
 * many marks are still to come, and who closes a report.
 */
gboolean bul_classifier_is_indifferent (const BulClassifierState *a,
                                        const BulClassifierState *b,
                                        const BulLook *line,
                                        const BulLook *next,
                                        const BulLook *after_next);

/* @before and @after: two states around a line. Returns: the state after it where @instead is the
 * one before, to which the line is indifferent. */
BulClassifierState bul_classifier_carry (const BulClassifierState *before,
                                         const BulClassifierState *after,
                                         const BulClassifierState *instead);

G_END_DECLS
