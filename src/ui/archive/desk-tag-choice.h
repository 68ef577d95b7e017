/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-finder.h"
#include "desk-tag-deed.h"

G_BEGIN_DECLS

/*
 * What is to become of the tags of some stories, while a person decides it: for each tag whether
 * all are to have it, or none, or whether it stays as it is. Nothing is done yet.
 */
typedef struct _DeskTagChoice DeskTagChoice;

typedef enum
{
  DESK_TAG_AS_IT_IS,
  DESK_TAG_ALL,
  DESK_TAG_NONE,
} DeskTagWanted;

/**
 * DeskTagRow:
 * @name: as the window calls it
 * @title: the same in both languages
 * @n_before: how many of the stories have it
 * @can_add: whether stories may be given it
 */
typedef struct
{
  char *code;
  char *name;
  char *title;
  guint n_before;
  gboolean can_add;
  DeskTagWanted wanted;
} DeskTagRow;

/* @set: (transfer full) */
DeskTagChoice *desk_tag_choice_new (DeskTagSet *set);
void desk_tag_choice_free (DeskTagChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTagChoice, desk_tag_choice_free)

/* How many stories there are. */
guint desk_tag_choice_get_n (const DeskTagChoice *self);

/*
 * @typed: what is looked for, empty for none; @last: (nullable): code of the tag that was given
 * last
 *
 * Returns: (transfer container) (element-type DeskTagRow): what is shown. Without a word, what is
 * decided, what the stories have, and what is used most. With one, what it means comes first, a
 * word that is in no vocabulary last.
 */
GPtrArray *desk_tag_choice_list (DeskTagChoice *self, const char *typed, const char *last);

/* The next of: all, none, as it was; what all have begins with none. */
void desk_tag_choice_turn (DeskTagChoice *self, DeskTagRow *row);

/* How many of the stories have it, in words: once it is done, where anything is decided. */
char *desk_tag_choice_dup_count (const DeskTagChoice *self, const DeskTagRow *row);

/* What will happen, for people; %NULL where nothing would. */
char *desk_tag_choice_dup_sentence (const DeskTagChoice *self);

/* Returns: (transfer full): %NULL where nothing is to be done. */
DeskTagDeed *desk_tag_choice_make_deed (const DeskTagChoice *self);

G_END_DECLS
