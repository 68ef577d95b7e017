/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-vocabulary.h"

#include <string.h>

/* So many merges one after another are followed, and so many broader ones. */
#define MOST_STEPS 64

struct _BulVocabulary
{
  GPtrArray *concepts; /* of BulConcept */
  GHashTable *codes;   /* code → its place from 1 */
  GHashTable *names;   /* comparable name → GPtrArray of codes */
  GHashTable *below;   /* code → GPtrArray of codes, made when it is asked for */
};

static void
array_free (gpointer array)
{
  g_ptr_array_unref (array);
}

BulVocabulary *
bul_vocabulary_new (void)
{
  BulVocabulary *self = g_new0 (BulVocabulary, 1);

  self->concepts = bul_records_new ();
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, array_free);
  self->below = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, array_free);
  return self;
}

void
bul_vocabulary_free (BulVocabulary *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->concepts);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->below);
  g_free (self);
}

BulVocabulary *
bul_vocabulary_copy (const BulVocabulary *self)
{
  BulVocabulary *copy = bul_vocabulary_new ();

  for (guint i = 0; i < self->concepts->len; i++)
    bul_vocabulary_add (copy, bul_record_copy (self->concepts->pdata[i]));
  return copy;
}

/* --- what is added */

static GPtrArray *
get_list (GHashTable *table, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (table, g_strdup (key), list);
    }
  return list;
}

static void
add_to (GHashTable *table, const char *key, const char *code)
{
  GPtrArray *list = get_list (table, key);

  for (guint i = 0; i < list->len; i++)
    if (strcmp (list->pdata[i], code) == 0)
      return;
  g_ptr_array_add (list, g_strdup (code));
}

static void
add_name (BulVocabulary *self, const char *name, const char *code)
{
  g_autofree char *comparable = name == NULL ? NULL : bul_concept_dup_comparable (name);

  if (comparable != NULL && *comparable != '\0')
    add_to (self->names, comparable, code);
}

static void
add_names (BulVocabulary *self, const BulConcept *concept)
{
  const char *colon = strchr (concept->code, ':');

  add_name (self, concept->korean, concept->code);
  add_name (self, concept->english, concept->code);
  for (guint i = 0; concept->other_korean != NULL && concept->other_korean[i] != NULL; i++)
    add_name (self, concept->other_korean[i], concept->code);
  for (guint i = 0; concept->other_english != NULL && concept->other_english[i] != NULL; i++)
    add_name (self, concept->other_english[i], concept->code);
  add_name (self, concept->code, concept->code);
  add_name (self, colon == NULL ? NULL : colon + 1, concept->code);
}

static void
add_links (BulVocabulary *self, const BulConcept *concept)
{
  for (guint i = 0; concept->parents != NULL && concept->parents[i] != NULL; i++)
    add_to (self->below, concept->parents[i], concept->code);
  /* What was merged goes along with what took its place. */
  if (concept->merged_into != NULL)
    add_to (self->below, concept->merged_into, concept->code);
}

/* Names of one that was taken away must not lead to it. */
static void
index_anew (BulVocabulary *self)
{
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->below);
  for (guint i = 0; i < self->concepts->len; i++)
    {
      add_names (self, self->concepts->pdata[i]);
      add_links (self, self->concepts->pdata[i]);
    }
}

gboolean
bul_vocabulary_equal (const BulVocabulary *self, const BulVocabulary *other)
{
  return bul_records_equal (self->concepts, other->concepts);
}

void
bul_vocabulary_add (BulVocabulary *self, BulConcept *concept)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, concept->code));

  if (place > 0)
    {
      bul_record_free (self->concepts->pdata[place - 1]);
      self->concepts->pdata[place - 1] = concept;
      index_anew (self);
      return;
    }
  g_ptr_array_add (self->concepts, concept);
  g_hash_table_insert (self->codes, g_strdup (concept->code),
                       GUINT_TO_POINTER (self->concepts->len));
  add_names (self, concept);
  add_links (self, concept);
}

/* --- what is found */

const GPtrArray *
bul_vocabulary_get_concepts (const BulVocabulary *self)
{
  return self->concepts;
}

const BulConcept *
bul_vocabulary_find (const BulVocabulary *self, const char *code)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, code));

  return place == 0 ? NULL : self->concepts->pdata[place - 1];
}

const BulConcept *
bul_vocabulary_resolve (const BulVocabulary *self, const char *code)
{
  const BulConcept *concept = bul_vocabulary_find (self, code);

  for (guint i = 0; concept != NULL && concept->merged_into != NULL && i < MOST_STEPS; i++)
    {
      const BulConcept *next = bul_vocabulary_find (self, concept->merged_into);

      if (next == NULL)
        return concept;
      concept = next;
    }
  return concept;
}

static gboolean
is_called (const char *name, const char *comparable)
{
  g_autofree char *other = name == NULL ? NULL : bul_concept_dup_comparable (name);

  return g_strcmp0 (other, comparable) == 0;
}

/* How well the concept with @code answers to a name: one that may be given does better than one
 * that may not, and one that is called so than one that is called so besides. */
static guint
rate (const BulVocabulary *self, const char *code, const char *comparable)
{
  const BulConcept *named = bul_vocabulary_find (self, code);
  const BulConcept *concept = bul_vocabulary_resolve (self, code);

  if (concept == NULL)
    return 0;
  return 1u + (bul_concept_is_current (concept) ? 2u : 0u)
         + (is_called (named->korean, comparable) || is_called (named->english, comparable) ? 1u
                                                                                            : 0u);
}

