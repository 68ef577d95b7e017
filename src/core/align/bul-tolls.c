/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tolls-private.h"

#include <math.h>
#include <string.h>

#include "bul-places-private.h"
#include "bul-words.h"

#define MOST_WORDS 12

/* Words as they begin in Korean, and whole in English. To add one: a row. */
static const struct
{
  const char *korean[MOST_WORDS];
  const char *english[MOST_WORDS];
} counted[] = {
  { { "숨지", "숨졌", "숨진", "사망", "목숨", "희생" },
    { "killed", "killing", "kills", "dead", "died", "die", "dies", "deaths", "fatalities",
      "lives" } },
  { { "다치", "다쳤", "다친", "부상", "중상", "경상" },
    { "injured", "injuring", "injures", "injuries", "hurt", "wounded", "wounding" } },
  { { "실종" }, { "missing", "unaccounted" } },
  { { "구조" }, { "rescued", "rescuing", "saved" } },
  { { "체포", "구속", "검거", "붙잡" }, { "arrested", "arresting", "detained", "caught" } },
  { { "대피" }, { "evacuated", "evacuating", "fled" } },
  { { "찬성" }, { "favor", "favour", "ayes" } },
  { { "반대" }, { "against", "opposed", "opposing", "noes", "nays" } },
  { { "기권" }, { "abstained", "abstaining", "abstentions" } },
  { { "무효" }, { "invalid", "spoiled", "void" } },
  { { "남성", "남자", "남학생" }, { "men", "male", "males", "boys" } },
  { { "여성", "여자", "여학생" }, { "women", "female", "females", "girls" } },
};

/* A number, or a word of @counted, where it stands. */
typedef struct
{
  guint sentence;
  gsize start;
  gint figure; /* or -1 */
  guint what;
} Mark;

/* The word at @at, which one begins: its row, or -1. */
static gint
find_row (const char *at, gsize length, gboolean is_korean)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    for (guint k = 0; k < MOST_WORDS; k++)
      {
        const char *word = is_korean ? counted[i].korean[k] : counted[i].english[k];

        if (word == NULL)
          break;
        if (is_korean ? strncmp (at, word, strlen (word)) == 0
                      : length == strlen (word) && g_ascii_strncasecmp (at, word, length) == 0)
          return (gint) i;
      }
  return -1;
}

static void
add_words (GArray *marks, const char *text, guint sentence, gboolean is_korean, BulTollKind kind)
{
  const char *end;

  for (const char *at = text; (at = bul_words_find_letters (at, &end)) != NULL; at = end)
    {
      gint what = kind == BUL_TOLL_PLACES ? bul_places_find (at, is_korean)
                                          : find_row (at, (gsize) (end - at), is_korean);

      if (what >= 0)
        {
          Mark mark = { sentence, (gsize) (at - text), -1, (guint) what };

          g_array_append_val (marks, mark);
        }
    }
}

static gboolean
has_word (const GArray *marks, guint sentence)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, Mark, i).figure < 0
        && g_array_index (marks, Mark, i).sentence == sentence)
      return TRUE;
  return FALSE;
}

/* Only what counts heads, or votes, and is not said in brackets; of places, whatever is measured.
 */
static gboolean
is_count (const BulFigure *figure, BulTollKind kind)
{
  if (figure->kind != BUL_FIGURE_NUMBER || (figure->flags & BUL_FIGURE_ASIDE) != 0)
    return FALSE;
  return kind == BUL_TOLL_PLACES
         || (figure->unit == NULL && figure->value >= 1 && figure->value == floor (figure->value));
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *x = a;
  const Mark *y = b;

  if (x->sentence != y->sentence)
    return x->sentence < y->sentence ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* 사망자 3명이 숨졌다 would say the same of one number twice, and tell nothing of the next. */
static gboolean
take_turns (const GArray *marks)
{
  for (guint i = 1; i < marks->len; i++)
    if ((g_array_index (marks, Mark, i).figure < 0)
        == (g_array_index (marks, Mark, i - 1).figure < 0))
      return FALSE;
  return marks->len >= 4 && marks->len % 2 == 0;
}

const BulToll *
bul_tolls_find (const GArray *tolls, guint what)
{
  for (guint i = 0; i < tolls->len; i++)
    if (g_array_index (tolls, BulToll, i).what == what)
      return &g_array_index (tolls, BulToll, i);
  return NULL;
}

GArray *
bul_tolls_read (const char *const *sentences,
                guint n,
                gboolean is_korean,
                BulTollKind kind,
                const GArray *figures)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  GArray *tolls = g_array_new (FALSE, FALSE, sizeof (BulToll));

  for (guint i = 0; i < n; i++)
    add_words (marks, sentences[i], i, is_korean, kind);
  if (marks->len < 2)
    return tolls;
  for (guint i = 0; i < figures->len; i++)
    {
      const BulFigure *figure = &g_array_index (figures, BulFigure, i);
      Mark mark = { figure->sentence, figure->start, (gint) i, 0 };

      /* a sentence that names nothing of it speaks of other things */
      if (is_count (figure, kind) && has_word (marks, figure->sentence))
        g_array_append_val (marks, mark);
    }
  g_array_sort (marks, compare_marks);
  if (!take_turns (marks))
    return tolls;
  for (guint i = 0; i < marks->len; i += 2)
    {
      const Mark *first = &g_array_index (marks, Mark, i);
      const Mark *second = first + 1;
      BulToll toll = { first->figure < 0 ? first->what : second->what,
                       (guint) MAX (first->figure, second->figure) };

      if (bul_tolls_find (tolls, toll.what) != NULL)
        {
          g_array_set_size (tolls, 0);
          return tolls;
        }
      g_array_append_val (tolls, toll);
    }
  return tolls;
}
