/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-salvage.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "bul-error.h"
#include "bul-file.h"
#include "bul-flow-learn.h"
#include "bul-revision.h"
#include "bul-salvaged-private.h"
#include "bul-store-journal.h"
#include "bul-store-memory.h"
#include "bul-store-terms.h"

/* So many stories are saved at once: none is there before all are. */
#define AT_ONCE 100

/* A story on its way into the new library. */
typedef struct
{
  char *uid; /* as the damaged library has it */
  BulStore *from;
  BulSalvaged *salvaged; /* NULL: nothing could be read */
} Found;

typedef struct
{
  const BulSalvage *read;
  BulStore *fresh;
  const char *by;
  GPtrArray *found; /* of Found */
  BulFlowSalvageFunc func;
  gpointer data;
} Run;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->uid);
  bul_salvaged_free (found->salvaged);
  g_free (found);
}

static BulSalvaged *
load (BulStore *store, const BulStoreRow *row, const char *by)
{
  BulStory *story = row == NULL ? NULL : bul_store_load (store, row->uid, NULL);

  return story == NULL ? NULL : bul_salvaged_new (story, row->revision, by);
}

static guint
count_lines (const BulStory *story)
{
  guint n = 0;

  for (guint i = 0; i < story->scripts->len; i++)
    n += ((BulScript *) story->scripts->pdata[i])->blocks->len;
  return n;
}

/* Strays are asked only where the trees of the tables do not give the whole story. */
static BulSalvaged *
choose (const Run *run, const BulStoreRow *reached, const BulStoreRow *stray, gboolean *strayed)
{
  g_autoptr (BulSalvaged) first = load (run->read->reached, reached, run->by);
  g_autoptr (BulSalvaged) second = NULL;

  *strayed = FALSE;
  if (first != NULL && first->proven)
    return g_steal_pointer (&first);
  second = load (run->read->strays, stray, run->by);
  *strayed = second != NULL
             && (first == NULL || second->proven
                 || count_lines (second->story) > count_lines (first->story));
  return *strayed ? g_steal_pointer (&second) : g_steal_pointer (&first);
}

/* Edits go on from the revision that theirs has become. */
static gboolean
follow_base (const BulSalvaged *salvaged, BulJournal *journal)
{
  for (guint i = 0; i < salvaged->former_uuids->len; i++)
    {
      const BulRevision *revision = salvaged->story->revisions->pdata[i];

      if (g_strcmp0 (salvaged->former_uuids->pdata[i], journal->base_uuid) != 0)
        continue;
      g_free (journal->base_uuid);
      g_free (journal->story);
      journal->base_uuid = g_strdup (revision->uuid);
      journal->base_revision = revision->number;
      journal->story = g_strdup (salvaged->story->uid);
      return TRUE;
    }
  return FALSE;
}

/* Unsaved edits go along. */
static void
keep_journals (const Run *run, BulStore *from, const char *uid, BulSalvaged *salvaged)
{
  g_autoptr (GPtrArray) journals = bul_store_load_journals (from, uid, NULL);

  for (guint i = 0; journals != NULL && i < journals->len; i++)
    {
      BulJournal *journal = journals->pdata[i];

      if (journal->damaged)
        g_ptr_array_add (
            salvaged->notes,
            g_strdup_printf (_ ("unsaved edits were read only as far as they are proven: "
                                "%u of their steps"),
                             journal->steps->len));
      if (!follow_base (salvaged, journal) || !bul_store_write_journal (run->fresh, journal, NULL))
        g_ptr_array_add (
            salvaged->notes,
            g_strdup (_ ("unsaved edits are lost: they go on from a revision that is")));
    }
}

static void
tell (const Run *run, const char *uid, const BulSalvaged *salvaged)
{
  BulFlowSalvaged told = { .state = BUL_FLOW_SALVAGED_LOST, .uid = uid };
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  told.notes = nothing;
  if (salvaged != NULL)
    told = (BulFlowSalvaged){
      .state = salvaged->proven && salvaged->notes->len == 0 ? BUL_FLOW_SALVAGED_WHOLE
                                                             : BUL_FLOW_SALVAGED_PART,
      .uid = salvaged->story->uid,
      .headline = bul_story_get_headline (salvaged->story),
      .n_revisions = salvaged->story->revisions->len,
      .notes = salvaged->notes,
    };
  run->func (&told, run->data);
}

static void
find_story (const Run *run, const BulStoreRow *reached, const BulStoreRow *stray)
{
  Found *found = g_new0 (Found, 1);
  gboolean strayed;

  found->uid = g_strdup (stray->uid);
  found->salvaged = choose (run, reached, stray, &strayed);
  found->from = strayed ? run->read->strays : run->read->reached;
  if (found->salvaged != NULL && g_hash_table_contains (run->read->adopted, found->uid))
    g_ptr_array_add (found->salvaged->notes,
                     g_strdup (_ ("its own row is lost: it has a new identity and no programme")));
  g_ptr_array_add (run->found, found);
}

