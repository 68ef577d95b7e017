/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-structure.h"

G_BEGIN_DECLS

/* What one undo takes back. */
typedef struct
{
  char *what; /* NULL: typing */
  GPtrArray *edits;
  int typed;    /* place in @edits of the text edit that may still grow, or -1 */
  BulKeys keys; /* as they were before that edit */
} BulHistoryStep;

struct _BulHistory
{
  GObject parent_instance;

  BulStory *story;
  BulKeys keys;
  BulStructure *structure;

  GPtrArray *steps;
  guint n_done;         /* steps from here on were undone */
  BulHistoryStep *open; /* the step being made, not yet among @steps */
  guint depth;
  gboolean broken; /* typing starts a step of its own */
  gboolean playing;

  guint n_saved;     /* the steps that the last revision holds */
  GPtrArray *behind; /* edits that lead from the last revision to step @n_saved */
  GPtrArray *flight; /* edits of a revision that is being saved, or NULL */

  /* What the library's journal holds: see bul-history-saving.c. */
  char *journal;
  guint n_written; /* its steps; G_MAXUINT where that is not known */
  guint n_current; /* the first of them that still are as they were written */
  BulRecord *composing;
};

/* Applies @edit and nothing that follows from it, and tells it. */
gboolean bul_history_play (BulHistory *self, const BulEdit *edit, GError **error);
void bul_history_play_back (BulHistory *self, const BulEdit *edit);

/* Keeps a step that was played. @edits: (transfer full) */
void bul_history_push (BulHistory *self, const char *what, GPtrArray *edits);

void bul_history_emit_changed (BulHistory *self);

/* Step @i of @steps is about to change or to go: the library's journal has it as it was. */
void bul_history_touch (BulHistory *self, guint i);

G_END_DECLS
