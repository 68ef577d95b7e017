/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-parity-private.h"
#include "bul-words.h"

#define MOST_WORDS 40

/* Two things that are not both so. Korean words as they begin, English ones whole. What is said of
 * other things as well is left out: 오른쪽, 통과, lost. */
typedef struct
{
  const char *korean[2][MOST_WORDS];
  const char *english[2][MOST_WORDS];
  gboolean of_numbers; /* said of a number, which both languages must have */
} Opposite;

/* To add one: a row. */
static const Opposite opposites[] = {
  { { { "올랐", "올라갔", "올라섰", "올렸",   "올린",   "올리기", "인상", "상승", "증가",
        "늘었", "늘어난", "늘어났", "늘리기", "늘렸",   "늘고",   "급등", "급증", "높아졌",
        "높였", "뛰었",   "치솟",   "반등",   "오르면", "오르고", "오를" },
      { "내렸",   "내려갔", "내리기", "인하",   "하락", "감소", "줄었",   "줄어든",
        "줄어들", "줄이기", "줄였",   "줄고",   "급락", "급감", "낮아졌", "낮췄",
        "깎였",   "추락",   "떨어졌", "내리면", "내릴", "삭감" } },
    { { "rise",      "rose",       "rises", "risen",   "rising", "increase", "increased",
        "increases", "increasing", "climb", "climbed", "climbs", "jumped",   "jumps",
        "grew",      "grows",      "grown", "surge",   "surged", "surges",   "soared",
        "soars",     "hike",       "hiked", "raise",   "raised", "raises",   "higher",
        "growth",    "rebounded",  "up" },
      { "fall",    "falls",   "fell",     "fallen",    "falling",  "drop",      "dropped",
        "drops",   "decline", "declined", "declines",  "decrease", "decreased", "decreases",
        "slid",    "slipped", "shrank",   "shrinks",   "plunge",   "plunged",   "plunges",
        "tumbled", "cut",     "cuts",     "cutting",   "lower",    "lowered",   "lowers",
        "reduce",  "reduced", "reduces",  "plummeted", "down" } },
    TRUE },
  { { { "흑자" }, { "적자" } },
    { { "surplus", "profit", "profits" }, { "deficit", "deficits", "loss", "losses" } },
    FALSE },
  { { { "무죄" }, { "유죄" } },
    { { "acquitted", "acquittal", "acquitting", "innocent" },
      { "guilty", "convicted", "conviction", "convicting" } },
    FALSE },
  { { { "가결" }, { "부결" } },
    { { "passed", "approved", "adopted" }, { "rejected", "defeated", "failed" } },
    FALSE },
  { { { "승소" }, { "패소" } }, { { "won", "prevailed" }, { "lost" } }, FALSE },
  { { { "최고치", "최대치" }, { "최저", "최소치" } },
    { { "highest", "largest", "biggest" }, { "lowest", "smallest" } },
    FALSE },
};

/* Where one of these is said, a thing is not what its word says. */
static const char *const korean_turns[]
    = { "않", "못", "폭", "둔화", "멈", "막", "대신", "세가", "아니", "뒤집", "깨고", "파기" };
static const char *const english_turns[]
    = { "not",  "no",         "never",       "slow",     "slowed",  "slower",
        "less", "pace",       "eased",       "instead",  "without", "halt",
        "t",    "overturned", "overturning", "reversed", "nor" };

/* What a side says of an opposite, and where it says so first. */
typedef struct
{
  gboolean says[2];
  guint sentence;
  gsize start;
  gsize end;
} Said;

static gboolean
is_word (const char *word, gsize length, const char *listed, gboolean is_korean)
{
  return is_korean ? strncmp (word, listed, strlen (listed)) == 0
                   : strlen (listed) == length && g_ascii_strncasecmp (word, listed, length) == 0;
}

