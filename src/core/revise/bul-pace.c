/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pace.h"

struct _BulPaces
{
  BulPace usual;
  GHashTable *presenters; /* name → BulPace */
  GHashTable *programmes; /* programme → name */
};

/* A pace out of all measure would make times that mean nothing, or divide by nothing. */
static guint
sound_rate (guint rate, guint usual)
{
  return rate == 0 ? usual : CLAMP (rate, BUL_PACE_LEAST, BUL_PACE_MOST);
}

guint
bul_pace_get (BulPace self, BulSpoken language)
{
  return language == BUL_SPOKEN_KOREAN ? self.ko : self.en;
}

BulPaces *
bul_paces_new (BulPace usual)
{
  BulPaces *self = g_new (BulPaces, 1);

  self->usual = (BulPace){ sound_rate (usual.ko, BUL_PACE_KO), sound_rate (usual.en, BUL_PACE_EN) };
  self->presenters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->programmes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
bul_paces_free (BulPaces *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->presenters);
  g_hash_table_unref (self->programmes);
  g_free (self);
}

void
bul_paces_add_presenter (BulPaces *self, const char *name, BulPace pace)
{
  BulPace *own = g_new (BulPace, 1);

  own->ko = sound_rate (pace.ko, self->usual.ko);
  own->en = sound_rate (pace.en, self->usual.en);
  g_hash_table_replace (self->presenters, g_strdup (name), own);
}

void
bul_paces_set_programme (BulPaces *self, const char *programme, const char *presenter)
{
  g_hash_table_replace (self->programmes, g_strdup (programme), g_strdup (presenter));
}

BulPace
bul_paces_get_usual (const BulPaces *self)
{
  return self->usual;
}

const char *
bul_paces_get_presenter (const BulPaces *self, const BulStory *story)
{
  const char *name
      = story->programme == NULL ? NULL : g_hash_table_lookup (self->programmes, story->programme);

  return name != NULL && g_hash_table_contains (self->presenters, name) ? name : NULL;
}

BulPace
bul_paces_get_pace (const BulPaces *self, const char *presenter)
{
  const BulPace *own = g_hash_table_lookup (self->presenters, presenter);

  return own == NULL ? self->usual : *own;
}

/* The pace of the presenter that the speaker is, under any of the speaker's names. */
static const BulPace *
find_by_name (const BulPaces *self, const BulSpeaker *speaker)
{
  for (guint i = 0; i < speaker->names->len; i++)
    {
      const BulSpeakerName *name = speaker->names->pdata[i];
      const BulPace *pace
          = name->name == NULL ? NULL : g_hash_table_lookup (self->presenters, name->name);

      if (pace != NULL)
        return pace;
    }
  return NULL;
}

/* Where nobody is known to speak, the section tells. */
static gboolean
is_read_by_anchor (const BulBlock *block, const BulSpeaker *speaker)
{
  if (speaker != NULL)
    return speaker->role == BUL_SPEAKER_ANCHOR;
  return block->section == BUL_SECTION_LEAD || block->section == BUL_SECTION_TAIL;
}

BulPace
bul_paces_find (const BulPaces *self, const BulStory *story, const BulBlock *block)
{
  const BulSpeaker *speaker = block->speakers == NULL || block->speakers[0] == NULL
                                  ? NULL
                                  : bul_story_find_speaker (story, block->speakers[0]);
  const BulPace *own = NULL;
  const char *presenter;

  if (block->kind == BUL_BLOCK_BITE || g_hash_table_size (self->presenters) == 0)
    return self->usual;
  if (speaker != NULL)
    own = find_by_name (self, speaker);
  if (own == NULL && is_read_by_anchor (block, speaker))
    {
      presenter = bul_paces_get_presenter (self, story);
      own = presenter == NULL ? NULL : g_hash_table_lookup (self->presenters, presenter);
    }
  return own == NULL ? self->usual : *own;
}
