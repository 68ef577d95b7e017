/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-counterpart.h"

#include <string.h>

#include "bul-counterpart.h"
#include "bul-echo.h"
#include "bul-flow.h"
#include "bul-namesakes-private.h"
#include "bul-pairs.h"
#include "bul-programme.h"
#include "bul-sentences-private.h"

void
bul_flow_counterpart_free (BulFlowCounterpart *self)
{
  if (self == NULL)
    return;
  bul_record_free (self->story);
  g_free (self);
}

/* --- the measure */

/* How much of a side is heard in that sentence of the other side which says most of each. */
static double
find_share (const BulEchoSide *side, guint n_other)
{
  double heard = 0;
  double mass = 0;

  for (guint i = 0; i < side->n; i++)
    {
      double best = 0;

      for (guint j = 0; j < n_other; j++)
        best = MAX (best, bul_echo_heard (side, BUL_ECHO_ONE, BUL_ECHO_ANY, j, i));
      heard += MIN (best, side->mass[i]);
      mass += side->mass[i];
    }
  return mass > 0 ? heard / mass : 0;
}

static double
score_scripts (const BulStory *korean_story,
               const BulScript *korean_script,
               const BulStory *english_story,
               const BulScript *english_script)
{
  g_autoptr (BulSentences) korean = bul_sentences_new (korean_story, korean_script);
  g_autoptr (BulSentences) english = bul_sentences_new (english_story, english_script);
  g_auto (GStrv) korean_words = bul_sentences_dup_words (korean);
  g_auto (GStrv) english_words = bul_sentences_dup_words (english);
  guint n_korean = g_strv_length (korean_words);
  guint n_english = g_strv_length (english_words);
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (BulEchoes) echoes = NULL;
  double shares[2];

  if (n_korean == 0 || n_english == 0)
    return 0;
  g_ptr_array_add (lexicons, (gpointer) bul_lexicon_get_news ());
  echoes = bul_echoes_new ((const char *const *) korean_words, n_korean,
                           (const char *const *) english_words, n_english, lexicons);
  shares[0] = find_share (&echoes->korean, n_english);
  shares[1] = find_share (&echoes->english, n_korean);
  return shares[0] + shares[1] > 0 ? 2 * shares[0] * shares[1] / (shares[0] + shares[1]) : 0;
}

double
bul_flow_counterpart_score (const BulStory *story, const BulStory *other)
{
  const BulScript *korean = bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN);
  const BulScript *english = bul_pairs_get_script (other, BUL_LANGUAGE_ENGLISH);

  if (korean != NULL && english != NULL)
    return score_scripts (story, korean, other, english);
  korean = bul_pairs_get_script (other, BUL_LANGUAGE_KOREAN);
  english = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH);
  return korean != NULL && english != NULL ? score_scripts (other, korean, story, english) : 0;
}

/* --- which are asked */

static const char *
find_house (const BulStory *story)
{
  const BulProgramme *programme
      = story->programme == NULL ? NULL
                                 : bul_programme_find (story->programme, strlen (story->programme));

  return programme == NULL ? NULL : programme->house;
}

/* Programmes have other names in other languages, so that only their houses can be compared. */
static gboolean
is_of_house (const BulStory *story, const BulStory *other)
{
  const char *ours = find_house (story);
  const char *theirs = find_house (other);

  return ours == NULL || theirs == NULL || strcmp (ours, theirs) == 0;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const BulFlowCounterpart *x = *(const BulFlowCounterpart *const *) a;
  const BulFlowCounterpart *y = *(const BulFlowCounterpart *const *) b;

  return (x->score < y->score) - (x->score > y->score);
}

/* A story that is damaged, or went meanwhile, is no counterpart. */
static void
add_likely (BulStore *store, const BulStory *story, const char *uid, GPtrArray *found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) other = bul_flow_load (store, uid, &error);
  BulFlowCounterpart *counterpart;
  double score;

  if (other == NULL || !is_of_house (story, other))
    return;
  score = bul_flow_counterpart_score (story, other);
  if (score < BUL_FLOW_COUNTERPART_LIKELY)
    return;
  counterpart = g_new (BulFlowCounterpart, 1);
  counterpart->story = g_steal_pointer (&other);
  counterpart->score = score;
  g_ptr_array_add (found, counterpart);
}

GPtrArray *
bul_flow_counterparts (BulStore *store, const BulStory *story, GError **error)
{
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_flow_counterpart_free);
  const char *day = story->bulletin_date != NULL ? story->bulletin_date : story->page_date;
  gboolean has_korean = bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN) != NULL;
  gboolean has_english = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH) != NULL;
  g_auto (GStrv) uids = NULL;

  if (day == NULL || has_korean == has_english)
    return g_steal_pointer (&found);
  uids = bul_store_find_day (store, day, has_korean ? "en" : "ko", error);
  if (uids == NULL)
    return NULL;
  for (guint i = 0; uids[i] != NULL; i++)
    if (strcmp (uids[i], story->uid) != 0)
      add_likely (store, story, uids[i], found);
  g_ptr_array_sort (found, compare_scores);
  return g_steal_pointer (&found);
}

gboolean
bul_flow_counterpart_take (BulHistory *history, const BulStory *other, GError **error)
{
  g_autoptr (GHashTable) voices = bul_namesakes_match (bul_history_get_story (history), other);

  return bul_counterpart_take (history, other, voices, error);
}
