/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-revision.h"
#include "bul-search-facets.h"
#include "test-archive.h"
#include "unit.h"

static char *
make_nonsense (GRand *rand)
{
  static const char *const some[] = { "친서",
                                      "핵",
                                      "a",
                                      "\"",
                                      "(",
                                      ")",
                                      "|",
                                      "OR",
                                      "NOT",
                                      "AND",
                                      "-",
                                      " ",
                                      "*",
                                      "^",
                                      "+",
                                      ":",
                                      "{",
                                      "}",
                                      "'",
                                      "''",
                                      ";",
                                      "NEAR",
                                      "北",
                                      "speaker:",
                                      "date:",
                                      "2025",
                                      "..",
                                      "ㄱ",
                                      "head:",
                                      "한",
                                      "5월",
                                      "\\",
                                      "\377",
                                      "\n",
                                      "\356\200\200",
                                      "\356\200\201",
                                      "=",
                                      "\"\"",
                                      "0",
                                      "search_text",
                                      "--",
                                      "“" };
  GString *out = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, 14);

  for (guint i = 0; i < n; i++)
    g_string_append (out, some[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (some))]);
  return g_string_free (out, FALSE);
}

/* Whatever is typed is a query. */
static void
test_nonsense (Archive *self, gconstpointer data)
{
  for (guint i = 0; i < 1200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *typed = make_nonsense (self->rand);
      g_autoptr (BulQuery) query = bul_query_new (typed, (BulQueryFlags) (i % 4));
      g_autoptr (BulSearch) search = bul_search_new (self->store, query, &error);
      g_autoptr (GArray) newest = NULL;
      g_autoptr (GArray) best = NULL;

      g_assert_no_error (error);
      newest = bul_search_list_newest (search, G_MAXINT64, 5, NULL, &error);
      g_assert_no_error (error);
      best = bul_search_list_best (search, 5, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (newest->len, ==, best->len);
      for (guint j = 0; j < newest->len; j++)
        g_ptr_array_unref (bul_search_list_places (
            search, g_array_index (newest, BulSearchHit, j).docid, 3, &error));
      g_assert_no_error (error);
    }
}

static const char *const first_lines[]
    = { "대통령 “친서 보냈다”", "5월 친서를 핵 실험장에서. 北, 응답 없어", "KBC는 3차 회담을 봤다",
        "Elections in Korea’s café", NULL };
static const char *const second_lines[]
    = { "북한 핵실험장 폐쇄", "親書 없이 경기도 전문가가", "실험", "장 15월 3 차 電力", NULL };

static void
save_two (Archive *self)
{
  archive_save_lines (self, "first", "2025-05-02", first_lines);
  archive_save_lines (self, "second", "2025-06-30", second_lines);
}

typedef struct
{
  const char *typed;
  BulQueryFlags flags;
  const char *found;
} Case;

static void
check_cases (Archive *self, const Case *cases, guint n_cases)
{
  save_two (self);
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GPtrArray) uids = archive_find (self->store, cases[i].typed, cases[i].flags);
      g_autofree char *found = NULL;

      g_ptr_array_add (uids, NULL);
      found = g_strjoinv (" ", (GStrv) uids->pdata);
      if (!g_str_equal (found, cases[i].found))
        g_error ("“%s” finds “%s”, not “%s”", cases[i].typed, found, cases[i].found);
    }
}

static void
test_forms (Archive *self, gconstpointer data)
{
  static const Case cases[] = {
    /* particles */
    { "친서는", 0, "first" },
    { "\"친서는\"", 0, "" },
    { "대통령에게서는", 0, "first" },
    { "경기도에", 0, "second" },
    { "전문가는", 0, "second" },
    { "KBC가", 0, "first" },
    /* blanks, and none across lines */
    { "핵실험장", 0, "second first" },
    { "\"핵실험장\"", 0, "second" },
    { "\"핵 실험장\"", 0, "first" },
    { "\"실험 장\"", 0, "" },
    /* signs for words */
    { "북한", 0, "second first" },
    { "北", 0, "second first" },
    { "\"北\"", 0, "first" },
    { "親書", 0, "second" },
    { "電", 0, "second" },
    { "力", 0, "second" },
    /* beside figures */
    { "5월", 0, "first" },
    { "15월", 0, "second" },
    { "3차", 0, "first" },
    { "\"3 차\"", 0, "second first" },
  };

  check_cases (self, cases, G_N_ELEMENTS (cases));
}

