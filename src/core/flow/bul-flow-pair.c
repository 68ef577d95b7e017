/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-pair.h"

#include <glib/gi18n.h>

#include "bul-aligner.h"
#include "bul-beside.h"
#include "bul-error.h"
#include "bul-pair-parts-private.h"
#include "bul-pairs.h"
#include "bul-proposals.h"
#include "bul-sentences-private.h"

/* So many sentences from its place a pair may always lie. */
#define FARTHEST 4

/* What it costs that a sentence answers nothing: one that stands in the line for its answer, which
 * is more than any way without it gains; one whose turn it is to be answered; one whose turn is yet
 * to come. */
#define ALONE_IN_LINE 20
#define ALONE_IN_TURN 2
#define ALONE_SO_FAR (-4)

/* What the aligner is asked: the sentences of either script that are in its order, which of them a
 * person put together, where they stand, and what a person took apart. */
typedef struct
{
  const BulSentences *sides[2]; /* Korean, English */
  GArray *asked[2];             /* of guint: places in @sides that are asked about */
  GArray *groups[2];            /* of guint: for each of them, or 0 */
  GArray *places[2];            /* of BulBeadPlace: for each of them; or NULL */
  GArray *refusals;             /* of BulAlignerRefusal */
} Question;

/* --- what a person put together */

/* Where the sentences of a settled pair are, on one side. */
typedef struct
{
  guint first;
  guint last;
  guint n;
} Stretch;

typedef struct
{
  Stretch sides[2];
  guint group; /* from 1; 0: out of order, and so not asked about */
} Settled;

static void
settled_free (gpointer data)
{
  g_free (data);
}

/* Each settled pair of which a sentence is there: BulLink, borrowed → Settled. @order: (out): the
 * same, by their first Korean sentence, then by their first English one. */
static GHashTable *
read_settled (const Question *self, GPtrArray *order)
{
  GHashTable *settled = g_hash_table_new_full (NULL, NULL, NULL, settled_free);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sides[side]->links->len; i++)
      {
        gpointer link = self->sides[side]->links->pdata[i];
        Settled *known = link == NULL ? NULL : g_hash_table_lookup (settled, link);
        Stretch *stretch;

        if (link == NULL)
          continue;
        if (known == NULL)
          {
            known = g_new0 (Settled, 1);
            g_hash_table_insert (settled, link, known);
            g_ptr_array_add (order, known);
          }
        stretch = &known->sides[side];
        if (stretch->n++ == 0)
          stretch->first = i;
        stretch->last = i;
      }
  return settled;
}

static gboolean
is_one_stretch (const Settled *settled)
{
  for (guint side = 0; side < 2; side++)
    if (settled->sides[side].n > 0
        && settled->sides[side].last - settled->sides[side].first + 1 != settled->sides[side].n)
      return FALSE;
  return TRUE;
}

/* Whether a pair lies about as far on in either text. One that was moved to the other end holds,
 * but everything between would have to answer nothing if it were asked about. */
static gboolean
is_in_place (const Question *self, const Settled *settled)
{
  double n[2] = { MAX (self->sides[0]->links->len, 1), MAX (self->sides[1]->links->len, 1) };
  double korean = settled->sides[0].first;
  double english = settled->sides[1].first;

  return ABS (korean - english * n[0] / n[1]) <= MAX (FARTHEST, n[0] / 4);
}

/* The pairs of both languages that stand in the same order on either side: the longest row of them
 * gets groups. The others, and those with gaps, are not asked about, for no bead holds them. */
static void
number_groups (const Question *self, const GPtrArray *order)
{
  g_autofree guint *lengths = g_new0 (guint, order->len + 1);
  g_autofree int *before = g_new (int, order->len + 1);
  guint group = 0;
  int best = -1;

  for (guint i = 0; i < order->len; i++)
    {
      Settled *settled = order->pdata[i];

      before[i] = -1;
      if (!is_one_stretch (settled))
        continue;
      if (settled->sides[0].n == 0 || settled->sides[1].n == 0)
        {
          settled->group = ++group;
          continue;
        }
      if (!is_in_place (self, settled))
        continue;
      lengths[i] = 1;
      for (guint j = 0; j < i; j++)
        {
          const Settled *other = order->pdata[j];

          if (lengths[j] >= lengths[i] && other->sides[1].last < settled->sides[1].first)
            {
              lengths[i] = lengths[j] + 1;
              before[i] = (int) j;
            }
        }
      if (best < 0 || lengths[i] > lengths[best])
        best = (int) i;
    }
  for (; best >= 0; best = before[best])
    ((Settled *) order->pdata[best])->group = ++group;
}

