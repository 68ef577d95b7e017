/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-annotation.h"
#include "bul-change.h"
#include "bul-correction.h"
#include "bul-dismissal.h"
#include "bul-foreign.h"
#include "bul-link.h"
#include "bul-notice.h"
#include "bul-span.h"
#include "bul-stamp.h"
#include "bul-tables-private.h"
#include "bul-tag.h"

/*
 * The tables below a story, as a tree of constants: which list of which record a table holds, and
 * the SQL that writes and reads it. Saving and loading walk the tree; a new table is a row.
 */
typedef struct _Table Table;

/* A list of keys has no record of its own: owner, position, key. */
typedef struct
{
  const char *field;
  const char *insert;
  const char *select;
  const char *clear;
} KeyTable;

struct _Table
{
  const char *list;
  const BulRecordType *type;
  const char *insert;
  const char *select; /* the row's id, its position, then columns named after fields */
  const char *remove; /* with all that is below it */
  const Table *below; /* ended by a row without a list */
  const KeyTable *keys;
};

static const Table speaker_tables[] = {
  { .list = "names",
    .type = &bul_speaker_name_type,
    .insert = "INSERT INTO speaker_name (speaker, position, language, title, name)"
              " VALUES (:owner, :row, :language, :title, :name)",
    .select = "SELECT id, position, language, title, name FROM speaker_name"
              " WHERE speaker = :owner ORDER BY position",
    .remove = "DELETE FROM speaker_name WHERE id = :row" },
  { NULL },
};

static const KeyTable block_speakers
    = { "speakers",
        "INSERT INTO block_speaker (block, position, speaker) VALUES (:owner, :row, :key)",
        "SELECT speaker FROM block_speaker WHERE block = :owner ORDER BY position",
        "DELETE FROM block_speaker WHERE block = :owner" };

static const Table script_tables[] = {
  { .list = "blocks",
    .type = &bul_block_type,
    .insert = "INSERT INTO block (script, position, key, kind, section, line, last_line, given,"
              " text) VALUES (:owner, :row, :key, :kind, :section, :line, :last_line, :given,"
              " :text)",
    .select = "SELECT id, position, key, kind, section, line, last_line, given, text FROM block"
              " WHERE script = :owner ORDER BY position",
    .remove = "DELETE FROM block WHERE id = :row",
    .keys = &block_speakers },
  { NULL },
};

static const Table annotation_tables[] = {
  { .list = "spans",
    .type = &bul_span_type,
    .insert
    = "INSERT INTO annotation_span (annotation, position, \"on\", start, \"end\", orphan, quote)"
      " VALUES (:owner, :row, :on, :start, :end, :orphan, :quote)",
    .select = "SELECT id, position, \"on\", start, \"end\", orphan, quote FROM annotation_span"
              " WHERE annotation = :owner ORDER BY position",
    .remove = "DELETE FROM annotation_span WHERE id = :row" },
  { .list = "replies",
    .type = &bul_reply_type,
    .insert = "INSERT INTO annotation_reply (annotation, position, by, at, text)"
              " VALUES (:owner, :row, :by, :at, :text)",
    .select = "SELECT id, position, by, at, text FROM annotation_reply"
              " WHERE annotation = :owner ORDER BY position",
    .remove = "DELETE FROM annotation_reply WHERE id = :row" },
  { NULL },
};

static const Table tag_tables[] = {
  { .list = "spans",
    .type = &bul_span_type,
    .insert = "INSERT INTO tag_span (tag, position, \"on\", start, \"end\", orphan, quote)"
              " VALUES (:owner, :row, :on, :start, :end, :orphan, :quote)",
    .select = "SELECT id, position, \"on\", start, \"end\", orphan, quote FROM tag_span"
              " WHERE tag = :owner ORDER BY position",
    .remove = "DELETE FROM tag_span WHERE id = :row" },
  { NULL },
};

static const Table correction_tables[] = {
  { .list = "spans",
    .type = &bul_span_type,
    .insert
    = "INSERT INTO correction_span (correction, position, \"on\", start, \"end\", orphan, quote)"
      " VALUES (:owner, :row, :on, :start, :end, :orphan, :quote)",
    .select = "SELECT id, position, \"on\", start, \"end\", orphan, quote FROM correction_span"
              " WHERE correction = :owner ORDER BY position",
    .remove = "DELETE FROM correction_span WHERE id = :row" },
  { .list = "targets",
    .type = &bul_target_type,
    .insert = "INSERT INTO correction_target (correction, position, place, state, at)"
              " VALUES (:owner, :row, :place, :state, :at)",
    .select = "SELECT id, position, place, state, at FROM correction_target"
              " WHERE correction = :owner ORDER BY position",
    .remove = "DELETE FROM correction_target WHERE id = :row" },
  { NULL },
};