static void
test_parts (Archive *self, gconstpointer data)
{
  static const Case cases[] = {
    /* one syllable */
    { "핵", 0, "second first" },
    { "서", 0, "first" },
    { "\"월\"", 0, "second first" },
    { "핵 서", 0, "first" },
    { "핵 NOT 서", 0, "second" },
    { "서 OR 폐쇄", 0, "second first" },
    { "핵 -친서 -\"北\"", 0, "second" },
    { "핵 -北", 0, "" },
    { "-핵", 0, "" },
    { "없는말 OR (핵 date:2025-06)", 0, "second" },
    { "핵 date:2025-05", 0, "first" },
    { "-date:2025-05", 0, "second" },
    { "\"북 핵\"", 0, "" },
    { "\"한 핵\"", 0, "second" },
    /* letters */
    { "election", 0, "first" },
    { "ELECTED", 0, "first" },
    { "\"election\"", 0, "" },
    { "=Elections", 0, "first" },
    { "Cafe korea", 0, "first" },
    { "\"korea cafe\"", 0, "first" },
    { "elec", 0, "" },
    { "elec", BUL_QUERY_TYPING, "first" },
    /* as it is composed */
    { "대토", BUL_QUERY_COMPOSING, "first" },
    { "대토", 0, "" },
    { "대ㅌ", BUL_QUERY_COMPOSING, "first" },
    { "대통려", BUL_QUERY_COMPOSING, "first" },
    { "대통령ㅇ", BUL_QUERY_COMPOSING, "first" },
    { "폐ㅅ", BUL_QUERY_COMPOSING, "second" },
    /* however it is put together */
    { "\341\204\216\341\205\265\341\206\253\341\204\211\341\205\245", 0, "first" },
    { "cafe\314\201", 0, "first" },
    /* nothing that can be looked for, and nothing at all */
    { "...", 0, "" },
    { "", 0, "second first" },
  };

  check_cases (self, cases, G_N_ELEMENTS (cases));
}

/* A word that no story has is one with a particle; one that a story has may be a noun. */
static void
test_stems (Archive *self, gconstpointer data)
{
  static const char *const particles[]
      = { "이",     "가",   "의",   "도",   "로",   "과",   "만",   "나",   "랑",
          "은",     "는",   "을",   "를",   "와",   "에",   "에서", "으로", "까지",
          "에서도", "만은", "라고", "처럼", "부터", "보다", "도는", "만의", NULL };
  static const char *const third_lines[] = { "휴가 중 회의가 열렸다", "전국 휴전선", NULL };
  static const Case cases[] = {
    { "휴가", 0, "third" },
    { "회의", 0, "third" },
    { "휴전이", 0, "third" },
    { "전국이", 0, "third" },
    { "전문가", 0, "second" },
    { "전문의", 0, "second" },
    { "경기도", 0, "second" },
    { "경기가", 0, "second" },
    { "KBC의", 0, "first" },
    { "-친서가", 0, "third second" },
    { "핵 (친서의 OR 휴전의)", 0, "first" },
    { "북한이 핵", 0, "second first" },
    /* names, and what is asked for as it stands */
    { "실험자", 0, "" },
    { "실험란", 0, "" },
    { "\"친서가\"", 0, "" },
    { "=친서의", 0, "" },
    { "친서가", BUL_QUERY_COMPOSING, "" },
    { "친서가", BUL_QUERY_TYPING, "first" },
  };

  archive_save_lines (self, "third", "2025-07-01", third_lines);
  check_cases (self, cases, G_N_ELEMENTS (cases));
  for (guint i = 0; particles[i] != NULL; i++)
    {
      g_autofree char *typed = g_strconcat ("친서", particles[i], NULL);
      g_autoptr (GPtrArray) uids = archive_find (self->store, typed, 0);

      g_test_message ("%s", typed);
      g_assert_cmpuint (uids->len, ==, 1);
      g_assert_cmpstr (uids->pdata[0], ==, "first");
    }
}

