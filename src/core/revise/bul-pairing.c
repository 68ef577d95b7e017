/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pairing.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-pairing-private.h"
#include "bul-time.h"
#include "bul-value.h"

/* --- looking */

static const BulLink *
find_or_fail (BulHistory *history, const char *key, GError **error)
{
  const BulLink *link = bul_pairs_find (bul_history_get_story (history), key);

  if (link == NULL)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 _ ("There is no pair %s. Nothing was changed."), key);
  return link;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
links_overlap (const BulLink *a, const BulLink *b)
{
  for (guint i = 0; i < a->segments->len; i++)
    for (guint j = 0; j < b->segments->len; j++)
      if (bul_pairs_overlap (a->segments->pdata[i], b->segments->pdata[j]))
        return TRUE;
  return FALSE;
}

/* Whether @link, which is not in the story so, may be settled. @apart: other keys that do not
 * count, for they are changed as well. */
static gboolean
check_free (const BulStory *story, const BulLink *link, const char *const *apart, GError **error)
{
  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *other = story->links->pdata[i];

      if (bul_pairs_is_settled (other) && g_strcmp0 (other->key, link->key) != 0
          && !g_strv_contains (apart, other->key) && links_overlap (other, link))
        return refuse (error, _ ("One of these sentences is in another confirmed pair. Take that "
                                 "one apart first. Nothing was changed."));
    }
  return TRUE;
}

/* --- saying */

/* @link as a person sees it now. What has lost its words was seen by nobody. */
static void
say (BulLink *link, const BulStory *story, BulLinkState state, const char *by)
{
  for (guint i = link->segments->len; i > 0; i--)
    if (((BulSegment *) link->segments->pdata[i - 1])->span.orphan)
      g_ptr_array_remove_index (link->segments, i - 1);
  bul_pairs_sort_segments (story, link->segments);
  g_free (link->by);
  g_free (link->at);
  g_free (link->korean);
  g_free (link->english);
  link->state = state;
  link->revision = bul_story_get_revision_number (story) + 1;
  link->by = g_strdup (by);
  link->at = bul_time_now ();
  link->korean = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);
  link->english = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
}

/* @link as nobody said anything of it, and nothing answers it. */
static void
propose (BulLink *link)
{
  g_clear_pointer (&link->by, g_free);
  g_clear_pointer (&link->at, g_free);
  g_clear_pointer (&link->korean, g_free);
  g_clear_pointer (&link->english, g_free);
  g_free (link->confidence);
  link->confidence = bul_link_format_confidence (0);
  link->state = BUL_LINK_AUTOMATIC;
  link->revision = 0;
}

