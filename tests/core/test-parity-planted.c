/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "bul-enum.h"
#include "bul-parity.h"
#include "fact-maker.h"
#include "unit.h"

/* Pairs of each fault, and sound ones. */
#define N_OF_EACH 200
#define N_SOUND 500

/* Of each fault so many of a hundred are found, and of sound pairs so few seem to differ. */
#define LEAST_FOUND 95
#define MOST_ALARMED 5

static GPtrArray *
compare (const FactPair *pair)
{
  const BulParitySide korean = { (const char *const *) pair->korean->pdata, pair->korean->len };
  const BulParitySide english = { (const char *const *) pair->english->pdata, pair->english->len };

  return bul_parity_compare (&korean, &english, NULL);
}

/* Whether something of @kind differs; of any, where it is 0. */
static gboolean
differs (const GPtrArray *facts, BulFactKind kind)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const BulFact *fact = facts->pdata[i];

      if (!fact->agrees && (kind == 0 || fact->kind == kind))
        return TRUE;
    }
  return FALSE;
}

static void
tell (const FactPair *pair)
{
  for (guint i = 0; i < pair->korean->len; i++)
    g_test_message ("%s", (const char *) pair->korean->pdata[i]);
  for (guint i = 0; i < pair->english->len; i++)
    g_test_message ("%s", (const char *) pair->english->pdata[i]);
}

static void
test_planted (gconstpointer data)
{
  FactFault fault = (FactFault) GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261126 + fault);
  guint found = 0;

  for (guint i = 0; i < N_OF_EACH; i++)
    {
      g_autoptr (FactPair) pair = fact_maker_make (rand, fault);
      g_autoptr (GPtrArray) facts = compare (pair);

      if (differs (facts, fact_fault_get_kind (fault)))
        found++;
      else
        tell (pair);
    }
  g_test_message ("%s: %u of %d found", fact_fault_words[fault], found, N_OF_EACH);
  g_assert_cmpuint (found * 100, >=, LEAST_FOUND * N_OF_EACH);
}

static void
test_sound (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint alarmed = 0;

  for (guint i = 0; i < N_SOUND; i++)
    {
      g_autoptr (FactPair) pair = fact_maker_make (rand, FACT_FAULT_NONE);
      g_autoptr (GPtrArray) facts = compare (pair);

      if (!differs (facts, 0))
        continue;
      alarmed++;
      tell (pair);
      for (guint j = 0; j < facts->len; j++)
        {
          const BulFact *fact = facts->pdata[j];

          if (!fact->agrees)
            g_test_message ("  %s: %s / %s", bul_enum_to_word (bul_fact_kind_words, fact->kind),
                            fact->here.text, fact->there.text);
        }
    }
  g_test_message ("%u of %d sound pairs seem to differ", alarmed, N_SOUND);
  g_assert_cmpuint (alarmed * 100, <=, MOST_ALARMED * N_SOUND);
}

UNIT (parity_planted)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint fault = FACT_FAULT_NONE + 1; fault < FACT_N_FAULTS; fault++)
    {
      g_autofree char *path = g_strdup_printf ("/parity/planted/%s", fact_fault_words[fault]);

      g_test_add_data_func (path, GUINT_TO_POINTER (fault), test_planted);
    }
  g_test_add_func ("/parity/sound", test_sound);
  return g_test_run ();
}
