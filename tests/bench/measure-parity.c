/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>
#include <time.h>

#include "aligned-texts.h"
#include "bul-enum.h"
#include "bul-parity.h"

/*
 * measure-parity FOLDER…          prints how many gold pairs have a fact that differs, by kind
 * measure-parity --show FOLDER…   prints each of them as well
 */

#define N_KINDS (BUL_FACT_LEFT + 1)

typedef struct
{
  guint n_pairs;
  guint n_alarmed;
  guint of_kind[N_KINDS]; /* pairs with one of that kind */
  guint n_agreed;
  gboolean show;
} Count;

static const char **
pick (char **sentences, const GArray *places)
{
  const char **picked = g_new0 (const char *, places->len + 1);

  for (guint i = 0; i < places->len; i++)
    picked[i] = sentences[g_array_index (places, guint, i)];
  return picked;
}

static void
show (const BulFact *fact)
{
  g_print ("  %s %s: “%s” / “%s”\n", bul_enum_to_word (bul_fact_kind_words, fact->kind),
           bul_language_words[fact->side], fact->here.text,
           fact->there.text == NULL ? "" : fact->there.text);
}

static void
print_all (const char *const *sentences)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    g_print ("    %s\n", sentences[i]);
}

static void
count_facts (Count *count,
             const GPtrArray *facts,
             const char *const *korean,
             const char *const *english)
{
  gboolean kinds[N_KINDS] = { FALSE };
  gboolean any = FALSE;

  for (guint i = 0; i < facts->len; i++)
    {
      const BulFact *fact = facts->pdata[i];

      count->n_agreed += fact->agrees;
      if (fact->agrees)
        continue;
      kinds[fact->kind] = any = TRUE;
      if (count->show)
        show (fact);
    }
  count->n_pairs++;
  count->n_alarmed += any;
  for (guint i = 0; i < N_KINDS; i++)
    count->of_kind[i] += kinds[i];
  if (any && count->show)
    {
      print_all (korean);
      print_all (english);
    }
}

static void
look_at (Count *count, const AlignedText *text, const GoldLink *link)
{
  g_autofree const char **korean = NULL;
  g_autofree const char **english = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (link->korean->len == 0 || link->english->len == 0)
    return;
  korean = pick (text->korean, link->korean);
  english = pick (text->english, link->english);
  facts = bul_parity_compare (&(BulParitySide){ korean, link->korean->len },
                              &(BulParitySide){ english, link->english->len }, NULL);
  count_facts (count, facts, korean, english);
}

static void
measure (const char *folder, gboolean shown)
{
  g_autoptr (GPtrArray) texts = aligned_texts_load (folder);
  Count count = { .show = shown };
  clock_t start;

  bul_lexicon_get_news ();
  start = clock ();
  for (guint i = 0; i < texts->len; i++)
    {
      const AlignedText *text = texts->pdata[i];

      for (guint j = 0; j < text->links->len; j++)
        look_at (&count, text, text->links->pdata[j]);
    }
  g_print ("%s: %u pairs, %.1f %% with a fact that differs", folder, count.n_pairs,
           100.0 * count.n_alarmed / MAX (count.n_pairs, 1));
  for (guint i = 1; i < N_KINDS; i++)
    g_print (", %s %.2f", bul_enum_to_word (bul_fact_kind_words, (int) i),
             100.0 * count.of_kind[i] / MAX (count.n_pairs, 1));
  g_print ("; %u agree; %.3f ms a pair\n", count.n_agreed,
           1000.0 * (double) (clock () - start) / CLOCKS_PER_SEC / MAX (count.n_pairs, 1));
}

int
main (int argc, char **argv)
{
  gboolean shown = argc > 1 && strcmp (argv[1], "--show") == 0;

  setlocale (LC_ALL, "");
  if (argc < 2 + shown)
    {
      g_printerr ("measure-parity [--show] FOLDER…\n");
      return 2;
    }
  for (int i = 1 + shown; i < argc; i++)
    measure (argv[i], shown);
  return 0;
}