static gboolean
put (BulHistory *history, const BulLink *link, GError **error)
{
  const GPtrArray *links = bul_history_get_story (history)->links;

  if (bul_pairs_find (bul_history_get_story (history), link->key) == NULL)
    return bul_history_add (history, NULL, "links", links->len, bul_record_copy (link), error);
  for (guint i = 0; i < bul_link_type.n_fields; i++)
    {
      const BulField *field = &bul_link_type.fields[i];
      g_autofree char *value = bul_value_dup (link, field);

      if (field->type != BUL_FIELD_KEY
          && !bul_history_set (history, link->key, field->name, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
drop (BulHistory *history, const char *key, GError **error)
{
  const GPtrArray *links = bul_history_get_story (history)->links;

  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (((BulLink *) links->pdata[i])->key, key) == 0)
      return bul_history_remove (history, NULL, "links", i, error);
  return TRUE;
}

/* Automatic links that stand in the way of what a person says. */
static gboolean
clear_way (BulHistory *history, const BulLink *link, GError **error)
{
  const GPtrArray *links = bul_history_get_story (history)->links;

  for (guint i = links->len; i > 0; i--)
    {
      const BulLink *other = links->pdata[i - 1];

      if (other->state == BUL_LINK_AUTOMATIC && g_strcmp0 (other->key, link->key) != 0
          && links_overlap (other, link)
          && !bul_history_remove (history, NULL, "links", i - 1, error))
        return FALSE;
    }
  return TRUE;
}

/* Says of each of @links that it is so; @gone: (nullable): key of one that is no more. */
static gboolean
settle (BulHistory *history,
        const char *what,
        GPtrArray *links,
        const char *gone,
        const char *by,
        GError **error)
{
  gboolean done = TRUE;

  bul_history_begin (history, what);
  for (guint i = 0; done && i < links->len; i++)
    say (links->pdata[i], bul_history_get_story (history), BUL_LINK_CONFIRMED, by);
  if (gone != NULL)
    done = drop (history, gone, error);
  for (guint i = 0; done && i < links->len; i++)
    done = clear_way (history, links->pdata[i], error) && put (history, links->pdata[i], error);
  bul_history_end (history);
  return done;
}

static guint
count_words (const BulLink *link)
{
  return bul_link_count (link, BUL_LANGUAGE_KOREAN) + bul_link_count (link, BUL_LANGUAGE_ENGLISH);
}

static gboolean
has_both (const BulLink *link)
{
  return bul_link_count (link, BUL_LANGUAGE_KOREAN) > 0
         && bul_link_count (link, BUL_LANGUAGE_ENGLISH) > 0;
}

/* The same of two that sentences were moved between. What is left on one side alone nobody said to
 * be left out: it is a proposal, and paired anew with the rest; one without words is no more. */
static gboolean
settle_moved (
    BulHistory *history, const char *what, GPtrArray *links, const char *by, GError **error)
{
  g_autoptr (GPtrArray) left = bul_records_new ();
  gboolean done = TRUE;

  for (guint i = links->len; i > 0; i--)
    if (!has_both (links->pdata[i - 1]))
      g_ptr_array_add (left, g_ptr_array_steal_index (links, i - 1));
  bul_history_begin (history, what);
  for (guint i = 0; done && i < left->len; i++)
    {
      BulLink *link = left->pdata[i];

      propose (link);
      done
          = count_words (link) == 0 ? drop (history, link->key, error) : put (history, link, error);
    }
  done = done && settle (history, what, links, NULL, by, error);
  bul_history_end (history);
  return done;
}

/* --- deeds */

/* No two of them may have a sentence in common. */
static gboolean
check_apart (const GPtrArray *links, GError **error)
{
  for (guint i = 0; i < links->len; i++)
    for (guint j = 0; j < i; j++)
      if (links_overlap (links->pdata[i], links->pdata[j]))
        return refuse (error, _ ("Two of these pairs have a sentence in common. Nothing was "
                                 "changed."));
  return TRUE;
}

gboolean
bul_pairing_confirm (BulHistory *history, const char *const *keys, const char *by, GError **error)
{
  g_autoptr (GPtrArray) links = bul_records_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const BulLink *link = find_or_fail (history, keys[i], error);

      if (link == NULL)
        return FALSE;
      if (count_words (link) == 0)
        return refuse (error, _ ("This pair has lost its words. Nothing was changed. Unlink it."));
      if (!check_free (bul_history_get_story (history), link, keys, error))
        return FALSE;
      g_ptr_array_add (links, bul_record_copy (link));
    }
  return check_apart (links, error) && settle (history, "Confirm a pair", links, NULL, by, error);
}

gboolean
bul_pairing_unlink (BulHistory *history, const char *key, const char *by, GError **error)
{
  const BulLink *link = find_or_fail (history, key, error);
  g_autoptr (BulRecord) after = link == NULL ? NULL : bul_record_copy (link);
  gboolean done;

  if (link == NULL)
    return FALSE;
  say ((BulLink *) after, bul_history_get_story (history), BUL_LINK_REJECTED, by);
  bul_history_begin (history, "Unlink a pair");
  done = count_words (link) == 0 ? drop (history, key, error)
                                 : put (history, (BulLink *) after, error);
  bul_history_end (history);
  return done;
}

static BulLink *
new_link (BulHistory *history, const GPtrArray *segments)
{
  BulLink *link = bul_record_new (&bul_link_type);

  link->key = bul_keys_make (bul_history_get_keys (history), 'l');
  for (guint i = 0; i < segments->len; i++)
    g_ptr_array_add (link->segments, bul_record_copy (segments->pdata[i]));
  return link;
}

char *
bul_pairing_link (BulHistory *history, const GPtrArray *segments, const char *by, GError **error)
{
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray) links = bul_records_new ();
  BulLink *link = new_link (history, segments);

  g_ptr_array_add (links, link);
  if (count_words (link) == 0)
    {
      refuse (error, _ ("A pair needs sentences. Nothing was changed."));
      return NULL;
    }
  if (!check_free (bul_history_get_story (history), link, none, error)
      || !settle (history, "Pair sentences", links, NULL, by, error))
    return NULL;
  return g_strdup (link->key);
}

static gboolean
check_not_rejected (const BulLink *link, GError **error)
{
  return link->state != BUL_LINK_REJECTED
         || refuse (error, _ ("This pair was rejected. Nothing was changed."));
}

gboolean
bul_pairing_merge (
    BulHistory *history, const char *key, const char *other, const char *by, GError **error)
{
  const BulLink *link = find_or_fail (history, key, error);
  const BulLink *joined = link == NULL ? NULL : find_or_fail (history, other, error);
  g_autoptr (GPtrArray) links = bul_records_new ();
  BulLink *after;

  if (joined == NULL || !check_not_rejected (link, error) || !check_not_rejected (joined, error))
    return FALSE;
  if (link == joined || count_words (link) == 0 || count_words (joined) == 0)
    return refuse (error, _ ("Two pairs that have words can be joined. Nothing was changed."));
  after = bul_record_copy (link);
  g_ptr_array_add (links, after);
  g_clear_pointer (&after->confidence, g_free);
  for (guint i = 0; i < joined->segments->len; i++)
    g_ptr_array_add (after->segments, bul_record_copy (joined->segments->pdata[i]));
  if (!check_free (bul_history_get_story (history), after, (const char *const[]){ other, NULL },
                   error))
    return FALSE;
  return settle (history, "Join pairs", links, other, by, error);
}

/* Moves what stands behind the first @n_korean and @n_english segments of @link to another. */
static BulLink *
part (BulHistory *history, BulLink *link, guint n_korean, guint n_english)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  BulLink *rest = new_link (history, none);
  guint left[] = { 0, n_korean, n_english };

  g_clear_pointer (&link->confidence, g_free);
  bul_pairs_sort_segments (bul_history_get_story (history), link->segments);
  for (guint i = 0; i < link->segments->len;)
    {
      const BulSegment *segment = link->segments->pdata[i];

      if (segment->span.orphan)
        i++;
      else if (left[segment->language] > 0)
        {
          left[segment->language]--;
          i++;
        }
      else
        g_ptr_array_add (rest->segments, g_ptr_array_steal_index (link->segments, i));
    }
  return rest;
}

