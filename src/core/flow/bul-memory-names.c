/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-memory-names-private.h"
#include "bul-phonemes.h"
#include "bul-surnames.h"

#define SYLLABLE 3 /* bytes of one, in UTF-8 */

/* Shorter words sound like too many. */
#define LEAST_LETTERS 3

/* How alike a name sounds in either language. */
#define LEAST_SOUND 0.6f

static gboolean
is_figure (const BulWord *word)
{
  return word->kind == BUL_WORD_NUMBER || word->kind == BUL_WORD_MONTH;
}

gboolean
bul_memory_is_same (const BulWord *one, const BulWord *other)
{
  if (is_figure (one) || is_figure (other))
    return one->kind == other->kind && one->value == other->value;
  if (one->stem != NULL && other->stem != NULL)
    return g_str_equal (one->stem, other->stem);
  return g_strcmp0 (one->text, other->text) == 0;
}

static gboolean
has (const GArray *words, const BulWord *word)
{
  for (guint i = 0; i < words->len; i++)
    if (bul_memory_is_same (&g_array_index (words, BulWord, i), word))
      return TRUE;
  return FALSE;
}

static gboolean
is_capital (const BulWord *word)
{
  return word->kind == BUL_WORD_PLAIN && word->is_capital && strlen (word->text) >= LEAST_LETTERS;
}

/* Whether the two are one name: Trump and 트럼프, Kim and 김민수. */
static gboolean
sound_alike (const BulWord *korean, const BulWord *english)
{
  BulPhonemes one;
  BulPhonemes other;
  guint n_syllables;
  float similarity;

  if (korean->kind != BUL_WORD_PLAIN || korean->stem == NULL || !is_capital (english))
    return FALSE;
  if (strlen (korean->stem) == 3 * SYLLABLE && bul_surnames_match (english->text, korean->stem))
    return TRUE;
  if (strlen (korean->text) < 2 * SYLLABLE || !bul_phonemes_from_korean (korean->text, &one)
      || !bul_phonemes_from_english (english->text, &other)
      || !bul_phonemes_may_be_alike (&one, &other))
    return FALSE;
  similarity = bul_phonemes_compare (&one, &other, TRUE, &n_syllables);
  return bul_phonemes_judge (similarity, n_syllables, TRUE) >= LEAST_SOUND;
}

static gboolean
is_answered (const BulWord *word, const GArray *translation, gboolean is_korean)
{
  for (guint i = 0; i < translation->len; i++)
    {
      const BulWord *other = &g_array_index (translation, BulWord, i);

      if (is_korean ? sound_alike (word, other) : sound_alike (other, word))
        return TRUE;
    }
  return FALSE;
}

/* @at: of @words. A first word may have its capital from its place. */
static gboolean
is_plainly_name (const GArray *words, guint at, gboolean is_korean)
{
  const BulWord *word = &g_array_index (words, BulWord, at);

  return is_korean ? word->kind == BUL_WORD_LATIN : at > 0 && is_capital (word);
}

gboolean
bul_memory_names_differ (const GArray *asked,
                         const GArray *kept,
                         const GArray *translation,
                         gboolean is_korean)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const BulWord *word = &g_array_index (kept, BulWord, i);

      if (!has (asked, word)
          && (is_plainly_name (kept, i, is_korean) || is_answered (word, translation, is_korean)))
        return TRUE;
    }
  for (guint i = 0; i < asked->len; i++)
    if (is_plainly_name (asked, i, is_korean) && !has (kept, &g_array_index (asked, BulWord, i)))
      return TRUE;
  return FALSE;
}
