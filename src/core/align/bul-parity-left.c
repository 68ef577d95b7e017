/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-echo.h"
#include "bul-parity-private.h"
#include "bul-words.h"

/* A sentence with fewer words may be said in quite other ones. */
#define LEAST_WORDS 4

/* What is not heard at all. */
#define SILENT 0.04

static gboolean
is_long (const char *sentence, const char *language)
{
  g_autoptr (GArray) words = bul_words_read (sentence, language);

  return words->len >= LEAST_WORDS;
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
look_at (BulParity *self,
         const BulEchoSide *echoes,
         BulLanguage side,
         const BulParitySide *texts,
         guint n_other)
{
  const char *language = bul_language_words[side];

  for (guint i = 0; i < texts->n; i++)
    if (measure (echoes, i, n_other) < SILENT && is_long (texts->sentences[i], language))
      bul_parity_tell (self, BUL_FACT_LEFT, side, i, 0, strlen (texts->sentences[i]));
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
    look_at (self, &echoes->korean, BUL_LANGUAGE_KOREAN, self->korean, self->english->n);
  if (self->english->n > 1)
    look_at (self, &echoes->english, BUL_LANGUAGE_ENGLISH, self->english, self->korean->n);
}
