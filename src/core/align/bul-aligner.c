/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-aligner.h"

#include "bul-bead-search.h"

/* So many sentences of either side are aligned at once; of a longer text a window moves on after
 * this many. */
#define WINDOW 260
#define STEP 160

/* One side as it is searched: neighbours that were put together by hand are one unit. Each list has
 * one more for the end. */
typedef struct
{
  guint n;
  GPtrArray *texts; /* of char */
  GArray *groups;   /* of guint */
  GArray *places;   /* of BulBeadPlace, or NULL */
  GArray *starts;   /* of guint: the first sentence */
} Units;

typedef struct
{
  Units korean;
  Units english;
  const BulBeadWeights *weights;
  GPtrArray *lexicons;
  const GArray *refusals; /* of BulAlignerRefusal, by sentences; or NULL */
  GPtrArray *links;
} Aligner;

void
bul_aligned_link_free (BulAlignedLink *self)
{
  g_array_unref (self->korean);
  g_array_unref (self->english);
  g_free (self);
}

/* --- units */

static void
units_start (Units *self,
             const char *const *sentences,
             guint n,
             const guint *groups,
             const BulBeadPlace *places)
{
  guint no_group = 0;
  BulBeadPlace no_place = { 0 };

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = places == NULL ? NULL : g_array_new (FALSE, FALSE, sizeof (BulBeadPlace));
  for (guint i = 0; i < n; i++)
    {
      guint group = groups == NULL ? 0 : groups[i];

      if (i > 0 && group != 0 && group == groups[i - 1])
        {
          char **text = (char **) &self->texts->pdata[self->texts->len - 1];
          char *longer = g_strconcat (*text, " ", sentences[i], NULL);

          g_free (*text);
          *text = longer;
          continue;
        }
      g_ptr_array_add (self->texts, g_strdup (sentences[i]));
      g_array_append_val (self->groups, group);
      g_array_append_val (self->starts, i);
      if (places != NULL)
        g_array_append_vals (self->places, &places[i], 1);
    }
  self->n = self->texts->len;
  g_ptr_array_add (self->texts, NULL);
  g_array_append_val (self->groups, no_group);
  g_array_append_val (self->starts, n);
  if (places != NULL)
    g_array_append_val (self->places, no_place);
}

static void
units_stop (Units *self)
{
  g_ptr_array_unref (self->texts);
  g_array_unref (self->groups);
  g_array_unref (self->starts);
  g_clear_pointer (&self->places, g_array_unref);
}

static const guint *
units_groups (const Units *self, guint at)
{
  return &g_array_index (self->groups, guint, at);
}

static const BulBeadPlace *
units_places (const Units *self, guint at)
{
  return self->places == NULL ? NULL : &g_array_index (self->places, BulBeadPlace, at);
}

static void
units_add_sentences (const Units *self, guint unit, GArray *list)
{
  guint end = g_array_index (self->starts, guint, unit + 1);

  for (guint i = g_array_index (self->starts, guint, unit); i < end; i++)
    g_array_append_val (list, i);
}

/* --- links */

static GArray *
list_members (const Units *units, guint8 members, guint at)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < 3; i++)
    if ((members >> i & 1) != 0)
      units_add_sentences (units, at + i, list);
  return list;
}

/* @korean, @english: where the window begins. */
static void
add_bead (Aligner *self, const BulBead *bead, guint korean, guint english)
{
  const BulBeadKind *kind = &bul_bead_kinds[bead->kind];

  for (guint i = 0; i < kind->n_parts; i++)
    {
      BulAlignedLink *link = g_new0 (BulAlignedLink, 1);

      link->korean = list_members (&self->korean, kind->parts[i].korean, korean + bead->korean);
      link->english
          = list_members (&self->english, kind->parts[i].english, english + bead->english);
      link->confidence = bead->confidence[i];
      g_ptr_array_add (self->links, link);
    }
}

/* Moves the window behind the last bead that ends within its step.
 * Returns: whether it stands at the end. */
