/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-label-words-private.h"

#include <string.h>

#include "bul-naming.h"

/* “82”, “42세”, “Age 42”, “30s” */
gboolean
bul_label_is_age (BulSlice field)
{
  gsize i = 0;

  if (!bul_slice_take (&field, "Age ") && !bul_slice_take (&field, "aged "))
    bul_slice_take (&field, "age ");
  while (i < field.length && g_ascii_isdigit (field.start[i]))
    i++;
  field = bul_slice_trim (bul_slice (field.start + i, bul_slice_end (field)));
  return i > 0 && i <= 3
         && (field.length == 0 || bul_slice_equal (field, "세") || bul_slice_equal (field, "살")
             || bul_slice_starts (field, "대") || bul_slice_starts (field, "years")
             || bul_slice_equal (field, "s"));
}

/* “CBS 라디오 '새벽길'”: where it was said */
static gboolean
is_programme (BulSlice inside)
{
  BulSlice rest = inside;
  BulSlice house = bul_slice_take_word (&rest);

  return rest.length > 0 && bul_naming_is_broadcaster (house);
}

/* What stands in round brackets behind a title tells when or how, not what: “지난 17일”. */
gboolean
bul_label_is_occasion (BulSlice inside)
{
  static const char *const words[]
      = { "지난",      "전화",     "통화",      "통역",     "영상통화", "화상",    "어제",
          "그제",      "오늘",     "오전",      "오후",     "새벽",     "현지시",  "현지 시",
          "당시",      "기자회견", "브리핑",    "인터뷰",   "국정감사", "국감",    "유튜브",
          "대역",      "대독",     "영상 메시", "지난해",   "작년",     "이번",    "Interview",
          "어젯밤",    "지난밤",   "오늘밤",    "아침",     "그저께",   "엊그제",  "밤사이",
          "국회",      "청문회",   "기자 회견", "회견",     "성명",     "가명",    "제공",
          "Press",     "Via",      "via",       "Through",  "through",  "Last",    "Yesterday",
          "Telephone", "Phone",    "By phone",  "by phone", "on the ",  "On the ", "last ",
          "yesterday" };

  if (bul_naming_is_disguise (inside))
    return TRUE;
  if (bul_slice_starts_any (inside, words, G_N_ELEMENTS (words)) || is_programme (inside))
    return TRUE;
  return inside.length > 0 && g_ascii_isdigit (bul_slice_end (inside)[-1]);
}

/* “(새길당)”, “(무소속)” */
gboolean
bul_label_is_party (BulSlice inside)
{
  return bul_slice_equal (inside, "무소속") || bul_slice_equal (inside, "비례대표")
         || (bul_slice_count_hangul (inside) >= 3 && bul_slice_ends (inside, "당")
             && bul_slice_find (inside, " ") == NULL);
}

/* What never is anybody's title: “기자회견”, “어제”, “지난 12일”. */
gboolean
bul_label_is_event (BulSlice field)
{
  static const char *const events[]
      = { "기자회견", "집회",   "어제",   "오늘",   "그제",     "그저께",    "브리핑",   "회견",
          "토론회",   "간담회", "시위",   "공판",   "결의대회", "시상식",    "개막식",   "기념식",
          "폐막식",   "추모식", "영결식", "청문회", "국정감사", "오늘 오전", "오늘 오후" };
  BulSlice day = field;

  if (bul_slice_is_any (field, events, G_N_ELEMENTS (events)))
    return TRUE;
  return bul_slice_take (&day, "지난 ") && day.length > 0 && g_ascii_isdigit (day.start[0]);
}
