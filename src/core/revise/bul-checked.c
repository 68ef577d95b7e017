/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-checked.h"

#include "bul-dismissals.h"

#define CODE "checked"

const BulDismissal *
bul_checked_find (const BulStory *story, const char *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  return bul_dismissals_find (story, block, CODE);
}

gboolean
bul_checked_add (BulHistory *history, const char *block, const char *by, GError **error)
{
  gboolean done;

  g_return_val_if_fail (block != NULL, FALSE);

  bul_history_begin (history, "Check a line");
  done = bul_dismissals_add (history, block, CODE, by, error);
  bul_history_end (history);
  return done;
}

gboolean
bul_checked_remove (BulHistory *history, const char *block, GError **error)
{
  gboolean done;

  g_return_val_if_fail (block != NULL, FALSE);

  bul_history_begin (history, "Uncheck a line");
  done = bul_dismissals_remove (history, block, CODE, error);
  bul_history_end (history);
  return done;
}

guint
bul_checked_count (const BulStory *story, const BulScript *script, guint *n_lines)
{
  guint n_checked = 0;

  *n_lines = 0;
  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (!bul_block_kind_is_read (block->kind))
        continue;
      (*n_lines)++;
      n_checked += bul_checked_find (story, block->key) != NULL;
    }
  return n_checked;
}
