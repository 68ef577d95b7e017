/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-decode.h"

#include <string.h>

#include "bul-error.h"
#include "unit.h"

#define FFFD "\357\277\275"

static BulDecoded *
decode (const char *bytes, gsize length, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  BulDecoded *decoded = bul_decode (input, encoding, &error);

  g_assert_no_error (error);
  g_assert_nonnull (decoded);
  g_assert_cmpuint (strlen (decoded->text), ==, decoded->length);
  g_assert_true (g_utf8_validate (decoded->text, -1, NULL));
  return decoded;
}

/* Bytes as a literal, zero bytes included. */
#define BYTES(literal) literal, sizeof (literal) - 1

static void
test_rule (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
    const char *encoding;
    const char *text;
  } cases[] = {
    /* UTF-8 */
    { "nothing", BYTES (""), "UTF-8", "" },
    { "ASCII", BYTES ("News 9"), "UTF-8", "News 9" },
    { "Hangul", BYTES ("뉴스 9"), "UTF-8", "뉴스 9" },
    { "four bytes", BYTES ("😀"), "UTF-8", "😀" },
    /* CP949 */
    { "a heading", BYTES ("\260\370\301\366\241\244\301\244\301\244"), "CP949", "공지·정정" },
    { "a heading under English", BYTES ("The details follow.\n\260\370\301\366"), "CP949",
      "The details follow.\n공지" },
    { "quotes of CP949", BYTES ("It\241\257s \241\260so\241\261."), "CP949", "It’s “so”." },
    { "a syllable that EUC-KR lacks", BYTES ("\261\327 \214c\275\303\272\361"), "CP949",
      "그 똠시비" },
    { "an ideograph", BYTES ("\355\272"), "CP949", "者" },
    /* UTF-16 without a mark */
    { "English, little", BYTES ("N\0e\0w\0s\0"), "UTF-16LE", "News" },
    { "English, big", BYTES ("\0N\0e\0w\0s"), "UTF-16BE", "News" },
    { "Korean, little", BYTES ("\x74\xb2\xa4\xc2 \0009\0\n\0"), "UTF-16LE", "뉴스 9\n" },
    { "Korean, big", BYTES ("\xb2\x74\xc2\xa4\0 \0009\0\n"), "UTF-16BE", "뉴스 9\n" },
    { "the syllable with a zero byte", BYTES ("\0\xac\0\xac \0"), "UTF-16LE", "가가 " },
    /* seven bits */
    { "Korean by mail", BYTES ("\033$)C\016:;\017 9"), "ISO-2022-KR", "본 9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulDecoded) decoded = decode (cases[i].bytes, cases[i].length, NULL);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (decoded->encoding, ==, cases[i].encoding);
      g_assert_cmpstr (decoded->text, ==, cases[i].text);
      g_assert_false (decoded->guessed);
      g_assert_false (decoded->had_bom);
      g_assert_cmpuint (decoded->n_replaced, ==, 0);
      g_assert_cmpuint (decoded->replaced_line, ==, 0);
    }
}

