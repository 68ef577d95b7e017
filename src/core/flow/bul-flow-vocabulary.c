/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-vocabulary.h"

#include <string.h>

#include "bul-error.h"
#include "bul-file.h"
#include "bul-vocabulary-reader.h"
#include "bul-vocabulary-writer.h"

gboolean
bul_flow_vocabulary_adopt (BulStore *store, GError **error)
{
  gboolean has;

  if (!bul_store_has_vocabulary (store, &has, error))
    return FALSE;
  return has
         || bul_store_save_concepts (
             store, bul_vocabulary_get_concepts (bul_vocabulary_get_starter ()), error);
}

const BulConcept *
bul_flow_vocabulary_look_up (const BulVocabulary *vocabulary, const char *words, GError **error)
{
  const BulConcept *concept = bul_vocabulary_look_up (vocabulary, words);

  if (concept == NULL)
    g_set_error (
        error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
        "The vocabulary has no “%s”. Nothing was changed. “bulletin vocabulary list” shows "
        "what it has, and “bulletin vocabulary add” adds to it.",
        words);
  return concept;
}

const BulConcept *
bul_flow_vocabulary_choose (const BulVocabulary *vocabulary, const char *words, GError **error)
{
  const BulConcept *concept = bul_flow_vocabulary_look_up (vocabulary, words, error);

  if (concept == NULL || bul_concept_is_current (concept))
    return concept;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "“%s” is retired: stories are given it no more. Nothing was changed. “bulletin "
               "vocabulary add %s” brings it back.",
               concept->code, concept->code);
  return NULL;
}

static gboolean
refuse (GError **error, const char *code, const char *why)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED, "“%s”: %s Nothing was changed.", code, why);
  return FALSE;
}

/* Whether the concept may stand where it says in @vocabulary. */
static gboolean
check (const BulVocabulary *vocabulary, const BulConcept *concept, GError **error)
{
  if (!bul_concept_is_code (concept->code))
    return refuse (error, concept->code, "A code is prefix:name, without blanks.");
  if (concept->korean == NULL && concept->english == NULL)
    return refuse (error, concept->code, "It needs a name, in Korean or in English.");
  for (guint i = 0; concept->parents != NULL && concept->parents[i] != NULL; i++)
    {
      const char *parent = concept->parents[i];

      if (bul_vocabulary_find (vocabulary, parent) == NULL)
        return refuse (error, parent, "It is not in the vocabulary, so nothing can be below it.");
      if (strcmp (parent, concept->code) == 0
          || bul_vocabulary_is_below (vocabulary, parent, concept->code))
        return refuse (error, parent, "It would be below itself.");
    }
  return TRUE;
}

static gboolean
save_one (BulStore *store, const BulConcept *concept, GError **error)
{
  g_autoptr (GPtrArray) concepts = g_ptr_array_new ();

  g_ptr_array_add (concepts, (gpointer) concept);
  return bul_flow_vocabulary_adopt (store, error)
         && bul_store_save_concepts (store, concepts, error);
}

gboolean
bul_flow_vocabulary_add (BulStore *store, const BulConcept *concept, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  const BulConcept *there;

  if (vocabulary == NULL || !check (vocabulary, concept, error))
    return FALSE;
  there = bul_vocabulary_find (vocabulary, concept->code);
  if (there != NULL && bul_concept_is_current (there))
    return refuse (error, concept->code, "The vocabulary has it already.");
  return save_one (store, concept, error);
}

gboolean
bul_flow_vocabulary_set (BulStore *store, const BulConcept *concept, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);

  if (vocabulary == NULL || !check (vocabulary, concept, error))
    return FALSE;
  if (bul_vocabulary_find (vocabulary, concept->code) == NULL)
    return refuse (error, concept->code, "It is not in the vocabulary.");
  return save_one (store, concept, error);
}

gboolean
bul_flow_vocabulary_move (BulStore *store, const char *code, const char *parent, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  const BulConcept *there = vocabulary == NULL ? NULL : bul_vocabulary_find (vocabulary, code);
  const char *parents[] = { parent, NULL };
  g_autoptr (BulConcept) concept = NULL;

  if (vocabulary == NULL)
    return FALSE;
  if (there == NULL)
    return refuse (error, code, "It is not in the vocabulary.");
  concept = bul_record_copy (there);
  g_strfreev (concept->parents);
  concept->parents = parent == NULL ? NULL : g_strdupv ((char **) parents);
  return check (vocabulary, concept, error) && save_one (store, concept, error);
}

