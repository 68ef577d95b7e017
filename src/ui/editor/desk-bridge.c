/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bridge.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-lines.h"
#include "bul-normal.h"

/* Text layout takes quadratic time in the length of a line; pasted text is cut as imported text is.
 */
#define MAX_LINE_BYTES 65536

const BulScript *
desk_bridge_find_script (const BulStory *story, const char *key)
{
  if (key == NULL)
    return bul_story_get_script (story);
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      if (strcmp (script->key, key) == 0)
        return script;
    }
  return NULL;
}

static const BulScript *
get_script (BulHistory *history, const char *key)
{
  return desk_bridge_find_script (bul_history_get_story (history), key);
}

static const BulBlock *
get_block (const BulScript *script, guint line)
{
  return script == NULL || line >= script->blocks->len ? NULL : script->blocks->pdata[line];
}

static gboolean
no_such_place (GError **error)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_CONFLICT, "There is no such place in the text.");
  return FALSE;
}

/* Line ends, as GtkTextBuffer knows them: U+2028 is none. */
static gsize
line_end_length (const char *p)
{
  static const char paragraph_separator[] = "\xe2\x80\xa9";

  if (p[0] == '\r' && p[1] == '\n')
    return 2;
  if (p[0] == '\r' || p[0] == '\n')
    return 1;
  return g_str_has_prefix (p, paragraph_separator) ? strlen (paragraph_separator) : 0;
}

/* An object pasted among words leaves U+FFFC, which stands for nothing here. */
static gboolean
is_dropped (gunichar c)
{
  return bul_chars_is_forbidden (c) || c == 0xfffc;
}

static void
append_line (GPtrArray *lines, const char *start, const char *end)
{
  g_autoptr (GString) kept = g_string_sized_new (end - start);
  g_autofree char *normal = NULL;
  g_autoptr (GArray) pieces = NULL;
  const char *piece;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (!is_dropped (g_utf8_get_char (p)))
      g_string_append_len (kept, p, g_utf8_next_char (p) - p);
  normal = bul_normal_form (kept->str, kept->len);
  if (strlen (normal) <= MAX_LINE_BYTES)
    {
      g_ptr_array_add (lines, g_steal_pointer (&normal));
      return;
    }
  pieces = bul_lines_split_long (normal, strlen (normal), MAX_LINE_BYTES);
  piece = normal;
  for (guint i = 0; i < pieces->len; i++)
    {
      gsize length = g_array_index (pieces, gsize, i);

      g_ptr_array_add (lines, g_strndup (piece, length));
      piece += length;
    }
}

/* The lines of @text, at least one, as they may stand in blocks. */
static GPtrArray *
cut_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = line_end_length (p);

      if (length == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      append_line (lines, start, p);
      p += length;
      start = p;
    }
  append_line (lines, start, start + strlen (start));
  return lines;
}

static gboolean
add_script (BulHistory *history, GError **error)
{
  g_autofree char *key = bul_keys_make (bul_history_get_keys (history), 'k');

  return bul_history_add (history, NULL, "scripts", 0, bul_script_new (key, NULL), error);
}

static gboolean
add_block (BulHistory *history, const char *script, guint line, const char *text, GError **error)
{
  const BulScript *found = get_script (history, script);
  const BulBlock *beside = get_block (found, line > 0 ? line - 1 : 0);
  g_autofree char *key = bul_keys_make (bul_history_get_keys (history), 'b');
  BulBlock *block = bul_block_new (key, BUL_BLOCK_PARAGRAPH,
                                   beside == NULL ? BUL_SECTION_NONE : beside->section, text);

  return bul_history_add (history, found->key, "blocks", line, block, error);
}

static gboolean
ensure_block (BulHistory *history, const char *script, GError **error)
{
  const BulScript *found = get_script (history, script);

  if (found == NULL && !add_script (history, error))
    return FALSE;
  if (get_script (history, script)->blocks->len > 0)
    return TRUE;
  return add_block (history, script, 0, "", error);
}

static gboolean
replace (BulHistory *history,
         const char *script,
         guint line,
         guint at,
         guint n_chars,
         const char *text,
         GError **error)
{
  const BulBlock *block = get_block (get_script (history, script), line);
  g_autofree char *key = block == NULL ? NULL : g_strdup (block->key);

  if (key == NULL)
    return no_such_place (error);
  return bul_history_replace (history, key, at, n_chars, text, error);
}

static gboolean
split (BulHistory *history, const char *script, DeskPlace at, GError **error)
{
  g_autofree char *key = g_strdup (get_block (get_script (history, script), at.line)->key);

  return bul_history_split (history, key, at.offset, error);
}

/* All lines but the last become blocks of their own where the first begins at the start of a block
 * and the last ends one: the block at @at keeps its key and all that is said about it. */
static gboolean
insert_lines (
    BulHistory *history, const char *script, DeskPlace at, GPtrArray *lines, GError **error)
{
  const char *last = lines->pdata[lines->len - 1];
  guint first_block = 0;

  if (at.offset > 0 || *last != '\0')
    {
      if (!split (history, script, at, error)
          || !replace (history, script, at.line, at.offset, 0, lines->pdata[0], error))
        return FALSE;
      first_block = 1;
    }
  for (guint i = first_block; i + 1 < lines->len; i++)
    if (!add_block (history, script, at.line + i, lines->pdata[i], error))
      return FALSE;
  return replace (history, script, at.line + lines->len - 1, 0, 0, last, error);
}

