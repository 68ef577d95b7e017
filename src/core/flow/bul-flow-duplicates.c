/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-duplicates.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-flow-person.h"
#include "bul-name-forms-private.h"

const char *const bul_alike_words[]
    = { NULL, "together", "letters", "sound", "title", BUL_ENUM_END };

/* More than so many under one key are no suggestion: they only say that the key says little. */
#define MOST_UNDER_KEY 1000
/* Titles are asked for of so many, the likeliest. */
#define MOST_TITLED 300
#define MOST_TITLES 12

/* How likely each reason makes it by itself; that of sounds also by how near they are. */
#define TOGETHER 0.9
#define LETTERS 0.85
#define SOUND 0.35
#define SAME_SOUND 0.6
#define TITLE 0.15

typedef struct
{
  const BulFlowPeople *people;
  GPtrArray *found;  /* of BulFlowDuplicate */
  GHashTable *pairs; /* ids of both → BulFlowDuplicate */
  GHashTable *apart; /* ids of both */
} Finder;

/* The same for either order. */
static char *
dup_key (const char *one, const char *other)
{
  return strcmp (one, other) < 0 ? g_strconcat (one, "\n", other, NULL)
                                 : g_strconcat (other, "\n", one, NULL);
}

/* Somebody may have got a record since they were kept apart by name. */
static gboolean
are_apart (const Finder *self, const BulFlowPerson *one, const BulFlowPerson *other)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) other_names = NULL;

  if (g_hash_table_size (self->apart) == 0)
    return FALSE;
  names = bul_name_forms_list_names (one);
  other_names = bul_name_forms_list_names (other);
  g_ptr_array_add (names, g_strdup (bul_flow_person_get_id (one)));
  g_ptr_array_add (other_names, g_strdup (bul_flow_person_get_id (other)));
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < other_names->len; j++)
      {
        g_autofree char *key = dup_key (names->pdata[i], other_names->pdata[j]);

        if (g_hash_table_contains (self->apart, key))
          return TRUE;
      }
  return FALSE;
}

static void
suggest (Finder *self,
         const BulFlowPerson *one,
         const BulFlowPerson *other,
         BulAlike reason,
         double score)
{
  g_autofree char *key = NULL;
  BulFlowDuplicate *pair;

  if (one == other)
    return;
  key = dup_key (bul_flow_person_get_id (one), bul_flow_person_get_id (other));
  pair = g_hash_table_lookup (self->pairs, key);
  if (pair == NULL)
    {
      if (are_apart (self, one, other))
        return;
      pair = g_new0 (BulFlowDuplicate, 1);
      pair->one = one->n_bites >= other->n_bites ? one : other;
      pair->other = pair->one == one ? other : one;
      g_ptr_array_add (self->found, pair);
      g_hash_table_insert (self->pairs, g_steal_pointer (&key), pair);
    }
  pair->reasons |= reason;
  pair->score = MAX (pair->score, score);
}

static void
find_together (Finder *self, const GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const BulFlowPerson *person = people->pdata[i];

      for (guint j = 0; j < person->voices->len; j++)
        {
          const BulVoice *voice = person->voices->pdata[j];
          g_autofree char *name = bul_flow_people_dup_name (voice->other);
          const BulFlowPerson *other
              = *name == '\0' ? NULL : bul_flow_people_find_name (self->people, name);

          if (other != NULL)
            suggest (self, person, other, BUL_ALIKE_TOGETHER, TOGETHER);
        }
    }
}

static void
compare_letters (Finder *self, const GPtrArray *forms)
{
  for (guint i = 0; forms->len <= MOST_UNDER_KEY && i < forms->len; i++)
    for (guint j = i + 1; j < forms->len; j++)
      suggest (self, ((BulNameForm *) forms->pdata[i])->person,
               ((BulNameForm *) forms->pdata[j])->person, BUL_ALIKE_LETTERS, LETTERS);
}

