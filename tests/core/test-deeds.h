/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-annotation.h"
#include "bul-history.h"

G_BEGIN_DECLS

/* A story without a revision, of the lines below, and what people might do to it. */
extern const char *const deeds_lines[9];

BulStory *deeds_make_story (void);
BulAnnotation *
deeds_make_note (const char *key, const char *block, const char *text, guint start, guint end);

/* Replaces, which must work. */
void
deeds_replace (BulHistory *history, const char *block, guint at, guint n_chars, const char *text);

/* One deed at random: typing, lines, notes, corrections, undo and redo. */
void deeds_do_one (GRand *rand, BulHistory *history);

/* Every span stands on its words, every correction says what they read, and what was dismissed is
 * there. */
void deeds_check_places (const BulStory *story);

/* Equal but for their revisions. */
void deeds_assert_same (const BulStory *a, const BulStory *b);

G_END_DECLS