static void
test_mark (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
    const char *encoding;
    const char *text;
    guint n_replaced;
  } cases[] = {
    /* whole */
    { "UTF-8", BYTES ("\357\273\277뉴스"), "UTF-8", "뉴스", 0 },
    { "nothing after it", BYTES ("\357\273\277"), "UTF-8", "", 0 },
    { "only the first is one", BYTES ("\357\273\277\357\273\277a"), "UTF-8", "\357\273\277a", 0 },
    { "UTF-16, little", BYTES ("\xff\xfe\x74\xb2"), "UTF-16LE", "뉴", 0 },
    { "UTF-16, big", BYTES ("\xfe\xff\xb2\x74"), "UTF-16BE", "뉴", 0 },
    { "a pair for one", BYTES ("\xff\xfe\x3d\xd8\x00\xde"), "UTF-16LE", "😀", 0 },
    /* broken */
    { "UTF-8 with a broken end", BYTES ("\357\273\277뉴\354\212"), "UTF-8", "뉴" FFFD, 1 },
    { "UTF-16 with an odd end", BYTES ("\xff\xfe\x74\xb2\x41"), "UTF-16LE", "뉴" FFFD, 1 },
    { "half a pair", BYTES ("\xff\xfe\x3d\xd8\x41\x00"), "UTF-16LE", FFFD "A", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulDecoded) decoded = decode (cases[i].bytes, cases[i].length, NULL);

      g_test_message ("%s", cases[i].what);
      g_assert_true (decoded->had_bom);
      g_assert_cmpstr (decoded->encoding, ==, cases[i].encoding);
      g_assert_cmpstr (decoded->text, ==, cases[i].text);
      g_assert_cmpuint (decoded->n_replaced, ==, cases[i].n_replaced);
      g_assert_cmpint (decoded->guessed, ==, cases[i].n_replaced > 0);
    }
}

static void
test_guess (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
    const char *encoding;
    const char *text;
    guint n_replaced;
  } cases[] = {
    /* English of Windows */
    { "an accent", BYTES ("a caf\351 there"), "windows-1252", "a café there", 0 },
    { "curly quotes", BYTES ("\223It\222s so,\224 he said."), "windows-1252", "“It’s so,” he said.",
      0 },
    { "a dash between words", BYTES ("here\227now"), "windows-1252", "here—now", 0 },
    { "the euro", BYTES ("\200 5"), "windows-1252", "€ 5", 0 },
    { "a place it leaves empty", BYTES ("a\201 b"), "windows-1252", "a" FFFD " b", 1 },
    /* damaged */
    { "UTF-8 cut short", BYTES ("오늘의 주요 뉴스\354\236"), "UTF-8", "오늘의 주요 뉴스" FFFD, 1 },
    { "UTF-8 with a stray byte", BYTES ("오늘\377 주요 뉴스"), "UTF-8", "오늘" FFFD " 주요 뉴스",
      1 },
    { "UTF-8 of one syllable and a half", BYTES ("\353\211\264\354\212"), "UTF-8", "뉴" FFFD, 1 },
    { "CP949 of two syllables and a half", BYTES ("\263\252\267\347\305"), "CP949", "나루" FFFD,
      1 },
    { "a stray byte between two halves", BYTES ("\263\252\267\377\347\305\315\277\241"), "CP949",
      "나" FFFD FFFD FFFD "터에", 3 },
    { "UTF-16 cut short", BYTES ("\x74\xb2\xa4\xc2 \0009\0\n"), "UTF-16LE", "뉴스 9" FFFD, 1 },
    { "mail with a byte of eight bits", BYTES ("\033$)C\016:;\377:;\017 9"), "ISO-2022-KR",
      "본" FFFD "본 9", 1 },
    { "mail cut short", BYTES ("\033$)C\016:;:"), "ISO-2022-KR", "본" FFFD, 1 },
    { "Korean in a Western page", BYTES ("caf\351, na\357ve, d\351j\340 \260\370"), "windows-1252",
      "café, naïve, déjà °ø", 0 },
    { "CP949 cut short", BYTES ("\260\370\301\366\301\244\301\244\301"), "CP949", "공지정정" FFFD,
      1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulDecoded) decoded = decode (cases[i].bytes, cases[i].length, NULL);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (decoded->text, ==, cases[i].text);
      g_assert_cmpstr (decoded->encoding, ==, cases[i].encoding);
      g_assert_cmpuint (decoded->n_replaced, ==, cases[i].n_replaced);
      g_assert_true (decoded->guessed);
    }
}

