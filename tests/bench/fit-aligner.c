/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>
#include <time.h>

#include "aligned-texts.h"
#include "bul-bead-search.h"
#include "gale-church.h"

/*
 * fit-aligner fit FOLDER…       prints weights for bul-bead-weights.c
 * fit-aligner score FOLDER…     prints how good those are that ship
 * fit-aligner cross FOLDER…     prints how good weights are that are fitted to the other texts
 * fit-aligner baseline FOLDER…  prints how good lengths alone are
 * fit-aligner time FOLDER…      prints how long a text takes, and one of 200 sentences
 *
 * The weights make the gold likeliest of all ways (a conditional random field; Lafferty, McCallum
 * and Pereira 2001): the gradient is what the gold has of each feature less what all ways have of
 * it. Steps by Adam (Kingma and Ba 2015).
 */

#define N_ROUNDS 200
#define RATE 0.1 /* of the first rounds; it goes down to a third */
#define PRIOR 0.3

#define N BUL_BEAD_N_WEIGHTS

typedef struct
{
  const AlignedText *text;
  BulEchoes *echoes;
  guint *korean_groups;
  guint *english_groups;
} Example;

typedef struct
{
  const Example *example;
  double *gradient;
  double sign;
} Sink;

static void
example_free (gpointer data)
{
  Example *example = data;

  bul_echoes_free (example->echoes);
  g_free (example->korean_groups);
  g_free (example->english_groups);
  g_free (example);
}

/* Sentences that answer none are groups of their own. */
static void
set_groups (Example *self)
{
  guint group = 0;

  self->korean_groups = g_new0 (guint, self->text->n_korean + 1);
  self->english_groups = g_new0 (guint, self->text->n_english + 1);
  for (guint i = 0; i < self->text->links->len; i++)
    {
      const GoldLink *link = self->text->links->pdata[i];

      group++;
      for (guint j = 0; j < link->korean->len; j++)
        self->korean_groups[g_array_index (link->korean, guint, j)] = group;
      for (guint j = 0; j < link->english->len; j++)
        self->english_groups[g_array_index (link->english, guint, j)] = group;
      if (link->korean->len == 0 || link->english->len == 0)
        for (guint j = 1; j < link->korean->len + link->english->len; j++)
          {
            GArray *list = link->korean->len > 0 ? link->korean : link->english;
            guint *groups = link->korean->len > 0 ? self->korean_groups : self->english_groups;

            groups[g_array_index (list, guint, j)] = ++group;
          }
    }
}

static Example *
example_new (const AlignedText *text, const GPtrArray *lexicons)
{
  Example *self = g_new0 (Example, 1);

  self->text = text;
  self->echoes = bul_echoes_new ((const char *const *) text->korean, text->n_korean,
                                 (const char *const *) text->english, text->n_english, lexicons);
  set_groups (self);
  return self;
}

static void
add_part (const Sink *sink, const BulBeadPart *part, guint korean, guint english, double share)
{
  BulBeadWeights *gradient = (BulBeadWeights *) (gpointer) sink->gradient;
  const BulEchoes *echoes = sink->example->echoes;
  double features[BUL_BEAD_N_FEATURES];
  double *own = bul_bead_part_is_one (part) ? gradient->one : gradient->many;

  if (part->english == 0)
    gradient->korean_alone
        += share * bul_bead_measure_korean_alone (echoes, korean + (part->korean == 2));
  else if (part->korean == 0)
    gradient->english_alone
        += share * bul_bead_measure_english_alone (echoes, english + (part->english == 2));
  else
    {
      bul_bead_measure (echoes, part, korean, english, features);
      for (guint i = 0; i < BUL_BEAD_N_FEATURES; i++)
        own[i] += share * features[i];
    }
}

static void
add_bead (guint kind, guint korean, guint english, double share, gpointer data)
{
  const Sink *sink = data;
  const BulBeadKind *bead = &bul_bead_kinds[kind];

  share *= sink->sign;
  ((BulBeadWeights *) (gpointer) sink->gradient)->bias[kind] += share;
  for (guint i = 0; i < bead->n_parts; i++)
    add_part (sink, &bead->parts[i], korean, english, share);
}