static const Table notice_tables[] = {
  { .list = "texts",
    .type = &bul_notice_text_type,
    .insert = "INSERT INTO notice_text (notice, position, language, use, by_hand, text)"
              " VALUES (:owner, :row, :language, :use, :by_hand, :text)",
    .select = "SELECT id, position, language, use, by_hand, text FROM notice_text"
              " WHERE notice = :owner ORDER BY position",
    .remove = "DELETE FROM notice_text WHERE id = :row" },
  { NULL },
};

static const Table link_tables[] = {
  { .list = "segments",
    .type = &bul_segment_type,
    .insert = "INSERT INTO link_segment"
              " (link, position, language, \"on\", start, \"end\", orphan, quote)"
              " VALUES (:owner, :row, :language, :on, :start, :end, :orphan, :quote)",
    .select
    = "SELECT id, position, language, \"on\", start, \"end\", orphan, quote FROM link_segment"
      " WHERE link = :owner ORDER BY position",
    .remove = "DELETE FROM link_segment WHERE id = :row" },
  { NULL },
};

static const KeyTable notice_corrections
    = { "corrections",
        "INSERT INTO notice_correction (notice, position, correction) VALUES (:owner, :row, :key)",
        "SELECT correction FROM notice_correction WHERE notice = :owner ORDER BY position",
        "DELETE FROM notice_correction WHERE notice = :owner" };

static const Table story_tables[] = {
  { .list = "stamps",
    .type = &bul_stamp_type,
    .insert = "INSERT INTO stamp (story, position, kind, at, zone, block, printed)"
              " VALUES (:owner, :row, :kind, :at, :zone, :block, :printed)",
    .select = "SELECT id, position, kind, at, zone, block, printed FROM stamp"
              " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM stamp WHERE id = :row" },
  { .list = "speakers",
    .type = &bul_speaker_type,
    .insert = "INSERT INTO speaker (story, position, key, number, role, anonymous, person)"
              " VALUES (:owner, :row, :key, :number, :role, :anonymous, :person)",
    .select = "SELECT id, position, key, number, role, anonymous, person FROM speaker"
              " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM speaker WHERE id = :row",
    .below = speaker_tables },
  { .list = "scripts",
    .type = &bul_script_type,
    .insert = "INSERT INTO script (story, position, key, language, role)"
              " VALUES (:owner, :row, :key, :language, :role)",
    .select
    = "SELECT id, position, key, language, role FROM script WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM script WHERE id = :row",
    .below = script_tables },
  { .list = "annotations",
    .type = &bul_annotation_type,
    .insert = "INSERT INTO annotation (story, position, key, kind, state, by, at, note)"
              " VALUES (:owner, :row, :key, :kind, :state, :by, :at, :note)",
    .select = "SELECT id, position, key, kind, state, by, at, note FROM annotation"
              " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM annotation WHERE id = :row",
    .below = annotation_tables },
  { .list = "tags",
    .type = &bul_tag_type,
    .insert = "INSERT INTO tag (story, position, key, code, by, at)"
              " VALUES (:owner, :row, :key, :code, :by, :at)",
    .select
    = "SELECT id, position, key, code, by, at FROM tag WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM tag WHERE id = :row",
    .below = tag_tables },
  { .list = "corrections",
    .type = &bul_correction_type,
    .insert
    = "INSERT INTO correction (story, position, key, class, weight, state, reads, by, at, found_by,"
      " approved_by, approved_at, published_at, \"of\", was, now, reason)"
      " VALUES (:owner, :row, :key, :class, :weight, :state, :reads, :by, :at, :found_by,"
      " :approved_by, :approved_at, :published_at, :of, :was, :now, :reason)",
    .select = "SELECT id, position, key, class, weight, state, reads, by, at, found_by, "
              "approved_by, approved_at,"
              " published_at, \"of\", was, now, reason FROM correction"
              " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM correction WHERE id = :row",
    .below = correction_tables },
  { .list = "notices",
    .type = &bul_notice_type,
    .insert
    = "INSERT INTO notice (story, position, key, kinds, basis, apologises, by, at, published_at)"
      " VALUES (:owner, :row, :key, :kinds, :basis, :apologises, :by, :at, :published_at)",
    .select = "SELECT id, position, key, kinds, basis, apologises, by, at, published_at FROM notice"
              " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM notice WHERE id = :row",
    .below = notice_tables,
    .keys = &notice_corrections },
  { .list = "dismissals",
    .type = &bul_dismissal_type,
    .insert = "INSERT INTO dismissal (story, position, key, \"on\", code, by, at, quote)"
              " VALUES (:owner, :row, :key, :on, :code, :by, :at, :quote)",
    .select = "SELECT id, position, key, \"on\", code, by, at, quote FROM dismissal"
              " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM dismissal WHERE id = :row" },
  { .list = "changes",
    .type = &bul_change_type,
    .insert
    = "INSERT INTO change_ledger (story, position, key, base, block, state, by, at, was, now)"
      " VALUES (:owner, :row, :key, :base, :block, :state, :by, :at, :was, :now)",
    .select = "SELECT id, position, key, base, block, state, by, at, was, now FROM change_ledger"
              " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM change_ledger WHERE id = :row" },
  { .list = "links",
    .type = &bul_link_type,
    .insert = "INSERT INTO link"
              " (story, position, key, state, confidence, revision, by, at, korean, english)"
              " VALUES (:owner, :row, :key, :state, :confidence, :revision, :by, :at, :korean,"
              " :english)",
    .select
    = "SELECT id, position, key, state, confidence, revision, by, at, korean, english FROM link"
      " WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM link WHERE id = :row",
    .below = link_tables },
  { .list = "foreign",
    .type = &bul_foreign_type,
    .insert = "INSERT INTO foreign_content (story, position, text) VALUES (:owner, :row, :text)",
    .select
    = "SELECT id, position, text FROM foreign_content WHERE story = :owner ORDER BY position",
    .remove = "DELETE FROM foreign_content WHERE id = :row" },
  { NULL },
};

