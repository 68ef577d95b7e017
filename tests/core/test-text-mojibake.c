/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-mojibake.h"

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

static char *
damage (const char *text, const char *encoding, char *(*read) (const char *) )
{
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  return read (bytes);
}

static void
test_whole (void)
{
  static const char *const encodings[] = { "CP949", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (korean); i++)
    for (guint j = 0; j < G_N_ELEMENTS (encodings); j++)
      {
        g_autofree char *damaged = damage (korean[i], encodings[j], to_latin);
        guint n_lost = 9;
        g_autofree char *repaired = bul_mojibake_repair (damaged, strlen (damaged), &n_lost);

        g_assert_cmpstr (repaired, ==, korean[i]);
        g_assert_cmpuint (n_lost, ==, 0);
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
test_lost (void)
{
  const char *line = "¿¼Ö Ư»ê¹° ½ÃÀåÀÌ õ¸·À» °Ȱí »õ °ǹ°·Î ¿Űå½À´ϴÙ.";
  guint n_lost = 9;
  g_autofree char *repaired = bul_mojibake_repair (line, strlen (line), &n_lost);

  g_assert_nonnull (strstr (repaired, "특산물 시장이 천막을"));
  g_assert_nonnull (strstr (repaired, "새 건물로"));
  g_assert_cmpuint (n_lost, <=, 2);
}

/* Whatever stands there: it ends, and what comes out is text. */
static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *repaired = NULL;

      for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
        g_string_append_unichar (
            line, (gunichar) g_rand_int_range (rand, 0x20, i % 2 == 0 ? 0x100 : 0x800));
      repaired = bul_mojibake_repair (line->str, line->len, NULL);
      g_assert_true (repaired == NULL || g_utf8_validate (repaired, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mojibake/whole", test_whole);
  g_test_add_func ("/mojibake/mixed", test_mixed);
  g_test_add_func ("/mojibake/sound", test_sound);
  g_test_add_func ("/mojibake/lost", test_lost);
  g_test_add_func ("/mojibake/any", test_any);
  return g_test_run ();
}
