/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-corrector.h"
#include "bul-flow-print.h"
#include "bul-history.h"
#include "bul-importers.h"
#include "bul-notice.h"
#include "bul-print-compose.h"
#include "bul-print-label.h"
#include "bul-print-lines.h"
#include "bul-print-pages.h"
#include "bul-print.h"
#include "unit.h"

/* --- pages */

/* Rows of ten points: “.” may begin a page, “+” stays with the row above, “ ” is a gap of ten. */
static GArray *
read_rows (const char *shape)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (BulPrintRow));
  double space = 0;

  for (const char *p = shape; *p != '\0'; p++)
    {
      BulPrintRow row = { space, 10, *p == '+' };

      space = *p == ' ' ? 10 : 0;
      if (*p != ' ')
        g_array_append_val (rows, row);
    }
  return rows;
}

static void
test_pages (void)
{
  static const struct
  {
    const char *what;
    const char *shape;
    double room;
    const char *firsts;
  } cases[] = {
    /* nothing, and what fits */
    { "nothing", "", 30, "0" },
    { "exactly", "...", 30, "0" },
    { "one more", "....", 30, "0 3" },
    { "twice", ".......", 30, "0 3 6" },
    /* gaps */
    { "a gap counts", ". . .", 30, "0 2" },
    { "not at the top", ". . . .", 30, "0 2" },
    /* what stays */
    { "a heading goes with its words", "...+", 30, "0 2" },
    { "no lonely last line", "..+++", 40, "0 1" },
    { "no lonely last line of four", ".+.+", 30, "0 2" },
    /* where it cannot be helped */
    { "all of one piece", ".+++", 30, "0 3" },
    { "higher than the page", "..", 5, "0 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) rows = read_rows (cases[i].shape);
      g_autoptr (GArray) firsts
          = bul_print_pages_break ((BulPrintRow *) rows->data, rows->len, cases[i].room);
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint j = 0; j < firsts->len; j++)
        g_string_append_printf (told, "%s%u", j > 0 ? " " : "", g_array_index (firsts, guint, j));
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (told->str, ==, cases[i].firsts);
    }
}

/* Of a paragraph of each length, where a page may begin. */
static void
test_paragraph (void)
{
  static const char *const shapes[] = { ".", ".+", ".++", ".+.+", ".+..+", ".+...+" };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint j = 0; j <= i; j++)
      g_assert_cmpint (bul_print_pages_stays (j, i + 1), ==, shapes[i][j] == '+');
}

/* --- labels */

static void
test_labels (void)
{
  static const struct
  {
    const char *what;
    BulBlockKind kind;
    const char *text;
    const char *label;
    const char *words;
  } cases[] = {
    /* soundbites */
    { "Korean", BUL_BLOCK_BITE, "[오순희/해란도 주민 : \"섬이 조용했어요.\"]",
      "오순희  해란도 주민", "\"섬이 조용했어요.\"" },
    { "with an occasion", BUL_BLOCK_BITE, "[장세옥/달목시장/개통식 : \"늦었습니다.\"]",
      "장세옥  달목시장 · 개통식", "\"늦었습니다.\"" },
    { "English", BUL_BLOCK_BITE, "[Ko Yun-bae/Pier Manager: \"We counted sacks.\"]",
      "Ko Yun-bae  Pier Manager", "\"We counted sacks.\"" },
    { "over two lines", BUL_BLOCK_BITE, "[녹취] 오순희 / 주민\u2028\"조용했어요.\"",
      "녹취  오순희  주민", "\"조용했어요.\"" },
    { "nobody", BUL_BLOCK_BITE, "\"조용했어요.\"", "", "\"조용했어요.\"" },
    { "behind the words", BUL_BLOCK_BITE, "\"조용했어요.\" [오순희 / 해란도 주민]",
      "오순희  해란도 주민", "\"조용했어요.\"" },
    /* turns */
    { "a mark", BUL_BLOCK_TURN, "[기자] 물이 찼습니다.", "기자", "물이 찼습니다." },
    { "a mark alone", BUL_BLOCK_TURN, "[기자]", "기자", "" },
    { "a name alone", BUL_BLOCK_BITE, "[오순희]", "오순희", "" },
    { "a name", BUL_BLOCK_TURN, "KO YUN-BAE, PIER MANAGER: The water rose.",
      "KO YUN-BAE  PIER MANAGER", "The water rose." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulStory) story = bul_story_new ();
      BulScript *script = bul_script_new ("k1", "ko");
      BulBlock *block = bul_block_new ("b1", cases[i].kind, BUL_SECTION_REPORT, cases[i].text);
      g_autoptr (BulPrintStory) paper = bul_print_story_new (story);
      g_autoptr (BulPrintText) merged = NULL;
      g_autoptr (BulPrintText) label = bul_print_text_new ();
      g_autoptr (BulPrintText) words = bul_print_text_new ();
      g_autoptr (GArray) places = NULL;

      g_ptr_array_add (story->scripts, script);
      g_ptr_array_add (script->blocks, block);
      bul_print_story_add_all (paper);
      merged = bul_print_text_of_line (paper, paper->lines->pdata[0], &places);
      bul_print_label_part (block, merged, places, label, words);
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (label->words->str, ==, cases[i].label);
      g_assert_cmpstr (words->words->str, ==, cases[i].words);
    }
}

