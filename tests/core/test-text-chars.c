/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chars.h"

#include <string.h>

#include "unit.h"

static void
test_count (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    guint n_chars;
  } cases[] = {
    { "nothing", "", 0 },
    { "Latin", "News 9", 6 },
    { "Hangul", "뉴스 9", 4 },
    { "two parts of one syllable", "\341\204\200\341\205\241", 2 },
    { "beyond the first plane", "😀가", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (bul_chars_count (cases[i].text), ==, cases[i].n_chars);
    }
}

static void
test_slice (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    guint start;
    guint end;
    const char *slice;
  } cases[] = {
    /* inside */
    { "the start", "서울에서", 0, 2, "서울" },
    { "the middle", "서울에서", 1, 3, "울에" },
    { "the end", "서울에서", 2, 4, "에서" },
    { "all", "a가😀", 0, 3, "a가😀" },
    { "the last of three widths", "a가😀", 2, 3, "😀" },
    { "nothing", "서울", 1, 1, "" },
    /* beyond */
    { "an end too far", "서울", 1, 9, "울" },
    { "both too far", "서울", 7, 9, "" },
    { "of nothing", "", 0, 3, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slice = bul_chars_slice (cases[i].text, cases[i].start, cases[i].end);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (slice, ==, cases[i].slice);
    }
}

static void
test_bytes (void)
{
  static const struct
  {
    const char *what;
    guint offset;
    gsize byte;
  } cases[] = {
    /* at a character */
    { "start", 0, 0 },
    { "after Latin", 1, 1 },
    { "after Hangul", 2, 4 },
    /* at the end */
    { "end", 3, 8 },
    { "beyond it", 9, 8 },
  };
  const char *text = "a가😀";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (bul_chars_to_byte (text, cases[i].offset), ==, cases[i].byte);
      g_assert_cmpuint (bul_chars_from_byte (text, cases[i].byte), ==, MIN (cases[i].offset, 3));
    }

  /* within a character */
  g_assert_cmpuint (bul_chars_from_byte (text, 2), ==, 1);
  g_assert_cmpuint (bul_chars_from_byte (text, 3), ==, 1);
  g_assert_cmpuint (bul_chars_from_byte (text, 7), ==, 2);
  g_assert_cmpuint (bul_chars_from_byte (text, G_MAXSIZE), ==, 3);
}

#define NOWHERE 99

static void
test_find (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *needle;
    guint from;
    guint at;
  } cases[] = {
    { "the first", "27명, 27명", "27", 0, 0 },
    { "the next", "27명, 27명", "27", 1, 5 },
    { "at the place itself", "27명, 27명", "27", 5, 5 },
    { "none after it", "27명, 27명", "27", 6, NOWHERE },
    { "after wide characters", "한국은행이", "은행", 0, 2 },
    { "overlapping", "aaaa", "aa", 1, 1 },
    { "the whole", "보도", "보도", 0, 0 },
    { "longer than the text", "보도", "보도국", 0, NOWHERE },
    { "absent", "보도", "오보", 0, NOWHERE },
    { "from beyond the end", "보도", "보", 5, NOWHERE },
    { "nothing is nowhere", "보도", "", 0, NOWHERE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint at = NOWHERE;
      gboolean found = bul_chars_find (cases[i].text, cases[i].needle, cases[i].from, &at);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (at, ==, cases[i].at);
      g_assert_cmpint (found, ==, cases[i].at != NOWHERE);
    }
}

static void
test_block_text (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    gboolean is_valid;
  } cases[] = {
    /* may stand there */
    { "nothing", "", TRUE },
    { "a line", "[앵커]\t말", TRUE },
    { "several source lines", "[인터뷰]\342\200\250말", TRUE },
    { "next line of old", "a\302\205b", TRUE },
    /* ends a line */
    { "LF", "a\nb", FALSE },
    { "CR", "a\rb", FALSE },
    { "paragraph separator", "a\342\200\251b", FALSE },
    /* nothing that XML holds */
    { "a control", "a\001b", FALSE },
    { "form feed", "a\fb", FALSE },
    { "no character", "a\357\277\277b", FALSE },
    /* no text */
    { "broken", "\355\225", FALSE },
    { "Latin-1", "caf\351", FALSE },
    { "half a pair", "\355\240\200", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (bul_chars_valid_block_text (cases[i].text), ==, cases[i].is_valid);
    }
}

static void
test_trim (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *trimmed;
  } cases[] = {
    { "nothing to do", "뉴스 9", "뉴스 9" },
    { "spaces and tabs", " \t뉴스 9 \t", "뉴스 9" },
    { "no-break space", "\302\240뉴스\302\240", "뉴스" },
    { "wide space", "\343\200\200뉴스\343\200\200", "뉴스" },
    { "no width", "\342\200\213뉴스\342\200\213", "뉴스" },
    { "a stray mark", "\357\273\277뉴스\357\273\277", "뉴스" },
    { "line ends", "\r\n뉴스\r\n", "뉴스" },
    { "all mixed", " \302\240\343\200\200\342\200\213뉴스\357\273\277 \342\200\250", "뉴스" },
    { "only blanks", " \302\240\342\200\213", "" },
    { "nothing", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = 0;
      const char *start = bul_chars_trim (cases[i].text, strlen (cases[i].text), &length);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpmem (start, length, cases[i].trimmed, strlen (cases[i].trimmed));
    }
}

/* The length says where the text ends, not a zero byte. */
static void
test_trim_part (void)
{
  gsize length = 0;
  const char *start = bul_chars_trim (" 가  나", 6, &length);

  g_assert_cmpmem (start, length, "가", 3);
}

UNIT (text_chars)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chars/count", test_count);
  g_test_add_func ("/chars/slice", test_slice);
  g_test_add_func ("/chars/bytes", test_bytes);
  g_test_add_func ("/chars/find", test_find);
  g_test_add_func ("/chars/block-text", test_block_text);
  g_test_add_func ("/chars/trim", test_trim);
  g_test_add_func ("/chars/trim/part", test_trim_part);

  return g_test_run ();
}
