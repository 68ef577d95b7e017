/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-named-place.h"
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

G_END_DECLS
