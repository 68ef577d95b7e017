/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-flow-open.h"
#include "bul-flow.h"
#include "bul-store-journal.h"
#include "test-deeds.h"
#include "test-libraries.h"
#include "unit.h"

/* SQLite calls these: how often tells what a write costs. */
static guint n_syncs;

int
fdatasync (int descriptor)
{
  int (*next) (int) = (int (*) (int)) dlsym (RTLD_NEXT, "fdatasync");

  n_syncs++;
  return next (descriptor);
}

int
fsync (int descriptor)
{
  int (*next) (int) = (int (*) (int)) dlsym (RTLD_NEXT, "fsync");

  n_syncs++;
  return next (descriptor);
}

/* The library has the story, at revision 1, and its uid is given. */
static char *
add_story (BulStore *store)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());

  g_assert_true (bul_flow_save (store, history, "Min", "Imported", NULL));
  return g_strdup (bul_history_get_story (history)->uid);
}

static BulFlowOpened *
open_story (BulStore *store, const char *uid)
{
  g_autoptr (GError) error = NULL;
  BulFlowOpened *opened = bul_flow_open_story (store, uid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (opened);
  return opened;
}

static BulHistory *
open_history (BulStore *store, const char *uid)
{
  g_autoptr (BulFlowOpened) opened = open_story (store, uid);

  return g_steal_pointer (&opened->history);
}

/* Writes what is new, if anything; returns how many steps that took, or -1. */
static int
write_composing (BulStore *store, BulHistory *history, const BulEdit *composing)
{
  g_autoptr (BulJournal) journal = bul_history_make_journal (history, composing, "Min");
  g_autoptr (GError) error = NULL;

  if (journal == NULL)
    return -1;
  g_assert_true (bul_store_write_journal (store, journal, &error));
  g_assert_no_error (error);
  return (int) journal->steps->len;
}

static int
write_new (BulStore *store, BulHistory *history)
{
  return write_composing (store, history, NULL);
}

/* Another process would open it now: the connection and the history are gone. */
static void
crash (BulStore **store, BulHistory **history)
{
  g_clear_object (history);
  g_clear_pointer (store, bul_store_close);
}

/* Whatever was done is there again, and can be undone to the revision. */
static void
test_restore (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  guint n_stories = g_test_slow () ? 500 : 25;

  for (guint seed = 0; seed < n_stories; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
      g_autofree char *uid = add_story (store);
      g_autoptr (BulHistory) history = open_history (store, uid);
      g_autoptr (BulStory) base = bul_record_copy (bul_history_get_story (history));
      g_autoptr (BulStory) last = NULL;

      for (guint i = 0; i < 40; i++)
        {
          deeds_do_one (rand, history);
          if (g_rand_int_range (rand, 0, 3) == 0)
            write_new (store, history);
          if (g_rand_int_range (rand, 0, 30) == 0)
            {
              g_assert_true (bul_flow_save (store, history, "Min", NULL, NULL));
              bul_record_free (g_steal_pointer (&base));
              base = bul_record_copy (bul_history_get_story (history));
            }
          if (g_rand_int_range (rand, 0, 10) == 0)
            bul_history_journal_failed (history);
        }
      write_new (store, history);
      g_assert_cmpint (write_new (store, history), ==, -1);
      last = bul_record_copy (bul_history_get_story (history));
      crash (&store, &history);

      store = library_open (library, BUL_STORE_READ_WRITE);
      history = open_history (store, uid);
      deeds_assert_same (bul_history_get_story (history), last);
      while (bul_history_undo (history))
        ;
      deeds_assert_same (bul_history_get_story (history), base);
      while (bul_history_redo (history))
        ;
      deeds_assert_same (bul_history_get_story (history), last);
    }
}

/* A restored story goes on: more is typed, it crashes again, and is saved at last. */
static void
test_goes_on (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (store);
  g_autoptr (BulHistory) history = open_history (store, uid);
  g_autoptr (BulStory) saved = NULL;
  g_autoptr (GPtrArray) journals = NULL;

  deeds_replace (history, "b4", 0, 0, "One ");
  g_assert_cmpint (write_new (store, history), ==, 1);
  crash (&store, &history);
  store = library_open (library, BUL_STORE_READ_WRITE);
  history = open_history (store, uid);
  g_assert_true (bul_history_split (history, "b5", 4, NULL));
  g_assert_cmpint (write_new (store, history), ==, 1);
  crash (&store, &history);
  store = library_open (library, BUL_STORE_READ_WRITE);
  history = open_history (store, uid);
  g_assert_cmpuint (((BulScript *) bul_history_get_story (history)->scripts->pdata[0])->blocks->len,
                    ==, 10);
  g_assert_true (bul_flow_save (store, history, "Min", NULL, NULL));

  saved = bul_store_load (store, uid, NULL);
  deeds_assert_same (saved, bul_history_get_story (history));
  g_assert_cmpuint (bul_story_get_revision_number (saved), ==, 2);
  journals = bul_store_load_journals (store, NULL, NULL);
  g_assert_cmpuint (journals->len, ==, 0);
  g_assert_cmpint (write_new (store, history), ==, -1);
}

/* However long the story was worked at, a write holds what is new and is one sync. */
static void
test_small (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (store);
  g_autoptr (BulHistory) history = open_history (store, uid);

  for (guint i = 0; i < 200; i++)
    {
      deeds_replace (history, "b4", 0, 0, i % 2 == 0 ? "word " : "낱말 ");
      bul_history_break (history);
    }
  g_assert_cmpint (write_new (store, history), ==, 200);
  deeds_replace (history, "b4", 0, 0, "x");
  n_syncs = 0;
  g_assert_cmpint (write_new (store, history), ==, 1);
  g_assert_cmpuint (n_syncs, ==, 1);
  /* typing that goes on is the same step, and takes its place */
  deeds_replace (history, "b4", 1, 0, "y");
  g_assert_cmpint (write_new (store, history), ==, 1);
  /* to take steps back costs no step */
  bul_history_undo (history);
  bul_history_undo (history);
  g_assert_cmpint (write_new (store, history), ==, 0);
  g_assert_cmpint (write_new (store, history), ==, -1);
}

static BulEdit *
make_composing (const char *block, guint at, const char *syllable)
{
  BulEdit *edit = bul_edit_new (BUL_EDIT_TEXT, block, at);

  edit->inserted = g_strdup (syllable);
  return edit;
}

static const char *
text_of (BulHistory *history, const char *block)
{
  return ((const BulBlock *) bul_story_find (bul_history_get_story (history), block))->text;
}

/* The syllable under way is there after a crash, once, as the last write had it. */
static void
test_composing (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const syllables[] = { "ㅅ", "서", "선" };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (store);
  g_autoptr (BulHistory) history = open_history (store, uid);
  g_autofree char *before = NULL;

  deeds_replace (history, "b4", 0, 0, "어");
  before = g_strdup (text_of (history, "b4"));
  for (guint i = 0; i < G_N_ELEMENTS (syllables); i++)
    {
      g_autoptr (BulRecord) composing = (BulRecord *) make_composing ("b4", 1, syllables[i]);

      g_assert_cmpint (write_composing (store, history, (BulEdit *) composing), ==, i == 0 ? 1 : 0);
      g_assert_cmpint (write_composing (store, history, (BulEdit *) composing), ==, -1);
    }
  crash (&store, &history);

  store = library_open (library, BUL_STORE_READ_WRITE);
  history = open_history (store, uid);
  g_assert_true (g_str_has_prefix (text_of (history, "b4"), "어선The ferry"));
  g_assert_true (bul_history_undo (history));
  g_assert_cmpstr (text_of (history, "b4"), ==, before);
  g_assert_true (bul_history_redo (history));
  g_assert_cmpint (write_new (store, history), ==, 1);
  crash (&store, &history);

  store = library_open (library, BUL_STORE_READ_WRITE);
  history = open_history (store, uid);
  g_assert_true (g_str_has_prefix (text_of (history, "b4"), "어선The ferry"));
}

/* A newer revision by someone else: the story reads as saved, and the edits are kept. */
static void
test_newer (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (store);
  g_autoptr (BulHistory) mine = open_history (store, uid);
  g_autoptr (BulHistory) theirs = open_history (store, uid);
  g_autoptr (BulFlowOpened) opened = NULL;
  g_autoptr (GPtrArray) journals = NULL;
  const BulJournal *journal;

  deeds_replace (mine, "b4", 0, 0, "Mine ");
  write_new (store, mine);
  deeds_replace (theirs, "b4", 0, 0, "Theirs ");
  g_assert_true (bul_flow_save (store, theirs, "Jae", NULL, NULL));
  crash (&store, &mine);

  store = library_open (library, BUL_STORE_READ_WRITE);
  opened = open_story (store, uid);
  g_assert_null (opened->restored);
  g_assert_cmpuint (opened->conflicts->len, ==, 1);
  g_assert_true (g_str_has_prefix (text_of (opened->history, "b4"), "Theirs "));
  journals = bul_store_load_journals (store, uid, NULL);
  g_assert_cmpuint (journals->len, ==, 1);
  journal = journals->pdata[0];
  g_assert_cmpuint (journal->base_revision, ==, 1);
  g_assert_cmpuint (journal->steps->len, ==, 1);
  g_assert_cmpstr (journal->by, ==, "Min");
  g_assert_true (bul_store_drop_journal (store, journal->uuid, NULL));
  g_assert_false (bul_store_drop_journal (store, journal->uuid, NULL));
}

/* A save that finds a newer revision leaves what it wanted to save in the library. */
static void
test_save_conflict (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (store);
  g_autoptr (BulHistory) mine = open_history (store, uid);
  g_autoptr (BulHistory) theirs = open_history (store, uid);
  g_autoptr (GPtrArray) journals = NULL;
  g_autoptr (GError) error = NULL;

  deeds_replace (mine, "b4", 0, 0, "Mine ");
  deeds_replace (theirs, "b4", 0, 0, "Theirs ");
  g_assert_true (bul_flow_save (store, theirs, "Jae", NULL, NULL));
  g_assert_false (bul_flow_save (store, mine, "Min", NULL, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_CONFLICT);
  journals = bul_store_load_journals (store, uid, NULL);
  g_assert_cmpuint (journals->len, ==, 1);
  g_assert_cmpuint (((BulJournal *) journals->pdata[0])->base_revision, ==, 1);
}

/* What another window is writing is let alone, until that window is gone. */
static void
test_live (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) one = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStore) two = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (one);
  g_autoptr (BulHistory) history = open_history (one, uid);
  g_autoptr (BulFlowOpened) while_open = NULL;
  g_autoptr (BulFlowOpened) afterwards = NULL;
  g_autoptr (BulJournal) journal = NULL;

  deeds_replace (history, "b4", 0, 0, "One ");
  write_new (one, history);
  while_open = open_story (two, uid);
  g_assert_nonnull (while_open->live);
  g_assert_null (while_open->restored);
  g_assert_cmpuint (while_open->conflicts->len, ==, 0);
  g_assert_false (bul_store_drop_journal (two, while_open->live->uuid, NULL));
  bul_store_close (g_steal_pointer (&one));

  afterwards = open_story (two, uid);
  g_assert_null (afterwards->live);
  g_assert_nonnull (afterwards->restored);
  g_assert_cmpstr (afterwards->restored->by, ==, "Min");
  bul_history_break (afterwards->history);
  deeds_replace (afterwards->history, "b5", 0, 0, "Two ");
  write_new (two, afterwards->history);

  /* The first would write into what is the second's by now. */
  one = library_open (library, BUL_STORE_READ_WRITE);
  deeds_replace (history, "b6", 0, 0, "Late ");
  journal = bul_history_make_journal (history, NULL, "Min");
  g_assert_false (bul_store_write_journal (one, journal, NULL));
}