/* --- changes */

/* The words with [what went] and {what came}. */
static char *
show_marks (const BulPrintText *text)
{
  static const char signs[][2] = { { '[', ']' }, { '{', '}' } };
  GString *out = g_string_new (text->words->str);

  for (guint i = text->marks->len; i > 0; i--)
    {
      const BulPrintMark *mark = &g_array_index (text->marks, BulPrintMark, i - 1);

      if (mark->kind > BUL_PRINT_MARK_CAME)
        continue;
      g_string_insert_c (out, mark->end, signs[mark->kind][1]);
      g_string_insert_c (out, mark->start, signs[mark->kind][0]);
    }
  return g_string_free (out, FALSE);
}

static BulBlock *
make_block (BulScript *script, const char *text)
{
  BulBlock *block
      = text == NULL ? NULL : bul_block_new ("b1", BUL_BLOCK_BITE, BUL_SECTION_REPORT, text);

  if (block != NULL)
    g_ptr_array_add (script->blocks, block);
  return block;
}

/* Changes stand in the part of a soundbite to which they belong. */
static void
test_changes (void)
{
  static const struct
  {
    const char *what;
    const char *was;
    const char *now;
    const char *label;
    const char *words;
  } cases[] = {
    { "a title", "[강태윤/부국장 : \"봤다.\"]", "[강태윤/국장 : \"봤다.\"]",
      "강태윤  [부국장]{국장}", "\"봤다.\"" },
    { "the name", "[강태윤/국장 : \"봤다.\"]", "[강태연/국장 : \"봤다.\"]",
      "[강태윤]{강태연}  국장", "\"봤다.\"" },
    { "the first words", "[강태윤/국장 : \"우리는 봤다.\"]", "[강태윤/국장 : \"봤다.\"]",
      "강태윤  국장", "\"[우리는 ]봤다.\"" },
    { "the last words", "[강태윤/국장 : \"봤다.\"]", "[강태윤/국장 : \"봤다고 했다.\"]",
      "강태윤  국장", "\"[봤다]{봤다고 했다}.\"" },
    { "behind the words", "\"우리는 봤다.\" [강태윤/부국장]", "\"봤다.\" [강태윤/국장]",
      "강태윤  [부국장]{국장}", "\"[우리는 ]봤다.\"" },
    /* lines that came and went */
    { "a new line", NULL, "[강태윤/국장 : \"봤다.\"]", "{강태윤}  {국장}", "{\"봤다.\"}" },
    { "a line that is gone", "[강태윤/국장 : \"봤다.\"]", NULL, "[강태윤]  [국장]", "[\"봤다.\"]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulStory) story = bul_story_new ();
      BulScript *script = bul_script_new ("k1", "ko");
      g_autoptr (BulPrintStory) paper = bul_print_story_new (story);
      BulBlock *was;
      BulBlock *now;
      g_autoptr (GArray) runs = NULL;
      g_autoptr (BulPrintText) merged = NULL;
      g_autoptr (BulPrintText) label = bul_print_text_new ();
      g_autoptr (BulPrintText) words = bul_print_text_new ();
      g_autoptr (GArray) places = NULL;
      g_autofree char *shown_label = NULL;
      g_autofree char *shown_words = NULL;

      g_ptr_array_add (story->scripts, script);
      was = make_block (script, cases[i].was);
      now = make_block (script, cases[i].now);
      runs = was == NULL || now == NULL ? NULL : bul_diff_words (was->text, now->text);
      paper->is_aired = TRUE;
      bul_print_story_add_line (paper, script, was, now, runs);
      merged = bul_print_text_of_line (paper, paper->lines->pdata[0], &places);
      bul_print_label_part (now != NULL ? now : was, merged, places, label, words);
      shown_label = show_marks (label);
      shown_words = show_marks (words);
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (shown_label, ==, cases[i].label);
      g_assert_cmpstr (shown_words, ==, cases[i].words);
    }
}

/* --- whole stories */

static BulStory *
read_story (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static BulPrint *
print_story (const BulStory *story, const char *paper, gboolean large)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 18, 20, 15, 0);
  BulPrintOptions options = { *bul_paper_find (paper), large, time };
  BulPrint *print = bul_print_new (&options);
  g_autoptr (GError) error = NULL;

  bul_flow_print_add (print, story, &error);
  g_assert_no_error (error);
  return print;
}

