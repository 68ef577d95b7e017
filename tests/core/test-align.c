/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-aligner.h"

#include <string.h>

#include "bul-lexicon.h"
#include "unit.h"

/* Sentences that answer each other, of a small town's news. */
static const struct
{
  const char *korean;
  const char *english;
} pairs[] = {
  { "오늘 새벽 등대 마을에서 불이 났습니다.",
    "A fire broke out in a lighthouse village early today." },
  { "소방관 24명이 3시간 만에 불을 껐습니다.", "24 firefighters put it out in 3 hours." },
  { "경찰은 원인을 조사하고 있습니다.", "Police are investigating the cause." },
  { "해로 시장은 \"주민들을 돕겠다\"고 말했습니다.",
    "Mayor Harrow said, \"We will help the residents.\"" },
  { "피해액은 1억 2천만 원입니다.", "The damage amounts to 120 million won." },
  { "정부는 6월 9일 예산을 발표합니다.", "The government announces the budget on June 9." },
  { "KBC 기자가 병원을 찾았습니다.", "A KBC reporter visited the hospital." },
  { "누가 이 학교를 지켰을까요?", "Who kept this school safe?" },
};

#define N_PAIRS G_N_ELEMENTS (pairs)

typedef struct
{
  GPtrArray *korean; /* of const char */
  GPtrArray *english;
} Texts;

static Texts
texts_new (void)
{
  return (Texts){ g_ptr_array_new (), g_ptr_array_new () };
}

static void
texts_clear (Texts *self)
{
  g_ptr_array_unref (self->korean);
  g_ptr_array_unref (self->english);
}

static void
texts_add (Texts *self, const char *korean, const char *english)
{
  if (korean != NULL)
    g_ptr_array_add (self->korean, (gpointer) korean);
  if (english != NULL)
    g_ptr_array_add (self->english, (gpointer) english);
}

static GPtrArray *
align (const Texts *texts, const BulAlignerOptions *options)
{
  return bul_aligner_align ((const char *const *) texts->korean->pdata, texts->korean->len,
                            (const char *const *) texts->english->pdata, texts->english->len,
                            options);
}

/* Links as `0=0 1+2=1 3= =2`. */
static char *
tell (const GPtrArray *links)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];

      g_string_append (told, i > 0 ? " " : "");
      for (guint j = 0; j < link->korean->len; j++)
        g_string_append_printf (told, "%s%u", j > 0 ? "+" : "",
                                g_array_index (link->korean, guint, j));
      g_string_append_c (told, '=');
      for (guint j = 0; j < link->english->len; j++)
        g_string_append_printf (told, "%s%u", j > 0 ? "+" : "",
                                g_array_index (link->english, guint, j));
    }
  return g_string_free (told, FALSE);
}

static void
assert_links (const Texts *texts, const BulAlignerOptions *options, const char *expected)
{
  g_autoptr (GPtrArray) links = align (texts, options);
  g_autofree char *told = links == NULL ? NULL : tell (links);

  g_assert_cmpstr (told, ==, expected);
}

static void
mark_members (const GArray *members, guint n, guint8 *seen)
{
  for (guint i = 0; i < members->len; i++)
    {
      guint member = g_array_index (members, guint, i);

      g_assert_cmpuint (member, <, n);
      g_assert_cmpuint (seen[member], ==, 0);
      g_assert_true (i == 0 || member > g_array_index (members, guint, i - 1));
      seen[member] = 1;
    }
}

/* Each sentence in exactly one link, none empty, none of more than three to one; in the order of
 * the texts but for two that cross; confidence a share. */
static void
check_links (const GPtrArray *links, guint n, guint m)
{
  g_autofree guint8 *korean = g_new0 (guint8, n + 1);
  g_autofree guint8 *english = g_new0 (guint8, m + 1);
  guint last_korean = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];

      g_assert_cmpuint (link->korean->len + link->english->len, >, 0);
      g_assert_cmpuint (link->korean->len + link->english->len, <=, 4);
      g_assert_cmpfloat (link->confidence, >=, 0);
      g_assert_cmpfloat (link->confidence, <=, 1);
      mark_members (link->korean, n, korean);
      mark_members (link->english, m, english);
      if (link->korean->len == 0)
        continue;
      g_assert_cmpuint (g_array_index (link->korean, guint, 0) + 1, >=, last_korean);
      last_korean = g_array_index (link->korean, guint, 0);
    }
  g_assert_null (memchr (korean, 0, n));
  g_assert_null (memchr (english, 0, m));
}

