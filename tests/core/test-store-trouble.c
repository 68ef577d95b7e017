/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* setresuid(), unshare() */
#include <sched.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bul-backup.h"
#include "bul-error.h"
#include "bul-flow-renew.h"
#include "bul-history.h"
#include "bul-store-private.h"
#include "test-libraries.h"
#include "unit.h"

static BulStory *
make_story (const char *text)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  g_autoptr (BulHistory) history = NULL;

  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, text));
  history = bul_history_new (story);
  return bul_history_make_revision (history, "Min", "Imported");
}

/* A library whose file was taken away is not written to, for nobody would find that again; what was
 * in it is still read, and goes back where it was. */
static void
test_gone (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = make_story ("The ferry sails.");
  g_autoptr (BulStory) later = make_story ("It does not.");
  g_autoptr (BulStory) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = g_strconcat (library->path, ".elsewhere", NULL);

  library_save (store, story, 0);
  g_assert_true (bul_store_is_in_place (store, &error));
  g_assert_cmpint (g_rename (library->path, elsewhere), ==, 0);
  g_assert_false (bul_store_is_in_place (store, NULL));
  g_assert_false (bul_store_save (store, later, 0, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_GONE);

  g_assert_true (bul_backup_write (store, library->path, NULL));
  g_assert_false (bul_store_is_in_place (store, NULL));
  g_clear_pointer (&store, bul_store_close);
  store = library_open (library, BUL_STORE_READ_WRITE);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_true (bul_record_equal (loaded, story));
  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
}

static void
count_state (const BulFlowSalvaged *told, gpointer data)
{
  ((guint *) data)[told->state]++;
}

/* Takes the first page that holds rows of a table out of the file. */
static void
damage (Library *library)
{
  static const char zeros[4096];
  FILE *file = g_fopen (library->path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 4096, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (zeros, 1, sizeof zeros, file), ==, sizeof zeros);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_renew (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = make_story ("The ferry sails.");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  gsize length;
  gsize length_kept;
  guint n[3] = { 0 };

  library_save (store, story, 0);
  g_clear_pointer (&store, bul_store_close);
  damage (library);
  g_assert_true (g_file_get_contents (library->path, &before, &length, NULL));

  aside = bul_flow_renew (library->path, "Min", count_state, n, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, &length_kept, NULL));
  g_assert_cmpmem (before, length, kept, length_kept);
  store = library_open (library, BUL_STORE_READ_WRITE);
  rows = bul_store_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n[BUL_FLOW_SALVAGED_WHOLE] + n[BUL_FLOW_SALVAGED_PART]);
  g_assert_cmpuint (rows->len, ==, 1);
  g_unlink (aside);
}

/* Nothing of a library in it: it stays where it is. */
static void
test_renew_nothing (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  guint n[3] = { 0 };

  g_assert_true (g_file_set_contents (library->path, "These are only words.", -1, NULL));
  g_assert_null (bul_flow_renew (library->path, "Min", count_state, n, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (library->path, G_FILE_TEST_EXISTS));
}

#define NOBODY 65534

/* Where nothing may be written, as on a medium that is read-only. Who may write everywhere is
 * nobody meanwhile. */
static void
close_folder (Library *library)
{
  g_assert_cmpint (g_chmod (library->folder, 0555), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
}

static void
open_folder (Library *library)
{
  uid_t real;
  uid_t effective;
  uid_t saved;

  g_assert_cmpint (getresuid (&real, &effective, &saved), ==, 0);
  g_assert_cmpint (setresuid (saved, saved, saved), ==, 0);
  g_assert_cmpint (g_chmod (library->folder, 0755), ==, 0);
}

/* It can be read, and whoever wants to write is told that it is the place that forbids it. */
static void
test_closed (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStory) story = make_story ("The ferry sails.");
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *other = g_build_filename (library->folder, "other", NULL);
  g_autoptr (BulStory) loaded = NULL;
  g_autoptr (GError) error = NULL;

  library_save (store, story, 0);
  g_clear_pointer (&store, bul_store_close);
  close_folder (library);
  library_refuses (library, BUL_STORE_READ_WRITE, BUL_ERROR_READ_ONLY);
  store = library_open (library, BUL_STORE_READ_ONLY);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_true (bul_record_equal (loaded, story));
  g_assert_null (bul_store_open (other, BUL_STORE_READ_WRITE, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY);
  open_folder (library);
}

static void
copy (const char *from, const char *to, const char *suffix)
{
  g_autofree char *from_path = g_strconcat (from, suffix, NULL);
  g_autofree char *to_path = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from_path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to_path, bytes, (gssize) length, NULL));
}

