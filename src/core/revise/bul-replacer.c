/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-replacer.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-parts.h"

void
bul_replacement_free (BulReplacement *self)
{
  g_free (self->script);
  g_free (self->block);
  g_free (self->left);
  g_free (self->before);
  g_free (self->after);
  g_free (self->right);
  g_free (self->with);
  g_free (self->fitting);
  g_free (self);
}

char *
bul_replacement_dup_left (const BulReplacement *self, guint n_chars)
{
  g_autofree char *end = NULL;
  const char *blank = NULL;
  guint n_left;

  g_return_val_if_fail (self != NULL, NULL);

  n_left = bul_chars_count (self->left);
  if (n_left <= n_chars)
    return g_strdup (self->left);
  end = bul_chars_slice (self->left, n_left - n_chars, n_left);
  blank = strchr (end, ' ');
  return g_strconcat ("…", blank == NULL || blank[1] == '\0' ? end : blank + 1, NULL);
}

char *
bul_replacement_dup_right (const BulReplacement *self, guint n_chars)
{
  g_autofree char *start = NULL;
  char *blank = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (bul_chars_count (self->right) <= n_chars)
    return g_strdup (self->right);
  start = bul_chars_slice (self->right, 0, n_chars);
  blank = strrchr (start, ' ');
  if (blank != NULL && blank != start)
    *blank = '\0';
  return g_strconcat (start, "…", NULL);
}

static GPtrArray *
replacements_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bul_replacement_free);
}

/* The words of a soundbite that were said. */
static BulRange
find_quote (const BulBlock *block)
{
  g_autoptr (BulParts) parts = NULL;

  if (block->kind != BUL_BLOCK_BITE)
    return BUL_RANGE_EMPTY;
  parts = bul_parts_new (block->kind, block->text);
  return parts->quote;
}

static BulReplacement *
make (const BulScript *script, guint position, const BulPatternMatch *match, BulRange quote)
{
  const BulBlock *block = script->blocks->pdata[position];
  const char *text = block->text;
  BulReplacement *self = g_new0 (BulReplacement, 1);
  g_autofree char *between = NULL;

  self->script = g_strdup (script->key);
  self->block = g_strdup (block->key);
  self->number = position + 1;
  self->words = (BulRange){ match->start, match->end };
  self->with = g_strdup (match->with);
  self->particle = (BulRange){ match->particle_start, match->particle_end };
  self->fitting = g_strdup (match->particle);
  self->range
      = (BulRange){ match->start, match->particle == NULL ? match->end : match->particle_end };
  between = bul_chars_slice (text, match->end,
                             match->particle == NULL ? match->end : match->particle_start);
  self->before = bul_chars_slice (text, self->range.start, self->range.end);
  self->after = g_strconcat (match->with, between, match->particle, NULL);
  self->left = bul_chars_slice (text, 0, self->range.start);
  self->right = bul_chars_slice (text, self->range.end, G_MAXUINT);
  self->in_quote = self->range.start < quote.end && self->range.end > quote.start;
  return self;
}

static gboolean
check_line (const BulReplacement *replacement, GError **error)
{
  if (bul_chars_valid_block_text (replacement->after))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "Line %u would be two lines. What replaces words stays within one. Nothing was "
               "changed.",
               replacement->number);
  return FALSE;
}

GPtrArray *
bul_replacer_list_in_block (
    BulFinder *finder, const BulScript *script, guint position, const char *with, GError **error)
{
  g_autoptr (GPtrArray) replacements = replacements_new ();
  g_autoptr (GArray) matches = NULL;
  const BulBlock *block = NULL;
  BulRange quote;

  g_return_val_if_fail (finder != NULL && with != NULL, NULL);
  g_return_val_if_fail (script != NULL && position < script->blocks->len, NULL);

  block = script->blocks->pdata[position];
  matches = bul_finder_look (finder, block, with, error);
  if (matches == NULL)
    return NULL;
  quote = matches->len == 0 ? BUL_RANGE_EMPTY : find_quote (block);
  for (guint i = 0; i < matches->len; i++)
    {
      g_autoptr (BulReplacement) made
          = make (script, position, &g_array_index (matches, BulPatternMatch, i), quote);

      if (strcmp (made->before, made->after) == 0)
        continue;
      if (!check_line (made, error))
        return NULL;
      g_ptr_array_add (replacements, g_steal_pointer (&made));
    }
  return g_steal_pointer (&replacements);
}

static gboolean
append_script (BulFinder *finder,
               const BulScript *script,
               const char *with,
               GPtrArray *replacements,
               GError **error)
{
  for (guint i = 0; i < script->blocks->len; i++)
    {
      GPtrArray *found = bul_replacer_list_in_block (finder, script, i, with, error);

      if (found == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (replacements, found);
    }
  return TRUE;
}

GPtrArray *
bul_replacer_list (
    BulFinder *finder, const BulStory *story, const char *script, const char *with, GError **error)
{
  g_autoptr (GPtrArray) replacements = replacements_new ();

  g_return_val_if_fail (finder != NULL && story != NULL && with != NULL, NULL);

  if (!bul_pattern_check_replacement (bul_finder_get_pattern (finder), with, error))
    return NULL;
  bul_finder_rest (finder);
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *looked = story->scripts->pdata[i];

      if ((script == NULL || strcmp (looked->key, script) == 0)
          && !append_script (finder, looked, with, replacements, error))
        return NULL;
    }
  return g_steal_pointer (&replacements);
}

static gboolean
check_place (const BulStory *story, const BulReplacement *replacement, GError **error)
{
  const BulBlock *block = bul_story_find (story, replacement->block);
  g_autofree char *reads = NULL;

  if (block != NULL && bul_record_get_type (block) == &bul_block_type)
    reads = bul_chars_slice (block->text, replacement->range.start, replacement->range.end);
  if (g_strcmp0 (reads, replacement->before) == 0)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
               "Line %u does not read “%s” there any more. Nothing was changed.",
               replacement->number, replacement->before);
  return FALSE;
}

static gboolean
replace_range (
    BulHistory *history, const char *block, BulRange range, const char *with, GError **error)
{
  return bul_history_replace (history, block, range.start, range.end - range.start, with, error);
}

/* From right to left, so that places that are still to come stay where they are. */
static gboolean
apply_one (BulHistory *history, const BulReplacement *replacement, GError **error)
{
  if (!check_place (bul_history_get_story (history), replacement, error))
    return FALSE;
  if (replacement->fitting != NULL
      && !replace_range (history, replacement->block, replacement->particle, replacement->fitting,
                         error))
    return FALSE;
  return replace_range (history, replacement->block, replacement->words, replacement->with, error);
}

gboolean
bul_replacer_apply (BulHistory *history, const GPtrArray *replacements, GError **error)
{
  g_return_val_if_fail (BUL_IS_HISTORY (history) && replacements != NULL, FALSE);

  bul_history_begin (history, "Replace");
  for (guint i = replacements->len; i > 0; i--)
    if (!apply_one (history, replacements->pdata[i - 1], error))
      {
        bul_history_abandon (history);
        return FALSE;
      }
  bul_history_end (history);
  return TRUE;
}
