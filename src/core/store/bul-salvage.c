/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-salvage.h"

#include <string.h>

#include "bul-error.h"
#include "bul-rows-private.h"
#include "bul-schema-private.h"
#include "bul-store-private.h"

typedef struct
{
  BulPages *pages;
  BulRows *rows;
  GHashTable *seen;    /* numbers of pages that belong somewhere */
  GHashTable *orphans; /* row of a story that is lost → uid made up for it */
  BulSalvage *result;
} Reader;

static void
take_leaf (Reader *self, guint table, guint number)
{
  guint n_bad = 0;
  g_autoptr (GPtrArray) rows = bul_leaf_read_rows (self->pages, number, self->seen, &n_bad);
  guint n = bul_rows_insert (self->rows, table, rows);

  /* A page of another table came to lie here: it is looked at again with the strays. */
  if (n == 0 && rows->len > 0)
    {
      self->result->n_bad_pages++;
      g_hash_table_remove (self->seen, GUINT_TO_POINTER (number));
      return;
    }
  self->result->n_bad_rows += n_bad + rows->len - n;
}

/* Walks the tree below @root; a page that was seen before is not gone into again. */
static void
walk (Reader *self, guint root, void (*take) (Reader *self, guint table, guint number), guint table)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (open, root);
  while (open->len > 0)
    {
      guint number = g_array_index (open, guint, open->len - 1);

      g_array_set_size (open, open->len - 1);
      if (!g_hash_table_add (self->seen, GUINT_TO_POINTER (number)))
        continue;
      if (bul_leaf_is_leaf (self->pages, number))
        take (self, table, number);
      else if (bul_leaf_is_inner (self->pages, number))
        {
          g_autoptr (GArray) children = bul_leaf_list_children (self->pages, number);

          for (guint i = children->len; i > 0; i--)
            g_array_append_val (open, g_array_index (children, guint, i - 1));
        }
      else if (!bul_rows_is_made_anew (self->rows, table))
        {
          self->result->n_bad_pages++;
          g_hash_table_remove (self->seen, GUINT_TO_POINTER (number));
        }
    }
}

/* What stories are searched by is made of them anew. */
static void
pass_over_leaf (Reader *self, guint table, guint number)
{
}

/* The roots that the file's own list of tables names. */
typedef struct
{
  Reader *reader;
  guint *roots;
  guint n;
} Roots;

static gboolean
is_text (const BulLeafValue *value, const char *text)
{
  return value->type == BUL_LEAF_TEXT && value->length == strlen (text)
         && memcmp (value->bytes, text, value->length) == 0;
}

static void
note_root (Roots *self, const BulLeafRow *row)
{
  const BulLeafValue *values = (const BulLeafValue *) row->values->data;

  if (row->values->len != 5 || !is_text (&values[0], "table") || values[3].type != BUL_LEAF_NUMBER)
    return;
  for (guint i = 0; i < bul_rows_get_n_tables (self->reader->rows); i++)
    if (is_text (&values[1], bul_rows_get_name (self->reader->rows, i)))
      {
        self->roots[i] = (guint) values[3].number;
        self->n++;
      }
}

static void
note_roots (Roots *self, guint number)
{
  guint n_bad = 0;
  g_autoptr (GPtrArray) rows
      = bul_leaf_read_rows (self->reader->pages, number, self->reader->seen, &n_bad);

  g_hash_table_add (self->reader->seen, GUINT_TO_POINTER (number));
  self->reader->result->n_bad_rows += n_bad;
  for (guint i = 0; i < rows->len; i++)
    note_root (self, rows->pdata[i]);
}

/* The list of tables is the tree of page 1, and never deep. Without it, tables are where a new
 * library has them. */
