/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "bul-lexicon.h"
#include "bul-stem.h"
#include "unit.h"

#define NEWS "../../src/core/align/news.tsv"

static gboolean
answers (const BulLexicon *lexicon, const char *korean, const char *english)
{
  g_autoptr (GArray) glosses = g_array_new (FALSE, FALSE, sizeof (BulGloss));
  g_autofree char *stem = bul_stem_korean (korean);
  g_autofree char *wanted = bul_stem_english (english);
  gboolean found = FALSE;

  bul_lexicon_look_up (lexicon, korean, stem, glosses);
  for (guint i = 0; i < glosses->len; i++)
    {
      const BulGloss *gloss = &g_array_index (glosses, BulGloss, i);

      g_assert_cmpfloat (gloss->weight, >, 0);
      g_assert_cmpfloat (gloss->weight, <=, 1);
      found |= strcmp (gloss->stem, wanted) == 0;
    }
  return found;
}

static void
test_look_up (void)
{
  g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();

  g_assert_cmpuint (bul_lexicon_add_table (lexicon, "# remark\n"
                                                    "등대\tlighthouse\n"
                                                    "등대지기\tlighthouse keeper; warden\t0.8\n"
                                                    "수리하다\trepair\n"
                                                    "\n"
                                                    "no tab\n"),
                    ==, 3);
  g_assert_true (answers (lexicon, "등대", "lighthouse"));
  g_assert_true (answers (lexicon, "등대에서는", "lighthouses"));
  g_assert_true (answers (lexicon, "등대지기가", "keeper"));
  g_assert_true (answers (lexicon, "등대지기가", "warden"));
  g_assert_true (answers (lexicon, "수리했습니다", "repaired"));
  g_assert_true (answers (lexicon, "등대수리", "repair"));
  g_assert_false (answers (lexicon, "수리", "lighthouse"));
  g_assert_false (answers (lexicon, "바다", "sea"));
}

/* Stem and ending in one syllable. */
static void
test_verbs (void)
{
  g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();

  bul_lexicon_add_table (lexicon, "터뜨리다\tburst\n만들다\tmake\n싸우다\tfight\n");
  g_assert_true (answers (lexicon, "터뜨렸습니다", "burst"));
  g_assert_true (answers (lexicon, "터뜨려", "burst"));
  g_assert_true (answers (lexicon, "터뜨립니다", "burst"));
  g_assert_true (answers (lexicon, "터뜨린", "burst"));
  g_assert_true (answers (lexicon, "터뜨릴지", "burst"));
  g_assert_true (answers (lexicon, "만듭니다", "make"));
  g_assert_true (answers (lexicon, "만든", "make"));
  g_assert_true (answers (lexicon, "싸웠다", "fight"));
  g_assert_false (answers (lexicon, "터뜨립", "burst"));
  g_assert_false (answers (lexicon, "만근", "make"));
}

/* What a table of a user's may hold: anything. */
static void
test_odd_tables (void)
{
  static const char *const tables[]
      = { "",  "\n",      "\t",         "등대",        "등대\t",     "\tlighthouse",
          "#", "등대\t,", "등대\tthe;", "등대\ta\t-5", "등대\t\t\t", "\xff\xfe\tword" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();

      bul_lexicon_add_table (lexicon, tables[i]);
      g_assert_false (answers (lexicon, "등대", "lighthouse"));
    }
}

/* --- the lexicon that ships */

static char **
load_rows (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, NEWS, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "\n"));
  text[strlen (text) - 1] = '\0';
  return g_strsplit (text, "\n", -1);
}

static gboolean
is_hangul_or_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!(c >= 0xac00 && c <= 0xd7a3) && !(c >= 0x4e00 && c <= 0x9fff))
        return FALSE;
    }
  return *text != '\0';
}

static void
check_row (const char *row)
{
  g_auto (GStrv) fields = g_strsplit (row, "\t", -1);
  g_autofree char *normal = g_utf8_normalize (row, -1, G_NORMALIZE_NFC);
  g_autoptr (BulLexicon) alone = bul_lexicon_new ();
  g_autoptr (GArray) glosses = g_array_new (FALSE, FALSE, sizeof (BulGloss));
  g_autofree char *stem = NULL;

  if (g_strv_length (fields) != 2 || *fields[1] == '\0')
    g_error ("“%s” has not two columns", row);
  if (strcmp (row, normal) != 0)
    g_error ("“%s” is not in normal form", row);
  if (!is_hangul_or_han (fields[0]))
    g_error ("“%s” begins with more than a Korean word", row);
  if (strpbrk (fields[1], ",;") != NULL)
    g_error ("“%s” holds several pairs", row);
  /* A pair that nothing can match is of no use. */
  bul_lexicon_add_table (alone, row);
  stem = bul_stem_korean (fields[0]);
  bul_lexicon_look_up (alone, fields[0], stem, glosses);
  if (glosses->len == 0)
    g_error ("“%s” matches nothing", row);
}

static void
test_news (void)
{
  g_auto (GStrv) rows = load_rows ();
  guint n = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      if (rows[i][0] == '#')
        {
          g_assert_cmpuint (n, ==, 0);
          continue;
        }
      check_row (rows[i]);
      if (n > 0 && strcmp (rows[i - 1], rows[i]) >= 0)
        g_error ("“%s” stands before “%s”", rows[i - 1], rows[i]);
      n++;
    }
  g_assert_cmpuint (n, >=, 3000);
  g_assert_true (answers (bul_lexicon_get_news (), "대통령은", "president"));
  g_assert_true (answers (bul_lexicon_get_news (), "기자가", "reporters"));
}

UNIT (align_lexicon)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/align/lexicon/look-up", test_look_up);
  g_test_add_func ("/align/lexicon/verbs", test_verbs);
  g_test_add_func ("/align/lexicon/odd-tables", test_odd_tables);
  g_test_add_func ("/align/lexicon/news", test_news);

  return g_test_run ();
}
