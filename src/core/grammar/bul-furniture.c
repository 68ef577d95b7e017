/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-furniture.h"

#include <string.h>

typedef enum
{
  MATCH_WHOLE,
  MATCH_START,
  MATCH_ANYWHERE,
} Match;

typedef struct
{
  Match match;
  BulFurniture furniture;
  const char *text;
} Row;

static const Row rows[] = {
  /* buttons and labels of the player and the page */
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "동영상 고정 취소" },
  { MATCH_START, BUL_FURNITURE_HERE, "읽어주기 기능은 크롬기반의" },
  { MATCH_START, BUL_FURNITURE_HERE, "브라우저에서만 사용하실 수 있습니다" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "기사 본문 영역" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "상세페이지" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "자동재생" },
  { MATCH_START, BUL_FURNITURE_HERE, "동영상영역 " },
  { MATCH_START, BUL_FURNITURE_HERE, "본문 바로가기" },
  { MATCH_START, BUL_FURNITURE_HERE, "컨텐츠 바로가기" },
  { MATCH_START, BUL_FURNITURE_HERE, "주소복사가 완료되었습니다" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "글자크기설정" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "글자크기 설정" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "인쇄하기" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "공유하기" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "재생목록" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "AD" },
  { MATCH_START, BUL_FURNITURE_HERE, "조회수 " },
  { MATCH_START, BUL_FURNITURE_HERE, "댓글" },
  { MATCH_WHOLE, BUL_FURNITURE_HERE, "Placeholder Image" },
  { MATCH_START, BUL_FURNITURE_HERE, "<iframe" },
  { MATCH_START, BUL_FURNITURE_HERE, "http://" },
  { MATCH_START, BUL_FURNITURE_HERE, "https://" },
  { MATCH_START, BUL_FURNITURE_HERE, "www." },
  /* picture credits */
  { MATCH_START, BUL_FURNITURE_HERE, "[사진 출처" },
  { MATCH_START, BUL_FURNITURE_HERE, "[사진출처" },
  { MATCH_START, BUL_FURNITURE_HERE, "[사진 제공" },
  { MATCH_START, BUL_FURNITURE_HERE, "[사진제공" },
  { MATCH_START, BUL_FURNITURE_HERE, "[사진=" },
  { MATCH_START, BUL_FURNITURE_HERE, "[사진 :" },
  { MATCH_START, BUL_FURNITURE_HERE, "[사진:" },
  { MATCH_START, BUL_FURNITURE_HERE, "[화면 출처" },
  { MATCH_START, BUL_FURNITURE_HERE, "[영상 출처" },
  { MATCH_START, BUL_FURNITURE_HERE, "[그래픽 출처" },
  { MATCH_START, BUL_FURNITURE_HERE, "사진 출처" },
  { MATCH_START, BUL_FURNITURE_HERE, "사진출처" },
  { MATCH_START, BUL_FURNITURE_HERE, "[Photo" },
  { MATCH_START, BUL_FURNITURE_HERE, "Photo :" },
  { MATCH_START, BUL_FURNITURE_HERE, "Photo:" },
  { MATCH_START, BUL_FURNITURE_HERE, "[Image" },
  /* the tip block */
  { MATCH_START, BUL_FURNITURE_TAIL, "■ 제보" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▣ 제보" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▣ KBS 기사 원문" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▷" },
  { MATCH_START, BUL_FURNITURE_TAIL, "◇" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▶ 카카오톡" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▶ 전화" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▶ 이메일" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▶ 유튜브" },
  { MATCH_START, BUL_FURNITURE_TAIL, "▶ 뉴스홈페이지" },
  { MATCH_START, BUL_FURNITURE_TAIL, "※" },
  { MATCH_START, BUL_FURNITURE_TAIL, "[카카오톡]" },
  { MATCH_START, BUL_FURNITURE_TAIL, "[전화]" },
  { MATCH_START, BUL_FURNITURE_TAIL, "[메일]" },
  { MATCH_START, BUL_FURNITURE_TAIL, "MBC 뉴스는 24시간" },
  { MATCH_ANYWHERE, BUL_FURNITURE_TAIL, "당신의 제보가 뉴스가 됩니다" },
  { MATCH_ANYWHERE, BUL_FURNITURE_TAIL, "채널 와이티엔" },
  { MATCH_ANYWHERE, BUL_FURNITURE_TAIL, "검색해 채널 추가" },
  { MATCH_ANYWHERE, BUL_FURNITURE_TAIL, "'KBS제보' 검색" },
  /* copyright */
  { MATCH_START, BUL_FURNITURE_TAIL, "Copyright" },
  { MATCH_START, BUL_FURNITURE_TAIL, "ⓒ" },
  { MATCH_START, BUL_FURNITURE_TAIL, "©" },
  { MATCH_START, BUL_FURNITURE_TAIL, "저작권자" },
  { MATCH_START, BUL_FURNITURE_TAIL, "[저작권자" },
  { MATCH_START, BUL_FURNITURE_TAIL, "<저작권자" },
  { MATCH_ANYWHERE, BUL_FURNITURE_TAIL, "무단 전재" },
  { MATCH_ANYWHERE, BUL_FURNITURE_TAIL, "무단전재" },
  { MATCH_ANYWHERE, BUL_FURNITURE_TAIL, "All rights reserved" },
  { MATCH_START, BUL_FURNITURE_TAIL, "Return to Transcripts main page" },
};

static gboolean
matches (BulSlice line, const Row *row)
{
  switch (row->match)
    {
    case MATCH_WHOLE:
      return bul_slice_equal (line, row->text);
    case MATCH_START:
      return bul_slice_starts (line, row->text);
    case MATCH_ANYWHERE:
      return bul_slice_find (line, row->text) != NULL;
    }
  return FALSE;
}

static gboolean
is_address_char (char c)
{
  return g_ascii_isalnum (c) || strchr ("@._-+[] ", c) != NULL;
}

/* A line that is an e-mail address and no more, in brackets or not: `[ name@house.kr ]`. */
static gboolean
is_address (BulSlice line)
{
  const char *at = memchr (line.start, '@', line.length);

  if (at == NULL || at == line.start || line.length > 80)
    return FALSE;
  for (gsize i = 0; i < line.length; i++)
    if (!is_address_char (line.start[i]))
      return FALSE;
  return memchr (at, '.', line.start + line.length - at) != NULL;
}

/* Tags as social pages print them: every word starts with #. */
static gboolean
is_hashtags (BulSlice line)
{
  BulSlice rest = line;

  while (rest.length > 0)
    {
      BulSlice word = bul_slice_take_word (&rest);

      if (word.start[0] != '#' || word.length == 1)
        return FALSE;
    }
  return line.length > 0;
}

BulFurniture
bul_furniture_find (BulSlice line)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (matches (line, &rows[i]))
      return rows[i].furniture;
  if (is_address (line))
    return BUL_FURNITURE_TAIL;
  return is_hashtags (line) ? BUL_FURNITURE_TAIL : BUL_FURNITURE_NONE;
}
