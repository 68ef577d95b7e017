/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-person.h"
#include "bul-store.h"

G_BEGIN_DECLS

/* Who is who over all stories, and how often they are heard. */

/* Returns: (transfer full) (element-type BulPerson): all records, merged ones too, the oldest
 * first. */
GPtrArray *bul_store_list_persons (BulStore *self, GError **error);

/* Speakers of all stories that are named the same and point at the same person. */
typedef struct
{
  char *name;   /* the Korean one where there is one */
  char *other;  /* in another language; or empty */
  char *person; /* uid that the stories name; or empty */
  guint n_bites;
  guint n_stories;
  char *first; /* day, YYYY-MM-DD; or empty */
  char *last;
} BulVoice;

/* Returns: (transfer full) (element-type BulVoice): all there are, by name. It can be cancelled:
 * G_IO_ERROR_CANCELLED. */
GPtrArray *bul_store_list_voices (BulStore *self, GCancellable *cancellable, GError **error);

/* A line of a story in which a voice is heard. */
typedef struct
{
  char *uid;
  char *headline;
  char *programme;
  char *day;     /* or empty */
  guint speaker; /* number */
  char *title;   /* as the story's speakers have it; NULL where it is not known */
  char *script;  /* key */
  char *language;
  char *block; /* key */
  guint kind;  /* BulBlockKind */
  char *text;
} BulHeard;

/* Returns: (transfer full) (element-type BulHeard): all lines of the voice, in all languages, the
 * newest stories first, each in its order. */
GPtrArray *bul_store_list_heard (BulStore *self, const BulVoice *voice, GError **error);

/* Adds the rows of the stories in which the voice is heard. */
gboolean
bul_store_add_stories (BulStore *self, const BulVoice *voice, GHashTable *stories, GError **error);

/* Returns: (transfer full): titles that stories give the voice, at most so many, each once. */
GStrv bul_store_list_titles (BulStore *self, const BulVoice *voice, guint most, GError **error);

/* What a person did to records, as one row that can be taken back. */
typedef enum
{
  BUL_PERSON_DEED_NEW = 1,
  BUL_PERSON_DEED_RENAME,
  BUL_PERSON_DEED_MERGE,
  BUL_PERSON_DEED_APART, /* two are not the same */
} BulPersonDeedKind;

extern const char *const bul_person_deed_words[];

typedef struct
{
  gint64 receipt;
  BulPersonDeedKind what;
  char *by;
  char *at;
  char *names; /* of whom it told; NULL where they are gone */
  gboolean undone;
} BulPersonDeed;

/* Returns: (transfer full) (element-type BulPersonDeed): the last @most, the newest first. */
GPtrArray *bul_store_list_person_deeds (BulStore *self, guint most, GError **error);

/* Two who are not the same, each a uid or a name. */
typedef struct
{
  char *one;
  char *other;
} BulApart;

/* Returns: (transfer full) (element-type BulApart) */
GPtrArray *bul_store_list_apart (BulStore *self, GError **error);

/* Keeps @persons (element-type BulPerson) as they are now, and what was before. Returns: the
 * receipt, or 0. */
gint64 bul_store_change_persons (BulStore *self,
                                 BulPersonDeedKind what,
                                 const GPtrArray *persons,
                                 const char *by,
                                 GError **error);

gint64 bul_store_keep_apart (
    BulStore *self, const char *one, const char *other, const char *by, GError **error);

/*
 * Puts back what was before the deed, to the letter. %BUL_ERROR_NOT_FOUND where there is no such
 * receipt; %BUL_ERROR_REFUSED where it was undone already, a later deed goes on from it, or a
 * story or another record points at a person that would be gone.
 */
gboolean bul_store_undo_persons (BulStore *self, gint64 receipt, GError **error);

/*
 * Puts back what an undo took away, to the letter; it can be undone again then.
 * %BUL_ERROR_NOT_FOUND where there is no such receipt; %BUL_ERROR_REFUSED where it was not undone,
 * its people are not as they were before the deed, a later deed goes on from that, or somebody else
 * has the name by now.
 */
gboolean bul_store_redo_persons (BulStore *self, gint64 receipt, GError **error);

G_END_DECLS
