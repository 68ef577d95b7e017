/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-finding.h"
#include "bul-turtle.h"
#include "bul-vocabulary-reader.h"
#include "bul-vocabulary-writer.h"
#include "unit.h"

#define EX "@prefix : <http://e/> .\n"
#define SKOS "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"

static GPtrArray *
findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
}

static char *
dup_told (const GPtrArray *findings)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const BulFinding *finding = findings->pdata[i];

      g_string_append_printf (told, "%s%u:%s", i > 0 ? " " : "", finding->line, finding->code);
    }
  return g_string_free (told, FALSE);
}

static const char *
get_end (const char *address)
{
  return g_str_has_prefix (address, "http://e/") ? address + strlen ("http://e/") : address;
}

/* subject predicate object, apart by |; words with quotes, and their language. */
static void
add_triple (const BulTurtleTriple *triple, gpointer data)
{
  GString *out = data;

  if (out->len > 0)
    g_string_append (out, "|");
  g_string_append_printf (out, triple->is_address ? "%s %s %s" : "%s %s \"%s\"",
                          get_end (triple->subject), get_end (triple->predicate),
                          triple->is_address ? get_end (triple->object) : triple->object);
  if (triple->language != NULL)
    g_string_append_printf (out, "@%s", triple->language);
}

static void
assert_read (const char *text, const char *triples, const char *told)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) findings = findings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_true (bul_turtle_read (text, add_triple, out, findings, &error));
  g_assert_no_error (error);
  found = dup_told (findings);
  g_assert_cmpstr (out->str, ==, triples);
  g_assert_cmpstr (found, ==, told);
}

static void
test_read (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *triples;
    const char *findings; /* line:code */
  } cases[] = {
    /* statements */
    { "one", "<http://e/s> <http://e/p> <http://e/o> .", "s p o", "" },
    { "lists of predicates and objects", EX ":s :p :a , :b ; :q :c ; ; :r :d ; .",
      "s p a|s p b|s q c|s r d", "" },
    { "a", EX ":s a :C.", "s http://www.w3.org/1999/02/22-rdf-syntax-ns#type C", "" },
    { "remarks", "# one\n" EX ":s :p :o . # two\n#three", "s p o", "" },
    { "points within names", EX ":a.b :p :c.d. :e :p 1.5 .", "a.b p c.d|e p \"1.5\"", "" },
    { "signs within names", EX ":a\\,b :p :%41\\. .", "a,b p %41.", "" },
    { "Hangul", EX ":외교 :이름 \"친서\"@ko .", "외교 이름 \"친서\"@ko", "" },
    /* where addresses begin */
    { "a base", "@base <http://e/a/> . <b> <../p> <#o> .", "a/b p a/#o", "" },
    { "steps",
      "@base <http://e/a/b?c#d> . <> <.> <./g> , <..> , <../../../g/./h> , </g/../h?./i> .",
      "a/b?c a/ a/g|a/b?c a/ |a/b?c a/ g/h|a/b?c a/ h?./i", "" },
    { "other bases", "@base <http://e> . <?p> <#p> <o> .\n@base <urn:a:> . <s> <p> <//e/o> .",
      "http://e?p http://e#p o|urn:a:s urn:a:p urn:a://e/o", "" },
    { "without a sign", "PREFIX : <http://e/>\nbase <http://e/>\n:s :p <o> .", "s p o", "" },
    { "a prefix anew", EX ":s :p :o .\n@prefix : <http://e/x/> .\n:s :p :o .", "s p o|x/s x/p x/o",
      "" },
    { "no base", "<s> <p> <urn:o> .", "s p urn:o", "" },
    /* words */
    { "languages and types",
      EX ":s :p 'a'@en-GB , \"b\"^^<http://e/t> , \"c\"^^:t , true , -4e2 , \"\" .",
      "s p \"a\"@en-GB|s p \"b\"|s p \"c\"|s p \"true\"|s p \"-4e2\"|s p \"\"", "" },
    { "long", EX ":s :p \"\"\"a \"b\" \n'c'\"\"\"@en , '''d''e''' .",
      "s p \"a \"b\" \n'c'\"@en|s p \"d''e\"", "" },
    { "escapes", EX ":s :p \"\\\"\\\\\\n\\u00e9\\U0001F600\" , <http://e/\\u0041> .",
      "s p \"\"\\\n\xc3\xa9\xf0\x9f\x98\x80\"|s p A", "" },
    /* left out */
    { "no characters", EX ":s :p \"\\q\\ud83d\\u12\" .", "s p \"\\q\\ud83d\\u12\"",
      "2:turtle-escape 2:turtle-escape 2:turtle-escape" },
    { "nodes without an address",
      EX ":s :p [ :q \"a.]\"@en ; :r [ :x \"1\"^^:t ] ] , _:x , :o .\n_:x :p :o .", "s p o",
      "2:turtle-blank 2:turtle-blank 3:turtle-blank" },
    { "brackets alone", EX "[ :p :o ] .\n[] :p :o .\n:s :p :o .", "s p o",
      "2:turtle-blank 3:turtle-blank" },
    { "lists", EX ":s :p ( :a ( \"b)\" ) ) ; :q :o .", "s q o", "2:turtle-blank" },
    { "a prefix that is not there", EX ":s x:p :a ; :p x:o , :b .\nx:s :p :c .", "s p b",
      "2:turtle-prefix 2:turtle-prefix 3:turtle-prefix" },
    /* broken */
    { "more than one thing", EX ":s :p :a \"b\"@en 'c'^^<t> .\n:t :p :o .", "s p a|t p o",
      "2:turtle-broken" },
    { "a quote that is not closed", EX ":s :p \"a .\n:s :p :o .\n:t :p :o .", "s p o|t p o",
      "2:turtle-broken" },
    { "a line that ends within quotes", EX ":s :p \"a\n  b\" ; :q :o .\n:t :p :o .", "t p o",
      "2:turtle-broken" },
    { "a long one", EX ":s :p :o .\n:s :p \"\"\"a .\n:t :p :o .", "s p o", "3:turtle-broken" },
    { "a type that is missing at the end", EX ":s :p :o .\n:s :p \"a\"^^", "s p o|s p \"a\"",
      "3:turtle-broken 3:turtle-broken" },
    { "a bracket that is not closed", EX ":s :p [ :q :a .\n:t :p :o .", "t p o",
      "2:turtle-blank 2:turtle-broken" },
    { "a point that is missing", EX ":s :p :o\n:t :p :o .\n:u :p :o", "s p o|t p o|u p o",
      "3:turtle-broken 4:turtle-broken" },
    { "an address that is not closed", EX ":s :p <http://e/ a .\n:t :p :o .", "t p o",
      "2:turtle-broken" },
    { "signs of nothing", EX ":s :p {}} :o .\n. ] ;\n:t :p :o .", "t p o",
      "2:turtle-broken 3:turtle-broken 3:turtle-broken" },
    { "half of it", EX ":s :p :a ; :q .\n:t :p :o .", "s p a|t p o", "2:turtle-broken" },
    { "a directive", "@prefix x <http://e/> .\n@what .\n" EX ":s :p :o .", "s p o",
      "1:turtle-broken 2:turtle-broken" },
    { "nothing", "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      assert_read (cases[i].text, cases[i].triples, cases[i].findings);
    }
}

