/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-db-private.h"
#include "bul-error.h"
#include "bul-scalar.h"
#include "bul-shared-locks-private.h"
#include "bul-tokenizer-private.h"

/* A file from elsewhere must not make us allocate without end. */
#define LONGEST_VALUE (64 * 1024 * 1024)

typedef struct
{
  int code;
  GQuark (*domain) (void);
  int domain_code;
  const char *message;
} Trouble;

static const Trouble troubles[] = {
  /* of the place */
  { SQLITE_FULL, g_io_error_quark, G_IO_ERROR_NO_SPACE,
    "The disk is full. What was saved before is safe; this was not saved. Free some space and try "
    "again." },
  /* What is shared in memory is a file beside the library, which is made even to read it. */
  { SQLITE_IOERR_SHMSIZE, g_io_error_quark, G_IO_ERROR_NO_SPACE,
    "The disk is full, so that the library cannot be opened. All that was saved in it is safe. "
    "Free some space and try again." },
  { SQLITE_READONLY, bul_error_quark, BUL_ERROR_READ_ONLY,
    "The library cannot be written here. Nothing was changed. Copy it to a folder of your own." },
  { SQLITE_CANTOPEN, g_io_error_quark, G_IO_ERROR_NOT_FOUND,
    "The library cannot be opened. Nothing was changed. Check that the file is there and that you "
    "may read it." },
  { SQLITE_PERM, g_io_error_quark, G_IO_ERROR_PERMISSION_DENIED,
    "You may not open this library. Nothing was changed. Ask its owner, or name another." },
  { SQLITE_NOMEM, g_io_error_quark, G_IO_ERROR_FAILED,
    "There was not enough memory. What was saved before is safe; this was not saved. Close other "
    "programs and try again." },
  { SQLITE_CONSTRAINT_COMMITHOOK, g_io_error_quark, G_IO_ERROR_FAILED,
    "A text was too long for a library. Nothing was changed. Cut it into parts, and try again." },
  { SQLITE_IOERR, g_io_error_quark, G_IO_ERROR_FAILED,
    "The disk gave an error. What was saved before is safe; this was not saved. Try again, then "
    "another disk." },
  /* of others */
  /* SQLite has tried for ten seconds by then. */
  { SQLITE_PROTOCOL, bul_error_quark, BUL_ERROR_BUSY,
    "Another program is opening the library and does not get on. Nothing was changed. Try again in "
    "a moment; if that does not help, close the programs that have it open." },
  { SQLITE_BUSY, bul_error_quark, BUL_ERROR_BUSY,
    "Another program holds the library. Nothing was changed. Try again in a moment." },
  { SQLITE_LOCKED, bul_error_quark, BUL_ERROR_BUSY,
    "Another program holds the library. Nothing was changed. Try again in a moment." },
  { SQLITE_INTERRUPT, g_io_error_quark, G_IO_ERROR_CANCELLED, "Cancelled. Nothing was changed." },
  /* of the file */
  { SQLITE_CORRUPT_VTAB, bul_error_quark, BUL_ERROR_DAMAGED,
    "What stories are found by is damaged; the stories are not. “bulletin find” makes it anew." },
  { SQLITE_CORRUPT, bul_error_quark, BUL_ERROR_DAMAGED,
    "The library is damaged. Nothing was changed. Work on with a backup, and keep this file." },
  { SQLITE_NOTADB, bul_error_quark, BUL_ERROR_DAMAGED,
    "This is no library, or a damaged one. Nothing was changed. Name another file, or take a "
    "backup." },
};

/* SQLite quotes the file in its messages, and what a damaged file holds may be anything. */
static char *
dup_detail (sqlite3 *handle)
{
  char *detail = g_utf8_make_valid (handle == NULL ? "" : sqlite3_errmsg (handle), -1);

  for (char *p = detail; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = '?';
  return detail;
}

void
bul_db_set_error (BulDb *self, GError **error)
{
  int code = self->handle == NULL ? SQLITE_CANTOPEN : sqlite3_extended_errcode (self->handle);
  g_autofree char *detail = dup_detail (self->handle);

  if (code == SQLITE_CORRUPT_VTAB)
    self->search_damaged = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (troubles[i].code == code || troubles[i].code == (code & 0xff))
      {
        g_set_error (error, troubles[i].domain (), troubles[i].domain_code, "%s: %s (%s)",
                     self->path, troubles[i].message, detail);
        return;
      }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               "%s: The library could not be used. Nothing was changed. (%s)", self->path, detail);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Settings that make a file from elsewhere harmless: SQLite, “Defense Against The Dark Arts”. */
static void
defend (sqlite3 *handle)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, 5000);
}

