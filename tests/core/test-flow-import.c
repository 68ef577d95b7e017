/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#include "bul-archive.h"
#include "bul-error.h"
#include "bul-flow-import.h"
#include "bul-flow.h"
#include "test-libraries.h"
#include "unit.h"

static const char *
get_reason (const GError *error)
{
  if (g_error_matches (error, BUL_ERROR, BUL_ERROR_REFUSED))
    return "refused";
  return g_error_matches (error, BUL_ERROR, BUL_ERROR_INVALID) ? "damaged" : "unreadable";
}

/* What is told of a run: a line for each file, its path below the folder of the test, and its new
 * stories, or those that were there, or why there are none. */
static void
note (BulFlowImported *imported, gpointer data)
{
  g_autoptr (BulFlowImported) owned = imported;
  GString *told = data;
  guint n_new = bul_flow_imported_count_new (owned);
  const char *name = strstr (owned->path, "/in/");

  g_string_append (told, name == NULL ? owned->path : name + 4);
  if (owned->error != NULL)
    g_string_append_printf (told, " %s\n", get_reason (owned->error));
  else
    g_string_append_printf (told, " %u new %u known\n", n_new, owned->stories->len - n_new);
}

static char *
make_path (Library *library, const char *name)
{
  g_autofree char *path = g_build_filename (library->folder, "in", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_steal_pointer (&path);
}

static void
put (Library *library, const char *name, const char *text)
{
  g_autofree char *path = make_path (library, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* @n_portions: so many at most; 0: to the end. */
static char *
import (Library *library, const char *name, guint n_portions, BulFlowImportProgress *progress)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *path = make_path (library, name);
  const char *paths[] = { path, NULL };
  g_autoptr (BulFlowImport) job = bul_flow_import_new (paths, BUL_FLOW_IMPORT_FILES, NULL);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (bul_flow_import_read (job, store, NULL) && (n_portions == 0 || n < n_portions))
    {
      gsize before = told->len;

      bul_flow_import_keep (job, store, "Min", note, told, &error);
      g_assert_no_error (error);
      n += told->len > before;
    }
  if (progress != NULL)
    *progress = bul_flow_import_get_progress (job);
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static guint
count_stories (Library *library)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) rows = bul_store_list (store, NULL);

  return rows->len;
}

/* Each folder by its names; what is no script's name is passed over without a word, and what is no
 * file is told and never waited for. */
static void
test_folders (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *loop = make_path (library, "b/loop");
  g_autofree char *nowhere = make_path (library, "b/nowhere");
  g_autofree char *pipe = make_path (library, "b/pipe");
  g_autofree char *linked = make_path (library, "b/z");
  g_autofree char *told = NULL;
  BulFlowImportProgress progress;

  put (library, "c.txt", "[Anchor]\nThe ferry sails.\n");
  put (library, "b/two.txt", "[Anchor]\nThe ferry stays.\n");
  put (library, "b/.hidden", "[Anchor]\nNobody sees it.\n");
  put (library, "b/two.txt~", "[Anchor]\nNor this.\n");
  put (library, "a.txt", "[Anchor]\nThe ferry waits.\n");
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (symlink ("gone", nowhere), ==, 0);
  g_assert_cmpint (symlink ("two.txt", linked), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  told = import (library, "", 0, &progress);
  g_assert_cmpstr (told, ==,
                   "a.txt 1 new 0 known\n"
                   "b/loop refused\n"
                   "b/nowhere unreadable\n"
                   "b/pipe refused\n"
                   "b/two.txt 1 new 0 known\n"
                   "b/z 0 new 1 known\n"
                   "c.txt 1 new 0 known\n");
  g_assert_cmpuint (progress.n_found, ==, 7);
  g_assert_cmpuint (progress.n_done, ==, 7);
  g_assert_cmpuint (progress.n_kept, ==, 3);
  g_assert_cmpuint (progress.n_known, ==, 1);
  g_assert_cmpuint (progress.n_refused, ==, 3);
  g_assert_false (progress.is_counting);
}

/* A pipe and a folder of links are no file either where they were named. */
static void
test_named (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *pipe = make_path (library, "pipe");
  g_autofree char *zip = make_path (library, "pipe.zip");
  g_autofree char *told = NULL;
  g_autofree char *told_zip = NULL;
  g_autofree char *told_gone = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (mkfifo (zip, 0600), ==, 0);
  told = import (library, "pipe", 0, NULL);
  told_zip = import (library, "pipe.zip", 0, NULL);
  told_gone = import (library, "gone.txt", 0, NULL);
  g_assert_cmpstr (told, ==, "pipe refused\n");
  g_assert_cmpstr (told_zip, ==, "pipe.zip refused\n");
  g_assert_cmpstr (told_gone, ==, "gone.txt unreadable\n");
}

/* Ended after a portion and begun anew, it ends with what one run would have kept. */
static void
test_again (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  BulFlowImportProgress one;
  BulFlowImportProgress two;
  BulFlowImportProgress three;

  for (guint i = 0; i < 230; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.txt", i);
      g_autofree char *text = g_strdup_printf ("[Anchor]\nFerry number %u sails.\n", i);

      put (library, name, text);
    }
  first = import (library, "", 1, &one);
  g_assert_cmpuint (one.n_kept, >, 0);
  g_assert_cmpuint (one.n_kept, <, 230);
  g_assert_cmpuint (count_stories (library), ==, one.n_kept);
  second = import (library, "", 0, &two);
  g_assert_cmpuint (two.n_known, ==, one.n_kept);
  g_assert_cmpuint (two.n_kept, ==, 230 - one.n_kept);
  third = import (library, "", 0, &three);
  g_assert_cmpuint (three.n_known, ==, 230);
  g_assert_cmpuint (count_stories (library), ==, 230);
}

/* A file of an archive that is made. */
typedef struct
{
  const char *name;
  const char *text;
  const char *link;
} Member;

static void
add_member (struct archive *writer, const Member *member)
{
  struct archive_entry *header = archive_entry_new ();
  gsize length = strlen (member->text);

  archive_entry_set_pathname (header, member->name);
  archive_entry_set_filetype (header, member->link == NULL ? AE_IFREG : AE_IFLNK);
  archive_entry_set_perm (header, 0644);
  archive_entry_set_size (header, (la_int64_t) length);
  if (member->link != NULL)
    archive_entry_set_symlink (header, member->link);
  g_assert_cmpint (archive_write_header (writer, header), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (writer, member->text, length), ==, (gssize) length);
  archive_entry_free (header);
}

static char *
pack (
    Library *library, const char *name, const char *options, const Member *members, guint n_members)
{
  char *path = make_path (library, name);
  struct archive *writer = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_filter_by_ext (writer, name), ==, ARCHIVE_OK);
  if (options != NULL)
    g_assert_cmpint (archive_write_set_options (writer, options), ==, ARCHIVE_OK);
  archive_write_set_passphrase (writer, "ferry");
  g_assert_cmpint (archive_write_open_filename (writer, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    add_member (writer, &members[i]);
  g_assert_cmpint (archive_write_close (writer), ==, ARCHIVE_OK);
  archive_write_free (writer);
  return path;
}

/* What is in them is kept under its name; what is not for us is told, and the rest goes on. */
static void
test_archives (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const Member members[] = {
    { "2003/뉴스.txt", "[Anchor]\nThe ferry sails.\n", NULL },
    { ".DS_Store", "nothing", NULL },
    { "inner.zip", "not looked into", NULL },
    { "../../up.txt", "[Anchor]\nThe ferry stays.\n", NULL },
    { "link.txt", "", "/etc/passwd" },
    { "last.txt", "[Anchor]\nThe ferry waits.\n", NULL },
  };
  static const char *const names[] = { "a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "A.TGZ" };
  static const char *const written[] = { "a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "b.tgz" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint n_new = i == 0;
      g_autofree char *path = pack (library, written[i], NULL, members, G_N_ELEMENTS (members));
      g_autofree char *meant = make_path (library, names[i]);
      g_autofree char *told = NULL;
      BulFlowImportProgress progress;
      g_autofree char *expected
          = g_strdup_printf ("%s/2003/뉴스.txt %u new %u known\n"
                             "%s/inner.zip refused\n"
                             "%s/../../up.txt %u new %u known\n"
                             "%s/link.txt refused\n"
                             "%s/last.txt %u new %u known\n",
                             names[i], n_new, !n_new, names[i], names[i], n_new, !n_new, names[i],
                             names[i], n_new, !n_new);

      g_assert_cmpint (g_rename (path, meant), ==, 0);
      told = import (library, names[i], 0, &progress);
      g_assert_cmpstr (told, ==, expected);
      g_assert_cmpuint (progress.n_found, ==, 5);
      g_assert_false (progress.may_grow);
    }
  g_assert_cmpuint (count_stories (library), ==, 3);
}

/* How many there are in all is known once the last archive is read through, and not before. */
static void
test_may_grow (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (Member));
  BulFlowImportProgress progress;

  for (guint i = 0; i < 500; i++)
    {
      Member member = { g_strdup_printf ("%u.txt", i), "[Anchor]\nThe ferry sails.\n", NULL };

      g_ptr_array_add (names, (char *) member.name);
      g_array_append_val (members, member);
    }
  put (library, "many/a.txt", "[Anchor]\nThe ferry waits.\n");
  put (library, "many/b.zip", "no archive");
  g_free (pack (library, "many/c.zip", NULL, (const Member *) members->data, members->len));
  g_free (import (library, "many", 1, &progress));
  g_assert_false (progress.is_counting);
  g_assert_true (progress.may_grow);
  g_assert_cmpuint (progress.n_done, >, 0);
  g_assert_cmpuint (progress.n_done, <, 502);
  g_free (import (library, "many", 0, &progress));
  g_assert_false (progress.may_grow);
  g_assert_cmpuint (progress.n_done, ==, 502);
  g_assert_cmpuint (progress.n_found, ==, 502);
}

/* Names of old zips are Korean without saying so; whatever the locale is, they are read. */
static void
test_old_names (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const Member member = { "방송/저녁 뉴스.txt", "[Anchor]\nThe ferry sails.\n", NULL };
  g_autofree char *old = pack (library, "old.zip", "zip:hdrcharset=CP949", &member, 1);
  static const char *const locales[] = { "C", "C.UTF-8" };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *bytes = NULL;
  gsize length;

  g_free (pack (library, "now.zip", "zip:hdrcharset=UTF-8", &member, 1));
  g_assert_true (g_file_get_contents (old, &bytes, &length, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) length, "뉴스"));
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *told_old = NULL;
      g_autofree char *told_now = NULL;

      g_assert_nonnull (setlocale (LC_ALL, locales[i]));
      told_old = import (library, "old.zip", 0, NULL);
      told_now = import (library, "now.zip", 0, NULL);
      g_assert_true (g_str_has_prefix (told_old, "old.zip/방송/저녁 뉴스.txt "));
      g_assert_true (g_str_has_prefix (told_now, "now.zip/방송/저녁 뉴스.txt "));
    }
  setlocale (LC_ALL, before);
}

static void
test_locked (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const Member member = { "secret.txt", "[Anchor]\nThe ferry sails.\n", NULL };
  g_autofree char *told = NULL;

  g_free (pack (library, "locked.zip", "zip:encryption=zipcrypt", &member, 1));
  told = import (library, "locked.zip", 0, NULL);
  g_assert_cmpstr (told, ==, "locked.zip/secret.txt refused\n");
}

/* What was read before the damage is kept, and the damage is told of the archive. */
static void
test_damaged (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const Member members[] = {
    { "first.txt", "[Anchor]\nThe ferry sails.\n", NULL },
    { "second.txt", "[Anchor]\nThe ferry stays.\n", NULL },
  };
  g_autofree char *path = pack (library, "cut.tar", NULL, members, G_N_ELEMENTS (members));
  g_autofree char *told = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpint (truncate (path, 512 + 512 + 512 + 8), ==, 0);
  told = import (library, "cut.tar", 0, NULL);
  g_assert_cmpstr (told, ==,
                   "cut.tar/first.txt 1 new 0 known\n"
                   "cut.tar damaged\n");
  put (library, "words.zip", "These are only words.\n");
  words = import (library, "words.zip", 0, NULL);
  g_assert_cmpstr (words, ==, "words.zip damaged\n");
}

static gsize
get_limit (const char *name G_GNUC_UNUSED)
{
  return 1000;
}

/* How many entries come before @code ends it; -1: none does. */
static guint
count_entries (const char *path, const BulArchiveLimits *limits, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulArchive) archive = bul_archive_open (path, limits, NULL, &error);
  BulArchiveEntry *entry;
  guint n = 0;

  g_assert_no_error (error);
  while ((entry = bul_archive_next (archive, get_limit, &error)) != NULL)
    {
      n++;
      bul_archive_entry_free (entry);
    }
  g_assert_true (code == -1 ? error == NULL : g_error_matches (error, BUL_ERROR, code));
  return n;
}

