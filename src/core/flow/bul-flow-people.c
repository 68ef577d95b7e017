/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-people-private.h"

#include <string.h>

#include "bul-error.h"
#include "bul-normal.h"
#include "bul-veil.h"

/* Fewer characters would name a record by chance. */
#define SHORTEST_PREFIX 6

struct _BulFlowPeople
{
  gatomicrefcount n_refs;
  GPtrArray *records; /* of BulPerson */
  GPtrArray *voices;  /* of BulVoice */
  GHashTable *by_uid; /* char * → BulPerson */
  GHashTable *claims; /* name → BulPerson, or NULL where several have it */
  GHashTable *of;     /* BulPerson → BulFlowPerson */
  GHashTable *named;  /* name → BulFlowPerson without a record */
  GHashTable *others; /* names that are heard in another language */
  GPtrArray *spaced;  /* of names that stand nowhere else */
  GPtrArray *people;  /* of BulFlowPerson */
};

static void
person_free (gpointer data)
{
  BulFlowPerson *self = data;

  if (self->voices->pdata != &self->voices->only)
    g_free (self->voices->pdata);
  g_free (self);
}

/* Blanks at the ends are gone, and those between words are one. */
static char *
dup_spaced (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blank = out->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether dup_spaced() would change nothing, so far as that is seen at a glance: there are blanks
 * of more than one byte, none of which begins as a syllable does. */
static gboolean
is_spaced (const char *name)
{
  char before = ' ';

  for (const char *p = name; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if ((c != ' ' && g_ascii_isspace (c)) || (c == ' ' && before == ' ')
          || (c >= 0xc2 && c <= 0xe3))
        return FALSE;
      before = *p;
    }
  return before != ' ';
}

char *
bul_flow_people_dup_name (const char *typed)
{
  g_autofree char *normal = bul_normal_form (typed, -1);

  return dup_spaced (normal);
}

/* The record that this one turned out to be. */
static const BulPerson *
find_root (const BulFlowPeople *self, const BulPerson *person)
{
  for (guint i = 0; person->merged_into != NULL && i < self->records->len; i++)
    {
      const BulPerson *into = g_hash_table_lookup (self->by_uid, person->merged_into);

      if (into == NULL)
        break;
      person = into;
    }
  return person;
}

static void
claim (BulFlowPeople *self, const char *name, const BulPerson *root)
{
  gpointer other = NULL;

  if (name == NULL || *name == '\0')
    return;
  if (g_hash_table_lookup_extended (self->claims, name, NULL, &other) && other != root)
    root = NULL;
  g_hash_table_insert (self->claims, g_strdup (name), (gpointer) root);
}

static BulFlowPerson *
add_person (BulFlowPeople *self, const BulPerson *record)
{
  BulFlowPerson *person = g_new0 (BulFlowPerson, 1);

  person->record = record;
  person->name = record == NULL ? "" : bul_person_get_name (record);
  person->other
      = record == NULL || record->korean == NULL || record->english == NULL ? "" : record->english;
  person->voices->pdata = &person->voices->only;
  person->first = "";
  person->last = "";
  g_ptr_array_add (self->people, person);
  return person;
}

static void
index_records (BulFlowPeople *self)
{
  for (guint i = 0; i < self->records->len; i++)
    g_hash_table_insert (self->by_uid, ((BulPerson *) self->records->pdata[i])->uid,
                         self->records->pdata[i]);
  for (guint i = 0; i < self->records->len; i++)
    {
      const BulPerson *person = self->records->pdata[i];
      const BulPerson *root = find_root (self, person);
      g_auto (GStrv) others = g_strsplit (person->others == NULL ? "" : person->others, "\n", -1);

      claim (self, person->korean, root);
      claim (self, person->english, root);
      for (guint j = 0; others[j] != NULL; j++)
        claim (self, others[j], root);
      if (root == person)
        g_hash_table_insert (self->of, (gpointer) person, add_person (self, person));
    }
}

/* Whose record the voice belongs to; %NULL for none. */
static const BulPerson *
find_record (const BulFlowPeople *self, const BulVoice *voice, const char *name)
{
  const BulPerson *pointed
      = *voice->person == '\0' ? NULL : g_hash_table_lookup (self->by_uid, voice->person);
  const BulPerson *claimed;

  if (pointed != NULL)
    return find_root (self, pointed);
  if (g_hash_table_size (self->claims) == 0)
    return NULL;
  claimed = g_hash_table_lookup (self->claims, name);
  return claimed != NULL || *voice->other == '\0'
             ? claimed
             : g_hash_table_lookup (self->claims, voice->other);
}

static BulFlowPerson *
find_person (BulFlowPeople *self, const BulVoice *voice)
{
  g_autofree char *spaced = is_spaced (voice->name) ? NULL : dup_spaced (voice->name);
  const char *name = spaced == NULL ? voice->name : spaced;
  const BulPerson *record = find_record (self, voice, name);
  BulFlowPerson *person = record == NULL ? g_hash_table_lookup (self->named, name)
                                         : g_hash_table_lookup (self->of, record);

  if (person != NULL)
    return person;
  person = add_person (self, NULL);
  person->name = voice->name;
  if (spaced != NULL)
    g_ptr_array_add (self->spaced, spaced);
  g_hash_table_insert (self->named, (gpointer) name, person);
  g_steal_pointer (&spaced);
  return person;
}

/* In steps of twice as many. */
static void
append (BulFlowVoices *voices, const BulVoice *voice)
{
  guint n = voices->len;

  if (n == 1)
    {
      voices->pdata = g_new (const BulVoice *, 2);
      voices->pdata[0] = voices->only;
    }
  else if (n > 1 && (n & (n - 1)) == 0)
    voices->pdata = g_renew (const BulVoice *, voices->pdata, 2 * n);
  voices->pdata[voices->len++] = voice;
}

static void
add_voice (BulFlowPeople *self, BulFlowPerson *person, BulVoice *voice)
{
  append (person->voices, voice);
  person->n_bites += voice->n_bites;
  person->n_stories += voice->n_stories;
  if (*person->other == '\0' && (person->record == NULL || strcmp (person->name, voice->name) == 0))
    person->other = voice->other;
  if (*voice->other != '\0')
    g_hash_table_add (self->others, (gpointer) voice->other);
  if (*voice->first != '\0' && (*person->first == '\0' || strcmp (voice->first, person->first) < 0))
    person->first = voice->first;
  if (strcmp (voice->last, person->last) > 0)
    person->last = voice->last;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const BulFlowPerson *x = *(BulFlowPerson *const *) a;
  const BulFlowPerson *y = *(BulFlowPerson *const *) b;

  if (x->n_bites != y->n_bites)
    return x->n_bites < y->n_bites ? 1 : -1;
  return strcmp (x->name, y->name);
}

BulFlowPeople *
bul_flow_people_new (BulStore *store, GCancellable *cancellable, GError **error)
{
  GPtrArray *voices = bul_store_list_voices (store, cancellable, error);

  return voices == NULL ? NULL : bul_flow_people_new_of (store, voices, error);
}

BulFlowPeople *
bul_flow_people_new_of (BulStore *store, GPtrArray *voices, GError **error)
{
  g_autoptr (BulFlowPeople) self = g_new0 (BulFlowPeople, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->of = g_hash_table_new (NULL, NULL);
  self->named = g_hash_table_new (g_str_hash, g_str_equal);
  self->others = g_hash_table_new (g_str_hash, g_str_equal);
  self->spaced = g_ptr_array_new_with_free_func (g_free);
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->voices = voices;
  self->records = bul_store_list_persons (store, error);
  if (self->records == NULL)
    return NULL;
  index_records (self);
  for (guint i = 0; i < self->voices->len; i++)
    {
      BulVoice *voice = self->voices->pdata[i];

      if (*voice->person != '\0' || !bul_veil_covers (voice->name))
        add_voice (self, find_person (self, voice), voice);
    }
  g_ptr_array_sort (self->people, compare_people);
  return g_steal_pointer (&self);
}

BulFlowPeople *
bul_flow_people_ref (BulFlowPeople *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
bul_flow_people_unref (BulFlowPeople *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->claims);
  g_hash_table_unref (self->of);
  g_hash_table_unref (self->named);
  g_hash_table_unref (self->others);
  g_ptr_array_unref (self->spaced);
  g_ptr_array_unref (self->people);
  g_clear_pointer (&self->voices, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

guint
bul_flow_people_count (const BulFlowPeople *self)
{
  return self->people->len;
}

const GPtrArray *
bul_flow_people_get_all (const BulFlowPeople *self)
{
  return self->people;
}

int
bul_flow_people_count_stories (BulStore *store, const BulFlowPerson *person, GError **error)
{
  g_autoptr (GHashTable) stories = NULL;

  if (person->voices->len < 2)
    return (int) person->n_stories;
  stories = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < person->voices->len; i++)
    if (!bul_store_add_stories (store, person->voices->pdata[i], stories, error))
      return -1;
  return (int) g_hash_table_size (stories);
}

const BulFlowPerson *
bul_flow_people_find_name (const BulFlowPeople *self, const char *name)
{
  const BulPerson *record = g_hash_table_lookup (self->claims, name);

  return record == NULL ? g_hash_table_lookup (self->named, name)
                        : g_hash_table_lookup (self->of, record);
}

gboolean
bul_flow_people_has_name (const BulFlowPeople *self, const char *name)
{
  return g_hash_table_contains (self->claims, name) || g_hash_table_contains (self->named, name)
         || g_hash_table_contains (self->others, name);
}

const BulFlowPerson *
bul_flow_people_find_id (const BulFlowPeople *self, const char *id)
{
  const BulPerson *record = g_hash_table_lookup (self->by_uid, id);
  g_autofree char *name = NULL;

  if (record != NULL)
    return g_hash_table_lookup (self->of, find_root (self, record));
  name = bul_flow_people_dup_name (id);
  return bul_flow_people_find_name (self, name);
}

static const BulFlowPerson *
give_one (GPtrArray *found, const char *id, GError **error)
{
  if (found->len == 1)
    return found->pdata[0];
  if (found->len == 0)
    g_set_error (
        error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
        "Nobody is called “%s”. Nothing was changed. “bulletin people” lists who is heard.", id);
  else
    g_set_error (error, BUL_ERROR, BUL_ERROR_AMBIGUOUS,
                 "“%s” may be one of several people. Nothing was changed. Name one by the "
                 "characters that “bulletin people” shows first.",
                 id);
  return NULL;
}

/* Those whose record begins so, or who are called so in another language. */
static GPtrArray *
list_called (const BulFlowPeople *self, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  gsize length = strlen (name);

  for (guint i = 0; i < self->people->len; i++)
    {
      const BulFlowPerson *person = self->people->pdata[i];

      if (g_strcmp0 (person->other, name) == 0
          || (person->record != NULL
              && ((length >= SHORTEST_PREFIX
                   && g_ascii_strncasecmp (person->record->uid, name, length) == 0)
                  || bul_person_has_name (person->record, name))))
        g_ptr_array_add (found, self->people->pdata[i]);
    }
  return found;
}

const BulFlowPerson *
bul_flow_people_find (const BulFlowPeople *self, const char *id, GError **error)
{
  g_autofree char *name = bul_flow_people_dup_name (id);
  const BulFlowPerson *person = bul_flow_people_find_name (self, name);
  g_autoptr (GPtrArray) found = NULL;

  if (person != NULL && !(person->record == NULL && g_hash_table_contains (self->claims, name)))
    return person;
  found = list_called (self, name);
  return give_one (found, id, error);
}
