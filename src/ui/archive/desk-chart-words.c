/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-chart-words.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "bul-correction.h"
#include "bul-enum.h"
#include "desk-wording.h"

/* Of more months than a year has the year is told of each. */
#define YEAR 12

static void
take (char **words, char *other)
{
  g_free (*words);
  *words = other;
}

static void
name_month (BulChartCategory *category, gboolean with_year)
{
  int year;
  int month;
  g_autoptr (GDateTime) date = NULL;

  if (category->key == NULL || sscanf (category->key, "%4d-%2d", &year, &month) != 2)
    return;
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  if (date == NULL)
    return;
  /* Translators: a month and its year, as g_date_time_format() writes them. */
  take (&category->label, g_date_time_format (date, _ ("%B %Y")));
  take (&category->short_label,
        with_year ? g_strdup (category->key) : g_strstrip (g_date_time_format (date, "%b")));
}

static void
name_class (BulChartSeries *series)
{
  guint error_class;

  if (series->key == NULL || !bul_enum_from_word (bul_class_words, series->key, &error_class))
    return;
  take (&series->label, g_strdup (desk_wording_for_class (error_class)));
}

void
desk_chart_words_put (BulChart *chart)
{
  gboolean with_year = chart->categories->len > YEAR;

  if (chart->kind == BUL_CHART_NAMES)
    return;
  for (guint i = 0; i < chart->categories->len; i++)
    name_month (chart->categories->pdata[i], with_year);
  if (!g_str_equal (chart->name, "corrections"))
    return;
  for (guint i = 0; i < chart->series->len; i++)
    name_class (chart->series->pdata[i]);
  /* A single one has no sample beside it that would say what it is. */
  if (chart->series->len == 1)
    take (&chart->unit, g_strdup (((BulChartSeries *) chart->series->pdata[0])->label));
}

void
desk_term_clear (DeskTerm *self)
{
  g_clear_pointer (&self->value, g_free);
}

static void
add_term (GArray *terms, BulQueryField field, const char *value)
{
  DeskTerm term = { field, g_strdup (value) };

  if (value != NULL)
    g_array_append_val (terms, term);
}

/* What of each chart is asked for: its category, and what its series are about. */
static const struct
{
  const char *chart;
  BulQueryField of_category;
  BulQueryField of_series; /* or none: BUL_QUERY_DATE */
  const char *value;       /* NULL: the key of the series */
} asked[] = {
  { "stories", BUL_QUERY_DATE, BUL_QUERY_DATE, NULL },
  { "programmes", BUL_QUERY_PROGRAMME, BUL_QUERY_DATE, NULL },
  { "speakers", BUL_QUERY_SPEAKER, BUL_QUERY_DATE, NULL },
  { "tags", BUL_QUERY_DATE, BUL_QUERY_TAG, NULL },
  { "corrections", BUL_QUERY_DATE, BUL_QUERY_HAS, "correction" },
};

GArray *
desk_chart_words_list_terms (const BulChart *chart, guint category, guint series)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (DeskTerm));

  g_array_set_clear_func (terms, (GDestroyNotify) desk_term_clear);
  g_return_val_if_fail (category < chart->categories->len && series < chart->series->len, terms);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      if (!g_str_equal (asked[i].chart, chart->name))
        continue;
      add_term (terms, asked[i].of_category,
                ((BulChartCategory *) chart->categories->pdata[category])->key);
      if (asked[i].of_series != BUL_QUERY_DATE)
        add_term (terms, asked[i].of_series,
                  asked[i].value != NULL ? asked[i].value
                                         : ((BulChartSeries *) chart->series->pdata[series])->key);
    }
  return terms;
}
