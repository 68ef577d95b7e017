/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-tally-private.h"

#include "bul-search-subjects-private.h"

static GArray *
make_counts (guint n)
{
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), MAX (n, 1));

  g_array_set_size (counts, n);
  return counts;
}

BulSearchTally *
bul_search_tally_new (const struct _BulSearchFacets *facets)
{
  BulSearchTally *self = g_new0 (BulSearchTally, 1);
  guint n_subjects = bul_search_subjects_get_n (facets->subjects);

  self->values = make_counts (facets->values->len);
  self->subjects = make_counts (n_subjects);
  self->last = make_counts (n_subjects);
  return self;
}

BulSearchTally *
bul_search_tally_copy (const BulSearchTally *self)
{
  BulSearchTally *copy = g_new0 (BulSearchTally, 1);

  copy->values = g_array_copy (self->values);
  copy->subjects = g_array_copy (self->subjects);
  copy->last = g_array_copy (self->last);
  copy->n = self->n;
  return copy;
}

void
bul_search_tally_free (BulSearchTally *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->values);
  g_array_unref (self->subjects);
  g_array_unref (self->last);
  g_free (self);
}

/* A story with two narrower tags counts once for what is broader than both. */
static void
count_subjects (BulSearchTally *self, const GArray *subjects, int sign)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      guint subject = g_array_index (subjects, guint, i);
      guint *last = &g_array_index (self->last, guint, subject);

      if (*last != self->n)
        g_array_index (self->subjects, guint, subject) += (guint) sign;
      *last = self->n;
    }
}

void
bul_search_tally_add (BulSearchTally *self,
                      const struct _BulSearchFacets *facets,
                      guint place,
                      int sign)
{
  const guint32 *values = &g_array_index (facets->pool, guint32, place);

  self->n++;
  for (guint i = 1; i <= values[0]; i++)
    {
      const GArray *subjects = bul_search_subjects_get (facets->subjects, values[i]);

      if (subjects != NULL)
        count_subjects (self, subjects, sign);
      else if (values[i] < self->values->len)
        g_array_index (self->values, guint, values[i]) += (guint) sign;
    }
}
