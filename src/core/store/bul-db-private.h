/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "bul-record.h"

G_BEGIN_DECLS

/*
 * A thin wrapper of one SQLite connection. Statements are constants of the program and are prepared
 * once; values are bound by name; what comes from outside is never part of SQL.
 */
typedef struct
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements;  /* SQL → sqlite3_stmt, by address */
  gboolean search_damaged; /* an index was found not to fit what it was made of */
  gboolean lenient; /* what a field cannot hold is left unsaid: of a salvage, nothing is proven */
} BulDb;

typedef enum
{
  BUL_DB_ROW,
  BUL_DB_DONE,
  BUL_DB_ERROR,
} BulDbStep;

/* @flags as for sqlite3_open_v2(). */
BulDb *bul_db_open (const char *path, int flags, GError **error);
void bul_db_close (BulDb *self);

/* Closing will neither bring the log into the file nor take it away. */
void bul_db_leave_log (BulDb *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulDb, bul_db_close)

/* Words of closed lists go into the tables unasked from now on. SQLite makes a list of all words
 * anew for every row that it asks for, which takes longer than to write the row. What is written
 * of records has its words from the same lists, and who reads looks them up there. */
gboolean bul_db_trust_words (BulDb *self, GError **error);

/* A statement, reset and without values. @sql: a constant, known by its address. Borrowed. */
sqlite3_stmt *bul_db_prepare (BulDb *self, const char *sql, GError **error);
BulDbStep bul_db_step (BulDb *self, sqlite3_stmt *statement, GError **error);
/* Steps a statement that gives no row. */
gboolean bul_db_run (BulDb *self, sqlite3_stmt *statement, GError **error);
gboolean bul_db_exec (BulDb *self, const char *sql, GError **error);

/* The number in the first column of the first row of @sql, such as a PRAGMA. */
gboolean bul_db_get_number (BulDb *self, const char *sql, gint64 *number, GError **error);

void bul_db_bind_text (sqlite3_stmt *statement, const char *name, const char *value);
void bul_db_bind_number (sqlite3_stmt *statement, const char *name, gint64 value);
void bul_db_bind_bytes (sqlite3_stmt *statement, const char *name, GBytes *bytes);
/* What could not be bound keeps the transaction from being committed, until this is called: at the
 * beginning of the next. */
void bul_db_forget_bound (BulDb *self);

/* Borrowed until the next step; as the file has it, which in a damaged one may be no UTF-8. */
const char *bul_db_get_text (sqlite3_stmt *statement, int column);
/* The same, always UTF-8. */
char *bul_db_dup_text (sqlite3_stmt *statement, int column);
GBytes *bul_db_dup_bytes (sqlite3_stmt *statement, int column);

/* Binds every field of @record that is one value to the parameter of its name. */
void bul_db_bind_record (sqlite3_stmt *statement, gconstpointer record);
/* Sets every field that has a column of its name; FALSE for a value that the field cannot hold. */
gboolean bul_db_read_record (BulDb *self, sqlite3_stmt *statement, gpointer record, GError **error);
/* Whether the row has what @record has, as far as it has columns for it; bytes are not looked at.
 */
gboolean bul_db_row_equals (sqlite3_stmt *statement, gconstpointer record);

/* Sets @error from the connection's last error, in words for people. */
void bul_db_set_error (BulDb *self, GError **error);

/* From here to the end what is asked of the database ends when @cancellable (nullable) is
 * cancelled.
 */
void bul_db_begin_cancellable (BulDb *self, GCancellable *cancellable);
void bul_db_end_cancellable (BulDb *self);

G_END_DECLS