gboolean
bul_flow_vocabulary_retire (BulStore *store, const char *code, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  const BulConcept *there = vocabulary == NULL ? NULL : bul_vocabulary_find (vocabulary, code);
  g_autoptr (BulConcept) concept = NULL;

  if (vocabulary == NULL)
    return FALSE;
  if (there == NULL || !bul_concept_is_current (there))
    return refuse (error, code,
                   there == NULL ? "It is not in the vocabulary." : "It is retired already.");
  concept = bul_record_copy (there);
  concept->retired = TRUE;
  return save_one (store, concept, error);
}

/* What was merged in this library stays merged, and what was retired by hand here is as the file
 * says. */
static BulConcept *
make_taken (const BulConcept *read, const BulConcept *there)
{
  BulConcept *concept = bul_record_copy (read);

  if (there != NULL && there->merged_into != NULL && concept->merged_into == NULL)
    concept->merged_into = g_strdup (there->merged_into);
  return concept;
}

gboolean
bul_flow_vocabulary_take (BulStore *store,
                          const BulVocabulary *vocabulary,
                          BulFlowVocabularyChange *change,
                          GError **error)
{
  g_autoptr (BulVocabulary) own = bul_store_load_vocabulary (store, error);
  const GPtrArray *concepts = bul_vocabulary_get_concepts (vocabulary);
  g_autoptr (GPtrArray) taken = bul_records_new ();
  gboolean has;

  *change = (BulFlowVocabularyChange){ 0 };
  if (own == NULL || !bul_store_has_vocabulary (store, &has, error))
    return FALSE;
  for (guint i = 0; i < concepts->len; i++)
    {
      const BulConcept *read = concepts->pdata[i];
      const BulConcept *there = has ? bul_vocabulary_find (own, read->code) : NULL;
      g_autoptr (BulConcept) concept = make_taken (read, there);

      if (there == NULL)
        change->n_new++;
      else if (bul_record_equal (there, concept))
        change->n_same++;
      else
        change->n_changed++;
      if (there == NULL || !bul_record_equal (there, concept))
        g_ptr_array_add (taken, g_steal_pointer (&concept));
    }
  return taken->len == 0 || bul_store_save_concepts (store, taken, error);
}

/* --- files */

/* Of the file's name what a prefix may hold. */
static char *
dup_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = name; *p != '\0' && *p != '.'; p++)
    if (g_ascii_isalpha (*p) || (out->len > 0 && (g_ascii_isdigit (*p) || *p == '-' || *p == '_')))
      g_string_append_c (out, g_ascii_tolower (*p));
  return out->len == 0 ? g_strdup ("concept") : g_string_free (g_steal_pointer (&out), FALSE);
}

BulVocabulary *
bul_flow_vocabulary_read_file (const char *path,
                               GPtrArray *findings,
                               guint *n_passed_over,
                               GError **error)
{
  g_autoptr (GBytes) bytes = bul_file_read (path, BUL_VOCABULARY_LIMIT, error);
  g_autofree char *prefix = dup_prefix (path);
  BulVocabulary *vocabulary;

  if (bytes == NULL)
    return NULL;
  vocabulary = bul_vocabulary_reader_read (bytes, prefix, findings, n_passed_over, error);
  if (vocabulary == NULL)
    g_prefix_error (error, "%s: ", path);
  return vocabulary;
}

/* Without what is behind it only to give old tags a name. */
static BulVocabulary *
make_own (BulStore *store, GError **error)
{
  g_autoptr (BulVocabulary) all = bul_store_load_vocabulary (store, error);
  const BulVocabulary *starter = bul_vocabulary_get_starter ();
  const GPtrArray *concepts = all == NULL ? NULL : bul_vocabulary_get_concepts (all);
  BulVocabulary *own;

  if (all == NULL)
    return NULL;
  own = bul_vocabulary_new ();
  for (guint i = 0; i < concepts->len; i++)
    {
      const BulConcept *concept = concepts->pdata[i];

      if (!concept->retired || bul_vocabulary_find (starter, concept->code) == NULL)
        bul_vocabulary_add (own, bul_record_copy (concept));
    }
  return own;
}

GBytes *
bul_flow_vocabulary_export (BulStore *store, const char *format, GError **error)
{
  const BulVocabularyWriter *writer = bul_vocabulary_writer_find (format);
  g_autoptr (BulVocabulary) vocabulary = NULL;

  if (writer == NULL)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "There is no format “%s” of a vocabulary; say skos, turtle, json or csv.",
                   format);
      return NULL;
    }
  vocabulary = make_own (store, error);
  return vocabulary == NULL ? NULL : writer->write (vocabulary);
}
