/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "bul-backup-files-private.h"
#include "bul-error.h"
#include "bul-file.h"
#include "bul-schema-private.h"
#include "bul-store-private.h"

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return bul_file_make_folder (folder, error);
}

/* A setting counts once it reads back as it was set. */
static gboolean
set_durable (BulDb *db, GError **error)
{
  sqlite3_stmt *journal = bul_db_prepare (db, "PRAGMA journal_mode = WAL", error);
  g_autofree char *mode = NULL;
  gint64 synchronous = 0;

  if (journal == NULL || bul_db_step (db, journal, error) != BUL_DB_ROW)
    return FALSE;
  mode = bul_db_dup_text (journal, 0);
  sqlite3_reset (journal);
  if (!bul_db_exec (db, "PRAGMA synchronous = FULL", error)
      || !bul_db_get_number (db, "PRAGMA synchronous", &synchronous, error))
    return FALSE;
  if (g_strcmp0 (mode, "wal") == 0 && synchronous == 2)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY,
               "%s: In this place a library cannot be written safely. Nothing was changed. "
               "Keep it on a disk of this computer.",
               db->path);
  return FALSE;
}

/* What cannot be saved beforehand is told, and does not keep anyone from work. */
static void
back_up (BulStore *self)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *path = bul_backup_files_make (self->db, NULL, &failed);

  if (path == NULL)
    self->trouble = g_strdup_printf (
        "The library was brought up to date without a backup of it. %s", failed->message);
}

/* A file that nobody may write is opened all the same, and would fail at the first save. */
static gboolean
check_file (BulDb *db, GError **error)
{
  if (sqlite3_db_readonly (db->handle, "main") == 0)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY,
               "%s: This file may not be written. Nothing was changed, and it can be read. Copy it "
               "to a folder of your own with “bulletin backup”, and work there.",
               db->path);
  return FALSE;
}

static gboolean
prepare_writing (BulStore *self, BulSchemaState state, GError **error)
{
  gboolean done;

  if (!check_file (self->db, error))
    return FALSE;
  self->lock = bul_lock_new (self->db->path, error);
  if (self->lock == NULL || !bul_lock_take (self->lock, error))
    return FALSE;
  if (state == BUL_SCHEMA_OLDER)
    back_up (self);
  done = set_durable (self->db, error)
         && (state == BUL_SCHEMA_OURS || bul_schema_migrate (self->db, error));
  bul_lock_release (self->lock);
  return done;
}

/* Beside a file that is written stand others, even while nothing is written to it. */
static gboolean
is_closed_to_us (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) && g_access (folder, W_OK) != 0;
}

/* What the log beside the file holds is part of the library. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* SQLite takes a file of one byte for an empty one, and would begin a library in its place. */
static gboolean
check_size (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_size != 1)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_FOREIGN,
               "%s: This is a file of another program, not a library. It was not changed. Name a "
               "library, or a file that does not exist yet.",
               path);
  return FALSE;
}

static gboolean
check_existence (const char *path, BulStoreMode mode, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                   "%s: This is a folder, not a library. Nothing was changed. Name the file in it.",
                   path);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS)
      || (mode == BUL_STORE_READ_WRITE && !is_closed_to_us (path)))
    return TRUE;
  if (mode == BUL_STORE_READ_WRITE)
    {
      g_set_error (
          error, BUL_ERROR, BUL_ERROR_READ_ONLY,
          "%s: In this place nothing may be written. Nothing was changed. Name a file in a "
          "folder of your own.",
          path);
      return FALSE;
    }
  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
      "%s: There is no library of this name. Nothing was changed. Check the name, or import "
      "a script to begin a library there.",
      path);
  return FALSE;
}

static gboolean
check_place (const char *path, BulStoreMode mode, BulPlace place, GError **error)
{
  if (place != BUL_PLACE_NETWORK || mode == BUL_STORE_READ_ONLY)
    return TRUE;
  g_set_error (
      error, BUL_ERROR, BUL_ERROR_READ_ONLY,
      "%s: This place is on the network, where a library cannot be written safely. Nothing "
      "was changed, and it can be read. Copy it to a disk of this computer with “bulletin "
      "backup”, and work there.",
      path);
  return FALSE;
}

/* Where nobody of this computer may write, nothing changes beside us. What is in a log there is
 * read with the memory that who writes shares, if that is there. */