/* The words of the newest story that are shown as found. */
static char *
dup_places (BulStore *store, const char *typed)
{
  g_autoptr (BulQuery) query = bul_query_new (typed, 0);
  g_autoptr (BulSearch) search = bul_search_new (store, query, NULL);
  g_autoptr (GArray) hits = bul_search_list_newest (search, G_MAXINT64, 1, NULL, NULL);
  g_autoptr (GPtrArray) places
      = bul_search_list_places (search, g_array_index (hits, BulSearchHit, 0).docid, 10, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const BulSearchPlace *place = places->pdata[i];
      g_autofree char *words = g_utf8_substring (place->text, place->range.start, place->range.end);

      g_string_append_printf (out, "%s%s%u:%s", i > 0 ? " " : "", place->block, place->number,
                              words);
    }
  return g_string_free (out, FALSE);
}

static void
test_places (Archive *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *places;
  } cases[] = {
    /* pieces of words, and what they are part of is no part of them */
    { "친서를", "b11:친서 b22:친서" },
    { "친서가", "b11:친서 b22:친서" },
    { "전문의 date:2025-06", "b22:전문" },
    { "전문가의 date:2025-06", "b22:전문가" },
    { "서", "b11:서 b22:서 b22:서" },
    { "핵 실험장 date:2025-05", "b22:핵 b22:실험장" },
    { "핵실험장 date:..2025-05", "b22:핵 실험장" },
    { "북한 친서", "b11:친서 b22:친서 b22:北" },
    { "5월 친서", "b11:친서 b22:5월 b22:친서" },
    { "elected -폐쇄", "b44:Elections" },
    { "cafe OR korea", "b44:Korea b44:café" },
    { "date:2025-05", "" },
    { "대통 통령", "b11:대통령" },
  };

  save_two (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = dup_places (self->store, cases[i].typed);

      g_assert_cmpstr (places, ==, cases[i].places);
    }
}

static void
test_fields (Archive *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *other;
  } cases[] = {
    /* the same in other words */
    { "lang:en", "언어:영어" },
    { "state:draft", "상태:\"작성 중\"" },
    { "tag:north-korea", "태그:북한" },
    { "tag:subject:economy", "tag:Economy" },
    { "programme:newsline", "프로그램:NEWSLINE" },
    { "programme:\"주말 뉴스\"", "programme:주말" },
    { "-lang:en", "lang:ko NOT lang:english" },
    { "date:1999", "date:1999-01..1999-12" },
    { "date:1999", "date:1998-12-31..2000 -date:2000 -date:1998-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = archive_find (self->store, cases[i].typed, 0);
      g_autoptr (GPtrArray) others = archive_find (self->store, cases[i].other, 0);

      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpuint (found->len, <, self->stories->len);
      g_assert_cmpuint (others->len, ==, found->len);
      for (guint j = 0; j < found->len; j++)
        g_assert_cmpstr (found->pdata[j], ==, others->pdata[j]);
    }
}

