/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <gio/gio.h>

#include "bul-decode.h"
#include "bul-lines.h"
#include "bul-mojibake.h"
#include "bul-normal.h"
#include "unit.h"

/* Sentences that a newsroom might write, to be damaged in every way. */
static const char *const korean[] = {
  "연락선이 마흔하루 만에 다시 섬을 떠났습니다.",
  "주민 118명은 새벽부터 부두에 나와 기다렸습니다.",
  "시장은 다리 보수에 12억 원이 든다고 밝혔습니다.",
  "\"밤새 한숨도 못 잤어요. 물이 무릎까지 찼거든요.\"",
  "기상청은 오늘 밤 해안에 강한 바람이 불겠다고 예보했습니다.",
  "지금까지 하람군에서 전해드렸습니다.",
};

static const char *const sound[] = {
  "Élève à l'école, où êtes-vous allé cet été, près du château ?",
  "Größere Überschwemmungen führten über Nacht zu Schäden an Brücken.",
  "El niño de la señora Muñoz bailó ayer en la plaza, ¿verdad? ¡Qué bien!",
  "Được biết, người dân đã rời khỏi vùng lũ từ sáng sớm hôm nay.",
  "Příliš žluťoučký kůň úpěl ďábelské ódy na břehu řeky.",
  "Güneş doğunca köylüler ırmağın öbür kıyısına geçti, çocuklar güldü.",
  "Паром снова вышел в море после сорока дней стоянки.",
  "Το πλοίο έφυγε ξανά από το λιμάνι νωρίς το πρωί.",
  "המעבורת יצאה שוב לדרך הבוקר",
  "The word is said [ˈkʌɹɪdʒ] here and [kuˈʁaʒ] there – “quite different”.",
  "연락선이 다시 떠났습니다 – café, naïve, Škoda.",
  "© 2026 ® ™ § 14 ¶ 3 · 25 °C ± 2 ½ ¾ €",
  "«ÀÀÀÀH !» cria-t-il. «ÇA VA ÊTRE ÉNORME»",
  "Está aquí…” dijo. “Allí…” “Sí…” “Así…”",
  "SITUAÇÃO: OPERAÇÕES À NOITE; FUNDAÇÃO",
  "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  "½¼¾ ½¼¾ ½¼¾ cups; ±²³ m² m³ °C °F µm",
  "ŻÓŁĆ ĘĄŚŹŃ łódź źdźbło gżegżółka",
  "İSTANBUL’DA ŞİŞLİ’DE ÇÖKME: ĞÜŞİÖÇ",
  "Γενικά, Φοινικικά, κείμενο, εικονιδίου",
  "∑∏∫≈≠≤≥∂Δ√∞ πΩ",
  "한국어와 Ünïcödé «ÀÂÊ» 함께",
  "北京 東京 서울 회담… 尹·美·日 정상 만남",
  "東京都は昨日、新しい橋の工事を始めたと発表しました。",
  "北京市政府昨天宣布，新桥工程已经开始，预计明年完工。",
  "\uFFFD\uFFFD\uFFFD 글자가 깨졌다 \uFFFD\uFFFD",
  "??? 뭐라고요??? 가가가??가 北 南",
  "a",
  "",
};

static char *
to_latin (const char *bytes)
{
  GString *out = g_string_new (NULL);

  for (const char *p = bytes; *p != '\0'; p++)
    g_string_append_unichar (out, (guchar) *p);
  return g_string_free (out, FALSE);
}

