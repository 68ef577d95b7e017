/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-credits.h"

#include <string.h>

#include "bul-naming.h"

#define MOST_NAMES 16
/* A role and names without a separator, in bytes. */
#define LONGEST_ALONE 48

/* Longer ones come before those that they begin with. */
static const char *const makers[] = {
  "촬영기자",
  "촬영감독",
  "촬영",
  "영상취재기자",
  "영상취재",
  "영상편집기자",
  "영상편집",
  "영상기자",
  "영상제공",
  "영상제작",
  "영상그래픽",
  "영상디자인",
  "영상자막",
  "영상구성",
  "현장연결",
  "중계기자",
  "총괄",
  "영상촬영",
  "영상협조",
  "영상",
  "취재기자",
  "취재작가",
  "취재협조",
  "취재구성",
  "취재",
  "편집자",
  "편집",
  "종합편집",
  "그래픽디자인",
  "그래픽제작",
  "그래픽",
  "자료조사",
  "자료제공",
  "자료화면",
  "화면제공",
  "화면출처",
  "내레이션",
  "나레이션",
  "조연출",
  "연출",
  "진행",
  "음악",
  "디자인",
  "자막뉴스",
  "자막제작",
  "자막",
  "리서처",
  "작가",
  "작성자",
  "작성",
  "취재지원",
  "제작지원",
  "대담발췌",
  "발췌",
  "정리",
  "중계",
  "기술",
  "스크립터",
  "현장진행",
  "협조",
  "외부영상",
  "삽화",
  "사진",
  "글",
  "웹기획",
  "모션그래픽",
  "3D그래픽",
  "타이틀",
  "Reporting",
  "Reported by",
  "Filmed by",
  "Filming",
  "Edited by",
  "Written by",
  "Produced by",
  "헬기조종",
  "헬기촬영",
  "드론촬영",
  "항공촬영",
  "항공취재",
  "수중촬영",
  "음향",
  "오디오",
  "조명",
  "번역",
  "통역",
  "제작",
  "구성",
  "기획",
  "뉴스제작",
  "인턴기자",
  "인턴",
  "기상캐스터",
  "캐스터",
  "보도",
  "문자그래픽",
  "일러스트",
  "CG",
  "VJ",
  "AD",
  "PD",
  /* English */
  "Video Shooting",
  "Video coverage",
  "Video Coverage",
  "Video Editing",
  "Camerapersons",
  "Cameraperson",
  "Camera reporters",
  "Camera reporter",
  "Camera Reporters",
  "Camera Reporter",
  "Video editor",
  "Video Journalist",
  "Video journalist",
  "Videographer",
  "VIDEOGRAPHER",
  "VIDEO EDITOR",
  "Video Editor",
  "BYLINE",
  "Camera operators",
  "Camera operator",
  "Camera crew",
  "Cameraman",
  "Camera",
  "Videographers",
  "Videographer",
  "Video editing",
  "Video Editing",
  "Video editor",
  "Video Editor",
  "Video provided by",
  "Video",
  "Screen provided by",
  "Footage provided by",
  "Photo provided by",
  "Photos provided by",
  "Provided by",
  "Camerawork",
  "Camera work",
  "Filming",
  "Filmed by",
  "Cinematographer",
  "Cinematography",
  "Film editor",
  "Film Editor",
  "Fact-checked by",
  "Photography",
  "Photographs",
  "Photographer",
  "Photos",
  "Photo",
  "Words",
  "Sound",
  "Music",
  "Executive producer",
  "Executive Producer",
  "Series producer",
  "Series Producer",
  "Associate producer",
  "Associate Producer",
  "Editing",
  "Editor",
  "Graphics",
  "Graphic",
  "Research",
  "Relay",
  "Translation",
  "Narration",
  "Producer",
};

/* Who is in a talk, or whose report it is; a title stays with its name. */
static const char *const hosts[] = {
  "공동진행", "진행자", "진행",  "출연자", "출연",   "대담자", "대담",      "연결",
  "전화연결", "사회",   "Hosts", "Host",   "Guests", "Guest",  "Moderator", "Panel",
};

