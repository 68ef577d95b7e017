/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-stem.h"

#include <string.h>

#define SYLLABLE 3             /* bytes of one, in UTF-8 */
#define LONGEST (6 * SYLLABLE) /* at least as long as any row of the tables */

/* Particles and what else is put behind a noun; sorted by nothing, the longest that fits counts. */
static const char *const particles[] = {
  "은",     "는",         "이",       "가",       "을",     "를",     "의",       "에",
  "와",     "과",         "도",       "로",       "만",     "나",     "랑",       "며",
  "고",     "께",         "들",       "에서",     "에게",   "으로",   "부터",     "까지",
  "에는",   "에도",       "에만",     "에선",     "에서는", "에서도", "에서의",   "에게는",
  "에게도", "에게서",     "으로는",   "으로도",   "으로서", "으로써", "으로부터", "으로의",
  "로는",   "로도",       "로서",     "로써",     "로부터", "로의",   "까지는",   "까지도",
  "부터는", "부터의",     "처럼",     "보다",     "보다는", "마다",   "조차",     "마저",
  "이나",   "이랑",       "이며",     "이고",     "이라고", "이라는", "이라며",   "이란",
  "라고",   "라는",       "라며",     "란",       "들은",   "들이",   "들을",     "들의",
  "들에",   "들에게",     "들도",     "들과",     "들로",   "들이나", "과의",     "와의",
  "과는",   "와는",       "께서",     "께서는",   "한테",   "한테는", "밖에",     "뿐",
  "뿐만",   "대로",       "만큼",     "씩",       "쯤",     "인",     "인데",     "이지만",
  "이었다", "이었습니다", "였다",     "였습니다", "입니다", "이다",   "이자",     "이어서",
  "이라",   "라도",       "이라도",   "이든",     "든지",   "이야",   "야",       "님",
  "님은",   "님이",       "측",       "측은",     "측이",   "하고",   "이면",     "면서",
  "으로만", "에까지",     "에서부터", "에서만",   "만이",   "만을",   "만은",     "까지의",
  "에게로", "으로까지",   "여서",     "이여",
};

/* Endings of verbs made of a noun: 발표했다, 발표된. */
static const char *const endings[] = {
  "하다",       "한다",     "했다",   "하는",       "하던",       "할",       "한",
  "해",         "해서",     "하고",   "하며",       "하면",       "하면서",   "하기",
  "하지",       "하게",     "하여",   "하자",       "하려",       "하려는",   "하도록",
  "했고",       "했던",     "했으며", "했지만",     "했습니다",   "합니다",   "하겠다",
  "하겠습니다", "하겠다고", "했다고", "한다고",     "하라고",     "하자고",   "해야",
  "해온",       "해왔다",   "하는데", "했는데",     "하기로",     "하기도",   "하기는",
  "하지만",     "할지",     "할수록", "했을",       "했으나",     "되다",     "된다",
  "됐다",       "되는",     "되던",   "될",         "된",         "돼",       "되어",
  "돼서",       "되고",     "되며",   "되면",       "되면서",     "되기",     "되지",
  "되게",       "되자",     "되도록", "됐고",       "됐던",       "됐으며",   "됐지만",
  "됐습니다",   "됩니다",   "되었다", "되었습니다", "됐다고",     "된다고",   "되겠습니다",
  "돼야",       "됐는데",   "되는데", "될지",       "시키다",     "시킨",     "시킬",
  "시켰다",     "시키는",   "시켜",   "시키고",     "시켰습니다", "시킵니다", "받다",
  "받은",       "받는",     "받을",   "받고",       "받아",       "받았다",   "받았습니다",
  "받습니다",   "당한",     "당했다", "당했습니다", "적",         "적인",     "적으로",
  "스러운",     "로운",     "롭게",   "스럽게",     "씨",         "씨는",     "씨가",
  "씨의",       "씨를",     "씨도",
};

/* Both lists as they are looked up: text to what it is. */
enum
{
  PARTICLE = 1,
  ENDING = 2,
};

