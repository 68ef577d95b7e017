/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "script-maker.h"

#define PICK(rand, table) ((table)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (table))])

/* The words of one language, and the marks that its houses write around them. */
typedef struct
{
  const char *const *openings;
  const char *const *middles;
  const char *const *ends;
  const char *const *names;
  const char *const *titles;
  const char *const *handoffs;
  const char *const *signoffs;
  const char *const *programmes;
  const char *anchor;
  const char *report;
  const char *reporter;
  const char *bite;
} Language;

static const char *const korean_openings[] = { "가람시는 ",
                                               "해솔도 주민들은 ",
                                               "새별천 둔치에는 ",
                                               "온솔댐 관리소는 ",
                                               "지난 4월부터 ",
                                               "이번 점검에서 ",
                                               "누리 협의회가 ",
                                               "현장에 나온 기술자들은 ",
                                               "오늘 오전 9시 ",
                                               "두 마을을 잇는 다리가 ",
                                               NULL };
static const char *const korean_middles[] = { "3천2백여 명의 서명을 받아 ",
                                              "18억 원을 들인 설비를 ",
                                              "예정보다 두 달 앞서 ",
                                              "'당분간 멈춤'이라는 안내와 함께 ",
                                              "시간당 50밀리미터의 비에도 ",
                                              "41쪽짜리 보고서를 ",
                                              "주차장과 산책로, 체육관까지 ",
                                              "(지난해와 달리) ",
                                              NULL };
static const char *const korean_ends[] = { "다시 살피기로 했습니다.",
                                           "모두 옮겨 왔습니다.",
                                           "아직 답을 내놓지 않았습니다.",
                                           "문을 닫았습니다.",
                                           "내일까지 마치겠다고 밝혔습니다.",
                                           "왜 그랬을까요?",
                                           NULL };
static const char *const korean_names[]
    = { "염대현", "류복자", "민서린", "탁유찬", "봉다인", "하로운", "구본솔", "천해인", NULL };
static const char *const korean_titles[]
    = { "해솔도 주민",     "새별읍 이장",    "해양구조 기술사",         "누리 협의회 위원장",
        "온솔시/지난 5일", "바둑 기사/14살", "가람대 교수/지난해 11월", NULL };
static const char *const korean_handoffs[]
    = { "탁유찬 기자가 보도합니다.", "노지안 기자가 취재했습니다.", "하로운 기자의 보도입니다.",
        NULL };
static const char *const korean_signoffs[]
    = { "KBS 뉴스 탁유찬입니다.", "해솔도에서 KBS 뉴스 노지안입니다.", NULL };
static const char *const korean_programmes[] = { "뉴스 9", "뉴스 7", "뉴스광장", NULL };

static const char *const english_openings[]
    = { "The city of Marlow Bay ",       "Residents of Haesol Island ",
        "Since last April the council ", "Two of the engineers ",
        "Officials at the reservoir ",   "By nine this morning volunteers ",
        "The new footbridge ",           NULL };
static const char *const english_middles[] = { "had counted about 38 percent of the ballots, ",
                                               "set aside 1.8 billion won for repairs, ",
                                               "with a notice that says “until further notice”, ",
                                               "only 412 votes apart, ",
                                               "in a report of 41 pages (the second of its kind), ",
                                               "below one meter of water, ",
                                               NULL };
static const char *const english_ends[] = { "and nobody can tell why.",
                                            "but the work was put off twice.",
                                            "as planned.",
                                            "and the gate stays shut.",
                                            "so what comes next?",
                                            "they now say.",
                                            NULL };
static const char *const english_names[]
    = { "Imogen Castell", "Peter Lindqvist", "Bae Sun-hwa", "Jang Bit-na", "Noh Ji-an", NULL };
static const char *const english_titles[]
    = { "Haesol Resident", "Marine Engineer/November", "Chief Returning Officer",
        "Librarian",       "Member of Onsol Council",  NULL };
static const char *const english_handoffs[] = { "This is Noh Ji-an reporting from Haesol Island.",
                                                "Our Seong Ha-jin has the story.", NULL };
static const char *const english_signoffs[]
    = { "This is Noh Ji-an reporting for KBS News from Haesol Island.",
        "This has been KBS News' Seong Ha-jin from Marlow Bay.", NULL };
static const char *const english_programmes[] = { "News 9", "News Plaza", NULL };

static const Language languages[] = {
  { korean_openings, korean_middles, korean_ends, korean_names, korean_titles, korean_handoffs,
    korean_signoffs, korean_programmes, "[앵커]", "[리포트]", "[기자]", "[%s/%s : \"" },
  { english_openings, english_middles, english_ends, english_names, english_titles,
    english_handoffs, english_signoffs, english_programmes, "[Anchor]", "[Report]", "[Reporter]",
    "[%s/%s: \"" },
};

