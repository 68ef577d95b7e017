/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-vocabulary-reader-private.h"

#include <string.h>

#include "bul-concept-uri.h"
#include "bul-decode.h"
#include "bul-error.h"
#include "bul-finding.h"
#include "bul-normal.h"
#include "bul-turtle.h"

/* A name or note that is longer is cut. */
#define LONGEST_NAME 200
#define LONGEST_NOTE 4000

/* What of a concept is a list. */
typedef struct
{
  GPtrArray *parents;
  GPtrArray *korean;
  GPtrArray *english;
} Lists;

static void
lists_free (gpointer data)
{
  Lists *self = data;

  g_ptr_array_unref (self->parents);
  g_ptr_array_unref (self->korean);
  g_ptr_array_unref (self->english);
  g_free (self);
}

static char *
dup_code (BulVocabularyReader *self, const char *name)
{
  const char *code = g_hash_table_lookup (self->addresses, name);

  return code != NULL ? g_strdup (code) : bul_concept_uri_dup_code (name, self->prefix);
}

BulConcept *
bul_vocabulary_reader_get (BulVocabularyReader *self, const char *name)
{
  g_autofree char *code = dup_code (self, name);
  BulConcept *concept = code == NULL ? NULL : g_hash_table_lookup (self->by_code, code);
  Lists *lists;

  if (code == NULL || concept != NULL)
    return concept;
  concept = bul_concept_new (code);
  g_ptr_array_add (self->concepts, concept);
  g_hash_table_insert (self->by_code, concept->code, concept);
  lists = g_new0 (Lists, 1);
  lists->parents = g_ptr_array_new_with_free_func (g_free);
  lists->korean = g_ptr_array_new_with_free_func (g_free);
  lists->english = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (self->also, concept, lists);
  return concept;
}

/* --- words */

/* One line, in normal form, without what cannot be seen. JSON can name halves of a character, which
 * are no text. */
static char *
dup_words (const char *words, glong longest)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *normal = bul_normal_form (valid, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  glong n = 0;

  for (const char *p = normal; *p != '\0' && n < longest; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        c = ' ';
      if (g_unichar_type (c) == G_UNICODE_FORMAT
          || (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' ')))
        continue;
      g_string_append_unichar (out, c);
      n++;
    }
  return g_strchomp (g_string_free (g_steal_pointer (&out), FALSE));
}

static gboolean
has_hangul (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

static gboolean
is_language (const char *said, const char *code)
{
  gsize length = strlen (code);

  return g_ascii_strncasecmp (said, code, length) == 0
         && (said[length] == '\0' || said[length] == '-' || said[length] == '_');
}

static void
add_once (GPtrArray *list, const char *value)
{
  if (!g_ptr_array_find_with_equal_func (list, value, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (value));
}

/* A second name is one that it has besides. */
static void
add_name (char **name, GPtrArray *others, const char *words)
{
  if (*name == NULL)
    *name = g_strdup (words);
  else if (strcmp (*name, words) != 0)
    add_once (others, words);
}

void
bul_vocabulary_reader_add_words (BulVocabularyReader *self,
                                 BulConcept *concept,
                                 BulVocabularyWords what,
                                 const char *language,
                                 const char *words)
{
  g_autofree char *said
      = dup_words (words, what == BUL_VOCABULARY_NOTE ? LONGEST_NOTE : LONGEST_NAME);
  gboolean has_language = language != NULL && *language != '\0';
  gboolean korean = has_language ? is_language (language, "ko") : has_hangul (said);
  const Lists *lists = g_hash_table_lookup (self->also, concept);

  if (*said == '\0' || (has_language && !korean && !is_language (language, "en")))
    return;
  switch (what)
    {
    case BUL_VOCABULARY_NAME:
      if (korean)
        add_name (&concept->korean, lists->korean, said);
      else
        add_name (&concept->english, lists->english, said);
      break;
    case BUL_VOCABULARY_OTHER_NAME:
      add_once (korean ? lists->korean : lists->english, said);
      break;
    case BUL_VOCABULARY_NOTE:
      if (concept->note == NULL)
        concept->note = g_steal_pointer (&said);
      break;
    }
}

/* --- what it stands beside */

void
bul_vocabulary_reader_add_parent (BulVocabularyReader *self,
                                  BulConcept *concept,
                                  const char *parent)
{
  g_autofree char *code = dup_code (self, parent);
  const Lists *lists = g_hash_table_lookup (self->also, concept);

  if (code != NULL && strcmp (code, concept->code) != 0)
    add_once (lists->parents, code);
}

/* The first that has a code of its own. */
void
bul_vocabulary_reader_set_match (BulVocabularyReader *self, BulConcept *concept, const char *match)
{
  if (concept->match == NULL)
    concept->match = dup_code (self, match);
}

void
bul_vocabulary_reader_set_merged (BulVocabularyReader *self, BulConcept *concept, const char *into)
{
  g_autofree char *code = dup_code (self, into);

  if (concept->merged_into == NULL && code != NULL && strcmp (code, concept->code) != 0)
    concept->merged_into = g_steal_pointer (&code);
}

/* --- the whole */

static GStrv
end_list (GPtrArray *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < list->len; i++)
    g_strv_builder_add (builder, list->pdata[i]);
  return list->len == 0 ? NULL : g_strv_builder_end (builder);
}

/* Concepts leave the reader for the vocabulary. */
static BulVocabulary *
end_reading (BulVocabularyReader *self)
{
  BulVocabulary *vocabulary = bul_vocabulary_new ();

  for (guint i = 0; i < self->concepts->len; i++)
    {
      BulConcept *concept = self->concepts->pdata[i];
      Lists *lists = g_hash_table_lookup (self->also, concept);

      if (concept->korean == NULL && concept->english == NULL)
        {
          self->n_passed_over++;
          bul_record_free (concept);
          continue;
        }
      concept->parents = end_list (lists->parents);
      concept->other_korean = end_list (lists->korean);
      concept->other_english = end_list (lists->english);
      bul_vocabulary_add (vocabulary, concept);
    }
  g_ptr_array_set_free_func (self->concepts, NULL);
  return vocabulary;
}

static BulVocabulary *
refuse (BulVocabulary *vocabulary, GError **error, BulError code, const char *message)
{
  bul_vocabulary_free (vocabulary);
  g_set_error_literal (error, BUL_ERROR, code, message);
  return NULL;
}

/* Turtle is UTF-8: bytes of another encoding would be other words. */
static gboolean
read_turtle (BulVocabularyReader *self, const BulDecoded *decoded, GError **error)
{
  if (strcmp (decoded->encoding, "UTF-8") == 0 && decoded->n_replaced == 0)
    return bul_vocabulary_reader_read_turtle (self, decoded->text, error);
  if (decoded->n_replaced > 0)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_TEXT,
                 "Turtle is UTF-8, and line %u holds what is none. Nothing was changed.",
                 decoded->replaced_line);
  else
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_TEXT,
                 "Turtle is UTF-8, and this is %s. Nothing was changed.", decoded->encoding);
  return FALSE;
}