/* Draws page @page; what is drawn is on the paper, and there is something. */
static cairo_rectangle_t
draw (BulPrint *print, const BulPaper *paper, guint page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  bul_print_draw_page (print, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (ink.x, >=, 0);
  g_assert_cmpfloat (ink.y, >=, 0);
  g_assert_cmpfloat (ink.x + ink.width, <=, paper->width);
  g_assert_cmpfloat (ink.y + ink.height, <=, paper->height);
  g_assert_cmpfloat (ink.width * ink.height, >, 0);
  return ink;
}

static char *
repeat (const char *words, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, words);
  return g_string_free (out, FALSE);
}

/* Lines end between words (어절) in a column of any width that holds them. */
static void
test_words (void)
{
  static const char words[] = "국립해양조사원은 “너울이 4.5m까지 높아져” KTX·SRT와의 연계 "
                              "운항을 3월 18일(수)부터 멈춘다고 밝혔습니다. 유네스코(UNESCO)는 "
                              "1,027건을 ‘다시 살피겠다’며 해란도-달목항 구간을 언급했습니다.";
  PangoContext *context = bul_print_lines_make_context ();
  g_autoptr (GPtrArray) pieces
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_print_piece_free);
  BulPrintText *text = bul_print_text_new ();

  bul_print_text_append (text, words);
  g_ptr_array_add (pieces, bul_print_piece_new (BUL_PRINT_STYLE_READ, text));
  for (guint width = 180; width < 500; width += 3)
    {
      g_autoptr (GArray) lines = bul_print_lines_lay_out (context, pieces, width, FALSE);

      g_assert_cmpuint (lines->len, >, 1);
      for (guint i = 1; i < lines->len; i++)
        {
          int at = g_array_index (lines, BulPrintLaidLine, i).words->start_index;

          g_assert_cmpint (words[at - 1], ==, ' ');
        }
    }
  g_object_unref (context);
}

static void
test_on_paper (void)
{
  g_autofree char *syllables = repeat ("가나다라마바사", 60);
  g_autofree char *letters = repeat ("Llanfairpwllgwyn", 30);
  g_autofree char *sentences = repeat ("선착장에서는 아이들이 현수막을 펼쳐 들었습니다. ", 150);
  const struct
  {
    const char *what;
    char *text;
  } cases[] = {
    { "no words but one", g_strdup ("제목\n") },
    { "a word of 420 syllables", g_strdup_printf ("[앵커]\n\n%s\n", syllables) },
    { "a word of 480 letters", g_strdup_printf ("[Anchor]\n\n%s\n", letters) },
    { "a name without an end",
      g_strdup_printf ("[리포트]\n\n[%s/%s : \"%s\"]\n", syllables, letters, syllables) },
    { "a paragraph over pages", g_strdup_printf ("[앵커]\n\n%s\n", sentences) },
    { "a headline over pages", g_strdup_printf ("%s\n\n[앵커]\n\n뉴스입니다.\n", sentences) },
    { "from right to left", g_strdup ("[Anchor]\n\nشهدت العاصمة اليوم هدوءا, they said שלום.\n") },
    { "turned around", g_strdup ("[Anchor]\n\nIt was \u202egnihtyna\u202c but \u2066this.\n") },
    { "marks upon marks",
      g_strdup ("[Anchor]\n\nZ\u0351\u036b\u0343\u036a\u0302 สวัสดี 🛳️\n") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulStory) story = read_story (cases[i].text);

      g_test_message ("%s", cases[i].what);
      for (guint j = 0; j < bul_n_papers * 2; j++)
        {
          const BulPaper *paper = &bul_papers[j / 2];
          g_autoptr (BulPrint) print = print_story (story, paper->id, j % 2 == 1);

          g_assert_true (bul_print_get_n_pages (print) > 1 || !strstr (cases[i].what, "pages"));
          for (guint page = 0; page < bul_print_get_n_pages (print); page++)
            draw (print, paper, page);
        }
      g_free (cases[i].text);
    }
}

/* How much ink is in the part of the first page from @left to @right, below its head. */
static guint
count_ink (BulPrint *print, int left, int right)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, right, 800);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixels;
  guint ink = 0;

  bul_print_draw_page (print, cr, 0);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 80; y < 800; y++)
    for (int x = left; x < right; x++)
      ink += pixels[y * cairo_image_surface_get_stride (surface) + x];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

