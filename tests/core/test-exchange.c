/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-flow-exchange.h"
#include "bul-importers.h"
#include "bul-tbx.h"
#include "bul-term.h"
#include "unit.h"

/* Two lines in either language; the second pair has two English sentences, the third none. */
static BulStory *
make_story (void)
{
  static const char english[] = "The ferry sails again. Repairs took days. Nobody knows why.";
  g_autoptr (BulBitext) bitext = bul_bitext_new (BUL_LANGUAGE_KOREAN);
  BulSegment *korean[] = {
    bul_bitext_add_sentence (bitext, BUL_LANGUAGE_KOREAN, "여객선이 다시 뜹니다.", 1),
    bul_bitext_add_sentence (bitext, BUL_LANGUAGE_KOREAN, "수리에 며칠 걸렸습니다.", 2),
    bul_bitext_add_sentence (bitext, BUL_LANGUAGE_KOREAN, "비가 옵니다.", 3),
  };
  BulSegment *line = bul_bitext_add_sentence (bitext, BUL_LANGUAGE_ENGLISH, english, 1);
  const struct
  {
    guint korean;
    guint start;
    guint end;
  } parts[] = { { 0, 0, 22 }, { 1, 23, 41 }, { 1, 42, 59 } };
  GPtrArray *links[G_N_ELEMENTS (korean)];
  BulStory *story;

  for (guint i = 0; i < G_N_ELEMENTS (korean); i++)
    {
      links[i] = bul_records_new ();
      g_ptr_array_add (links[i], bul_record_copy (korean[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *quote = g_strndup (english + parts[i].start, parts[i].end - parts[i].start);

      g_ptr_array_add (links[parts[i].korean],
                       bul_segment_new (BUL_LANGUAGE_ENGLISH, line->span.on, parts[i].start,
                                        parts[i].end, quote));
    }
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      bul_bitext_add_link (bitext, links[i], "0.9");
      g_ptr_array_unref (links[i]);
    }
  story = bul_bitext_finish (bitext);
  return story;
}

static BulExchange *
make_exchange (const char *key, const char *source, const char *target, BulExchangeState state)
{
  BulExchange *exchange = bul_exchange_new ();
  BulExchangeRow *row = bul_exchange_add_row (exchange, 7);

  exchange->source = BUL_LANGUAGE_KOREAN;
  exchange->target = BUL_LANGUAGE_ENGLISH;
  row->key = g_strdup (key);
  row->source = g_strdup (source);
  row->target = g_strdup (target);
  row->state = state;
  return exchange;
}

static const char *
get_english (const BulStory *story)
{
  return ((BulBlock *) bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH)->blocks->pdata[0])->text;
}

static const struct
{
  const char *what;
  const char *key;
  const char *source;
  const char *target;
  BulExchangeState state;
  const char *line;    /* the English one afterwards */
  BulLinkState link;   /* and the pair */
  const char *finding; /* the first, or NULL */
} cases[] = {
  /* words of one sentence */
  { "as it was", "l1", "여객선이 다시 뜹니다.", "The ferry sails again.", BUL_EXCHANGE_UNSAID,
    "The ferry sails again. Repairs took days. Nobody knows why.", BUL_LINK_AUTOMATIC, NULL },
  { "done", "l1", "여객선이 다시 뜹니다.", "The ferry sails again.", BUL_EXCHANGE_DONE,
    "The ferry sails again. Repairs took days. Nobody knows why.", BUL_LINK_CONFIRMED,
    "exchange-taken" },
  { "a word", "l1", "여객선이 다시 뜹니다.", "The ferry leaves again.", BUL_EXCHANGE_UNSAID,
    "The ferry leaves again. Repairs took days. Nobody knows why.", BUL_LINK_CONFIRMED,
    "exchange-taken" },
  { "unfinished", "l1", "여객선이 다시 뜹니다.", "The ferry leaves.", BUL_EXCHANGE_OPEN,
    "The ferry leaves. Repairs took days. Nobody knows why.", BUL_LINK_AUTOMATIC,
    "exchange-taken" },
  { "at its edges", "l1", "여객선이 다시 뜹니다.", "Now: The ferry sails again. Today!",
    BUL_EXCHANGE_UNSAID, "Now: The ferry sails again. Today! Repairs took days. Nobody knows why.",
    BUL_LINK_CONFIRMED, "exchange-taken" },
  { "all", "l1", "여객선이 다시 뜹니다.", "Boats!", BUL_EXCHANGE_UNSAID,
    "Boats! Repairs took days. Nobody knows why.", BUL_LINK_CONFIRMED, "exchange-taken" },
  /* of two */
  { "both", "l2", "수리에 며칠 걸렸습니다.", "It took a week. Nobody knows how.",
    BUL_EXCHANGE_UNSAID, "The ferry sails again. It took a week. Nobody knows how.",
    BUL_LINK_CONFIRMED, "exchange-taken" },
  { "joined", "l2", "수리에 며칠 걸렸습니다.", "Repairs took days.", BUL_EXCHANGE_UNSAID,
    "The ferry sails again. Repairs took days.", BUL_LINK_CONFIRMED, "exchange-taken" },
  { "between", "l2", "수리에 며칠 걸렸습니다.", "Repairs took days. Many. Nobody knows why.",
    BUL_EXCHANGE_UNSAID, "The ferry sails again. Repairs took days. Many. Nobody knows why.",
    BUL_LINK_CONFIRMED, "exchange-taken" },
  /* of none */
  { "new", "l3", "비가 옵니다.", "It rains.", BUL_EXCHANGE_UNSAID,
    "The ferry sails again. Repairs took days. Nobody knows why. It rains.", BUL_LINK_CONFIRMED,
    "exchange-taken" },
  /* what is not taken */
  { "empty", "l1", "여객선이 다시 뜹니다.", NULL, BUL_EXCHANGE_UNSAID,
    "The ferry sails again. Repairs took days. Nobody knows why.", BUL_LINK_AUTOMATIC,
    "exchange-target-empty" },
  { "another original", "l1", "여객선이 뜹니다.", "The ferry sails.", BUL_EXCHANGE_UNSAID,
    "The ferry sails again. Repairs took days. Nobody knows why.", BUL_LINK_AUTOMATIC,
    "exchange-source-changed" },
};

/* Words change where the translator changed them, and nowhere else; one undo takes all back. */
static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = bul_history_new (make_story ());
      const BulStory *story = bul_history_get_story (history);
      g_autoptr (BulStory) before = bul_record_copy (story);
      g_autoptr (BulExchange) exchange
          = make_exchange (cases[i].key, cases[i].source, cases[i].target, cases[i].state);
      g_autoptr (GPtrArray) findings
          = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
      g_autoptr (GError) error = NULL;
      const BulFinding *finding;

      g_test_message ("%s", cases[i].what);
      g_assert_true (bul_flow_take_back (history, exchange, "Min", findings, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (get_english (story), ==, cases[i].line);
      g_assert_cmpint (bul_pairs_find (story, cases[i].key)->state, ==, cases[i].link);
      finding = findings->len == 0 ? NULL : findings->pdata[0];
      g_assert_cmpstr (finding == NULL ? NULL : finding->code, ==, cases[i].finding);
      while (bul_history_undo (history))
        ;
      g_assert_true (bul_record_equal (before, story));
    }
}

static char *
make_words (GRand *random)
{
  static const char *const words[]
      = { "The", "ferry", "sails", "again.", "Repairs", "took", "days.", "Nobody", "why.", "18" };
  GString *text = g_string_new ("A");

  for (int n = g_rand_int_range (random, 0, 9); n > 0; n--)
    g_string_append_printf (text, " %s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* Whatever a translator wrote, the pair reads it then, and the other pairs what they read before.
 */
static void
test_any_words (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261126);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (BulHistory) history = bul_history_new (make_story ());
      const BulStory *story = bul_history_get_story (history);
      g_autoptr (BulStory) before = bul_record_copy (story);
      gboolean second = g_rand_boolean (random);
      g_autofree char *words = make_words (random);
      g_autoptr (BulExchange) exchange = make_exchange (
          second ? "l2" : "l1", second ? "수리에 며칠 걸렸습니다." : "여객선이 다시 뜹니다.", words,
          BUL_EXCHANGE_UNSAID);
      g_autoptr (GPtrArray) findings
          = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
      g_autofree char *now = NULL;
      g_autofree char *other = NULL;

      g_assert_true (bul_flow_take_back (history, exchange, "Min", findings, NULL));
      now = bul_link_dup_words (bul_pairs_find (story, second ? "l2" : "l1"), BUL_LANGUAGE_ENGLISH);
      other
          = bul_link_dup_words (bul_pairs_find (story, second ? "l1" : "l2"), BUL_LANGUAGE_ENGLISH);
      g_assert_cmpstr (now, ==, words);
      g_assert_cmpstr (other, ==,
                       second ? "The ferry sails again." : "Repairs took days. Nobody knows why.");
      while (bul_history_undo (history))
        ;
      g_assert_true (bul_record_equal (before, story));
    }
}

/* --- reading */

static BulImport *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return bul_importers_read (bytes, NULL, NULL, error);
}