/* --- what a person took apart */

/* The places of the segments of a rejected link among those that are asked about, as bits from the
 * first; FALSE where one is not there, or they lie too far apart. */
static gboolean
read_members (const Question *self, const BulLink *link, guint side, guint *first, guint8 *members)
{
  *first = 0;
  *members = 0;
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      int place;
      guint asked;

      if (segment->language != BUL_LANGUAGE_KOREAN + side)
        continue;
      place = bul_sentences_find (self->sides[side], segment);
      for (asked = 0; place >= 0 && asked < self->asked[side]->len; asked++)
        if (g_array_index (self->asked[side], guint, asked) == (guint) place)
          break;
      if (place < 0 || asked == self->asked[side]->len)
        return FALSE;
      if (*members == 0)
        *first = asked;
      if (asked < *first || asked - *first > 2)
        return FALSE;
      *members |= (guint8) (1u << (asked - *first));
    }
  return TRUE;
}

static void
read_refusals (Question *self, const BulStory *story)
{
  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];
      BulAlignerRefusal refusal;

      if (link->state == BUL_LINK_REJECTED
          && read_members (self, link, 0, &refusal.korean, &refusal.korean_members)
          && read_members (self, link, 1, &refusal.english, &refusal.english_members))
        g_array_append_val (self->refusals, refusal);
    }
}

/* --- where sentences stand */

static void
question_forget_places (Question *self)
{
  for (guint side = 0; side < 2; side++)
    g_clear_pointer (&self->places[side], g_array_unref);
}

/* Each sentence of a side: the part that it is in. Sentences are in the order of their lines. */
static guint *
list_parts (const GArray *parts, guint side, const BulSentences *sentences, const BulScript *script)
{
  guint *list = g_new (guint, sentences->segments->len + 1);
  guint line = 0;

  for (guint i = 0; i < sentences->segments->len; i++)
    {
      const char *block = ((const BulSegment *) sentences->segments->pdata[i])->span.on;

      while (g_strcmp0 (((const BulBlock *) script->blocks->pdata[line])->key, block) != 0)
        line++;
      list[i] = bul_pair_parts_find (parts, side, line);
    }
  return list;
}

/* Parts that a person put together are one. */
static void
join_parts (GArray *parts, guint *const lists[2], const GPtrArray *order)
{
  for (guint i = 0; i < order->len; i++)
    {
      const Settled *settled = order->pdata[i];
      guint low = G_MAXUINT;
      guint high = 0;

      for (guint side = 0; settled->group != 0 && side < 2; side++)
        if (settled->sides[side].n > 0)
          {
            low = MIN (low, lists[side][settled->sides[side].first]);
            high = MAX (high, lists[side][settled->sides[side].last]);
          }
      if (low < high)
        bul_pair_parts_join (parts, low, high);
    }
}

/* What was written in a line answers the line beside it. Of that, more may be written yet: then its
 * first sentences are answered before the others. */
static void
find_answered (Question *self, const GArray *parts, guint written)
{
  g_autofree guint *n_written = g_new0 (guint, parts->len + 1);
  g_autofree guint *n_original = g_new0 (guint, parts->len + 1);
  guint *const counts[]
      = { written == 0 ? n_written : n_original, written == 0 ? n_original : n_written };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->asked[side]->len; i++)
      if (g_array_index (self->groups[side], guint, i) == 0)
        counts[side][g_array_index (self->places[side], BulBeadPlace, i).part]++;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0, turn = 0, last = G_MAXUINT; i < self->asked[side]->len; i++)
      {
        BulBeadPlace *place = &g_array_index (self->places[side], BulBeadPlace, i);

        turn = place->part == last ? turn : 0;
        last = place->part;
        if (!g_array_index (parts, BulPairPart, place->part).is_line
            || g_array_index (self->groups[side], guint, i) != 0
            || counts[1 - side][place->part] == 0)
          continue;
        if (side == written || n_original[place->part] <= n_written[place->part])
          place->alone = ALONE_IN_LINE;
        else
          place->alone = turn++ < n_written[place->part] ? ALONE_IN_TURN : ALONE_SO_FAR;
      }
}

