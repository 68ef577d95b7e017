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
} KeyTable;

struct _Table
{
  const char *list;
  const BulRecordType *type;
  const char *insert;
  const char *select; /* the row's id, then columns named after fields */
  const char *clear;  /* for the tables right below the story */
  const Table *below; /* ended by a row without a list */
  const KeyTable *keys;
};

static const Table speaker_tables[] = {
  { .list = "names",
    .type = &bul_speaker_name_type,
    .insert = "INSERT INTO speaker_name (speaker, position, language, title, name)"
              " VALUES (:owner, :row, :language, :title, :name)",
    .select = "SELECT id, language, title, name FROM speaker_name"
              " WHERE speaker = :owner ORDER BY position" },
  { NULL },
};

static const KeyTable block_speakers
    = { "speakers",
        "INSERT INTO block_speaker (block, position, speaker) VALUES (:owner, :row, :key)",
        "SELECT speaker FROM block_speaker WHERE block = :owner ORDER BY position" };

static const Table script_tables[] = {
  { .list = "blocks",
    .type = &bul_block_type,
    .insert = "INSERT INTO block (script, position, key, kind, section, line, last_line, given,"
              " text) VALUES (:owner, :row, :key, :kind, :section, :line, :last_line, :given,"
              " :text)",
    .select = "SELECT id, key, kind, section, line, last_line, given, text FROM block"
              " WHERE script = :owner ORDER BY position",
    .keys = &block_speakers },
  { NULL },
};

static const Table annotation_tables[] = {
  { .list = "spans",
    .type = &bul_span_type,
    .insert
    = "INSERT INTO annotation_span (annotation, position, \"on\", start, \"end\", orphan, quote)"
      " VALUES (:owner, :row, :on, :start, :end, :orphan, :quote)",
    .select = "SELECT id, \"on\", start, \"end\", orphan, quote FROM annotation_span"
              " WHERE annotation = :owner ORDER BY position" },
  { .list = "replies",
    .type = &bul_reply_type,
    .insert = "INSERT INTO annotation_reply (annotation, position, by, at, text)"
              " VALUES (:owner, :row, :by, :at, :text)",
    .select = "SELECT id, by, at, text FROM annotation_reply"
              " WHERE annotation = :owner ORDER BY position" },
  { NULL },
};

static const Table tag_tables[] = {
  { .list = "spans",
    .type = &bul_span_type,
    .insert = "INSERT INTO tag_span (tag, position, \"on\", start, \"end\", orphan, quote)"
              " VALUES (:owner, :row, :on, :start, :end, :orphan, :quote)",
    .select = "SELECT id, \"on\", start, \"end\", orphan, quote FROM tag_span"
              " WHERE tag = :owner ORDER BY position" },
  { NULL },
};

static const Table correction_tables[] = {
  { .list = "spans",
    .type = &bul_span_type,
    .insert
    = "INSERT INTO correction_span (correction, position, \"on\", start, \"end\", orphan, quote)"
      " VALUES (:owner, :row, :on, :start, :end, :orphan, :quote)",
    .select = "SELECT id, \"on\", start, \"end\", orphan, quote FROM correction_span"
              " WHERE correction = :owner ORDER BY position" },
  { .list = "targets",
    .type = &bul_target_type,
    .insert = "INSERT INTO correction_target (correction, position, place, state, at)"
              " VALUES (:owner, :row, :place, :state, :at)",
    .select = "SELECT id, place, state, at FROM correction_target"
              " WHERE correction = :owner ORDER BY position" },
  { NULL },
};

static const Table notice_tables[] = {
  { .list = "texts",
    .type = &bul_notice_text_type,
    .insert = "INSERT INTO notice_text (notice, position, language, use, by_hand, text)"
              " VALUES (:owner, :row, :language, :use, :by_hand, :text)",
    .select = "SELECT id, language, use, by_hand, text FROM notice_text"
              " WHERE notice = :owner ORDER BY position" },
  { NULL },
};

static const Table link_tables[] = {
  { .list = "segments",
    .type = &bul_segment_type,
    .insert = "INSERT INTO link_segment"
              " (link, position, language, \"on\", start, \"end\", orphan, quote)"
              " VALUES (:owner, :row, :language, :on, :start, :end, :orphan, :quote)",
    .select = "SELECT id, language, \"on\", start, \"end\", orphan, quote FROM link_segment"
              " WHERE link = :owner ORDER BY position" },
  { NULL },
};

static const KeyTable notice_corrections
    = { "corrections",
        "INSERT INTO notice_correction (notice, position, correction) VALUES (:owner, :row, :key)",
        "SELECT correction FROM notice_correction WHERE notice = :owner ORDER BY position" };

