/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pattern.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-particle-tail.h"
#include "unit.h"

#define W BUL_PATTERN_WORD
#define R BUL_PATTERN_REGEX
#define C BUL_PATTERN_CASE
#define P BUL_PATTERN_PARTICLES

static BulPattern *
make (const char *text, BulPatternFlags flags)
{
  g_autoptr (GError) error = NULL;
  BulPattern *pattern = bul_pattern_new (text, flags, &error);

  g_assert_no_error (error);
  return pattern;
}

/* @text with what is found in angle brackets. */
static char *
mark (const char *pattern_text, BulPatternFlags flags, const char *text)
{
  g_autoptr (BulPattern) pattern = make (pattern_text, flags);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) matches = bul_pattern_list (pattern, text, NULL, &error);
  g_autoptr (GString) marked = g_string_new (text);

  g_assert_no_error (error);
  for (guint i = matches->len; i > 0; i--)
    {
      const BulPatternMatch *match = &g_array_index (matches, BulPatternMatch, i - 1);

      g_assert_null (match->with);
      g_string_insert (marked, (gssize) bul_chars_to_byte (text, match->end), ">");
      g_string_insert (marked, (gssize) bul_chars_to_byte (text, match->start), "<");
    }
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

/* @found: the text, with what is to be found in angle brackets. */
static void
assert_found (const char *pattern, BulPatternFlags flags, const char *found)
{
  g_auto (GStrv) parts = g_strsplit_set (found, "<>", -1);
  g_autofree char *text = g_strjoinv ("", parts);
  g_autofree char *marked = mark (pattern, flags, text);

  g_assert_cmpstr (marked, ==, found);
}

static void
test_found (void)
{
  static const struct
  {
    const char *pattern;
    BulPatternFlags flags;
    const char *found;
  } cases[] = {
    /* plain */
    { "ferry", 0, "The <Ferry> and the <ferry>s" },
    { "ferry", C, "The Ferry and the <ferry>s" },
    { "aa", 0, "<aa><aa>a" },
    { "친서", 0, "<친서>를, 대통령<친서>방" },
    { ".", 0, "1<.>2" },
    { "STRASSE", 0, "<straße>" },
    { "ⅳ", 0, "<Ⅳ>" },
    { "😀 l", 0, "a <😀 l>ast" },
    /* however the characters are put together */
    { "\u1112\u1161\u11ab글", 0, "<한글>" },
    { "한글", 0, "<\u1112\u1161\u11ab글>" },
    { "한글", C, "<하\u11ab글>" },
    { "cafe\u0301", 0, "<CAFÉ>" },
    { "café", C, "<cafe\u0301>" },
    { "樂", 0, "<\uf914>" },
    /* no part of a character */
    { "하", 0, "하\u11ab <하>" },
    { "cafe", 0, "cafe\u0301" },
    { "s", 0, "<s>traße" },
    /* whole words and numbers */
    { "27", W, "127 <27> 1,027 3.27 27,000 <27>. <27>명" },
    { "KBS", W, "<KBS>는 KBS2 <kbs>" },
    { "친서", W, "<친서> 친서를 ‘<친서>’ 친서방" },
    { "대사", W, "美<대사> 대사관" },
    /* whatever particle follows */
    { "친서", W | P, "<친서> <친서>를 <친서>에서는 <친서>라고 친서방 ‘<친서>’의" },
    { "서울", W | P, "<서울>로 <서울>에서부터 서울시는 남서울로" },
    { "KBS", W | P, "<KBS>는 <KBS>뉴스" },
    { "이재성", W | P, "<이재성>입니다 <이재성>이었다 <이재성>과의" },
    { "친서", P, "<친서>를 대통령<친서>방" },
    /* regular expressions */
    { "[0-9]+명", R, "<118명>과 <3명>" },
    { "FERRY|bus", R, "<ferry> <Bus>" },
    { "FERRY|bus", R | C, "ferry Bus <bus>" },
    { "^.", R, "<가>나" },
    { "x*", R, "a<xx>b" },
    { "|ab", R, "a <ab>" },
    { "(?<=제)\\w+", R, "제<주도>" },
    { "2\\d", R | W, "<27> 127" },
    { "\\bㅎ|한\\b", R, "대<한> 한국" },
    { "a\\Cb", R, "aéb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (cases[i].pattern, cases[i].flags, cases[i].found);
}

/* Replaces all that is found. */
static char *
replace (const char *pattern_text, BulPatternFlags flags, const char *with, const char *text)
{
  g_autoptr (BulPattern) pattern = make (pattern_text, flags);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) matches = bul_pattern_list (pattern, text, with, &error);
  g_autoptr (GString) replaced = g_string_new (NULL);
  guint at = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < matches->len; i++)
    {
      const BulPatternMatch *match = &g_array_index (matches, BulPatternMatch, i);
      g_autofree char *left = bul_chars_slice (text, at, match->start);
      g_autofree char *between = bul_chars_slice (text, match->end, match->particle_start);
      g_autofree char *particle
          = bul_chars_slice (text, match->particle_start, match->particle_end);

      g_string_append_printf (replaced, "%s%s%s%s", left, match->with, between,
                              match->particle == NULL ? particle : match->particle);
      at = match->particle_end;
    }
  g_string_append (replaced, text + bul_chars_to_byte (text, at));
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}