static void
test_probe (void)
{
  static const struct
  {
    const char *text;
    gboolean is_turtle;
  } cases[] = {
    /* Turtle */
    { "@prefix a: <b> .", TRUE },
    { " # remark\r\n@base <b> .", TRUE },
    { "PREFIX a: <b>", TRUE },
    { "base <b>", TRUE },
    { "<http://a> a <b> .", TRUE },
    { "<#a> a <b> .", TRUE },
    /* others */
    { "<?xml version=\"1.0\"?><a/>", FALSE },
    { "<rdf:RDF xmlns:rdf=\"a\">", FALSE },
    { "<!-- a --><b/>", FALSE },
    { "<concepts>", FALSE },
    { "code,ko,en\n", FALSE },
    { "base ,ko\n<", FALSE },
    { "# code,ko\n", FALSE },
    { "[]", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (bul_turtle_probe (cases[i].text), ==, cases[i].is_turtle);
    }
}

static BulVocabulary *
read_vocabulary (const char *text, gssize length, GPtrArray *findings, guint *n, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return bul_vocabulary_reader_read (bytes, "ours", findings, n, error);
}

/* What means harm is refused as a whole, with a line where that is known. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (EX ":s :p ");
  g_autoptr (GString) wide = g_string_new (SKOS);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *space = g_strnfill (1900, 'a');

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, i % 2 == 0 ? "[ <p> " : "( ");
  g_string_append_printf (wide, "@prefix x: <http://%s/> .\n", space);
  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (wide, "x:%u a skos:Concept ; skos:broader x:a%u .\n", i, i);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (many, "@prefix x%u: <http://e/> .\n", i);
  {
    const struct
    {
      const char *what;
      const char *text;
      gssize length;
      int code;
    } cases[] = {
      { "deep", deep->str, -1, BUL_ERROR_HOSTILE },
      { "prefixes that make much of little", wide->str, -1, BUL_ERROR_TOO_LARGE },
      { "many prefixes", many->str, -1, BUL_ERROR_HOSTILE },
      /* bytes that are no text */
      { "no UTF-8", EX ":s :p \"\xb0\xa1\" .", -1, BUL_ERROR_NOT_TEXT },
      { "a zero byte", EX ":s :p \"a\0b\" .", sizeof (EX ":s :p \"a\0b\" .") - 1,
        BUL_ERROR_NOT_TEXT },
      { "nothing", "", -1, BUL_ERROR_INVALID },
      { "no subject", EX ":s :p :o .", -1, BUL_ERROR_INVALID },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (GPtrArray) findings = findings_new ();
        g_autoptr (GError) error = NULL;
        guint n;

        g_test_message ("%s", cases[i].what);
        g_assert_null (read_vocabulary (cases[i].text, cases[i].length, findings, &n, &error));
        g_assert_error (error, BUL_ERROR, cases[i].code);
      }
  }
}