static void
test_replaced (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
    const char *text;
    guint n_replaced;
    guint line;
  } cases[] = {
    /* one */
    { "a zero byte", BYTES ("first line\nsecond\0 line"), "first line\nsecond" FFFD " line", 1, 2 },
    { "a zero byte alone", BYTES ("a\0b"), "a" FFFD "b", 1, 1 },
    { "a control", BYTES ("a\nb\r\nc\rd\001"), "a\nb\r\nc\rd" FFFD, 1, 4 },
    { "form feed", BYTES ("a\fb"), "a" FFFD "b", 1, 1 },
    { "no character", BYTES ("a\n\357\277\276"), "a\n" FFFD, 1, 2 },
    { "at the very start", BYTES ("\001a"), FFFD "a", 1, 1 },
    /* more */
    { "the first one's line", BYTES ("a\n\001\n\002\n\003"), "a\n" FFFD "\n" FFFD "\n" FFFD, 3, 2 },
    { "broken before forbidden", BYTES ("오늘\n뉴\377스\n\001주요"),
      "오늘\n뉴" FFFD "스\n" FFFD "주요", 2, 2 },
    /* none */
    { "tab and delete", BYTES ("a\tb\177"), "a\tb\177", 0, 0 },
    { "one that was there", BYTES ("a" FFFD), "a" FFFD, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulDecoded) decoded = decode (cases[i].bytes, cases[i].length, NULL);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (decoded->encoding, ==, "UTF-8");
      g_assert_cmpstr (decoded->text, ==, cases[i].text);
      g_assert_cmpuint (decoded->n_replaced, ==, cases[i].n_replaced);
      g_assert_cmpuint (decoded->replaced_line, ==, cases[i].line);
    }
}