/* What is made to fill a machine ends early, however it is made. */
static void
test_limits (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *zeros = g_strnfill (900, '0');
  Member members[10];
  g_autofree char *zip = NULL;
  g_autofree char *tar = NULL;
  static const struct
  {
    BulArchiveLimits limits;
    guint n;
    int code;
    gboolean is_tar; /* its headers and what fills up its blocks count too */
  } cases[] = {
    { { 10, 9000, 9000, 1 }, 10, -1, FALSE },
    { { 10, 16384, 16384, 1 }, 10, -1, TRUE },
    /* one thing too much */
    { { 9, 9000, 9000, 1 }, 9, BUL_ERROR_TOO_LARGE, FALSE },
    { { 9, 16384, 16384, 1 }, 9, BUL_ERROR_TOO_LARGE, TRUE },
    { { 10, 8999, 9000, 1 }, 9, BUL_ERROR_TOO_LARGE, FALSE },
    { { 10, 9000, 1800, 1 }, 2, BUL_ERROR_TOO_LARGE, FALSE },
    { { 10, 16384, 4000, 1 }, 2, BUL_ERROR_TOO_LARGE, TRUE },
    /* as much as it has itself, many times */
    { { 10, 9000, 900, 100 }, 10, -1, FALSE },
    { { 10, 16384, 900, 200 }, 10, -1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    members[i] = (Member){ "zeros.txt", zeros, NULL };
  zip = pack (library, "zeros.zip", NULL, members, G_N_ELEMENTS (members));
  tar = pack (library, "zeros.tar.gz", NULL, members, G_N_ELEMENTS (members));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *path = cases[i].is_tar ? tar : zip;

      g_assert_cmpuint (count_entries (path, &cases[i].limits, cases[i].code), ==, cases[i].n);
    }
}

/* A file that is too large is told; in a tar that is packed, what is passed over counts too. */
static void
test_large (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const BulArchiveLimits usual = { 10, 1000 * 1000, 1000 * 1000, 200 };
  static const BulArchiveLimits tight = { 10, 50 * 1000, 50 * 1000, 200 };
  g_autofree char *zeros = g_strnfill (100 * 1000, '0');
  Member members[] = { { "large.txt", zeros, NULL }, { "small.txt", "small", NULL } };
  g_autofree char *tar = pack (library, "large.tar.gz", NULL, members, G_N_ELEMENTS (members));
  g_autofree char *zip = pack (library, "large.zip", NULL, members, G_N_ELEMENTS (members));

  g_assert_cmpuint (count_entries (tar, &usual, -1), ==, 2);
  g_assert_cmpuint (count_entries (tar, &tight, BUL_ERROR_TOO_LARGE), ==, 0);
  g_assert_cmpuint (count_entries (zip, &tight, -1), ==, 2);
}

/* Cancelled, it ends without a word, and what was kept is whole. */
static void
test_cancelled (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *path = make_path (library, "");
  const char *paths[] = { path, NULL };
  g_autoptr (BulFlowImport) job = bul_flow_import_new (paths, BUL_FLOW_IMPORT_FILES, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) told = g_string_new (NULL);

  put (library, "a.txt", "[Anchor]\nThe ferry sails.\n");
  g_cancellable_cancel (cancellable);
  g_assert_true (bul_flow_import_read (job, store, cancellable));
  g_assert_true (bul_flow_import_keep (job, store, "Min", note, told, NULL));
  g_assert_cmpstr (told->str, ==, "");
}

UNIT (flow_import)
{
  static const struct
  {
    const char *path;
    void (*test) (Library *, gconstpointer);
  } tests[] = {
    { "/flow-import/folders", test_folders },     { "/flow-import/named", test_named },
    { "/flow-import/again", test_again },         { "/flow-import/archives", test_archives },
    { "/flow-import/old-names", test_old_names }, { "/flow-import/locked", test_locked },
    { "/flow-import/damaged", test_damaged },     { "/flow-import/limits", test_limits },
    { "/flow-import/large", test_large },         { "/flow-import/cancelled", test_cancelled },
    { "/flow-import/may-grow", test_may_grow },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Library, NULL, library_set_up, tests[i].test, library_tear_down);
  return g_test_run ();
}
