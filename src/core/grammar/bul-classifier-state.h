/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-opening.h"

G_BEGIN_DECLS

/* What is known before a line; see bul_classifier_read(). It is a plain value. */
typedef struct
{
  guint32 seen; /* flags, private to the classifier */
  BulOpening opening;
  guint64 closers;     /* see BulEvidence */
  guint16 evidence;    /* BulEvidenceFlags */
  guint8 section;      /* BulSection of the line before */
  guint8 reports_left; /* marks of a taped report that are still to come */
} BulClassifierState;

/* The state before the first line of a script with this evidence. */
void bul_classifier_start (BulClassifierState *state,
                           guint16 evidence,
                           guint8 n_reports,
                           guint64 closers);

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