/* Words that read from right to left begin at the right edge of the column. */
static void
test_direction (void)
{
  static const struct
  {
    const char *words;
    gboolean is_right;
  } cases[] = { { "Meem. ", FALSE }, { "ميم ", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulStory) story = bul_story_new ();
      BulScript *script = bul_script_new ("k1", "en");
      g_autoptr (BulPrint) print = NULL;

      g_ptr_array_add (story->scripts, script);
      g_ptr_array_add (script->blocks,
                       bul_block_new ("b1", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, cases[i].words));
      print = print_story (story, "a4", FALSE);
      g_assert_cmpint (count_ink (print, 82, 300) == 0, ==, cases[i].is_right);
      g_assert_cmpint (count_ink (print, 300, 534) > 0, ==, cases[i].is_right);
    }
}

static void
test_empty (void)
{
  g_autoptr (BulStory) story = bul_story_new ();
  g_autoptr (BulPrint) print = print_story (story, "a4", FALSE);

  g_assert_cmpuint (bul_print_get_n_pages (print), ==, 1);
  draw (print, bul_paper_find ("a4"), 0);
}

/* Lines of the long story; 23 of them and the gaps between fill a sheet. */
#define N_LONG 1500

/* No two lines are the same, so that none is a second copy. */
static BulStory *
make_long_story (void)
{
  g_autoptr (GString) text = g_string_new ("[앵커]\n\n");

  for (guint i = 0; i < N_LONG; i++)
    g_string_append_printf (text, "여객선이 승객 %u명과 소방차 한 대를 싣고 떠났습니다.\n\n", i);
  return read_story (text->str);
}

/* More of a story has more pages; larger type and a smaller sheet have no fewer. */
static void
test_long (void)
{
  g_autoptr (BulStory) story = make_long_story ();
  g_autoptr (BulPrint) small = print_story (story, "a4", FALSE);
  g_autoptr (BulPrint) large = print_story (story, "a4", TRUE);
  g_autoptr (BulPrint) letter = print_story (story, "letter", FALSE);
  g_autoptr (BulPrint) again = print_story (story, "a4", FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = bul_print_make_pdf (small, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bul_print_get_n_pages (small), >=, N_LONG / 23);
  g_assert_cmpuint (bul_print_get_n_pages (large), >, bul_print_get_n_pages (small));
  g_assert_cmpuint (bul_print_get_n_pages (letter), >=, bul_print_get_n_pages (small));
  g_assert_cmpuint (bul_print_get_n_pages (again), ==, bul_print_get_n_pages (small));
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
}

/* The same story at the same time is the same file. */
static void
test_same (void)
{
  g_autoptr (BulStory) story = read_story ("제목\n\n[앵커]\n\n배가 떠났습니다.\n");
  g_autoptr (GBytes) files = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BulPrint) print = print_story (story, "a4", FALSE);
      g_autoptr (GBytes) file = bul_print_make_pdf (print, &error);

      g_assert_no_error (error);
      g_assert_true (files == NULL || g_bytes_equal (files, file));
      g_clear_pointer (&files, g_bytes_unref);
      files = g_bytes_ref (file);
    }
}

static guint
count_pieces (const BulPrintStory *paper, const BulScript *script, const char *words)
{
  g_autoptr (GPtrArray) pieces = bul_print_compose (paper, script);
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    n += strcmp (((const BulPrintPiece *) pieces->pdata[i])->text->words->str, words) == 0;
  return n;
}

/* The heading of notices is printed where the script has it, or above what was told, once. */
static void
test_notices (void)
{
  g_autoptr (BulStory) story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "ko");
  g_autoptr (BulPrintStory) paper = NULL;
  BulNotice *notice = bul_record_new (&bul_notice_type);
  BulNoticeText *text = bul_record_new (&bul_notice_text_type);

  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_NOTICES, BUL_SECTION_TAIL, "공지·정정"));
  paper = bul_print_story_new (story);
  bul_print_story_add_all (paper);
  g_assert_cmpuint (count_pieces (paper, script, "공지·정정"), ==, 1);

  notice->key = g_strdup ("n1");
  text->language = g_strdup ("ko");
  text->use = BUL_USE_PAGE;
  g_free (text->text);
  text->text = g_strdup ("바로잡습니다.");
  g_ptr_array_add (notice->texts, text);
  g_ptr_array_add (story->notices, notice);
  g_assert_cmpuint (count_pieces (paper, script, "공지·정정"), ==, 1);
  g_assert_cmpuint (count_pieces (paper, script, "바로잡습니다."), ==, 1);
}

UNIT (print)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pages", test_pages);
  g_test_add_func ("/print/paragraph", test_paragraph);
  g_test_add_func ("/print/labels", test_labels);
  g_test_add_func ("/print/changes", test_changes);
  g_test_add_func ("/print/words", test_words);
  g_test_add_func ("/print/on-paper", test_on_paper);
  g_test_add_func ("/print/direction", test_direction);
  g_test_add_func ("/print/empty", test_empty);
  g_test_add_func ("/print/long", test_long);
  g_test_add_func ("/print/same", test_same);
  g_test_add_func ("/print/notices", test_notices);
  return g_test_run ();
}
