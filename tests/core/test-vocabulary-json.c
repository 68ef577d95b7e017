/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-finding.h"
#include "bul-vocabulary-reader.h"
#include "unit.h"

static BulVocabulary *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  guint n_passed_over = 0;

  return bul_vocabulary_reader_read (bytes, "our", findings, &n_passed_over, error);
}

static void
assert_refused (const char *text, BulError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulVocabulary) vocabulary = read_text (text, &error);

  g_assert_error (error, BUL_ERROR, (int) code);
  g_assert_null (vocabulary);
  g_assert_true (g_str_has_prefix (error->message, message));
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulVocabulary) vocabulary
      = read_text ("{\"concepts\": [{\"code\": \"our:sea\", \"en\": \"Sea \\\"{[\\\" // '\", "
                   "\"ko\": \"바다\"},\n"
                   "{\"code\": \"our:port\", \"en\": \"Port\", \"parents\": [\"our:sea\"], "
                   "\"retired\": true}]}\n",
                   &error);
  const GPtrArray *concepts;
  const BulConcept *sea;
  const BulConcept *port;

  g_assert_no_error (error);
  concepts = bul_vocabulary_get_concepts (vocabulary);
  g_assert_cmpuint (concepts->len, ==, 2);
  sea = concepts->pdata[0];
  port = concepts->pdata[1];
  g_assert_cmpstr (sea->english, ==, "Sea \"{[\" // '");
  g_assert_cmpstr (sea->korean, ==, "바다");
  g_assert_cmpstr (port->parents[0], ==, "our:sea");
  g_assert_true (port->retired);
}

/* Of two values one after the other the parser would lose the first, never to be freed. */
static void
test_one_value (void)
{
  static const char *const behind[] = { "[][]", "[] {}", "{}\"a\"", "[]1", "[];", "[]]" };

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    assert_refused (behind[i], BUL_ERROR_INVALID,
                    "Line 1: This is no JSON: more stands behind its end");
  assert_refused ("[\n\"a\",\n\"b\"]\n[]", BUL_ERROR_INVALID, "Line 4: ");
}

static void
test_signs (void)
{
  static const char *const foreign[]
      = { "[/*\"*/][]", "[//\"\n][]", "['[', \"a\"]", "[#]", "{\"a\"=1}", "[바다]", "[\\\"]" };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    assert_refused (foreign[i], BUL_ERROR_INVALID,
                    "Line 1: This is no JSON: a sign stands outside");
  /* What only the parser sees is told in its words. */
  assert_refused ("[\"a", BUL_ERROR_INVALID, "This is no JSON: ");
  assert_refused ("[\"a\\", BUL_ERROR_INVALID, "This is no JSON: ");
  assert_refused ("[}", BUL_ERROR_INVALID, "This is no JSON: ");
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 33; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  assert_refused (text->str, BUL_ERROR_HOSTILE, "Brackets stand in brackets more than 32 deep");
}

UNIT (vocabulary_json)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary-json/read", test_read);
  g_test_add_func ("/vocabulary-json/one-value", test_one_value);
  g_test_add_func ("/vocabulary-json/signs", test_signs);
  g_test_add_func ("/vocabulary-json/deep", test_deep);
  return g_test_run ();
}