static char *
dup_list (GStrv list)
{
  return list == NULL ? g_strdup ("") : g_strjoinv (",", list);
}

/* Everything that a vocabulary holds, a subject a line. */
static char *
dump (const BulVocabulary *vocabulary)
{
  const GPtrArray *concepts = bul_vocabulary_get_concepts (vocabulary);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < concepts->len; i++)
    {
      const BulConcept *concept = concepts->pdata[i];
      g_autofree char *parents = dup_list (concept->parents);
      g_autofree char *korean = dup_list (concept->other_korean);
      g_autofree char *english = dup_list (concept->other_english);

      g_string_append_printf (out, "%s %s/%s +%s/%s <%s ≡%s →%s %d %s\n", concept->code,
                              concept->korean, concept->english, korean, english, parents,
                              concept->match, concept->merged_into, concept->retired,
                              concept->note);
    }
  return g_string_free (out, FALSE);
}

static void
test_subjects (void)
{
  static const char text[] = SKOS
      "@prefix dct: <http://purl.org/dc/terms/> .\n"
      "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
      "@prefix m: <http://cv.iptc.org/newscodes/mediatopic/> .\n"
      "@base <http://news.example/topics/> .\n"
      "<> a skos:ConceptScheme ; skos:prefLabel \"Topics\"@en ; skos:hasTopConcept <sea> .\n"
      "m:20000001 skos:prefLabel \"여객선\"@ko , \"ferry\"@en-GB , \"Fähre\"@de ;\n"
      "  skos:altLabel '''연락선''' ; skos:broader <sea> ; skos:exactMatch m:20000002 ;\n"
      "  skos:definition \"Ships that\\ncarry people.\"@en ;\n"
      "  skos:editorialNote [ skos:prefLabel \"wrong\"@en ] .\n"
      "<sea> skos:narrower <port> ; skos:prefLabel \"Sea\"@en ; skos:notation \"our:sea\" .\n"
      "<port> a skos:Concept ; skos:prefLabel \"Port\"@en ; owl:deprecated true ;\n"
      "  dct:isReplacedBy <sea> .\n"
      "<gone> a skos:Concept ; skos:prefLabel \"Weg\"@de .\n";
  g_autoptr (GPtrArray) findings = findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BulVocabulary) vocabulary = NULL;
  g_autofree char *dumped = NULL;
  g_autofree char *told = NULL;
  guint n = 0;

  vocabulary = read_vocabulary (text, -1, findings, &n, &error);
  g_assert_no_error (error);
  dumped = dump (vocabulary);
  told = dup_told (findings);
  g_assert_cmpstr (dumped, ==,
                   "medtop:20000001 여객선/ferry +연락선/ <our:sea ≡medtop:20000002 →(null) 0 "
                   "Ships that carry people.\n"
                   "our:sea (null)/Sea +/ < ≡(null) →(null) 0 (null)\n"
                   "ours:port (null)/Port +/ <our:sea ≡(null) →our:sea 1 (null)\n");
  g_assert_cmpstr (told, ==, "10:turtle-blank");
  g_assert_cmpuint (n, ==, 1);
}

/* What we write is read as it was, whatever stands in a name. */
static void
test_round_trip (void)
{
  static const char *const names[]
      = { "\"", "\\", "\\\"", "a\\u0041", "'''", "친서", "😀", "<a>", "a.", "@en" };
  g_autoptr (BulVocabulary) vocabulary = bul_vocabulary_copy (bul_vocabulary_get_starter ());
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BulVocabulary) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *code = g_strdup_printf ("our:%u", i);
      BulConcept *concept = bul_concept_new (code);
      const char *others[] = { names[(i + 1) % G_N_ELEMENTS (names)], NULL };

      concept->english = g_strdup (names[i]);
      concept->note = g_strdup (names[i]);
      concept->other_korean = g_strdupv ((char **) others);
      concept->merged_into = i > 0 ? g_strdup ("our:0") : NULL;
      bul_vocabulary_add (vocabulary, concept);
    }
  bytes = bul_vocabulary_writer_find ("turtle")->write (vocabulary);
  again = bul_vocabulary_reader_read (bytes, "x", findings, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  before = dump (vocabulary);
  after = dump (again);
  g_assert_cmpstr (after, ==, before);
}

UNIT (turtle)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/turtle/read", test_read);
  g_test_add_func ("/turtle/probe", test_probe);
  g_test_add_func ("/turtle/hostile", test_hostile);
  g_test_add_func ("/turtle/subjects", test_subjects);
  g_test_add_func ("/turtle/round-trip", test_round_trip);
  return g_test_run ();
}
