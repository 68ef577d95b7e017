/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include <string.h>

#include <glib/gstdio.h>

#include "bul-corrector.h"
#include "bul-error.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-revision.h"
#include "bul-speaker.h"
#include "bul-stamp.h"
#include "bul-store-private.h"
#include "bul-story-xml.h"
#include "test-libraries.h"
#include "test-xml-stories.h"
#include "unit.h"

#define N_QUICK 150
#define N_SLOW 40000 /* of which every second one can be saved */

/* Whatever a story can hold comes back as it was. */
static void
test_round_trip (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  guint n_stories = g_test_slow () ? N_SLOW : N_QUICK;

  for (guint seed = 0; seed < n_stories; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BulStory) story = xml_stories_make (rand);
      g_autoptr (BulStory) loaded = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) before = NULL;
      g_autoptr (GString) after = NULL;

      if (story->revisions->len == 0)
        continue;
      library_save (store, story, 0);
      loaded = bul_store_load (store, story->uid, &error);
      g_assert_no_error (error);
      before = bul_story_to_xml (story);
      after = bul_story_to_xml (loaded);
      g_assert_true (g_string_equal (before, after));
      g_assert_true (bul_record_equal (story, loaded));
    }
}

/* What was given its kind is so again after saving and loading, and what became of it too. */
static void
test_given (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  BulBlock *cue = bul_block_new ("b1", BUL_BLOCK_CUE, BUL_SECTION_NONE, "Roll the harbour shots");
  g_autofree char *uid = g_strdup (story->uid);
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulStory) first = NULL;
  g_autoptr (BulStory) second = NULL;

  cue->given = TRUE;
  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks, cue);
  history = bul_history_new (story);
  g_assert_true (bul_flow_save (store, history, "Min", "Imported", NULL));
  first = bul_store_load (store, uid, NULL);
  g_assert_true (bul_record_equal (first, bul_history_get_story (history)));
  g_assert_true (((BulBlock *) bul_story_get_script (first)->blocks->pdata[0])->given);

  g_assert_true (bul_history_replace (history, "b1", 0, 4, "Show", NULL));
  g_assert_true (bul_flow_save (store, history, "Min", NULL, NULL));
  second = bul_store_load (store, uid, NULL);
  g_assert_true (bul_record_equal (second, bul_history_get_story (history)));
  g_assert_false (((BulBlock *) bul_story_get_script (second)->blocks->pdata[0])->given);
}

/* A library of the first format is opened: nothing in it was given, and nothing dismissed. */
static void
test_first_library (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = xml_stories_make_saved (7);
  g_autoptr (BulStory) loaded = NULL;

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        ((BulBlock *) script->blocks->pdata[j])->given = FALSE;
    }
  for (guint i = 0; i < story->speakers->len; i++)
    g_clear_pointer (&((BulSpeaker *) story->speakers->pdata[i])->person, g_free);
  g_ptr_array_set_size (story->dismissals, 0);
  g_ptr_array_set_size (story->changes, 0);
  g_ptr_array_set_size (story->links, 0);
  library_save (store, story, 0);
  g_clear_pointer (&store, bul_store_close);
  library_drop_search (library);
  library_run_sql (library, "DROP TABLE journal_step; DROP TABLE journal;"
                            " DROP TABLE foreign_content; DROP TABLE change_ledger;"
                            " DROP TABLE link_segment; DROP TABLE link;"
                            " ALTER TABLE revision DROP COLUMN aired_at;"
                            " ALTER TABLE block DROP COLUMN given; DROP TABLE dismissal;"
                            " PRAGMA user_version = 1");

  store = library_open (library, BUL_STORE_READ_WRITE);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_true (bul_record_equal (loaded, story));
}

