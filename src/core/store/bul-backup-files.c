/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-backup-files-private.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "bul-error.h"
#include "bul-file.h"

#define N_KEPT 7
#define SUFFIX ".bulletin"

/* A backup that was never finished may be one that is being made; after a day it is not. */
#define LONGEST_MAKING (24 * 60 * 60)

char *
bul_backup_files_dup_folder (const char *library)
{
  g_autofree char *whole = g_canonicalize_filename (library, NULL);

  return g_strconcat (whole, ".backups", NULL);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

GStrv
bul_backup_files_list (const char *library)
{
  g_autofree char *folder = bul_backup_files_dup_folder (library);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    if (g_ascii_isdigit (name[0]) && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (paths, FALSE);
}

/* SQLite makes the copy as a database of its own beside this one. */
static gboolean
copy (BulDb *db, const char *path, GError **error)
{
  sqlite3_stmt *vacuum = NULL;
  gboolean done;

  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 1);
  vacuum = bul_db_prepare (db, "VACUUM INTO :path", error);
  if (vacuum != NULL)
    bul_db_bind_text (vacuum, "path", path);
  done = vacuum != NULL && bul_db_run (db, vacuum, error);
  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 0);
  return done;
}

gboolean
bul_backup_files_write (BulDb *db, const char *path, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *made = g_strdup_printf ("%s.%.8s.part", path, uuid);
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   "“%s” is there already. Nothing was changed. Choose another name.", path);
      return FALSE;
    }
  done = copy (db, made, error) && bul_file_put_in_place (made, path, error);
  g_unlink (made);
  return done;
}

static void
remove_unfinished (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_suffix (name, ".part") && g_lstat (path, &status) == 0
          && now - status.st_mtime > LONGEST_MAKING)
        g_unlink (path);
    }
}

static void
keep_newest (const char *library)
{
  g_auto (GStrv) paths = bul_backup_files_list (library);

  for (guint i = 0; paths[i] != NULL; i++)
    if (i >= N_KEPT)
      g_unlink (paths[i]);
}

char *
bul_backup_files_dup_time (const char *format)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, format);
}

char *
bul_backup_files_make (BulDb *db, const char *name, GError **error)
{
  const char *library = db->path;
  g_autofree char *folder = bul_backup_files_dup_folder (library);
  g_autofree char *time = bul_backup_files_dup_time ("%Y-%m-%dT%H-%M-%S.%fZ");
  g_autofree char *path = g_strconcat (folder, "/", name == NULL ? time : name, SUFFIX, NULL);

  if (!bul_file_make_folder (folder, NULL))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY,
                   "“%s” cannot be made. The library is unchanged, and has no new backup. Name a "
                   "file for it elsewhere.",
                   folder);
      return NULL;
    }
  remove_unfinished (folder);
  if (!bul_backup_files_write (db, path, error))
    return NULL;
  keep_newest (library);
  return g_steal_pointer (&path);
}