/* Saves what was found so far, and tells of it. */
static gboolean
keep_found (const Run *run, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new ();

  for (guint i = 0; i < run->found->len; i++)
    {
      const Found *found = run->found->pdata[i];

      if (found->salvaged != NULL)
        g_ptr_array_add (stories, found->salvaged->story);
    }
  if (!bul_store_save_many (run->fresh, stories, NULL, error))
    return FALSE;
  for (guint i = 0; i < run->found->len; i++)
    {
      const Found *found = run->found->pdata[i];

      if (found->salvaged != NULL)
        keep_journals (run, found->from, found->uid, found->salvaged);
      tell (run, found->uid, found->salvaged);
    }
  g_ptr_array_set_size (run->found, 0);
  return TRUE;
}

static GHashTable *
index_rows (const GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (index, ((BulStoreRow *) rows->pdata[i])->uid, rows->pdata[i]);
  return index;
}

static gboolean
keep_stories (const Run *run, GError **error)
{
  g_autoptr (GPtrArray) reached = bul_store_list (run->read->reached, error);
  g_autoptr (GPtrArray) strays = bul_store_list (run->read->strays, error);
  g_autoptr (GHashTable) known = NULL;

  if (reached == NULL || strays == NULL)
    return FALSE;
  /* What is reached is among the strays too. */
  known = index_rows (reached);
  for (guint i = 0; i < strays->len; i++)
    {
      const BulStoreRow *row = strays->pdata[i];

      find_story (run, g_hash_table_lookup (known, row->uid), row);
      if (run->found->len >= AT_ONCE && !keep_found (run, error))
        return FALSE;
    }
  return keep_found (run, error);
}

/* Confirmed pairs come with their stories. What the memory teaches is learned anew. */
static gboolean
keep_memory (const Run *run, GError **error)
{
  g_autoptr (GPtrArray) entries = bul_store_list_memory (run->read->strays, G_MAXINT, error);
  g_autoptr (GPtrArray) terms
      = entries == NULL ? NULL : bul_store_list_terms (run->read->strays, error);
  guint n_new;

  if (terms == NULL)
    return FALSE;
  for (guint i = entries->len; i > 0; i--)
    if (((BulMemoryEntry *) entries->pdata[i - 1])->story != NULL)
      g_ptr_array_remove_index (entries, i - 1);
  if (!bul_store_add_memory (run->fresh, entries, &n_new, error)
      || !bul_store_add_terms (run->fresh, terms, &n_new, error))
    return FALSE;
  bul_flow_learn_all (run->fresh, NULL);
  return TRUE;
}

static gboolean
check_fresh (const char *fresh, GError **error)
{
  if (!g_file_test (fresh, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               _ ("%s: There is something of this name already. Nothing was changed. Name a file "
                  "that does not exist yet."),
               fresh);
  return FALSE;
}

static void
remove_all (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* Closing a library brings its log into the file and removes it. Where the disk did not let that
 * happen, the stories are in the log, and the file alone is not all. */
static gboolean
is_all_in_file (const char *made, const char *fresh, GError **error)
{
  g_autofree char *log = g_strconcat (made, "-wal", NULL);

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_FAILED,
      _ ("“%s” could not be written: the disk is full, or gave an error. The damaged library "
         "was not changed. Make room, or name a file on another disk, and try again."),
      fresh);
  return FALSE;
}

gboolean
bul_flow_salvage (const char *path,
                  const char *fresh,
                  const char *by,
                  BulFlowSalvageFunc func,
                  gpointer data,
                  BulSalvage **facts,
                  GError **error)
{
  g_autoptr (BulSalvage) read = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *made = g_strdup_printf ("%s.%.8s.part", fresh, uuid);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (found_free);
  Run run = { .by = by, .found = found, .func = func, .data = data };
  gboolean done;

  if (!check_fresh (fresh, error) || (read = bul_salvage_read (path, error)) == NULL)
    return FALSE;
  run.read = read;
  run.fresh = bul_store_open (made, BUL_STORE_READ_WRITE, error);
  done = run.fresh != NULL && keep_stories (&run, error) && keep_memory (&run, error)
         && bul_store_adopt (run.fresh, read->strays, read->n_beside, error);
  bul_store_close (run.fresh);
  done = done && is_all_in_file (made, fresh, error) && bul_file_put_in_place (made, fresh, error);
  remove_all (made);
  if (done && facts != NULL)
    *facts = g_steal_pointer (&read);
  return done;
}
