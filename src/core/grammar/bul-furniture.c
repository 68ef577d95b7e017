/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-furniture.h"

#include <string.h>

#include "bul-beginnings-private.h"
#include "bul-naming.h"
#include "bul-page-words-private.h"
#include "bul-printed-correction.h"

/* Neither is ever longer, in bytes: what is longer is a paragraph. */
#define LONGEST_LABEL 60
#define LONGEST_LINE 400

/* “Listen” is a button, “Listen.” is said. */
static gboolean
is_said (BulSlice line, const char *text)
{
  return g_ascii_isalpha (text[0]) && bul_slice_ends (line, ".") && text[strlen (text) - 1] != '.'
         && memchr (line.start, ' ', line.length) == NULL;
}

static gboolean
is_label (BulSlice line, const char *text)
{
  if (line.length < strlen (text) || g_ascii_strncasecmp (line.start, text, strlen (text)) != 0)
    return FALSE;
  for (gsize i = strlen (text); i < line.length; i++)
    if (!g_ascii_isdigit (line.start[i]) && strchr (" .,:()[]+", line.start[i]) == NULL)
      return FALSE;
  return !is_said (line, text);
}

/* How many bytes of @line from @at on make a name of the net. */
static gboolean
has_domain (BulSlice line, const char *at)
{
  const char *end = line.start + line.length;
  const char *p = at + 1;

  while (p < end && (g_ascii_isalnum (*p) || *p == '-'))
    p++;
  return p > at + 1 && p + 1 < end && (*p == '.' || *p == ' ') && g_ascii_islower (p[1]);
}

/* An e-mail address, with a name or a bracket beside it at most: `[ 이름 기자 / name@house.kr ]`. A
 * sign-off may hold one, but goes on as a sentence. */
static gboolean
is_address (BulSlice line)
{
  const char *at = line.length > 120 ? NULL : memchr (line.start, '@', line.length);

  return at != NULL && has_domain (line, at) && bul_slice_find (line, "니다") == NULL
         && bul_slice_find (line, ": \"") == NULL;
}

/* Tags as social pages print them: every word starts with #. */
static gboolean
is_hashtags (BulSlice line)
{
  BulSlice rest = line;

  if (line.length == 0 || line.start[0] != '#')
    return FALSE;
  while (rest.length > 0)
    {
      BulSlice word = bul_slice_take_word (&rest);

      if (word.start[0] != '#' || word.length == 1)
        return FALSE;
      /* `##NAME##` tells whose picture is taken; `###` ends the copy */
      if (word.start[1] == '#' && word.start[word.length / 2] != '#')
        return FALSE;
    }
  return TRUE;
}

/* “▲ words (사진 : X 제공)”: what stands under a picture. */
static gboolean
is_caption (BulSlice line)
{
  return bul_slice_starts (line, "▲") && bul_slice_ends (line, ")")
         && (bul_slice_find (line, "(사진") != NULL || bul_slice_find (line, "(출처") != NULL
             || bul_slice_find (line, "(화면") != NULL);
}

static gboolean
is_picture (BulSlice line)
{
  return is_caption (line)
         || ((bul_slice_ends (line, ".jpg") || bul_slice_ends (line, ".png")
              || bul_slice_ends (line, ".gif") || bul_slice_ends (line, ".jpeg"))
             && bul_slice_find (line, " ") == NULL);
}

/* A rule across the page: nothing but dots, dashes, strokes. */
static gboolean
is_rule (BulSlice line)
{
  for (gsize i = 0; i < line.length; i++)
    if (line.start[i] != line.start[0])
      return FALSE;
  return line.length >= 8 && strchr (".-_=*~", line.start[0]) != NULL;
}

/* “ABC Home | Radio | Television | News”: a menu. */
static gboolean
is_menu (BulSlice line)
{
  /* Credits and times have strokes too. */
  static const char *const others[]
      = { "Camera",  "Film",   "Cameraman", "Graphics", "Graphic", "Video",   "Editor ",
          "Editing", "Edited", "입력",      "등록",     "수정",    "기사입력" };
  guint n_strokes = 0;

  if (line.length > 2 * LONGEST_LABEL || memchr (line.start, '|', line.length) == NULL
      || memchr (line.start, ':', line.length) != NULL
      || bul_slice_starts_any (line, others, G_N_ELEMENTS (others)))
    return FALSE;
  for (const char *p = line.start; p + 2 < line.start + line.length; p++)
    n_strokes += p[0] == ' ' && p[1] == '|' && p[2] == ' ';
  return n_strokes >= 2
         || (n_strokes == 1 && line.length <= LONGEST_LABEL && g_ascii_isalpha (line.start[0])
             && !g_ascii_isdigit (line.start[line.length - 1]));
}

