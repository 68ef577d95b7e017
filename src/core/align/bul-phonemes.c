/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-phonemes.h"

#include <string.h>

#include "bul-stem.h"

/*
 * Sounds: a e i o u and . for ㅡ, which is put where Hangul needs a vowel; y w; k t p and the other
 * consonants as in English, C for ch, S for sh, T for th, N for ng.
 */

/* What two words that are taken for the same have in common at least: a name, and a loan word,
 * which must be longer too. */
#define LEAST_NAME 0.56f
#define LEAST_LOAN 0.66f
#define LEAST_VAGUE 0.1f
#define LOAN_SYLLABLES 3

#define VOWELS "aeiou."

static const char *const onsets[] = { "g", "k", "n", "d", "t", "r", "m", "b", "p", "s",
                                      "s", "",  "j", "j", "c", "k", "t", "p", "h" };
static const char *const vowels[]
    = { "a",  "e",  "ya", "ye", "o",  "e",  "yo", "ye", "o", "wa", "we",
        "we", "yo", "u",  "wo", "we", "wi", "yu", ".",  "i", "i" };

/* of the 28 codas, the first of which is none */
static const char codas[28 + 1] = "\0kkknnntlkmlllplmppttNttktpt";

static gboolean
is_vowel (char c)
{
  return strchr (VOWELS, c) != NULL;
}

static float
leave_out (char c)
{
  if (c == '.')
    return 0.03f;
  if (is_vowel (c))
    return 0.2f;
  if (c == 'r' || c == 'y' || c == 'w')
    return 0.25f;
  if (c == 'h')
    return 0.35f;
  return strchr ("gtdpb", c) != NULL ? 0.6f : 0.8f;
}

static void
add_sound (BulPhonemes *self, char c)
{
  self->syllable[self->length] = (guint8) self->n_syllables;
  self->sounds[self->length++] = c;
  self->cost += leave_out (c);
}

static gboolean
add_sounds (BulPhonemes *self, const char *sounds)
{
  for (; *sounds != '\0'; sounds++)
    {
      if (self->length == BUL_PHONEMES_MOST)
        return FALSE;
      add_sound (self, *sounds);
    }
  return TRUE;
}

/* What the end of a Hangul word costs that a name leaves over. */
static float
cost_of_rest (const char *word, guint n_syllables, guint taken)
{
  const char *rest = g_utf8_offset_to_pointer (word, taken);

  if (*rest == '\0' || bul_stem_is_particle (rest))
    return 0;
  return 0.05f + 0.03f * (float) MIN (n_syllables - taken, 3);
}

gboolean
bul_phonemes_from_korean (const char *word, BulPhonemes *phonemes)
{
  memset (phonemes, 0, sizeof *phonemes);
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint index = g_utf8_get_char (p) - 0xac00;
      const char coda[] = { codas[index % 28], '\0' };

      if (!add_sounds (phonemes, onsets[index / 588])
          || !add_sounds (phonemes, vowels[index % 588 / 28]) || !add_sounds (phonemes, coda))
        return FALSE;
      phonemes->n_syllables++;
    }
  for (guint i = 0; i < phonemes->n_syllables; i++)
    phonemes->rest[i] = cost_of_rest (word, phonemes->n_syllables, i + 1);
  return TRUE;
}

/* Letters that stand for one sound together; the first that fits counts. */
static const char *const spellings[][2] = {
  { "tch", "C" }, { "sch", "S" }, { "tion", "Sn" }, { "sion", "Sn" }, { "ght", "t" }, { "ch", "C" },
  { "sh", "S" },  { "ph", "f" },  { "th", "T" },    { "ck", "k" },    { "gh", "g" },  { "kh", "h" },
  { "zh", "j" },  { "qu", "kw" }, { "wh", "w" },    { "ng", "N" },    { "oo", "u" },  { "ee", "i" },
  { "ea", "i" },  { "ou", "u" },  { "au", "o" },    { "ae", "e" },    { "eo", "o" },  { "eu", "." },
  { "x", "ks" },  { "q", "k" },
};

static gboolean
is_spelt_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* One letter that stands alone. */
static char
single_sound (const char *at, const char *word)
{
  char next = at[1];

  if (*at == 'c')
    return next != '\0' && strchr ("eiy", next) != NULL ? 's' : 'k';
  if (*at == 'y')
    return is_spelt_vowel (next) ? 'y' : 'i';
  /* a final e is silent, but not in one of two letters */
  if (*at == 'e' && next == '\0' && at - word > 2)
    return '\0';
  return *at;
}

gboolean
bul_phonemes_from_english (const char *word, BulPhonemes *phonemes)
{
  memset (phonemes, 0, sizeof *phonemes);
  for (const char *p = word; *p != '\0';)
    {
      const char *sounds = NULL;
      char one[2] = { '\0', '\0' };

      for (guint i = 0; sounds == NULL && i < G_N_ELEMENTS (spellings); i++)
        if (g_str_has_prefix (p, spellings[i][0]))
          {
            sounds = spellings[i][1];
            p += strlen (spellings[i][0]);
          }
      if (sounds == NULL)
        {
          if (p > word && *p == p[-1] && !is_spelt_vowel (*p))
            {
              p++;
              continue;
            }
          one[0] = g_ascii_isalpha (*p) ? single_sound (p, word) : '\0';
          sounds = one;
          p++;
        }
      if (!add_sounds (phonemes, sounds))
        return FALSE;
    }
  return TRUE;
}

/* --- how far two sounds are apart */

static const char *const classes[] = { "gkq", "dtT", "bpfv", "szS", "jCcz", "rl", "m", "nN", "h" };
static const char near_pairs[] = "sj sT Sc sz Sz zj Sj jC Cc dj tc tC gj hg nN mn hk zs";

