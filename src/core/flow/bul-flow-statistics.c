/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-statistics.h"

#include <glib/gi18n.h>

#include "bul-chart-theme.h"
#include "bul-enum.h"
#include "bul-store-vocabulary.h"
#include "bul-tags.h"

#define YEAR 12

/* What charts over time are made of. */
typedef struct
{
  const BulStatistics *statistics;
  const BulVocabulary *vocabulary;
  const char *language;
  gboolean by_year; /* or by month */
} Making;

static void
add_month (BulChart *chart, guint month, gboolean with_year)
{
  g_autofree char *label = g_strdup_printf ("%04u-%02u", month / YEAR, month % YEAR + 1);
  g_autofree char *number = g_strdup_printf ("%u", month % YEAR + 1);

  bul_chart_add_category (chart, label, label, with_year ? label : number);
}

static void
add_periods (BulChart *chart, const Making *making)
{
  guint first = making->statistics->first_month;
  guint end = first + making->statistics->n_months;

  /* Beside an axis January and the first month say the year; of more than twelve each does, for two
   * would be called the same, and there may be no room for January. */
  for (guint month = first; month < end && !making->by_year; month++)
    add_month (chart, month, month == first || month % YEAR == 0 || end - first > YEAR);
  for (guint year = first / YEAR; year * YEAR < end && making->by_year; year++)
    {
      g_autofree char *label = g_strdup_printf ("%04u", year);

      bul_chart_add_category (chart, label, label, NULL);
    }
}

static void
set_periods (BulChart *chart, const Making *making, guint series, const GArray *months)
{
  guint first = making->statistics->first_month;

  for (guint i = 0; i < months->len; i++)
    {
      guint at = making->by_year ? (first + i) / YEAR - first / YEAR : i;

      bul_chart_set (chart, series, at,
                     bul_chart_get (chart, series, at) + g_array_index (months, guint, i));
    }
}

/* Parted where there is anything to part. */
static BulChart *
make_stories (const Making *making)
{
  const BulStatistics *statistics = making->statistics;
  BulChart *chart
      = bul_chart_new (BUL_CHART_BARS, "stories",
                       making->by_year ? _ ("Stories by year") : _ ("Stories by month"), NULL);

  add_periods (chart, making);
  if (statistics->n_both == 0)
    {
      bul_chart_add_series (chart, NULL, _ ("Stories"), 0);
      set_periods (chart, making, 0, statistics->stories);
      return chart;
    }
  bul_chart_add_series (chart, "both_languages", _ ("Korean and English"), 0);
  bul_chart_add_series (chart, "one_language", _ ("One language"), BUL_CHART_REST);
  set_periods (chart, making, 1, statistics->stories);
  set_periods (chart, making, 0, statistics->both);
  for (guint i = 0; i < chart->categories->len; i++)
    bul_chart_set (chart, 1, i, bul_chart_get (chart, 1, i) - bul_chart_get (chart, 0, i));
  return chart;
}

static BulChart *
make_programmes (const BulStatistics *statistics)
{
  BulChart *chart = bul_chart_new (BUL_CHART_NAMES, "programmes", _ ("Stories by programme"), NULL);

  bul_chart_add_series (chart, NULL, _ ("Stories"), 0);
  for (guint i = 0; i < statistics->programmes->len && i < BUL_FLOW_STATISTICS_MOST_NAMES; i++)
    {
      const BulStatisticsValue *value = statistics->programmes->pdata[i];

      bul_chart_add_category (chart, value->value, value->value, NULL);
      bul_chart_set (chart, 0, i, value->n);
    }
  return chart;
}

/* The name under which @person is heard most: names of stories are looked for, not those of
 * records. */
static const char *
get_heard_name (const BulFlowPerson *person)
{
  const BulVoice *most = NULL;

  for (guint i = 0; i < person->voices->len; i++)
    {
      const BulVoice *voice = person->voices->pdata[i];

      if (most == NULL || voice->n_bites > most->n_bites)
        most = voice;
    }
  return most == NULL ? person->name : most->name;
}