/* Returns: the logarithm of the gold's likelihood; 0 where no way is the gold. */
static double
add_example (const Example *example, const BulBeadWeights *weights, double *gradient)
{
  BulBeadMask mask = { example->korean_groups, example->english_groups };
  double own[N] = { 0 };
  Sink sink = { example, own, 1 };
  double gold = bul_bead_search_all (example->echoes, weights, &mask, add_bead, &sink);
  double all;

  if (gold == -INFINITY)
    return 0;
  sink.sign = -1;
  all = bul_bead_search_all (example->echoes, weights, NULL, add_bead, &sink);
  for (guint i = 0; i < N; i++)
    gradient[i] += own[i];
  return gold - all;
}

static void
print_list (const char *name, const double *values, guint n)
{
  g_print ("  .%s = {", name);
  for (guint i = 0; i < n; i++)
    g_print (" %.4f%s", values[i], i + 1 < n ? "," : " },\n");
}

static void
print_weights (const BulBeadWeights *weights)
{
  print_list ("bias", weights->bias, BUL_BEAD_N_KINDS);
  print_list ("one", weights->one, BUL_BEAD_N_FEATURES);
  print_list ("many", weights->many, BUL_BEAD_N_FEATURES);
  g_print ("  .korean_alone = %.4f,\n  .english_alone = %.4f,\n", weights->korean_alone,
           weights->english_alone);
}

/* Where the search for weights begins: a sentence answers a sentence. */
static const BulBeadWeights nothing_known = { .bias = { 2, -1, -1, 0, 0, -1, -1, -1 } };

/* Returns: the weights that make the gold of @examples likeliest. */
static BulBeadWeights
fit (const GPtrArray *examples)
{
  BulBeadWeights fitted = nothing_known;
  double *weights = (double *) (gpointer) &fitted;
  double first[N] = { 0 };
  double second[N] = { 0 };

  for (guint round = 1; round <= N_ROUNDS; round++)
    {
      double gradient[N] = { 0 };
      double likelihood = 0;

      for (guint i = 0; i < examples->len; i++)
        likelihood += add_example (examples->pdata[i], &fitted, gradient);
      for (guint i = 0; i < N; i++)
        {
          double g = gradient[i] - PRIOR * weights[i];

          first[i] = 0.9 * first[i] + 0.1 * g;
          second[i] = 0.99 * second[i] + 0.01 * g * g;
          weights[i] += RATE / (1 + round / 100.0) * (first[i] / (1 - pow (0.9, round)))
                        / (sqrt (second[i] / (1 - pow (0.99, round))) + 1e-8);
        }
      if (round % 10 == 0)
        g_printerr ("round %u: likelihood %.1f\n", round, likelihood);
    }
  return fitted;
}

/* --- scores */

typedef struct
{
  AlignedScore links;
  guint n_sure; /* of confidence 0.9 and up */
  guint n_sure_right;
  guint n_sentences;
  clock_t time;
} Tally;

static void
tally_add (Tally *self, const AlignedText *text, const GPtrArray *links)
{
  self->n_sentences += text->n_korean;
  aligned_score_add (&self->links, text, links);
  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];

      if (link->confidence < 0.9)
        continue;
      self->n_sure++;
      self->n_sure_right += aligned_text_has (text, link->korean, link->english);
    }
}

static void
tally_print (const Tally *self, const char *folder)
{
  g_print ("%s: strict %.1f, lax %.1f; %.0f sentences a second", folder,
           aligned_score_strict (&self->links), aligned_score_lax (&self->links),
           self->n_sentences * (double) CLOCKS_PER_SEC / (double) MAX (self->time, 1));
  if (self->n_sure > 0)
    g_print ("; of confidence 0.9 and up %.1f %% right, covering %.1f %%",
             100.0 * self->n_sure_right / self->n_sure, 100.0 * self->n_sure / self->links.n_found);
  g_print ("\n");
}

/* @weights: %NULL for lengths alone */
static void
tally_text (Tally *self, const AlignedText *text, const BulBeadWeights *weights)
{
  BulAlignerOptions options = { .weights = weights };
  clock_t began = clock ();
  g_autoptr (GPtrArray) links
      = weights == NULL
            ? gale_church_align (text)
            : bul_aligner_align ((const char *const *) text->korean, text->n_korean,
                                 (const char *const *) text->english, text->n_english, &options);

  self->time += clock () - began;
  tally_add (self, text, links);
}

static void
score (const GPtrArray *folders, char **names, const BulBeadWeights *weights)
{
  for (guint i = 0; i < folders->len; i++)
    {
      const GPtrArray *texts = folders->pdata[i];
      Tally tally = { 0 };

      for (guint j = 0; j < texts->len; j++)
        tally_text (&tally, texts->pdata[j], weights);
      tally_print (&tally, names[i]);
    }
}