static void
read_places (Question *self, const BulScript *scripts[2], const GPtrArray *order)
{
  g_autoptr (GArray) parts = bul_pair_parts_new (scripts[0], scripts[1]);
  guint *lists[2];

  if (parts->len == 1)
    {
      question_forget_places (self);
      return;
    }
  for (guint side = 0; side < 2; side++)
    lists[side] = list_parts (parts, side, self->sides[side], scripts[side]);
  join_parts (parts, lists, order);
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->asked[side]->len; i++)
        {
          guint part = lists[side][g_array_index (self->asked[side], guint, i)];
          BulBeadPlace place = { .part = part };

          while (g_array_index (parts, BulPairPart, place.part).is_joined)
            place.part--;
          g_array_append_val (self->places[side], place);
        }
      g_free (lists[side]);
    }
  find_answered (self, parts, bul_beside_is_written (scripts[0]) ? 0 : 1);
}

/* --- asking */

static void
question_start (Question *self,
                const BulStory *story,
                const BulScript *scripts[2],
                const BulSentences *korean,
                const BulSentences *english)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) settled = NULL;

  *self = (Question){ .sides = { korean, english },
                      .refusals = g_array_new (FALSE, FALSE, sizeof (BulAlignerRefusal)) };
  settled = read_settled (self, order);
  number_groups (self, order);
  for (guint side = 0; side < 2; side++)
    {
      self->asked[side] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->groups[side] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->places[side] = g_array_new (FALSE, FALSE, sizeof (BulBeadPlace));
      for (guint i = 0; i < self->sides[side]->links->len; i++)
        {
          gpointer link = self->sides[side]->links->pdata[i];
          const Settled *known = link == NULL ? NULL : g_hash_table_lookup (settled, link);
          guint group = known == NULL ? 0 : known->group;

          if (known != NULL && group == 0)
            continue;
          g_array_append_val (self->asked[side], i);
          g_array_append_val (self->groups[side], group);
        }
    }
  read_places (self, scripts, order);
  read_refusals (self, story);
}

static void
question_stop (Question *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_array_unref (self->asked[side]);
      g_array_unref (self->groups[side]);
    }
  question_forget_places (self);
  g_array_unref (self->refusals);
}

/* Leaves out what is settled: always has an answer. */
static void
question_forget_groups (Question *self)
{
  g_array_set_size (self->refusals, 0);
  for (guint side = 0; side < 2; side++)
    for (guint i = self->groups[side]->len; i > 0; i--)
      if (g_array_index (self->groups[side], guint, i - 1) != 0)
        {
          g_array_remove_index (self->groups[side], i - 1);
          g_array_remove_index (self->asked[side], i - 1);
        }
}

static GPtrArray *
ask_once (const Question *self, const GStrv words[2], const GPtrArray *lexicons)
{
  g_autoptr (GPtrArray) korean = g_ptr_array_new ();
  g_autoptr (GPtrArray) english = g_ptr_array_new ();
  GPtrArray *const sentences[] = { korean, english };
  BulAlignerOptions options = {
    .lexicons = lexicons,
    .korean_groups = (const guint *) self->groups[0]->data,
    .english_groups = (const guint *) self->groups[1]->data,
    .refusals = self->refusals,
  };
  static const guint no_groups[1];
  static const BulBeadPlace no_places[1];

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->asked[side]->len; i++)
      g_ptr_array_add (sentences[side], words[side][g_array_index (self->asked[side], guint, i)]);
  if (options.korean_groups == NULL)
    options.korean_groups = no_groups;
  if (options.english_groups == NULL)
    options.english_groups = no_groups;
  if (self->places[0] != NULL && self->places[1] != NULL)
    {
      options.korean_places
          = self->places[0]->len == 0 ? no_places : (const BulBeadPlace *) self->places[0]->data;
      options.english_places
          = self->places[1]->len == 0 ? no_places : (const BulBeadPlace *) self->places[1]->data;
    }
  return bul_aligner_align ((const char *const *) korean->pdata, korean->len,
                            (const char *const *) english->pdata, english->len, &options);
}

