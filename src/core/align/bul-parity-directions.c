/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-parity-private.h"

/* Which way a number goes. Korean words as they begin, English ones whole. What is said of other
 * things as well is left out: 오른쪽, down, lost. */
static const char *const korean_up[]
    = { "올랐",   "올라갔", "올라섰", "올렸",   "올린",   "올리기", "인상",   "상승",
        "증가",   "늘었",   "늘어난", "늘어났", "늘리기", "늘렸",   "급등",   "급증",
        "높아졌", "높였",   "뛰었",   "치솟",   "반등",   "오르면", "오르고", "오를" };
static const char *const korean_down[]
    = { "내렸",   "내려갔", "내리기", "인하", "하락",   "감소", "줄었",
        "줄어든", "줄어들", "줄이기", "줄였", "떨어졌", "급락", "급감",
        "낮아졌", "낮췄",   "깎였",   "추락", "내리면", "내릴", "삭감" };
static const char *const english_up[]
    = { "rise",       "rose",   "rises",   "risen",  "rising", "increase", "increased", "increases",
        "increasing", "climb",  "climbed", "climbs", "jumped", "jumps",    "grew",      "grows",
        "grown",      "surge",  "surged",  "surges", "soared", "soars",    "hike",      "hiked",
        "raise",      "raised", "raises",  "higher", "growth", "rebounded" };
static const char *const english_down[]
    = { "fall",    "fell",    "falls",    "fallen",   "falling",  "drop",      "dropped",
        "drops",   "decline", "declined", "declines", "decrease", "decreased", "decreases",
        "slid",    "slipped", "shrank",   "shrinks",  "plunge",   "plunged",   "plunges",
        "tumbled", "cut",     "cuts",     "cutting",  "lower",    "lowered",   "lowers",
        "reduce",  "reduced", "reduces",  "plummeted" };

/* Where one of these is said, the way of the number is not what the verb says. */
static const char *const korean_turns[] = { "않", "못", "폭", "둔화", "멈", "막", "대신", "세가" };
static const char *const english_turns[]
    = { "not",  "no",    "never",   "slow",    "slowed", "slower", "less",
        "pace", "eased", "instead", "without", "halt",   "t" };

/* What a side says of the way, and where it says so first. */
typedef struct
{
  gboolean up;
  gboolean down;
  gboolean turned;
  guint sentence;
  gsize start;
  gsize end;
} Way;

static gboolean
is_one (const char *word, gsize length, gboolean is_korean, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_korean
            ? strncmp (word, words[i], strlen (words[i])) == 0
            : strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
look_at (Way *way, gboolean is_korean, guint sentence, const char *text, gsize start, gsize end)
{
  const char *word = text + start;
  gsize length = end - start;
  gboolean up = is_korean ? is_one (word, length, TRUE, korean_up, G_N_ELEMENTS (korean_up))
                          : is_one (word, length, FALSE, english_up, G_N_ELEMENTS (english_up));
  gboolean down = is_korean
                      ? is_one (word, length, TRUE, korean_down, G_N_ELEMENTS (korean_down))
                      : is_one (word, length, FALSE, english_down, G_N_ELEMENTS (english_down));

  if ((up || down) && !way->up && !way->down)
    {
      way->sentence = sentence;
      way->start = start;
      way->end = end;
    }
  way->up |= up;
  way->down |= down;
  if (!is_korean)
    way->turned |= is_one (word, length, FALSE, english_turns, G_N_ELEMENTS (english_turns));
}

static Way
read_way (const BulParitySide *side, gboolean is_korean)
{
  Way way = { 0 };

  for (guint i = 0; i < side->n; i++)
    {
      const char *text = side->sentences[i];
      const char *end;

      for (guint k = 0; is_korean && k < G_N_ELEMENTS (korean_turns); k++)
        way.turned |= strstr (text, korean_turns[k]) != NULL;
      for (const char *at = text; *at != '\0'; at = *end == '\0' ? end : g_utf8_next_char (end))
        {
          for (end = at; *end != '\0' && g_unichar_isalpha (g_utf8_get_char (end));)
            end = g_utf8_next_char (end);
          if (end > at)
            look_at (&way, is_korean, i, text, (gsize) (at - text), (gsize) (end - text));
        }
    }
  return way;
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

/* 3 % 올랐다 and “fell 3 percent”: one way on either side, and not the same. */
void
bul_parity_directions (BulParity *self)
{
  Way korean;
  Way english;
  BulFact *fact;

  if (!has_number (self))
    return;
  korean = read_way (self->korean, TRUE);
  english = read_way (self->english, FALSE);
  if (korean.turned || english.turned || korean.up == korean.down || english.up == english.down
      || korean.up == english.up)
    return;
  fact = bul_parity_tell (self, BUL_FACT_DIRECTION, BUL_LANGUAGE_KOREAN, korean.sentence,
                          korean.start, korean.end);
  bul_parity_tell_there (self, fact, english.sentence, english.start, english.end);
}