/* --- what is found */

static void
test_one_to_one (void)
{
  Texts texts = texts_new ();

  for (guint i = 0; i < N_PAIRS; i++)
    texts_add (&texts, pairs[i].korean, pairs[i].english);
  assert_links (&texts, NULL, "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7");
  texts_clear (&texts);
}

static void
test_left_out (void)
{
  Texts texts = texts_new ();

  for (guint i = 0; i < N_PAIRS; i++)
    texts_add (&texts, i == 7 ? NULL : pairs[i].korean, i == 3 ? NULL : pairs[i].english);
  assert_links (&texts, NULL, "0=0 1=1 2=2 3= 4=3 5=4 6=5 =6");
  texts_clear (&texts);
}

static void
test_crossed (void)
{
  Texts texts = texts_new ();

  for (guint i = 0; i < N_PAIRS; i++)
    texts_add (&texts, pairs[i].korean, pairs[i == 4 ? 5 : i == 5 ? 4 : i].english);
  assert_links (&texts, NULL, "0=0 1=1 2=2 3=3 4=5 5=4 6=6 7=7");
  texts_clear (&texts);
}

static void
test_joined (void)
{
  Texts texts = texts_new ();
  g_autofree char *joined = g_strconcat (pairs[4].korean, " ", pairs[5].korean, NULL);

  for (guint i = 0; i < N_PAIRS; i++)
    texts_add (&texts, i == 4 ? joined : i == 5 ? NULL : pairs[i].korean, pairs[i].english);
  assert_links (&texts, NULL, "0=0 1=1 2=2 3=3 4=4+5 5=6 6=7");
  texts_clear (&texts);
}

/* Returns: (transfer full): what stands in @texts instead of sentence @at and the next. */
static char *
join_next (GPtrArray *texts, guint at)
{
  char *joined = g_strconcat (texts->pdata[at], " ", texts->pdata[at + 1], NULL);

  texts->pdata[at] = joined;
  g_ptr_array_remove_index (texts, at + 1);
  return joined;
}

static char *
tell_askew (guint at)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i + 1 < N_PAIRS; i++)
    if (i == at)
      g_string_append_printf (told, "%s%u+%u=%u+%u", i > 0 ? " " : "", i, i + 1, i, i + 1);
    else if (i != at + 1)
      g_string_append_printf (told, "%s%u=%u", i > 0 ? " " : "", i, i);
  return g_string_free (told, FALSE);
}

/* Of three sentences each language has two as one, and not the same two. */
static void
test_joined_askew (void)
{
  for (guint at = 0; at + 2 < N_PAIRS; at++)
    for (guint side = 0; side < 2; side++)
      {
        Texts texts = texts_new ();
        g_autofree char *expected = tell_askew (at);
        g_autofree char *korean = NULL;
        g_autofree char *english = NULL;

        for (guint i = 0; i < N_PAIRS; i++)
          texts_add (&texts, pairs[i].korean, pairs[i].english);
        korean = join_next (texts.korean, at + side);
        english = join_next (texts.english, at + 1 - side);
        assert_links (&texts, NULL, expected);
        texts_clear (&texts);
      }
}

static void
test_empty (void)
{
  Texts texts = texts_new ();

  assert_links (&texts, NULL, "");
  texts_add (&texts, NULL, pairs[0].english);
  texts_add (&texts, NULL, pairs[1].english);
  assert_links (&texts, NULL, "=0 =1");
  texts_clear (&texts);
  texts = texts_new ();
  texts_add (&texts, pairs[0].korean, NULL);
  assert_links (&texts, NULL, "0=");
  texts_add (&texts, "", "");
  texts_add (&texts, "…", "--");
  {
    g_autoptr (GPtrArray) links = align (&texts, NULL);

    check_links (links, 3, 2);
  }
  texts_clear (&texts);
}

/* --- what a person has settled */

