/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loss-facts.h"

#include <stdio.h>
#include <string.h>

#include "bul-error.h"
#include "bul-flow-conflict.h"
#include "bul-flow-open.h"
#include "bul-flow.h"
#include "bul-revision.h"

/* What was confirmed of one story. */
typedef struct
{
  guint revision;
  char *hash; /* of that revision, where it is known */
  char *block;
  guint n_typed;
} Story;

struct _LossFacts
{
  GHashTable *stories; /* uid → Story */
  GHashTable *files;   /* name → hash that must be there */
  GHashTable *allowed; /* “name hash” that may be there */
  guint n_facts;
};

static void
story_free (gpointer data)
{
  Story *story = data;

  g_free (story->hash);
  g_free (story->block);
  g_free (story);
}

LossFacts *
loss_facts_new (void)
{
  LossFacts *self = g_new0 (LossFacts, 1);

  self->stories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, story_free);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
loss_facts_free (LossFacts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->stories);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->allowed);
  g_free (self);
}

guint
loss_facts_count (LossFacts *self)
{
  return self->n_facts;
}

static Story *
find_story (LossFacts *self, const char *uid)
{
  Story *story = g_hash_table_lookup (self->stories, uid);

  if (story == NULL)
    {
      story = g_new0 (Story, 1);
      story->revision = 1;
      g_hash_table_insert (self->stories, g_strdup (uid), story);
    }
  return story;
}

static guint
to_number (const char *text)
{
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
take_saved (LossFacts *self, char **words)
{
  Story *story = find_story (self, words[1]);

  story->revision = to_number (words[2]);
  g_free (story->hash);
  story->hash = g_strdup (words[3]);
}

static void
take_typed (LossFacts *self, char **words)
{
  Story *story = find_story (self, words[1]);

  g_free (story->block);
  story->block = g_strdup (words[2]);
  story->n_typed = to_number (words[3]);
}

static void
take_kept (LossFacts *self, char **words)
{
  find_story (self, words[1]);
}

static void
take_writes (LossFacts *self, char **words)
{
  g_hash_table_add (self->allowed, g_strjoin (" ", words[1], words[2], NULL));
}

static void
take_wrote (LossFacts *self, char **words)
{
  take_writes (self, words);
  g_hash_table_replace (self->files, g_strdup (words[1]), g_strdup (words[2]));
}

static const struct
{
  const char *word;
  guint n_words;
  void (*take) (LossFacts *self, char **words);
} kinds[] = {
  { "kept", 2, take_kept },     { "saved", 4, take_saved }, { "typed", 4, take_typed },
  { "writes", 3, take_writes }, { "wrote", 3, take_wrote },
};

void
loss_facts_add_line (LossFacts *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (words[0], kinds[i].word) == 0 && g_strv_length (words) == kinds[i].n_words)
      {
        kinds[i].take (self, words);
        self->n_facts++;
      }
}

void
loss_facts_add_text (LossFacts *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[0] != NULL && lines[i + 1] != NULL; i++)
    loss_facts_add_line (self, lines[i]);
}

/* How many words stand at the start of @text: “w3 w2 w1 …” has three. */
static guint
count_words (const char *text)
{
  guint n = 0;

  if (sscanf (text, "w%u ", &n) != 1)
    return 0;
  for (guint i = n; i > 0; i--)
    {
      g_autofree char *word = g_strdup_printf ("w%u ", i);

      if (!g_str_has_prefix (text, word))
        return 0;
      text += strlen (word);
    }
  return n;
}

static guint
count_in (const BulStory *story, const char *key)
{
  const BulBlock *block = story == NULL ? NULL : bul_story_find (story, key);

  return block == NULL ? 0 : count_words (block->text);
}

/* Words are in the story; or, where someone saved a revision beside them, in edits that are kept.
 */
static char *
check_typed (BulStore *store, const char *uid, const Story *fact)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowOpened) opened = bul_flow_open_story (store, uid, &error);
  g_autoptr (BulStory) saved = opened == NULL ? NULL : bul_store_load (store, uid, &error);
  guint n_words;

  if (saved == NULL)
    return g_strdup (error->message);
  n_words = count_in (bul_history_get_story (opened->history), fact->block);
  for (guint i = 0; i < opened->conflicts->len; i++)
    {
      const BulJournal *journal = opened->conflicts->pdata[i];
      g_autoptr (BulStory) version = bul_flow_make_version (saved, journal, NULL, NULL);

      if (!journal->damaged)
        n_words = MAX (n_words, count_in (version, fact->block));
    }
  if (n_words >= fact->n_typed)
    return NULL;
  return g_strdup_printf ("%s: %u words were confirmed, %u are there", uid, fact->n_typed, n_words);
}

static char *
check_story (BulStore *store, const char *uid, const Story *fact)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) story = bul_store_load (store, uid, &error);

  if (story == NULL)
    return g_strdup_printf ("%s: confirmed, but: %s", uid, error->message);
  if (story->revisions->len < fact->revision)
    return g_strdup_printf ("%s: revision %u was confirmed, %u is there", uid, fact->revision,
                            story->revisions->len);
  if (fact->hash != NULL
      && g_strcmp0 (((BulRevision *) story->revisions->pdata[fact->revision - 1])->hash, fact->hash)
             != 0)
    return g_strdup_printf ("%s: revision %u is another than was confirmed", uid, fact->revision);
  return fact->n_typed > 0 ? check_typed (store, uid, fact) : NULL;
}

static void
note_finding (const char *uid, const char *message, gpointer data)
{
  char **finding = data;

  if (*finding == NULL)
    *finding = g_strdup_printf ("fsck: %s: %s", uid == NULL ? "library" : uid, message);
}

static char *
check_library (LossFacts *self, const char *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (library, BUL_STORE_READ_WRITE, &error);
  char *wrong = NULL;
  GHashTableIter iter;
  gpointer uid;
  gpointer fact;

  if (store == NULL || !bul_flow_check (store, note_finding, &wrong, &error))
    return g_strdup (error->message);
  g_hash_table_iter_init (&iter, self->stories);
  while (wrong == NULL && g_hash_table_iter_next (&iter, &uid, &fact))
    wrong = check_story (store, uid, fact);
  return wrong;
}

/* A name that nothing said is a file that never got its own: what is left of writing one. */
static char *
check_file (LossFacts *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *must = g_hash_table_lookup (self->files, name);
  g_autofree char *bytes = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *both = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return must == NULL ? NULL : g_strdup_printf ("%s: written, but not there", name);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
  both = g_strjoin (" ", name, hash, NULL);
  if (!g_hash_table_contains (self->allowed, both))
    return g_strdup_printf ("%s: half a file, of %u bytes", name, (guint) length);
  return NULL;
}

static char *
check_files (LossFacts *self, const char *folder)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  char *wrong = NULL;

  g_hash_table_iter_init (&iter, self->allowed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (names, g_strndup (key, strchr (key, ' ') - (char *) key));
  g_hash_table_iter_init (&iter, names);
  while (wrong == NULL && g_hash_table_iter_next (&iter, &key, NULL))
    wrong = check_file (self, folder, key);
  return wrong;
}

char *
loss_facts_check (LossFacts *self, const char *library, const char *files)
{
  char *wrong = NULL;

  if (g_hash_table_size (self->stories) > 0 || g_file_test (library, G_FILE_TEST_EXISTS))
    wrong = check_library (self, library);
  if (wrong == NULL && files != NULL)
    wrong = check_files (self, files);
  return wrong;
}
