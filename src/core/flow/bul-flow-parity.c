/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-parity.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "bul-beside.h"
#include "bul-chars.h"
#include "bul-dismissals.h"
#include "bul-namesakes-private.h"
#include "bul-pairs.h"
#include "bul-parity.h"
#include "bul-parts.h"
#include "bul-stamp.h"
#include "bul-surnames.h"

static const char *const codes[] = {
  [BUL_FACT_NUMBER] = "fact-number",   [BUL_FACT_DATE] = "fact-date",
  [BUL_FACT_NAME] = "fact-name",       [BUL_FACT_QUOTE] = "fact-quote",
  [BUL_FACT_LETTERS] = "fact-letters", [BUL_FACT_LEFT] = "fact-left-out",
  [BUL_FACT_TERM] = "fact-term",       [BUL_FACT_OPPOSITE] = "fact-opposite",
};

static void
clear_place (BulFlowPlace *place)
{
  g_free (place->block);
  g_free (place->text);
}

void
bul_flow_fact_free (BulFlowFact *self)
{
  if (self == NULL)
    return;
  clear_place (&self->korean);
  clear_place (&self->english);
  g_free (self->link);
  g_free (self->proposal);
  g_free (self->wanted);
  g_free (self->message);
  g_free (self);
}

gboolean
bul_flow_fact_is_open (const BulFlowFact *self)
{
  return !self->agrees && !self->dismissed;
}

/* --- the sides of a pair */

/* The sentences of one side that have their words. A line of several source lines is one text, for
 * which a line separator counts as one character. */
typedef struct
{
  GPtrArray *segments;  /* of BulSegment, borrowed */
  GPtrArray *sentences; /* of char, borrowed */
} Side;

static void
start_side (Side *side, const BulLink *link, BulLanguage language)
{
  side->segments = g_ptr_array_new ();
  side->sentences = g_ptr_array_new ();
  for (guint i = 0; i < link->segments->len; i++)
    {
      BulSegment *segment = link->segments->pdata[i];

      if (segment->language != language || segment->span.orphan || segment->span.on == NULL)
        continue;
      g_ptr_array_add (side->segments, segment);
      g_ptr_array_add (side->sentences, segment->span.quote);
    }
}

static void
stop_side (Side *side)
{
  g_ptr_array_unref (side->segments);
  g_ptr_array_unref (side->sentences);
}

static void
set_place (BulFlowPlace *place, const Side *side, const BulFactPlace *from)
{
  const BulSegment *segment = side->segments->pdata[from->sentence];

  if (from->text == NULL)
    return;
  place->block = g_strdup (segment->span.on);
  place->range.start = segment->span.start + from->range.start;
  place->range.end = segment->span.start + from->range.end;
  place->text = g_strdup (from->text);
}

static gboolean
is_left (const BulStory *story, const BulFlowPlace *place, const char *code)
{
  return place->block == NULL || bul_dismissals_find (story, place->block, code) != NULL;
}

/* --- what is said of it */

static char *
describe_korean (BulFactKind kind, const char *text)
{
  switch (kind)
    {
    case BUL_FACT_QUOTE:
      return g_strdup_printf (_ ("“%s” is quoted in the Korean only."), text);
    case BUL_FACT_LETTERS:
      return g_strdup_printf (_ ("“%s” was left in English."), text);
    case BUL_FACT_LEFT:
      return g_strdup (_ ("Nothing in the English answers this."));
    default:
      return g_strdup_printf (_ ("“%s” is not in the English."), text);
    }
}

static char *
describe_english (BulFactKind kind, const char *text)
{
  switch (kind)
    {
    case BUL_FACT_QUOTE:
      return g_strdup_printf (_ ("“%s” is quoted in the English only."), text);
    case BUL_FACT_LETTERS:
      return g_strdup_printf (_ ("“%s” was left in Korean."), text);
    case BUL_FACT_LEFT:
      return g_strdup (_ ("Nothing in the Korean answers this."));
    default:
      return g_strdup_printf (_ ("“%s” is not in the Korean."), text);
    }
}

/* Whether it is the translation that says it: the original is as it is. */
static gboolean
is_in_translation (const BulFlowFact *fact, const BulStory *story)
{
  const BulScript *script = bul_pairs_get_script (story, fact->side);

  return script != NULL && script->role == BUL_SCRIPT_TRANSLATION;
}