/* Who speaks is found by the name or a part of it. */
static void
test_speaker (Archive *self, gconstpointer data)
{
  const BulStory *story = self->stories->pdata[5];
  const BulSpeaker *speaker = story->speakers->pdata[0];
  const char *name = ((BulSpeakerName *) speaker->names->pdata[0])->name;
  g_autofree char *whole = g_strdup_printf ("speaker:%s", name);
  g_autofree char *part = g_strdup_printf ("발언자:%s", g_utf8_next_char (name));
  g_autoptr (GPtrArray) by_whole = archive_find (self->store, whole, 0);
  g_autoptr (GPtrArray) by_part = archive_find (self->store, part, 0);

  g_assert_true (g_ptr_array_find_with_equal_func (by_whole, story->uid, g_str_equal, NULL));
  g_assert_cmpuint (by_part->len, >=, by_whole->len);
  g_assert_cmpuint (by_whole->len, <, 20);
}

/* The query that a facet stands for. */
static char *
dup_query (const BulSearchFacet *facet, const char *typed)
{
  return g_strdup_printf ("(%s) %s:\"%s\"", typed, bul_query_field_get_name (facet->field),
                          facet->value);
}

/* Returns: the fields of which there were values. */
static guint
check_facets (Archive *self, BulSearchFacets *facets, const char *typed)
{
  g_autoptr (BulQuery) query = bul_query_new (typed, 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (GPtrArray) all = archive_find (self->store, typed, 0);
  guint seen = 0;
  guint n;

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, &error));
  counted = bul_search_facets_count (facets, search, 0, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, all->len);
  for (guint i = 0; i < counted->len; i++)
    {
      const BulSearchFacet *facet = counted->pdata[i];
      g_autofree char *narrower = dup_query (facet, typed);
      g_autoptr (GPtrArray) found = archive_find (self->store, narrower, 0);

      /* No programme's name is a part of another's here; a speaker's may be. */
      g_assert_cmpuint (found->len, >=, facet->n);
      if (facet->field != BUL_QUERY_SPEAKER)
        g_assert_cmpuint (found->len, ==, facet->n);
      seen |= 1u << facet->field;
    }
  return seen;
}

/* What few stories have and what most have is counted by different ways: the one from nothing, the
 * other from all. */
static void
check_some_facets (Archive *self, BulSearchFacets *facets)
{
  static const char *const queries[]
      = { "이", "다", "정부", "\"정부는\"", "이 -정부", "이 date:2000..2015", "다 speaker:김" };

  g_assert_cmpuint (check_facets (self, facets, "정부 OR 이") | 1u << BUL_QUERY_HAS, ==,
                    (1u << (BUL_QUERY_DATE + 1)) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    check_facets (self, facets, queries[i]);
}

/* What is counted is what would be found; also of what was saved since, and anew. */
static void
test_facets (Archive *self, gconstpointer data)
{
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();

  check_some_facets (self, facets);
  for (guint i = 0; i < 20; i++)
    archive_save_changed (self, i);
  check_some_facets (self, facets);
  g_assert_true (bul_search_give_up (self->store, NULL));
  archive_prepare (self->store);
  archive_save_changed (self, 1);
  check_some_facets (self, facets);
}

static const BulSearchFacet *
get_facet (const GPtrArray *facets, BulQueryField field, guint n)
{
  for (guint i = 0; i < facets->len; i++)
    {
      const BulSearchFacet *facet = facets->pdata[i];

      if (facet->field == field && n-- == 0)
        return facet;
    }
  return NULL;
}

/* Of many values those are told that most have, and how many there are. */
static void
test_most (Archive *self, gconstpointer data)
{
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulQuery) query = bul_query_new ("이", 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  guint n;

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, NULL));
  all = bul_search_facets_count (facets, search, 0, NULL, &n, NULL);
  some = bul_search_facets_count (facets, search, 3, NULL, &n, NULL);
  for (BulQueryField field = 0; field < BUL_QUERY_DATE; field++)
    {
      guint n_values = 0;

      while (get_facet (all, field, n_values) != NULL)
        n_values++;
      for (guint i = 0; i < MIN (n_values, 3); i++)
        {
          const BulSearchFacet *facet = get_facet (some, field, i);

          g_assert_cmpuint (facet->n, ==, get_facet (all, field, i)->n);
          g_assert_cmpuint (facet->n_values, ==, n_values);
          g_assert_cmpuint (get_facet (all, field, i)->n_values, ==, n_values);
        }
      g_assert_true (field == BUL_QUERY_TAG || get_facet (some, field, 3) == NULL);
    }
}

