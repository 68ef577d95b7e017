/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-finder.h"

#include "bul-error.h"

/* A person waits so long for a script of thousands of lines, and no longer. */
#define PATIENCE (5 * G_USEC_PER_SEC)

struct _BulFinder
{
  BulPattern *pattern;
  gint64 spent; /* microseconds */
};

BulFinder *
bul_finder_new (BulPattern *pattern)
{
  BulFinder *self = NULL;

  g_return_val_if_fail (pattern != NULL, NULL);

  self = g_new0 (BulFinder, 1);
  self->pattern = pattern;
  return self;
}

void
bul_finder_free (BulFinder *self)
{
  bul_pattern_free (self->pattern);
  g_free (self);
}

const BulPattern *
bul_finder_get_pattern (const BulFinder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pattern;
}

void
bul_finder_rest (BulFinder *self)
{
  g_return_if_fail (self != NULL);

  self->spent = 0;
}

GArray *
bul_finder_look (BulFinder *self, const BulBlock *block, const char *with, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  GArray *matches = NULL;

  g_return_val_if_fail (self != NULL && block != NULL, NULL);

  if (self->spent > PATIENCE)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           "The expression takes too long on this script. Make it simpler. Nothing "
                           "was changed.");
      return NULL;
    }
  matches = bul_pattern_list (self->pattern, block->text, with, error);
  self->spent += g_get_monotonic_time () - start;
  return matches;
}

static gboolean
append_hits (BulFinder *self, const BulScript *script, guint position, GArray *hits, GError **error)
{
  const BulBlock *block = script->blocks->pdata[position];
  g_autoptr (GArray) matches = bul_finder_look (self, block, NULL, error);

  if (matches == NULL)
    return FALSE;
  for (guint i = 0; i < matches->len; i++)
    {
      const BulPatternMatch *match = &g_array_index (matches, BulPatternMatch, i);
      BulHit hit = { script, block, position + 1, { match->start, match->end } };

      g_array_append_val (hits, hit);
    }
  return TRUE;
}

GArray *
bul_finder_list (BulFinder *self, const BulStory *story, const char *script, GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (BulHit));

  g_return_val_if_fail (self != NULL && story != NULL, NULL);

  bul_finder_rest (self);
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *looked = story->scripts->pdata[i];

      if (script != NULL && !g_str_equal (looked->key, script))
        continue;
      for (guint j = 0; j < looked->blocks->len; j++)
        if (!append_hits (self, looked, j, hits, error))
          return NULL;
    }
  return g_steal_pointer (&hits);
}