/* One that is only read is left as it is, and read all the same. */
static void
test_read_older (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = xml_stories_make_saved (7);
  g_autoptr (BulStory) loaded = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  library_save (store, story, 0);
  g_clear_pointer (&store, bul_store_close);
  library_drop_search (library);
  library_run_sql (library, "DROP TABLE journal_step; DROP TABLE journal; PRAGMA user_version = 3;"
                            " ALTER TABLE revision DROP COLUMN aired_at;"
                            " DROP TABLE foreign_content; DROP TABLE change_ledger;"
                            " DROP TABLE link_segment; DROP TABLE link;"
                            " PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (library->path, &before, &length_before, NULL));
  store = library_open (library, BUL_STORE_READ_ONLY);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_nonnull (loaded);
  g_assert_cmpuint (loaded->scripts->len, ==, story->scripts->len);
  g_clear_pointer (&store, bul_store_close);
  g_assert_true (g_file_get_contents (library->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* A library on another computer is read, and never written. */
static void
test_network (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *what;
    guint64 magic;
    BulPlace place;
  } cases[] = {
    /* of this computer */
    { "ext4", 0xef53, BUL_PLACE_OWN },
    { "btrfs", 0x9123683e, BUL_PLACE_OWN },
    { "tmpfs", 0x01021994, BUL_PLACE_OWN },
    /* of another */
    { "NFS", 0x6969, BUL_PLACE_NETWORK },
    { "a Windows share", 0xff534d42, BUL_PLACE_NETWORK },
    { "a newer Windows share", 0xfe534d42, BUL_PLACE_NETWORK },
    { "a host's folder", 0x01021997, BUL_PLACE_NETWORK },
  };
  g_autoptr (BulStory) story = xml_stories_make_saved (3);
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) loaded = NULL;
  g_autoptr (GError) error = NULL;

  library_save (store, story, 0);
  g_clear_pointer (&store, bul_store_close);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bul_place_classify (cases[i].magic), ==, cases[i].place);
  g_assert_null (
      bul_store_open_at (library->path, BUL_STORE_READ_WRITE, BUL_PLACE_NETWORK, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY);
  store = bul_store_open_at (library->path, BUL_STORE_READ_ONLY, BUL_PLACE_NETWORK, NULL);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_true (bul_record_equal (loaded, story));
}

static void
test_conflict (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) one = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStore) two = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = xml_stories_make_saved (7);
  g_autoptr (BulHistory) here = NULL;
  g_autoptr (BulHistory) there = NULL;
  g_autoptr (BulStory) now = NULL;
  g_autoptr (GError) error = NULL;

  library_save (one, story, 0);
  here = bul_history_new (bul_store_load (one, story->uid, NULL));
  there = bul_history_new (bul_store_load (two, story->uid, NULL));
  g_assert_true (bul_history_set (here, NULL, "slug", "here", NULL));
  g_assert_true (bul_history_set (there, NULL, "slug", "there", NULL));
  g_assert_true (bul_flow_save (one, here, "Min", NULL, NULL));
  g_assert_false (bul_flow_save (two, there, "Jae", NULL, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_CONFLICT);
  g_assert_true (bul_history_is_modified (there));
  now = bul_store_load (two, story->uid, NULL);
  g_assert_cmpstr (now->slug, ==, "here");
  g_assert_cmpuint (now->revisions->len, ==, 2);
}

/* A save whose answer got lost is tried again: there is one revision, not two, and no conflict. */
static void
test_retry (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = xml_stories_make_saved (8);
  g_autoptr (BulStory) loaded = NULL;

  library_save (store, story, 0);
  library_save (store, story, 0);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_cmpuint (loaded->revisions->len, ==, 1);
}

static void
test_resolve (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  static const struct
  {
    const char *prefix;
    const char *uid;
    int code;
  } cases[] = {
    /* one answers */
    { "0a0b0c0d-", "0a0b0c0d-0000-4000-8000-000000000001", 0 },
    { "0A0B0C0E", "0a0b0c0e-0000-4000-8000-000000000002", 0 },
    /* several, none */
    { "0a0b0c", NULL, BUL_ERROR_AMBIGUOUS },
    { "ffffff", NULL, BUL_ERROR_NOT_FOUND },
    /* not a name */
    { "0a0b0", NULL, BUL_ERROR_NOT_FOUND },
    { "%%%%%%", NULL, BUL_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BulStory) story = xml_stories_make_saved (i);

      g_free (story->uid);
      story->uid = g_strdup (cases[i].uid);
      library_save (store, story, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uid = bul_store_resolve (store, cases[i].prefix, &error);

      g_assert_cmpstr (uid, ==, cases[i].uid);
      g_assert_cmpint (error == NULL ? 0 : error->code, ==, cases[i].code);
    }
}

static void
test_refused (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  /* not SQLite at all */
  g_assert_true (g_file_set_contents (
      library->path, "These are only words, and enough of them to look like a header of pages.", -1,
      NULL));
  library_refuses (library, BUL_STORE_READ_WRITE, BUL_ERROR_DAMAGED);
  g_unlink (library->path);
  /* what SQLite takes for empty */
  g_assert_true (g_file_set_contents (library->path, "x", -1, NULL));
  library_refuses (library, BUL_STORE_READ_WRITE, BUL_ERROR_FOREIGN);
  library_refuses (library, BUL_STORE_READ_ONLY, BUL_ERROR_FOREIGN);
  g_unlink (library->path);
  /* another program's */
  library_run_sql (library, "CREATE TABLE notes (text)");
  library_refuses (library, BUL_STORE_READ_WRITE, BUL_ERROR_FOREIGN);
  g_unlink (library->path);
  /* from later on */
  bul_store_close (library_open (library, BUL_STORE_READ_WRITE));
  library_run_sql (library, "PRAGMA user_version = 9999");
  library_refuses (library, BUL_STORE_READ_WRITE, BUL_ERROR_NEWER);
  library_refuses (library, BUL_STORE_READ_ONLY, BUL_ERROR_NEWER);
}

/* A trigger in a file from elsewhere could change what is saved. */
static void
test_trigger (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  bul_store_close (library_open (library, BUL_STORE_READ_WRITE));
  library_run_sql (library,
                   "CREATE TRIGGER thief AFTER INSERT ON story BEGIN DELETE FROM block; END");
  library_refuses (library, BUL_STORE_READ_WRITE, BUL_ERROR_FOREIGN);
  library_refuses (library, BUL_STORE_READ_ONLY, BUL_ERROR_FOREIGN);
}

static void
test_read_only (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStory) story = xml_stories_make_saved (3);
  g_autoptr (BulStore) store = NULL;
  g_autoptr (GError) error = NULL;

  bul_store_close (library_open (library, BUL_STORE_READ_WRITE));
  store = library_open (library, BUL_STORE_READ_ONLY);
  g_assert_false (bul_store_save (store, story, 0, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY);
}

static void
count_finding (const char *uid G_GNUC_UNUSED, const char *message, gpointer data)
{
  g_test_message ("%s", message);
  (*(guint *) data)++;
}

static guint
count_findings (Library *library)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (bul_flow_check (store, count_finding, &n, &error));
  g_assert_no_error (error);
  return n;
}

/* A change that SQLite itself cannot see. */
static void
test_check (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const changes[] = {
    "UPDATE block SET text = text || 'x' WHERE id = (SELECT min(id) FROM block)",
    "UPDATE block SET kind = 'cue' WHERE kind <> 'cue'",
    "UPDATE story SET programme = 'Another'",
    "PRAGMA ignore_check_constraints = ON; UPDATE story SET state = 'rumour'",
    "UPDATE revision SET by = 'Nobody' WHERE number = 1",
    "UPDATE revision SET by = 'Nobody' WHERE number = 2",
    "UPDATE revision SET edits = replace(edits, 'ferry', 'Ferry')",
    "UPDATE source SET bytes = x'00'",
    "DELETE FROM revision WHERE number = 2",
    "DELETE FROM correction",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
      g_autoptr (GBytes) bytes
          = g_bytes_new_static ("[Anchor]\nIt cost 27 won.\n\n[Report]\nYes.\n", 41);
      g_autoptr (BulImport) import = bul_importers_read (bytes, "a.txt", NULL, NULL);
      g_autoptr (BulHistory) history = NULL;
      BulCorrectionDraft draft
          = { .was = "27", .now = "28", .error_class = BUL_CLASS_FIGURE, .reason = "r" };
      g_auto (GStrv) uids = NULL;
      g_autofree char *key = NULL;

      g_assert_true (bul_flow_keep (store, import, "Min", &uids, NULL, NULL));
      history = bul_history_new (bul_store_load (store, uids[0], NULL));
      g_assert_true (bul_history_set (history, NULL, "slug", "ferry", NULL));
      g_assert_true (
          bul_corrector_find (bul_history_get_story (history), "27", 0, &draft.passage, NULL));
      key = bul_corrector_raise (history, &draft, NULL);
      g_assert_true (bul_flow_save (store, history, "Min", NULL, NULL));
      g_clear_pointer (&store, bul_store_close);

      g_assert_cmpuint (count_findings (library), ==, 0);
      g_test_message ("%s", changes[i]);
      library_run_sql (library, changes[i]);
      g_assert_cmpuint (count_findings (library), >, 0);
      g_unlink (library->path);
    }
}

/* What was changed behind the library's back is not shown as what was saved. */
static void
test_proven (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = xml_stories_make_saved (7);
  g_autoptr (BulStory) loaded = NULL;
  g_autoptr (BulStory) changed = NULL;
  g_autoptr (GError) error = NULL;

  library_save (store, story, 0);
  loaded = bul_flow_load (store, story->uid, &error);
  g_assert_no_error (error);
  g_assert_true (bul_record_equal (loaded, story));
  library_run_sql (library, "UPDATE story SET slug = 'another'");
  changed = bul_flow_load (store, story->uid, &error);
  g_assert_null (changed);
  g_assert_error (error, BUL_ERROR, BUL_ERROR_DAMAGED);
}

/* SQLite quotes what it cannot read; a message stays words all the same. */
static void
test_message (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  char *words;

  bul_store_close (library_open (library, BUL_STORE_READ_WRITE));
  g_assert_true (g_file_get_contents (library->path, &bytes, &length, NULL));
  words = memmem (bytes, length, "NOT NULL", 8);
  g_assert_nonnull (words);
  memcpy (words, "\xce\x1b[2J", 5);
  g_assert_true (g_file_set_contents (library->path, bytes, (gssize) length, NULL));

  g_assert_null (bul_store_open (library->path, BUL_STORE_READ_WRITE, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_DAMAGED);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\x1b'));
}

/* Where the lock cannot be had, nothing is opened to write, and the program goes on. */
static void
test_no_lock (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *lock = g_strconcat (library->path, ".lock", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  g_assert_null (bul_store_open (library->path, BUL_STORE_READ_WRITE, &error));
  g_assert_nonnull (error);
  g_rmdir (lock);
}

/* A text that SQLite does not take is not silently left out. */
static void
test_too_long (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = xml_stories_make_saved (7);
  g_autoptr (BulStory) next = xml_stories_make_saved (8);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_free (story->slug);
  story->slug = g_strnfill (65 * 1024 * 1024, 'a');
  g_assert_false (bul_store_save (store, story, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  library_save (store, next, 0);
  rows = bul_store_list (store, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
}

static void
test_save_many (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) stories = bul_records_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 450; i++)
    g_ptr_array_add (stories, xml_stories_make_saved (i));
  g_assert_true (bul_store_save_many (store, stories, NULL, &error));
  g_assert_no_error (error);
  rows = bul_store_list (store, &error);
  g_assert_cmpuint (rows->len, ==, 450);
}

/* The newest by their day, those that came last, and those that are named, each once. */
static void
test_list_newest (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const days[]
      = { "2026-03-05", "2026-03-04", "2026-03-03", "2026-03-02", NULL };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  const char *also[] = { NULL, "no such story", NULL };
  g_autofree char *third = NULL;
  gboolean is_all = TRUE;
  guint n_listed[] = { 0, 0, 0 };

  for (guint i = 0; days[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = xml_stories_make_saved (i + 1);

      g_free (story->page_date);
      story->page_date = g_strdup (days[i]);
      g_clear_pointer (&story->bulletin_date, g_free);
      library_save (store, story, 0);
      if (i == 2)
        third = g_strdup (story->uid);
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_listed); i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      also[0] = i == 1 ? third : NULL;
      rows = bul_store_list_newest (store, i == 2 ? 9 : 1, also, &is_all, NULL);
      n_listed[i] = rows->len;
      g_assert_cmpint (is_all, ==, i == 2);
      g_assert_cmpstr (((BulStoreRow *) rows->pdata[0])->page_date, ==, days[0]);
      g_assert_cmpstr (((BulStoreRow *) rows->pdata[1])->page_date, ==, days[i == 0 ? 3 : 3 - i]);
      if (i == 1)
        g_assert_cmpstr (((BulStoreRow *) rows->pdata[1])->uid, ==, third);
    }
  g_assert_cmpuint (n_listed[0], ==, 2);
  g_assert_cmpuint (n_listed[1], ==, 3);
  g_assert_cmpuint (n_listed[2], ==, 4);
}

/* @at: of the only one, or NULL for none. */
static void
set_stamp (BulStory *story, const char *at)
{
  BulStamp *stamp;

  g_ptr_array_set_size (story->stamps, 0);
  if (at == NULL)
    return;
  stamp = bul_record_new (&bul_stamp_type);
  g_free (stamp->at);
  stamp->at = g_strdup (at);
  g_ptr_array_add (story->stamps, stamp);
}

/* A story without a date stands under the day of its stamp; one without either comes last. */
static void
test_list_days (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *bulletin;
    const char *page;
    const char *stamp;
    const char *day;
  } cases[] = {
    { NULL, "2026-03-05", "2026-03-01T09:00", "2026-03-05" },
    { NULL, NULL, "2026-03-04T21:00", "2026-03-04" },
    { NULL, NULL, "2026-03-04T20:00", "2026-03-04" },
    { "2026-03-03", "2026-03-07", NULL, "2026-03-03" },
    { NULL, NULL, "2026-03-02T09:00", "2026-03-02" },
    { NULL, NULL, NULL, NULL },
  };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  gboolean is_all;

  for (guint i = G_N_ELEMENTS (cases); i > 0; i--)
    {
      g_autoptr (BulStory) story = xml_stories_make_saved (i);

      g_free (story->bulletin_date);
      story->bulletin_date = g_strdup (cases[i - 1].bulletin);
      g_free (story->page_date);
      story->page_date = g_strdup (cases[i - 1].page);
      set_stamp (story, cases[i - 1].stamp);
      library_save (store, story, 0);
    }
  all = bul_store_list (store, NULL);
  newest = bul_store_list_newest (store, 9, NULL, &is_all, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (((BulStoreRow *) all->pdata[i])->day, ==, cases[i].day);
      g_assert_cmpstr (((BulStoreRow *) newest->pdata[i])->day, ==, cases[i].day);
    }
}

static void
set_came (BulStory *story, const char *at)
{
  BulRevision *first = story->revisions->pdata[0];

  g_free (first->at);
  first->at = g_strdup (at);
}

/* Stories of one day without a stamp: those that came last are first, and those that came together,
 * as those of a bulletin do, stand as they were read. */
static void
test_list_order (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const came[]
      = { "2026-03-18T20:00:00+09:00", "2026-03-18T21:00:00+09:00", "2026-03-18T21:00:00+09:00",
          "2026-03-18T21:00:00+09:00", "2026-03-18T19:00:00+09:00" };
  static const guint order[] = { 1, 2, 3, 0, 4 };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (came); i++)
    {
      g_autoptr (BulStory) story = xml_stories_make_saved (i);

      g_free (story->bulletin_date);
      story->bulletin_date = g_strdup ("2026-03-18");
      set_stamp (story, NULL);
      set_came (story, came[i]);
      g_ptr_array_add (uids, g_strdup (story->uid));
      library_save (store, story, 0);
    }
  rows = bul_store_list (store, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (((BulStoreRow *) rows->pdata[i])->uid, ==, uids->pdata[order[i]]);
}

typedef struct
{
  BulLock *lock;
  GMutex held; /* while the test looks */
} Waiter;

static gpointer
wait_and_hold (gpointer data)
{
  Waiter *waiter = data;

  g_assert_true (bul_lock_take (waiter->lock, NULL));
  g_mutex_lock (&waiter->held);
  g_mutex_unlock (&waiter->held);
  bul_lock_release (waiter->lock);
  return NULL;
}

/* Who takes the lock many times in a row lets who waits have it in between. */
static void
test_give_way (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GThread) thread = NULL;
  BulLock *lock = bul_lock_new (library->path, NULL);
  Waiter waiter = { .lock = bul_lock_new (library->path, NULL) };

  g_mutex_init (&waiter.held);
  g_mutex_lock (&waiter.held);
  g_assert_true (bul_lock_take (lock, NULL));
  thread = g_thread_new ("waiter", wait_and_hold, &waiter);
  while (!bul_lock_is_waited_for (lock))
    g_usleep (100);
  bul_lock_release (lock);
  bul_lock_give_way (lock);
  g_assert_false (bul_lock_is_waited_for (lock));
  g_assert_true (bul_lock_is_mark_held (lock, 0));
  g_mutex_unlock (&waiter.held);
  g_thread_join (g_steal_pointer (&thread));
  g_assert_false (bul_lock_is_mark_held (lock, 0));
  g_mutex_clear (&waiter.held);
  bul_lock_free (waiter.lock);
  bul_lock_free (lock);
}

#define ADD(path, func) g_test_add (path, Library, NULL, library_set_up, func, library_tear_down)

UNIT (store)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/round-trip", test_round_trip);
  ADD ("/store/given", test_given);
  ADD ("/store/first-library", test_first_library);
  ADD ("/store/read-older", test_read_older);
  ADD ("/store/network", test_network);
  ADD ("/store/conflict", test_conflict);
  ADD ("/store/retry", test_retry);
  ADD ("/store/resolve", test_resolve);
  ADD ("/store/refused", test_refused);
  ADD ("/store/trigger", test_trigger);
  ADD ("/store/read-only", test_read_only);
  ADD ("/store/check", test_check);
  ADD ("/store/proven", test_proven);
  ADD ("/store/message", test_message);
  ADD ("/store/no-lock", test_no_lock);
  ADD ("/store/too-long", test_too_long);
  ADD ("/store/save-many", test_save_many);
  ADD ("/store/list-newest", test_list_newest);
  ADD ("/store/list-days", test_list_days);
  ADD ("/store/list-order", test_list_order);
  ADD ("/store/give-way", test_give_way);
  return g_test_run ();
}
