/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-calling-private.h"

#include <string.h>

#include "bul-naming.h"

/* How places and parts of an office end, of which many begin as family names do: 강릉시, 도로과. */
static gboolean
may_be_place (BulSlice word)
{
  static const char *const endings[]
      = { "시", "군", "구", "읍", "면", "동", "리", "도", "역", "과", "팀", "실",
          "국", "처", "청", "소", "회", "당", "군", "부", "단", "관", "집", "점" };

  return bul_slice_ends_any (word, endings, G_N_ELEMENTS (endings));
}

/* Offices, trades and ranks that are said beside a name. */
static gboolean
ends_as_office (BulSlice word)
{
  static const char *const endings[]
      = { "장",     "관",     "원",   "사",     "자",     "수",   "인",     "교수",     "과",
          "팀",     "청",     "대표", "감독",   "선수",   "코치", "농민",   "주민",     "어민",
          "상인",   "학생",   "박사", "위원",   "의원",   "교사", "총리",   "간사",     "총무",
          "경위",   "경감",   "경정", "소령",   "대령",   "중령", "병장",   "상병",     "일병",
          "이병",   "중위",   "대위", "상사",   "중사",   "하사", "할머니", "할아버지", "어머니",
          "아버지", "대변인", "차관", "비서관", "조합장", "작가", "가수" };

  return bul_slice_count_hangul (word) >= 2
         && (bul_slice_ends_any (word, endings, G_N_ELEMENTS (endings))
             || bul_naming_is_sure_role (word));
}

/* A family name and a given name of two syllables, or a double one, and no word for people. */
static gboolean
is_whole_name (BulSlice word)
{
  return bul_naming_is_full_korean_name (word) && !bul_naming_is_sure_role (word);
}

/* “나가이 토모코”, “이 모 씨”: two to four words of Hangul. */
static gboolean
is_hangul_words (BulSlice words)
{
  guint n_words = 0;

  while (words.length > 0)
    if (bul_slice_count_hangul (bul_slice_take_word (&words)) == 0 || ++n_words > 4)
      return FALSE;
  return n_words >= 2;
}

/* “Tom and Bea Finch” */
static gboolean
is_couple (BulSlice words)
{
  BulSlice first;
  BulSlice second;

  return bul_slice_split (words, " and ", &first, &second) && bul_naming_is_english_name (first)
         && bul_naming_is_english_name (second);
}

/* “정우성”, “나가이 토모코”, “Kim Daniel”: whoever stands before a comma. */
static gboolean
is_anyone (BulSlice words)
{
  if (words.length == 0 || bul_naming_is_unnamed (words))
    return FALSE;
  return bul_naming_is_korean_name (words) || bul_naming_is_english_name (words)
         || is_hangul_words (words) || is_couple (words);
}

/* “42”, and “Article 2” of a treaty. */
static gboolean
ends_in_digit (BulSlice words)
{
  return words.length > 0 && g_ascii_isdigit (bul_slice_end (words)[-1]);
}

/* “Jr.” and the like go on with the name. */
static gboolean
belongs_to_name (BulSlice words)
{
  static const char *const suffixes[]
      = { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "MD", "PhD" };

  return bul_slice_is_any (words, suffixes, G_N_ELEMENTS (suffixes));
}

/* “Martin King, Jr., Pastor” */
static gboolean
read_suffixed (BulSlice label, BulCalling *calling)
{
  BulSlice name;
  BulSlice rest;
  BulSlice suffix;
  BulSlice title;

  if (!bul_slice_split (label, ", ", &name, &rest) || !bul_slice_split (rest, ", ", &suffix, &title)
      || !belongs_to_name (suffix))
    return FALSE;
  *calling = (BulCalling){ bul_slice (name.start, bul_slice_end (suffix)), title };
  return TRUE;
}

static gboolean
read_parted (BulSlice label, BulCalling *calling)
{
  static const char *const signs[] = { ", ", " - ", " – ", " — ", " | ", "ㅣ", "," };
  BulSlice name;
  BulSlice title;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (!bul_slice_split (label, signs[i], &name, &title) || title.length == 0)
        continue;
      if (belongs_to_name (title) || ends_in_digit (title) || !is_anyone (name)
          || bul_naming_is_full_korean_name (title))
        return FALSE;
      *calling = (BulCalling){ name, title };
      return TRUE;
    }
  return FALSE;
}

/* “어촌계장 정만복” */
static gboolean
read_title_first (BulSlice label, BulCalling *calling)
{
  BulSlice title = label;
  BulSlice name = bul_slice_take_last_word (&title);
  BulSlice rest = title;
  BulSlice last;

  if (title.length == 0 || !is_whole_name (name))
    return FALSE;
  last = bul_slice_take_last_word (&rest);
  if (!ends_as_office (last) || is_whole_name (last))
    return FALSE;
  if (may_be_place (name) && !bul_naming_is_sure_role (last))
    return FALSE;
  *calling = (BulCalling){ name, title };
  return TRUE;
}

/* “표지훈 교사” */
static gboolean
read_name_first (BulSlice label, BulCalling *calling)
{
  static const char *const titles[] = { "교사", "교수",   "박사", "변호사", "의사",
                                        "약사", "수의사", "경위", "연구사", "아나운서" };
  BulSlice title = label;
  BulSlice name = bul_slice_take_word (&title);

  /* “요양원 의사”: a place and not a person */
  if (!bul_slice_is_any (title, titles, G_N_ELEMENTS (titles)) || !is_whole_name (name)
      || may_be_place (name) || ends_as_office (name))
    return FALSE;
  *calling = (BulCalling){ name, title };
  return TRUE;
}

gboolean
bul_calling_read (BulSlice label, BulCalling *calling)
{
  if (label.length == 0)
    return FALSE;
  return read_suffixed (label, calling) || read_parted (label, calling)
         || read_title_first (label, calling) || read_name_first (label, calling);
}

gboolean
bul_calling_is_turned (BulSlice first, BulSlice second)
{
  BulSlice rest = first;
  BulSlice last = bul_slice_take_last_word (&rest);

  if (!is_whole_name (second) || (rest.length == 0 && bul_naming_is_full_korean_name (first)))
    return FALSE;
  if (bul_naming_is_sure_role (first))
    return !may_be_place (second);
  return !may_be_place (second) && ends_as_office (last)
         && (rest.length > 0 || bul_slice_count_hangul (first) >= 5);
}

gboolean
bul_calling_are_names (BulSlice names, const char *between, gsize length)
{
  BulSlice before = bul_slice_trim (bul_slice (names.start, between));
  BulSlice behind = bul_slice_trim (bul_slice (between + length, bul_slice_end (names)));

  return bul_naming_is_english_name (before) && !bul_naming_is_role (before)
         && !belongs_to_name (behind) && g_ascii_isupper (behind.start[0]);
}