static BulDb *
open_reading (const char *path, BulPlace place, GError **error)
{
  g_autofree char *uri = NULL;
  g_autofree char *file = NULL;

  if (place == BUL_PLACE_OWN && (has_log (path) || !is_closed_to_us (path)))
    return bul_db_open (path, SQLITE_OPEN_READONLY, error);
  file = g_filename_to_uri (path, NULL, NULL);
  if (file == NULL)
    return bul_db_open (path, SQLITE_OPEN_READONLY, error);
  uri = g_strconcat (file, "?immutable=1", NULL);
  return bul_db_open (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

/* Whoever may not write beside a file that is there is told of it after a look at what it is. */
static BulDb *
open_file (const char *path, BulStoreMode mode, BulPlace place, GError **error)
{
  if (mode == BUL_STORE_READ_ONLY || is_closed_to_us (path))
    return open_reading (path, place, error);
  return bul_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

/* The file without its log would be the library as it once was. */
static void
tell_log (const char *path, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               "%s: The last changes of this library are in a file beside it, “-wal”, which cannot "
               "be read in this place. Nothing was changed. Copy both files to a folder of your "
               "own, and open the library there.",
               path);
}

static BulSchemaState
look (BulStore *self, const char *path, BulStoreMode mode, BulPlace place, GError **error)
{
  g_autoptr (GError) failed = NULL;
  BulSchemaState state = BUL_SCHEMA_ERROR;

  if (place == BUL_PLACE_NETWORK && has_log (path))
    {
      tell_log (path, error);
      return state;
    }
  self->db = open_file (path, mode, place, &failed);
  if (self->db != NULL)
    {
      g_free (self->db->path);
      self->db->path = g_strdup (path);
      state = bul_schema_look (self->db, &failed);
    }
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && is_closed_to_us (path)
      && has_log (path))
    tell_log (path, error);
  else if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return state;
}

/* A library of an earlier program that is only read is read from a copy that is brought up to date;
 * the copy goes when it is closed. */
static gboolean
read_from_copy (BulStore *self, GError **error)
{
  g_autoptr (BulDb) copy = bul_db_open ("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_backup *backup = NULL;
  int code = SQLITE_ERROR;

  if (copy == NULL)
    return FALSE;
  g_free (copy->path);
  copy->path = g_strdup (self->db->path);
  backup = sqlite3_backup_init (copy->handle, "main", self->db->handle, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  if (code != SQLITE_OK)
    {
      bul_db_set_error (copy, error);
      return FALSE;
    }
  if (!bul_schema_migrate (copy, error))
    return FALSE;
  bul_db_close (self->db);
  self->db = g_steal_pointer (&copy);
  self->is_copy = TRUE;
  return TRUE;
}

static gboolean
prepare_reading (BulStore *self, BulSchemaState state, GError **error)
{
  self->lock = bul_lock_new_looking (self->db->path);
  if (state == BUL_SCHEMA_OLDER)
    return read_from_copy (self, error);
  if (state != BUL_SCHEMA_EMPTY)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               "%s: There is no library in this file yet. Nothing was changed. Import a script to "
               "begin one.",
               self->db->path);
  return FALSE;
}

BulStore *
bul_store_open_at (const char *path, BulStoreMode mode, BulPlace place, GError **error)
{
  g_autoptr (BulStore) self = g_new0 (BulStore, 1);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  gboolean writing = mode == BUL_STORE_READ_WRITE;
  BulSchemaState state;

  if (!check_existence (path, mode, error) || !check_size (path, error)
      || !check_place (path, mode, place, error) || (writing && !make_folder (whole, error)))
    return NULL;
  state = look (self, whole, mode, place, error);
  if (state == BUL_SCHEMA_ERROR)
    return NULL;
  self->writing = writing;
  if (!(writing ? prepare_writing (self, state, error) : prepare_reading (self, state, error))
      || !bul_schema_compare (self->db, error)
      || (writing && !bul_db_trust_words (self->db, error)))
    return NULL;
  return g_steal_pointer (&self);
}

BulStore *
bul_store_open (const char *path, BulStoreMode mode, GError **error)
{
  return bul_store_open_at (path, mode, bul_place_look (path), error);
}

void
bul_store_close (BulStore *self)
{
  if (self == NULL)
    return;
  /* Closing the last connection brings the log into the file, and takes it away. */
  if (self->writing && self->lock != NULL
      && (!bul_lock_take (self->lock, NULL) || !bul_lock_is_alone (self->lock)))
    bul_db_leave_log (self->db);
  g_clear_pointer (&self->db, bul_db_close);
  /* One who is closing as well sees nobody from the moment in which it has the write lock. */
  g_clear_pointer (&self->lock, bul_lock_free);
  g_free (self->trouble);
  g_free (self);
}

/* A library of the moment has no file. */
gboolean
bul_store_is_in_place (BulStore *self, GError **error)
{
  int moved = 0;

  sqlite3_file_control (self->db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (!moved)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_GONE,
               "%s: The library is no longer there: it was moved, removed or replaced while it was "
               "open. This was not saved. Put the file back where it was.",
               self->db->path);
  return FALSE;
}

gboolean
bul_store_begin (BulStore *self, GError **error)
{
  if (!self->writing)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY,
                   "%s: The library is open for reading only. Nothing was changed.",
                   self->db->path);
      return FALSE;
    }
  if (!bul_lock_take (self->lock, error))
    return FALSE;
  bul_db_forget_bound (self->db);
  if (bul_store_is_in_place (self, error) && bul_db_exec (self->db, "BEGIN IMMEDIATE", error))
    return TRUE;
  bul_lock_release (self->lock);
  return FALSE;
}

gboolean
bul_store_end (BulStore *self, gboolean keep, GError **error)
{
  gboolean done = keep && bul_db_exec (self->db, "COMMIT", error);

  if (!done)
    bul_db_exec (self->db, "ROLLBACK", NULL);
  bul_lock_release (self->lock);
  return done;
}

const char *
bul_store_get_trouble (BulStore *self)
{
  return self->trouble;
}

gint64
bul_store_get_data_version (BulStore *self)
{
  gint64 version = 0;

  bul_db_get_number (self->db, "PRAGMA data_version", &version, NULL);
  return version;
}