static BulChart *
make_speakers (const BulFlowPeople *people)
{
  BulChart *chart
      = bul_chart_new (BUL_CHART_NAMES, "speakers", _ ("Most heard speakers"), _ ("soundbites"));
  g_autoptr (GPtrArray) all = bul_flow_people_list (people, NULL);

  bul_chart_add_series (chart, NULL, _ ("Soundbites"), 2);
  for (guint i = 0; i < all->len && i < BUL_FLOW_STATISTICS_MOST_NAMES; i++)
    {
      const BulFlowPerson *person = all->pdata[i];
      g_autofree char *label = *person->other == '\0'
                                   ? g_strdup (person->name)
                                   : g_strdup_printf ("%s · %s", person->name, person->other);

      /* Whoever has a record is among all, heard or not, and those are the last. */
      if (person->n_bites == 0)
        break;
      bul_chart_add_category (chart, get_heard_name (person), label, NULL);
      bul_chart_set (chart, 0, i, person->n_bites);
    }
  return chart;
}

static BulChart *
make_tags (const Making *making)
{
  const BulStatistics *statistics = making->statistics;
  BulChart *chart
      = bul_chart_new (BUL_CHART_LINES, "tags",
                       making->by_year ? _ ("Tags by year") : _ ("Tags by month"), _ ("stories"));

  add_periods (chart, making);
  for (guint i = 0; i < statistics->tags->len && i < BUL_FLOW_STATISTICS_MOST_LINES; i++)
    {
      const BulStatisticsValue *value = statistics->tags->pdata[i];

      g_autofree char *name
          = bul_tags_dup_name_in (making->vocabulary, value->value, making->language);

      bul_chart_add_series (chart, value->value, name, i);
      set_periods (chart, making, i, value->months);
    }
  return chart;
}

static guint
sum (const GArray *months)
{
  guint total = 0;

  for (guint i = 0; i < months->len; i++)
    total += g_array_index (months, guint, i);
  return total;
}

/* Each class looks the same whichever others there are. */
static BulChart *
make_corrections (const Making *making)
{
  const BulStatistics *statistics = making->statistics;
  BulChart *chart = bul_chart_new (BUL_CHART_BARS, "corrections",
                                   making->by_year ? _ ("Published corrections by year")
                                                   : _ ("Published corrections by month"),
                                   NULL);
  guint n = 0;

  add_periods (chart, making);
  for (guint i = 0; i <= BUL_CLASS_OTHER; i++)
    {
      const char *word = i == 0 ? "none" : bul_enum_to_word (bul_class_words, i);

      if (sum (statistics->corrections[i]) == 0)
        continue;
      bul_chart_add_series (chart, word, word, i == 0 ? BUL_CHART_REST : i - 1);
      set_periods (chart, making, n++, statistics->corrections[i]);
    }
  return chart;
}

BulFlowStatistics *
bul_flow_statistics_new (BulStore *store,
                         BulSearchFacets *facets,
                         BulSearch *search,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (BulFlowStatistics) self = g_new0 (BulFlowStatistics, 1);

  if (!bul_search_facets_refresh (facets, store, cancellable, error))
    return NULL;
  self->counts = bul_statistics_new (facets, search, cancellable, error);
  if (self->counts != NULL)
    self->people = bul_flow_people_new_of (store, g_ptr_array_ref (self->counts->voices), error);
  if (self->people != NULL)
    self->vocabulary = bul_store_load_tag_names (store, error);
  return self->vocabulary == NULL ? NULL : g_steal_pointer (&self);
}

void
bul_flow_statistics_free (BulFlowStatistics *self)
{
  g_clear_pointer (&self->people, bul_flow_people_unref);
  g_clear_pointer (&self->counts, bul_statistics_free);
  g_clear_pointer (&self->vocabulary, bul_vocabulary_free);
  g_free (self);
}

guint
bul_flow_statistics_count_bites (const BulFlowStatistics *self)
{
  g_autoptr (GPtrArray) all = bul_flow_people_list (self->people, NULL);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((BulFlowPerson *) all->pdata[i])->n_bites;
  return n;
}

GPtrArray *
bul_flow_statistics_list_charts (const BulFlowStatistics *self,
                                 const char *language,
                                 guint most_months)
{
  Making making
      = { self->counts, self->vocabulary, language, self->counts->n_months > most_months };
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_chart_free);

  g_ptr_array_add (charts, make_stories (&making));
  g_ptr_array_add (charts, make_programmes (self->counts));
  g_ptr_array_add (charts, make_speakers (self->people));
  g_ptr_array_add (charts, make_tags (&making));
  g_ptr_array_add (charts, make_corrections (&making));
  return charts;
}