static GHashTable *
suffixes (void)
{
  static GHashTable *table;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      table = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
        g_hash_table_insert (table, (gpointer) particles[i], GUINT_TO_POINTER (PARTICLE));
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        if (!g_hash_table_contains (table, endings[i]))
          g_hash_table_insert (table, (gpointer) endings[i], GUINT_TO_POINTER (ENDING));
      g_once_init_leave (&ready, 1);
    }
  return table;
}

gboolean
bul_stem_is_particle (const char *rest)
{
  return g_hash_table_lookup (suffixes (), rest) == GUINT_TO_POINTER (PARTICLE);
}

/* Returns: the length of the longest suffix of @word that leaves @least bytes; 0 for none */
static gsize
longest_suffix (const char *word, gsize length, gsize least)
{
  gsize at = MAX (least, length > LONGEST ? length - LONGEST : 0);

  for (; at < length; at += SYLLABLE)
    if (g_hash_table_contains (suffixes (), word + at))
      return length - at;
  return 0;
}

char *
bul_stem_korean (const char *word)
{
  static const char *const bare[] = { "은", "는", "이", "가", "을", "를", "의", "에", "도", "로" };
  char *stem = g_strdup (word);
  gsize length = strlen (stem);

  for (guint round = 0; round < 2; round++)
    {
      length -= longest_suffix (stem, length, 2 * SYLLABLE);
      stem[length] = '\0';
    }
  /* 비가: a noun of one syllable keeps a bare particle of one */
  for (guint i = 0; length == 2 * SYLLABLE && i < G_N_ELEMENTS (bare); i++)
    if (strcmp (stem + SYLLABLE, bare[i]) == 0)
      stem[length = SYLLABLE] = '\0';
  return stem;
}

/* Of a syllable: its number in Unicode is (onset * 21 + vowel) * 28 + coda. */
#define FIRST_SYLLABLE 0xac00
#define LAST_SYLLABLE 0xd7a3
#define N_CODAS 28
#define N_VOWELS 21

enum
{
  CODA_N = 4,
  CODA_L = 8,
  CODA_B = 17,
  CODA_SS = 20,
};

/* The vowel of a stem that has taken up 어 or 아: 지 + 어 is 져. Returns: @vowel where it has not
 */
static guint
part_vowel (guint vowel)
{
  static const struct
  {
    guint joined;
    guint stem;
  } rows[] = { { 6, 20 }, { 9, 8 }, { 14, 13 }, { 10, 11 } }; /* ㅕㅣ ㅘㅗ ㅝㅜ ㅙㅚ */

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].joined == vowel)
      return rows[i].stem;
  return vowel;
}

static gboolean
begins_with_any (const char *text, const char *const *list)
{
  for (; *list != NULL; list++)
    if (g_str_has_prefix (text, *list))
      return TRUE;
  return FALSE;
}

guint
bul_stem_part_verb (gunichar syllable, const char *rest, gunichar stems[2])
{
  static const char *const polite[] = { "니다", "니까", NULL };
  static const char *const plain[] = { "다", "데", NULL };
  static const char *const future[] = { "지", "수록", "까", "게", NULL };
  guint coda = (syllable - FIRST_SYLLABLE) % N_CODAS;
  guint vowel = (syllable - FIRST_SYLLABLE) / N_CODAS % N_VOWELS;
  guint parted = part_vowel (vowel);
  gunichar bare = syllable - coda;

  if (syllable < FIRST_SYLLABLE || syllable > LAST_SYLLABLE)
    return 0;
  if (coda == CODA_SS || (coda == 0 && parted != vowel))
    {
      stems[0] = bare + parted * N_CODAS - vowel * N_CODAS;
      return 1;
    }
  if (!(coda == CODA_B && begins_with_any (rest, polite))
      && !(coda == CODA_N && (*rest == '\0' || begins_with_any (rest, plain)))
      && !(coda == CODA_L && (*rest == '\0' || begins_with_any (rest, future))))
    return 0;
  stems[0] = bare;
  stems[1] = bare + CODA_L;
  return coda == CODA_L ? 1 : 2;
}