static void
test_settled (void)
{
  guint korean[N_PAIRS] = { 0 };
  guint english[N_PAIRS] = { 0 };
  BulAlignerOptions options = { .korean_groups = korean, .english_groups = english };
  Texts texts = texts_new ();

  for (guint i = 0; i < N_PAIRS; i++)
    texts_add (&texts, pairs[i].korean, pairs[i].english);
  assert_links (&texts, &options, "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7");
  /* put together, against all likelihood */
  korean[1] = korean[2] = english[1] = 1;
  assert_links (&texts, &options, "0=0 1+2=1 =2 3=3 4=4 5=5 6=6 7=7");
  /* left out */
  memset (korean, 0, sizeof korean);
  memset (english, 0, sizeof english);
  korean[3] = 2;
  english[3] = 3;
  {
    g_autoptr (GPtrArray) links = align (&texts, &options);
    g_autofree char *told = tell (links);

    check_links (links, N_PAIRS, N_PAIRS);
    g_assert_nonnull (strstr (told, " 3= "));
    g_assert_nonnull (strstr (told, " =3 "));
    for (guint i = 0; i < links->len; i++)
      {
        const BulAlignedLink *link = links->pdata[i];

        if (link->korean->len == 1 && g_array_index (link->korean, guint, 0) == 3)
          g_assert_cmpfloat (link->confidence, >, 0.999);
      }
  }
  /* more than any bead holds */
  memset (korean, 0, sizeof korean);
  memset (english, 0, sizeof english);
  for (guint i = 0; i < 5; i++)
    korean[i] = 1;
  for (guint i = 0; i < 4; i++)
    english[i] = 1;
  assert_links (&texts, &options, "0+1+2+3+4=0+1+2+3 =4 5=5 6=6 7=7");
  /* crossed */
  memset (korean, 0, sizeof korean);
  memset (english, 0, sizeof english);
  korean[3] = english[4] = 2;
  korean[4] = english[3] = 3;
  assert_links (&texts, &options, "0=0 1=1 2=2 3=4 4=3 5=5 6=6 7=7");
  /* what no bead can hold */
  memset (korean, 0, sizeof korean);
  memset (english, 0, sizeof english);
  korean[0] = english[7] = 1;
  korean[7] = english[0] = 2;
  assert_links (&texts, &options, NULL);
  texts_clear (&texts);
}

static gboolean
has (const GArray *sentences, guint sentence)
{
  for (guint i = 0; i < sentences->len; i++)
    if (g_array_index (sentences, guint, i) == sentence)
      return TRUE;
  return FALSE;
}

/* Whether the sentences of those numbers are in one link, alone or with others. */
static gboolean
are_together (const GPtrArray *links, guint korean, guint english)
{
  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];

      if (has (link->korean, korean) && has (link->english, english))
        return TRUE;
    }
  return FALSE;
}

#define N_LINES 700

/* What stands in a part answers nothing outside of it, however far on in the text that is. */
static void
test_places (void)
{
  g_autofree guint *groups = g_new0 (guint, N_LINES + 1);
  g_autofree BulBeadPlace *korean = g_new0 (BulBeadPlace, N_LINES + 1);
  g_autofree BulBeadPlace *english = g_new0 (BulBeadPlace, N_LINES + 1);
  static const guint parts[] = { 3, 330, 331, N_LINES - 1 };
  BulAlignerOptions options = {
    .korean_groups = groups,
    .english_groups = groups,
    .korean_places = korean,
    .english_places = english,
  };
  Texts texts = texts_new ();
  g_autoptr (GPtrArray) links = NULL;

  for (guint i = 0; i < N_LINES; i++)
    {
      texts_add (&texts, pairs[i % N_PAIRS].korean, NULL);
      korean[i] = (BulBeadPlace){ i, 0 };
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      /* of another sentence than stands there */
      texts_add (&texts, NULL, pairs[(parts[i] + 1) % N_PAIRS].english);
      korean[parts[i]].alone = 20;
      english[i] = (BulBeadPlace){ parts[i], 20 };
    }
  links = align (&texts, &options);
  check_links (links, N_LINES, G_N_ELEMENTS (parts));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_true (are_together (links, parts[i], i));
  g_assert_cmpuint (links->len, ==, N_LINES);
  texts_clear (&texts);
}

/* What a person took apart stays apart, wherever the texts stand, and with others beside it. */
static void
test_refused (void)
{
  guint korean[N_PAIRS] = { 0 };
  guint english[N_PAIRS] = { 0 };
  g_autoptr (GArray) refusals = g_array_new (FALSE, FALSE, sizeof (BulAlignerRefusal));
  BulAlignerOptions options
      = { .korean_groups = korean, .english_groups = english, .refusals = refusals };
  BulAlignerRefusal pair = { 3, 3, 1, 1 };
  BulAlignerRefusal left_out = { 3, 0, 1, 0 };
  Texts texts = texts_new ();

  for (guint i = 0; i < N_PAIRS; i++)
    texts_add (&texts, pairs[i].korean, pairs[i].english);
  g_array_append_val (refusals, pair);
  {
    g_autoptr (GPtrArray) links = align (&texts, &options);

    check_links (links, N_PAIRS, N_PAIRS);
    g_assert_false (are_together (links, 3, 3));
  }
  g_array_append_val (refusals, left_out);
  {
    g_autoptr (GPtrArray) links = align (&texts, &options);
    g_autofree char *told = tell (links);

    check_links (links, N_PAIRS, N_PAIRS);
    g_assert_false (are_together (links, 3, 3));
    g_assert_null (strstr (told, " 3= "));
  }
  /* a group before it moves its number, not its place */
  g_array_set_size (refusals, 1);
  korean[0] = korean[1] = english[0] = 1;
  {
    g_autoptr (GPtrArray) links = align (&texts, &options);
    g_autofree char *told = tell (links);

    g_assert_nonnull (strstr (told, "0+1=0 "));
    g_assert_false (are_together (links, 3, 3));
  }
  texts_clear (&texts);
}

