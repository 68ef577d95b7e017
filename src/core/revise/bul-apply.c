/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-apply.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-value.h"

static gboolean
conflict (GError **error, const BulEdit *edit)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
               "The text at “%s” is no longer what this step was made for. Nothing was changed.",
               edit->on == NULL ? "" : edit->on);
  return FALSE;
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

static gboolean
apply_text (BulStory *story, const BulEdit *edit, GError **error)
{
  const char *removed = or_empty (edit->removed);
  const char *inserted = or_empty (edit->inserted);
  guint position;
  BulScript *script = bul_story_find_block (story, or_empty (edit->on), &position);
  BulBlock *block;
  gsize at;
  GString *text;

  if (script == NULL)
    return conflict (error, edit);
  block = script->blocks->pdata[position];
  if (edit->at > bul_chars_count (block->text))
    return conflict (error, edit);
  at = bul_chars_to_byte (block->text, edit->at);
  if (!g_str_has_prefix (block->text + at, removed))
    return conflict (error, edit);

  text = g_string_new (block->text);
  g_string_erase (text, at, strlen (removed));
  g_string_insert (text, at, inserted);
  g_free (block->text);
  block->text = g_string_free (text, FALSE);
  return TRUE;
}

static gboolean
apply_split (BulStory *story, const BulEdit *edit, GError **error)
{
  guint position;
  BulScript *script = bul_story_find_block (story, or_empty (edit->on), &position);
  BulBlock *first;
  BulBlock *second;
  gsize at;

  if (script == NULL || edit->things->len != 1
      || bul_record_get_type (edit->things->pdata[0]) != &bul_block_type)
    return conflict (error, edit);
  first = script->blocks->pdata[position];
  if (edit->at > bul_chars_count (first->text))
    return conflict (error, edit);

  at = bul_chars_to_byte (first->text, edit->at);
  second = bul_record_copy (edit->things->pdata[0]);
  g_free (second->text);
  second->text = g_strdup (first->text + at);
  first->text[at] = '\0';
  g_ptr_array_insert (script->blocks, position + 1, second);
  return TRUE;
}

static gboolean
apply_join (BulStory *story, const BulEdit *edit, GError **error)
{
  guint position;
  BulScript *script = bul_story_find_block (story, or_empty (edit->on), &position);
  BulBlock *first;
  BulBlock *second;
  char *text;

  if (script == NULL || position + 1 >= script->blocks->len || edit->things->len != 1)
    return conflict (error, edit);
  first = script->blocks->pdata[position];
  second = script->blocks->pdata[position + 1];
  if (edit->at != bul_chars_count (first->text)
      || g_strcmp0 (bul_record_get_key (edit->things->pdata[0]), second->key) != 0)
    return conflict (error, edit);

  text = g_strconcat (first->text, second->text, NULL);
  g_free (first->text);
  first->text = text;
  g_ptr_array_remove_index (script->blocks, position + 1);
  return TRUE;
}

static gboolean
apply_add (BulStory *story, const BulEdit *edit, GError **error)
{
  GPtrArray *list = bul_story_find_list (story, edit->on, or_empty (edit->field));

  if (list == NULL || edit->at > list->len || edit->things->len != 1)
    return conflict (error, edit);
  g_ptr_array_insert (list, edit->at, bul_record_copy (edit->things->pdata[0]));
  return TRUE;
}

static gboolean
apply_remove (BulStory *story, const BulEdit *edit, GError **error)
{
  GPtrArray *list = bul_story_find_list (story, edit->on, or_empty (edit->field));

  if (list == NULL || edit->at >= list->len || edit->things->len != 1
      || !bul_record_equal (list->pdata[edit->at], edit->things->pdata[0]))
    return conflict (error, edit);
  g_ptr_array_remove_index (list, edit->at);
  return TRUE;
}

static gboolean
apply_set (BulStory *story, const BulEdit *edit, GError **error)
{
  gpointer record = bul_story_find (story, edit->on);
  const BulField *field = record == NULL ? NULL
                                         : bul_record_type_find_field (bul_record_get_type (record),
                                                                       or_empty (edit->field));
  g_autofree char *value = field == NULL ? NULL : bul_value_dup (record, field);

  if (field == NULL || g_strcmp0 (value, edit->removed) != 0)
    return conflict (error, edit);
  return bul_value_set (record, field, edit->inserted) || conflict (error, edit);
}

gboolean
bul_apply_edit (BulStory *story, const BulEdit *edit, GError **error)
{
  switch (edit->kind)
    {
    case BUL_EDIT_TEXT:
      return apply_text (story, edit, error);
    case BUL_EDIT_SPLIT:
      return apply_split (story, edit, error);
    case BUL_EDIT_JOIN:
      return apply_join (story, edit, error);
    case BUL_EDIT_ADD:
      return apply_add (story, edit, error);
    case BUL_EDIT_REMOVE:
      return apply_remove (story, edit, error);
    case BUL_EDIT_SET:
      return apply_set (story, edit, error);
    }
  return conflict (error, edit);
}
