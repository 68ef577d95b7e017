/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tag-choice.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-normal.h"
#include "bul-tags.h"

/* More rows than these are not gone through by eye. */
#define MOST_OWN 20
#define MOST_FOUND 8
#define FEW 6

struct _DeskTagChoice
{
  DeskTagSet *set;
  GPtrArray *rows;     /* of DeskTagRow: every one that was shown so far */
  GHashTable *by_code; /* code → its row */
};

static void
row_free (gpointer data)
{
  DeskTagRow *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

static const char *
get_language (void)
{
  return C_ ("vocabulary", "en");
}

/* Both names, where they are two. */
static char *
dup_title (const BulConcept *concept, const char *name)
{
  if (concept == NULL || concept->korean == NULL || concept->english == NULL
      || strcmp (concept->korean, concept->english) == 0)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", concept->korean, concept->english);
}

static DeskTagRow *
get_row (DeskTagChoice *self, const char *code)
{
  DeskTagRow *row = g_hash_table_lookup (self->by_code, code);
  const BulConcept *concept;

  if (row != NULL)
    return row;
  concept = bul_vocabulary_find (self->set->vocabulary, code);
  row = g_new0 (DeskTagRow, 1);
  row->code = g_strdup (code);
  row->name = bul_tags_dup_name_in (self->set->vocabulary, code, get_language ());
  row->title = dup_title (concept, row->name);
  row->can_add = concept == NULL || bul_concept_is_current (concept);
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->by_code, row->code, row);
  return row;
}

DeskTagChoice *
desk_tag_choice_new (DeskTagSet *set)
{
  DeskTagChoice *self;

  g_return_val_if_fail (set != NULL, NULL);

  self = g_new0 (DeskTagChoice, 1);
  self->set = set;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < set->shares->len; i++)
    {
      const BulFlowTagShare *share = set->shares->pdata[i];

      get_row (self, share->code)->n_before = share->n;
    }
  return self;
}

void
desk_tag_choice_free (DeskTagChoice *self)
{
  if (self == NULL)
    return;
  desk_tag_set_free (self->set);
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
desk_tag_choice_get_n (const DeskTagChoice *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->set->uids->len;
}

/* --- what is shown */

static void
add_once (GPtrArray *rows, DeskTagRow *row)
{
  if (!g_ptr_array_find (rows, row, NULL))
    g_ptr_array_add (rows, row);
}

static guint
get_usage (const DeskTagChoice *self, const char *code)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->set->counts, code));
}

/* A concept that is shown, and what comes before it. */
typedef struct
{
  const BulConcept *concept;
  guint rank;
  guint usage;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->usage != y->usage)
    return x->usage > y->usage ? -1 : 1;
  return strcmp (x->concept->code, y->concept->code);
}

/* How well a name answers to what was typed: 0 is the word itself. What it is called besides comes
 * after what it is called. */
#define NO_RANK 6

static guint
rank_name (const char *name, const char *folded)
{
  g_autofree char *other = name == NULL ? NULL : bul_fold (name, -1);

  if (other == NULL)
    return NO_RANK;
  if (strcmp (other, folded) == 0)
    return 0;
  if (g_str_has_prefix (other, folded))
    return 2;
  return strstr (other, folded) != NULL ? 4 : NO_RANK;
}

static guint
rank_names (const char *const *names, const char *folded)
{
  guint best = NO_RANK;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    best = MIN (best, rank_name (names[i], folded));
  return best;
}

static guint
rank_concept (const BulConcept *concept, const char *folded)
{
  guint own = MIN (rank_name (concept->korean, folded), rank_name (concept->english, folded));
  guint others = MIN (rank_names ((const char *const *) concept->other_korean, folded),
                      rank_names ((const char *const *) concept->other_english, folded));

  return MIN (own, MIN (others + 1, NO_RANK));
}

/* Those that answer to @folded, or all that are used where that is empty, the best first. */
static GArray *
list_candidates (const DeskTagChoice *self, const char *folded)
{
  const GPtrArray *concepts = bul_vocabulary_get_concepts (self->set->vocabulary);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < concepts->len; i++)
    {
      const BulConcept *concept = concepts->pdata[i];
      Candidate candidate = { concept, *folded == '\0' ? 0 : rank_concept (concept, folded),
                              get_usage (self, concept->code) };

      if (candidate.rank < NO_RANK && bul_concept_is_current (concept)
          && (*folded != '\0' || candidate.usage > 0))
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static void
add_candidates (DeskTagChoice *self, const GArray *candidates, guint most, GPtrArray *rows)
{
  for (guint i = 0; i < candidates->len && rows->len < most; i++)
    add_once (rows, get_row (self, g_array_index (candidates, Candidate, i).concept->code));
}

static void
add_own (DeskTagChoice *self, const char *last, GPtrArray *rows)
{
  g_autoptr (GArray) candidates = list_candidates (self, "");

  for (guint i = 0; i < self->rows->len; i++)
    if (((DeskTagRow *) self->rows->pdata[i])->wanted != DESK_TAG_AS_IT_IS)
      add_once (rows, self->rows->pdata[i]);
  for (guint i = 0; i < MIN (self->set->shares->len, MOST_OWN); i++)
    add_once (rows, get_row (self, ((BulFlowTagShare *) self->set->shares->pdata[i])->code));
  if (last != NULL)
    {
      DeskTagRow *row = get_row (self, last);

      if (row->can_add || row->n_before > 0)
        add_once (rows, row);
    }
  add_candidates (self, candidates, FEW, rows);
}

/* What no concept is called is a word of its own. */
static void
add_word (DeskTagChoice *self, const char *typed, GPtrArray *rows)
{
  g_autofree char *code = NULL;

  if (bul_vocabulary_find_by_name (self->set->vocabulary, typed) != NULL)
    return;
  code = bul_tags_dup_code (typed);
  if (code != NULL)
    add_once (rows, get_row (self, code));
}

/* What stories have, and no vocabulary knows or would give any more. */
static void
add_known_words (DeskTagChoice *self, const char *folded, GPtrArray *rows)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      DeskTagRow *row = self->rows->pdata[i];
      const BulConcept *concept = bul_vocabulary_find (self->set->vocabulary, row->code);

      if ((concept == NULL || !bul_concept_is_current (concept)) && row->n_before > 0
          && rank_name (row->name, folded) < NO_RANK)
        add_once (rows, row);
    }
}

