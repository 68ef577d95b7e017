/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-look.h"

G_BEGIN_DECLS

/*
 * What all lines of a script together say of the house that wrote it: no one has to be asked. Lines
 * can be taken out again and put in in any order, so that an edit costs no more than its own lines.
 */
typedef struct _BulEvidence BulEvidence;

typedef enum
{
  BUL_EVIDENCE_MARKS = 1 << 0,       /* there are section marks */
  BUL_EVIDENCE_ALTERNATES = 1 << 1,  /* anchor and reporter take turns */
  BUL_EVIDENCE_TALK = 1 << 2,        /* people are named in brackets before they speak */
  BUL_EVIDENCE_TRANSCRIPT = 1 << 3,  /* `NAME, TITLE: words` */
  BUL_EVIDENCE_MIXED = 1 << 4,       /* `First Last: words` */
  BUL_EVIDENCE_CAPTIONS = 1 << 5,    /* `>> words` */
  BUL_EVIDENCE_REPORTS = 1 << 6,     /* a mark begins the report */
  BUL_EVIDENCE_NAMES_ALONE = 1 << 7, /* who speaks stands on a line of its own, words below */
  BUL_EVIDENCE_QUESTIONS
  = 1 << 8, /* `Q. words`, and a reporter answers in brackets, or `A. words` */
  /* the first reporter tells a report that is through before the anchor asks */
  BUL_EVIDENCE_WRAPPED = 1 << 9,
} BulEvidenceFlags;

BulEvidence *bul_evidence_new (void);
void bul_evidence_free (BulEvidence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulEvidence, bul_evidence_free)

/* @next: the next line that is not blank, or %NULL. What was added is removed with the same two. */
void bul_evidence_add (BulEvidence *self, const BulLook *line, const BulLook *next);
void bul_evidence_remove (BulEvidence *self, const BulLook *line, const BulLook *next);

guint16 bul_evidence_get_flags (const BulEvidence *self);

/* Who closes a report, one bit of each name's hash: whom a lead passes to need not be said in words
 * of passing on. */
guint64 bul_evidence_get_closers (const BulEvidence *self);

/* The bit of a name, or 0. */
guint64 bul_evidence_closer (guint32 name);

/* How many marks of a taped report there are; a second copy of the script does not count. */
guint8 bul_evidence_count_reports (const BulEvidence *self);

G_END_DECLS