static void
test_replaced (void)
{
  static const struct
  {
    const char *pattern;
    BulPatternFlags flags;
    const char *with;
    const char *was;
    const char *now;
  } cases[] = {
    /* letters */
    { "친서", 0, "서한", "친서를 친서는", "서한를 서한는" },
    { "27", W, "28", "27 127", "28 127" },
    { "won", 0, "", "12 won.", "12 ." },
    /* particles take the form that fits */
    { "친서", P, "서한", "친서를 보냈다", "서한을 보냈다" },
    { "친서", P, "서한", "친서는 친서가 친서와", "서한은 서한이 서한과" },
    { "서한", P, "친서", "서한은 서한이 서한과의", "친서는 친서가 친서와의" },
    { "부산", P, "서울", "부산으로 부산으로는", "서울로 서울로는" },
    { "서울", P, "부산", "서울로 서울로부터", "부산으로 부산으로부터" },
    { "서울", P, "제주", "서울로", "제주로" },
    { "친서", P, "서한", "친서라고 친서였다 친서며", "서한이라고 서한이었다 서한이며" },
    { "서한", P, "친서", "서한이라고 서한이었다 서한이나", "친서라고 친서였다 친서나" },
    { "친서", P, "서한", "친서의 친서에서 친서도 친서입니다", "서한의 서한에서 서한도 서한입니다" },
    { "친서", P, "편지", "친서이다 친서를", "편지이다 편지를" },
    { "27", P, "28", "27은 27을", "28은 28을" },
    { "27", P, "22", "27은 27을", "22는 22를" },
    { "KBS", P, "MBN", "KBS는", "MBN은" },
    { "친서", P, "서한", "친서을(를) 친서은(는)", "서한을 서한은" },
    /* behind a quote mark and an aside */
    { "친서", P, "서한", "‘친서’를 \"친서\"가", "‘서한’을 \"서한\"이" },
    { "친서", P, "서한", "친서(親書)를", "서한(親書)을" },
    /* what is no particle stays */
    { "친서", P, "서한", "친서방 친서로워", "서한방 서한로워" },
    { "고", P, "곤", "고가도로", "곤가도로" },
    /* and what nobody can tell */
    { "친서", P, "→", "친서를", "→를" },
    { "친서", P, "", "친서를", "를" },
    /* regular expressions */
    { "(\\d+)명", R, "\\1 people", "118명, 3명", "118 people, 3 people" },
    { "(?<a>\\w+) (?<b>\\w+)", R, "\\g<b> \\g<a>", "Min Seo", "Seo Min" },
    { "\\d+일", R | P, "그 달", "12일을", "그 달을" },
    { "\\d+일", R | P, "그때", "12일을", "그때를" },
    /* in normal form */
    { "a", 0, "\u1112\u1161\u11ab", "a", "한" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *now
          = replace (cases[i].pattern, cases[i].flags, cases[i].with, cases[i].was);

      g_assert_cmpstr (now, ==, cases[i].now);
    }
}

/* Every pair of words and every particle: what is replaced reads as if it had been written so. */
static void
test_every_form (void)
{
  static const struct
  {
    const char *word;
    gboolean closed;
    gboolean rieul;
  } words[] = { { "정부", FALSE, FALSE }, { "서울", TRUE, TRUE }, { "대통령", TRUE, FALSE } };
  static const struct
  {
    const char *open;
    const char *closed;
    const char *rieul;
  } particles[] = {
    { "가", "이", "이" },           { "를", "을", "을" },       { "는", "은", "은" },
    { "와", "과", "과" },           { "로", "으로", "로" },     { "로서", "으로서", "로서" },
    { "라고", "이라고", "이라고" }, { "나", "이나", "이나" },   { "였다", "이었다", "이었다" },
    { "에게", "에게", "에게" },     { "와도", "과도", "과도" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      for (guint k = 0; k < G_N_ELEMENTS (particles); k++)
        {
          const char *const forms[]
              = { particles[k].open, particles[k].closed, particles[k].rieul };
          guint from = words[i].closed + words[i].rieul;
          guint to = words[j].closed + words[j].rieul;
          g_autofree char *was = g_strconcat (words[i].word, forms[from], NULL);
          g_autofree char *right = g_strconcat (words[j].word, forms[to], NULL);
          g_autofree char *now = replace (words[i].word, W | P, words[j].word, was);

          g_assert_cmpstr (now, ==, right);
        }
}

static void
test_tails (void)
{
  static const struct
  {
    const char *text;
    guint n_between;
    guint n_chars;
    guint n_form;
  } cases[] = {
    { "를", 0, 1, 1 },          { "로부터도 ", 0, 4, 3 },
    { "에서는", 0, 3, 0 },      { "이라고는 했다", 0, 4, 3 },
    { "이었습니다.", 0, 5, 5 }, { "들을", 0, 2, 0 },
    { "’에게", 1, 2, 0 },       { "(KBS)는", 5, 1, 1 },
    { "(으)로", 0, 4, 4 },
  };
  static const char *const none[]
      = { "", "방", "를방", " 를", "를들은이", "’ 를", "(KBS) 는", "a" };
  BulParticleTail tail = { 9, 9, 9, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (bul_particle_tail_read (none[i], &tail));
  g_assert_cmpuint (tail.n_chars, ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (bul_particle_tail_read (cases[i].text, &tail));
      g_assert_cmpuint (tail.n_between, ==, cases[i].n_between);
      g_assert_cmpuint (tail.n_chars, ==, cases[i].n_chars);
      g_assert_cmpuint (tail.n_form, ==, cases[i].n_form);
    }
}

static void
test_refused (void)
{
  static const char *const patterns[] = { "(", "[", "*", "(*LIMIT_MATCH=4000000000)a", "(?P<a" };
  static const char *const with[] = { "\\", "\\g<", "a\nb" };
  g_autoptr (BulPattern) pattern = make ("(a)", R);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bul_pattern_new (patterns[i], R, &error));
      g_assert_error (error, BUL_ERROR, BUL_ERROR_INVALID);
      g_assert_null (strstr (error->message, "LIMIT_HEAP"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (with); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bul_pattern_check_replacement (pattern, with[i], &error));
      g_assert_error (error, BUL_ERROR, BUL_ERROR_INVALID);
    }
  g_assert_true (bul_pattern_check_replacement (pattern, "\\1\\1", NULL));
  g_assert_null (bul_pattern_new ("", 0, NULL));
}

/* Expressions that would keep a machine busy for longer than people live. */
static void
test_runaway (void)
{
  static const char *const patterns[]
      = { "(a+)+$", "(a|a)*$", "(a*)*b?$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?:(a?)+){20}!$" };
  g_autofree char *many = g_strnfill (3000, 'a');
  g_autofree char *text = g_strconcat (many, "!?", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (BulPattern) pattern = make (patterns[i], R);
      g_autoptr (GError) error = NULL;

      g_assert_null (bul_pattern_list (pattern, text, NULL, &error));
      g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
    }
}

/* Each place of a line takes less than the most that one may, all of them together for minutes. */
static void
test_runaway_by_places (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BulPattern) pattern = make ("(a+)+$", R);
  g_autoptr (GError) error = NULL;

  while (text->len < 60000)
    g_string_append (text, "aaaaaaaaaaaaa!");
  g_assert_null (bul_pattern_list (pattern, text->str, NULL, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
}

/* Some places take many steps; what else is there is found all the same. */
static void
test_some_effort (void)
{
  assert_found ("(a+)+b|ferry", R, "aaaaaaaaaa <ferry> aaaaaaaaaac <ferry>");
  assert_found ("(é+)+b|(?<=ㅎ )배$", R, "éééééééééé 배 ㅎ <배>");
  assert_found ("(a+)+(?<=a{10})c", R, "aaaaaaaaaaaa, <aaaaaaaaaaaac>, ac");
}

/* What GLib itself finds, with <> around it, but for what is empty. */
static char *
mark_by_glib (const char *pattern_text, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern_text, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GString) marked = g_string_new (NULL);
  int at = 0;

  for (g_regex_match (regex, text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      int start;
      int end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (start == end)
        continue;
      g_string_append_printf (marked, "%.*s<%.*s>", start - at, text + at, end - start,
                              text + start);
      at = end;
    }
  g_string_append (marked, text + at);
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

/* Limits change nothing of what is found. */
static void
test_as_glib_does (void)
{
  static const char *const patterns[]
      = { "a*",         "(a|ab)(b|)", "^.|.$",   "\\b\\w",         "(?<=a)b*", "(?=a)",
          "a(?=b)|가+", ".*",         "\\w+?b?", "[^a]+",          "(a)\\1",   "😀|b{2}",
          "(a+)+b",     "\\W+",       "(?!a).",  "(.{1,3}){1,3}나" };
  static const char *const pieces[] = { "a", "b", "A", "가", "나", " ", "😀", "é", "aa" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (118);

  for (guint round = 0; round < 2000; round++)
    for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *found = NULL;
        g_autofree char *wanted = NULL;

        for (gint32 n = g_rand_int_range (rand, 0, 14); n > 0; n--)
          g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        found = mark (patterns[i], R, text->str);
        wanted = mark_by_glib (patterns[i], text->str);
        g_assert_cmpstr (found, ==, wanted);
      }
}

/* However it is folded, what is found reads the same when folded, and lies within the text. */
static void
test_any_text (void)
{
  static const char *const pieces[]
      = { "가", "각", "\u1100", "\u1161", "\u11a8", "a",      "A",  "é", "e", "\u0301", "ß",
          " ",  "를", "’",      "(",      ")",      "\uf914", "樂", "7", ",", "😀" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260318);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) needle = g_string_new (NULL);
      g_autoptr (BulPattern) pattern = NULL;
      g_autoptr (GArray) matches = NULL;
      guint at = 0;

      for (guint i = 0; i < 24; i++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      for (guint i = 0; i < 1 + round % 2; i++)
        g_string_append (needle, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      pattern = make (needle->str, (BulPatternFlags) g_rand_int_range (rand, 0, 16) & ~R);
      matches = bul_pattern_list (pattern, text->str, "x", NULL);
      for (guint i = 0; i < matches->len; i++)
        {
          const BulPatternMatch *match = &g_array_index (matches, BulPatternMatch, i);

          g_assert_cmpuint (at, <=, match->start);
          g_assert_cmpuint (match->start, <, match->end);
          g_assert_cmpuint (match->end, <=, match->particle_start);
          g_assert_cmpuint (match->particle_start, <=, match->particle_end);
          at = match->end;
        }
      g_assert_cmpuint (at, <=, bul_chars_count (text->str));
    }
}

UNIT (text_pattern)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/found", test_found);
  g_test_add_func ("/pattern/replaced", test_replaced);
  g_test_add_func ("/pattern/every-form", test_every_form);
  g_test_add_func ("/pattern/tails", test_tails);
  g_test_add_func ("/pattern/refused", test_refused);
  g_test_add_func ("/pattern/runaway", test_runaway);
  g_test_add_func ("/pattern/runaway-by-places", test_runaway_by_places);
  g_test_add_func ("/pattern/some-effort", test_some_effort);
  g_test_add_func ("/pattern/as-glib-does", test_as_glib_does);
  g_test_add_func ("/pattern/any-text", test_any_text);
  return g_test_run ();
}