/* A write that goes on from what the library does not have is refused, and the next is whole. */
static void
test_failed (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (store);
  g_autoptr (BulHistory) history = open_history (store, uid);
  g_autoptr (BulJournal) lost = NULL;
  g_autoptr (BulJournal) next = NULL;
  g_autoptr (GError) error = NULL;

  deeds_replace (history, "b4", 0, 0, "One ");
  lost = bul_history_make_journal (history, NULL, "Min");
  bul_history_break (history);
  deeds_replace (history, "b4", 0, 0, "Two ");
  next = bul_history_make_journal (history, NULL, "Min");
  g_assert_cmpuint (next->kept, ==, 1);
  g_assert_false (bul_store_write_journal (store, next, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_CONFLICT);
  bul_history_journal_failed (history);
  g_assert_cmpint (write_new (store, history), ==, 2);
}

/* A journal of a story, or from a revision, that is not there is refused. */
static void
test_baseless (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autoptr (BulJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  deeds_replace (history, "b4", 0, 0, "One ");
  journal = bul_history_make_journal (history, NULL, "Min");
  g_assert_false (bul_store_write_journal (store, journal, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND);
}

/* While a revision is on its way the journal waits; after a failure it holds everything again. */
static void
test_in_flight (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *uid = add_story (store);
  g_autoptr (BulHistory) history = open_history (store, uid);
  g_autoptr (BulStory) saved = NULL;
  g_autoptr (BulStory) last = NULL;

  deeds_replace (history, "b4", 0, 0, "One ");
  write_new (store, history);
  saved = bul_history_make_revision (history, "Min", NULL);
  deeds_replace (history, "b5", 0, 0, "Two ");
  g_assert_cmpint (write_new (store, history), ==, -1);
  bul_history_save_failed (history);
  g_assert_cmpint (write_new (store, history), ==, 2);
  last = bul_record_copy (bul_history_get_story (history));
  crash (&store, &history);

  store = library_open (library, BUL_STORE_READ_WRITE);
  history = open_history (store, uid);
  deeds_assert_same (bul_history_get_story (history), last);
}

/* A changed byte is seen; what is proven before it is still there. */
static void
test_damage (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *change;
    guint n_steps;
  } cases[] = {
    /* of the journal */
    { "UPDATE journal SET by = 'Nim'", 2 },
    { "UPDATE journal SET at = '2020-01-01T00:00:00+00:00'", 2 },
    { "UPDATE journal SET base_revision = 2", 2 },
    { "UPDATE journal SET composing = replace(composing, 'Q', 'R')", 2 },
    { "UPDATE journal SET hash = replace(hash, 'a', 'b')", 2 },
    /* of its steps */
    { "UPDATE journal_step SET what = 'x' WHERE position = 1", 1 },
    { "UPDATE journal_step SET edits = replace(edits, 'Two', 'Too')", 1 },
    { "UPDATE journal_step SET hash = '' WHERE position = 0", 0 },
    { "UPDATE journal_step SET position = 7 WHERE position = 0", 0 },
    { "DELETE FROM journal_step WHERE position = 1", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
      g_autofree char *uid = add_story (store);
      g_autoptr (BulHistory) history = open_history (store, uid);
      g_autoptr (BulRecord) composing = (BulRecord *) make_composing ("b4", 0, "Q");
      g_autoptr (BulFlowOpened) opened = NULL;
      g_autoptr (GPtrArray) journals = NULL;

      deeds_replace (history, "b4", 0, 0, "One ");
      bul_history_break (history);
      deeds_replace (history, "b5", 0, 0, "Two ");
      write_composing (store, history, (BulEdit *) composing);
      crash (&store, &history);
      library_run_sql (library, cases[i].change);

      g_test_message ("%s", cases[i].change);
      store = library_open (library, BUL_STORE_READ_ONLY);
      journals = bul_store_load_journals (store, uid, NULL);
      g_assert_cmpuint (journals->len, ==, 1);
      g_assert_true (((BulJournal *) journals->pdata[0])->damaged);
      g_assert_cmpuint (((BulJournal *) journals->pdata[0])->steps->len, ==, cases[i].n_steps);
      opened = open_story (store, uid);
      g_assert_cmpuint (opened->conflicts->len, ==, 1);
      library_run_sql (library, "DELETE FROM journal_step; DELETE FROM journal");
    }
}

#define ADD(path, func) g_test_add (path, Library, NULL, library_set_up, func, library_tear_down)

UNIT (store_journal)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal/restore", test_restore);
  ADD ("/journal/goes-on", test_goes_on);
  ADD ("/journal/small", test_small);
  ADD ("/journal/composing", test_composing);
  ADD ("/journal/newer", test_newer);
  ADD ("/journal/save-conflict", test_save_conflict);
  ADD ("/journal/live", test_live);
  ADD ("/journal/failed", test_failed);
  ADD ("/journal/baseless", test_baseless);
  ADD ("/journal/in-flight", test_in_flight);
  ADD ("/journal/damage", test_damage);
  return g_test_run ();
}