static void
test_line_ends (void)
{
  static const struct
  {
    const char *text;
    const char *word;
  } cases[] = {
    /* one kind */
    { "", "none" },
    { "a", "none" },
    { "a\nb\n", "lf" },
    { "\n", "lf" },
    { "a\r\nb\r\n", "crlf" },
    { "a\rb\r", "cr" },
    /* several */
    { "a\nb\r\n", "mixed" },
    { "a\rb\r\n", "mixed" },
    { "a\n\rb", "mixed" },
    { "a\nb\342\200\250c", "mixed" },
    { "a\342\200\251b", "mixed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulDecoded) decoded = decode (cases[i].text, strlen (cases[i].text), NULL);

      g_assert_cmpstr (decoded->line_ends, ==, cases[i].word);
      g_assert_cmpstr (decoded->text, ==, cases[i].text);
    }
}

static void
test_named (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
    const char *asked;
    const char *encoding;
    const char *text;
  } cases[] = {
    /* Korean, by every name it goes by */
    { "as iconv has it", BYTES ("\260\370\301\366"), "CP949", "CP949", "공지" },
    { "as the web has it", BYTES ("\214c"), "euc-kr", "CP949", "똠" },
    { "as Windows has it", BYTES ("\214c"), "ms949", "CP949", "똠" },
    { "as its standard has it", BYTES ("\214c"), "KS_C_5601-1987", "CP949", "똠" },
    /* against the rule */
    { "quotes as Korean", BYTES ("It\222s"), "cp949", "CP949", "It뭩" },
    { "Hangul as Latin", BYTES ("\260\370"), "latin1", "windows-1252", "°ø" },
    { "UTF-8 as Latin", BYTES ("\303\251"), "windows-1252", "windows-1252", "Ã©" },
    /* marks */
    { "UTF-8 with one", BYTES ("\357\273\277a"), "utf-8", "UTF-8", "a" },
    { "it knows the order", BYTES ("\xfe\xff\xb2\x74"), "utf-16", "UTF-16BE", "뉴" },
    { "no mark, little", BYTES ("\x74\xb2"), "UTF-16", "UTF-16LE", "뉴" },
    { "big", BYTES ("\xb2\x74"), "UTF-16BE", "UTF-16BE", "뉴" },
    /* what only iconv knows */
    { "Japanese", BYTES ("\223\372\226{"), "SHIFT_JIS", "SHIFT_JIS", "日本" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulDecoded) decoded = decode (cases[i].bytes, cases[i].length, cases[i].asked);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (decoded->encoding, ==, cases[i].encoding);
      g_assert_cmpstr (decoded->text, ==, cases[i].text);
      g_assert_false (decoded->guessed);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
    const char *asked;
    int code;
    const char *said;
  } cases[] = {
    /* no text */
    { "a program", BYTES ("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\260\20"), NULL,
      BUL_ERROR_NOT_TEXT, "not text" },
    { "zero bytes", BYTES ("\0\0\0\0\0\0\0\0"), NULL, BUL_ERROR_NOT_TEXT, "not text" },
    { "noise", BYTES ("\350\1\2\3\244\5\6\374"), NULL, BUL_ERROR_NOT_TEXT, "not text" },
    { "a PDF", BYTES ("%PDF-1.4\n"), NULL, BUL_ERROR_NOT_TEXT, "PDF" },
    { "a word processor's", BYTES ("PK\3\4\24\0"), NULL, BUL_ERROR_NOT_TEXT, "DOCX" },
    { "an HWP, whatever was asked", BYTES ("\320\317\21\340\241"), "CP949", BUL_ERROR_NOT_TEXT,
      "HWP" },
    /* not as asked */
    { "Latin as UTF-8", BYTES ("caf\351"), "UTF-8", BUL_ERROR_NOT_TEXT, "byte 3" },
    { "after a mark", BYTES ("\357\273\277a\351"), "UTF-8", BUL_ERROR_NOT_TEXT, "byte 4" },
    { "UTF-8 as CP949", BYTES ("ok 한국"), "CP949", BUL_ERROR_NOT_TEXT, "byte 3" },
    { "an empty place", BYTES ("ab\201"), "cp1252", BUL_ERROR_NOT_TEXT, "byte 2" },
    /* names */
    { "unknown", BYTES ("a"), "EBCDIC-9000", BUL_ERROR_NOT_FOUND, "EBCDIC-9000" },
    { "empty", BYTES ("a"), "", BUL_ERROR_NOT_FOUND, "“”" },
    { "an instruction", BYTES ("a"), "UTF-7//IGNORE", BUL_ERROR_NOT_FOUND, "IGNORE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);

      g_test_message ("%s", cases[i].what);
      g_assert_null (bul_decode (bytes, cases[i].asked, &error));
      g_assert_error (error, BUL_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

/* CP949's rows as iconv has them: every Hangul of Unicode can be told from noise. */
static void
test_every_syllable (void)
{
  for (gunichar c = 0xac00; c <= 0xd7a3; c++)
    {
      g_autoptr (GString) text = g_string_new ("가나다 ");
      g_autofree char *bytes = NULL;
      gsize length = 0;
      g_autoptr (BulDecoded) decoded = NULL;

      g_string_append_unichar (text, c);
      bytes = g_convert (text->str, -1, "CP949", "UTF-8", NULL, &length, NULL);
      decoded = decode (bytes, length, NULL);
      g_assert_cmpstr (decoded->encoding, ==, "CP949");
      g_assert_cmpstr (decoded->text, ==, text->str);
      g_assert_false (decoded->guessed);
    }
}

/* Whatever the bytes, the outcome is text or an error. */
static void
test_any_bytes (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GByteArray) array = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BulDecoded) decoded = NULL;
      g_autoptr (GError) error = NULL;
      int length = g_test_rand_int_range (0, 40);
      int lowest = g_test_rand_int_range (0, 256);

      for (int i = 0; i < length; i++)
        {
          guint8 byte = (guint8) g_test_rand_int_range (lowest, 256);

          g_byte_array_append (array, &byte, 1);
        }
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
      decoded = bul_decode (bytes, NULL, &error);
      g_assert_true ((decoded != NULL) != (error != NULL));
      g_assert_true (decoded == NULL || g_utf8_validate (decoded->text, decoded->length, NULL));
      g_assert_true (decoded == NULL || (decoded->n_replaced > 0) == (decoded->replaced_line > 0));
    }
}

/* Lines of a script, as short as they come. */
static const char *const korean[] = {
  "가람군이 나루터 창고를 도서관으로 고쳐 쓰기로 했습니다.",
  "보도에 장다솜 기자입니다.",
  "“밤 10시까지 문을 열겠다”고 밝혔습니다…",
  "이누리/가람군 주민",
  "여섯 채 모두 비어 있었습니다.\n지붕에는 옛 상호가 남았습니다.",
  "北, 나루터 다리 새로 놓아",
};

typedef enum
{
  CUT_SHORT,
  LOST,
  STRAY_FF,
  STRAY_LEAD,
  BECAME_FF,
  STRAY_ZERO,
  N_DAMAGES,
} Damage;

static void
damage (GString *bytes, Damage kind, gsize at)
{
  static const char *const stray[N_DAMAGES] = { [STRAY_FF] = "\xff", [STRAY_LEAD] = "\xb0" };

  switch (kind)
    {
    case CUT_SHORT:
      g_string_truncate (bytes, bytes->len - 1);
      break;
    case LOST:
      g_string_erase (bytes, (gssize) at, 1);
      break;
    case BECAME_FF:
      bytes->str[at] = '\xff';
      break;
    case STRAY_ZERO:
      g_string_insert_c (bytes, (gssize) at, '\0');
      break;
    case STRAY_FF:
    case STRAY_LEAD:
    case N_DAMAGES:
    default:
      g_string_insert (bytes, (gssize) at, stray[kind]);
    }
}

/* Characters that both begin with, and those that both end with. */
static glong
count_common (const char *one, const char *other)
{
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (one, -1, NULL);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (other, -1, NULL);
  glong n_a = g_utf8_strlen (one, -1);
  glong n_b = g_utf8_strlen (other, -1);
  glong n_first = 0;
  glong n_last = 0;

  while (n_first < MIN (n_a, n_b) && a[n_first] == b[n_first])
    n_first++;
  while (n_last < MIN (n_a, n_b) - n_first && a[n_a - 1 - n_last] == b[n_b - 1 - n_last])
    n_last++;
  return n_first + n_last;
}

/* One byte, wherever it is, neither turns a Korean line into Western letters nor spoils a word. */
static void
test_damaged (void)
{
  static const char *const encodings[] = { "CP949", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (korean) * G_N_ELEMENTS (encodings); i++)
    {
      const char *text = korean[i / 2];
      const char *encoding = encodings[i % 2];
      gsize length = 0;
      g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);

      for (gsize at = 0; at < length * N_DAMAGES; at++)
        {
          g_autoptr (GString) damaged = g_string_new_len (bytes, (gssize) length);
          g_autoptr (BulDecoded) decoded = NULL;

          damage (damaged, at % N_DAMAGES, at / N_DAMAGES);
          decoded = decode (damaged->str, damaged->len, NULL);
          g_test_message ("%s, damage %" G_GSIZE_FORMAT ": %s", encoding, at, decoded->text);
          g_assert_cmpstr (decoded->encoding, ==, encoding);
          g_assert_cmpint (count_common (decoded->text, text), >=, g_utf8_strlen (text, -1) - 3);
        }
    }
}

