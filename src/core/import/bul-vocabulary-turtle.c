/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-skos-private.h"
#include "bul-turtle.h"

/* Prefixes make long addresses of few letters: what is kept of a file may be so much longer. */
#define MOST_KEPT (2 * BUL_VOCABULARY_LIMIT)

/* One statement that says something of a concept, if its subject is one. */
typedef struct
{
  const char *subject;
  const char *property;
  const char *object;
  const char *language; /* or NULL */
  gboolean is_address;
} Said;

typedef struct
{
  GStringChunk *texts;
  gsize length; /* of all that was put there, or was there already */
  GArray *said;
  GHashTable *concepts; /* addresses of what is a concept */
  GPtrArray *in_order;  /* the same */
} Kept;

static const char *
keep_text (Kept *self, const char *text)
{
  if (text == NULL)
    return NULL;
  self->length += strlen (text);
  return self->length > MOST_KEPT ? "" : g_string_chunk_insert_const (self->texts, text);
}

static void
keep_concept (Kept *self, const char *address)
{
  const char *kept;

  if (g_hash_table_contains (self->concepts, address))
    return;
  kept = keep_text (self, address);
  g_hash_table_add (self->concepts, (gpointer) kept);
  g_ptr_array_add (self->in_order, (gpointer) kept);
}

/* What is a concept may be told after what is said of it. */
static void
keep (const BulTurtleTriple *triple, gpointer data)
{
  Kept *self = data;
  const Said *last
      = self->said->len == 0 ? NULL : &g_array_index (self->said, Said, self->said->len - 1);
  Said said = { .property = bul_skos_find_property (triple->predicate),
                .is_address = triple->is_address };

  if ((strcmp (triple->predicate, BUL_RDF "type") == 0
       && strcmp (triple->object, BUL_SKOS "Concept") == 0)
      || bul_skos_is_of_concepts (triple->predicate))
    keep_concept (self, triple->subject);
  if (said.property == NULL || self->length > MOST_KEPT)
    return;
  said.subject = last != NULL && strcmp (last->subject, triple->subject) == 0
                     ? last->subject
                     : keep_text (self, triple->subject);
  said.object = keep_text (self, triple->object);
  said.language = keep_text (self, triple->language);
  g_array_append_val (self->said, said);
}

static void
add (BulVocabularyReader *reader, const Said *said)
{
  BulConcept *concept = bul_vocabulary_reader_get (reader, said->subject);

  if (concept == NULL)
    return;
  if (said->is_address)
    bul_skos_add_address (reader, concept, said->property, said->object);
  else
    bul_skos_add_words (reader, concept, said->property, said->language, said->object);
}

static void
add_all (BulVocabularyReader *reader, const Kept *kept)
{
  for (guint i = 0; i < kept->said->len; i++)
    {
      const Said *said = &g_array_index (kept->said, Said, i);

      if (!said->is_address && strcmp (said->property, BUL_SKOS_NOTATION) == 0
          && g_hash_table_contains (kept->concepts, said->subject))
        bul_skos_add_notation (reader, said->subject, said->object);
    }
  for (guint i = 0; i < kept->in_order->len; i++)
    if (bul_vocabulary_reader_get (reader, kept->in_order->pdata[i]) == NULL)
      reader->n_passed_over++;
  for (guint i = 0; i < kept->said->len; i++)
    {
      const Said *said = &g_array_index (kept->said, Said, i);

      if (g_hash_table_contains (kept->concepts, said->subject))
        add (reader, said);
    }
}

gboolean
bul_vocabulary_reader_read_turtle (BulVocabularyReader *self, const char *text, GError **error)
{
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (Said));
  g_autoptr (GHashTable) concepts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  Kept kept = { g_string_chunk_new (4096), 0, said, concepts, in_order };
  gboolean is_read = bul_turtle_read (text, keep, &kept, self->findings, error);
  gboolean is_too_large = kept.length > MOST_KEPT;

  if (is_read && !is_too_large)
    add_all (self, &kept);
  else if (is_read)
    g_set_error_literal (error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
                         "This is larger than any vocabulary. Nothing was changed.");
  g_string_chunk_free (kept.texts);
  return is_read && !is_too_large;
}
