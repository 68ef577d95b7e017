/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-file.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bul-error.h"
#include "bul-time.h"
#include "unit.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bul-file-XXXXXX", &error);
  g_assert_no_error (error);
}

/* Every name a test may have used. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a", "b", "link", "pipe", "sub/c", "sub" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *
path_in (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
put (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, words, -1, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bul_file_read (path, 1 << 20, &error);
  gsize length = 0;
  gconstpointer data = NULL;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  g_assert_cmpmem (data, length, words, strlen (words));
}

static int
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  return status.st_mode;
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");
  g_autofree char *long_words = g_strnfill (300000, 'x');

  put (path, "");
  assert_holds (path, "");
  put (path, "뉴스 9\n");
  assert_holds (path, "뉴스 9\n");
  put (path, long_words);
  assert_holds (path, long_words);
}

static void
test_read_limit (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    gsize limit;
    gboolean fits;
  } cases[] = {
    { "one more than it holds", 6, TRUE },
    { "as much as it holds", 5, TRUE },
    { "one less", 4, FALSE },
    { "nothing at all", 0, FALSE },
  };
  g_autofree char *path = path_in (fixture, "a");

  put (path, "12345");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = bul_file_read (path, cases[i].limit, &error);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (bytes != NULL, ==, cases[i].fits);
      g_assert_cmpint (g_error_matches (error, BUL_ERROR, BUL_ERROR_TOO_LARGE), ==, !cases[i].fits);
    }
}

/* A device has no size beforehand and never ends. */
static void
test_read_endless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bul_file_read ("/dev/zero", 1000000, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_TOO_LARGE);
}

static gpointer
write_to_pipe (gpointer path)
{
  FILE *pipe = g_fopen (path, "w");

  g_assert_nonnull (pipe);
  fputs ("through a pipe", pipe);
  fclose (pipe);
  return NULL;
}

static void
test_read_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "pipe");
  GThread *thread = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  thread = g_thread_new ("writer", write_to_pipe, path);
  assert_holds (path, "through a pipe");
  g_thread_join (thread);
}

static void
test_read_input (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");

  put (path, "standard input");
  g_assert_nonnull (freopen (path, "r", stdin));
  assert_holds ("-", "standard input");
}

static void
test_read_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *absent = path_in (fixture, "no such file");
  g_autofree char *below = path_in (fixture, "a/b");
  g_autofree char *file = path_in (fixture, "a");
  const struct
  {
    const char *what;
    const char *path;
    int code;
  } cases[] = {
    { "absent", absent, G_FILE_ERROR_NOENT },
    { "below a file", below, G_FILE_ERROR_NOTDIR },
    { "a folder", fixture->folder, G_FILE_ERROR_ISDIR },
    { "no name", "", G_FILE_ERROR_NOENT },
  };

  put (file, "x");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_null (bul_file_read (cases[i].path, 1000, &error));
      g_assert_error (error, G_FILE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].path));
    }
}

static void
assert_writes (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));

  g_assert_true (bul_file_write (path, bytes, &error));
  g_assert_no_error (error);
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");

  assert_writes (path, "first");
  assert_holds (path, "first");
  assert_writes (path, "");
  assert_holds (path, "");
  assert_writes (path, "the third");
  assert_holds (path, "the third");
}

static void
test_write_mode (Fixture *fixture, gconstpointer data)
{
  static const int modes[] = { 0600, 0640, 0666, 0755 };
  g_autofree char *path = path_in (fixture, "a");

  put (path, "old");
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (path, modes[i]), ==, 0);
      assert_writes (path, "new");
      g_assert_cmpint (mode_of (path) & 07777, ==, modes[i]);
    }
}

static void
test_write_new_mode (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");
  mode_t mask = umask (027);

  assert_writes (path, "new");
  umask (mask);
  g_assert_cmpint (mode_of (path) & 07777, ==, 0640);
}

static void
test_write_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = path_in (fixture, "sub");
  g_autofree char *target = path_in (fixture, "sub/c");
  g_autofree char *link = path_in (fixture, "link");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put (target, "old");
  g_assert_cmpint (symlink ("sub/c", link), ==, 0);
  assert_writes (link, "through the link");

  g_assert_true (S_ISLNK (mode_of (link)));
  g_assert_true (S_ISREG (mode_of (target)));
  assert_holds (target, "through the link");
}

static void
test_write_device (Fixture *fixture, gconstpointer data)
{
  assert_writes ("/dev/null", "gone");
  g_assert_true (S_ISCHR (mode_of ("/dev/null")));
}

static void
test_write_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *absent = path_in (fixture, "no such folder/a");
  g_autofree char *below = path_in (fixture, "a/b");
  g_autofree char *file = path_in (fixture, "a");
  g_autofree char *link = path_in (fixture, "link");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  const struct
  {
    const char *what;
    const char *path;
    int code;
  } cases[] = {
    { "in no folder", absent, G_FILE_ERROR_NOENT },
    { "below a file", below, G_FILE_ERROR_NOTDIR },
    { "a folder", fixture->folder, G_FILE_ERROR_ISDIR },
    { "a link that leads nowhere", link, G_FILE_ERROR_NOENT },
  };

  put (file, "kept");
  g_assert_cmpint (symlink ("no such target", link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_false (bul_file_write (cases[i].path, bytes, &error));
      g_assert_error (error, G_FILE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].path));
    }
  assert_holds (file, "kept");
  g_assert_true (S_ISLNK (mode_of (link)));
}

static void
test_write_closed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  put (path, "kept");
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  if (g_access (path, W_OK) == 0)
    {
      g_test_skip ("nothing is closed to root");
      return;
    }

  g_assert_false (bul_file_write (path, bytes, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY);
  assert_holds (path, "kept");
}

static void
test_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *now = bul_time_now ();

  g_assert_true (g_regex_match_simple (
      "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d$", now, 0, 0));
}

static void
test_make_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = path_in (fixture, "sub/c/");
  g_autofree char *file = path_in (fixture, "a");
  g_autofree char *below = path_in (fixture, "a/b");
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_file_make_folder (inner, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (inner, G_FILE_TEST_IS_DIR));
  g_assert_true (bul_file_make_folder (inner, &error));
  g_assert_no_error (error);

  put (file, "words");
  g_assert_false (bul_file_make_folder (below, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_holds (file, "words");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (base_file)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/file/read", test_read);
  ADD ("/file/read/limit", test_read_limit);
  ADD ("/file/read/endless", test_read_endless);
  ADD ("/file/read/pipe", test_read_pipe);
  ADD ("/file/read/standard-input", test_read_input);
  ADD ("/file/read/refusals", test_read_refusals);
  ADD ("/file/write", test_write);
  ADD ("/file/write/keeps-the-mode", test_write_mode);
  ADD ("/file/write/new-under-the-umask", test_write_new_mode);
  ADD ("/file/write/link-stays", test_write_link);
  ADD ("/file/write/device", test_write_device);
  ADD ("/file/write/refusals", test_write_refusals);
  ADD ("/file/write/closed", test_write_closed);
  ADD ("/file/make-folder", test_make_folder);
  ADD ("/time/now", test_time);

  return g_test_run ();
}
