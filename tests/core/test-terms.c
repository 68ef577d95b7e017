/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-finding.h"
#include "bul-flow-pair-terms.h"
#include "bul-flow-pair.h"
#include "bul-flow-terms.h"
#include "bul-parity.h"
#include "bul-terms.h"
#include "test-libraries.h"
#include "unit.h"

/* --- reading */

static void
test_read (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *terms;    /* ko=en, apart by | */
    const char *findings; /* line:code */
  } cases[] = {
    { "a table", "연안여객선\tcoastal ferry\n부두\tpier\n", "연안여객선=coastal ferry|부두=pier",
      "" },
    { "the other way round, with a heading", "English\tKorean\npier\t부두\n", "부두=pier", "" },
    { "two for one", "부두\tpier; quay ;\n", "부두=pier|부두=quay", "" },
    { "a comma stays", "해운부\tMinistry of Ports, Ships and Seas\n",
      "해운부=Ministry of Ports, Ships and Seas", "" },
    { "remarks, blanks, more columns", "# ours\n\n  부두 \t the   pier \t0.9\tnote\n",
      "부두=the pier", "" },
    /* strange */
    { "one side", "부두\npier\t\n\tpier\n연안\tcoast\n", "연안=coast",
      "1:term-one-sided 2:term-one-sided 3:term-one-sided" },
    { "signs that turn the text",
      "부\xe2\x80\xae두\tpi\x01"
      "er\n",
      "부 두=pi er", "" },
    { "nothing", "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings
          = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
      g_autoptr (GPtrArray) terms = bul_terms_read (cases[i].text, findings, &error);
      g_autoptr (GString) got = g_string_new (NULL);
      g_autoptr (GString) told = g_string_new (NULL);

      g_test_message ("%s", cases[i].what);
      g_assert_no_error (error);
      for (guint j = 0; j < terms->len; j++)
        {
          const BulTerm *term = terms->pdata[j];

          g_string_append_printf (got, "%s%s=%s", j > 0 ? "|" : "", term->korean, term->english);
        }
      for (guint j = 0; j < findings->len; j++)
        {
          const BulFinding *finding = findings->pdata[j];

          g_string_append_printf (told, "%s%u:%s", j > 0 ? " " : "", finding->line, finding->code);
        }
      g_assert_cmpstr (got->str, ==, cases[i].terms);
      g_assert_cmpstr (told->str, ==, cases[i].findings);
    }
}

static void
test_long (void)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autofree char *word = g_strnfill (BUL_TERMS_LONGEST + 1, 'a');
  g_autofree char *row = g_strdup_printf ("부두\t%s\n", word);
  g_autoptr (GPtrArray) terms = bul_terms_read (row, findings, NULL);

  g_assert_cmpuint (terms->len, ==, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((BulFinding *) findings->pdata[0])->code, ==, "term-long");
}

/* --- facts */

static const char terms_table[] = "해운안전공단\tMaritime Safety Corporation\n"
                                  "해운안전공단\tMSC\n"
                                  "뱃길\tsea lane\n"
                                  "수협\tNational Federation of Fishers\n"
                                  "연안 여객선\tcoastal ferry\n";

static void
test_parity (void)
{
  static const struct
  {
    const char *korean;
    const char *english;
    const char *facts; /* of terms that differ: side and words */
  } cases[] = {
    /* said */
    { "해운안전공단은 배를 살폈습니다.", "The Maritime Safety Corporation looked at the ship.",
      "" },
    { "해운안전공단은 배를 살폈습니다.", "The MSC looked at the ship.", "" },
    { "연안 여객선이 다시 뜹니다.", "Coastal ferries sail again.", "" },
    { "뱃길이 열렸습니다.", "The sea lanes are open.", "" },
    /* called otherwise */
    { "해운안전공단은 배를 살폈습니다.", "The maritime agency looked at the ship.",
      "ko 해운안전공단 Maritime Safety Corporation" },
    { "뱃길이 열렸습니다.", "The route is open.", "ko 뱃길 sea lane" },
    { "길이 열렸습니다.", "The sea lane's beacons are lit.", "en sea lane 뱃길" },
    /* another word */
    { "수협은행이 문을 닫았습니다.", "The bank closed.", "" },
    { "예뱃길이 열렸습니다.", "The route is open.", "" },
    { "바닷길이 열렸습니다.", "The sea and a lane are open.", "" },
  };
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (GPtrArray) terms = bul_terms_read (terms_table, findings, NULL);
  g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  BulParityOptions options = { .lexicons = lexicons };

  for (guint i = 0; i < terms->len; i++)
    {
      const BulTerm *term = terms->pdata[i];

      bul_lexicon_add_term (lexicon, term->korean, term->english);
    }
  g_ptr_array_add (lexicons, lexicon);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BulParitySide korean = { &cases[i].korean, 1 };
      const BulParitySide english = { &cases[i].english, 1 };
      g_autoptr (GPtrArray) facts = bul_parity_compare (&korean, &english, &options);
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint j = 0; j < facts->len; j++)
        {
          const BulFact *fact = facts->pdata[j];

          if (fact->kind == BUL_FACT_TERM && !fact->agrees)
            g_string_append_printf (told, "%s%s %s %s", told->len > 0 ? "|" : "",
                                    bul_language_words[fact->side], fact->here.text, fact->wanted);
        }
      g_test_message ("%s", cases[i].korean);
      g_assert_cmpstr (told->str, ==, cases[i].facts);
    }
}

