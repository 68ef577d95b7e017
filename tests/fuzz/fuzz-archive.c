/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "bul-archive.h"
#include "fuzz.h"

/* The first byte says what the archive is called; the rest is the archive. */
static const char *const names[] = { "a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.tgz", "a.TXZ" };

static const BulArchiveLimits limits = {
  .n_entries = 50,
  .n_bytes = 256 * 1024,
  .n_spared = 64 * 1024,
  .ratio = 20,
};

/* Of a file that is called so; others may have more. */
#define FEW 1000
#define MANY (100 * 1000)

static char *folder;

static void
remove_folder (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* An archive is read from where it lies; that it lies in memory spares the disk. */
static char *
put (const char *name, const guint8 *data, gsize size)
{
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  char *path;
  FILE *out;

  if (folder == NULL)
    {
      folder = g_build_filename (base, "bulletin-fuzz-XXXXXX", NULL);
      g_assert_nonnull (g_mkdtemp (folder));
      atexit (remove_folder);
    }
  path = g_build_filename (folder, name, NULL);
  out = fopen (path, "we");
  g_assert_nonnull (out);
  g_assert_cmpuint (fwrite (data, 1, size, out), ==, size);
  g_assert_cmpint (fclose (out), ==, 0);
  return path;
}

static gsize
get_limit (const char *name)
{
  g_assert_true (g_utf8_validate (name, -1, NULL));
  return g_str_has_suffix (name, ".xml") ? MANY : FEW;
}

static void
check_entry (const BulArchiveEntry *entry)
{
  g_assert_true (g_utf8_validate (entry->name, -1, NULL));
  g_assert_true ((entry->bytes == NULL) == (entry->error != NULL));
  if (entry->bytes != NULL)
    g_assert_cmpuint (g_bytes_get_size (entry->bytes), <=, get_limit (entry->name));
  else
    g_assert_true (g_utf8_validate (entry->error->message, -1, NULL));
}

/* Whatever it is, it gives whole files within the limits, and ends, with a word where that is not
 * the end of the archive. */
void
fuzz_one (const guint8 *data, gsize size)
{
  const char *name = names[size == 0 ? 0 : data[0] % G_N_ELEMENTS (names)];
  g_autofree char *path = put (name, data + (size > 0), size - (size > 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (BulArchive) archive = bul_archive_open (path, &limits, NULL, &error);
  BulArchiveEntry *entry;
  guint64 n_bytes = 0;
  guint n = 0;

  g_assert_true ((archive == NULL) == (error != NULL));
  while (archive != NULL && (entry = bul_archive_next (archive, get_limit, &error)) != NULL)
    {
      g_assert_no_error (error);
      check_entry (entry);
      n_bytes += entry->bytes == NULL ? 0 : g_bytes_get_size (entry->bytes);
      g_assert_cmpuint (++n, <=, limits.n_entries);
      g_assert_cmpuint (n_bytes, <=, limits.n_bytes);
      bul_archive_entry_free (entry);
    }
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}
