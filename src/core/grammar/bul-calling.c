/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-calling-private.h"

#include <string.h>

#include "bul-naming.h"
#include "bul-role-words-private.h"

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

  return (bul_slice_split (words, " and ", &first, &second)
          || bul_slice_split (words, " & ", &first, &second))
         && bul_naming_is_english_name (first) && bul_naming_is_english_name (second);
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
gboolean
bul_calling_is_suffix (BulSlice words)
{
  static const char *const suffixes[]
      = { "Jr",   "Jr.",   "Sr",    "Sr.",   "II",    "III",    "IV",   "MD", "PhD",
          "M.D.", "Ph.D.", "PH.D.", "Ed.D.", "ED.D.", "D.D.S.", "J.D.", "RN", "R.N.",
          "JR",   "JR.",   "SR",    "SR.",   "Esq.",  "ESQ.",   "Esq",  "CPA" };

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
      || !bul_calling_is_suffix (suffix))
    return FALSE;
  *calling = (BulCalling){ bul_slice (name.start, bul_slice_end (suffix)), title };
  return TRUE;
}

/* “Jangpyeong-myeon” */
static gboolean
is_latin_place (BulSlice words)
{
  static const char *const endings[]
      = { "-myeon", "-gun", "-gu", "-si", "-do", "-dong", "-eup", "-ri", "-ro", "-gil" };

  return bul_slice_find (words, " ") == NULL
         && bul_slice_ends_any (words, endings, G_N_ELEMENTS (endings));
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
      if (bul_calling_is_suffix (title) || ends_in_digit (title) || !is_anyone (name)
          || is_latin_place (name) || bul_naming_is_full_korean_name (title))
        return FALSE;
      *calling = (BulCalling){ name, title };
      return TRUE;
    }
  return FALSE;
}

/* “홍보팀”, of a house that stands before it. */
static gboolean
is_office_part (BulSlice word)
{
  static const char *const endings[] = { "팀", "과", "실", "측" };

  return bul_slice_ends_any (word, endings, G_N_ELEMENTS (endings));
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
  if ((may_be_place (name) && !bul_naming_is_sure_role (last)) || is_office_part (name))
    return FALSE;
  *calling = (BulCalling){ name, title };
  return TRUE;
}

/* Syllables that given names end in, and few other words of three. */
static gboolean
ends_as_given_name (BulSlice word)
{
  static const char *const endings[]
      = { "혁", "형", "재", "람", "덕", "준", "호", "진", "영", "우", "현", "민", "아", "은",
          "연", "희", "경", "숙", "옥", "미", "선", "화", "란", "석", "철", "성", "용", "환",
          "규", "훈", "태", "찬", "빈", "윤", "율", "하", "린", "섭", "순", "길", "복", "배",
          "택", "범", "욱", "웅", "일", "균", "근", "봄", "솔", "슬", "별", "나", "라", "니",
          "혜", "예", "애", "빛", "샘", "결", "담", "림", "겸", "건", "엽", "필", "헌", "만" };
  /* What sounds like a name and is none: places and things that people work at or belong to. */
  static const char *const others[]
      = { "지하철", "여객선", "유람선", "화물선", "방사선", "노인정", "이주민", "원주민",
          "실향민", "피난민", "수재민", "고속철", "주택가", "공사판", "어린이", "전세기",
          "여객기", "조종석", "기관실", "안내선", "구조선", "경비선", "연락선", "유조선" };

  return bul_slice_ends_any (word, endings, G_N_ELEMENTS (endings))
         && !bul_slice_is_any (word, others, G_N_ELEMENTS (others));
}

/* “어린이 어머니”: not who is named, but whose. */
static gboolean
is_kin (BulSlice word)
{
  static const char *const kin[]
      = { "어머니", "아버지", "부모", "가족", "유족", "유가족", "동료", "친구", "지인", "보호자",
          "남편",   "아내",   "아들", "딸",   "동생", "누나",   "언니", "형",   "오빠" };

  return bul_slice_is_any (word, kin, G_N_ELEMENTS (kin));
}

/* “표지훈 교사”, “두민혁 귀농 희망자” */
static gboolean
read_name_first (BulSlice label, BulCalling *calling)
{
  static const char *const titles[] = { "교사", "교수",   "박사", "변호사", "의사",
                                        "약사", "수의사", "경위", "연구사", "아나운서" };
  static const char *const posts[]
      = { "대통령", "국무총리", "총리",   "장관", "차관",     "위원장", "원내대표", "대표",
          "의장",   "국회의장", "이사장", "의원", "시장",     "군수",   "구청장",   "도지사",
          "팀장",   "회장",     "감독",   "선수", "소장",     "경감",   "원장",     "총재",
          "사장",   "과장",     "국장",   "실장", "본부장",   "센터장", "사무국장", "후보",
          "검사",   "판사",     "대변인", "총장", "사무총장", "소방교", "소방장" };
  /* Those are bodies, before what their head is called. */
  static const char *const bodies[] = { "부", "청", "처", "회", "당", "위", "협", "련",
                                        "단", "팀", "과", "군", "구", "시", "서", "소" };
  BulSlice title = label;
  BulSlice name = bul_slice_take_word (&title);
  BulSlice rest = title;
  BulSlice last = bul_slice_take_last_word (&rest);
  gboolean is_title = bul_slice_is_any (title, titles, G_N_ELEMENTS (titles))
                      || (bul_slice_is_any (title, posts, G_N_ELEMENTS (posts))
                          && !bul_slice_ends_any (name, bodies, G_N_ELEMENTS (bodies)))
                      || (title.length > 0 && ends_as_given_name (name) && ends_as_office (last)
                          && !is_kin (last));

  /* “요양원 의사”: a place and not a person */
  if (!is_title || !is_whole_name (name) || may_be_place (name) || ends_as_office (name))
    return FALSE;
  *calling = (BulCalling){ name, title };
  return TRUE;
}