/* What is shown beside a pair: each term once, and whether the other side has it. */
static void
test_pair_terms (void)
{
  static const struct
  {
    const char *what;
    BulLanguage language;
    const char *words;
    const char *other;
    const char *terms; /* words, answer, + where it is kept, - where it is in the other alone */
  } cases[] = {
    { "kept", BUL_LANGUAGE_KOREAN, "뱃길이 열렸고 뱃길은 넓습니다.", "The sea lane is open.",
      "뱃길 sea lane +" },
    { "the other of its words", BUL_LANGUAGE_KOREAN, "해운안전공단입니다.", "It is the MSC.",
      "해운안전공단 MSC +" },
    { "otherwise", BUL_LANGUAGE_KOREAN, "뱃길이 열렸습니다.", "The route is open.",
      "뱃길 sea lane" },
    { "no other side", BUL_LANGUAGE_KOREAN, "뱃길이 열렸습니다.", NULL, "뱃길 sea lane" },
    { "from English", BUL_LANGUAGE_ENGLISH, "The sea lanes are open.", "뱃길이 열렸습니다.",
      "sea lanes 뱃길 +" },
    { "in the other alone", BUL_LANGUAGE_ENGLISH, "The route is open.", "뱃길이 열렸습니다.",
      "sea lane 뱃길 -" },
    { "none", BUL_LANGUAGE_KOREAN, "바닷길이 열렸습니다.", "The sea is open.", "" },
  };
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (GPtrArray) terms = bul_terms_read (terms_table, findings, NULL);
  g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();

  for (guint i = 0; i < terms->len; i++)
    {
      const BulTerm *term = terms->pdata[i];

      bul_lexicon_add_term (lexicon, term->korean, term->english);
    }
  g_ptr_array_add (lexicons, lexicon);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found
          = bul_flow_pair_terms (lexicons, cases[i].language, cases[i].words, cases[i].other);
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          const BulFlowPairTerm *term = found->pdata[j];

          g_string_append_printf (told, "%s%s %s%s", j > 0 ? "|" : "", term->words, term->answer,
                                  term->is_kept    ? " +"
                                  : term->is_stray ? " -"
                                                   : "");
        }
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (told->str, ==, cases[i].terms);
    }
}

/* --- a library */

static guint
import (Library *library, BulStore *store, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (library->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowTermsTaken) taken = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  taken = bul_flow_terms_import (store, path, NULL, NULL, "Tester", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (taken->source, ==, name);
  return taken->n_new;
}

static guint
count_found (BulStore *store, const char *words)
{
  g_autoptr (GPtrArray) terms = bul_store_find_terms (store, words, 10, NULL);

  return terms->len;
}

static void
test_library (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_cmpuint (import (library, store, "sea.tsv", terms_table), ==, 5);
  g_assert_cmpuint (import (library, store, "sea.tsv", terms_table), ==, 0);
  g_assert_cmpuint (import (library, store, "port.tsv", "부두\tpier\n"), ==, 1);
  sources = bul_store_list_term_sources (store, NULL);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (((BulTermSource *) sources->pdata[1])->source, ==, "sea.tsv");
  g_assert_cmpuint (((BulTermSource *) sources->pdata[1])->n_terms, ==, 5);
  g_assert_cmpuint (count_found (store, "SEA lane"), ==, 1);
  g_assert_cmpuint (count_found (store, "안전"), ==, 2);
  g_assert_cmpuint (count_found (store, "' OR 1 --%"), ==, 0);

  /* one, and all of a dictionary */
  g_assert_true (bul_store_forget_term (store, 3, NULL));
  g_assert_cmpuint (count_found (store, "sea lane"), ==, 0);
  g_assert_false (bul_store_forget_term (store, 3, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  g_assert_true (bul_store_recall_term (store, 3, NULL));
  g_assert_cmpuint (count_found (store, "sea lane"), ==, 1);
  g_assert_true (bul_store_forget_terms (store, "sea.tsv", &n, NULL));
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (count_found (store, "ferry"), ==, 0);
  g_assert_cmpuint (count_found (store, "pier"), ==, 1);
  g_assert_true (bul_store_recall_terms (store, "sea.tsv", &n, NULL));
  g_assert_cmpuint (count_found (store, "ferry"), ==, 1);
}

static void
test_refused (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *path = g_build_filename (library->folder, "bad.tbx", NULL);
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "<!DOCTYPE tbx [<!ENTITY a \"b\">]><tbx>&a;</tbx>", BUL_ERROR_HOSTILE },
    { "<tbx><text></text></tbx>", BUL_ERROR_INVALID },
    { "no table\n", BUL_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, cases[i].text, -1, NULL);
      g_assert_null (bul_flow_terms_import (store, path, NULL, NULL, "Tester", &error));
      g_assert_error (error, BUL_ERROR, cases[i].code);
    }
}

UNIT (terms)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/read", test_read);
  g_test_add_func ("/terms/long", test_long);
  g_test_add_func ("/terms/parity", test_parity);
  g_test_add_func ("/terms/pair", test_pair_terms);
  g_test_add ("/terms/library", Library, NULL, library_set_up, test_library, library_tear_down);
  g_test_add ("/terms/refused", Library, NULL, library_set_up, test_refused, library_tear_down);
  return g_test_run ();
}