static const char *const separators[] = { ":", "：", "ㅣ", "|", "│", ";" };

/* Takes @text from the start of @slice; its blanks may be left out or put between: 영상 편집. */
static gboolean
take_spaced (BulSlice *slice, const char *text)
{
  const char *p = slice->start;

  while (*text != '\0')
    {
      if (p < bul_slice_end (*slice) && *p == ' ' && *text != ' ')
        p++;
      else if (p < bul_slice_end (*slice) && *p == *text)
        {
          p++;
          text++;
        }
      else
        return FALSE;
    }
  *slice = bul_slice (p, bul_slice_end (*slice));
  return TRUE;
}

/* Reads a role of @roles with its separator at the start of @rest. */
static gboolean
take_role_of (BulSlice *rest, BulSlice *role, const char *const *roles, guint n_roles)
{
  for (guint i = 0; i < n_roles; i++)
    {
      BulSlice after = *rest;
      BulSlice found;

      if (rest->length == 0 || rest->start[0] != roles[i][0] || !take_spaced (&after, roles[i]))
        continue;
      found = bul_slice (rest->start, after.start);
      after = bul_slice_trim (after);
      for (guint j = 0; j < G_N_ELEMENTS (separators); j++)
        if (bul_slice_starts (after, separators[j]))
          {
            *role = found;
            *rest = bul_slice_trim (
                bul_slice (after.start + strlen (separators[j]), bul_slice_end (after)));
            return TRUE;
          }
    }
  return FALSE;
}

/* A role that is a word by itself, with a name behind it and no separator: “영상취재 강이룸”. */
static gboolean
take_word_role (BulSlice *rest, BulSlice *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      gsize length;

      if (!bul_slice_starts (*rest, makers[i]))
        continue;
      length = strlen (makers[i]);
      if (rest->length > length + 1 && rest->start[length] == ' ')
        {
          *role = bul_slice (rest->start, rest->start + length);
          *rest = bul_slice_trim (bul_slice (rest->start + length, bul_slice_end (*rest)));
          return TRUE;
        }
    }
  return FALSE;
}

/* Where the next role that is a word by itself begins. */
static const char *
next_word_role (BulSlice rest)
{
  for (const char *p = rest.start; p < bul_slice_end (rest); p = g_utf8_next_char (p))
    {
      BulSlice after = bul_slice_trim (bul_slice (p, bul_slice_end (rest)));
      BulSlice role;

      if (p > rest.start && strchr ("/, ", p[-1]) != NULL && take_word_role (&after, &role))
        return p;
    }
  return bul_slice_end (rest);
}

static gboolean
take_role (BulSlice *rest, BulSlice *role)
{
  return take_role_of (rest, role, makers, G_N_ELEMENTS (makers));
}

static const char *next_credit (BulSlice rest);

/* “Interview: Noh Si-yeon / Photos: Cha Woo-ram”: who asked, where others who made it follow; else
 * the word tells who was asked. */
static gboolean
take_interviewer (BulSlice *rest, BulSlice *role)
{
  static const char *const words[] = { "Interview", "인터뷰" };
  BulSlice after = *rest;

  if (!take_role_of (&after, role, words, G_N_ELEMENTS (words))
      || next_credit (after) == bul_slice_end (after))
    return FALSE;
  *rest = after;
  return TRUE;
}

/* Where the next credit begins: after a slash, a comma, a line end or a blank, with a role of its
 * own. */
static const char *
next_credit (BulSlice rest)
{
  for (const char *p = rest.start; p < bul_slice_end (rest); p = g_utf8_next_char (p))
    {
      BulSlice after = bul_slice_trim (bul_slice (p, bul_slice_end (rest)));
      BulSlice role;

      if (p > rest.start && strchr ("/, ", p[-1]) == NULL
          && !(p - rest.start >= 3
               && (strncmp (p - 3, "\u2028", 3) == 0 || strncmp (p - 3, "／", 3) == 0
                   || strncmp (p - 3, "，", 3) == 0)))
        continue;
      if (take_role (&after, &role))
        return p;
    }
  return bul_slice_end (rest);
}