static GPtrArray *
list_of (gconstpointer record, const char *name)
{
  const BulField *field = bul_record_type_find_field (bul_record_get_type (record), name);

  return *(GPtrArray **) bul_record_field (record, field);
}

static GStrv *
keys_of (gconstpointer record, const char *name)
{
  return bul_record_field (record, bul_record_type_find_field (bul_record_get_type (record), name));
}

static gboolean
save_keys (BulDb *db, const KeyTable *table, gconstpointer record, gint64 owner, GError **error)
{
  GStrv keys = *keys_of (record, table->field);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      sqlite3_stmt *insert = bul_db_prepare (db, table->insert, error);

      if (insert == NULL)
        return FALSE;
      bul_db_bind_number (insert, "owner", owner);
      bul_db_bind_number (insert, "row", i);
      bul_db_bind_text (insert, "key", keys[i]);
      if (!bul_db_run (db, insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_tables (BulDb *db, const Table *tables, gconstpointer record, gint64 owner, GError **error);

static gboolean
save_record (
    BulDb *db, const Table *table, gconstpointer record, gint64 owner, guint row, GError **error)
{
  sqlite3_stmt *insert = bul_db_prepare (db, table->insert, error);
  gint64 id;

  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "owner", owner);
  bul_db_bind_number (insert, "row", row);
  bul_db_bind_record (insert, record);
  if (!bul_db_run (db, insert, error))
    return FALSE;
  id = sqlite3_last_insert_rowid (db->handle);
  if (table->keys != NULL && !save_keys (db, table->keys, record, id, error))
    return FALSE;
  return table->below == NULL || save_tables (db, table->below, record, id, error);
}

static gboolean
save_tables (BulDb *db, const Table *tables, gconstpointer record, gint64 owner, GError **error)
{
  for (; tables->list != NULL; tables++)
    {
      GPtrArray *list = list_of (record, tables->list);

      for (guint i = 0; i < list->len; i++)
        if (!save_record (db, tables, list->pdata[i], owner, i, error))
          return FALSE;
    }
  return TRUE;
}

/* @keys: (out): those that stand in the library, in their order */
static gboolean
list_keys (BulDb *db, const KeyTable *table, gint64 owner, GStrv *keys, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, table->select, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "owner", owner);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      g_autofree char *key = bul_db_dup_text (select, 0);

      g_strv_builder_add (builder, key);
    }
  *keys = g_strv_builder_end (builder);
  return step == BUL_DB_DONE;
}

/* A row that stands in the library. */
typedef struct
{
  gint64 id;
  gboolean stays; /* it is what the story has in its place */
} Row;

/* Whether the rows there are those of @list: what is below them is not looked at. */
static gboolean
compare_rows (BulDb *db,
              const Table *table,
              const GPtrArray *list,
              gint64 owner,
              GArray *rows,
              GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, table->select, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "owner", owner);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      Row row = { .id = sqlite3_column_int64 (select, 0) };

      row.stays = rows->len < list->len && sqlite3_column_int64 (select, 1) == rows->len
                  && bul_db_row_equals (select, list->pdata[rows->len]);
      g_array_append_val (rows, row);
    }
  return step == BUL_DB_DONE;
}