/* A page is none the less Korean, or English with one Korean line, for the same. */
static void
test_damaged_page (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    guint n_times;
    const char *foot;
  } pages[] = {
    /* whole */
    { "Korean", "가람군이 나루터 창고를 도서관으로 고쳐 쓰기로 했습니다.\n", 40, "공지·정정\n" },
    { "English", "The library opens on 3 March, and the county pays for it.\n", 40, "공지·정정\n" },
    { "Korean in one line", "나루터 창고를 도서관으로 ", 300, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (Damage kind = 0; kind < N_DAMAGES; kind++)
      {
        g_autoptr (GString) page = g_string_new (NULL);
        g_autoptr (GString) damaged = g_string_new (NULL);
        g_autofree char *bytes = NULL;
        g_autoptr (BulDecoded) decoded = NULL;
        gsize length = 0;

        for (guint n = 0; n < pages[i].n_times; n++)
          g_string_append (page, pages[i].text);
        g_string_append (page, pages[i].foot);
        bytes = g_convert (page->str, -1, "CP949", "UTF-8", NULL, &length, NULL);
        g_string_append_len (damaged, bytes, (gssize) length);
        damage (damaged, kind, length - 6);

        g_test_message ("%s, damage %d", pages[i].what, kind);
        decoded = decode (damaged->str, damaged->len, NULL);
        g_assert_cmpstr (decoded->encoding, ==, "CP949");
        g_assert_cmpint (count_common (decoded->text, page->str), >=,
                         g_utf8_strlen (page->str, -1) - 3);
      }
}

/* Western names and signs that some Korean syllable or ideograph shares its bytes with. */
static void
test_western (void)
{
  static const char *const lines[] = {
    /* two letters with accents, side by side */
    "The Otep\344\344 stage, skied twice",
    "gem\344\337 Artikel 5",
    "Kor\347\353, in the south-east",
    "a seq\374\350ncia of four",
    /* quotes and dashes */
    "\223Not yet,\224 she said \226 and left.",
    "It\222s the county\222s own money\205",
    /* capitals */
    "MAIS INFORMA\307\325ES, MAS N\303O AGORA",
    "S\304\304 T\304N\304\304N",
    "\311COLE, \300 LYON",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (BulDecoded) decoded = decode (lines[i], strlen (lines[i]), NULL);

      g_test_message ("%s", decoded->text);
      g_assert_cmpstr (decoded->encoding, ==, "windows-1252");
      g_assert_true (decoded->guessed);
    }
}

/* Long enough for the quick way: its word on what is UTF-8 and where it ends is GLib's. */
static void
test_valid (void)
{
  static const char *const pieces[]
      = { "가람 나루터에 ",   "a line of ASCII, ",        "“é”…",        "\360\237\230\200",
          "\364\217\277\277", "\355\237\277\356\200\200", "\340\240\200" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BulDecoded) decoded = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *place = NULL;
      const char *end = NULL;
      int n_pieces = g_test_rand_int_range (1, 9);

      for (int i = 0; i < n_pieces; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, (int) G_N_ELEMENTS (pieces))]);
      if (round % 2 == 0)
        text->str[g_test_rand_int_range (0, (int) text->len)]
            = (char) g_test_rand_int_range (1, 256);
      if (round % 5 == 0)
        g_string_truncate (text, text->len - 1);

      bytes = g_bytes_new (text->str, text->len);
      decoded = bul_decode (bytes, "UTF-8", &error);
      g_assert_cmpint (decoded != NULL, ==, g_utf8_validate_len (text->str, text->len, &end));
      place = g_strdup_printf ("byte %u.", (guint) (end - text->str));
      g_assert_true (error == NULL || strstr (error->message, place) != NULL);
    }
}

UNIT (text_decode)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decode/rule", test_rule);
  g_test_add_func ("/decode/mark", test_mark);
  g_test_add_func ("/decode/guess", test_guess);
  g_test_add_func ("/decode/replaced", test_replaced);
  g_test_add_func ("/decode/line-ends", test_line_ends);
  g_test_add_func ("/decode/named", test_named);
  g_test_add_func ("/decode/refused", test_refused);
  g_test_add_func ("/decode/every-syllable", test_every_syllable);
  g_test_add_func ("/decode/any-bytes", test_any_bytes);
  g_test_add_func ("/decode/valid", test_valid);
  g_test_add_func ("/decode/damaged", test_damaged);
  g_test_add_func ("/decode/damaged/page", test_damaged_page);
  g_test_add_func ("/decode/western", test_western);

  return g_test_run ();
}