/* “4-Minute Listen”, “8 Minute Listen” */
static gboolean
is_listening (BulSlice line)
{
  return line.length <= 24 && g_ascii_isdigit (line.start[0])
         && (bul_slice_ends (line, "Minute Listen") || bul_slice_ends (line, "min read"));
}

static BulFurniture
find_anywhere (BulSlice line)
{
  /* “… 저작권법의 보호를 받는바, 무단 전재를 금합니다.” */
  if (bul_slice_find (line, "저작권법") != NULL && bul_slice_find (line, "무단") != NULL)
    return BUL_FURNITURE_TAIL;
  if (bul_slice_ends (line, "다.") || bul_slice_ends (line, "다"))
    return BUL_FURNITURE_NONE;
  if (bul_slice_ends (line, ".") && !bul_slice_ends (line, "eserved."))
    return BUL_FURNITURE_NONE;
  /* A quotation is somebody's. */
  if (memchr (line.start, '"', line.length) != NULL)
    return BUL_FURNITURE_NONE;
  for (guint i = 0; i < bul_furniture_n_anywhere; i++)
    if (bul_slice_find (line, bul_furniture_anywhere[i].text) != NULL)
      return bul_furniture_anywhere[i].furniture;
  return BUL_FURNITURE_NONE;
}

static BulFurniture
find_label (BulSlice line)
{
  static BulBeginnings beginnings;
  char bytes[2];

  if (line.length < 2 || line.length > LONGEST_LABEL)
    return BUL_FURNITURE_NONE;
  bytes[0] = g_ascii_tolower (line.start[0]);
  bytes[1] = g_ascii_tolower (line.start[1]);
  bul_beginnings_learn (&beginnings, &bul_furniture_labels[0].text, sizeof bul_furniture_labels[0],
                        bul_furniture_n_labels);
  for (guint i = bul_beginnings_first (&beginnings, (BulSlice){ bytes, 2 }); i > 0;
       i = beginnings.next[i])
    if (is_label (line, bul_furniture_labels[i - 1].text))
      return bul_furniture_labels[i - 1].furniture;
  return BUL_FURNITURE_NONE;
}

static gboolean
is_sentence (BulSlice line)
{
  static const char *const ends[] = { "다", "요", "죠", "까", ".\"", "?\"", "!\"", ".”", "?”" };
  char last = line.length == 0 ? '\0' : bul_slice_end (line)[-1];

  return last == '.' || last == '?' || last == '!'
         || bul_slice_ends_any (line, ends, G_N_ELEMENTS (ends));
}

/* Whether a sentence that begins like what a page prints, with so many bytes, goes on otherwise:
 * “Copyright holders sued.” but “Copyright 2005 …” */
static gboolean
is_said_of_news (BulSlice line, gsize n_bytes)
{
  BulSlice rest = bul_slice_trim (bul_slice (line.start + n_bytes, bul_slice_end (line)));

  return is_sentence (line) && rest.length > 0 && !g_ascii_isdigit (rest.start[0])
         && !bul_page_words_has (rest);
}

static BulFurniture
find_start (BulSlice line)
{
  static BulBeginnings beginnings;
  static BulBeginnings of_ordinary;

  bul_beginnings_learn (&beginnings, &bul_furniture_starts[0].text, sizeof bul_furniture_starts[0],
                        bul_furniture_n_starts);
  for (guint i = bul_beginnings_first (&beginnings, line); i > 0; i = beginnings.next[i])
    if (bul_slice_starts (line, bul_furniture_starts[i - 1].text))
      return bul_furniture_starts[i - 1].furniture;
  bul_beginnings_learn (&of_ordinary, &bul_furniture_ordinary[0].text,
                        sizeof bul_furniture_ordinary[0], bul_furniture_n_ordinary);
  for (guint i = bul_beginnings_first (&of_ordinary, line); i > 0; i = of_ordinary.next[i])
    if (bul_slice_starts (line, bul_furniture_ordinary[i - 1].text))
      return is_said_of_news (line, strlen (bul_furniture_ordinary[i - 1].text))
                 ? BUL_FURNITURE_NONE
                 : bul_furniture_ordinary[i - 1].furniture;
  return BUL_FURNITURE_NONE;
}

/* What stands before the next gap of two blanks, or else the next word. */
static BulSlice
take_piece (BulSlice *line)
{
  BulSlice piece;
  BulSlice rest;

  if (!bul_slice_split (*line, "  ", &piece, &rest))
    return bul_slice_take_word (line);
  *line = rest;
  return piece;
}