/* All that are found, in the order in which pages give them; and the same counts. */
static void
check_gather (Archive *self, const char *typed)
{
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulQuery) query = bul_query_new (typed, 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  g_autoptr (GArray) docids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (GPtrArray) gathered = NULL;
  guint n;

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, NULL));
  counted = bul_search_facets_count (facets, search, 0, NULL, &n, NULL);
  gathered = bul_search_facets_gather (facets, search, docids, 0, NULL, NULL);
  hits = bul_search_list_newest (search, G_MAXINT64, G_MAXUINT, NULL, NULL);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (docids->len, ==, n);
  g_assert_cmpuint (hits->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (docids, gint64, i), ==,
                     g_array_index (hits, BulSearchHit, i).docid);
  g_assert_cmpuint (gathered->len, ==, counted->len);
}

/* One term is swept, any other question gone over. */
static void
test_gather (Archive *self, gconstpointer data)
{
  static const char *const queries[] = { "정부 OR 이", "이", "다", "이 date:2000..2015", "는 은" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    check_gather (self, queries[i]);
}

static void
test_gather_cancelled (Archive *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulQuery) query = bul_query_new ("이", 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  g_autoptr (GArray) docids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, NULL));
  found = bul_search_facets_gather (facets, search, docids, 0, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (docids->len, >, 10);
  g_cancellable_cancel (cancellable);
  g_assert_null (bul_search_facets_gather (facets, search, docids, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What has the words in its headline comes first, however old it is. */
static void
test_best (Archive *self, gconstpointer data)
{
  static const char *const headline[] = { "친서 보냈다", "사흘 만에", NULL };
  static const char *const late[] = { "사흘 만에", "그리고 나서 이제 친서", NULL };
  g_autoptr (BulQuery) query = bul_query_new ("친서", 0);
  g_autoptr (BulSearch) search = NULL;
  g_autoptr (GArray) newest = NULL;
  g_autoptr (GArray) best = NULL;

  archive_save_lines (self, "old", "2001-01-01", headline);
  archive_save_lines (self, "new", "2021-01-01", late);
  search = bul_search_new (self->store, query, NULL);
  newest = bul_search_list_newest (search, G_MAXINT64, 2, NULL, NULL);
  best = bul_search_list_best (search, 2, NULL, NULL);
  g_assert_cmpuint (best->len, ==, 2);
  g_assert_cmpint (g_array_index (best, BulSearchHit, 0).docid, ==,
                   g_array_index (newest, BulSearchHit, 1).docid);
  g_assert_cmpfloat (g_array_index (best, BulSearchHit, 0).score, >,
                     g_array_index (best, BulSearchHit, 1).score);
}

UNIT (find)
{
  g_test_init (&argc, &argv, NULL);
  ARCHIVE_TEST ("/find/nonsense", 20, test_nonsense);
  ARCHIVE_TEST ("/find/forms", 0, test_forms);
  ARCHIVE_TEST ("/find/stems", 0, test_stems);
  ARCHIVE_TEST ("/find/parts", 0, test_parts);
  ARCHIVE_TEST ("/find/places", 0, test_places);
  ARCHIVE_TEST ("/find/fields", 200, test_fields);
  ARCHIVE_TEST ("/find/facets", 60, test_facets);
  ARCHIVE_TEST ("/find/most", 60, test_most);
  ARCHIVE_TEST ("/find/gather", 60, test_gather);
  ARCHIVE_TEST ("/find/gather-cancelled", 60, test_gather_cancelled);
  ARCHIVE_TEST ("/find/speaker", 100, test_speaker);
  ARCHIVE_TEST ("/find/best", 0, test_best);
  return g_test_run ();
}
