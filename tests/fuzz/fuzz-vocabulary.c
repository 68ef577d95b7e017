/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-finding.h"
#include "bul-vocabulary-reader.h"
#include "bul-vocabulary-writer.h"
#include "fuzz.h"

static BulVocabulary *
read_bytes (GBytes *bytes, GPtrArray *findings, GError **error)
{
  guint n_passed_over = 0;

  return bul_vocabulary_reader_read (bytes, "fuzz", findings, &n_passed_over, error);
}

/* What is written as Turtle is read as it was, without a word. */
static void
check_turtle (const BulVocabulary *vocabulary)
{
  g_autoptr (GBytes) bytes = bul_vocabulary_writer_find ("turtle")->write (vocabulary);
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulVocabulary) again = read_bytes (bytes, findings, &error);
  const GPtrArray *before = bul_vocabulary_get_concepts (vocabulary);
  const GPtrArray *after;

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  after = bul_vocabulary_get_concepts (again);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_true (bul_record_equal (before->pdata[i], after->pdata[i]));
}

/* Any bytes as a vocabulary of any format: RDF/XML behind its gate, Turtle, JSON or a table. */
void
fuzz_one (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulVocabulary) vocabulary = read_bytes (bytes, findings, &error);

  g_assert_true ((vocabulary == NULL) == (error != NULL));
  if (vocabulary != NULL)
    check_turtle (vocabulary);
}