/* A title stays with its name: “기찬솔 기자”. */
static gboolean
is_title (BulSlice word)
{
  static const char *const titles[] = { "기자",     "감독", "PD", "VJ",   "작가", "인턴기자",
                                        "디자이너", "인턴", "AD", "차장", "부장" };

  return bul_slice_is_any (word, titles, G_N_ELEMENTS (titles));
}

/* One syllable is no name by itself, but of a foreign one: 사가와 렌. */
static gboolean
goes_on_name (BulSlice word)
{
  return word.length == 3 && bul_slice_count_hangul (word) == 1;
}

static guint
split_names (BulSlice text, BulSlice names[MOST_NAMES])
{
  const char *start = text.start;
  /* Names of Latin letters have blanks of their own. */
  gboolean is_latin = text.length > 0 && g_ascii_isupper (*start);
  guint n = 0;

  for (const char *p = text.start; p <= bul_slice_end (text) && n < MOST_NAMES;)
    {
      gboolean at_end = p == bul_slice_end (text);
      gsize width = at_end ? 1 : (gsize) (g_utf8_next_char (p) - p);
      gboolean between = at_end || (*p == ' ' && !is_latin) || *p == ',' || *p == '/' || *p == '&'
                         || *p == '|' || strncmp (p, "·", width) == 0
                         || strncmp (p, "ㆍ", width) == 0 || strncmp (p, "／", width) == 0
                         || strncmp (p, "，", width) == 0 || strncmp (p, "\u2028", width) == 0;

      if (between && p > start && n > 0 && goes_on_name (bul_slice (start, p)))
        names[n - 1] = bul_slice (names[n - 1].start, p);
      /* What somebody is stands behind the name, and is no other. */
      else if (between && bul_slice_trim (bul_slice (start, p)).length > 0
               && !(n > 0 && is_title (bul_slice (start, p))))
        names[n++] = bul_slice_trim (bul_slice (start, p));
      p += width;
      if (between)
        start = p;
    }
  return n;
}

/* “화면출처 : 미 해안경비대”: where pictures are from is often no person, and has blanks. */
static gboolean
is_source (BulSlice role)
{
  static const char *const endings[] = { "제공", "출처" };

  return bul_slice_ends_any (role, endings, G_N_ELEMENTS (endings));
}

/* Names that only blanks part become one, unless all are people. */
static guint
join_sources (BulSlice *names, guint n)
{
  guint n_people = 0;
  guint n_joined = 0;

  for (guint i = 0; i < n; i++)
    n_people += bul_naming_is_full_korean_name (names[i]);
  for (guint i = 0; i < n && n_people < n; i++)
    {
      BulSlice *last = n_joined > 0 ? &names[n_joined - 1] : NULL;

      if (last != NULL
          && bul_slice_trim (bul_slice (bul_slice_end (*last), names[i].start)).length == 0)
        *last = bul_slice (last->start, bul_slice_end (names[i]));
      else
        names[n_joined++] = names[i];
    }
  return n_people < n ? n_joined : n;
}

/* “임주령/김지아” */
static gboolean
is_other_name (BulSlice words)
{
  static const char *const regions[] = { "도", "시", "군", "구", "읍", "면" };

  return bul_naming_is_full_korean_name (words) && bul_slice_count_hangul (words) == 3
         && !bul_slice_ends_any (words, regions, G_N_ELEMENTS (regions));
}

/* “강미이/전주” names the region behind a slash: that is no name. */
static BulSlice
without_region (BulSlice text)
{
  const char *slash = bul_slice_find (text, "/");
  BulSlice behind;

  if (slash == NULL)
    return bul_slice_trim (text);
  behind = bul_slice_trim (bul_slice (slash + 1, bul_slice_end (text)));
  return bul_slice_trim (is_other_name (behind) ? text : bul_slice (text.start, slash));
}