/* “F.” */
static gboolean
is_initial (BulSlice word)
{
  return word.length == 2 && g_ascii_isupper (word.start[0]) && word.start[1] == '.';
}

/* “ministry spokesperson Ye Ji-an”, “resident John F. Miller”; what is written in capitals belongs
 * to the name: “Mayor X”. */
static gboolean
read_latin_title_first (BulSlice label, BulCalling *calling)
{
  BulSlice title = label;
  BulSlice given = bul_slice_take_last_word (&title);
  BulSlice family = bul_slice_take_last_word (&title);
  BulSlice rest;
  BulSlice last;

  if (is_initial (family))
    family = bul_slice_take_last_word (&title);
  rest = title;
  last = bul_slice_take_last_word (&rest);
  if (title.length == 0
      || !bul_naming_is_english_name (bul_slice (family.start, bul_slice_end (given)))
      || bul_role_words_have_english (given) || !g_ascii_islower (last.start[0])
      || memchr (title.start, ',', title.length) != NULL || !bul_role_words_have_english (last))
    return FALSE;
  *calling = (BulCalling){ bul_slice (family.start, bul_slice_end (given)), title };
  return TRUE;
}

/* What is told of a name at the end of @title, “A 씨”, “B씨”, “김 모 씨”, “박모 씨”, “김순자 씨”,
 * is taken from there; empty where it ends otherwise. */
static BulSlice
take_courtesy (BulSlice *title)
{
  BulSlice last = bul_slice_take_last_word (title);
  BulSlice who = last;
  BulSlice family;

  if (last.length == 1 + strlen ("씨") && g_ascii_isupper (last.start[0])
      && bul_slice_ends (last, "씨"))
    return last;
  if (!bul_slice_equal (last, "씨"))
    return BUL_SLICE_NONE;
  who = bul_slice_take_last_word (title);
  if (bul_slice_equal (who, "모"))
    {
      family = bul_slice_take_last_word (title);
      return bul_slice_count_hangul (family) == 1 ? bul_slice (family.start, bul_slice_end (last))
                                                  : BUL_SLICE_NONE;
    }
  return (who.length == 1 && g_ascii_isupper (who.start[0]))
                 || (bul_slice_count_hangul (who) == 2 && bul_slice_ends (who, "모"))
                 || bul_naming_is_full_korean_name (who)
             ? bul_slice (who.start, bul_slice_end (last))
             : BUL_SLICE_NONE;
}

/* “집주인 A 씨”, “이웃 주민 김순자 씨”: a name, however little of it is told, behind what somebody
 * is. */
static gboolean
read_title_before_courtesy (BulSlice label, BulCalling *calling)
{
  BulSlice title = label;
  BulSlice name = take_courtesy (&title);

  if (name.length == 0 || title.length == 0 || !bul_naming_is_sure_role (title))
    return FALSE;
  *calling = (BulCalling){ name, title };
  return TRUE;
}

/* “강민호 후보 캠프 관계자”: not who is named, but somebody of theirs. */
static gboolean
is_somebodys (BulSlice label)
{
  static const char *const others[] = { "관계자", "지지자", "변호인", "부부", "측근",
                                        "가족",   "유족",   "보좌관", "비서", "대리인" };
  BulSlice rest = label;
  BulSlice first = bul_slice_take_word (&rest);
  BulSlice last = bul_slice_take_last_word (&rest);

  return rest.length > 0 && is_whole_name (first)
         && bul_slice_is_any (last, others, G_N_ELEMENTS (others));
}

/* “광주시 학동 맹귀덕”: who, behind where from. */
static gboolean
read_place_first (BulSlice label, BulCalling *calling)
{
  static const char *const ends[] = { "시", "군", "구", "읍", "면", "동", "리", "도" };
  BulSlice place = label;
  BulSlice name = bul_slice_take_last_word (&place);
  BulSlice rest = place;
  BulSlice last = bul_slice_take_last_word (&rest);

  if (rest.length == 0 || bul_slice_count_hangul (last) < 2
      || !bul_slice_ends_any (last, ends, G_N_ELEMENTS (ends)) || !is_whole_name (name)
      || may_be_place (name) || ends_as_office (name))
    return FALSE;
  *calling = (BulCalling){ name, place };
  return TRUE;
}

gboolean
bul_calling_read (BulSlice label, BulCalling *calling)
{
  if (label.length == 0 || is_somebodys (label))
    return FALSE;
  return read_suffixed (label, calling) || read_parted (label, calling)
         || read_latin_title_first (label, calling) || read_title_first (label, calling)
         || read_name_first (label, calling) || read_place_first (label, calling)
         || read_title_before_courtesy (label, calling);
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
         && !bul_calling_is_suffix (behind) && g_ascii_isupper (behind.start[0]);
}