/* As pages were read that took UTF-8 where it fitted. */
static char *
to_mixed (const char *bytes)
{
  GString *out = g_string_new (NULL);

  for (const char *p = bytes; *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, 2);

      if (c < 0x800)
        p += c < 0x80 ? 1 : 2;
      else
        c = (guchar) *p++;
      /* controls and the hidden hyphen are not shown, and gone */
      if (!(c >= 0x80 && c < 0xa0) && c != 0xad)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* As Windows reads, and keeps the bytes that it has no character for. */
static char *
to_windows_1252 (const char *bytes)
{
  GString *out = g_string_new (NULL);

  for (const char *p = bytes; *p != '\0'; p++)
    {
      g_autofree char *c = g_convert (p, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

      if (c != NULL)
        g_string_append (out, c);
      else
        g_string_append_unichar (out, (guchar) *p);
    }
  return g_string_free (out, FALSE);
}

static char *
to_mac_roman (const char *bytes)
{
  return g_convert (bytes, -1, "UTF-8", "MACINTOSH", NULL, NULL, NULL);
}

/* What fits nothing reads U+FFFD. */
static char *
to_cp949 (const char *bytes)
{
  GString *out = g_string_new (NULL);
  gsize n_left = strlen (bytes);

  for (gsize n; n_left > 0; bytes += n, n_left -= n)
    {
      g_autofree char *c = NULL;

      n = (guchar) *bytes < 0x80 || n_left == 1 ? 1 : 2;
      c = g_convert (bytes, (gssize) n, "UTF-8", "CP949", NULL, NULL, NULL);
      n = c == NULL ? 1 : n;
      g_string_append (out, c == NULL ? "\uFFFD" : c);
    }
  return g_string_free (out, FALSE);
}

static char *
damage (const char *text, const char *encoding, char *(*read) (const char *) )
{
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  return read (bytes);
}

/* Ways that lose nothing. */
static const struct
{
  const char *what;
  const char *encoding;
  char *(*read) (const char *);
} ways[] = {
  /* of CP949 */
  { "CP949 as Latin-1", "CP949", to_latin },
  { "CP949 as windows-1252", "CP949", to_windows_1252 },
  { "CP949 as Mac OS Roman", "CP949", to_mac_roman },
  /* of UTF-8 */
  { "UTF-8 as Latin-1", "UTF-8", to_latin },
  { "UTF-8 as windows-1252", "UTF-8", to_windows_1252 },
  { "UTF-8 as Mac OS Roman", "UTF-8", to_mac_roman },
};

static void
assert_repairs (const char *text, guint way)
{
  g_autofree char *damaged = damage (text, ways[way].encoding, ways[way].read);
  g_autofree char *line = bul_normal_form (damaged, -1);
  guint n_lost = 9;
  g_autofree char *repaired = bul_mojibake_repair (line, strlen (line), &n_lost);

  if (g_strcmp0 (repaired, text) != 0)
    g_test_message ("%s", ways[way].what);
  g_assert_cmpstr (repaired, ==, text);
  g_assert_cmpuint (n_lost, ==, 0);
}

static void
test_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (korean); i++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      assert_repairs (korean[i], way);
}

/* Returns: (transfer full): Korean of several words, drawn from all of them. */
static char *
draw_line (GRand *rand, char **words)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_words = g_strv_length (words);

  for (int n = g_rand_int_range (rand, 3, 20); n > 0; n--)
    {
      g_string_append (line, words[g_rand_int_range (rand, 0, (gint32) n_words)]);
      g_string_append_c (line, n == 1 ? '.' : ' ');
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (949);
  g_autofree char *all = g_strjoinv (" ", (char **) korean);
  g_auto (GStrv) words = g_strsplit (all, " ", -1);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *line = draw_line (rand, words);

      assert_repairs (line, i % G_N_ELEMENTS (ways));
    }
}

/* What stands beside the damage stays as it is. */
static void
test_beside (void)
{
  static const struct
  {
    const char *before;
    const char *after;
  } cases[] = {
    { "", " byeori@example.kr" },
    { "Copyright by Haeran Broadcasting, all rights reserved. ", "" },
    { "[앵커] ", "" },
    { "기자가 말했습니다: ", " (통역 없이 café에서)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (korean); j++)
      {
        g_autofree char *damaged = damage (korean[j], "CP949", to_latin);
        g_autofree char *line = g_strconcat (cases[i].before, damaged, cases[i].after, NULL);
        g_autofree char *want = g_strconcat (cases[i].before, korean[j], cases[i].after, NULL);
        guint n_lost = 9;
        g_autofree char *repaired = bul_mojibake_repair (line, strlen (line), &n_lost);

        g_assert_cmpstr (repaired, ==, want);
        g_assert_cmpuint (n_lost, ==, 0);
      }
}

/* Whether every character of @repaired that is not U+FFFD stands in @text, in this order. */
static void
assert_has_lost (const char *repaired, const char *text)
{
  for (const char *p = repaired; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_utf8_get_char (p) == 0xfffd)
        continue;
      text = g_utf8_strchr (text, -1, g_utf8_get_char (p));
      g_assert_nonnull (text);
      text = g_utf8_next_char (text);
    }
}

/* Many syllables lose their first byte, which is found where only one fits: 연, but not 다. */
static void
test_utf8_as_cp949 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (korean); i++)
    {
      g_autofree char *damaged = damage (korean[i], "UTF-8", to_cp949);
      guint n_lost = 0;
      g_autofree char *repaired = bul_mojibake_repair (damaged, strlen (damaged), &n_lost);

      g_assert_nonnull (repaired);
      g_assert_cmpuint (n_lost, >, 0);
      assert_has_lost (repaired, korean[i]);
    }
}

static guint
count_same (const char *a, const char *b)
{
  guint count = 0;

  for (; *b != '\0'; b = g_utf8_next_char (b))
    count += g_utf8_get_char (b) >= 0xac00 && g_utf8_strchr (a, -1, g_utf8_get_char (b)) != NULL;
  return count;
}