/* As a program leaves it that was killed. @with_shared: what it shared with others is there too. */
static char *
copy_with_log (Library *library, const char *name, gboolean with_shared)
{
  char *path = g_build_filename (library->folder, name, NULL);

  copy (library->path, path, "");
  copy (library->path, path, "-wal");
  if (with_shared)
    copy (library->path, path, "-shm");
  return path;
}

#define SKIPPED 77

/* For this process and its children alone. */
static gboolean
make_read_only (const char *folder)
{
  unsigned long flags = MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV;

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0
         && mount (folder, folder, NULL, MS_BIND, NULL) == 0
         && mount (NULL, folder, NULL, flags, NULL) == 0;
}

static int
open_on_medium (Library *library)
{
  g_autoptr (BulStore) store = NULL;

  if (!make_read_only (library->folder))
    return SKIPPED;
  library_refuses (library, BUL_STORE_READ_WRITE, BUL_ERROR_READ_ONLY);
  store = library_open (library, BUL_STORE_READ_ONLY);
  return bul_store_get_data_version (store) > 0 ? 0 : 1;
}

/* The system says of a whole medium something else than of a folder. */
static void
test_medium (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  pid_t child;
  int status;

  bul_store_close (library_open (library, BUL_STORE_READ_WRITE));
  child = fork ();
  if (child == 0)
    _exit (open_on_medium (library));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == SKIPPED)
    g_test_skip ("this user may not mount a folder");
  else
    g_assert_cmpint (status, ==, 0);
}

/* The last changes are in a log: either they are read as well, or nothing is. */
static void
test_closed_with_log (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStory) story = make_story ("The ferry sails.");
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) loaded = NULL;
  g_autoptr (GError) reading = NULL;
  g_autoptr (GError) writing = NULL;
  g_autoptr (GError) remote = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *bare = NULL;

  library_save (store, story, 0);
  whole = copy_with_log (library, "whole", TRUE);
  bare = copy_with_log (library, "bare", FALSE);
  g_clear_pointer (&store, bul_store_close);

  close_folder (library);
  store = bul_store_open (whole, BUL_STORE_READ_ONLY, &reading);
  g_assert_no_error (reading);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_true (bul_record_equal (loaded, story));
  g_assert_null (bul_store_open (bare, BUL_STORE_READ_ONLY, &reading));
  g_assert_error (reading, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_null (bul_store_open (bare, BUL_STORE_READ_WRITE, &writing));
  g_assert_error (writing, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  open_folder (library);
  g_assert_null (bul_store_open_at (bare, BUL_STORE_READ_ONLY, BUL_PLACE_NETWORK, &remote));
  g_assert_error (remote, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

#define ADD(path, func) g_test_add (path, Library, NULL, library_set_up, func, library_tear_down)

UNIT (store_trouble)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store-trouble/gone", test_gone);
  ADD ("/store-trouble/renew", test_renew);
  ADD ("/store-trouble/renew-nothing", test_renew_nothing);
  ADD ("/store-trouble/closed", test_closed);
  ADD ("/store-trouble/medium", test_medium);
  ADD ("/store-trouble/closed-with-log", test_closed_with_log);
  return g_test_run ();
}