/* --- what is fitted to */

/* Every second text of each folder from @first on, or all where @step is 1. Folders that hold the
 * same texts at several levels of noise have them in the same order. */
static GPtrArray *
make_examples (const GPtrArray *folders, guint first, guint step)
{
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  GPtrArray *examples = g_ptr_array_new_with_free_func (example_free);

  g_ptr_array_add (lexicons, (gpointer) bul_lexicon_get_news ());
  for (guint i = 0; i < folders->len; i++)
    {
      const GPtrArray *texts = folders->pdata[i];

      for (guint j = first; j < texts->len; j += step)
        g_ptr_array_add (examples, example_new (texts->pdata[j], lexicons));
    }
  return examples;
}

/* Each half of the texts is scored by weights that were fitted to the other half. */
static void
cross (const GPtrArray *folders, char **names)
{
  BulBeadWeights weights[2];

  for (guint half = 0; half < 2; half++)
    {
      g_autoptr (GPtrArray) examples = make_examples (folders, 1 - half, 2);

      weights[half] = fit (examples);
    }
  for (guint i = 0; i < folders->len; i++)
    {
      const GPtrArray *texts = folders->pdata[i];
      Tally tally = { 0 };

      for (guint j = 0; j < texts->len; j++)
        tally_text (&tally, texts->pdata[j], &weights[j % 2]);
      tally_print (&tally, names[i]);
    }
}

static void
fit_all (const GPtrArray *folders)
{
  g_autoptr (GPtrArray) examples = make_examples (folders, 0, 1);
  BulBeadWeights weights = fit (examples);

  print_weights (&weights);
}

/* --- time */

#define LONG 200

/* In milliseconds of the processor, the least of several. */
static double
time_one (const GPtrArray *korean, const GPtrArray *english, guint n, guint m)
{
  double least = INFINITY;

  for (guint round = 0; round < 5; round++)
    {
      clock_t began = clock ();
      GPtrArray *links = bul_aligner_align ((const char *const *) korean->pdata, n,
                                            (const char *const *) english->pdata, m, NULL);

      g_ptr_array_unref (links);
      least = MIN (least, (double) (clock () - began) * 1000 / CLOCKS_PER_SEC);
    }
  return least;
}

static void
add_lines (GPtrArray *list, char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (list, lines[i]);
}

static void
time_texts (const GPtrArray *texts, const char *name)
{
  g_autoptr (GPtrArray) all_korean = g_ptr_array_new ();
  g_autoptr (GPtrArray) all_english = g_ptr_array_new ();
  double sum = 0;
  double longest = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const AlignedText *text = texts->pdata[i];
      g_autoptr (GPtrArray) korean = g_ptr_array_new ();
      g_autoptr (GPtrArray) english = g_ptr_array_new ();
      double time;

      add_lines (korean, text->korean);
      add_lines (english, text->english);
      add_lines (all_korean, text->korean);
      add_lines (all_english, text->english);
      time = time_one (korean, english, korean->len, english->len);
      sum += time;
      longest = MAX (longest, time);
    }
  g_print ("%s: a text %.1f ms, the longest %.1f", name, sum / texts->len, longest);
  if (all_korean->len >= LONG && all_english->len >= LONG)
    g_print ("; %u sentences %.0f ms", LONG, time_one (all_korean, all_english, LONG, LONG));
  g_print ("\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) folders
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *verb = argc < 3 ? "" : argv[1];

  for (int i = 2; i < argc; i++)
    g_ptr_array_add (folders, aligned_texts_load (argv[i]));
  bul_lexicon_get_news ();
  if (strcmp (verb, "fit") == 0)
    fit_all (folders);
  else if (strcmp (verb, "score") == 0)
    score (folders, argv + 2, &bul_bead_weights);
  else if (strcmp (verb, "cross") == 0)
    cross (folders, argv + 2);
  else if (strcmp (verb, "baseline") == 0)
    score (folders, argv + 2, NULL);
  else if (strcmp (verb, "time") == 0)
    for (guint i = 0; i < folders->len; i++)
      time_texts (folders->pdata[i], argv[i + 2]);
  else
    {
      g_printerr ("usage: fit-aligner fit|score|cross|baseline|time FOLDER…\n");
      return 2;
    }
  return 0;
}