static char *
describe_term (const BulFlowFact *fact, const BulStory *story)
{
  gboolean is_korean = fact->korean.text != NULL;
  const char *text = is_korean ? fact->korean.text : fact->english.text;

  if (!is_in_translation (fact, story))
    return is_korean
               ? g_strdup_printf (_ ("“%s” is “%s” in your terms; the English has it otherwise."),
                                  text, fact->wanted)
               : g_strdup_printf (_ ("“%s” is “%s” in your terms; the Korean has it otherwise."),
                                  text, fact->wanted);
  /* Translators: a term of the translation, and what it stands for in the original's language. */
  return is_korean
             ? g_strdup_printf (_ ("The Korean has “%s”, in your terms “%s”, which the English "
                                   "does not say."),
                                text, fact->wanted)
             : g_strdup_printf (_ ("The English has “%s”, in your terms “%s”, which the Korean "
                                   "does not say."),
                                text, fact->wanted);
}

static char *
describe (const BulFlowFact *fact, const BulStory *story)
{
  const char *korean = fact->korean.text;
  const char *english = fact->english.text;

  if (fact->agrees)
    return g_strdup_printf (_ ("“%s” agrees with “%s”."), korean, english);
  if (fact->kind == BUL_FACT_TERM)
    return describe_term (fact, story);
  if (korean != NULL && english != NULL)
    return g_strdup_printf (_ ("“%s” is “%s” in the English."), korean, english);
  return korean != NULL ? describe_korean (fact->kind, korean)
                        : describe_english (fact->kind, english);
}

static void
add (GPtrArray *facts, BulFlowFact *fact, const BulStory *story)
{
  fact->code = codes[fact->kind];
  fact->message = describe (fact, story);
  fact->dismissed = !fact->agrees && is_left (story, &fact->korean, fact->code)
                    && is_left (story, &fact->english, fact->code);
  g_ptr_array_add (facts, fact);
}

/* --- one pair */

static void
compare (GPtrArray *facts,
         const BulStory *story,
         const BulLink *link,
         const Side sides[2],
         const BulParityOptions *options)
{
  const BulParitySide korean
      = { (const char *const *) sides[0].sentences->pdata, sides[0].sentences->len };
  const BulParitySide english
      = { (const char *const *) sides[1].sentences->pdata, sides[1].sentences->len };
  g_autoptr (GPtrArray) found = bul_parity_compare (&korean, &english, options);

  for (guint i = 0; i < found->len; i++)
    {
      const BulFact *one = found->pdata[i];
      BulFlowFact *fact = g_new0 (BulFlowFact, 1);
      gboolean is_korean = one->side == BUL_LANGUAGE_KOREAN;

      fact->kind = one->kind;
      fact->link = g_strdup (link->key);
      fact->side = one->side;
      fact->agrees = one->agrees;
      set_place (&fact->korean, &sides[0], is_korean ? &one->here : &one->there);
      set_place (&fact->english, &sides[1], is_korean ? &one->there : &one->here);
      fact->proposal = g_strdup (one->proposal);
      fact->wanted = g_strdup (one->wanted);
      add (facts, fact, story);
    }
}

/* The one who is named before the words of a soundbite, in the pair of its first sentence: FALSE
 * where nobody is, or several are. */
static gboolean
find_voice (const BulStory *story, const Side *side, BulFlowPlace *place)
{
  const BulSegment *segment = side->segments->pdata[0];
  guint position;
  const BulScript *script = bul_story_find_block (story, segment->span.on, &position);
  const BulBlock *block = script == NULL ? NULL : script->blocks->pdata[position];
  g_autoptr (BulParts) parts = NULL;
  const BulPartsSpeaker *speaker;

  if (block == NULL || block->kind != BUL_BLOCK_BITE)
    return FALSE;
  parts = bul_parts_new (block->kind, block->text);
  if (parts->speakers->len != 1 || segment->span.start > parts->quote.start + 1)
    return FALSE;
  speaker = &g_array_index (parts->speakers, BulPartsSpeaker, 0);
  place->text = bul_parts_dup (block->text, speaker->name);
  place->range = speaker->name;
  place->block = place->text == NULL ? NULL : g_strdup (block->key);
  return place->text != NULL;
}

/* Whether @name is a Korean's: three syllables, of which the first is a family name. Others are
 * written in too many ways to be told from one another. */
static gboolean
is_korean_name (const char *name)
{
  return bul_chars_count (name) == 3 && strchr (name, ' ') == NULL && bul_surnames_begin (name);
}

static void
compare_voices (GPtrArray *facts, const BulStory *story, const BulLink *link, const Side sides[2])
{
  BulFlowFact *fact = g_new0 (BulFlowFact, 1);

  fact->kind = BUL_FACT_NAME;
  fact->link = g_strdup (link->key);
  fact->side = BUL_LANGUAGE_KOREAN;
  if (find_voice (story, &sides[0], &fact->korean) && find_voice (story, &sides[1], &fact->english)
      && is_korean_name (fact->korean.text))
    {
      fact->agrees = bul_namesakes_are_same (fact->korean.text, fact->english.text);
      add (facts, fact, story);
    }
  else
    bul_flow_fact_free (fact);
}