static const Table story_tables[] = {
  { .list = "stamps",
    .type = &bul_stamp_type,
    .insert = "INSERT INTO stamp (story, position, kind, at, zone, block, printed)"
              " VALUES (:owner, :row, :kind, :at, :zone, :block, :printed)",
    .select = "SELECT id, kind, at, zone, block, printed FROM stamp"
              " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM stamp WHERE story = :owner" },
  { .list = "speakers",
    .type = &bul_speaker_type,
    .insert = "INSERT INTO speaker (story, position, key, number, role, anonymous, person)"
              " VALUES (:owner, :row, :key, :number, :role, :anonymous, :person)",
    .select = "SELECT id, key, number, role, anonymous, person FROM speaker"
              " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM speaker WHERE story = :owner",
    .below = speaker_tables },
  { .list = "scripts",
    .type = &bul_script_type,
    .insert = "INSERT INTO script (story, position, key, language, role)"
              " VALUES (:owner, :row, :key, :language, :role)",
    .select = "SELECT id, key, language, role FROM script WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM script WHERE story = :owner",
    .below = script_tables },
  { .list = "annotations",
    .type = &bul_annotation_type,
    .insert = "INSERT INTO annotation (story, position, key, kind, state, by, at, note)"
              " VALUES (:owner, :row, :key, :kind, :state, :by, :at, :note)",
    .select = "SELECT id, key, kind, state, by, at, note FROM annotation"
              " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM annotation WHERE story = :owner",
    .below = annotation_tables },
  { .list = "tags",
    .type = &bul_tag_type,
    .insert = "INSERT INTO tag (story, position, key, code, by, at)"
              " VALUES (:owner, :row, :key, :code, :by, :at)",
    .select = "SELECT id, key, code, by, at FROM tag WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM tag WHERE story = :owner",
    .below = tag_tables },
  { .list = "corrections",
    .type = &bul_correction_type,
    .insert
    = "INSERT INTO correction (story, position, key, class, weight, state, reads, by, at, found_by,"
      " approved_by, approved_at, published_at, \"of\", was, now, reason)"
      " VALUES (:owner, :row, :key, :class, :weight, :state, :reads, :by, :at, :found_by,"
      " :approved_by, :approved_at, :published_at, :of, :was, :now, :reason)",
    .select
    = "SELECT id, key, class, weight, state, reads, by, at, found_by, approved_by, approved_at,"
      " published_at, \"of\", was, now, reason FROM correction"
      " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM correction WHERE story = :owner",
    .below = correction_tables },
  { .list = "notices",
    .type = &bul_notice_type,
    .insert
    = "INSERT INTO notice (story, position, key, kinds, basis, apologises, by, at, published_at)"
      " VALUES (:owner, :row, :key, :kinds, :basis, :apologises, :by, :at, :published_at)",
    .select = "SELECT id, key, kinds, basis, apologises, by, at, published_at FROM notice"
              " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM notice WHERE story = :owner",
    .below = notice_tables,
    .keys = &notice_corrections },
  { .list = "dismissals",
    .type = &bul_dismissal_type,
    .insert = "INSERT INTO dismissal (story, position, key, \"on\", code, by, at, quote)"
              " VALUES (:owner, :row, :key, :on, :code, :by, :at, :quote)",
    .select = "SELECT id, key, \"on\", code, by, at, quote FROM dismissal"
              " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM dismissal WHERE story = :owner" },
  { .list = "changes",
    .type = &bul_change_type,
    .insert
    = "INSERT INTO change_ledger (story, position, key, base, block, state, by, at, was, now)"
      " VALUES (:owner, :row, :key, :base, :block, :state, :by, :at, :was, :now)",
    .select = "SELECT id, key, base, block, state, by, at, was, now FROM change_ledger"
              " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM change_ledger WHERE story = :owner" },
  { .list = "links",
    .type = &bul_link_type,
    .insert = "INSERT INTO link"
              " (story, position, key, state, confidence, revision, by, at, korean, english)"
              " VALUES (:owner, :row, :key, :state, :confidence, :revision, :by, :at, :korean,"
              " :english)",
    .select = "SELECT id, key, state, confidence, revision, by, at, korean, english FROM link"
              " WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM link WHERE story = :owner",
    .below = link_tables },
  { .list = "foreign",
    .type = &bul_foreign_type,
    .insert = "INSERT INTO foreign_content (story, position, text) VALUES (:owner, :row, :text)",
    .select = "SELECT id, text FROM foreign_content WHERE story = :owner ORDER BY position",
    .clear = "DELETE FROM foreign_content WHERE story = :owner" },
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

gboolean
bul_tables_save (BulDb *db, const BulStory *story, gint64 id, GError **error)
{
  return save_tables (db, story_tables, story, id, error);
}

gboolean
bul_tables_clear (BulDb *db, gint64 id, GError **error)
{
  for (const Table *table = story_tables; table->list != NULL; table++)
    {
      sqlite3_stmt *clear = bul_db_prepare (db, table->clear, error);

      if (clear == NULL)
        return FALSE;
      bul_db_bind_number (clear, "owner", id);
      if (!bul_db_run (db, clear, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_keys (BulDb *db, const KeyTable *table, gpointer record, gint64 owner, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, table->select, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "owner", owner);
  for (; (step = bul_db_step (db, select, error)) == BUL_DB_ROW; n++)
    {
      g_autofree char *key = bul_db_dup_text (select, 0);

      g_strv_builder_add (builder, key);
    }
  if (n > 0)
    *keys_of (record, table->field) = g_strv_builder_end (builder);
  return step == BUL_DB_DONE;
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