static void
compare_sound (Finder *self, const BulNameSound *a, const BulNameSound *b)
{
  const BulNameSound *korean = a->form->is_hangul ? a : b;
  const BulNameSound *english = korean == a ? b : a;
  guint n_syllables;
  float sure;

  if (a->form->is_hangul == b->form->is_hangul)
    {
      if (strcmp (a->sounds.sounds, b->sounds.sounds) == 0)
        suggest (self, a->form->person, b->form->person, BUL_ALIKE_SOUND, SAME_SOUND);
      return;
    }
  sure = bul_phonemes_judge (
      bul_phonemes_compare (&korean->sounds, &english->sounds, TRUE, &n_syllables),
      korean->sounds.n_syllables, TRUE);
  if (sure > 0 && n_syllables == korean->sounds.n_syllables)
    suggest (self, a->form->person, b->form->person, BUL_ALIKE_SOUND, SOUND + 0.5 * sure);
}

static void
compare_sounds (Finder *self, const GPtrArray *sounds)
{
  for (guint i = 0; sounds->len <= MOST_UNDER_KEY && i < sounds->len; i++)
    for (guint j = i + 1; j < sounds->len; j++)
      compare_sound (self, sounds->pdata[i], sounds->pdata[j]);
}

static gboolean
compare_all (Finder *self, const GPtrArray *people, GCancellable *cancellable, GError **error)
{
  g_autoptr (BulNameForms) forms = bul_name_forms_new (people);
  GHashTableIter iter;
  gpointer list;

  find_together (self, people);
  g_hash_table_iter_init (&iter, forms->letters);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    compare_letters (self, list);
  g_hash_table_iter_init (&iter, forms->sounds);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      compare_sounds (self, list);
    }
  return TRUE;
}

static int
compare_duplicates (gconstpointer a, gconstpointer b)
{
  const BulFlowDuplicate *x = *(BulFlowDuplicate *const *) a;
  const BulFlowDuplicate *y = *(BulFlowDuplicate *const *) b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  if (x->one->n_bites != y->one->n_bites)
    return x->one->n_bites < y->one->n_bites ? 1 : -1;
  return strcmp (x->one->name, y->one->name) != 0 ? strcmp (x->one->name, y->one->name)
                                                  : strcmp (x->other->name, y->other->name);
}

static GHashTable *
list_titles (BulStore *store, const BulFlowPerson *person, GError **error)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < person->voices->len; i++)
    {
      g_auto (GStrv) said
          = bul_store_list_titles (store, person->voices->pdata[i], MOST_TITLES, error);

      if (said == NULL)
        return NULL;
      for (guint j = 0; said[j] != NULL; j++)
        g_hash_table_add (titles, bul_flow_people_dup_name (said[j]));
    }
  return g_steal_pointer (&titles);
}

static gboolean
add_title (BulStore *store, BulFlowDuplicate *pair, GError **error)
{
  g_autoptr (GHashTable) one = list_titles (store, pair->one, error);
  g_autoptr (GHashTable) other = one == NULL ? NULL : list_titles (store, pair->other, error);
  GHashTableIter iter;
  gpointer title;

  if (other == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &title, NULL))
    if (g_hash_table_contains (other, title))
      {
        pair->reasons |= BUL_ALIKE_TITLE;
        pair->score = MIN (1, pair->score + TITLE);
        return TRUE;
      }
  return TRUE;
}

static gboolean
load_apart (Finder *self, BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) apart = bul_store_list_apart (store, error);

  for (guint i = 0; apart != NULL && i < apart->len; i++)
    {
      const BulApart *pair = apart->pdata[i];

      g_hash_table_add (self->apart, dup_key (pair->one, pair->other));
    }
  return apart != NULL;
}

GPtrArray *
bul_flow_duplicates_find (BulStore *store,
                          const BulFlowPeople *people,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = bul_flow_people_list (people, NULL);
  Finder finder = { people, found, pairs, apart };

  if (!load_apart (&finder, store, error) || !compare_all (&finder, all, cancellable, error))
    return NULL;
  g_ptr_array_sort (found, compare_duplicates);
  for (guint i = 0; i < MIN (found->len, MOST_TITLED); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_title (store, found->pdata[i], error))
      return NULL;
  g_ptr_array_sort (found, compare_duplicates);
  return g_steal_pointer (&found);
}
