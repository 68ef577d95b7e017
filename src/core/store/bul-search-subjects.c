/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-subjects-private.h"

#include "bul-store-vocabulary-private.h"

struct _BulSearchSubjects
{
  GPtrArray *codes;    /* of char *: of the subjects, by their numbers */
  GHashTable *numbers; /* code → number */
  GPtrArray *of_value; /* of GArray of guint, or NULL */
  GByteArray *counts;  /* whether a value has any: asked of every value of every story */
  gint64 version;      /* of the data when the vocabulary was read */
  guint64 hash;        /* of what values count for */
  guint n_changes;     /* of that */
};

static void
array_free (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

BulSearchSubjects *
bul_search_subjects_new (void)
{
  BulSearchSubjects *self = g_new0 (BulSearchSubjects, 1);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->of_value = g_ptr_array_new_with_free_func (array_free);
  self->counts = g_byte_array_new ();
  self->version = -1;
  return self;
}

void
bul_search_subjects_free (BulSearchSubjects *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->of_value);
  g_byte_array_unref (self->counts);
  g_free (self);
}

static guint
get_number (BulSearchSubjects *self, const char *code)
{
  gpointer number;
  char *copy;

  if (g_hash_table_lookup_extended (self->numbers, code, NULL, &number))
    return GPOINTER_TO_UINT (number);
  copy = g_strdup (code);
  g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (self->codes->len));
  g_ptr_array_add (self->codes, copy);
  return self->codes->len - 1;
}

/* FALSE where it counts for that already. */
static gboolean
add (BulSearchSubjects *self, guint value, const char *code)
{
  guint number = get_number (self, code);
  GArray *subjects;

  if (self->of_value->pdata[value] == NULL)
    self->of_value->pdata[value] = g_array_new (FALSE, FALSE, sizeof (guint));
  subjects = self->of_value->pdata[value];
  for (guint i = 0; i < subjects->len; i++)
    if (g_array_index (subjects, guint, i) == number)
      return FALSE;
  g_array_append_val (subjects, number);
  return TRUE;
}

/* Where it was before, a vocabulary leads around in a circle, or to one subject by two ways. */
static void
add_with_broader (BulSearchSubjects *self,
                  guint value,
                  const BulVocabulary *vocabulary,
                  const BulConcept *concept)
{
  if (!add (self, value, concept->code))
    return;
  for (guint i = 0; concept->parents != NULL && concept->parents[i] != NULL; i++)
    {
      const BulConcept *broader = bul_vocabulary_resolve (vocabulary, concept->parents[i]);

      if (broader != NULL)
        add_with_broader (self, value, vocabulary, broader);
    }
}

/* A word that no vocabulary knows counts for itself. */
static void
sort_out (BulSearchSubjects *self, const BulVocabulary *vocabulary, const GArray *values)
{
  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->codes, 0);
  g_ptr_array_set_size (self->of_value, 0);
  g_ptr_array_set_size (self->of_value, (int) values->len);
  for (guint i = 0; i < values->len; i++)
    {
      const BulSearchFacetValue *value = &g_array_index (values, BulSearchFacetValue, i);
      const BulConcept *concept;

      if (value->value == NULL || value->field != BUL_QUERY_TAG)
        continue;
      concept = bul_vocabulary_resolve (vocabulary, value->value);
      if (concept == NULL)
        add (self, i, value->value);
      else
        add_with_broader (self, i, vocabulary, concept);
    }
  g_byte_array_set_size (self->counts, values->len);
  for (guint i = 0; i < values->len; i++)
    self->counts->data[i] = self->of_value->pdata[i] != NULL;
}

static void
mix (guint64 *hash, guint64 value)
{
  *hash = (*hash ^ value) * G_GUINT64_CONSTANT (0x100000001b3);
}

/* FNV-1a over numbers. */
static void
note_change (BulSearchSubjects *self)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint i = 0; i < self->codes->len; i++)
    mix (&hash, g_str_hash (self->codes->pdata[i]));
  for (guint i = 0; i < self->of_value->len; i++)
    {
      const GArray *subjects = self->of_value->pdata[i];

      for (guint j = 0; subjects != NULL && j < subjects->len; j++)
        {
          mix (&hash, i);
          mix (&hash, g_array_index (subjects, guint, j));
        }
    }
  self->n_changes += hash != self->hash;
  self->hash = hash;
}

gboolean
bul_search_subjects_refresh (BulSearchSubjects *self,
                             BulDb *db,
                             const GArray *values,
                             GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = NULL;
  gint64 version;

  if (!bul_db_get_number (db, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == self->version && values->len == self->of_value->len)
    return TRUE;
  vocabulary = bul_store_tag_names_read (db, error);
  if (vocabulary == NULL)
    return FALSE;
  sort_out (self, vocabulary, values);
  note_change (self);
  self->version = version;
  return TRUE;
}

const GArray *
bul_search_subjects_get (const BulSearchSubjects *self, guint value)
{
  return value < self->counts->len && self->counts->data[value] != 0 ? self->of_value->pdata[value]
                                                                     : NULL;
}

guint
bul_search_subjects_get_version (const BulSearchSubjects *self)
{
  return self->n_changes;
}

guint
bul_search_subjects_get_n (const BulSearchSubjects *self)
{
  return self->codes->len;
}

const char *
bul_search_subjects_get_code (const BulSearchSubjects *self, guint subject)
{
  return self->codes->pdata[subject];
}