static gboolean
take_beads (Aligner *self, const GArray *beads, gboolean is_last, guint *korean, guint *english)
{
  guint k = *korean;
  guint e = *english;

  for (guint i = 0; i < beads->len; i++)
    {
      const BulBead *bead = &g_array_index (beads, BulBead, i);

      if (!is_last && i > 0 && (bead->korean > STEP || bead->english > STEP))
        break;
      add_bead (self, bead, *korean, *english);
      k = *korean + bead->korean + bul_bead_kinds[bead->kind].n_korean;
      e = *english + bead->english + bul_bead_kinds[bead->kind].n_english;
    }
  *korean = k;
  *english = e;
  return k == self->korean.n && e == self->english.n;
}

/* The unit that begins with sentence @at. */
static guint
find_unit (const Units *self, guint at)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint, middle) < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Returns: (transfer full): the refusals as a window from @korean and @english on counts. */
static GArray *
move_refusals (const Aligner *self, guint korean, guint english)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (BulBeadRefusal));

  for (guint i = 0; self->refusals != NULL && i < self->refusals->len; i++)
    {
      const BulAlignerRefusal *refusal = &g_array_index (self->refusals, BulAlignerRefusal, i);
      /* What lies before the window becomes a number that nothing has. */
      BulBeadRefusal here = {
        .korean = find_unit (&self->korean, refusal->korean) - korean,
        .english = find_unit (&self->english, refusal->english) - english,
        .members = { refusal->korean_members, refusal->english_members },
      };

      g_array_append_val (moved, here);
    }
  return moved;
}

static gboolean
align (Aligner *self, gboolean is_settled)
{
  guint korean = 0;
  guint english = 0;
  gboolean done = self->korean.n == 0 && self->english.n == 0;

  while (!done)
    {
      guint n = MIN (WINDOW, self->korean.n - korean);
      guint m = MIN (WINDOW, self->english.n - english);
      gboolean is_last = korean + n == self->korean.n && english + m == self->english.n;
      g_autoptr (BulEchoes) echoes = bul_echoes_new (
          (const char *const *) self->korean.texts->pdata + korean, n,
          (const char *const *) self->english.texts->pdata + english, m, self->lexicons);
      g_autoptr (GArray) refusals = move_refusals (self, korean, english);
      BulBeadMask mask = {
        units_groups (&self->korean, korean),
        units_groups (&self->english, english),
        units_places (&self->korean, korean),
        units_places (&self->english, english),
        refusals,
      };
      g_autoptr (GArray) beads = bul_bead_search (echoes, self->weights, is_settled ? &mask : NULL);

      if (beads == NULL)
        return FALSE;
      done = take_beads (self, beads, is_last, &korean, &english);
    }
  return TRUE;
}

GPtrArray *
bul_aligner_align (const char *const *korean,
                   guint n_korean,
                   const char *const *english,
                   guint n_english,
                   const BulAlignerOptions *options)
{
  static const BulAlignerOptions none;
  Aligner self = { .weights = &bul_bead_weights };
  gboolean done;

  if (options == NULL)
    options = &none;
  if (options->weights != NULL)
    self.weights = options->weights;
  units_start (&self.korean, korean, n_korean, options->korean_groups, options->korean_places);
  units_start (&self.english, english, n_english, options->english_groups, options->english_places);
  self.lexicons = g_ptr_array_new ();
  g_ptr_array_add (self.lexicons, (gpointer) bul_lexicon_get_news ());
  self.refusals = options->refusals;
  if (options->lexicons != NULL)
    g_ptr_array_extend (self.lexicons, (GPtrArray *) options->lexicons, NULL, NULL);
  self.links = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_aligned_link_free);
  done = align (&self, options->korean_groups != NULL && options->english_groups != NULL);
  g_ptr_array_unref (self.lexicons);
  units_stop (&self.korean);
  units_stop (&self.english);
  if (!done)
    g_clear_pointer (&self.links, g_ptr_array_unref);
  return self.links;
}
