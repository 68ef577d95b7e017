/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-splitter.h"

#include <string.h>

#include "unit.h"

/* A text with a stroke wherever a sentence ends and another begins. */
typedef struct
{
  const char *language;
  const char *text;
} Row;

static const Row rows[] = {
  { "ko", "비가 옵니다.|내일은 갭니다." },
  { "ko", "정말입니까?|그렇습니다!|좋습니다" },
  { "ko", "첫 줄\n|둘째 줄" },
  /* what takes up a quotation goes on with it */
  { "ko", "시장은 \"곧 엽니다.\" 라고 말했습니다.|기자들이 물었습니다." },
  { "ko", "“길이 막혔습니다.” 라며 돌아섰습니다." },
  { "ko", "\"언제 옵니까?\" 하고 물었습니다." },
  { "ko", "“안 됩니다.” 이라는 답이 왔습니다." },
  { "ko", "“갑니다.” |정 씨가 떠났습니다." },
  /* 고 is a name as well */
  { "ko", "그는 웃었습니다.|고 의원은 떠났습니다." },
  { "ko", "“갑니다.” 고 말했습니다." },
  { "ko", "(박수가 나왔습니다.)|그는 웃었습니다." },
  /* figures, dates and letters are followed by a dot that ends nothing */
  { "ko", "2026. 3. 18. 새벽에 눈이 왔습니다." },
  { "ko", "물가가 2.5% 올랐습니다.|환율은 1,402.3원입니다." },
  { "ko", "No. 4 갱도가 무너졌습니다." },
  { "ko", "기온은 영하 3도...|바람도 붑니다." },
  { "en", "Rain is coming.|It clears tomorrow." },
  { "en", "Really?|Yes!|Good" },
  { "en", "First line\n|second line" },
  /* titles, initials, abbreviations */
  { "en", "Dr. Harrow met Mr. Quill.|They spoke." },
  { "en", "Sen. Ada B. Marsh voted no.|She left." },
  { "en", "Gov. Tull and Lt. Gov. Penn agreed." },
  { "en", "St. Maren lies near Mt. Oder." },
  { "en", "It opens at 9 a.m. on Monday." },
  { "en", "It opens at 9 a.m.|The doors close at noon." },
  { "en", "It lasted until 5:45 p.m.|Harrow left." },
  { "en", "It opens at 9 p.m. Seoul time." },
  { "en", "It opens at 9 p.m. Friday." },
  { "en", "Harrow v. Quill is an old case." },
  { "en", "They joined NATO.|Greece stayed out." },
  { "en", "Friends call her “K.”|Quill does not." },
  { "en", "Troops of the U.S. Army left.|They flew home." },
  { "en", "They live in the U.S.|The rest stayed." },
  { "en", "Harrow Corp. Chairman Quill resigned." },
  { "en", "He joined Harrow Corp.|But it failed." },
  { "en", "On Jan. 3 the river froze.|On Feb. 9 it thawed." },
  { "en", "The price fell 2.5 percent.|Wages rose 1.4 percent." },
  { "en", "Ships, boats, etc. were lost." },
  /* quotations and brackets */
  { "en", "\"We are ready.\" |She nodded." },
  { "en", "“Is it over?” he asked.|Nobody spoke." },
  { "en", "He left.|(He was tired.)|She stayed." },
  { "en", "Wait... what?|Nothing." },
};

/* @marked without its strokes, and the pieces between them without blanks around. */
static char **
read_row (const char *marked, char **text)
{
  g_auto (GStrv) pieces = g_strsplit (marked, "|", -1);

  *text = g_strjoinv (" ", pieces);
  for (guint i = 0; pieces[i] != NULL; i++)
    g_strstrip (pieces[i]);
  return g_steal_pointer (&pieces);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) expected = read_row (rows[i].text, &text);
      g_autoptr (GArray) cuts = bul_splitter_split (text, rows[i].language);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) found = NULL;
      g_autofree char *joined = NULL;
      g_autofree char *wanted = g_strjoinv ("|", expected);

      for (guint j = 0; j < cuts->len; j++)
        {
          const BulSentence *cut = &g_array_index (cuts, BulSentence, j);
          g_autofree char *sentence = g_strndup (text + cut->start, cut->end - cut->start);

          g_strv_builder_add (builder, sentence);
        }
      found = g_strv_builder_end (builder);
      joined = g_strjoinv ("|", found);
      g_assert_cmpstr (joined, ==, wanted);
    }
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", " ", "\n\n", "\t \u3000" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint language = 0; language < 2; language++)
      {
        g_autoptr (GArray) cuts = bul_splitter_split (texts[i], language == 0 ? "ko" : "en");

        g_assert_cmpuint (cuts->len, ==, 0);
      }
}

/* Whatever the text, its sentences are in order, do not overlap, begin and end with something to
 * see, and leave nothing out but blanks. */
static void
test_random (void)
{
  static const char *const pieces[]
      = { " ",   "  ",   "\n",  "\u2028", ".",    "?",      "!",     "…",   "\"",
          "”",   "“",    "(",   ")",      "비가", "옵니다", "라고",  "고 ", "1",
          "2.5", "U.S.", "Mr.", "The ",   "it",   "-",      "\u3000" };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) cuts = NULL;
      gsize behind = 0;

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      cuts = bul_splitter_split (text->str, round % 2 == 0 ? "ko" : "en");
      for (guint i = 0; i <= cuts->len; i++)
        {
          const BulSentence *cut = i < cuts->len ? &g_array_index (cuts, BulSentence, i) : NULL;
          gsize start = cut == NULL ? text->len : cut->start;
          g_autofree char *between = g_strndup (text->str + behind, start - behind);

          g_assert_cmpuint (start, >=, behind);
          g_assert_cmpuint (strspn (between, " \n\xe2\x80\xa8\xe3\x80"), ==, strlen (between));
          if (cut == NULL)
            break;
          g_assert_cmpuint (cut->end, >, cut->start);
          g_assert_null (strchr (" \n", text->str[cut->start]));
          g_assert_null (strchr (" \n", text->str[cut->end - 1]));
          behind = cut->end;
        }
    }
}

UNIT (align_splitter)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/align/splitter/rows", test_rows);
  g_test_add_func ("/align/splitter/empty", test_empty);
  g_test_add_func ("/align/splitter/random", test_random);

  return g_test_run ();
}
