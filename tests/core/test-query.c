/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-query.h"

#include "unit.h"

/* A tree as people read it. */
static void
append_node (GString *out, const BulQueryNode *node)
{
  static const char *const joints[]
      = { [BUL_QUERY_AND] = " & ", [BUL_QUERY_OR] = " | ", [BUL_QUERY_NOT] = "" };

  switch (node->type)
    {
    case BUL_QUERY_WORD:
      g_string_append (out, node->text);
      return;
    case BUL_QUERY_PHRASE:
      g_string_append_printf (out, "“%s”", node->text);
      return;
    case BUL_QUERY_FIELD:
      g_string_append_printf (out, "%s=%s", bul_query_field_get_name (node->field), node->text);
      return;
    case BUL_QUERY_NONE:
      g_string_append_printf (out, "?%s", node->text);
      return;
    case BUL_QUERY_AND:
    case BUL_QUERY_OR:
    case BUL_QUERY_NOT:
      g_string_append (out, node->type == BUL_QUERY_NOT ? "-(" : "(");
      for (guint i = 0; i < node->children->len; i++)
        {
          g_string_append (out, i > 0 ? joints[node->type] : "");
          append_node (out, node->children->pdata[i]);
        }
      g_string_append_c (out, ')');
    }
}

static char *
read_query (const char *text)
{
  g_autoptr (BulQuery) query = bul_query_new (text, 0);
  const BulQueryNode *root = bul_query_get_root (query);
  GString *out = g_string_new (NULL);

  if (root != NULL)
    append_node (out, root);
  return g_string_free (out, FALSE);
}

static void
test_trees (void)
{
  static const struct
  {
    const char *typed;
    const char *tree;
  } cases[] = {
    /* words */
    { "", "" },
    { "  ", "" },
    { "친서", "친서" },
    { "친서 미사일", "(친서 & 미사일)" },
    { "친서 AND 미사일", "(친서 & 미사일)" },
    { "and or not", "(and & or & not)" },
    { "KF-21 3,270", "(KF-21 & 3,270)" },
    /* phrases */
    { "\"핵 실험\"", "“핵 실험”" },
    { "“핵 실험” 「친서」", "(“핵 실험” & “친서”)" },
    { "\"핵 실험", "“핵 실험”" },
    { "=elect", "“elect”" },
    /* one or the other, and not */
    { "친서 OR 서한", "(친서 | 서한)" },
    { "친서|서한", "(친서 | 서한)" },
    { "a b | c d", "((a & b) | (c & d))" },
    { "a (b | c)", "(a & (b | c))" },
    { "a -b", "(a & -(b))" },
    { "a NOT b", "(a & -(b))" },
    { "a NOT -b", "(a & -(b))" },
    { "-b", "-(b)" },
    { "-(b c)", "-((b & c))" },
    { "-\"b c\"", "-(“b c”)" },
    /* fields */
    { "speaker:민", "speaker=민" },
    { "발언자:\"민 서린\" 친서", "(speaker=민 서린 & 친서)" },
    { "태그:경제 프로그램:뉴스 언어:ko 상태:방송됨 있음:정정",
      "(tag=경제 & programme=뉴스 & lang=ko & state=방송됨 & has=정정)" },
    { "date:2025-06", "date=2025-06" },
    { "-DATE:2025..", "-(date=2025..)" },
    { "날짜：2025", "date=2025" },
    { "http://a", "http://a" },
    { "10:30", "10:30" },
    /* what makes no sense is left out */
    { "speaker: 친서", "친서" },
    { "date:soon 친서", "친서" },
    { "... 친서 - (", "친서" },
    { "OR | AND", "" },
    { "친서 OR", "친서" },
    { "))) 친서 )(", "친서" },
    { "NOT", "" },
    { "\"\"", "" },
    /* bytes and marks that are not ours to type */
    { "a\377b", "a\357\277\275b" },
    { "\356\200\20012", "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tree = read_query (cases[i].typed);

      g_assert_cmpstr (g_strstrip (tree), ==, cases[i].tree);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *typed;
    const char *first;
    const char *last;
  } cases[] = {
    /* one */
    { "date:2025-06-12", "2025-06-12", "2025-06-12" },
    { "date:2025.6.12.", "2025-06-12", "2025-06-12" },
    { "date:2025/06", "2025-06-01", "2025-06-30" },
    { "date:2024-02", "2024-02-01", "2024-02-29" },
    { "date:2025", "2025-01-01", "2025-12-31" },
    { "date:20250612", "2025-06-12", "2025-06-12" },
    { "date:202506", "2025-06-01", "2025-06-30" },
    { "날짜:2025년6월12일", "2025-06-12", "2025-06-12" },
    /* from one to another */
    { "date:2025-06..2025-08", "2025-06-01", "2025-08-31" },
    { "date:2025-08..2025-06", "2025-06-01", "2025-08-31" },
    { "date:2025-06-12..", "2025-06-12", NULL },
    { "date:..2025", NULL, "2025-12-31" },
    /* what is the same is told once */
    { "date:2025-05..07", "2025-05-01", "2025-07-31" },
    { "date:2025-05-03..09", "2025-05-03", "2025-05-09" },
    { "date:2025-05-03..06-02", "2025-05-03", "2025-06-02" },
    { "date:2025.5..7", "2025-05-01", "2025-07-31" },
    { "date:202505..07", "2025-05-01", "2025-07-31" },
    { "날짜:2025년5월..7월", "2025-05-01", "2025-07-31" },
    { "date:2025-07..05", "2025-05-01", "2025-07-31" },
    { "date:2025-05..2026", "2025-05-01", "2026-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulQuery) query = bul_query_new (cases[i].typed, 0);
      const BulQueryNode *root = bul_query_get_root (query);
      GDate date;

      g_assert_nonnull (root);
      g_assert_cmpint (root->type, ==, BUL_QUERY_FIELD);
      g_date_clear (&date, 1);
      if (cases[i].first != NULL)
        g_date_set_parse (&date, cases[i].first);
      g_assert_cmpint (root->first_day, ==, cases[i].first == NULL ? 0 : g_date_get_julian (&date));
      if (cases[i].last != NULL)
        g_date_set_parse (&date, cases[i].last);
      g_assert_cmpint (root->last_day, ==,
                       cases[i].last == NULL ? G_MAXINT64 : (gint64) g_date_get_julian (&date));
    }
}

static void
test_no_dates (void)
{
  static const char *const cases[]
      = { "date:2025-13",       "date:2025-02-30",     "date:25",          "date:..",
          "date:2025-06-12-01", "date:2025..soon",     "date:0",           "date:-1",
          "date:June",          "date:99999999999999", "date:2025-05..13", "date:2025-02-03..30",
          "date:2025..07",      "date:..07",           "date:2025-05..0",  "date:2025-05..07-09" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulQuery) query = bul_query_new (cases[i], 0);
      g_autoptr (GArray) parts = bul_query_list_parts (query);

      g_assert_null (bul_query_get_root (query));
      g_assert_false (bul_query_is_empty (query));
      g_assert_cmpuint (parts->len, ==, 1);
      g_assert_cmpint (g_array_index (parts, BulQueryPart, 0).node->type, ==, BUL_QUERY_NONE);
    }
}

static void
test_parts (void)
{
  g_autoptr (BulQuery) query = bul_query_new ("핵 -\"a b\" … date:2025 (c|speaker:d)", 0);
  g_autoptr (GArray) parts = bul_query_list_parts (query);
  static const struct
  {
    const char *text;
    BulQueryType type;
    gboolean negated;
    BulRange range;
  } cases[] = {
    /* in the order in which they were typed */
    { "핵", BUL_QUERY_WORD, FALSE, { 0, 1 } },  { "a b", BUL_QUERY_PHRASE, TRUE, { 2, 8 } },
    { "…", BUL_QUERY_NONE, FALSE, { 9, 10 } },  { "2025", BUL_QUERY_FIELD, FALSE, { 11, 20 } },
    { "c", BUL_QUERY_WORD, FALSE, { 22, 23 } }, { "d", BUL_QUERY_FIELD, FALSE, { 24, 33 } },
  };

  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < parts->len; i++)
    {
      const BulQueryPart *part = &g_array_index (parts, BulQueryPart, i);

      g_assert_cmpstr (part->node->text, ==, cases[i].text);
      g_assert_cmpint (part->node->type, ==, cases[i].type);
      g_assert_cmpint (part->negated, ==, cases[i].negated);
      g_assert_cmpuint (part->node->range.start, ==, cases[i].range.start);
      g_assert_cmpuint (part->node->range.end, ==, cases[i].range.end);
      g_assert_cmpint (part->is_other, ==, i + 1 == G_N_ELEMENTS (cases));
    }
}

