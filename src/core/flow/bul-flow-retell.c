/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-retell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-exchange.h"
#include "bul-retold-private.h"
#include "bul-story.h"

/* A line of which nothing is left goes with its words, where the one before it is of its kind. */
static gboolean
close_line (BulHistory *history, const char *key, GError **error)
{
  guint position;
  const BulScript *script = bul_story_find_block (bul_history_get_story (history), key, &position);
  const BulBlock *block = script->blocks->pdata[position];
  const BulBlock *before = position == 0 ? NULL : script->blocks->pdata[position - 1];
  guint n_blanks = 0;

  for (const char *at = block->text; *at != '\0'; at = g_utf8_next_char (at))
    if (bul_chars_is_blank (g_utf8_get_char (at)))
      n_blanks++;
    else
      return TRUE;
  if (before == NULL || before->kind != block->kind)
    return TRUE;
  return (n_blanks == 0 || bul_history_replace (history, key, 0, n_blanks, "", error))
         && bul_history_join (history, before->key, error);
}

/* A sentence that stands in several lines comes to stand in the first: the words in the others go.
 * Their segments are orphans then, which are no part of the side any more. */
static gboolean
gather (BulHistory *history, const BulLink *link, BulLanguage language, GError **error)
{
  g_autoptr (BulRecord) copy = bul_record_copy (link);
  const GPtrArray *segments = ((BulLink *) copy)->segments;
  const char *first = NULL;
  gboolean done = TRUE;

  for (guint i = 0; first == NULL && i < segments->len; i++)
    {
      const BulSegment *segment = segments->pdata[i];

      if (segment->language == language && !segment->span.orphan)
        first = segment->span.on;
    }
  /* From the end, so that what is to go still stands where it stood. */
  for (guint i = segments->len; done && i > 0; i--)
    {
      const BulSegment *segment = segments->pdata[i - 1];
      const BulSpan *span = &segment->span;

      if (segment->language != language || span->orphan || span->on == NULL)
        continue;
      if (strcmp (span->on, first) != 0)
        done = bul_history_replace (history, span->on, span->start, span->end - span->start, "",
                                    error)
               && close_line (history, span->on, error);
    }
  return done;
}

gboolean
bul_flow_retell (BulHistory *history,
                 const char *key,
                 BulLanguage language,
                 const char *words,
                 const char *what,
                 GError **error)
{
  const BulLink *link = bul_pairs_find (bul_history_get_story (history), key);
  g_autofree char *plain = bul_exchange_dup_plain (words);
  gboolean done;

  if (link == NULL || plain == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("The pair is gone by now. Nothing was changed."));
      return FALSE;
    }
  bul_history_begin (history, what);
  done = bul_link_count (link, language) > 0
             ? gather (history, link, language, error)
                   && bul_retold_change (history, key, language, plain, error)
             : bul_retold_add (history, key, language, plain, error);
  if (done)
    bul_history_end (history);
  else
    bul_history_abandon (history);
  return done;
}
