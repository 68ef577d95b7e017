/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-chart.h"

/* Names that are said one by one. */
#define MOST_NAMES 5

static void
append (GString *sentence, char *words)
{
  g_string_append (sentence, words);
  g_free (words);
}

/* Returns: (transfer full): the name and how many it has: “Weather (418)”. */
static char *
dup_counted (const char *label, guint value)
{
  g_autofree char *number = bul_chart_dup_number (value);

  /* Translators: a name and how many it has: “Weather (418)”. */
  return g_strdup_printf (_ ("%s (%s)"), label, number);
}

static char *
dup_category (const BulChart *self, guint i)
{
  const BulChartCategory *category = self->categories->pdata[i];

  return dup_counted (category->label, bul_chart_get_category_total (self, i));
}

static char *
dup_series (const BulChart *self, guint i)
{
  const BulChartSeries *series = self->series->pdata[i];

  return dup_counted (series->label, bul_chart_get_series_total (self, i));
}

/* In the order in which they stand. */
static void
append_list (GString *sentence,
             const BulChart *self,
             char *(*dup) (const BulChart *, guint),
             guint n)
{
  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    {
      if (i > 0)
        /* Translators: between names that are counted up. */
        g_string_append (sentence, C_ ("list", ", "));
      append (sentence, dup (self, i));
    }
}

static void
append_most_and_fewest (GString *sentence, const BulChart *self)
{
  guint most = 0;
  guint fewest = 0;
  g_autofree char *most_words = NULL;
  g_autofree char *fewest_words = NULL;

  for (guint i = 1; i < self->categories->len; i++)
    {
      guint total = bul_chart_get_category_total (self, i);

      if (total > bul_chart_get_category_total (self, most))
        most = i;
      if (total < bul_chart_get_category_total (self, fewest))
        fewest = i;
    }
  most_words = dup_category (self, most);
  fewest_words = dup_category (self, fewest);
  if (most == fewest)
    return;
  /* Translators: two months, each with how many it has: “January 2026 (361)”. */
  append (sentence, g_strdup_printf (_ (", most in %s, fewest in %s"), most_words, fewest_words));
}

static void
append_largest (GString *sentence, const BulChart *self)
{
  guint largest = 0;
  g_autofree char *words = NULL;

  for (guint i = 1; i < self->series->len; i++)
    if (bul_chart_get_series_total (self, i) > bul_chart_get_series_total (self, largest))
      largest = i;
  words = dup_series (self, largest);
  /* Translators: the part of a chart that is larger than all others: “Number (41)”. */
  append (sentence, g_strdup_printf (_ (" The largest part: %s."), words));
}

static void
append_months (GString *sentence, const BulChart *self)
{
  g_autofree char *total = bul_chart_dup_number (bul_chart_get_total (self));

  /* Translators: how many there are over all months of a chart. */
  append (sentence, g_strdup_printf (_ ("%s in all"), total));
  append_most_and_fewest (sentence, self);
  g_string_append (sentence, ".");
  if (self->series->len > 1)
    append_largest (sentence, self);
}

char *
bul_chart_sentence (const BulChart *self)
{
  GString *sentence = g_string_new (NULL);

  if (self->unit == NULL)
    append (sentence, g_strdup_printf ("%s: ", self->title));
  else
    append (sentence, g_strdup_printf ("%s (%s): ", self->title, self->unit));
  if (bul_chart_is_empty (self))
    g_string_append (sentence, _ ("nothing to count."));
  else if (self->kind == BUL_CHART_BARS)
    append_months (sentence, self);
  else
    {
      gboolean by_name = self->kind == BUL_CHART_NAMES;

      append_list (sentence, self, by_name ? dup_category : dup_series,
                   by_name ? self->categories->len : self->series->len);
      g_string_append (sentence, ".");
    }
  return g_string_free (sentence, FALSE);
}
