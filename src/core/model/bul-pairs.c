/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pairs.h"

BulScript *
bul_pairs_get_script (const BulStory *story, BulLanguage language)
{
  BulScript *found = NULL;

  for (guint i = 0; i < story->scripts->len; i++)
    {
      BulScript *script = story->scripts->pdata[i];

      if (bul_language_of (script->language) == language
          && (found == NULL
              || (script->role == BUL_SCRIPT_ORIGINAL && found->role != BUL_SCRIPT_ORIGINAL)))
        found = script;
    }
  return found;
}

BulLanguage
bul_pairs_get_source (const BulStory *story)
{
  const BulScript *korean = bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN);
  const BulScript *english = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH);

  return english != NULL && english->role == BUL_SCRIPT_ORIGINAL
                 && (korean == NULL || korean->role != BUL_SCRIPT_ORIGINAL)
             ? BUL_LANGUAGE_ENGLISH
             : BUL_LANGUAGE_KOREAN;
}

gboolean
bul_pairs_is_settled (const BulLink *link)
{
  return link->state == BUL_LINK_CONFIRMED || link->state == BUL_LINK_STALE;
}

const BulLink *
bul_pairs_find (const BulStory *story, const char *key)
{
  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      if (g_strcmp0 (link->key, key) == 0)
        return link;
    }
  return NULL;
}

gboolean
bul_pairs_overlap (const BulSpan *a, const BulSpan *b)
{
  return !a->orphan && !b->orphan && g_strcmp0 (a->on, b->on) == 0 && a->start < b->end
         && b->start < a->end;
}

/* --- the order of the texts */

#define NOWHERE G_MAXUINT64

typedef struct
{
  BulLink *link;
  guint64 korean; /* where its first sentence is: the line and the place in it */
  guint64 english;
} Placed;

static guint64
place_of (const GHashTable *lines, const BulLink *link, BulLanguage language)
{
  guint64 place = NOWHERE;

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      gpointer line;

      if (segment->language == language && !segment->span.orphan && segment->span.on != NULL
          && g_hash_table_lookup_extended ((GHashTable *) lines, segment->span.on, NULL, &line))
        place = MIN (place, (guint64) GPOINTER_TO_UINT (line) << 32 | segment->span.start);
    }
  return place;
}

/* Key of each block, borrowed: its number over all scripts. */
static GHashTable *
number_lines (const BulStory *story)
{
  GHashTable *lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        g_hash_table_insert (lines, ((BulBlock *) script->blocks->pdata[j])->key,
                             GUINT_TO_POINTER (g_hash_table_size (lines)));
    }
  return lines;
}

static int
compare_korean (gconstpointer a, gconstpointer b)
{
  const Placed *x = a;
  const Placed *y = b;

  return x->korean != y->korean ? (x->korean < y->korean ? -1 : 1) : 0;
}

static int
compare_english (gconstpointer a, gconstpointer b)
{
  const Placed *x = a;
  const Placed *y = b;

  return x->english != y->english ? (x->english < y->english ? -1 : 1) : 0;
}

/* Those that have Korean words in their order; what was added goes before the first that has later
 * English ones. */
static GPtrArray *
merge (const GArray *korean, const GArray *added)
{
  GPtrArray *list = g_ptr_array_new ();
  guint next = 0;

  for (guint i = 0; i < korean->len; i++)
    {
      const Placed *placed = &g_array_index (korean, Placed, i);

      while (next < added->len && placed->english != NOWHERE
             && g_array_index (added, Placed, next).english < placed->english)
        g_ptr_array_add (list, g_array_index (added, Placed, next++).link);
      g_ptr_array_add (list, placed->link);
    }
  while (next < added->len)
    g_ptr_array_add (list, g_array_index (added, Placed, next++).link);
  return list;
}

static int
compare_placed_segments (gconstpointer a, gconstpointer b, gpointer lines)
{
  const BulSegment *x = *(BulSegment *const *) a;
  const BulSegment *y = *(BulSegment *const *) b;
  guint x_line
      = GPOINTER_TO_UINT (x->span.on == NULL ? NULL : g_hash_table_lookup (lines, x->span.on));
  guint y_line
      = GPOINTER_TO_UINT (y->span.on == NULL ? NULL : g_hash_table_lookup (lines, y->span.on));

  if (x->language != y->language)
    return x->language < y->language ? -1 : 1;
  if (x_line != y_line)
    return x_line < y_line ? -1 : 1;
  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

void
bul_pairs_sort_segments (const BulStory *story, GPtrArray *segments)
{
  g_autoptr (GHashTable) lines = number_lines (story);

  g_ptr_array_sort_with_data (segments, compare_placed_segments, lines);
}

GPtrArray *
bul_pairs_list (const BulStory *story)
{
  g_autoptr (GHashTable) lines = number_lines (story);
  g_autoptr (GArray) korean = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < story->links->len; i++)
    {
      BulLink *link = story->links->pdata[i];
      Placed placed = { link, place_of (lines, link, BUL_LANGUAGE_KOREAN),
                        place_of (lines, link, BUL_LANGUAGE_ENGLISH) };

      if (link->state != BUL_LINK_REJECTED)
        g_array_append_val (placed.korean == NOWHERE ? added : korean, placed);
    }
  g_array_sort (korean, compare_korean);
  g_array_sort (added, compare_english);
  return merge (korean, added);
}

/* --- how far it is */

gboolean
bul_pairs_is_doubtful (const BulLink *link)
{
  return link->state == BUL_LINK_AUTOMATIC && bul_link_get_confidence (link) < BUL_PAIRS_DOUBTFUL;
}

BulPairsCount
bul_pairs_count (const BulStory *story)
{
  BulPairsCount count = { 0 };

  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      count.n_links += link->state != BUL_LINK_REJECTED;
      count.n_confirmed += link->state == BUL_LINK_CONFIRMED;
      count.n_stale += link->state == BUL_LINK_STALE;
      count.n_doubtful += bul_pairs_is_doubtful (link);
    }
  return count;
}