/* A lexicon of one's own tells what ours cannot know. */
static void
test_own_lexicon (void)
{
  g_autoptr (BulLexicon) own = bul_lexicon_new ();
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  BulAlignerOptions options = { .lexicons = lexicons };
  Texts texts = texts_new ();

  g_ptr_array_add (lexicons, own);
  texts_add (&texts, "가비둘은 나르솜에 있습니다.", "Two quonkels are in the zarfield.");
  texts_add (&texts, "모지란은 도르샘에 있습니다.", "Two bramblets are in the wexford.");
  bul_lexicon_add (own, "가비둘", "bramblet", 0.9f);
  bul_lexicon_add (own, "나르솜", "wexford", 0.9f);
  bul_lexicon_add (own, "모지란", "quonkel", 0.9f);
  bul_lexicon_add (own, "도르샘", "zarfield", 0.9f);
  assert_links (&texts, &options, "0=1 1=0");
  texts_clear (&texts);
}

/* --- whatever comes */

static char *
make_sentence (gboolean korean)
{
  static const char *const words[][2] = {
    { "대통령은", "president" },
    { "3명", "three" },
    { "서울에서", "Seoul" },
    { "\"네\"", "\"yes\"" },
    { "1억", "100 million" },
    { "KBC", "KBC" },
    { "왜?", "why?" },
    { "해로", "Harrow" },
    { "가", "a" },
    { "6월", "June" },
    { "", "" },
    { "\u0301", "-" },
    { "김도윤", "Kim Do-yun" },
    { "경제", "economy" },
  };
  GString *sentence = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    g_string_append_printf (sentence, "%s ",
                            words[g_test_rand_int_range (0, G_N_ELEMENTS (words))][!korean]);
  return g_string_free (sentence, FALSE);
}

static GPtrArray *
make_text (gboolean korean, guint n)
{
  GPtrArray *text = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (text, make_sentence (korean));
  return text;
}

static void
align_random (guint n, guint m)
{
  Texts texts = { make_text (TRUE, n), make_text (FALSE, m) };
  g_autoptr (GPtrArray) links = align (&texts, NULL);
  g_autoptr (GPtrArray) again = align (&texts, NULL);
  g_autofree char *told = tell (links);
  g_autofree char *told_again = tell (again);

  check_links (links, n, m);
  g_assert_cmpstr (told, ==, told_again);
  texts_clear (&texts);
}

static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    align_random ((guint) g_test_rand_int_range (0, 14), (guint) g_test_rand_int_range (0, 14));
}

/* Where characters that mean something to a reader of words are, and others. */
static const struct
{
  gunichar first;
  guint n;
} alphabets[] = {
  { ' ', 1 },      { 'a', 26 },       { 'A', 26 },     { '0', 10 },     { '!', 15 },
  { 0xac00, 40 },  { 0xac00, 11172 }, { 0x3130, 48 },  { 0x4e00, 300 }, { 0xc0, 60 },
  { 0x300, 20 },   { 0x2010, 30 },    { 0x2028, 2 },   { 0x3000, 20 },  { 0xff01, 90 },
  { 0x1f600, 40 }, { 0x1100, 256 },   { 0xfb00, 100 }, { 0x600, 100 },  { 0xe000, 4 },
};

static char *
make_noise (guint length)
{
  GString *noise = g_string_new (NULL);

  while (length-- > 0)
    {
      /* A third of it blanks, so that there are words. */
      guint which = (guint) g_test_rand_int_range (0, 3 * G_N_ELEMENTS (alphabets) / 2);
      guint row = which < G_N_ELEMENTS (alphabets) ? which : 0;

      g_string_append_unichar (noise,
                               alphabets[row].first
                                   + (guint) g_test_rand_int_range (0, (gint32) alphabets[row].n));
    }
  return g_string_free (noise, FALSE);
}