static BulSlice
without_brackets (BulSlice line)
{
  static const char *const pairs[][2] = { { "(", ")" }, { "[", "]" }, { "<", ">" }, { "{", "}" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (bul_slice_starts (line, pairs[i][0]) && bul_slice_ends (line, pairs[i][1]))
      return bul_slice_trim (bul_slice (line.start + 1, bul_slice_end (line) - 1));
  return line;
}

/* “Im Su-jeong, Professor at Duru University”: what stands behind the comma is no other name. */
static gboolean
goes_on_behind (BulSlice rest)
{
  const char *comma = bul_slice_find (rest, ",");

  rest = bul_slice_trim (bul_slice (rest.start, comma == NULL ? bul_slice_end (rest) : comma));
  return rest.length > 0 && g_ascii_isalpha (rest.start[0]) && !bul_naming_is_english_name (rest);
}

/* “이름 직함”, “Name, Title”: the name alone. */
static BulSlice
without_title (BulSlice host)
{
  BulSlice rest = host;
  BulSlice first = bul_slice_take_word (&rest);
  const char *comma = bul_slice_find (host, ",");

  if (comma != NULL)
    return bul_slice_trim (bul_slice (host.start, comma));
  return rest.length > 0 && !goes_on_name (rest) && bul_naming_is_full_korean_name (first) ? first
                                                                                           : host;
}

/* Names of a talk's head are parted by commas, dots or slashes; a blank parts a name from its
 * title. */
static guint
split_hosts (BulSlice text, BulSlice names[MOST_NAMES])
{
  const char *start = text.start;
  guint n = 0;

  for (const char *p = text.start; p <= bul_slice_end (text) && n < MOST_NAMES;)
    {
      gboolean at_end = p == bul_slice_end (text);
      gsize width = at_end ? 1 : (gsize) (g_utf8_next_char (p) - p);
      BulSlice name;

      if (at_end || (*p == ',' && !goes_on_behind (bul_slice (p + 1, bul_slice_end (text))))
          || *p == '/' || strncmp (p, "·", width) == 0)
        {
          name = bul_slice_trim (bul_slice (start, p));
          if (name.length > 0)
            names[n++] = without_title (name);
          start = p + width;
        }
      p += width;
    }
  return n;
}

static gboolean
read_hosts (BulSlice line, BulCreditsFunc func, gpointer data)
{
  static const char *const reporter[] = { "Reporter", "Presenter" };
  static const char *const bullets[] = { "■", "□", "▣", "◆", "●" };
  BulSlice names[MOST_NAMES];
  gboolean bullet = FALSE;
  BulSlice role;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bul_slice_starts (line, bullets[i]))
      {
        line = bul_slice_trim (bul_slice (line.start + strlen (bullets[i]), bul_slice_end (line)));
        bullet = TRUE;
      }
  if (bul_slice_starts (line, "<") || bullet)
    {
      line = without_brackets (line);
      if (!take_role_of (&line, &role, hosts, G_N_ELEMENTS (hosts)))
        return FALSE;
    }
  else if (line.length > 60 || !take_role_of (&line, &role, reporter, G_N_ELEMENTS (reporter))
           || line.length == 0 || !g_ascii_isupper (line.start[0]) || bul_slice_ends (line, "."))
    return FALSE;
  n = split_hosts (line, names);
  if (func != NULL)
    func (role, names, n, data);
  return TRUE;
}

/* Most lines hold no separator, or one too far behind to end a role. */
static gboolean
may_be_credits (BulSlice line)
{
  BulSlice head = bul_slice (line.start, line.start + MIN (line.length, 40));

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (bul_slice_find (head, separators[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Names without a colon before them are told by being short, and by nothing else on the line. */
static gboolean
are_short_names (const BulSlice *names, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      BulSlice name = names[i];
      BulSlice word = bul_slice_take_word (&name);

      if (!bul_naming_is_reporter_name (word) || (name.length > 0 && !is_title (name)))
        return FALSE;
    }
  return n > 0 && n <= 4;
}

/* “취재기자 설온유”: a role that is said of nothing but makers, and short names. */
static gboolean
is_role_alone (BulSlice line)
{
  static const char *const sure[]
      = { "취재기자 ", "촬영기자 ", "영상취재 ", "영상편집 ", "영상기자 " };

  for (guint i = 0; i < G_N_ELEMENTS (sure); i++)
    if (bul_slice_starts (line, sure[i]))
      return line.length <= LONGEST_ALONE;
  return FALSE;
}

/* “[영상취재 강이룸]”, “[작가 X / VJ Y]”, “영상취재 X 편집 Y”: every role stands before its names,
 * and without a bracket there are two roles at least, or one that says it is of the picture. */
static gboolean
read_word_roles (BulSlice line, BulCreditsFunc func, gpointer data)
{
  gboolean bracket = bul_slice_starts (line, "[") || bul_slice_starts (line, "(")
                     || bul_slice_starts (line, "<");
  BulSlice rest = without_brackets (line);
  BulSlice role;
  guint n_roles = 0;

  if (line.length > 160)
    return FALSE;
  while (rest.length > 0)
    {
      BulSlice names[MOST_NAMES];
      const char *end;
      guint n;

      if (!take_word_role (&rest, &role))
        return FALSE;
      end = next_word_role (rest);
      n = split_names (bul_slice (rest.start, end), names);
      if (!are_short_names (names, n))
        return FALSE;
      if (func != NULL)
        func (role, names, n, data);
      n_roles++;
      rest = bul_slice_trim (bul_slice (end, bul_slice_end (rest)));
    }
  return n_roles >= 2 || (n_roles == 1 && (bracket || is_role_alone (line)));
}

/* Names parted by commas and “and”. */
static guint
split_byline (BulSlice text, BulSlice names[MOST_NAMES])
{
  guint n = 0;

  while (text.length > 0 && n < MOST_NAMES)
    {
      const char *comma = bul_slice_find (text, ",");
      const char *and = bul_slice_find (text, " and ");
      gboolean is_comma = comma != NULL && (and == NULL || comma < and);
      const char *end = is_comma ? comma : and == NULL ? bul_slice_end (text) : and;
      const char *next
          = end == bul_slice_end (text) ? end : end + (is_comma ? 1 : strlen (" and "));

      names[n++] = bul_slice_trim (bul_slice (text.start, end));
      text = bul_slice_trim (bul_slice (next, bul_slice_end (text)));
    }
  return n;
}

/* “함보리 기자”: whose report it is, alone on its line. */
static gboolean
read_byline (BulSlice line, BulCreditsFunc func, gpointer data)
{
  static const char *const titles[] = { " 기자", " 특파원", " 앵커", " 캐스터", " 리포터", " PD" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      BulSlice name;
      BulSlice role;

      if (!bul_slice_ends (line, titles[i]))
        continue;
      role = bul_slice (bul_slice_end (line) - strlen (titles[i]) + 1, bul_slice_end (line));
      name = bul_slice_trim (bul_slice (line.start, role.start));
      if (!bul_naming_is_reporter_name (name))
        return FALSE;
      if (func != NULL)
        func (role, &name, 1, data);
      return TRUE;
    }
  return FALSE;
}

/* Whether all of @names are of people; then they are told. */
static gboolean
tell_english (BulSlice role, BulSlice *names, guint n, BulCreditsFunc func, gpointer data)
{
  for (guint i = 0; i < n; i++)
    if (!bul_naming_is_english_name (names[i]))
      return FALSE;
  if (n > 0 && func != NULL)
    func (role, names, n, data);
  return n > 0;
}

/* “By Noor Castellan, Ike Brandvold”, “By — Esme Tallow”: the line under an English headline. */
static gboolean
read_english_byline (BulSlice line, BulCreditsFunc func, gpointer data)
{
  BulSlice names[MOST_NAMES];
  BulSlice rest = line;
  guint n;

  if (line.length > 90
      || (!bul_slice_starts (line, "By ") && !bul_slice_starts (line, "BY ")
          && !bul_slice_starts (line, "By\u2028")))
    return FALSE;
  rest = bul_slice_trim (bul_slice (line.start + strlen ("By"), bul_slice_end (line)));
  if (bul_slice_starts (rest, "—"))
    rest = bul_slice_trim (bul_slice (rest.start + strlen ("—"), bul_slice_end (rest)));
  n = split_byline (rest, names);
  /* “By X, Harbor News” */
  if (n > 1 && (bul_naming_is_broadcaster (names[n - 1]) || bul_slice_ends (names[n - 1], " News")))
    n--;
  return tell_english (bul_slice (line.start, line.start + 2), names, n, func, data);
}

/* “Host: Name”, “Hosted by Name”: who leads through a programme, at the head of its transcript. */
static gboolean
read_presenter (BulSlice line, BulCreditsFunc func, gpointer data)
{
  static const char *const roles[] = { "Hosted by ", "Presented by ", "Host:", "Hosts:" };

  for (guint i = 0; i < G_N_ELEMENTS (roles) && line.length <= 90; i++)
    {
      BulSlice rest = line;
      BulSlice names[MOST_NAMES];
      gsize length = strlen (roles[i]) - 1;
      guint n;

      if (!bul_slice_take (&rest, roles[i]))
        continue;
      n = split_byline (rest, names);
      return tell_english (bul_slice (line.start, line.start + length), names, n, func, data);
    }
  return FALSE;
}

/* Nothing is told of a line that turns out to be none. */
static gboolean
read_without_separator (BulSlice line, BulCreditsFunc func, gpointer data)
{
  return read_word_roles (line, NULL, NULL) && read_word_roles (line, func, data);
}

/* “(강만보 기자)”; in other brackets somebody speaks. */
static BulSlice
without_round (BulSlice line)
{
  return bul_slice_starts (line, "(") && bul_slice_ends (line, ")")
             ? bul_slice_trim (bul_slice (line.start + 1, bul_slice_end (line) - 1))
             : line;
}

BulCreditsSort
bul_credits_read (BulSlice line, BulCreditsFunc func, gpointer data)
{
  BulSlice rest = bul_slice_trim (line);
  BulSlice role;
  gboolean found = FALSE;

  if (!may_be_credits (rest))
    return read_without_separator (rest, func, data)        ? BUL_CREDITS_MAKERS
           : read_byline (without_round (rest), func, data) ? BUL_CREDITS_BYLINE
           : read_english_byline (rest, func, data)         ? BUL_CREDITS_BYLINE
           : read_presenter (rest, func, data)              ? BUL_CREDITS_BYLINE
                                                            : BUL_CREDITS_NONE;
  if (read_hosts (rest, func, data))
    return BUL_CREDITS_HOSTS;
  if (read_presenter (rest, func, data))
    return BUL_CREDITS_BYLINE;
  rest = without_brackets (rest);
  while (take_role (&rest, &role) || (!found && take_interviewer (&rest, &role)))
    {
      const char *end = next_credit (rest);
      BulSlice names[MOST_NAMES];
      guint n;

      /* `[인턴 : "…"]` says something. */
      if (bul_slice_starts_quote (rest) > 0)
        return BUL_CREDITS_NONE;
      n = split_names (without_region (bul_slice (rest.start, end)), names);

      if (is_source (role))
        n = join_sources (names, n);
      if (func != NULL)
        func (role, names, n, data);
      found = TRUE;
      rest = bul_slice_trim (bul_slice (end, bul_slice_end (rest)));
    }
  return found ? BUL_CREDITS_MAKERS : BUL_CREDITS_NONE;
}