const BulConcept *
bul_vocabulary_find_by_name (const BulVocabulary *self, const char *name)
{
  g_autofree char *comparable = bul_concept_dup_comparable (name);
  const GPtrArray *codes = g_hash_table_lookup (self->names, comparable);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; codes != NULL && i < codes->len; i++)
    {
      guint rating = rate (self, codes->pdata[i], comparable);

      if (rating <= most)
        continue;
      best = codes->pdata[i];
      most = rating;
    }
  return best == NULL ? NULL : bul_vocabulary_resolve (self, best);
}

const BulConcept *
bul_vocabulary_look_up (const BulVocabulary *self, const char *words)
{
  const BulConcept *concept = bul_vocabulary_resolve (self, words);

  return concept != NULL ? concept : bul_vocabulary_find_by_name (self, words);
}

/* --- what is below */

/* Adds @code and all that is below it. */
static void
collect (const BulVocabulary *self, const char *code, GHashTable *codes)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  g_ptr_array_add (left, (gpointer) code);
  while (left->len > 0)
    {
      const char *next = g_ptr_array_steal_index_fast (left, left->len - 1);
      const GPtrArray *below = g_hash_table_lookup (self->below, next);

      if (!g_hash_table_add (codes, g_strdup (next)))
        continue;
      for (guint i = 0; below != NULL && i < below->len; i++)
        g_ptr_array_add (left, below->pdata[i]);
    }
}

GHashTable *
bul_vocabulary_collect_below (const BulVocabulary *self, const char *code)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect (self, code, codes);
  return codes;
}

GHashTable *
bul_vocabulary_collect (const BulVocabulary *self, const char *typed)
{
  g_autofree char *comparable = bul_concept_dup_comparable (typed);
  const GPtrArray *named = g_hash_table_lookup (self->names, comparable);
  GHashTable *codes;

  if (named == NULL)
    return NULL;
  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < named->len; i++)
    {
      const BulConcept *concept = bul_vocabulary_resolve (self, named->pdata[i]);

      collect (self, concept == NULL ? named->pdata[i] : concept->code, codes);
    }
  return codes;
}

gboolean
bul_vocabulary_is_below (const BulVocabulary *self, const char *code, const char *other)
{
  g_autoptr (GHashTable) codes = bul_vocabulary_collect_below (self, other);

  return strcmp (code, other) != 0 && g_hash_table_contains (codes, code);
}

/* The first of the broader ones that is there; %NULL for one at the top. */
static const BulConcept *
get_parent (const BulVocabulary *self, const BulConcept *concept)
{
  for (guint i = 0; concept->parents != NULL && concept->parents[i] != NULL; i++)
    {
      const BulConcept *parent = bul_vocabulary_resolve (self, concept->parents[i]);

      if (parent != NULL && parent != concept)
        return parent;
    }
  return NULL;
}

static gboolean
has_parent (const BulVocabulary *self, const BulConcept *concept, const BulConcept *parent)
{
  for (guint i = 0; concept->parents != NULL && concept->parents[i] != NULL; i++)
    if (bul_vocabulary_resolve (self, concept->parents[i]) == parent)
      return TRUE;
  return FALSE;
}

GPtrArray *
bul_vocabulary_list_below (const BulVocabulary *self, const char *code)
{
  const BulConcept *parent = code == NULL ? NULL : bul_vocabulary_resolve (self, code);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; (code == NULL || parent != NULL) && i < self->concepts->len; i++)
    {
      const BulConcept *concept = self->concepts->pdata[i];

      if (concept->merged_into == NULL && concept != parent
          && (parent == NULL ? get_parent (self, concept) == NULL
                             : has_parent (self, concept, parent)))
        g_ptr_array_add (list, (gpointer) concept);
    }
  return list;
}

/* --- as a tree */

typedef struct
{
  GHashTable *below; /* BulConcept, or NULL for the top → GPtrArray of BulConcept */
  GHashTable *seen;
  GArray *rows;
} Tree;

static void
append_below (Tree *tree, const BulConcept *parent, guint depth)
{
  const GPtrArray *below = g_hash_table_lookup (tree->below, parent);

  for (guint i = 0; below != NULL && i < below->len && depth < MOST_STEPS; i++)
    {
      BulVocabularyRow row = { below->pdata[i], depth };

      if (!g_hash_table_add (tree->seen, below->pdata[i]))
        continue;
      g_array_append_val (tree->rows, row);
      append_below (tree, row.concept, depth + 1);
    }
}

GArray *
bul_vocabulary_list_tree (const BulVocabulary *self)
{
  g_autoptr (GHashTable) below = g_hash_table_new_full (NULL, NULL, NULL, array_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Tree tree = { below, seen, g_array_new (FALSE, FALSE, sizeof (BulVocabularyRow)) };

  for (guint i = 0; i < self->concepts->len; i++)
    {
      const BulConcept *parent = get_parent (self, self->concepts->pdata[i]);
      GPtrArray *list = g_hash_table_lookup (below, parent);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (below, (gpointer) parent, list);
        }
      g_ptr_array_add (list, self->concepts->pdata[i]);
    }
  append_below (&tree, NULL, 0);
  /* Those of a circle are below nothing that was reached. */
  for (guint i = 0; i < self->concepts->len; i++)
    {
      BulVocabularyRow row = { self->concepts->pdata[i], 0 };

      if (!g_hash_table_add (seen, self->concepts->pdata[i]))
        continue;
      g_array_append_val (tree.rows, row);
      append_below (&tree, row.concept, 1);
    }
  return tree.rows;
}
