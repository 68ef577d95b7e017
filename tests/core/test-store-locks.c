/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_OFD_SETLK */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bul-error.h"
#include "bul-flow-tag.h"
#include "bul-history.h"
#include "test-libraries.h"
#include "unit.h"

/* Bytes of “-shm”: where readers hold what they read, and where each says that it has it open. */
#define READERS 123
#define N_READERS 5
#define OPEN 128

static char *
save (BulStore *store)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulStory) saved = NULL;

  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, "The ferry sails."));
  history = bul_history_new (story);
  saved = bul_history_make_revision (history, "Min", "Imported");
  library_save (store, saved, 0);
  return g_strdup (saved->uid);
}

static int
open_beside (Library *library, const char *suffix)
{
  g_autofree char *path = g_strconcat (library->path, suffix, NULL);
  int descriptor = open (path, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (descriptor, >=, 0);
  return descriptor;
}

static gboolean
set_lock (int descriptor, short type, off_t start, off_t length)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  return fcntl (descriptor, F_OFD_SETLK, &lock) == 0;
}

/* --- a program that looks at the files */

/* As a file chooser looks what sort of file it is. */
static void
look_at (Library *library, const char *suffix)
{
  g_autofree char *path = g_strconcat (library->path, suffix, NULL);
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
}

/* In a process of its own. */
static int
save_and_leave (const char *path)
{
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, NULL);
  g_autofree char *uid = save (store);

  return uid == NULL;
}

static void
save_elsewhere (Library *library)
{
  const char *const command[] = { "/proc/self/exe", "store-locks", "--save", library->path, NULL };
  int status = -1;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static guint64
get_inode (Library *library, const char *suffix)
{
  g_autofree char *path = g_strconcat (library->path, suffix, NULL);
  GStatBuf state;

  return g_stat (path, &state) == 0 ? state.st_ino : 0;
}

static guint
count_stories (Library *library)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_ONLY);
  g_autoptr (GPtrArray) rows = bul_store_list (store, NULL);

  return rows->len;
}

/* Another program that comes and goes leaves the log where it is: what is
 * saved after that is there in the end. */
static void
test_looked_at (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  guint64 log;

  g_free (save (store));
  log = get_inode (library, "-wal");
  look_at (library, "");
  look_at (library, "-wal");
  look_at (library, "-shm");
  save_elsewhere (library);
  g_assert_cmpuint (get_inode (library, "-wal"), ==, log);
  g_free (save (store));
  g_assert_cmpuint (count_stories (library), ==, 3);
  g_clear_pointer (&store, bul_store_close);
  g_assert_cmpuint (get_inode (library, "-wal"), ==, 0);
  g_assert_cmpuint (count_stories (library), ==, 3);
}

static void
test_still_open (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  BulStore *store = library_open (library, BUL_STORE_READ_WRITE);
  int descriptor;

  look_at (library, "-shm");
  descriptor = open_beside (library, "-shm");
  g_assert_false (set_lock (descriptor, F_WRLCK, OPEN, 1));
  close (descriptor);
  bul_store_close (store);
}

/* --- one who waits */

typedef struct
{
  int descriptor;
  guint n_waits;
  guint patience; /* how many before the others let go; 0: never */
} Others;

static Others others;

/* What SQLite takes for a pause. */
static int
wait_cb (sqlite3_vfs *system G_GNUC_UNUSED, int microseconds)
{
  if (++others.n_waits == others.patience)
    set_lock (others.descriptor, F_UNLCK, READERS, N_READERS);
  return microseconds;
}

/* Others do not let go for a while, or never. */
static void
test_waiting (Library *library, gconstpointer patience)
{
  BulStore *writer = library_open (library, BUL_STORE_READ_WRITE);
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);
  int (*pause) (sqlite3_vfs *, int) = system->xSleep;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;

  others = (Others){ open_beside (library, "-shm"), 0, GPOINTER_TO_UINT (patience) };
  g_assert_true (set_lock (others.descriptor, F_WRLCK, READERS, N_READERS));
  system->xSleep = wait_cb;
  store = bul_store_open (library->path, BUL_STORE_READ_ONLY, &error);
  system->xSleep = pause;
  close (others.descriptor);
  g_assert_cmpuint (others.n_waits, >=, 50);
  if (others.patience > 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, BUL_ERROR, BUL_ERROR_BUSY);
  bul_store_close (writer);
}

/* --- one who waited long for the write lock */

static gpointer
release_later (gpointer descriptor)
{
  g_usleep (G_USEC_PER_SEC / 5);
  close (GPOINTER_TO_INT (descriptor));
  return NULL;
}

/* However long that took, what was to be tagged is. */
static void
test_tagging (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BulFlowTagResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GThread *holder;
  int descriptor;

  g_ptr_array_add (uids, save (store));
  descriptor = open_beside (library, ".lock");
  g_assert_true (set_lock (descriptor, F_WRLCK, 0, 1));
  holder = g_thread_new ("holder", release_later, GINT_TO_POINTER (descriptor));
  done = bul_flow_tag_apply (store, uids, BUL_TAG_DEED_ADD, "word:ferry", "Min", NULL, &error);
  g_thread_join (holder);
  g_assert_no_error (error);
  g_assert_nonnull (done);
  g_assert_cmpuint (done->n_changed, ==, 1);
}

UNIT (store_locks)
{
  if (argc == 3 && strcmp (argv[1], "--save") == 0)
    return save_and_leave (argv[2]);

  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, func)                                                                      \
  g_test_add (path, Library, data, library_set_up, func, library_tear_down)
  ADD ("/store-locks/looked-at", NULL, test_looked_at);
  ADD ("/store-locks/still-open", NULL, test_still_open);
  ADD ("/store-locks/waiting/long", GUINT_TO_POINTER (50), test_waiting);
  ADD ("/store-locks/waiting/in-vain", NULL, test_waiting);
  ADD ("/store-locks/tagging", NULL, test_tagging);
  return g_test_run ();
}