/* Each cache of pages begins with twenty of them, also that of a list which SQLite makes for one
 * statement, and all of them are cleared. How much memory it has is counted under a lock for each
 * piece, and nobody asks. Where another has begun with SQLite before, it stays as it is. */
static void
set_up_once (void)
{
  static gsize is_set_up = 0;

  if (!g_once_init_enter (&is_set_up))
    return;
  sqlite3_config (SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  bul_shared_locks_set_up ();
  g_once_init_leave (&is_set_up, 1);
}

BulDb *
bul_db_open (const char *path, int flags, GError **error)
{
  g_autoptr (BulDb) self = g_new0 (BulDb, 1);

  set_up_once ();
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  /* One thread has it at a time; to lock it for every column of every row is a fifth of a count. */
  if (sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      bul_db_set_error (self, error);
      return NULL;
    }
  defend (self->handle);
  if (bul_tokenizer_register (self->handle) != SQLITE_OK)
    {
      bul_db_set_error (self, error);
      return NULL;
    }
  /* Who writes changes the same pages of an index again and again: 64 MB of them are kept, as they
   * are needed. A window reads over several connections, and what one does not keep the system
   * does. */
  if (!bul_db_exec (self,
                    "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON",
                    error)
      || !bul_db_exec (self,
                       (flags & SQLITE_OPEN_READONLY) != 0 ? "PRAGMA cache_size = -16384"
                                                           : "PRAGMA cache_size = -65536",
                       error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
bul_db_trust_words (BulDb *self, GError **error)
{
  return bul_db_exec (self, "PRAGMA ignore_check_constraints = ON", error);
}

void
bul_db_leave_log (BulDb *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

void
bul_db_close (BulDb *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

sqlite3_stmt *
bul_db_prepare (BulDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
      != SQLITE_OK)
    {
      bul_db_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

BulDbStep
bul_db_step (BulDb *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return BUL_DB_ROW;
  if (code == SQLITE_DONE)
    {
      sqlite3_reset (statement);
      return BUL_DB_DONE;
    }
  bul_db_set_error (self, error);
  sqlite3_reset (statement);
  return BUL_DB_ERROR;
}

gboolean
bul_db_run (BulDb *self, sqlite3_stmt *statement, GError **error)
{
  return statement != NULL && bul_db_step (self, statement, error) == BUL_DB_DONE;
}

gboolean
bul_db_exec (BulDb *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  bul_db_set_error (self, error);
  return FALSE;
}

gboolean
bul_db_get_number (BulDb *self, const char *sql, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = bul_db_prepare (self, sql, error);

  if (statement == NULL || bul_db_step (self, statement, error) != BUL_DB_ROW)
    return FALSE;
  *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static int
parameter (sqlite3_stmt *statement, const char *name)
{
  char buffer[40] = ":";
  int index;

  g_strlcat (buffer, name, sizeof buffer);
  g_strdelimit (buffer, "-", '_');
  index = sqlite3_bind_parameter_index (statement, buffer);
  if (index == 0)
    g_error ("No parameter %s in: %s", buffer, sqlite3_sql (statement));
  return index;
}

static int
veto (void *data G_GNUC_UNUSED)
{
  return 1;
}

/* Where memory ran out SQLite goes on without the value. The program ends then, as it does where
 * GLib gets no memory; to take it for a value that is not there would be worse. */
static void
insist_on_memory (sqlite3_stmt *statement, int code)
{
  if (code == SQLITE_NOMEM)
    g_error ("SQLite failed to allocate memory for a value of the library: %s",
             sqlite3_sql (statement));
}

/* A value too long to be bound is NULL to the statement: what is written with it must never be
 * committed. */
static void
note_bound (sqlite3_stmt *statement, int code)
{
  insist_on_memory (statement, code);
  if (code != SQLITE_OK)
    sqlite3_commit_hook (sqlite3_db_handle (statement), veto, NULL);
}

void
bul_db_forget_bound (BulDb *self)
{
  sqlite3_commit_hook (self->handle, NULL, NULL);
}

void
bul_db_bind_text (sqlite3_stmt *statement, const char *name, const char *value)
{
  note_bound (statement, sqlite3_bind_text (statement, parameter (statement, name), value, -1,
                                            SQLITE_TRANSIENT));
}

void
bul_db_bind_number (sqlite3_stmt *statement, const char *name, gint64 value)
{
  sqlite3_bind_int64 (statement, parameter (statement, name), value);
}

void
bul_db_bind_bytes (sqlite3_stmt *statement, const char *name, GBytes *bytes)
{
  gsize length = 0;
  gconstpointer data = bytes == NULL ? NULL : g_bytes_get_data (bytes, &length);

  if (bytes == NULL)
    return;
  /* A blob of length 0 is not the same as none. */
  note_bound (statement, sqlite3_bind_blob64 (statement, parameter (statement, name),
                                              data == NULL ? "" : data, length, SQLITE_TRANSIENT));
}

const char *
bul_db_get_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL)
    insist_on_memory (statement, sqlite3_errcode (sqlite3_db_handle (statement)));
  return text;
}

char *
bul_db_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = bul_db_get_text (statement, column);

  return text == NULL || g_utf8_validate (text, -1, NULL) ? g_strdup (text)
                                                          : g_utf8_make_valid (text, -1);
}

GBytes *
bul_db_dup_bytes (sqlite3_stmt *statement, int column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  if (data == NULL)
    insist_on_memory (statement, sqlite3_errcode (sqlite3_db_handle (statement)));
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}

static void
bind_field (sqlite3_stmt *statement, gconstpointer record, const BulField *field)
{
  g_autofree char *value = NULL;

  switch (field->type)
    {
    case BUL_FIELD_RECORDS:
    case BUL_FIELD_REFS:
      break;
    case BUL_FIELD_BYTES:
      bul_db_bind_bytes (statement, field->name, *(GBytes **) bul_record_field (record, field));
      break;
    case BUL_FIELD_NUMBER:
    case BUL_FIELD_OFFSET:
    case BUL_FIELD_FLAG:
      bul_db_bind_number (statement, field->name, *(guint *) bul_record_field (record, field));
      break;
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
    case BUL_FIELD_WORD:
    case BUL_FIELD_WORDS:
      value = bul_scalar_dup (record, field);
      bul_db_bind_text (statement, field->name, value);
      break;
    }
}

void
bul_db_bind_record (sqlite3_stmt *statement, gconstpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    bind_field (statement, record, &type->fields[i]);
}

/* A column has the name of its field, with _ for -. */
static gboolean
is_named (const char *column, const char *field)
{
  for (; *column != '\0'; column++, field++)
    if (*column != *field && (*column != '_' || *field != '-'))
      return FALSE;
  return *field == '\0';
}

static const BulField *
field_of_column (const BulRecordType *type, const char *column)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (is_named (column, type->fields[i].name))
      return &type->fields[i];
  return NULL;
}

static gboolean
read_column (sqlite3_stmt *statement, int column, gpointer record, const BulField *field)
{
  const char *text;

  if (field->type == BUL_FIELD_BYTES)
    {
      if (sqlite3_column_type (statement, column) != SQLITE_NULL)
        *(GBytes **) bul_record_field (record, field) = bul_db_dup_bytes (statement, column);
      return TRUE;
    }
  if (field->type == BUL_FIELD_NUMBER || field->type == BUL_FIELD_OFFSET
      || field->type == BUL_FIELD_FLAG)
    {
      gint64 value = sqlite3_column_int64 (statement, column);

      *(guint *) bul_record_field (record, field) = (guint) value;
      return value >= 0 && value <= (field->type == BUL_FIELD_FLAG ? 1 : G_MAXUINT);
    }
  text = bul_db_get_text (statement, column);
  return (text == NULL || g_utf8_validate (text, -1, NULL)) && bul_scalar_set (record, field, text);
}

gboolean
bul_db_read_record (BulDb *self, sqlite3_stmt *statement, gpointer record, GError **error)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      const BulField *field = field_of_column (type, sqlite3_column_name (statement, i));

      if (field == NULL || field->type == BUL_FIELD_RECORDS
          || read_column (statement, i, record, field) || self->lenient)
        continue;
      g_set_error (error, BUL_ERROR, BUL_ERROR_DAMAGED,
                   "%s: The library is damaged: “%s” of a %s holds what it cannot hold.",
                   self->path, field->name, type->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
column_equals (sqlite3_stmt *statement, int column, gconstpointer record, const BulField *field)
{
  g_autofree char *value = NULL;

  if (field->type == BUL_FIELD_NUMBER || field->type == BUL_FIELD_OFFSET
      || field->type == BUL_FIELD_FLAG)
    return sqlite3_column_int64 (statement, column)
           == *(const guint *) bul_record_field (record, field);
  value = bul_scalar_dup (record, field);
  return g_strcmp0 (bul_db_get_text (statement, column), value) == 0;
}

gboolean
bul_db_row_equals (sqlite3_stmt *statement, gconstpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      const BulField *field = field_of_column (type, sqlite3_column_name (statement, i));

      if (field != NULL && field->type != BUL_FIELD_RECORDS && field->type != BUL_FIELD_BYTES
          && !column_equals (statement, i, record, field))
        return FALSE;
    }
  return TRUE;
}

/* Steps of SQLite between two looks at what is cancelled. */
#define STEPS 1000

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
bul_db_begin_cancellable (BulDb *self, GCancellable *cancellable)
{
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, STEPS, is_cancelled, cancellable);
}

void
bul_db_end_cancellable (BulDb *self)
{
  sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}