/* Some syllables are gone, and none is made up in a line that lost nothing. */
static void
test_mixed (void)
{
  guint n_same = 0;
  guint n_all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (korean); i++)
    {
      g_autofree char *damaged = damage (korean[i], "CP949", to_mixed);
      g_autofree char *repaired = bul_mojibake_repair (damaged, strlen (damaged), NULL);

      g_assert_nonnull (repaired);
      g_assert_true (g_utf8_validate (repaired, -1, NULL));
      n_same += count_same (repaired, korean[i]);
      n_all += count_same (korean[i], korean[i]);
    }
  g_assert_cmpuint (n_same * 10, >=, n_all * 9);
}

static void
test_sound (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autofree char *repaired = bul_mojibake_repair (sound[i], strlen (sound[i]), NULL);

      g_assert_cmpstr (repaired, ==, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (korean); i++)
    g_assert_false (bul_mojibake_is_damaged (korean[i], strlen (korean[i])));
}

static void
check_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BulDecoded) decoded = NULL;
  g_autofree char *text = NULL;
  BulLines lines;
  const char *line;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new (data, length);
  decoded = bul_decode (bytes, NULL, NULL);
  g_assert_nonnull (decoded);
  text = bul_normal_form (decoded->text, (gssize) decoded->length);
  bul_lines_start (&lines, text, strlen (text));
  while (bul_lines_next (&lines, &line, &length))
    {
      gboolean is_damaged = bul_mojibake_is_damaged (line, length);

      if (is_damaged)
        g_test_message ("%s: %.*s", path, (int) length, line);
      g_assert_false (is_damaged);
    }
}

/* Returns: how many scripts were checked. */
static guint
check_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  g_assert_nonnull (folder);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        n += check_folder (inside);
      else if (g_str_has_suffix (name, ".txt") && strstr (name, "wrong-decoding") == NULL)
        {
          check_file (inside);
          n++;
        }
    }
  return n;
}

/* No line of any script that is sound. */
static void
test_scripts (void)
{
  g_assert_cmpuint (check_folder (TEST_DATA "/import"), >, 200);
}

static void
test_lost (void)
{
  const char *line = "¿¼Ö Ư»ê¹° ½ÃÀåÀÌ õ¸·À» °Ȱí »õ °ǹ°·Î ¿Űå½À´ϴÙ.";
  guint n_lost = 9;
  g_autofree char *repaired = bul_mojibake_repair (line, strlen (line), &n_lost);

  g_assert_nonnull (strstr (repaired, "특산물 시장이 천막을"));
  g_assert_nonnull (strstr (repaired, "새 건물로"));
  g_assert_cmpuint (n_lost, ==, 1);
}

/* An 열 that has lost its AD looks as 온 before a letter does: neither is told for the other. */
static void
test_doubt (void)
{
  static const struct
  {
    const char *line;
    const char *repaired;
    guint n_lost;
  } cases[] = {
    { "ÀÜġ¸¦ ¿¾ú½À´ϴÙ.", "잔치를 \uFFFD었습니다.", 1 },
    /* a hidden hyphen that is there */
    { "ÀÜġ¸¦ ¿\u00AD¾ú½À´ϴÙ.", "잔치를 열었습니다.", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_lost = 9;
      g_autofree char *repaired
          = bul_mojibake_repair (cases[i].line, strlen (cases[i].line), &n_lost);

      g_assert_cmpstr (repaired, ==, cases[i].repaired);
      g_assert_cmpuint (n_lost, ==, cases[i].n_lost);
    }
}

/* Whatever stands there: it ends, and what comes out is text. */
static void
test_any (void)
{
  static const gint32 ends[] = { 0x100, 0x800, 0x3000, 0xd7a4 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *repaired = NULL;

      for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
        g_string_append_unichar (
            line, (gunichar) g_rand_int_range (rand, 0x20, ends[i % G_N_ELEMENTS (ends)]));
      repaired = bul_mojibake_repair (line->str, line->len, NULL);
      g_assert_true (repaired == NULL || g_utf8_validate (repaired, -1, NULL));
    }
}

UNIT (text_mojibake)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mojibake/whole", test_whole);
  g_test_add_func ("/mojibake/random", test_random);
  g_test_add_func ("/mojibake/beside", test_beside);
  g_test_add_func ("/mojibake/utf8-as-cp949", test_utf8_as_cp949);
  g_test_add_func ("/mojibake/mixed", test_mixed);
  g_test_add_func ("/mojibake/sound", test_sound);
  g_test_add_func ("/mojibake/scripts", test_scripts);
  g_test_add_func ("/mojibake/lost", test_lost);
  g_test_add_func ("/mojibake/doubt", test_doubt);
  g_test_add_func ("/mojibake/any", test_any);
  return g_test_run ();
}