/* What OR stands before, brackets or not. */
static void
test_others (void)
{
  static const struct
  {
    const char *typed;
    const char *others; /* a sign for each part */
  } cases[] = { { "a b", "  " },        { "a OR b", " |" },          { "a OR b OR c", " ||" },
                { "a (b | c)", "  |" }, { "(a b) | (c d)", "  | " }, { "a | -b", " |" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulQuery) query = bul_query_new (cases[i].typed, 0);
      g_autoptr (GArray) parts = bul_query_list_parts (query);
      g_autoptr (GString) others = g_string_new (NULL);

      for (guint j = 0; j < parts->len; j++)
        g_string_append_c (others, g_array_index (parts, BulQueryPart, j).is_other ? '|' : ' ');
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (others->str, ==, cases[i].others);
    }
}

/* Only the last word is being typed. */
static void
test_typing (void)
{
  g_autoptr (BulQuery) query = bul_query_new ("친서 대토", BUL_QUERY_COMPOSING);
  g_autoptr (BulQuery) ended = bul_query_new ("친서 대토 ", BUL_QUERY_COMPOSING);
  const BulQueryNode *root = bul_query_get_root (query);
  const BulQueryNode *other = bul_query_get_root (ended);

  g_assert_cmpint (((BulQueryNode *) root->children->pdata[0])->flags, ==, 0);
  g_assert_cmpint (((BulQueryNode *) root->children->pdata[1])->flags, ==, BUL_QUERY_COMPOSING);
  g_assert_cmpint (((BulQueryNode *) other->children->pdata[1])->flags, ==, 0);
}

/* Brackets in brackets, and words without end. */
static void
test_much (void)
{
  g_autofree char *open = g_strnfill (100000, '(');
  g_autofree char *negated = g_strnfill (100000, '-');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (BulQuery) deep = bul_query_new (open, 0);
  g_autoptr (BulQuery) dashes = bul_query_new (negated, 0);
  g_autoptr (BulQuery) many = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (words, "w%u ", i);
  many = bul_query_new (words->str, 0);
  g_assert_null (bul_query_get_root (deep));
  g_assert_null (bul_query_get_root (dashes));
  g_assert_cmpuint (bul_query_get_root (many)->children->len, ==, 200);
}

UNIT (query)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/trees", test_trees);
  g_test_add_func ("/query/dates", test_dates);
  g_test_add_func ("/query/no-dates", test_no_dates);
  g_test_add_func ("/query/parts", test_parts);
  g_test_add_func ("/query/others", test_others);
  g_test_add_func ("/query/typing", test_typing);
  g_test_add_func ("/query/much", test_much);
  return g_test_run ();
}
