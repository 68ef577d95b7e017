/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-beside.h"

#include "bul-pairs.h"

static gboolean
is_empty (const BulScript *script, guint line)
{
  return *((const BulBlock *) script->blocks->pdata[line])->text == '\0';
}

/* Marks are there from the start, and answer each other. */
static gboolean
are_marks (const BulBlock *korean, const BulBlock *english)
{
  return korean->kind == BUL_BLOCK_MARKER && english->kind == BUL_BLOCK_MARKER;
}

/* Whether a line is still to be written on one side, or never will be. */
static gboolean
is_open (const BulScript *korean, guint own, const BulScript *english, guint other)
{
  return is_empty (korean, own) || is_empty (english, other)
         || are_marks (korean->blocks->pdata[own], english->blocks->pdata[other]);
}

/* Counted from the start, or back from the end. */
static guint
count_empty (const BulScript *korean, const BulScript *english, guint most, gboolean from_end)
{
  guint n = 0;

  while (n < most
         && is_open (korean, from_end ? korean->blocks->len - 1 - n : n, english,
                     from_end ? english->blocks->len - 1 - n : n))
    n++;
  return n;
}

static void
add (GArray *beside, guint korean, guint english, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      BulBeside lines = { { korean + i, english + i } };

      g_array_append_val (beside, lines);
    }
}

GArray *
bul_beside_list (const BulScript *korean, const BulScript *english)
{
  GArray *beside = g_array_new (FALSE, FALSE, sizeof (BulBeside));
  guint n_korean = korean->blocks->len;
  guint n_english = english->blocks->len;
  guint n_first = n_korean;
  guint n_last = 0;

  if (n_korean != n_english)
    {
      n_first = count_empty (korean, english, MIN (n_korean, n_english), FALSE);
      n_last = count_empty (korean, english, MIN (n_korean, n_english) - n_first, TRUE);
    }
  add (beside, 0, 0, n_first);
  add (beside, n_korean - n_last, n_english - n_last, n_last);
  return beside;
}

gboolean
bul_beside_is_written (const BulScript *script)
{
  if (script->role != BUL_SCRIPT_TRANSLATION)
    return FALSE;
  for (guint i = 0; i < script->blocks->len; i++)
    if (((const BulBlock *) script->blocks->pdata[i])->line != 0)
      return FALSE;
  return TRUE;
}

const BulBlock *
bul_beside_find (const BulStory *story, const char *block, const BulScript **script)
{
  const BulScript *scripts[] = {
    bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN),
    bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH),
  };
  guint position;
  const BulScript *own = bul_story_find_block (story, block, &position);
  guint side = own != NULL && own == scripts[1] ? 1 : 0;
  g_autoptr (GArray) beside = NULL;

  if (own == NULL || own != scripts[side] || scripts[1 - side] == NULL)
    return NULL;
  beside = bul_beside_list (scripts[0], scripts[1]);
  for (guint i = 0; i < beside->len; i++)
    {
      const BulBeside *lines = &g_array_index (beside, BulBeside, i);

      if (lines->lines[side] != position)
        continue;
      if (script != NULL)
        *script = scripts[1 - side];
      return scripts[1 - side]->blocks->pdata[lines->lines[1 - side]];
    }
  return NULL;
}

/* The script that was begun here, if any, and the one that it translates. */
static gboolean
find_begun (const BulStory *story, const BulScript *scripts[2], guint *begun)
{
  scripts[0] = bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN);
  scripts[1] = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH);
  if (scripts[0] == NULL || scripts[1] == NULL)
    return FALSE;
  *begun = bul_beside_is_written (scripts[0]) ? 0 : 1;
  return bul_beside_is_written (scripts[*begun]);
}

GHashTable *
bul_beside_list_unwritten (const BulStory *story)
{
  GHashTable *unwritten = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) beside = NULL;
  const BulScript *scripts[2];
  guint begun;

  if (!find_begun (story, scripts, &begun))
    return unwritten;
  beside = bul_beside_list (scripts[0], scripts[1]);
  for (guint i = 0; i < beside->len; i++)
    {
      const BulBeside *lines = &g_array_index (beside, BulBeside, i);
      const BulBlock *own = scripts[1 - begun]->blocks->pdata[lines->lines[1 - begun]];

      if (is_empty (scripts[begun], lines->lines[begun]))
        g_hash_table_add (unwritten, own->key);
    }
  return unwritten;
}

gboolean
bul_beside_is_unwritten (const BulStory *story, const char *block)
{
  const BulScript *script = NULL;
  const BulBlock *beside = bul_beside_find (story, block, &script);

  return beside != NULL && *beside->text == '\0' && bul_beside_is_written (script);
}