#define TMX(inside) "<tmx version=\"1.4\"><header srclang=\"ko\"/><body>" inside "</body></tmx>"
#define TUV(language, words) "<tuv xml:lang=\"" language "\"><seg>" words "</seg></tuv>"

/* Several stories of one memory are told apart by what their units say. */
static void
test_stories (void)
{
  static const char text[] = TMX (
      "<tu tuid=\"0b6ee2a1-97b2-4a53-9a5f-1f1b7cbb0001.l4\">"
      "<prop type=\"x-story\">0b6ee2a1-97b2-4a53-9a5f-1f1b7cbb0001</prop>"
      "<prop type=\"x-revision\">12</prop><prop type=\"x-state\">stale</prop>" TUV ("ko", "비")
          TUV ("en", "Rain") "</tu><tu>" TUV ("en", "Snow") TUV (
              "ko", "눈") "</tu><tu tuid=\"x\">"
                          "<prop type=\"x-story\">0b6ee2a1-97b2-4a53-9a5f-1f1b7cbb0001</prop>" TUV (
                              "ko", "해") TUV ("en", "Sun") "</tu>");
  g_autoptr (BulImport) import = read_text (text, NULL);
  const BulExchange *exchange;
  const BulExchangeRow *row;

  g_assert_nonnull (import);
  g_assert_cmpuint (import->stories->len, ==, 2);
  g_assert_cmpuint (import->exchanges->len, ==, 2);
  exchange = import->exchanges->pdata[0];
  g_assert_cmpstr (exchange->uid, ==, "0b6ee2a1-97b2-4a53-9a5f-1f1b7cbb0001");
  g_assert_cmpuint (exchange->revision, ==, 12);
  g_assert_cmpuint (exchange->rows->len, ==, 2);
  row = exchange->rows->pdata[0];
  g_assert_cmpstr (row->key, ==, "l4");
  g_assert_cmpint (row->state, ==, BUL_EXCHANGE_OPEN);
  exchange = import->exchanges->pdata[1];
  g_assert_null (exchange->uid);
  row = exchange->rows->pdata[0];
  g_assert_cmpstr (row->source, ==, "눈");
  g_assert_cmpstr (row->target, ==, "Snow");
}

