/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-revision.h"

#include "bul-block.h"
#include "bul-chars.h"
#include "bul-edit.h"
#include "bul-error.h"
#include "bul-flow.h"
#include "bul-past.h"
#include "bul-restorer.h"

static guint
count (const char *text)
{
  return text == NULL ? 0 : bul_chars_count (text);
}

static gboolean
carries_block (const BulEdit *edit)
{
  return edit->things->len > 0 && bul_record_get_type (edit->things->pdata[0]) == &bul_block_type;
}

static void
measure_block (BulFlowSize *size, const BulEdit *edit)
{
  guint n_chars = count (((const BulBlock *) edit->things->pdata[0])->text);

  if (edit->kind == BUL_EDIT_ADD)
    size->n_inserted += n_chars;
  else if (edit->kind == BUL_EDIT_REMOVE)
    size->n_removed += n_chars;
}

BulFlowSize
bul_flow_measure_revision (const BulRevision *revision)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  BulFlowSize size = { 0 };

  for (guint i = 0; i < revision->edits->len; i++)
    {
      const BulEdit *edit = revision->edits->pdata[i];
      const char *key = edit->on;

      if (edit->things->len > 0)
        key = bul_record_get_key (edit->things->pdata[0]);
      if (carries_block (edit))
        measure_block (&size, edit);
      if (edit->kind == BUL_EDIT_TEXT)
        {
          size.n_removed += count (edit->removed);
          size.n_inserted += count (edit->inserted);
        }
      if (key != NULL)
        g_hash_table_add (key[0] == 'b' ? lines : records, (gpointer) key);
    }
  size.n_lines = g_hash_table_size (lines);
  size.n_records = g_hash_table_size (records);
  return size;
}

guint
bul_flow_restore (BulStore *store, const char *uid, guint number, const char *by, GError **error)
{
  g_autoptr (BulStory) story = bul_store_load (store, uid, error);
  g_autoptr (BulStory) past = story == NULL ? NULL : bul_past_make (story, number, error);
  g_autoptr (BulHistory) history = NULL;
  g_autofree char *what = g_strdup_printf ("Restored revision %u", number);

  if (past == NULL)
    return 0;
  history = bul_history_new (g_steal_pointer (&story));
  if (!bul_restorer_take (history, past, NULL, what, error))
    return 0;
  if (!bul_history_is_modified (history))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   "The story reads as revision %u already. Nothing was changed.", number);
      return 0;
    }
  if (!bul_flow_save (store, history, by, what, error))
    return 0;
  return bul_story_get_revision_number (bul_history_get_story (history));
}
