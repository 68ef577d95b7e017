/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-words.h"

#include <stdio.h>

typedef const char *Words[BUL_N_PRINT_LANGUAGES];

static const Words words[BUL_N_PRINT_WORDS] = {
  [BUL_PRINT_WORD_PRINTED] = { "Printed %s", "인쇄 %s" },
  [BUL_PRINT_WORD_REVISION] = { "Revision %u", "저장본 %u" },
  [BUL_PRINT_WORD_UNSAVED] = { "Not saved", "저장 전" },
  [BUL_PRINT_WORD_CORRECTIONS] = { "Corrections and changes since air", "정정과 방송 후 수정" },
  [BUL_PRINT_WORD_NEEDS_REASON] = { "needs a reason", "사유 없음" },
  [BUL_PRINT_WORD_NOTICES] = { "Notices", "공지·정정" },
  [BUL_PRINT_WORD_SPEAKERS] = { "Speakers", "발언자" },
  [BUL_PRINT_WORD_NOT_NAMED] = { "Not named", "이름 없음" },
  [BUL_PRINT_WORD_FURNITURE]
  = { "Not printed: page furniture, %u lines.", "인쇄하지 않은 줄: 페이지 부속 %u줄." },
  [BUL_PRINT_WORD_EMPTY] = { "There are no words in this script.", "이 원고에는 글이 없습니다." },
};

static const Words sections[] = {
  [BUL_SECTION_LEAD] = { "Lead", "리드" },      [BUL_SECTION_REPORT] = { "Report", "리포트" },
  [BUL_SECTION_LIVE] = { "Live", "현장 연결" }, [BUL_SECTION_TALK] = { "Talk", "대담" },
  [BUL_SECTION_TAIL] = { "Tail", "꼬리" },
};

static const Words states[] = {
  [BUL_STORY_DRAFT] = { "Draft", "작성 중" },
  [BUL_STORY_READY] = { "Ready", "준비됨" },
  [BUL_STORY_AIRED] = { "Aired", "방송됨" },
  [BUL_STORY_CORRECTED] = { "Aired · corrected", "방송됨 · 정정됨" },
  [BUL_STORY_WITHDRAWN] = { "Withdrawn", "철회됨" },
};

static const Words classes[] = {
  [BUL_CLASS_FIGURE] = { "Number", "숫자" },
  [BUL_CLASS_NAME] = { "Name", "이름" },
  [BUL_CLASS_TITLE] = { "Title", "직함" },
  [BUL_CLASS_DATE] = { "Date, time", "날짜·시각" },
  [BUL_CLASS_PLACE] = { "Place", "장소" },
  [BUL_CLASS_QUOTE] = { "Quote", "인용" },
  [BUL_CLASS_FACT] = { "Fact", "사실관계" },
  [BUL_CLASS_TRANSLATION] = { "Translation", "번역" },
  [BUL_CLASS_WORDING] = { "Wording", "표현·오탈자" },
  [BUL_CLASS_OTHER] = { "Other", "기타" },
};

static const Words correction_states[] = {
  [BUL_CORRECTION_DRAFT] = { "Draft", "작성 중" },
  [BUL_CORRECTION_APPROVED] = { "Approved", "승인" },
  [BUL_CORRECTION_PUBLISHED] = { "Published", "공표" },
  [BUL_CORRECTION_WITHDRAWN] = { "Withdrawn", "철회" },
};

static const Words roles[] = {
  [BUL_SPEAKER_NEWSMAKER] = { "", "" },
  [BUL_SPEAKER_ANCHOR] = { "Anchor", "앵커" },
  [BUL_SPEAKER_REPORTER] = { "Reporter", "기자" },
};

static const Words uses[] = {
  [BUL_USE_PAGE] = { "Page", "페이지" },
  [BUL_USE_ON_AIR] = { "On air", "방송 문구" },
};

static const char *const months[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };

BulPrintLanguage
bul_print_language_of (const BulScript *script)
{
  return script != NULL && g_strcmp0 (script->language, "ko") == 0 ? BUL_PRINT_LANGUAGE_KO
                                                                   : BUL_PRINT_LANGUAGE_EN;
}

static const char *
lookup (const Words *table, gsize n_words, BulPrintLanguage language, guint value)
{
  if (value >= n_words || table[value][language] == NULL)
    return "";
  return table[value][language];
}

#define LOOKUP(table, language, value) lookup (table, G_N_ELEMENTS (table), language, value)

const char *
bul_print_word (BulPrintLanguage language, BulPrintWord word)
{
  return LOOKUP (words, language, word);
}

const char *
bul_print_word_for_section (BulPrintLanguage language, BulSection section)
{
  return LOOKUP (sections, language, section);
}

const char *
bul_print_word_for_state (BulPrintLanguage language, BulStoryState state)
{
  return LOOKUP (states, language, state);
}

const char *
bul_print_word_for_class (BulPrintLanguage language, BulClass error_class)
{
  return LOOKUP (classes, language, error_class);
}

const char *
bul_print_word_for_correction (BulPrintLanguage language, BulCorrectionState state)
{
  return LOOKUP (correction_states, language, state);
}

const char *
bul_print_word_for_role (BulPrintLanguage language, BulSpeakerRole role)
{
  return LOOKUP (roles, language, role);
}

const char *
bul_print_word_for_use (BulPrintLanguage language, BulNoticeUse use)
{
  return LOOKUP (uses, language, use);
}

static char *
dup_day (BulPrintLanguage language, guint year, guint month, guint day)
{
  if (language == BUL_PRINT_LANGUAGE_KO)
    return g_strdup_printf ("%u년 %u월 %u일", year, month, day);
  return g_strdup_printf ("%u %s %u", day, months[month - 1], year);
}

char *
bul_print_words_dup_day (BulPrintLanguage language, const char *day)
{
  guint numbers[3];

  if (sscanf (day, "%4u-%2u-%2u", &numbers[0], &numbers[1], &numbers[2]) != 3 || numbers[1] < 1
      || numbers[1] > G_N_ELEMENTS (months))
    return g_strdup (day);
  return dup_day (language, numbers[0], numbers[1], numbers[2]);
}

char *
bul_print_words_dup_time (BulPrintLanguage language, GDateTime *time)
{
  g_autofree char *day
      = dup_day (language, (guint) g_date_time_get_year (time),
                 (guint) g_date_time_get_month (time), (guint) g_date_time_get_day_of_month (time));

  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (time),
                          g_date_time_get_minute (time));
}