/* “up 5 percent”, “down by nearly 3 won”; but no “set up” and “up to 5”. */
static gboolean
is_before_number (const char *behind)
{
  static const char *const between[]
      = { " by", " about", " nearly", " almost", " more than", " some" };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    if (g_str_has_prefix (behind, between[i]))
      behind += strlen (between[i]);
  return behind[0] == ' ' && (g_ascii_isdigit (behind[1]) || behind[1] == '$');
}

static gboolean
is_one (const char *word, gsize length, const char *const *listed, gboolean is_korean)
{
  for (guint i = 0; i < MOST_WORDS && listed[i] != NULL; i++)
    if (is_word (word, length, listed[i], is_korean))
      return is_korean || length > 4
             || (strcmp (listed[i], "up") != 0 && strcmp (listed[i], "down") != 0)
             || is_before_number (word + length);
  return FALSE;
}

/* Calls for each word of letters. */
static void
foreach_word (
    const BulParitySide *side,
    void (*func) (gpointer data, guint sentence, const char *text, gsize start, gsize end),
    gpointer data)
{
  for (guint i = 0; i < side->n; i++)
    {
      const char *text = side->sentences[i];
      const char *end;

      for (const char *at = text; (at = bul_words_find_letters (at, &end)) != NULL; at = end)
        func (data, i, text, (gsize) (at - text), (gsize) (end - text));
    }
}

typedef struct
{
  const Opposite *opposite;
  gboolean is_korean;
  Said said;
} Look;

static void
look_at (gpointer data, guint sentence, const char *text, gsize start, gsize end)
{
  Look *look = data;

  for (guint i = 0; i < 2; i++)
    {
      const char *const *listed
          = look->is_korean ? look->opposite->korean[i] : look->opposite->english[i];

      if (!is_one (text + start, end - start, listed, look->is_korean))
        continue;
      if (!look->said.says[0] && !look->said.says[1])
        {
          look->said.sentence = sentence;
          look->said.start = start;
          look->said.end = end;
        }
      look->said.says[i] = TRUE;
    }
}

static void
look_for_turn (gpointer data, guint sentence, const char *text, gsize start, gsize end)
{
  gboolean *is_turned = data;

  for (guint i = 0; i < G_N_ELEMENTS (english_turns); i++)
    *is_turned |= is_word (text + start, end - start, english_turns[i], FALSE);
}

static gboolean
is_turned (const BulParity *self)
{
  gboolean turned = FALSE;

  for (guint i = 0; i < self->korean->n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (korean_turns); k++)
      turned |= strstr (self->korean->sentences[i], korean_turns[k]) != NULL;
  foreach_word (self->english, look_for_turn, &turned);
  return turned;
}

/* A number that both sides have: what they say of it can be compared. */
static gboolean
has_number (const BulParity *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const BulFact *fact = self->facts->pdata[i];

      if (fact->kind == BUL_FACT_NUMBER && fact->agrees)
        return TRUE;
    }
  return FALSE;
}

/* 3 % 올랐다 and “fell 3 percent”: one of both on either side, and not the same. */
static void
compare (BulParity *self, const Opposite *opposite)
{
  Look korean = { .opposite = opposite, .is_korean = TRUE };
  Look english = { .opposite = opposite };
  BulFact *fact;

  if (opposite->of_numbers && !has_number (self))
    return;
  foreach_word (self->korean, look_at, &korean);
  if (korean.said.says[0] == korean.said.says[1])
    return;
  foreach_word (self->english, look_at, &english);
  if (english.said.says[0] == english.said.says[1] || korean.said.says[0] == english.said.says[0]
      || is_turned (self))
    return;
  fact = bul_parity_tell (self, BUL_FACT_OPPOSITE, BUL_LANGUAGE_KOREAN, korean.said.sentence,
                          korean.said.start, korean.said.end);
  bul_parity_tell_there (self, fact, english.said.sentence, english.said.start, english.said.end);
}

void
bul_parity_opposites (BulParity *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (opposites); i++)
    compare (self, &opposites[i]);
}
