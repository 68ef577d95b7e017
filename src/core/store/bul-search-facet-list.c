/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-facet-list-private.h"

#include <string.h>

#include "bul-search-facet.h"
#include "bul-search-subjects-private.h"

#define N_FIELDS (BUL_QUERY_DATE + 1)

/* What of each field is told. A library of many years has hundreds of thousands of speakers: to
 * copy and sort them takes longer than to find what they speak in. */
typedef struct
{
  guint n_values[N_FIELDS];
  guint highest[N_FIELDS];
  guint least[N_FIELDS]; /* what as many have is told, as far as there is */
  guint room[N_FIELDS];  /* for those that just as many have */
} Ranks;

static void
facet_free (gpointer data)
{
  BulSearchFacet *self = data;

  g_free (self->value);
  g_free (self);
}

static void
add_facet (GPtrArray *list, BulQueryField field, const char *value, guint n, guint n_values)
{
  BulSearchFacet *facet = g_new0 (BulSearchFacet, 1);

  facet->field = field;
  facet->value = g_strdup (value);
  facet->n = n;
  facet->n_values = n_values;
  g_ptr_array_add (list, facet);
}

static int
compare_facets (gconstpointer a, gconstpointer b)
{
  const BulSearchFacet *x = *(BulSearchFacet *const *) a;
  const BulSearchFacet *y = *(BulSearchFacet *const *) b;

  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  if (x->field == BUL_QUERY_DATE)
    return strcmp (y->value, x->value);
  return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp (x->value, y->value);
}

/* Returns: how many have the value of a row; 0 too where there is none. */
static guint
get_n (const struct _BulSearchFacets *facets,
       const BulSearchTally *tally,
       guint row,
       BulQueryField *field)
{
  const BulSearchFacetValue *value = &g_array_index (facets->values, BulSearchFacetValue, row);

  *field = value->field;
  return value->value == NULL ? 0 : g_array_index (tally->values, guint, row);
}

/* How many values of @field so many stories have, from 0 to the highest number. */
static GArray *
count_numbers (const struct _BulSearchFacets *facets,
               const BulSearchTally *tally,
               BulQueryField field,
               guint highest)
{
  GArray *numbers = g_array_sized_new (FALSE, TRUE, sizeof (guint), highest + 1);

  g_array_set_size (numbers, highest + 1);
  for (guint row = 0; row < facets->values->len; row++)
    {
      BulQueryField other;
      guint n = get_n (facets, tally, row, &other);

      if (n > 0 && other == field)
        g_array_index (numbers, guint, n)++;
    }
  return numbers;
}

/* Where there are more values than are told. */
static void
find_least (const struct _BulSearchFacets *facets,
            const BulSearchTally *tally,
            BulQueryField field,
            guint most,
            Ranks *ranks)
{
  g_autoptr (GArray) numbers = count_numbers (facets, tally, field, ranks->highest[field]);
  guint n = ranks->highest[field];

  ranks->room[field] = most;
  while (n > 1 && g_array_index (numbers, guint, n) < ranks->room[field])
    ranks->room[field] -= g_array_index (numbers, guint, n--);
  ranks->least[field] = n;
}

static void
rank (const struct _BulSearchFacets *facets, const BulSearchTally *tally, guint most, Ranks *ranks)
{
  memset (ranks, 0, sizeof *ranks);
  for (guint row = 0; row < facets->values->len; row++)
    {
      BulQueryField field;
      guint n = get_n (facets, tally, row, &field);

      if (n == 0)
        continue;
      ranks->n_values[field]++;
      ranks->highest[field] = MAX (ranks->highest[field], n);
    }
  for (BulQueryField field = 0; field < N_FIELDS; field++)
    if (most > 0 && ranks->n_values[field] > most)
      find_least (facets, tally, field, most, ranks);
}

static void
add_values (GPtrArray *list,
            const struct _BulSearchFacets *facets,
            const BulSearchTally *tally,
            guint most)
{
  Ranks ranks;

  rank (facets, tally, most, &ranks);
  for (guint row = 0; row < facets->values->len; row++)
    {
      BulQueryField field;
      guint n = get_n (facets, tally, row, &field);

      if (n == 0 || n < ranks.least[field] || (n == ranks.least[field] && ranks.room[field] == 0))
        continue;
      ranks.room[field] -= n == ranks.least[field];
      add_facet (list, field, g_array_index (facets->values, BulSearchFacetValue, row).value, n,
                 ranks.n_values[field]);
    }
}

static void
add_subjects (GPtrArray *list, const struct _BulSearchFacets *facets, const BulSearchTally *tally)
{
  guint first = list->len;

  for (guint i = 0; i < tally->subjects->len; i++)
    if (g_array_index (tally->subjects, guint, i) > 0)
      add_facet (list, BUL_QUERY_TAG, bul_search_subjects_get_code (facets->subjects, i),
                 g_array_index (tally->subjects, guint, i), 0);
  for (guint i = first; i < list->len; i++)
    ((BulSearchFacet *) list->pdata[i])->n_values = list->len - first;
}

static void
add_months (GPtrArray *list, GHashTable *months)
{
  GHashTableIter iterator;
  gpointer month;
  gpointer n;

  g_hash_table_iter_init (&iterator, months);
  while (g_hash_table_iter_next (&iterator, &month, &n))
    {
      g_autofree char *name = g_strdup_printf ("%04u-%02u", GPOINTER_TO_UINT (month) / 12,
                                               GPOINTER_TO_UINT (month) % 12 + 1);

      add_facet (list, BUL_QUERY_DATE, name, GPOINTER_TO_UINT (n), g_hash_table_size (months));
    }
}

GPtrArray *
bul_search_facet_list (const struct _BulSearchFacets *facets,
                       const BulSearchTally *tally,
                       GHashTable *months,
                       guint most)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (facet_free);

  add_values (list, facets, tally, most);
  add_subjects (list, facets, tally);
  add_months (list, months);
  g_ptr_array_sort (list, compare_facets);
  return list;
}