/* What nobody can have at once is given up: first where sentences stand, then what was taken apart,
 * then the order. */
static GPtrArray *
ask (Question *self, const GPtrArray *lexicons)
{
  g_auto (GStrv) korean = bul_sentences_dup_words (self->sides[0]);
  g_auto (GStrv) english = bul_sentences_dup_words (self->sides[1]);
  const GStrv words[] = { korean, english };
  GPtrArray *answer = ask_once (self, words, lexicons);

  if (answer == NULL)
    {
      question_forget_places (self);
      answer = ask_once (self, words, lexicons);
    }
  if (answer == NULL && self->refusals->len > 0)
    {
      g_array_set_size (self->refusals, 0);
      answer = ask_once (self, words, lexicons);
    }
  if (answer == NULL)
    {
      question_forget_groups (self);
      answer = ask_once (self, words, lexicons);
    }
  return answer;
}

/* --- the answer */

/* FALSE where a person has settled it. */
static gboolean
add_members (const Question *self, guint side, const GArray *members, BulLink *link)
{
  for (guint i = 0; i < members->len; i++)
    {
      guint at = g_array_index (members, guint, i);
      guint place = g_array_index (self->asked[side], guint, at);

      if (g_array_index (self->groups[side], guint, at) != 0)
        return FALSE;
      g_ptr_array_add (link->segments, bul_record_copy (self->sides[side]->segments->pdata[place]));
    }
  return TRUE;
}

static GPtrArray *
make_proposals (const Question *self, const GPtrArray *answer)
{
  GPtrArray *proposals = bul_records_new ();

  for (guint i = 0; i < answer->len; i++)
    {
      const BulAlignedLink *aligned = answer->pdata[i];
      g_autoptr (BulRecord) record = bul_record_new (&bul_link_type);
      BulLink *link = (BulLink *) record;

      link->state = BUL_LINK_AUTOMATIC;
      link->confidence = bul_link_format_confidence (aligned->confidence);
      if (add_members (self, 0, aligned->korean, link)
          && add_members (self, 1, aligned->english, link))
        g_ptr_array_add (proposals, g_steal_pointer (&record));
    }
  return proposals;
}

GPtrArray *
bul_flow_pair_propose (const BulStory *story, const GPtrArray *lexicons, GError **error)
{
  const BulScript *korean = bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN);
  const BulScript *english = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH);
  const BulScript *scripts[] = { korean, english };
  g_autoptr (BulSentences) korean_sentences = NULL;
  g_autoptr (BulSentences) english_sentences = NULL;
  g_autoptr (GPtrArray) answer = NULL;
  GPtrArray *proposals;
  Question question;

  if (korean == NULL || english == NULL)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   korean == NULL ? _ ("Story %.8s has no Korean script. Nothing was changed.")
                                  : _ ("Story %.8s has no English script. Nothing was changed."),
                   story->uid);
      return NULL;
    }
  korean_sentences = bul_sentences_new (story, korean);
  english_sentences = bul_sentences_new (story, english);
  question_start (&question, story, scripts, korean_sentences, english_sentences);
  answer = ask (&question, lexicons);
  proposals = make_proposals (&question, answer);
  question_stop (&question);
  return proposals;
}

gboolean
bul_flow_pair (BulHistory *history, const GPtrArray *lexicons, GError **error)
{
  g_autoptr (GPtrArray) proposals
      = bul_flow_pair_propose (bul_history_get_story (history), lexicons, error);

  return proposals != NULL && bul_proposals_take (history, proposals, error);
}
