/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bul-echo.h"
#include "bul-parity-private.h"
#include "bul-words.h"

/* A sentence with fewer words may be said in quite other ones. */
#define LEAST_WORDS 2

/* What is hardly heard at all: two times of the day may share an hour by chance. */
#define SILENT 0.2

/* What is enough for one that says a fact of its own, and what is so whatever the lengths are. */
#define QUIET 0.5
#define MUTE 0.1

/* How many words of a sentence the lexicon could have told an answer of. */
static guint
count_known (const char *sentence, BulLanguage side)
{
  const BulLexicon *news = bul_lexicon_get_news ();
  g_autoptr (GArray) words = bul_words_read (sentence, bul_language_words[side]);
  g_autoptr (GArray) glosses = g_array_new (FALSE, FALSE, sizeof (BulGloss));
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const BulWord *word = &g_array_index (words, BulWord, i);

      g_array_set_size (glosses, 0);
      if (word->kind != BUL_WORD_PLAIN)
        n++;
      else if (bul_words_is_empty (word->text))
        continue;
      else if (side == BUL_LANGUAGE_ENGLISH)
        n += bul_lexicon_has_stem (news, word->stem);
      else
        {
          bul_lexicon_look_up (news, word->text, word->stem, glosses);
          n += glosses->len > 0;
        }
    }
  return n;
}

/* Whether it says a fact that nothing answers. */
static gboolean
has_lone_fact (const BulParity *self, BulLanguage side, guint sentence)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const BulFact *fact = self->facts->pdata[i];

      if (!fact->agrees && fact->there.text == NULL && fact->side == side
          && fact->here.sentence == sentence && fact->kind != BUL_FACT_LEFT)
        return TRUE;
    }
  return FALSE;
}

/* How many letters of English one syllable of Korean takes. */
#define LETTERS 2.3

/* How far two texts are from being as long as each other. */
static double
differ_by (double korean, double english)
{
  return fabs (log ((LETTERS * korean + 1) / (english + 1)));
}

/* Whether the lengths of both sides fit better without sentence @at of @here. */
static gboolean
is_too_much (const BulEchoes *echoes, gboolean of_korean, guint at)
{
  const BulEchoSide *here = of_korean ? &echoes->korean : &echoes->english;
  double korean = 0;
  double english = 0;
  double all;

  for (guint i = 0; i < echoes->korean.n; i++)
    korean += echoes->korean.lengths[i];
  for (guint i = 0; i < echoes->english.n; i++)
    english += echoes->english.lengths[i];
  all = differ_by (korean, english);
  if (of_korean)
    korean -= here->lengths[at];
  else
    english -= here->lengths[at];
  return differ_by (korean, english) < all;
}

/* How much of sentence @at is heard anywhere on the other side, of all that it says. */
static double
measure (const BulEchoSide *side, guint at, guint n_other)
{
  double heard = 0;

  for (guint i = 0; i < n_other; i++)
    heard += bul_echo_heard (side, BUL_ECHO_ONE, BUL_ECHO_ANY, i, at);
  return side->mass[at] > 0 ? heard / side->mass[at] : 1;
}

static void
look_at (BulParity *self, const BulEchoes *echoes, gboolean of_korean)
{
  const BulParitySide *texts = of_korean ? self->korean : self->english;
  const BulEchoSide *here = of_korean ? &echoes->korean : &echoes->english;
  guint n_other = of_korean ? self->english->n : self->korean->n;
  BulLanguage side = of_korean ? BUL_LANGUAGE_KOREAN : BUL_LANGUAGE_ENGLISH;

  for (guint i = 0; i < texts->n; i++)
    {
      double heard = measure (here, i, n_other);
      gboolean is_known = count_known (texts->sentences[i], side) >= LEAST_WORDS;
      gboolean is_alone = has_lone_fact (self, side, i);
      gboolean is_left = heard < SILENT ? is_known : heard < QUIET && is_alone;

      if ((is_left && is_too_much (echoes, of_korean, i)) || (heard < MUTE && is_known && is_alone))
        bul_parity_tell (self, BUL_FACT_LEFT, side, i, 0, strlen (texts->sentences[i]));
    }
}

/* Among several sentences that are one pair, one that nothing answers. */
void
bul_parity_left (BulParity *self)
{
  g_autoptr (GPtrArray) lexicons = NULL;
  g_autoptr (BulEchoes) echoes = NULL;

  if (self->korean->n + self->english->n <= 2)
    return;
  lexicons = g_ptr_array_new ();
  g_ptr_array_add (lexicons, (gpointer) bul_lexicon_get_news ());
  for (guint i = 0; self->options->lexicons != NULL && i < self->options->lexicons->len; i++)
    g_ptr_array_add (lexicons, self->options->lexicons->pdata[i]);
  echoes = bul_echoes_new (self->korean->sentences, self->korean->n, self->english->sentences,
                           self->english->n, lexicons);
  if (self->korean->n > 1)
    look_at (self, echoes, TRUE);
  if (self->english->n > 1)
    look_at (self, echoes, FALSE);
}