static gboolean
remove_row (BulDb *db, const Table *table, gint64 id, GError **error)
{
  sqlite3_stmt *remove = bul_db_prepare (db, table->remove, error);

  if (remove == NULL)
    return FALSE;
  bul_db_bind_number (remove, "row", id);
  return bul_db_run (db, remove, error);
}

static gboolean
update_keys (BulDb *db, const KeyTable *table, gconstpointer record, gint64 owner, GError **error)
{
  static const char *const none[] = { NULL };
  GStrv keys = *keys_of (record, table->field);
  g_auto (GStrv) there = NULL;
  sqlite3_stmt *clear;

  if (!list_keys (db, table, owner, &there, error))
    return FALSE;
  if (g_strv_equal (keys == NULL ? none : (const char *const *) keys, (const char *const *) there))
    return TRUE;
  clear = bul_db_prepare (db, table->clear, error);
  if (clear == NULL)
    return FALSE;
  bul_db_bind_number (clear, "owner", owner);
  return bul_db_run (db, clear, error) && save_keys (db, table, record, owner, error);
}

static gboolean
update_tables (BulDb *db, const Table *tables, gconstpointer record, gint64 owner, GError **error);

/* A row that is not what the story has goes before another comes into its place. */
static gboolean
update_list (BulDb *db, const Table *table, const GPtrArray *list, gint64 owner, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));

  if (!compare_rows (db, table, list, owner, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (!row->stays && !remove_row (db, table, row->id, error))
        return FALSE;
    }
  for (guint i = 0; i < list->len; i++)
    {
      const Row *row = i < rows->len ? &g_array_index (rows, Row, i) : NULL;
      gconstpointer record = list->pdata[i];
      gboolean written;

      if (row == NULL || !row->stays)
        written = save_record (db, table, record, owner, i, error);
      else
        written
            = (table->keys == NULL || update_keys (db, table->keys, record, row->id, error))
              && (table->below == NULL || update_tables (db, table->below, record, row->id, error));
      if (!written)
        return FALSE;
    }
  return TRUE;
}

static gboolean
update_tables (BulDb *db, const Table *tables, gconstpointer record, gint64 owner, GError **error)
{
  for (; tables->list != NULL; tables++)
    if (!update_list (db, tables, list_of (record, tables->list), owner, error))
      return FALSE;
  return TRUE;
}

gboolean
bul_tables_add (BulDb *db, const BulStory *story, gint64 id, GError **error)
{
  return save_tables (db, story_tables, story, id, error);
}

gboolean
bul_tables_update (BulDb *db, const BulStory *story, gint64 id, GError **error)
{
  return update_tables (db, story_tables, story, id, error);
}

static gboolean
load_keys (BulDb *db, const KeyTable *table, gpointer record, gint64 owner, GError **error)
{
  g_auto (GStrv) keys = NULL;

  if (!list_keys (db, table, owner, &keys, error))
    return FALSE;
  if (*keys != NULL)
    *keys_of (record, table->field) = g_steal_pointer (&keys);
  return TRUE;
}

static gboolean
load_rows (
    BulDb *db, const Table *table, GPtrArray *list, GArray *ids, gint64 owner, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, table->select, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "owner", owner);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      gpointer record = bul_record_new (table->type);
      gint64 id = sqlite3_column_int64 (select, 0);

      g_ptr_array_add (list, record);
      g_array_append_val (ids, id);
      if (!bul_db_read_record (db, select, record, error))
        {
          sqlite3_reset (select);
          return FALSE;
        }
    }
  return step == BUL_DB_DONE;
}

static gboolean
load_tables (BulDb *db, const Table *tables, gpointer record, gint64 owner, GError **error)
{
  for (; tables->list != NULL; tables++)
    {
      GPtrArray *list = list_of (record, tables->list);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      /* Rows first, then what is below them: a statement is stepped by one list at a time. */
      if (!load_rows (db, tables, list, ids, owner, error))
        return FALSE;
      for (guint i = 0; i < list->len; i++)
        {
          gint64 id = g_array_index (ids, gint64, i);

          if (tables->keys != NULL && !load_keys (db, tables->keys, list->pdata[i], id, error))
            return FALSE;
          if (tables->below != NULL && !load_tables (db, tables->below, list->pdata[i], id, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
bul_tables_load (BulDb *db, BulStory *story, gint64 id, GError **error)
{
  return load_tables (db, story_tables, story, id, error);
}
