/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glob.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>

#include "bench-search.h"
#include "bench.h"

/*
 * A server of its own, in a folder that goes away: the texts with their pairs of syllables as a
 * tsvector, or with the trigrams of pg_trgm. It does not write through, nor help itself to other
 * processors, so that what it takes of one can be told.
 */

#define SERVER_USER "postgres"
#define USER "bench"

static const char *const settings
    = "fsync=off\nautovacuum=off\njit=off\nshared_buffers=512MB\nmaintenance_work_mem=512MB\n"
      "max_parallel_workers_per_gather=0\nmax_parallel_maintenance_workers=0\nmax_wal_size=8GB\n"
      "listen_addresses=''\n";

typedef struct
{
  char *folder;
  char *programs;
  GSubprocess *server;
  PGconn *connection;
  const char *before; /* of a condition, what stands before the term and behind it */
  const char *behind;
} Postgres;

/* Where the work is done; 0: nowhere. */
static int backend;

/* The first number says how many nanoseconds a process has had. */
static double
get_backend_seconds (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/schedstat", backend);
  g_autofree char *numbers = NULL;

  if (backend == 0 || !g_file_get_contents (path, &numbers, NULL, NULL))
    return 0;
  return (double) g_ascii_strtoull (numbers, NULL, 10) / 1e9;
}

static char *
find_programs (void)
{
  glob_t found;
  char *folder = NULL;

  if (glob ("/usr/lib/postgresql/*/bin/initdb", 0, NULL, &found) != 0)
    return NULL;
  folder = g_path_get_dirname (found.gl_pathv[found.gl_pathc - 1]);
  globfree (&found);
  return folder;
}

/* The server refuses to be root. */
static GSubprocess *
run (const char *const *command, GError **error)
{
  static const char *const as_server[]
      = { "setpriv", "--reuid=" SERVER_USER, "--regid=" SERVER_USER, "--clear-groups" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (as_server) && geteuid () == 0; i++)
    g_strv_builder_add (builder, as_server[i]);
  g_strv_builder_addv (builder, (const char **) command);
  argv = g_strv_builder_end (builder);
  return g_subprocess_newv ((const char *const *) argv,
                            G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                            error);
}

static PGresult *
query (Postgres *self, const char *words)
{
  PGresult *result = PQexec (self->connection, words);
  ExecStatusType status = PQresultStatus (result);

  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
    g_error ("%s: %s", words, PQerrorMessage (self->connection));
  return result;
}

static guint
get_number (Postgres *self, const char *words)
{
  PGresult *result = query (self, words);
  guint number = (guint) g_ascii_strtoull (PQgetvalue (result, 0, 0), NULL, 10);

  PQclear (result);
  return number;
}

static void
make_cluster (Postgres *self)
{
  g_autofree char *initdb = g_build_filename (self->programs, "initdb", NULL);
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  g_autofree char *file = g_build_filename (data, "postgresql.auto.conf", NULL);
  const char *const command[]
      = { initdb, "-D", data, "-U", USER, "--auth=trust", "--locale=C.UTF-8", "-N", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = run (command, &error);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error)
      || !g_file_set_contents (file, settings, -1, &error))
    g_error ("initdb: %s", error->message);
}

static void
start_server (Postgres *self)
{
  g_autofree char *postgres = g_build_filename (self->programs, "postgres", NULL);
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  const char *const command[] = { postgres, "-D", data, "-k", self->folder, NULL };
  g_autofree char *where = g_strdup_printf ("host=%s user=" USER " dbname=postgres", self->folder);
  g_autoptr (GError) error = NULL;

  self->server = run (command, &error);
  if (self->server == NULL)
    g_error ("postgres: %s", error->message);
  for (guint i = 0; i < 200; i++)
    {
      self->connection = PQconnectdb (where);
      if (PQstatus (self->connection) == CONNECTION_OK)
        break;
      PQfinish (self->connection);
      self->connection = NULL;
      g_usleep (100000);
    }
  if (self->connection == NULL)
    g_error ("the server did not start");
  backend = PQbackendPID (self->connection);
}

/* As COPY wants a field. */
static void
append_field (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\\')
      g_string_append (out, "\\\\");
    else if (*text == '\n')
      g_string_append (out, "\\n");
    else if (*text == '\t')
      g_string_append (out, "\\t");
    else
      g_string_append_c (out, *text);
}

/* Each pair of syllables that stand side by side, once; a blank between them. */
static void
append_pairs (GString *out, const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *next = g_utf8_next_char (at);
      gunichar first = g_utf8_get_char (at);
      gunichar second = *next == '\0' ? 0 : g_utf8_get_char (next);
      char *pair;

      if (first < 0xac00 || first > 0xd7a3 || second < 0xac00 || second > 0xd7a3)
        continue;
      pair = g_strndup (at, (gsize) (g_utf8_next_char (next) - at));
      if (g_hash_table_add (seen, pair))
        g_string_append_printf (out, "%s ", pair);
    }
}

