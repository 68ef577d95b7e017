/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"
#include "bul-script.h"
#include "bul-speaker.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_STORY_DRAFT = 1,
  BUL_STORY_READY,
  BUL_STORY_AIRED,
  BUL_STORY_CORRECTED, /* set by the program at the first published correction */
  BUL_STORY_WITHDRAWN,
} BulStoryState;

extern const char *const bul_story_state_words[];

/**
 * BulStory:
 * @uid: UUID, the story's identity for ever
 * @programme: (nullable): the named broadcast, as printed
 * @bulletin_date: (nullable): the day the bulletin belongs to, once said or confirmed; never
 * guessed
 * @page_date: (nullable): the date the page printed at its head
 * @page_title: (nullable): the title in the page's head, where no line of the script is the
 * headline
 * @position: place in the running order, 0 where it is not known
 * @changes: (element-type BulChange): what became of changes, in the order of the deeds
 * @links: (element-type BulLink): which sentences of its scripts say the same
 * @foreign: (element-type BulForeign): what other programs put into its file
 *
 * The document: one news item in all its languages, with everything said about it.
 */
typedef struct
{
  BulRecord record;

  char *uid;
  BulStoryState state;
  char *bulletin_date;
  char *page_date;
  char *page_title;
  guint position;
  char *slug;
  char *programme;
  GPtrArray *stamps;
  GPtrArray *sources;
  GPtrArray *speakers;
  GPtrArray *scripts;
  GPtrArray *annotations;
  GPtrArray *tags;
  GPtrArray *corrections;
  GPtrArray *notices;
  GPtrArray *dismissals;
  GPtrArray *changes;
  GPtrArray *links;
  GPtrArray *revisions;
  GPtrArray *foreign;
} BulStory;

extern const BulRecordType bul_story_type;

/* A new story with an identity of its own, in state draft. */
BulStory *bul_story_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulStory, bul_record_free)

/* The number of the last revision, 0 where none was saved. */
guint bul_story_get_revision_number (const BulStory *self);

/* The first headline of the original, or else the page's title; or %NULL. Borrowed. */
const char *bul_story_get_headline (const BulStory *self);

/* Returns: (transfer full): those of its scripts in their order, `ko en`; empty where none is
 * known.
 */
char *bul_story_dup_languages (const BulStory *self);

/* The original script, or the first; %NULL for a story without any. */
BulScript *bul_story_get_script (const BulStory *self);

/* The script in which @block is, with its place in @position; or %NULL. */
BulScript *bul_story_find_block (const BulStory *self, const char *block, guint *position);

BulSpeaker *bul_story_find_speaker (const BulStory *self, const char *key);

/* The list that field @name of the script @on, or of the story where that is %NULL, holds; or
 * %NULL. */
GPtrArray *bul_story_find_list (const BulStory *self, const char *on, const char *name);

/* Any record of the story with a key of its own; the story itself for %NULL; or %NULL. */
gpointer bul_story_find (const BulStory *self, const char *key);

G_END_DECLS