static guint *
find_roots (Reader *self)
{
  guint n_tables = bul_rows_get_n_tables (self->rows);
  Roots roots = { self, g_new0 (guint, n_tables), 0 };

  if (bul_leaf_is_leaf (self->pages, 1))
    note_roots (&roots, 1);
  else if (bul_leaf_is_inner (self->pages, 1))
    {
      g_autoptr (GArray) children = bul_leaf_list_children (self->pages, 1);

      g_hash_table_add (self->seen, GUINT_TO_POINTER (1));
      for (guint i = 0; i < children->len; i++)
        if (bul_leaf_is_leaf (self->pages, g_array_index (children, guint, i)))
          note_roots (&roots, g_array_index (children, guint, i));
    }
  else
    self->result->n_bad_pages++;
  for (guint i = 0; roots.n == 0 && i < n_tables; i++)
    roots.roots[i] = bul_rows_get_usual_root (self->rows, i);
  return roots.roots;
}

static void
take_tables (Reader *self)
{
  g_autofree guint *roots = find_roots (self);

  for (guint i = 0; i < bul_rows_get_n_tables (self->rows); i++)
    if (roots[i] > 1)
      walk (self, roots[i], bul_rows_is_made_anew (self->rows, i) ? pass_over_leaf : take_leaf, i);
}

/* What the list of free pages names holds nothing but what was once erased. */
static void
pass_over_free_pages (Reader *self)
{
  const guint8 *first = bul_pages_get (self->pages, 1);
  guint next = first == NULL || memcmp (first, "SQLite format 3", 16) != 0
                   ? 0
                   : (guint) bul_pages_read_number (first + 32, 4);

  while (next != 0 && bul_pages_get (self->pages, next) != NULL
         && g_hash_table_add (self->seen, GUINT_TO_POINTER (next)))
    {
      const guint8 *page = bul_pages_get (self->pages, next);
      guint n = (guint) bul_pages_read_number (page + 4, 4);

      n = MIN (n, bul_pages_get_usable (self->pages) / 4 - 2);
      for (guint i = 0; i < n; i++)
        g_hash_table_add (self->seen,
                          GUINT_TO_POINTER (bul_pages_read_number (page + 8 + 4 * (gsize) i, 4)));
      next = (guint) bul_pages_read_number (page, 4);
    }
}

static guint
take_stray (Reader *self, guint number)
{
  guint n_bad = 0;
  g_autoptr (GPtrArray) rows = bul_leaf_read_rows (self->pages, number, NULL, &n_bad);
  int table = rows->len == 0 ? -1 : bul_rows_guess (self->rows, rows);
  guint n;

  if (table < 0)
    return 0;
  bul_db_exec (self->result->strays->db, "BEGIN", NULL);
  n = bul_rows_insert (self->rows, (guint) table, rows);
  bul_db_exec (self->result->strays->db, "COMMIT", NULL);
  return n;
}

/* A second round finds the owners that the first has put in. */
static void
take_strays (Reader *self)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 2; i <= bul_pages_get_n (self->pages); i++)
      {
        guint n;

        if (g_hash_table_contains (self->seen, GUINT_TO_POINTER (i))
            || !bul_leaf_is_leaf (self->pages, i))
          continue;
        n = take_stray (self, i);
        self->result->n_strays += n;
        if (n > 0)
          g_hash_table_add (self->seen, GUINT_TO_POINTER (i));
      }
}

static gboolean
adopt (Reader *self, BulDb *db, gint64 id, GError **error)
{
  static const char sql[]
      = "INSERT INTO story (id, uid, state, position, revision) VALUES (:id, :uid, 'draft', 0,"
        " coalesce((SELECT max(number) FROM revision WHERE story = :id), 0))";
  sqlite3_stmt *insert = bul_db_prepare (db, sql, error);
  gpointer key = GSIZE_TO_POINTER ((gsize) id);

  if (!g_hash_table_contains (self->orphans, key))
    {
      char *uid = g_uuid_string_random ();

      g_hash_table_insert (self->orphans, key, uid);
      g_hash_table_add (self->result->adopted, g_strdup (uid));
    }
  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "id", id);
  bul_db_bind_text (insert, "uid", g_hash_table_lookup (self->orphans, key));
  return bul_db_run (db, insert, error);
}

