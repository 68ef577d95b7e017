/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-story-table.h"

#include "bul-enum.h"
#include "bul-table.h"

static const char *const titles[] = { "uid",      "air date", "page date", "programme",  "headline",
                                      "language", "state",    "revision",  "corrections" };

#define N_COLUMNS G_N_ELEMENTS (titles)

struct _BulStoryTable
{
  BulTable *table;
};

BulStoryTable *
bul_story_table_new (void)
{
  BulStoryTable *self = g_new0 (BulStoryTable, 1);

  self->table = bul_table_new ("Stories", titles, N_COLUMNS);
  return self;
}

void
bul_story_table_free (BulStoryTable *self)
{
  if (self == NULL)
    return;
  bul_table_free (self->table);
  g_free (self);
}

void
bul_story_table_add (BulStoryTable *self, const BulStory *story)
{
  g_autofree char *languages = bul_story_dup_languages (story);
  g_autofree char *revision = g_strdup_printf ("%u", bul_story_get_revision_number (story));
  g_autofree char *n_corrections = g_strdup_printf ("%u", story->corrections->len);
  const char *const fields[] = {
    story->uid,
    story->bulletin_date,
    story->page_date,
    story->programme,
    bul_story_get_headline (story),
    languages,
    bul_enum_to_word (bul_story_state_words, story->state),
    revision,
    n_corrections,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == N_COLUMNS);
  bul_table_add (self->table, fields);
}

GBytes *
bul_story_table_write_csv (const BulStoryTable *self, GError **error)
{
  return bul_table_write_csv (self->table, error);
}

GBytes *
bul_story_table_write_xlsx (const BulStoryTable *self, GError **error)
{
  return bul_table_write_xlsx (self->table, error);
}