static GPtrArray *
make_noises (guint n, guint longest)
{
  GPtrArray *text = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *noise = make_noise ((guint) g_test_rand_int_range (0, (gint32) longest));

      g_ptr_array_add (text, g_utf8_normalize (noise, -1, G_NORMALIZE_NFC));
    }
  return text;
}

static void
test_noise (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 9);
      guint m = (guint) g_test_rand_int_range (0, 9);
      Texts texts = { make_noises (n, 60), make_noises (m, 60) };
      g_autoptr (GPtrArray) links = align (&texts, NULL);

      check_links (links, n, m);
      texts_clear (&texts);
    }
}

static char *
make_words (gunichar first, guint n, guint n_words, const char *before)
{
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      g_string_append (sentence, before);
      for (guint j = 0; j < 5; j++)
        g_string_append_unichar (sentence, first + (guint) g_test_rand_int_range (0, (gint32) n));
      g_string_append_c (sentence, ' ');
    }
  return g_string_free (sentence, FALSE);
}

/* Words that no two sentences share, all of them names, or all numbers: if each were compared with
 * each, this would take minutes. */
static void
test_far_more_than_prose (void)
{
  static const struct
  {
    gunichar korean;
    guint n_korean;
    const char *before_korean;
    gunichar english;
    guint n_english;
    const char *before_english;
  } rows[] = {
    { 0xac00, 11172, "", 'a', 26, "Q" },
    { 0xac00, 11172, "김", 'a', 26, "Kim Q" },
    { '0', 10, "9", '0', 10, "9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Texts texts
          = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
      g_autoptr (GPtrArray) links = NULL;

      for (guint j = 0; j < 100; j++)
        {
          g_ptr_array_add (texts.korean, make_words (rows[i].korean, rows[i].n_korean, 120,
                                                     rows[i].before_korean));
          g_ptr_array_add (texts.english, make_words (rows[i].english, rows[i].n_english, 120,
                                                      rows[i].before_english));
        }
      links = align (&texts, NULL);
      check_links (links, 100, 100);
      texts_clear (&texts);
    }
}

/* Beyond a band, and beyond a window; one side far longer than the other. */
static void
test_long (void)
{
  align_random (200, 200);
  align_random (600, 560);
  align_random (1, 700);
  align_random (900, 20);
}

/* The same over a long text: a drift of a few sentences is followed. */
static void
test_long_drift (void)
{
  Texts texts = texts_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) links = NULL;
  guint n_right = 0;

  for (guint i = 0; i < 640; i++)
    {
      char *korean = g_strdup_printf ("%u번 열차가 %u역에 섰습니다.", 1000 + i, 20 + i * 7);
      char *english = g_strdup_printf ("Train %u stopped at station %u.", 1000 + i, 20 + i * 7);

      g_ptr_array_add (owned, korean);
      g_ptr_array_add (owned, english);
      texts_add (&texts, i % 40 == 17 ? NULL : korean, english);
    }
  links = align (&texts, NULL);
  check_links (links, texts.korean->len, texts.english->len);
  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];
      guint k = link->korean->len == 1 ? g_array_index (link->korean, guint, 0) : 0;

      n_right += link->korean->len == 1 && link->english->len == 1
                 && g_array_index (link->english, guint, 0) == k + (k + 22) / 39;
    }
  g_assert_cmpuint (n_right, >=, texts.korean->len * 95 / 100);
  texts_clear (&texts);
}

UNIT (align)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/align/one-to-one", test_one_to_one);
  g_test_add_func ("/align/left-out", test_left_out);
  g_test_add_func ("/align/crossed", test_crossed);
  g_test_add_func ("/align/joined", test_joined);
  g_test_add_func ("/align/joined-askew", test_joined_askew);
  g_test_add_func ("/align/empty", test_empty);
  g_test_add_func ("/align/settled", test_settled);
  g_test_add_func ("/align/refused", test_refused);
  g_test_add_func ("/align/places", test_places);
  g_test_add_func ("/align/own-lexicon", test_own_lexicon);
  g_test_add_func ("/align/random", test_random);
  g_test_add_func ("/align/noise", test_noise);
  g_test_add_func ("/align/far-more-than-prose", test_far_more_than_prose);
  g_test_add_func ("/align/long", test_long);
  g_test_add_func ("/align/long-drift", test_long_drift);

  return g_test_run ();
}
