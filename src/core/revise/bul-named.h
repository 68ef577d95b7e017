/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* What a speaker is to be called in the scripts of one language; all strings borrowed. */
typedef struct
{
  const char *speaker;  /* key */
  const char *language; /* %NULL where the scripts' own is not known */
  const char *name;     /* empty: only the title is said */
  const char *title;    /* empty: none */
  gboolean anonymous;   /* @name stands in the place of one that is not to be told */
  gboolean apart;       /* another speaker of that name is another person */
} BulNaming;

typedef enum
{
  BUL_NAMED_HEAD = 1, /* tells who is heard: it always changes with the speaker */
  BUL_NAMED_WORDS,    /* in a sentence, where another may be meant */
  BUL_NAMED_QUOTE,    /* in what somebody said */
} BulNamedSort;

/**
 * BulNamedPlace:
 * @block: key
 * @number: the block's place in its script, from 1
 * @at: in code points, where @was stands and @now will
 * @particle_at: where @particle_was stands, which must then read @particle_now; %NULL where none
 * changes
 *
 * A place in the text that names a speaker.
 */
typedef struct
{
  BulNamedSort sort;
  char *block;
  guint number;
  guint at;
  char *was;
  char *now;
  guint particle_at;
  const char *particle_was;
  const char *particle_now;
} BulNamedPlace;

/*
 * Returns: (transfer full) (element-type BulNamedPlace): where the story's text names the speaker
 * of @naming otherwise than it says, in the order of the text; a speaker who becomes anonymous is
 * named in no language. %NULL with %BUL_ERROR_REFUSED where a line would no longer be read as
 * naming who @naming says, or %BUL_ERROR_NOT_FOUND.
 */
GPtrArray *bul_named_list (const BulStory *story, const BulNaming *naming, GError **error);

/* Returns: (transfer full) (element-type BulNamedPlace): the same for the head of @block, whoever
 * it names now; empty where it names nobody, or several. */
GPtrArray *bul_named_list_head (const BulStory *story,
                                const char *block,
                                const BulNaming *naming,
                                GError **error);

/* Who is meant at a place of the text; @speaker is %NULL where nobody is. */
typedef struct
{
  const char *speaker; /* key, borrowed from the story */
  gboolean is_title;   /* it is the title that stands there */
} BulNamedAt;

/* The speaker whose name or title stands @offset code points into @block, or else the first who is
 * heard there. */
BulNamedAt bul_named_find_at (const BulStory *story, const char *block, guint offset);

/* What stands in the place of a name that is not to be told. */
const char *bul_named_get_disguise (const char *language);

/* Returns: (transfer full): the name that a record keeps: in capitals where the script prints its
 * names so. */
char *bul_named_dup_name (const BulStory *story, const BulNaming *naming);

/* Returns: (transfer full): a name or title as it is put into the text, whoever typed it. */
char *bul_named_dup_words (const char *typed);

/* Whether @place changes with the speaker without being asked about. */
static inline gboolean
bul_named_place_is_head (const BulNamedPlace *place)
{
  return place->sort == BUL_NAMED_HEAD;
}

G_END_DECLS
