/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aligned-texts.h"

#include "unit.h"

/* Whole stories, as one desk writes them and another adapts them. Links that a rule would have to
 * know better are in the gold too, so that not all can be right. */
#define STORIES TEST_DATA "/align"

static void
count (const GArray *members, guint n, guint8 *seen)
{
  for (guint i = 0; i < members->len; i++)
    {
      guint member = g_array_index (members, guint, i);

      g_assert_cmpuint (member, <, n);
      seen[member]++;
    }
}

static void
test_gold (void)
{
  g_autoptr (GPtrArray) texts = aligned_texts_load (STORIES);

  g_assert_cmpuint (texts->len, >=, 4);
  for (guint i = 0; i < texts->len; i++)
    {
      const AlignedText *text = texts->pdata[i];
      g_autofree guint8 *korean = g_new0 (guint8, text->n_korean);
      g_autofree guint8 *english = g_new0 (guint8, text->n_english);

      for (guint j = 0; j < text->links->len; j++)
        {
          const GoldLink *link = text->links->pdata[j];

          count (link->korean, text->n_korean, korean);
          count (link->english, text->n_english, english);
        }
      for (guint j = 0; j < text->n_korean; j++)
        g_assert_cmpuint (korean[j], ==, 1);
      for (guint j = 0; j < text->n_english; j++)
        g_assert_cmpuint (english[j], ==, 1);
    }
}

/* Folders beside the stories that are made as broadcasts are; weights were fitted to the first. */
static const struct
{
  const char *folder;
  double strict;
  double lax;
} broadcasts[] = {
  { STORIES "/broadcast", 95, 98 },
  { STORIES "/broadcast-more", 95, 98 },
  { STORIES "/heldout", 96, 99 },
};

static GPtrArray *
align (const AlignedText *text)
{
  return bul_aligner_align ((const char *const *) text->korean, text->n_korean,
                            (const char *const *) text->english, text->n_english, NULL);
}

static void
test_links (void)
{
  g_autoptr (GPtrArray) texts = aligned_texts_load (STORIES);
  AlignedScore score = { 0 };

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GPtrArray) links = align (texts->pdata[i]);

      aligned_score_add (&score, texts->pdata[i], links);
    }
  g_test_message ("strict %.1f, lax %.1f", aligned_score_strict (&score),
                  aligned_score_lax (&score));
  g_assert_cmpfloat (aligned_score_strict (&score), >=, 90);
  g_assert_cmpfloat (aligned_score_lax (&score), >=, 95);
}

static void
test_broadcasts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broadcasts); i++)
    {
      g_autoptr (GPtrArray) texts = aligned_texts_load (broadcasts[i].folder);
      AlignedScore score = { 0 };

      g_assert_cmpuint (texts->len, >=, 10);
      for (guint j = 0; j < texts->len; j++)
        {
          g_autoptr (GPtrArray) links = align (texts->pdata[j]);

          aligned_score_add (&score, texts->pdata[j], links);
        }
      g_assert_cmpfloat (aligned_score_strict (&score), >=, broadcasts[i].strict);
      g_assert_cmpfloat (aligned_score_lax (&score), >=, broadcasts[i].lax);
    }
}

/* What is said to be sure is right, and most is sure. */
static void
test_confidence (void)
{
  g_autoptr (GPtrArray) texts = aligned_texts_load (STORIES);
  guint n = 0;
  guint n_sure = 0;
  guint n_right = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GPtrArray) links = align (texts->pdata[i]);

      n += links->len;
      for (guint j = 0; j < links->len; j++)
        {
          const BulAlignedLink *link = links->pdata[j];

          if (link->confidence < 0.9)
            continue;
          n_sure++;
          n_right += aligned_text_has (texts->pdata[i], link->korean, link->english);
        }
    }
  g_assert_cmpuint (n_sure, >, n / 2);
  g_assert_cmpuint (n_right, >=, n_sure * 95 / 100);
}

UNIT (align_stories)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/align/stories/gold", test_gold);
  g_test_add_func ("/align/stories/links", test_links);
  g_test_add_func ("/align/stories/broadcasts", test_broadcasts);
  g_test_add_func ("/align/stories/confidence", test_confidence);

  return g_test_run ();
}
