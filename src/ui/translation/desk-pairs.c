/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pairs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-beside.h"
#include "bul-error.h"
#include "bul-pairing.h"
#include "desk-pairer.h"

typedef gboolean (*Deed) (BulHistory *history, const DeskPairsPlace *place, GError **error);

static gboolean
do_deed (const DeskPairsPlace *place, const char *what, Deed deed, GError **error)
{
  BulHistory *history = desk_document_get_history (place->document);

  bul_history_begin (history, what);
  if (!deed (history, place, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  desk_pairer_pair (place->document);
  bul_history_end (history);
  desk_pairer_go_on (place->document);
  return TRUE;
}

/* --- deeds */

static gboolean
confirm (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  const char *const keys[] = { place->key, NULL };

  return bul_pairing_confirm (history, keys, place->by, error);
}

gboolean
desk_pairs_confirm (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Confirm a pair", confirm, error);
}

static gboolean
confirm_to_here (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (bul_history_get_story (history));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];

      if (link->state != BUL_LINK_CONFIRMED)
        g_strv_builder_add (builder, link->key);
      if (strcmp (link->key, place->key) == 0)
        break;
    }
  keys = g_strv_builder_end (builder);
  return bul_pairing_confirm (history, (const char *const *) keys, place->by, error);
}

gboolean
desk_pairs_confirm_to_here (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Confirm pairs", confirm_to_here, error);
}

static gboolean
take_apart (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  return bul_pairing_unlink (history, place->key, place->by, error);
}

gboolean
desk_pairs_unlink (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Take a pair apart", take_apart, error);
}

static gboolean
check_next (const DeskPairsPlace *place, GError **error)
{
  if (place->other != NULL)
    return TRUE;
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                       _ ("This is the last pair: there is none after it."));
  return FALSE;
}

static gboolean
join (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  return check_next (place, error)
         && bul_pairing_merge (history, place->key, place->other, place->by, error);
}

gboolean
desk_pairs_join (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Join pairs", join, error);
}

static gboolean
split (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  return bul_pairing_split_at (history, place->key, place->block, place->offset, place->by, error);
}

gboolean
desk_pairs_split (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Part a pair", split, error);
}

static gboolean
take_from_next (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  return check_next (place, error)
         && bul_pairing_give (history, place->other, place->key, place->language, place->by, error);
}

gboolean
desk_pairs_take_from_next (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Move a sentence", take_from_next, error);
}

static gboolean
give_to_next (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  return check_next (place, error)
         && bul_pairing_give (history, place->key, place->other, place->language, place->by, error);
}

gboolean
desk_pairs_give_to_next (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Move a sentence", give_to_next, error);
}

static gboolean
leave_alone (BulHistory *history, const DeskPairsPlace *place, GError **error)
{
  return bul_pairing_leave_alone (history, place->key, place->language, place->by, error);
}

gboolean
desk_pairs_leave_alone (const DeskPairsPlace *place, GError **error)
{
  return do_deed (place, "Leave a sentence alone", leave_alone, error);
}

/* --- what the program thinks */

gboolean
desk_pairs_has_both (DeskDocument *document)
{
  const BulStory *story = desk_document_get_story (document);

  return bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN) != NULL
         && bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH) != NULL;
}

static void
pair (DeskDocument *document, void (*begin) (BulHistory *history, const char *what))
{
  BulHistory *history = desk_document_get_history (document);

  if (!desk_pairs_has_both (document))
    return;
  begin (history, "Pair sentences");
  desk_pairer_pair (document);
  bul_history_end (history);
  desk_pairer_go_on (document);
}

void
desk_pairs_pair (DeskDocument *document)
{
  pair (document, bul_history_begin);
}

void
desk_pairs_follow (DeskDocument *document)
{
  if (!bul_history_can_redo (desk_document_get_history (document)))
    pair (document, bul_history_begin_after);
}

/* --- looking for pairs */

char *
desk_pairs_find_at (DeskDocument *document, const char *block, guint offset)
{
  const BulStory *story = desk_document_get_story (document);
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      for (guint j = 0; link->state != BUL_LINK_REJECTED && j < link->segments->len; j++)
        {
          const BulSpan *span = &((const BulSegment *) link->segments->pdata[j])->span;
          guint distance;

          if (span->orphan || g_strcmp0 (span->on, block) != 0)
            continue;
          distance = offset < span->start ? span->start - offset
                                          : (offset >= span->end ? offset - span->end + 1 : 0);
          if (distance < least)
            {
              least = distance;
              nearest = link->key;
            }
        }
    }
  return g_strdup (nearest);
}