static gboolean
are_near (char a, char b)
{
  for (const char *p = near_pairs; *p != '\0'; p += p[2] == '\0' ? 2 : 3)
    if ((p[0] == a && p[1] == b) || (p[0] == b && p[1] == a))
      return TRUE;
  return FALSE;
}

static float
apart (char a, char b)
{
  gboolean a_vowel = is_vowel (a);
  gboolean b_vowel = is_vowel (b);

  if (a == b)
    return 0;
  if (a_vowel && b_vowel)
    return a == '.' || b == '.' ? 0.15f : 0.22f;
  if (strchr ("wvub", a) != NULL && strchr ("wvub", b) != NULL)
    return 0.4f;
  if (a == 'y' || b == 'y')
    return a == 'i' || b == 'i' ? 0.2f : 1.0f;
  if (a_vowel != b_vowel)
    return 1.1f;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strchr (classes[i], a) != NULL && strchr (classes[i], b) != NULL)
      return 0.08f;
  return are_near (a, b) ? 0.25f : 1.0f;
}

/* All pairs, made once: asked a million times for a story. */
static const float (*distances (void))[128]
{
  static float table[128][128];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (int a = '.'; a < 128; a++)
        for (int b = '.'; b < 128; b++)
          table[a][b] = apart ((char) a, (char) b);
      g_once_init_leave (&ready, 1);
    }
  return (const float (*)[128]) table;
}

static const float *
omissions (void)
{
  static float table[128];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (int a = '.'; a < 128; a++)
        table[a] = leave_out ((char) a);
      g_once_init_leave (&ready, 1);
    }
  return table;
}

gboolean
bul_phonemes_may_be_alike (const BulPhonemes *a, const BulPhonemes *b)
{
  const float (*cost)[128] = distances ();
  const float *omit = omissions ();

  if (a->length == 0 || b->length == 0)
    return FALSE;
  if (cost[(guchar) a->sounds[0]][(guchar) b->sounds[0]] < 0.9f)
    return TRUE;
  return (a->length > 1 && omit[(guchar) a->sounds[0]] < 0.5f
          && cost[(guchar) a->sounds[1]][(guchar) b->sounds[0]] < 0.5f)
         || (b->length > 1 && omit[(guchar) b->sounds[0]] < 0.5f
             && cost[(guchar) a->sounds[0]][(guchar) b->sounds[1]] < 0.5f);
}

/* @least_alike: what need not be told apart from nothing. */
static float
compare (const BulPhonemes *korean,
         const BulPhonemes *english,
         float least_alike,
         guint *n_syllables)
{
  const float (*cost)[128] = distances ();
  const float *omit = omissions ();
  float row[BUL_PHONEMES_MOST + 1];
  float taken = 0;
  float best = -1;
  float bound = (1 - least_alike) / 2 * (korean->cost + english->cost);

  *n_syllables = 0;
  row[0] = 0;
  for (guint j = 0; j < english->length; j++)
    row[j + 1] = row[j] + omit[(guchar) english->sounds[j]];
  for (guint i = 0; i < korean->length; i++)
    {
      const float *from = cost[(guchar) korean->sounds[i]];
      float out = omit[(guchar) korean->sounds[i]];
      float corner = row[0];
      float nearest;

      row[0] += out;
      nearest = row[0];
      taken += out;
      for (guint j = 0; j < english->length; j++)
        {
          float diagonal = corner + from[(guchar) english->sounds[j]];
          float least = MIN (row[j + 1] + out, row[j] + omit[(guchar) english->sounds[j]]);

          corner = row[j + 1];
          row[j + 1] = MIN (diagonal, least);
          nearest = MIN (nearest, row[j + 1]);
        }
      /* It only grows. */
      if (nearest > bound)
        break;
      /* The name may end after any whole syllable, from the second on. */
      if (i + 1 == korean->length || korean->syllable[i + 1] > korean->syllable[i])
        {
          guint n = korean->syllable[i] + 1u;
          float all = taken + english->cost;
          float similarity;

          if (n < 2 && korean->n_syllables > 1)
            continue;
          similarity = 1 - 2 * (row[english->length] + korean->rest[n - 1]) / all;
          if (similarity > best)
            {
              best = similarity;
              *n_syllables = n;
            }
        }
    }
  return MAX (best, 0);
}

float
bul_phonemes_compare (const BulPhonemes *korean,
                      const BulPhonemes *english,
                      gboolean is_name,
                      guint *n_syllables)
{
  *n_syllables = 0;
  if (!is_name && korean->n_syllables < LOAN_SYLLABLES)
    return 0;
  if (!bul_phonemes_may_be_alike (korean, english))
    return 0;
  return compare (korean, english, is_name ? LEAST_NAME : LEAST_LOAN, n_syllables);
}

float
bul_phonemes_compare_vaguely (const BulPhonemes *korean, const BulPhonemes *english)
{
  guint n_syllables;

  return korean->length == 0 || english->length == 0
             ? 0
             : compare (korean, english, LEAST_VAGUE, &n_syllables);
}

float
bul_phonemes_judge (float similarity, guint n_syllables, gboolean is_name)
{
  float threshold = n_syllables <= 2 ? 0.74f : n_syllables == 3 ? 0.64f : LEAST_NAME;

  if (!is_name)
    {
      if (n_syllables < LOAN_SYLLABLES)
        return 0;
      threshold += LEAST_LOAN - LEAST_NAME;
    }
  if (similarity < threshold)
    return 0;
  return MIN (1, 0.45f + 0.55f * (similarity - threshold) / (0.93f - threshold));
}
