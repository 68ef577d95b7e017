/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-exchange.h"

#include <glib/gi18n.h>

#include "bul-finding-codes.h"
#include "bul-pairing.h"
#include "bul-retold-private.h"
#include "bul-time.h"

/* A file that came back, and the story that it is taken into. */
typedef struct
{
  BulHistory *history;
  const BulStory *story;
  BulStory *base; /* as it was when the file was written; NULL where that is not known */
  const BulExchange *exchange;
  const char *by;
  GPtrArray *findings;
  guint n_changed;
  guint n_confirmed;
} Taking;

static char *
dup_words (const BulStory *story, const char *key, BulLanguage language)
{
  const BulLink *link = story == NULL ? NULL : bul_pairs_find (story, key);
  g_autofree char *words = link == NULL ? NULL : bul_link_dup_words (link, language);

  return words == NULL ? NULL : bul_exchange_dup_plain (words);
}

static void
tell (Taking *taking, guint line, const char *code)
{
  g_ptr_array_add (taking->findings, bul_finding_codes_make (line, code));
}

/* --- one row */

/* What a row asks for. */
typedef enum
{
  WISH_NOTHING,
  WISH_CONFIRM,
  WISH_CHANGE, /* and to confirm it, unless the file says that it is unfinished */
} Wish;

/* What was there when the file was written, as far as that is known, is no wish. */
static Wish
find_wish (const Taking *taking, const BulExchangeRow *row, const char *now)
{
  g_autofree char *base = dup_words (taking->base, row->key, taking->exchange->target);
  gboolean known = taking->base != NULL && bul_pairs_find (taking->base, row->key) != NULL;
  const char *was = known ? base : now;

  if (g_strcmp0 (row->target, was) != 0 && g_strcmp0 (row->target, now) != 0)
    return WISH_CHANGE;
  return row->state == BUL_EXCHANGE_DONE && g_strcmp0 (row->target, now) == 0 ? WISH_CONFIRM
                                                                              : WISH_NOTHING;
}

/* Why it cannot be, or NULL. */
static const char *
find_obstacle (const Taking *taking, const BulExchangeRow *row, const char *now, Wish wish)
{
  g_autofree char *source = dup_words (taking->story, row->key, taking->exchange->source);
  g_autofree char *base = dup_words (taking->base, row->key, taking->exchange->target);

  if (g_strcmp0 (source, row->source) != 0)
    return "exchange-source-changed";
  if (wish == WISH_CHANGE && row->target == NULL)
    return "exchange-target-empty";
  if (wish == WISH_CHANGE && base != NULL && g_strcmp0 (base, now) != 0)
    return "exchange-target-changed";
  return NULL;
}

static gboolean
change_words (Taking *taking, const BulExchangeRow *row, const char *now, GError **error)
{
  if (now == NULL)
    return bul_retold_add (taking->history, row->key, taking->exchange->target, row->target, error);
  return bul_retold_change (taking->history, row->key, taking->exchange->target, row->target,
                            error);
}

static void
confirm (Taking *taking, const BulExchangeRow *row)
{
  const char *const keys[] = { row->key, NULL };
  const BulLink *link = bul_pairs_find (taking->story, row->key);

  if (link == NULL)
    return;
  if (bul_pairing_confirm (taking->history, keys, taking->by, NULL))
    taking->n_confirmed++;
  else
    tell (taking, row->line, "exchange-not-confirmed");
}

static gboolean
take_row (Taking *taking, const BulExchangeRow *row, GError **error)
{
  const BulLink *link = row->key == NULL ? NULL : bul_pairs_find (taking->story, row->key);
  g_autofree char *now = dup_words (taking->story, row->key, taking->exchange->target);
  const char *obstacle;
  Wish wish;

  if (link == NULL || link->state == BUL_LINK_REJECTED)
    {
      tell (taking, row->line, "exchange-pair-gone");
      return TRUE;
    }
  wish = find_wish (taking, row, now);
  if (wish == WISH_NOTHING || (wish == WISH_CONFIRM && link->state == BUL_LINK_CONFIRMED))
    return TRUE;
  obstacle = find_obstacle (taking, row, now, wish);
  if (obstacle != NULL)
    {
      tell (taking, row->line, obstacle);
      return TRUE;
    }
  if (wish == WISH_CHANGE && !change_words (taking, row, now, error))
    return FALSE;
  taking->n_changed += wish == WISH_CHANGE;
  if (row->state != BUL_EXCHANGE_OPEN)
    confirm (taking, row);
  return TRUE;
}

/* --- the file */

static void
tell_what_was_done (Taking *taking)
{
  g_autofree char *message
      = g_strdup_printf (_ ("What the translator changed was taken over: sentences changed: %u, "
                            "pairs confirmed: %u."),
                         taking->n_changed, taking->n_confirmed);

  if (taking->n_changed > 0 || taking->n_confirmed > 0)
    g_ptr_array_add (taking->findings, bul_finding_new (0, "exchange-taken", message));
}

gboolean
bul_flow_take_back (BulHistory *history,
                    const BulExchange *exchange,
                    const char *by,
                    GPtrArray *findings,
                    GError **error)
{
  g_autoptr (BulStory) base
      = exchange->revision == 0 ? NULL : bul_history_make_past (history, exchange->revision, NULL);
  Taking taking = { .history = history,
                    .story = bul_history_get_story (history),
                    .base = base,
                    .exchange = exchange,
                    .by = by,
                    .findings = findings };

  bul_history_begin (history, "Take a translation back");
  for (guint i = 0; i < exchange->rows->len; i++)
    if (!take_row (&taking, exchange->rows->pdata[i], error))
      {
        bul_history_abandon (history);
        return FALSE;
      }
  bul_history_end (history);
  tell_what_was_done (&taking);
  return TRUE;
}

void
bul_flow_confirm_rows (BulStory *story, const BulExchange *exchange, const char *by)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *now = bul_time_now ();

  for (guint i = 0; i < exchange->rows->len; i++)
    {
      const BulExchangeRow *row = exchange->rows->pdata[i];

      if (row->link != NULL && row->state != BUL_EXCHANGE_OPEN)
        g_hash_table_add (done, row->link);
    }
  for (guint i = 0; i < story->links->len; i++)
    {
      BulLink *link = story->links->pdata[i];

      if (!g_hash_table_contains (done, link->key))
        continue;
      link->state = BUL_LINK_CONFIRMED;
      link->revision = 1;
      link->by = g_strdup (by);
      link->at = g_strdup (now);
      link->korean = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);
      link->english = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
    }
}
