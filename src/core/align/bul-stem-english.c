/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-stem.h"

#include <string.h>

/* Forms that no rule gives. */
static const char *const irregular[][2] = {
  { "said", "say" },
  { "says", "say" },
  { "told", "tell" },
  { "went", "go" },
  { "gone", "go" },
  { "goes", "go" },
  { "came", "come" },
  { "took", "take" },
  { "taken", "take" },
  { "gave", "give" },
  { "given", "give" },
  { "got", "get" },
  { "gotten", "get" },
  { "made", "make" },
  { "saw", "see" },
  { "seen", "see" },
  { "found", "find" },
  { "kept", "keep" },
  { "left", "leave" },
  { "lost", "lose" },
  { "met", "meet" },
  { "paid", "pay" },
  { "held", "hold" },
  { "led", "lead" },
  { "grew", "grow" },
  { "grown", "grow" },
  { "knew", "know" },
  { "known", "know" },
  { "began", "begin" },
  { "begun", "begin" },
  { "rose", "rise" },
  { "risen", "rise" },
  { "fell", "fall" },
  { "fallen", "fall" },
  { "broke", "break" },
  { "broken", "break" },
  { "spoke", "speak" },
  { "spoken", "speak" },
  { "chose", "choose" },
  { "chosen", "choose" },
  { "wrote", "write" },
  { "written", "write" },
  { "drove", "drive" },
  { "driven", "drive" },
  { "flew", "fly" },
  { "flown", "fly" },
  { "won", "win" },
  { "sold", "sell" },
  { "bought", "buy" },
  { "brought", "bring" },
  { "thought", "think" },
  { "taught", "teach" },
  { "caught", "catch" },
  { "fought", "fight" },
  { "sent", "send" },
  { "spent", "spend" },
  { "built", "build" },
  { "stood", "stand" },
  { "understood", "understand" },
  { "sat", "sit" },
  { "ran", "run" },
  { "became", "become" },
  { "shot", "shoot" },
  { "died", "die" },
  { "dying", "die" },
  { "lying", "lie" },
  { "men", "man" },
  { "women", "woman" },
  { "children", "child" },
  { "people", "person" },
  { "feet", "foot" },
  { "wives", "wife" },
  { "lives", "life" },
  { "leaves", "leave" },
  { "better", "good" },
  { "best", "good" },
  { "worse", "bad" },
  { "worst", "bad" },
  { "struck", "strike" },
  { "sang", "sing" },
  { "sank", "sink" },
  { "sunk", "sink" },
  { "hidden", "hide" },
  { "threw", "throw" },
  { "thrown", "throw" },
  { "drew", "draw" },
  { "drawn", "draw" },
  { "felt", "feel" },
  { "heard", "hear" },
  { "sought", "seek" },
  { "laid", "lay" },
  { "slept", "sleep" },
  { "dealt", "deal" },
  { "meant", "mean" },
  { "stolen", "steal" },
  { "analyses", "analysis" },
  { "crises", "crisis" },
  { "bases", "base" },
};

/* The table as it is looked up: form to stem. */
static const char *
find_irregular (const char *word)
{
  static GHashTable *forms;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      forms = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
        g_hash_table_insert (forms, (gpointer) irregular[i][0], (gpointer) irregular[i][1]);
      g_once_init_leave (&ready, 1);
    }
  return g_hash_table_lookup (forms, word);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static gboolean
has_vowel (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (is_vowel (word[i]))
      return TRUE;
  return FALSE;
}

/* Takes @suffix off @word where at least @least letters with a vowel are left. */
static gboolean
take (char *word, gsize *length, const char *suffix, gsize least)
{
  gsize size = strlen (suffix);

  if (*length < size + least || memcmp (word + *length - size, suffix, size) != 0
      || !has_vowel (word, *length - size))
    return FALSE;
  *length -= size;
  word[*length] = '\0';
  return TRUE;
}

/* stopp- is stop, but fall- and miss- stay. */
static void
undouble (char *word, gsize *length)
{
  char last = *length < 4 ? '\0' : word[*length - 1];

  if (last != '\0' && last == word[*length - 2] && strchr ("bdgmnprt", last) != NULL)
    word[--*length] = '\0';
}

static void
strip_plural (char *word, gsize *length)
{
  if (take (word, length, "ies", 2))
    return;
  if (take (word, length, "sses", 2))
    {
      memcpy (word + *length, "ss", 3);
      *length += 2;
      return;
    }
  if (*length > 4
      && (g_str_has_suffix (word, "xes") || g_str_has_suffix (word, "ches")
          || g_str_has_suffix (word, "shes") || g_str_has_suffix (word, "zes")))
    word[ *length -= 2] = '\0';
  else if (*length > 3 && word[*length - 1] == 's' && strchr ("su", word[*length - 2]) == NULL
           && !g_str_has_suffix (word, "is"))
    word[--*length] = '\0';
}

char *
bul_stem_english (const char *word)
{
  const char *regular = find_irregular (word);
  char *stem = g_strdup (regular == NULL ? word : regular);
  gsize length = strlen (stem);

  if (length < 4)
    return stem;
  strip_plural (stem, &length);
  if (take (stem, &length, "ing", 3) || take (stem, &length, "ied", 2)
      || take (stem, &length, "ed", 3))
    undouble (stem, &length);
  take (stem, &length, "ly", 4);
  /* price, pricing and priced, family and families meet here */
  if (length > 3 && (stem[length - 1] == 'e' || stem[length - 1] == 'y'))
    stem[--length] = '\0';
  if (length > 4 && stem[length - 1] == 'i')
    stem[--length] = '\0';
  return stem;
}
