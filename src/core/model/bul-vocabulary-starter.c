/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-model-resources.h"
#include "bul-vocabulary.h"

#define PATH "/org/bulletindesk/model/subjects.tsv"

/* The columns of the table. */
enum
{
  CODE,
  PARENTS,
  KOREAN,
  ENGLISH,
  OTHER_KOREAN,
  OTHER_ENGLISH,
  MATCH,
  N_COLUMNS
};

static char *
dup_said (const char *cell)
{
  return *cell == '\0' ? NULL : g_strdup (cell);
}

static GStrv
split_cell (const char *cell)
{
  return *cell == '\0' ? NULL : g_strsplit (cell, "|", -1);
}

static BulConcept *
read_row (char **cells)
{
  BulConcept *concept = bul_concept_new (cells[CODE]);

  concept->parents = split_cell (cells[PARENTS]);
  concept->korean = dup_said (cells[KOREAN]);
  concept->english = dup_said (cells[ENGLISH]);
  concept->other_korean = split_cell (cells[OTHER_KOREAN]);
  concept->other_english = split_cell (cells[OTHER_ENGLISH]);
  concept->match = dup_said (cells[MATCH]);
  return concept;
}

static BulVocabulary *
read_starter (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (bul_model_resources_get_resource (), PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  BulVocabulary *self = bul_vocabulary_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '\0' && *lines[i] != '#' && g_strv_length (cells) == N_COLUMNS)
        bul_vocabulary_add (self, read_row (cells));
    }
  return self;
}

const BulVocabulary *
bul_vocabulary_get_starter (void)
{
  static gsize starter = 0;

  if (g_once_init_enter (&starter))
    g_once_init_leave (&starter, (gsize) read_starter ());
  return (const BulVocabulary *) starter;
}
