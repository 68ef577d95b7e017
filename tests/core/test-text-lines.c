/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-lines.h"

#include <string.h>

#include "unit.h"

#define LS "\342\200\250"
#define PS "\342\200\251"

/* The lines of @text, each between bars. */
static char *
lines_of (const char *text, gsize length)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BulLines lines;
  const char *start = NULL;
  gsize n_bytes = 0;

  bul_lines_start (&lines, text, length);
  while (bul_lines_next (&lines, &start, &n_bytes))
    {
      g_string_append_c (out, '|');
      g_string_append_len (out, start, (gssize) n_bytes);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_next (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *lines;
  } cases[] = {
    /* one kind of end */
    { "nothing", "", "" },
    { "no end", "가", "|가" },
    { "LF", "가\n나\n", "|가|나" },
    { "CRLF", "가\r\n나\r\n", "|가|나" },
    { "CR", "가\r나\r", "|가|나" },
    { "line separator", "가" LS "나", "|가|나" },
    { "paragraph separator", "가" PS "나" PS, "|가|나" },
    /* blank lines */
    { "only an end", "\n", "|" },
    { "blank ones between", "가\n\n\n나", "|가|||나" },
    { "LF CR is two", "가\n\r나", "|가||나" },
    { "CR CR LF is two", "가\r\r\n나", "|가||나" },
    /* mixed */
    { "all of them", "a\nb\r\nc\rd" LS "e" PS "f", "|a|b|c|d|e|f" },
    { "last without end", "가\n나", "|가|나" },
    /* no ends */
    { "next line of old", "가\302\205나", "|가\302\205나" },
    { "a quote with the same bytes before", "“가” …", "|“가” …" },
    { "tabs and feeds", "가\t나\f다", "|가\t나\f다" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = lines_of (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

/* What stands after the length belongs to someone else. */
static void
test_next_part (void)
{
  g_autofree char *cut_in_crlf = lines_of ("ab\r\ncd", 3);
  g_autofree char *cut_in_separator = lines_of ("ab" LS "cd", 4);

  g_assert_cmpstr (cut_in_crlf, ==, "|ab");
  g_assert_cmpstr (cut_in_separator, ==, "|ab\342\200");
}

static void
test_next_after_end (void)
{
  BulLines lines;
  const char *start = "untouched";
  gsize length = 7;

  bul_lines_start (&lines, "", 0);
  g_assert_false (bul_lines_next (&lines, &start, &length));
  g_assert_false (bul_lines_next (&lines, &start, &length));
  g_assert_cmpstr (start, ==, "untouched");
  g_assert_cmpuint (length, ==, 7);
}

/* The pieces of @line, each between bars. */
static char *
pieces_of (const char *line, gsize limit)
{
  g_autoptr (GArray) lengths = bul_lines_split_long (line, strlen (line), limit);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < lengths->len; i++)
    {
      gsize length = g_array_index (lengths, gsize, i);

      g_assert_cmpuint (length, >, 0);
      g_assert_cmpuint (length, <=, limit);
      g_string_append_c (out, '|');
      g_string_append_len (out, line + done, (gssize) length);
      done += length;
    }

  g_assert_cmpuint (done, ==, strlen (line));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_split (void)
{
  static const struct
  {
    const char *what;
    const char *line;
    gsize limit;
    const char *pieces;
  } cases[] = {
    /* short enough */
    { "nothing", "", 10, "" },
    { "short", "One. Two.", 20, "|One. Two." },
    { "just as long", "One. Two.", 9, "|One. Two." },
    /* after sentences */
    { "the last that fits", "One. Two. Three.", 11, "|One. Two. |Three." },
    { "each alone", "One. Two. Six.", 6, "|One. |Two. |Six." },
    { "Korean", "비가 옵니다. 눈이 옵니다.", 24, "|비가 옵니다. |눈이 옵니다." },
    { "no end after a title", "We met. Mr. Kim spoke at length.", 20,
      "|We met. |Mr. Kim spoke at |length." },
    { "a sentence that ends at the limit", "Aaaa. Bbbb. C", 6, "|Aaaa. |Bbbb. |C" },
    /* after blanks */
    { "no sentence ends", "one two three", 8, "|one two |three" },
    { "wide space", "가나\343\200\200다라마바", 12, "|가나\343\200\200|다라마바" },
    /* between characters */
    { "one long word", "abcdefghij", 4, "|abcd|efgh|ij" },
    { "Hangul", "가나다라", 7, "|가나|다라" },
    { "four bytes each", "😀😀😀", 5, "|😀|😀|😀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pieces = pieces_of (cases[i].line, cases[i].limit);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (pieces, ==, cases[i].pieces);
    }
}

/* Every piece of a line of two megabytes is whole sentences. */
static void
test_split_large (void)
{
  static const char sentence[] = "정부는 오늘 새 대책을 내놓았습니다. ";
  const gsize limit = (gsize) 64 * 1024;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GArray) lengths = NULL;
  gsize done = 0;

  while (line->len < 32 * limit)
    g_string_append (line, sentence);
  lengths = bul_lines_split_long (line->str, line->len, limit);

  for (guint i = 0; i < lengths->len; i++)
    {
      done += g_array_index (lengths, gsize, i);
      g_assert_cmpuint (g_array_index (lengths, gsize, i), <=, limit);
      g_assert_cmpuint (done % strlen (sentence), ==, 0);
    }
  g_assert_cmpuint (done, ==, line->len);
  g_assert_cmpuint (lengths->len, ==, line->len / (limit - limit % strlen (sentence)) + 1);
}

UNIT (text_lines)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lines/next", test_next);
  g_test_add_func ("/lines/next/part", test_next_part);
  g_test_add_func ("/lines/next/after-the-end", test_next_after_end);
  g_test_add_func ("/lines/split", test_split);
  g_test_add_func ("/lines/split/large", test_split_large);

  return g_test_run ();
}