static gboolean
read_any (BulVocabularyReader *self, GBytes *bytes, GError **error)
{
  g_autoptr (BulDecoded) decoded = NULL;
  g_autoptr (GBytes) text = NULL;
  const char *first;

  decoded = bul_decode (bytes, NULL, error);
  if (decoded == NULL)
    return FALSE;
  first = decoded->text;
  while (g_ascii_isspace (*first))
    first++;
  if (bul_turtle_probe (decoded->text))
    return read_turtle (self, decoded, error);
  /* What XML says of its own encoding, its gate reads. */
  if (*first == '<')
    return bul_vocabulary_reader_read_skos (self, bytes, error);
  text = g_bytes_new (first, strlen (first));
  return *first == '{' || *first == '[' ? bul_vocabulary_reader_read_json (self, text, error)
                                        : bul_vocabulary_reader_read_table (self, text, error);
}

BulVocabulary *
bul_vocabulary_reader_read (
    GBytes *bytes, const char *prefix, GPtrArray *findings, guint *n_passed_over, GError **error)
{
  g_autoptr (GPtrArray) concepts = bul_records_new ();
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) also = g_hash_table_new_full (NULL, NULL, NULL, lists_free);
  g_autoptr (GHashTable) addresses
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  BulVocabularyReader self = { prefix, concepts, by_code, also, addresses, findings, 0 };
  BulVocabulary *vocabulary;

  if (g_bytes_get_size (bytes) > BUL_VOCABULARY_LIMIT)
    return refuse (NULL, error, BUL_ERROR_TOO_LARGE,
                   "This is larger than any vocabulary. Nothing was changed.");
  if (!read_any (&self, bytes, error))
    return NULL;
  if (concepts->len > BUL_VOCABULARY_MOST)
    return refuse (NULL, error, BUL_ERROR_TOO_LARGE,
                   "This has more subjects than anyone could choose among. Nothing was changed.");
  vocabulary = end_reading (&self);
  *n_passed_over = self.n_passed_over;
  if (bul_vocabulary_get_concepts (vocabulary)->len > 0)
    return vocabulary;
  refuse (vocabulary, error, BUL_ERROR_INVALID,
          "No subject with a Korean or English name is in it. Nothing was changed. A "
          "vocabulary is SKOS as RDF/XML or Turtle, JSON, or a table with the columns code, "
          "ko and en.");
  /* What was strange may be why. */
  if (findings->len > 0)
    g_prefix_error (error, "Line %u: %s ", ((BulFinding *) findings->pdata[0])->line,
                    ((BulFinding *) findings->pdata[0])->message);
  return NULL;
}