/* What a file is refused for. */
static void
test_refused (void)
{
  const struct
  {
    const char *what;
    const char *text;
    BulError code;
  } refused[] = {
    { "nothing in it", "<tmx version=\"1.4\"><body/></tmx>", BUL_ERROR_INVALID },
    { "one language", TMX ("<tu>" TUV ("ko", "비") "</tu>"), BUL_ERROR_INVALID },
    { "others", TMX ("<tu>" TUV ("de", "Regen") TUV ("ko", "비") "</tu>"), BUL_ERROR_INVALID },
    { "an entity", "<!DOCTYPE tmx [<!ENTITY a \"b\">]>" TMX (""), BUL_ERROR_HOSTILE },
    { "a type that ends nowhere", "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"", BUL_ERROR_INVALID },
    { "cut short", "<!DOCTYPE tmx><tmx><body><tu>", BUL_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BulImport) import = read_text (refused[i].text, &error);

      g_test_message ("%s", refused[i].what);
      g_assert_null (import);
      g_assert_error (error, BUL_ERROR, (int) refused[i].code);
    }
}

/* --- term bases */

#define V3(inside)                                                                                 \
  "<tbx type=\"TBX-Basic\" style=\"dct\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>" inside \
  "</body></text></tbx>"
#define V2(inside)                                                                                 \
  "<?xml version=\"1.0\"?>\n<!DOCTYPE martif SYSTEM \"TBXBasiccoreStructV02.dtd\">\n"              \
  "<martif type=\"TBX-Basic\"><text><body>" inside "</body></text></martif>"
#define SEC(language, term)                                                                        \
  "<langSec xml:lang=\"" language "\"><termSec><term>" term                                        \
  "</term><note>aside</note></termSec></langSec>"
#define SET(language, term)                                                                        \
  "<langSet xml:lang=\"" language "\"><ntig><termGrp><term>" term                                  \
  "</term></termGrp></ntig></langSet>"

/* Terms as lines, with a tab between both languages. */
static char *
dup_table (const char *text, GError **error)
{
  g_autoptr (GPtrArray) terms = bul_terms_new ();
  GString *table;
  guint n_passed;

  if (!bul_tbx_read (text, terms, &n_passed, error))
    return NULL;
  table = g_string_new (NULL);
  for (guint i = 0; i < terms->len; i++)
    {
      const BulTerm *term = terms->pdata[i];

      g_string_append_printf (table, "%s\t%s\n", term->korean, term->english);
    }
  return g_string_free (table, FALSE);
}

/* Terms of one concept go together, each with each; other languages do not count. */
static void
test_terms (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *table;
  } bases[] = {
    { "version 3",
      V3 ("<conceptEntry>" SEC ("en", "ferry") SEC ("ko-KR", "여객선") "</conceptEntry>"),
      "여객선\tferry\n" },
    { "version 2", V2 ("<termEntry>" SET ("ko", "부두") SET ("en", "<hi>pier</hi>") "</termEntry>"),
      "부두\tpier\n" },
    { "two words for one",
      V3 ("<conceptEntry>" SEC ("ko", "부두") SEC ("en", "pier") SEC ("en", "quay")
              SEC ("fr", "quai") "</conceptEntry>"),
      "부두\tpier\n부두\tquay\n" },
    { "one that nobody is to use",
      V3 ("<conceptEntry>" SEC (
          "ko", "부두") "<langSec xml:lang='en'><termSec><term>wharf</term>"
                        "<termNote "
                        "type='administrativeStatus'>deprecatedTerm-admn-sts</termNote></termSec>"
                        "<termSec><term>pier</term></termSec></langSec></conceptEntry>"),
      "부두\tpier\n" },
    { "two concepts",
      V3 ("<conceptEntry>" SEC ("ko", "부두") "</conceptEntry><conceptEntry>" SEC (
          "en", "ferry") "</conceptEntry>"),
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *table = dup_table (bases[i].text, &error);

      g_test_message ("%s", bases[i].what);
      g_assert_no_error (error);
      g_assert_true (bul_tbx_probe (bases[i].text));
      g_assert_cmpstr (table, ==, bases[i].table);
    }
  g_assert_false (bul_tbx_probe ("부두\tpier\n"));
  g_assert_null (dup_table ("<!DOCTYPE tbx [<!ENTITY a \"b\">]><tbx/>", NULL));
}

UNIT (exchange)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/cases", test_cases);
  g_test_add_func ("/exchange/any-words", test_any_words);
  g_test_add_func ("/exchange/stories", test_stories);
  g_test_add_func ("/exchange/refused", test_refused);
  g_test_add_func ("/exchange/terms", test_terms);
  return g_test_run ();
}