gboolean
bul_pairing_part (BulHistory *history,
                  BulLink *link,
                  guint n_korean,
                  guint n_english,
                  const char *by,
                  GError **error)
{
  g_autoptr (GPtrArray) links = bul_records_new ();
  BulLink *rest = part (history, link, n_korean, n_english);

  g_ptr_array_add (links, link);
  g_ptr_array_add (links, rest);
  if (!check_not_rejected (link, error))
    return FALSE;
  if (count_words (link) == 0 || count_words (rest) == 0)
    return refuse (error, _ ("Either part of a pair needs a sentence. Nothing was changed."));
  /* Who parts two sentences from one says so of both; paired anew, the second would go straight to
   * the next pair. */
  return check_free (bul_history_get_story (history), link, (const char *const[]){ NULL }, error)
         && check_free (bul_history_get_story (history), rest,
                        (const char *const[]){ link->key, NULL }, error)
         && settle (history, "Part a pair", links, NULL, by, error);
}

gboolean
bul_pairing_split (BulHistory *history,
                   const char *key,
                   guint n_korean,
                   guint n_english,
                   const char *by,
                   GError **error)
{
  const BulLink *link = find_or_fail (history, key, error);

  return link != NULL
         && bul_pairing_part (history, bul_record_copy (link), n_korean, n_english, by, error);
}

gboolean
bul_pairing_give (BulHistory *history,
                  const char *key,
                  const char *to,
                  BulLanguage language,
                  const char *by,
                  GError **error)
{
  const BulLink *from = find_or_fail (history, key, error);
  const BulLink *into = from == NULL ? NULL : find_or_fail (history, to, error);
  g_autoptr (GPtrArray) order = bul_pairs_list (bul_history_get_story (history));
  g_autoptr (GPtrArray) links = bul_records_new ();
  guint n = from == NULL ? 0 : bul_link_count (from, language);
  guint from_place = 0;
  guint into_place = 0;
  BulLink *giver;
  BulLink *taker;

  if (into == NULL || !check_not_rejected (from, error) || !check_not_rejected (into, error))
    return FALSE;
  if (from == into || n == 0)
    return refuse (error, _ ("There is no sentence to move there. Nothing was changed."));
  g_ptr_array_find (order, from, &from_place);
  g_ptr_array_find (order, into, &into_place);
  giver = bul_record_copy (from);
  taker = bul_record_copy (into);
  g_ptr_array_add (links, taker);
  g_ptr_array_add (links, giver);
  g_clear_pointer (&taker->confidence, g_free);
  g_clear_pointer (&giver->confidence, g_free);
  bul_pairs_sort_segments (bul_history_get_story (history), giver->segments);
  for (guint i = 0, seen = 0; i < giver->segments->len; i++)
    {
      const BulSegment *segment = giver->segments->pdata[i];

      if (segment->language != language || segment->span.orphan
          || seen++ != (from_place < into_place ? n - 1 : 0))
        continue;
      g_ptr_array_add (taker->segments, g_ptr_array_steal_index (giver->segments, i));
      break;
    }
  if (!check_free (bul_history_get_story (history), taker, (const char *const[]){ key, NULL },
                   error)
      || !check_free (bul_history_get_story (history), giver, (const char *const[]){ to, NULL },
                      error))
    return FALSE;
  return settle_moved (history, "Move a sentence", links, by, error);
}

gboolean
bul_pairing_leave_alone (
    BulHistory *history, const char *key, BulLanguage language, const char *by, GError **error)
{
  const BulLink *link = find_or_fail (history, key, error);
  g_autoptr (GPtrArray) links = bul_records_new ();
  BulLink *after;

  if (link == NULL || !check_not_rejected (link, error))
    return FALSE;
  if (bul_link_count (link, language) == 0)
    return refuse (error, _ ("This pair has no sentence of that language. Nothing was changed."));
  after = bul_record_copy (link);
  g_ptr_array_add (links, after);
  g_clear_pointer (&after->confidence, g_free);
  for (guint i = after->segments->len; i > 0; i--)
    if (((BulSegment *) after->segments->pdata[i - 1])->language != language)
      g_ptr_array_remove_index (after->segments, i - 1);
  return check_free (bul_history_get_story (history), after, (const char *const[]){ NULL }, error)
         && settle (history, "Leave a sentence alone", links, NULL, by, error);
}