/* Takes a button of one word or two from the start of @line. */
static gboolean
take_label (BulSlice *line)
{
  BulSlice rest = *line;
  BulSlice word = take_piece (&rest);
  BulSlice second;

  if (find_label (word) == BUL_FURNITURE_NONE)
    {
      if (rest.length == 0)
        return FALSE;
      second = take_piece (&rest);
      if (find_label (bul_slice (word.start, bul_slice_end (second))) == BUL_FURNITURE_NONE)
        return FALSE;
    }
  *line = rest;
  return TRUE;
}

/* “공유 댓글 글자크기조정 인쇄”: buttons side by side. */
static gboolean
is_row_of_labels (BulSlice line)
{
  static const char *const between[] = { "|", "·", "News", "NEWS", "Top" };
  guint n = 0;

  /* most lines of words end as these do */
  if (line.length > 2 * LONGEST_LABEL || strchr (".\"]?", bul_slice_end (line)[-1]) != NULL)
    return FALSE;
  while (line.length > 0)
    {
      BulSlice rest = line;

      if (bul_slice_is_any (take_piece (&rest), between, G_N_ELEMENTS (between)))
        line = rest;
      else if (take_label (&line))
        n++;
      else
        return FALSE;
    }
  return n >= 2;
}

/* “함우빈 기자 구독”, “함우빈 기자의 다른 기사” */
static gboolean
is_about_reporter (BulSlice line)
{
  static const char *const endings[]
      = { " 기자 구독",          " 기자구독",    " 기자 구독하기", " 기자의 다른 기사",
          " 기자의 기사 더보기", " 기자 프로필", " 기자 페이지",   " 기자의 기사 모아보기" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (line.length < 60 && bul_slice_ends (line, endings[i]))
      return TRUE;
  return FALSE;
}

/* `◇ 이름 : words`, `◇ 이름 앵커(이하 이름): words` */
static gboolean
names_voice (BulSlice head)
{
  BulSlice before;
  BulSlice after;
  BulSlice name;

  bul_slice_take (&head, "◇");
  if (!bul_slice_split (head, ":", &before, &after))
    return FALSE;
  name = bul_slice_take_word (&before);
  /* 이 is a family name. */
  return bul_naming_is_full_korean_name (name) && !bul_slice_equal (name, "이메일");
}

/* `▷ 이름/앵커: words`: somebody speaks, and no page. */
static gboolean
is_talk_turn (BulSlice line)
{
  BulSlice head = bul_slice (line.start, line.start + MIN (line.length, LONGEST_LABEL));
  const char *stroke;
  const char *colon;

  if (bul_slice_starts (line, "◇"))
    return memchr (head.start, '>', head.length) != NULL || names_voice (head);
  if (!bul_slice_starts (line, "▷"))
    return FALSE;
  stroke = memchr (head.start, '/', head.length);
  colon = memchr (head.start, ':', head.length);
  return stroke != NULL && colon != NULL && stroke < colon
         && (colon + 1 == bul_slice_end (line) || colon[1] != '/');
}

/* “Home > News > Inter-Korea”: where on its site a page is. */
static gboolean
is_path (BulSlice line)
{
  static const char *const tops[]
      = { "Home >", "HOME >", "홈 >", "News >", "NEWS >", "뉴스 >", "Home ›", "홈 ›" };

  return line.length <= LONGEST_LABEL && bul_slice_starts_any (line, tops, G_N_ELEMENTS (tops));
}

BulFurniture
bul_furniture_find (BulSlice line)
{
  BulFurniture furniture;

  if (line.length > LONGEST_LINE || is_talk_turn (line))
    return BUL_FURNITURE_NONE;
  furniture = find_label (line);
  if (furniture == BUL_FURNITURE_NONE)
    furniture = find_start (line);
  if (furniture != BUL_FURNITURE_NONE)
    return furniture;
  if (is_address (line) || is_hashtags (line) || bul_printed_correction_is (line))
    return BUL_FURNITURE_TAIL;
  /* The button of a network with one letter; a part of the site, which with a number is a
   * programme. */
  if (bul_slice_equal (line, "X") || bul_slice_equal (line, "News")
      || bul_slice_equal (line, "뉴스"))
    return BUL_FURNITURE_HERE;
  if (is_row_of_labels (line) || is_about_reporter (line) || is_rule (line) || is_listening (line)
      || is_menu (line) || is_path (line))
    return BUL_FURNITURE_HERE;
  return is_picture (line) ? BUL_FURNITURE_HERE : find_anywhere (line);
}