/* The keys of the lines above @block in its script. Borrowed. */
static GHashTable *
list_lines_above (const BulStory *story, const char *block)
{
  GHashTable *above = g_hash_table_new (g_str_hash, g_str_equal);
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);

  for (guint i = 0; script != NULL && i < position; i++)
    g_hash_table_add (above, ((BulBlock *) script->blocks->pdata[i])->key);
  return above;
}

char *
desk_pairs_find_above (DeskDocument *document, const char *block)
{
  const BulStory *story = desk_document_get_story (document);
  g_autoptr (GHashTable) above = list_lines_above (story, block);
  g_autoptr (GPtrArray) links = bul_pairs_list (story);

  for (guint i = links->len; i > 0; i--)
    {
      const BulLink *link = links->pdata[i - 1];

      for (guint j = 0; j < link->segments->len; j++)
        {
          const BulSpan *span = &((const BulSegment *) link->segments->pdata[j])->span;

          if (!span->orphan && span->on != NULL && g_hash_table_contains (above, span->on))
            return g_strdup (link->key);
        }
    }
  return NULL;
}

char *
desk_pairs_find_beside (DeskDocument *document, const char *block)
{
  const BulStory *story = desk_document_get_story (document);
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);
  const BulBlock *beside = bul_beside_find (story, block, NULL);

  return beside == NULL || *((const BulBlock *) script->blocks->pdata[position])->text != '\0'
             ? NULL
             : desk_pairs_find_at (document, beside->key, 0);
}

/* The last words in @language of the pairs before @key, or NULL. */
static const BulSpan *
find_before (const GPtrArray *links, const char *key, BulLanguage language)
{
  const BulSpan *last = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];

      if (strcmp (link->key, key) == 0)
        return last;
      for (guint j = 0; j < link->segments->len; j++)
        {
          const BulSegment *segment = link->segments->pdata[j];

          if (segment->language == language && !segment->span.orphan && segment->span.on != NULL)
            last = &segment->span;
        }
    }
  return NULL;
}

/* The line of the other language in which the pair begins, or NULL. */
static const char *
find_first_block (const BulLink *link, BulLanguage language)
{
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];

      if (segment->language != language && !segment->span.orphan && segment->span.on != NULL)
        return segment->span.on;
    }
  return NULL;
}

char *
desk_pairs_find_room (DeskDocument *document, const char *key, BulLanguage language, guint *offset)
{
  const BulStory *story = desk_document_get_story (document);
  const BulLink *link = bul_pairs_find (story, key);
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  const BulSpan *before = find_before (links, key, language);
  const char *block = link == NULL ? NULL : find_first_block (link, language);
  const BulScript *script = NULL;
  const BulBlock *beside = block == NULL ? NULL : bul_beside_find (story, block, &script);

  *offset = 0;
  if (link == NULL || bul_link_count (link, language) > 0)
    return NULL;
  if (beside != NULL && (*beside->text == '\0' || bul_beside_is_written (script))
      && (before == NULL || strcmp (before->on, beside->key) != 0))
    return g_strdup (beside->key);
  if (before == NULL)
    return NULL;
  *offset = before->end;
  return g_strdup (before->on);
}

static int
find_place (const GPtrArray *links, const char *key)
{
  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (((const BulLink *) links->pdata[i])->key, key) == 0)
      return (int) i;
  return -1;
}

static char *
find_from (DeskDocument *document,
           const char *key,
           gboolean (*is_it) (const BulLink *link),
           gboolean is_back)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (desk_document_get_story (document));
  guint n = links->len;
  int place = find_place (links, key);
  /* From nowhere the first is next, and the last is previous. */
  guint start = place >= 0 ? (guint) place : (is_back ? 0 : n - 1);

  for (guint i = 1; i <= n; i++)
    {
      const BulLink *link = links->pdata[is_back ? (start + n - i) % n : (start + i) % n];

      if (is_it (link) && g_strcmp0 (link->key, key) != 0)
        return g_strdup (link->key);
    }
  return NULL;
}

char *
desk_pairs_find_next (DeskDocument *document,
                      const char *key,
                      gboolean (*is_it) (const BulLink *link))
{
  return find_from (document, key, is_it, FALSE);
}

char *
desk_pairs_find_previous (DeskDocument *document,
                          const char *key,
                          gboolean (*is_it) (const BulLink *link))
{
  return find_from (document, key, is_it, TRUE);
}

char *
desk_pairs_find_neighbour (DeskDocument *document, const char *key)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (desk_document_get_story (document));
  int place = find_place (links, key);

  return place < 0 || (guint) place + 1 >= links->len
             ? NULL
             : g_strdup (((const BulLink *) links->pdata[place + 1])->key);
}