static void
copy_texts (Postgres *self, const GPtrArray *texts, gboolean with_pairs)
{
  g_autoptr (GString) line = g_string_new (NULL);

  PQclear (query (self, "COPY raw FROM STDIN"));
  for (guint i = 0; i < texts->len; i++)
    {
      g_string_truncate (line, 0);
      append_field (line, texts->pdata[i]);
      g_string_append_c (line, '\t');
      if (with_pairs)
        append_pairs (line, texts->pdata[i]);
      g_string_append_c (line, '\n');
      if (PQputCopyData (self->connection, line->str, (int) line->len) != 1)
        g_error ("COPY: %s", PQerrorMessage (self->connection));
    }
  if (PQputCopyEnd (self->connection, NULL) != 1)
    g_error ("COPY: %s", PQerrorMessage (self->connection));
  PQclear (PQgetResult (self->connection));
  while (PQgetResult (self->connection) != NULL)
    ;
}

/* Returns: (nullable): %NULL where there is no server to be had. */
static Postgres *
open_server (void)
{
  g_autofree char *programs = find_programs ();
  struct passwd *user = geteuid () == 0 ? getpwnam (SERVER_USER) : NULL;
  Postgres *self;

  if (programs == NULL || (geteuid () == 0 && user == NULL))
    return NULL;
  self = g_new0 (Postgres, 1);
  self->programs = g_steal_pointer (&programs);
  self->folder = g_dir_make_tmp ("bulletin-postgres-XXXXXX", NULL);
  if (user != NULL && chown (self->folder, user->pw_uid, user->pw_gid) != 0)
    g_error ("%s: its owner cannot be changed", self->folder);
  make_cluster (self);
  start_server (self);
  PQclear (query (self, "CREATE TABLE raw (text text, pairs text)"));
  return self;
}

/* @column: what is kept beside each text, or nothing; @index: the column and how it is indexed. */
static gpointer
build (const GPtrArray *texts, const char *column, const char *index)
{
  Postgres *self = open_server ();
  g_autofree char *table
      = g_strconcat ("CREATE TABLE story AS SELECT row_number() OVER ()::int AS id, text", column,
                     " FROM raw", NULL);
  g_autofree char *indexed = g_strconcat ("CREATE INDEX ON story USING gin (", index, ")", NULL);

  if (self == NULL)
    return NULL;
  copy_texts (self, texts, *column != '\0');
  PQclear (query (self, "CREATE EXTENSION pg_trgm"));
  PQclear (query (self, table));
  PQclear (query (self, "ALTER TABLE story ADD PRIMARY KEY (id)"));
  PQclear (query (self, indexed));
  PQclear (query (self, "VACUUM ANALYZE story"));
  return self;
}

static gpointer
build_pairs (const char *folder, const GPtrArray *texts)
{
  Postgres *self
      = build (texts, ", array_to_tsvector(string_to_array(rtrim(pairs), ' ')) AS pairs", "pairs");

  if (self == NULL)
    return NULL;
  self->before = "pairs @@ '";
  self->behind = "'::tsquery";
  return self;
}

static gpointer
build_trigrams (const char *folder, const GPtrArray *texts)
{
  Postgres *self = build (texts, "", "text gin_trgm_ops");

  if (self == NULL)
    return NULL;
  self->before = "text LIKE '%";
  self->behind = "%'";
  return self;
}

/* Terms are two syllables, which need no quoting. */
static guint
find (gpointer data, const char *term)
{
  Postgres *self = data;
  g_autofree char *where = g_strconcat (self->before, term, self->behind, NULL);
  g_autofree char *newest
      = g_strconcat ("SELECT id FROM story WHERE ", where, " ORDER BY id DESC LIMIT 50", NULL);
  g_autofree char *count = g_strconcat ("SELECT count(*) FROM story WHERE ", where, NULL);

  PQclear (query (self, newest));
  return get_number (self, count);
}

static void
close_server (gpointer data)
{
  Postgres *self = data;

  backend = 0;
  PQfinish (self->connection);
  g_subprocess_send_signal (self->server, SIGINT);
  g_subprocess_wait (self->server, NULL, NULL);
  g_object_unref (self->server);
  bench_remove_folder (self->folder);
  g_free (self->programs);
  g_free (self);
}

const BenchSearchPeer bench_search_postgres_pairs = { "PostgreSQL, pairs in a tsvector",
                                                      10,
                                                      FALSE,
                                                      FALSE,
                                                      build_pairs,
                                                      find,
                                                      close_server,
                                                      get_backend_seconds };
const BenchSearchPeer bench_search_postgres_trigrams = {
  "PostgreSQL, LIKE with pg_trgm",
  1000,
  TRUE,
  FALSE,
  build_trigrams,
  find,
  close_server,
  get_backend_seconds,
};
