/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relined.h"

#include <string.h>

#include "bul-block.h"
#include "bul-chars.h"
#include "bul-diff.h"
#include "bul-script.h"

/* So much of a line must be words of the other one, in a hundred, to be a part of it. */
#define LEAST_SHARED 50

static BulBlock *
block_at (const BulScript *script, guint at)
{
  return script->blocks->pdata[at];
}

/* Code points of [@start, @end) that are the same in both texts; of the newer one, or the older. */
static guint
count_same (const GArray *runs, gboolean of_now, guint start, guint end)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);
      guint from = MAX (start, of_now ? run->now_start : run->was_start);
      guint to = MIN (end, of_now ? run->now_end : run->was_end);

      if (run->same && from < to)
        n += to - from;
    }
  return n;
}

static gboolean
is_shared (const GArray *runs, gboolean of_now, guint start, guint end)
{
  return end > start && count_same (runs, of_now, start, end) * 100 >= (end - start) * LEAST_SHARED;
}

/* Where the older text is at @now of the newer one. */
static guint
find_cut (const GArray *runs, guint now)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      if (now < run->now_end || (now == run->now_end && run->same))
        return run->same ? run->was_start + (now - run->now_start) : run->was_start;
    }
  return runs->len == 0 ? 0 : g_array_index (runs, BulDiffRun, runs->len - 1).was_end;
}

static gboolean
begins_blank (const char *text)
{
  return *text == ' ';
}

static gboolean
ends_blank (const char *text)
{
  return *text != '\0' && text[strlen (text) - 1] == ' ';
}

static void
set_text (BulBlock *block, char *text)
{
  g_free (block->text);
  block->text = text;
}

/* What stands between two parts of @whole where they are put together: nothing, for a line that was
 * cut within a word, or a blank that went with the cut. */
static const char *
get_between (const char *whole, const char *first, const char *second)
{
  g_autofree char *glued = g_strconcat (first, second, NULL);
  gboolean is_glued = strstr (whole, glued) != NULL || ends_blank (first) || begins_blank (second);

  return is_glued ? "" : " ";
}

/* Cuts @line where @second, now a line of its own behind @first, begins; FALSE where it is no part
 * of that. The new line goes behind it. */
static gboolean
cut (BulScript *script, guint line, const BulBlock *first, const BulBlock *second)
{
  BulBlock *block = block_at (script, line);
  const char *between = get_between (block->text, first->text, second->text);
  g_autofree char *joined = g_strconcat (first->text, between, second->text, NULL);
  g_autoptr (GArray) runs = bul_diff_words (block->text, joined);
  guint joint = bul_chars_count (first->text);
  guint at = find_cut (runs, joint);
  BulBlock *part;
  char *left;
  char *right;

  if (!is_shared (runs, TRUE, joint + (guint) strlen (between), bul_chars_count (joined)))
    return FALSE;
  left = bul_chars_slice (block->text, 0, at);
  right = bul_chars_slice (block->text, at, bul_chars_count (block->text));
  if (!ends_blank (first->text))
    g_strchomp (left);
  if (!begins_blank (second->text))
    g_strchug (right);
  part = bul_record_copy (second);
  set_text (part, right);
  set_text (block, left);
  g_ptr_array_insert (script->blocks, (int) line + 1, part);
  return TRUE;
}

/* Joins the line behind @line to it, where the line that it is now has taken its words. */
static gboolean
join (BulScript *script, guint line, const BulBlock *now)
{
  BulBlock *first = block_at (script, line);
  const BulBlock *second = block_at (script, line + 1);
  const char *between = get_between (now->text, first->text, second->text);
  g_autofree char *joined = g_strconcat (first->text, between, second->text, NULL);
  g_autoptr (GArray) runs = bul_diff_words (joined, now->text);
  guint end = bul_chars_count (joined);

  if (!is_shared (runs, FALSE, end - bul_chars_count (second->text), end))
    return FALSE;
  set_text (first, g_steal_pointer (&joined));
  g_ptr_array_remove_index (script->blocks, line + 1);
  return TRUE;
}

/* Of the lines but for so many at both ends. */
static GHashTable *
list_keys (const BulScript *script, guint n_first, guint n_last)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = n_first; i + n_last < script->blocks->len; i++)
    g_hash_table_add (keys, block_at (script, i)->key);
  return keys;
}

/* Lines that both begin or end with were neither cut nor joined, but for the one right before. */
static gboolean
cut_lines (BulScript *base, const BulScript *now)
{
  g_autoptr (GHashTable) keys = NULL;
  const BulBlock *before = NULL; /* the line that may have been cut */
  gboolean any = FALSE;
  guint n_first;
  guint n_last;

  bul_script_match_ends (base, now, &n_first, &n_last);
  keys = list_keys (base, n_first, n_last);
  if (n_first > 0)
    before = block_at (now, n_first - 1);
  for (guint i = n_first; i + n_last < now->blocks->len; i++)
    {
      const BulBlock *block = block_at (now, i);

      if (g_hash_table_contains (keys, block->key))
        before = block;
      else if (before != NULL
               && cut (base, (guint) bul_script_find_block (base, before->key), before, block))
        {
          before = block;
          any = TRUE;
        }
      else
        before = NULL;
    }
  return any;
}

static gboolean
join_lines (BulScript *base, const BulScript *now)
{
  g_autoptr (GHashTable) left = NULL;
  gboolean any = FALSE;
  guint n_first;
  guint n_last;

  bul_script_match_ends (base, now, &n_first, &n_last);
  left = list_keys (now, n_first, n_last);
  for (guint i = n_first == 0 ? 0 : n_first - 1; i + 1 + n_last < base->blocks->len;)
    {
      int line = -1;

      if (!g_hash_table_contains (left, block_at (base, i + 1)->key))
        line = bul_script_find_block (now, block_at (base, i)->key);
      if (line >= 0 && join (base, i, block_at (now, (guint) line)))
        any = TRUE;
      else
        i++;
    }
  return any;
}

/* Whether one of @some, but for those at both ends, is not among @others. */
static gboolean
has_others (const BulScript *some, guint n_first, guint n_last, GHashTable *others)
{
  for (guint i = n_first; i + n_last < some->blocks->len; i++)
    if (!g_hash_table_contains (others, block_at (some, i)->key))
      return TRUE;
  return FALSE;
}

static gboolean
has_same_lines (const BulScript *base, const BulScript *now)
{
  g_autoptr (GHashTable) of_base = NULL;
  g_autoptr (GHashTable) of_now = NULL;
  guint n_first;
  guint n_last;

  bul_script_match_ends (base, now, &n_first, &n_last);
  of_base = list_keys (base, n_first, n_last);
  of_now = list_keys (now, n_first, n_last);
  return !has_others (base, n_first, n_last, of_now) && !has_others (now, n_first, n_last, of_base);
}

BulStory *
bul_relined_make (const BulStory *base, const BulStory *story)
{
  BulStory *relined = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *now = story->scripts->pdata[i];
      const BulScript *was = bul_story_find (base, now->key);
      BulScript *script;

      if (was == NULL || has_same_lines (was, now))
        continue;
      if (relined == NULL)
        relined = bul_record_copy (base);
      script = bul_story_find (relined, now->key);
      any |= cut_lines (script, now);
      any |= join_lines (script, now);
    }
  if (!any)
    g_clear_pointer (&relined, bul_record_free);
  return relined;
}

BulStory *
bul_relined_take (BulStory *past, const BulStory *story)
{
  BulStory *relined = past == NULL ? NULL : bul_relined_make (past, story);

  if (relined == NULL)
    return past;
  bul_record_free (past);
  return relined;
}