/* A story whose own row is gone gets a row, so that its lines are found. */
static gboolean
adopt_orphans (Reader *self, BulDb *db, GError **error)
{
  static const char orphans[] = "SELECT DISTINCT story FROM script"
                                " WHERE story NOT IN (SELECT id FROM story)";
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *select = bul_db_prepare (db, orphans, error);

  if (select == NULL)
    return FALSE;
  while (bul_db_step (db, select, NULL) == BUL_DB_ROW)
    {
      gint64 id = sqlite3_column_int64 (select, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    if (!adopt (self, db, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* A library without a name, which SQLite keeps in memory or among the files of the moment. */
static BulStore *
make_store (GError **error)
{
  g_autoptr (BulStore) store = g_new0 (BulStore, 1);

  store->db = bul_db_open ("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (store->db == NULL || !bul_schema_migrate (store->db, error)
      || !bul_db_exec (store->db, "PRAGMA foreign_keys = OFF", error))
    return NULL;
  store->db->lenient = TRUE;
  return g_steal_pointer (&store);
}

/* What is read stands in a file of the moment once it no longer fits in memory. */
static gboolean
commit (BulStore *store, const char *path, GError **error)
{
  if (!sqlite3_get_autocommit (store->db->handle) && bul_db_exec (store->db, "COMMIT", NULL))
    return TRUE;
  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
      "%s: The disk has no room for what is read of it. It was not changed, and nothing was "
      "written. Free some space, or name a larger disk in TMPDIR.",
      path);
  return FALSE;
}

static gboolean
read_into (Reader *self, BulStore *store, const char *path, gboolean with_strays, GError **error)
{
  g_autoptr (BulRows) rows = bul_rows_new (store->db, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (rows == NULL || !bul_db_exec (store->db, "BEGIN", error))
    return FALSE;
  self->rows = rows;
  self->seen = seen;
  self->result->n_bad_pages = 0;
  self->result->n_bad_rows = 0;
  take_tables (self);
  if (!commit (store, path, error))
    return FALSE;
  if (with_strays)
    {
      pass_over_free_pages (self);
      take_strays (self);
    }
  return adopt_orphans (self, store->db, error);
}

BulSalvage *
bul_salvage_read (const char *path, GError **error)
{
  g_autoptr (BulSalvage) self = g_new0 (BulSalvage, 1);
  g_autoptr (BulPages) pages = bul_pages_open (path, error);
  g_autoptr (GHashTable) orphans = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reader reader = { .pages = pages, .orphans = orphans, .result = self };
  gint64 n_stories = 0;

  if (pages == NULL)
    return NULL;
  self->adopted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_pages = bul_pages_get_n (pages);
  self->n_frames = bul_pages_get_n_frames (pages);
  self->reached = make_store (error);
  self->strays = self->reached == NULL ? NULL : make_store (error);
  if (self->strays == NULL || !read_into (&reader, self->reached, path, FALSE, error)
      || !read_into (&reader, self->strays, path, TRUE, error)
      || !bul_db_get_number (self->strays->db, "SELECT count(*) FROM story", &n_stories, error))
    return NULL;
  if (n_stories > 0)
    return g_steal_pointer (&self);
  g_set_error (error, BUL_ERROR, BUL_ERROR_FOREIGN,
               "%s: Not one story was found in it. It was not changed. Check that it is the file "
               "you meant, and look for a backup in the folder beside it.",
               path);
  return NULL;
}

void
bul_salvage_free (BulSalvage *self)
{
  if (self == NULL)
    return;
  bul_store_close (self->reached);
  bul_store_close (self->strays);
  g_clear_pointer (&self->adopted, g_hash_table_unref);
  g_free (self);
}