GPtrArray *
desk_tag_choice_list (DeskTagChoice *self, const char *typed, const char *last)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *folded = NULL;
  g_autoptr (GArray) candidates = NULL;

  g_return_val_if_fail (self != NULL && typed != NULL, NULL);

  folded = bul_fold (typed, -1);
  g_strstrip (folded);
  if (*folded == '\0')
    {
      add_own (self, last, rows);
      return g_steal_pointer (&rows);
    }
  candidates = list_candidates (self, folded);
  add_candidates (self, candidates, MOST_FOUND, rows);
  add_known_words (self, folded, rows);
  add_word (self, typed, rows);
  return g_steal_pointer (&rows);
}

/* --- what is decided */

void
desk_tag_choice_turn (DeskTagChoice *self, DeskTagRow *row)
{
  gboolean all;

  g_return_if_fail (self != NULL && row != NULL);

  all = row->n_before == self->set->uids->len || !row->can_add;
  switch (row->wanted)
    {
    case DESK_TAG_AS_IT_IS:
      row->wanted = all ? DESK_TAG_NONE : DESK_TAG_ALL;
      break;
    case DESK_TAG_ALL:
      row->wanted = row->n_before > 0 ? DESK_TAG_NONE : DESK_TAG_AS_IT_IS;
      break;
    case DESK_TAG_NONE:
      row->wanted = DESK_TAG_AS_IT_IS;
      break;
    }
}

char *
desk_tag_choice_dup_count (const DeskTagChoice *self, const DeskTagRow *row)
{
  guint n;
  guint n_has;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  n = self->set->uids->len;
  n_has = row->wanted == DESK_TAG_ALL ? n : row->wanted == DESK_TAG_NONE ? 0 : row->n_before;
  if (n_has == 0)
    /* Translators: none of the stories has the tag. */
    return g_strdup (C_ ("stories", "none"));
  if (n_has == n)
    /* Translators: all of so many stories have the tag. */
    return g_strdup_printf (_ ("all %u"), n);
  /* Translators: so many of so many stories have the tag. */
  return g_strdup_printf (_ ("%u of %u"), n_has, n);
}

static char *
dup_part (const DeskTagChoice *self, const DeskTagRow *row)
{
  guint n = row->wanted == DESK_TAG_ALL ? self->set->uids->len - row->n_before : row->n_before;

  return row->wanted == DESK_TAG_ALL
             /* Translators: %s is a tag, %u a number of stories that get it. */
             ? g_strdup_printf (_ ("%s: adds to %u."), row->name, n)
             /* Translators: %s is a tag, %u a number of stories that lose it. */
             : g_strdup_printf (_ ("%s: takes from %u."), row->name, n);
}

char *
desk_tag_choice_dup_sentence (const DeskTagChoice *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean takes = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const DeskTagRow *row = self->rows->pdata[i];

      if (row->wanted == DESK_TAG_AS_IT_IS)
        continue;
      takes |= row->wanted == DESK_TAG_NONE;
      g_ptr_array_add (parts, dup_part (self, row));
    }
  if (parts->len == 0)
    return NULL;
  if (!takes)
    g_ptr_array_add (parts, g_strdup (_ ("Nothing is taken away.")));
  g_ptr_array_add (parts, g_strdup (_ ("One undo.")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

DeskTagDeed *
desk_tag_choice_make_deed (const DeskTagChoice *self)
{
  g_autoptr (DeskTagDeed) deed = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  deed = desk_tag_deed_new (self->set->uids);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DeskTagRow *row = self->rows->pdata[i];

      if (row->wanted != DESK_TAG_AS_IT_IS)
        desk_tag_deed_add (deed,
                           row->wanted == DESK_TAG_ALL ? BUL_TAG_DEED_ADD : BUL_TAG_DEED_REMOVE,
                           row->code, row->name);
    }
  return desk_tag_deed_get_changes (deed)->len == 0 ? NULL : g_steal_pointer (&deed);
}
