/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_SPEAKER_NEWSMAKER = 1, /* someone in the news */
  BUL_SPEAKER_ANCHOR,
  BUL_SPEAKER_REPORTER,
} BulSpeakerRole;

extern const char *const bul_speaker_role_words[];

/* A speaker's name and title as one language has them; @name is empty where only a role is printed.
 */
typedef struct
{
  BulRecord record;

  char *language;
  char *title;
  char *name;
} BulSpeakerName;

extern const BulRecordType bul_speaker_name_type;

/**
 * BulSpeaker:
 * @key: local key, `p1` …
 * @number: 1, 2, 3 …, by first appearance, then the next free; never changed and never used again
 * @anonymous: whether the speaker is not to be named
 * @person: (nullable): uid of who it is, over all stories; see bul-person.h
 * @names: (element-type BulSpeakerName): one a language
 *
 * One voice within one story. Who it is hangs on the key, not on the name.
 */
typedef struct
{
  BulRecord record;

  char *key;
  guint number;
  BulSpeakerRole role;
  gboolean anonymous;
  char *person;
  GPtrArray *names;
} BulSpeaker;

extern const BulRecordType bul_speaker_type;

/* The name in @language, or else in any; %NULL where none is known. */
const BulSpeakerName *bul_speaker_get_name (const BulSpeaker *self, const char *language);

G_END_DECLS
