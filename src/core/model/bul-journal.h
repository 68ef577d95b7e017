/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"

G_BEGIN_DECLS

/* What one undo takes back. @what names the deed for people; %NULL is typing. */
typedef struct
{
  BulRecord record;

  char *what;
  GPtrArray *edits; /* (element-type BulEdit) */
} BulJournalStep;

extern const BulRecordType bul_journal_step_type;

/**
 * BulJournal:
 * @uuid: the journal's identity; one for each time that a story was opened
 * @story: uid
 * @base_revision: number of the revision that the edits were made from; @base_uuid, its identity
 * @by: who is at work; @at, when it was written (ISO 8601 with offset)
 * @kept: how many steps before @steps the library has already, and keeps
 * @steps: (element-type BulJournalStep): what comes after those
 * @composing: (element-type BulEdit): the syllable that is being composed, as the edit that it will
 * be; one or none. The next journal replaces it.
 * @live: of a journal that was loaded: a program that is running writes it
 * @damaged: of a journal that was loaded: a byte of it was changed, and it is read as far as it is
 * proven
 *
 * What was done to a story since a revision, on its way into the library or out of it.
 */
typedef struct
{
  BulRecord record;

  char *uuid;
  char *story;
  guint base_revision;
  char *base_uuid;
  char *by;
  char *at;
  guint kept;
  gboolean live;
  gboolean damaged;
  GPtrArray *composing;
  GPtrArray *steps;
} BulJournal;

extern const BulRecordType bul_journal_type;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulJournal, bul_record_free)

G_END_DECLS
