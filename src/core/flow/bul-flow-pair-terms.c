/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-pair-terms.h"

#include <string.h>

#include "bul-lexicon.h"

static void
term_free (gpointer data)
{
  BulFlowPairTerm *term = data;

  g_free (term->words);
  g_free (term->answer);
  g_free (term);
}

static gboolean
is_there (const GPtrArray *terms, const char *words)
{
  for (guint i = 0; i < terms->len; i++)
    if (strcmp (((BulFlowPairTerm *) terms->pdata[i])->words, words) == 0)
      return TRUE;
  return FALSE;
}

/* The answer that stands in @other, or NULL. */
static const char *
find_kept (const GPtrArray *answers, BulLanguage language, const char *other)
{
  gsize start;
  gsize end;

  for (guint i = 0; other != NULL && i < answers->len; i++)
    if (language == BUL_LANGUAGE_KOREAN
            ? bul_term_stands_in_english (answers->pdata[i], other, &start, &end)
            : bul_term_stands_in_korean (answers->pdata[i], other, &start, &end))
      return answers->pdata[i];
  return NULL;
}

static GArray *
find_places (const BulTermIndex *index, BulLanguage language, const char *words)
{
  return language == BUL_LANGUAGE_KOREAN ? bul_term_index_find_korean (index, words)
                                         : bul_term_index_find_english (index, words);
}

static void
add (GPtrArray *terms,
     const BulTermIndex *index,
     BulLanguage language,
     const char *words,
     const char *other)
{
  g_autoptr (GArray) places = find_places (index, language, words);

  for (guint i = 0; i < places->len; i++)
    {
      const BulTermPlace *place = &g_array_index (places, BulTermPlace, i);
      g_autofree char *piece = g_strndup (words + place->start, place->end - place->start);
      const char *kept = find_kept (place->answers, language, other);
      BulFlowPairTerm *term;

      if (is_there (terms, piece))
        continue;
      term = g_new0 (BulFlowPairTerm, 1);
      term->is_kept = kept != NULL;
      term->answer = g_strdup (kept != NULL ? kept : place->answers->pdata[0]);
      term->words = g_steal_pointer (&piece);
      g_ptr_array_add (terms, term);
    }
}

/* What stands in @other, and nothing in @words that it is the term for. */
static void
add_strays (GPtrArray *terms,
            const BulTermIndex *index,
            BulLanguage language,
            const char *words,
            const char *other)
{
  BulLanguage their = language == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  g_autoptr (GArray) places = find_places (index, their, other);

  for (guint i = 0; i < places->len; i++)
    {
      const BulTermPlace *place = &g_array_index (places, BulTermPlace, i);
      BulFlowPairTerm *term;

      if (find_kept (place->answers, their, words) != NULL
          || is_there (terms, place->answers->pdata[0]))
        continue;
      term = g_new0 (BulFlowPairTerm, 1);
      term->words = g_strdup (place->answers->pdata[0]);
      term->answer = g_strndup (other + place->start, place->end - place->start);
      term->is_stray = TRUE;
      g_ptr_array_add (terms, term);
    }
}

GPtrArray *
bul_flow_pair_terms (const GPtrArray *lexicons,
                     BulLanguage language,
                     const char *words,
                     const char *other)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);

  for (guint i = 0; lexicons != NULL && i < lexicons->len; i++)
    {
      const BulTermIndex *index = bul_lexicon_get_terms (lexicons->pdata[i]);

      if (index != NULL)
        add (terms, index, language, words, other);
    }
  for (guint i = 0; other != NULL && lexicons != NULL && i < lexicons->len; i++)
    {
      const BulTermIndex *index = bul_lexicon_get_terms (lexicons->pdata[i]);

      if (index != NULL)
        add_strays (terms, index, language, words, other);
    }
  return terms;
}