static const char *const pieces[] = {
  /* marks */
  "[Anchor]",
  "[앵커]",
  "[기자]",
  "[Reporter]",
  "[Report]",
  "<앵커>",
  "<리포트>",
  "◀ANC▶",
  "◀VCR▶",
  "◀END▶",
  "【기자】",
  "[Soundbite]",
  "<인터뷰>",
  "[ 앵커멘트 ]",
  /* brackets and quotes, whole and broken */
  "[",
  "]",
  "[a/b: \"",
  "\"]",
  "\"",
  "“",
  "”",
  ":",
  "/",
  "<",
  "◀",
  "[염대현/위원장 : \"네.\"]",
  "[Imogen Castell/Officer]",
  "[음성변조]",
  /* the page's head and foot */
  " date 2026-03-18 News 9",
  "입력 2026.03.18 (22:46)",
  "Aired March 18, 2026 - 22:00 ET",
  "뉴스 9",
  "공지·정정",
  "• 가람시는 아직 답을 내놓지 않았습니다.",
  "•",
  "촬영기자:구본솔/영상편집:임누리",
  "KBS 뉴스 탁유찬입니다.",
  "탁유찬 기자가 보도합니다.",
  "동영상 고정 취소",
  "■ 제보하기",
  "Title: The Pier",
  "1. The Pier",
  "(BEGIN VIDEO CLIP)",
  "CASTELL: ",
  /* nothing much */
  "가",
  "a",
  ".",
  " ",
  "\t",
  "",
};

static const char *
pick (GRand *rand, const char *const *words)
{
  return words[g_rand_int_range (rand, 0, g_strv_length ((char **) words))];
}

static void
append_sentence (GString *text, GRand *rand, const Language *language)
{
  g_string_append (text, pick (rand, language->openings));
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    g_string_append (text, pick (rand, language->middles));
  g_string_append (text, pick (rand, language->ends));
}

static void
append_bite (GString *text, GRand *rand, const Language *language)
{
  const char *name = pick (rand, language->names);
  const char *title = pick (rand, language->titles);
  const char *colon = language == &languages[0] ? " : \"" : ": \"";

  g_string_append_printf (text, "[%s/%s%s", name, title, colon);
  append_sentence (text, rand, language);
  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      g_string_append_c (text, ' ');
      append_sentence (text, rand, language);
    }
  g_string_append (text, "\"]");
}

static void
append_body (GString *text, GRand *rand, const Language *language)
{
  if (g_rand_int_range (rand, 0, 4) == 0)
    append_bite (text, rand, language);
  else
    append_sentence (text, rand, language);
}

/* A line and the blank one after it. */
static void
end_line (GString *text)
{
  g_string_append (text, "\n\n");
}

static void
append_head (GString *text, GRand *rand, const Language *language)
{
  g_string_append_printf (text, " date 2026-%02d-%02d %s", g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29), pick (rand, language->programmes));
  end_line (text);
  append_sentence (text, rand, language);
  g_string_truncate (text, text->len - 1);
  end_line (text);
  g_string_append_printf (text, "입력 2026.03.%02d (%02d:%02d)", g_rand_int_range (rand, 1, 29),
                          g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
  end_line (text);
}

static void
append_report (GString *text, GRand *rand, const Language *language, guint n_body)
{
  g_string_append (text, pick (rand, language->handoffs));
  end_line (text);
  g_string_append (text, language->report);
  end_line (text);
  for (guint i = 0; i < n_body; i++)
    {
      append_body (text, rand, language);
      end_line (text);
    }
}

static void
append_cross (GString *text, GRand *rand, const Language *language, guint n_body)
{
  for (guint i = 0; i < n_body; i++)
    {
      if (i % 6 == 0 || i % 6 == 2)
        {
          g_string_append (text, i % 6 == 0 ? language->reporter : language->anchor);
          end_line (text);
        }
      append_body (text, rand, language);
      end_line (text);
    }
}

void
script_maker_append_page (GString *text, GRand *rand, guint n_body)
{
  const Language *language = &PICK (rand, languages);

  append_head (text, rand, language);
  g_string_append (text, language->anchor);
  end_line (text);
  for (int i = g_rand_int_range (rand, 2, 4); i > 0; i--)
    {
      append_sentence (text, rand, language);
      end_line (text);
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    append_cross (text, rand, language, n_body);
  else
    append_report (text, rand, language, n_body);
  g_string_append (text, pick (rand, language->signoffs));
  end_line (text);
  if (g_rand_boolean (rand))
    g_string_append (text, "촬영기자:구본솔 차이든/영상편집:임누리\n\n");
  g_string_append (text, "공지·정정\n");
}

void
script_maker_append_line (GString *text, GRand *rand)
{
  append_body (text, rand, &PICK (rand, languages));
}

const char *
script_maker_get_piece (guint i)
{
  return pieces[i % G_N_ELEMENTS (pieces)];
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
list_scripts (GPtrArray *paths, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list_scripts (paths, path);
      else if (g_str_has_suffix (name, ".txt"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

GPtrArray *
script_maker_list_gold (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  list_scripts (paths, folder);
  g_ptr_array_sort (paths, compare_paths);
  /* A folder that was moved must not make a test pass with nothing. */
  if (paths->len < 12)
    g_error ("%s holds %u scripts", folder, paths->len);
  return paths;
}

GBytes *
script_maker_load (const char *path)
{
  char *text;
  gsize length;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (text, length);
}

GPtrArray *
script_maker_load_gold (const char *folder)
{
  g_autoptr (GPtrArray) paths = script_maker_list_gold (folder);
  GPtrArray *scripts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (scripts, script_maker_load (paths->pdata[i]));
  return scripts;
}