/* A pair with one side: what the other language leaves out, unless a person said that it does, or
 * is still to write it. */
static void
tell_left (GPtrArray *facts,
           const BulStory *story,
           const BulLink *link,
           const Side sides[2],
           GHashTable *unwritten)
{
  guint at = sides[0].segments->len > 0 ? 0 : 1;

  for (guint i = 0; link->state == BUL_LINK_AUTOMATIC && i < sides[at].segments->len; i++)
    {
      const BulSegment *segment = sides[at].segments->pdata[i];
      BulFlowFact *fact;
      BulFlowPlace *place;

      if (g_hash_table_contains (unwritten, segment->span.on))
        continue;
      fact = g_new0 (BulFlowFact, 1);
      place = at == 0 ? &fact->korean : &fact->english;
      fact->kind = BUL_FACT_LEFT;
      fact->link = g_strdup (link->key);
      fact->side = at == 0 ? BUL_LANGUAGE_KOREAN : BUL_LANGUAGE_ENGLISH;
      place->block = g_strdup (segment->span.on);
      place->range = (BulRange){ segment->span.start, segment->span.end };
      place->text = g_strdup (segment->span.quote);
      add (facts, fact, story);
    }
}

static void
look_at (GPtrArray *facts,
         const BulStory *story,
         const BulLink *link,
         const BulParityOptions *options,
         GHashTable *unwritten)
{
  Side sides[2];

  start_side (&sides[0], link, BUL_LANGUAGE_KOREAN);
  start_side (&sides[1], link, BUL_LANGUAGE_ENGLISH);
  if (sides[0].segments->len > 0 && sides[1].segments->len > 0)
    {
      compare_voices (facts, story, link, sides);
      compare (facts, story, link, sides, options);
    }
  else
    tell_left (facts, story, link, sides, unwritten);
  stop_side (&sides[0]);
  stop_side (&sides[1]);
}

/* --- all */

/* When a story is told. */
typedef struct
{
  GDate day;
  BulParityOptions options;
} Asking;

static gboolean
read_date (const char *at, GDate *day)
{
  int year;
  int month;
  int number;

  if (at == NULL || sscanf (at, "%4d-%2d-%2d", &year, &month, &number) != 3 || year < 1 || month < 1
      || month > 12 || number < 1 || number > 31
      || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* A stamp may be of the day after: it tells weekdays, but not what “today” is. */
static void
start_asking (Asking *asking, const BulStory *story, const GPtrArray *lexicons)
{
  gboolean is_sure = read_date (story->bulletin_date, &asking->day)
                     || read_date (story->page_date, &asking->day);
  gboolean is_known = is_sure;

  for (guint i = 0; !is_known && i < story->stamps->len; i++)
    is_known = read_date (((const BulStamp *) story->stamps->pdata[i])->at, &asking->day);
  asking->options = (BulParityOptions){ .lexicons = lexicons,
                                        .day = is_known ? &asking->day : NULL,
                                        .is_day_sure = is_sure };
}

GPtrArray *
bul_flow_parity_of (const BulStory *story, const BulLink *link, const GPtrArray *lexicons)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_flow_fact_free);
  g_autoptr (GHashTable) unwritten = bul_beside_list_unwritten (story);
  Asking asking;

  start_asking (&asking, story, lexicons);
  look_at (facts, story, link, &asking.options, unwritten);
  return facts;
}

GPtrArray *
bul_flow_parity (const BulStory *story, const GPtrArray *lexicons)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_flow_fact_free);
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  g_autoptr (GHashTable) unwritten = bul_beside_list_unwritten (story);
  Asking asking;

  start_asking (&asking, story, lexicons);
  for (guint i = 0; i < links->len; i++)
    look_at (facts, story, links->pdata[i], &asking.options, unwritten);
  return facts;
}

gboolean
bul_flow_parity_dismiss (BulHistory *history,
                         const BulFlowFact *fact,
                         const char *by,
                         GError **error)
{
  const BulFlowPlace *const places[] = { &fact->korean, &fact->english };

  bul_history_begin (history, "Dismiss a finding");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i]->block != NULL
        && !bul_dismissals_add (history, places[i]->block, fact->code, by, error))
      {
        bul_history_abandon (history);
        return FALSE;
      }
  bul_history_end (history);
  return TRUE;
}