/* Asked before anything is done: a step of typing cannot be abandoned half way. */
static gboolean
has_place (BulHistory *history, const char *script, DeskPlace at)
{
  const BulScript *found = get_script (history, script);
  const BulBlock *block = get_block (found, at.line);

  if (block != NULL)
    return at.offset <= bul_chars_count (block->text);
  return at.line == 0 && at.offset == 0
         && (found == NULL ? script == NULL : found->blocks->len == 0);
}

gboolean
desk_bridge_insert (
    BulHistory *history, const char *script, DeskPlace at, const char *text, GError **error)
{
  g_autoptr (GPtrArray) lines = cut_lines (text);
  gboolean done;

  if (lines->len == 1 && *(const char *) lines->pdata[0] == '\0')
    return TRUE;
  if (!has_place (history, script, at))
    return no_such_place (error);
  bul_history_begin (history, NULL);
  done = ensure_block (history, script, error);
  if (done && lines->len == 1)
    done = replace (history, script, at.line, at.offset, 0, lines->pdata[0], error);
  else if (done)
    done = insert_lines (history, script, at, lines, error);
  bul_history_end (history);
  return done;
}

static gboolean
remove_lines (BulHistory *history, const char *script, guint first, guint end, GError **error)
{
  g_autofree char *key = g_strdup (get_script (history, script)->key);

  for (guint line = end; line > first; line--)
    if (!bul_history_remove (history, key, "blocks", line - 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
join_lines (BulHistory *history, const char *script, DeskPlace start, DeskPlace end, GError **error)
{
  const BulBlock *first = get_block (get_script (history, script), start.line);
  g_autofree char *key = g_strdup (first->key);
  guint n_chars = bul_chars_count (first->text);

  return remove_lines (history, script, start.line + 1, end.line, error)
         && replace (history, script, start.line, start.offset, n_chars - start.offset, "", error)
         && replace (history, script, start.line + 1, 0, end.offset, "", error)
         && bul_history_join (history, key, error);
}

gboolean
desk_bridge_delete (
    BulHistory *history, const char *script, DeskPlace start, DeskPlace end, GError **error)
{
  gboolean done;

  if (start.line == end.line)
    return replace (history, script, start.line, start.offset, end.offset - start.offset, "",
                    error);
  if (!has_place (history, script, start) || !has_place (history, script, end))
    return no_such_place (error);

  bul_history_begin (history, NULL);
  if (start.offset == 0 && end.offset == 0)
    done = remove_lines (history, script, start.line, end.line, error);
  else
    done = join_lines (history, script, start, end, error);
  bul_history_end (history);
  return done;
}

static gboolean
translate_in_block (const BulScript *script, const BulEdit *edit, DeskChange *change)
{
  int line = edit->on == NULL ? -1 : bul_script_find_block (script, edit->on);

  if (line < 0)
    return FALSE;
  change->start = (DeskPlace){ line, edit->at };
  change->end = change->start;
  if (edit->kind == BUL_EDIT_TEXT)
    {
      change->end.offset += edit->removed == NULL ? 0 : bul_chars_count (edit->removed);
      change->text = g_strdup (edit->inserted == NULL ? "" : edit->inserted);
    }
  else if (edit->kind == BUL_EDIT_SPLIT)
    change->text = g_strdup ("\n");
  else
    {
      change->end = (DeskPlace){ line + 1, 0 };
      change->text = g_strdup ("");
    }
  return TRUE;
}

static void
translate_added_line (const BulScript *script, guint line, DeskChange *change)
{
  const char *text = get_block (script, line)->text;

  if (script->blocks->len == 1)
    {
      change->start = (DeskPlace){ 0, 0 };
      change->text = g_strdup (text);
    }
  else if (line + 1 < script->blocks->len)
    {
      change->start = (DeskPlace){ line, 0 };
      change->text = g_strconcat (text, "\n", NULL);
    }
  else
    {
      change->start = (DeskPlace){ line - 1, DESK_LINE_END };
      change->text = g_strconcat ("\n", text, NULL);
    }
  change->end = change->start;
}

static void
translate_removed_line (const BulScript *script, guint line, DeskChange *change)
{
  change->start = (DeskPlace){ line, 0 };
  change->end = (DeskPlace){ line + 1, 0 };
  if (line >= script->blocks->len)
    {
      if (line > 0)
        change->start = (DeskPlace){ line - 1, DESK_LINE_END };
      change->end = (DeskPlace){ line, DESK_LINE_END };
    }
  change->text = g_strdup ("");
}

gboolean
desk_bridge_translate (const BulScript *script, const BulEdit *edit, DeskChange *change)
{
  switch (edit->kind)
    {
    case BUL_EDIT_TEXT:
    case BUL_EDIT_SPLIT:
    case BUL_EDIT_JOIN:
      return translate_in_block (script, edit, change);
    case BUL_EDIT_ADD:
    case BUL_EDIT_REMOVE:
      if (g_strcmp0 (edit->on, script->key) != 0 || g_strcmp0 (edit->field, "blocks") != 0)
        return FALSE;
      if (edit->kind == BUL_EDIT_ADD)
        translate_added_line (script, edit->at, change);
      else
        translate_removed_line (script, edit->at, change);
      return TRUE;
    case BUL_EDIT_SET:
      break;
    }
  return FALSE;
}
