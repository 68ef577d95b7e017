/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-markers.h"

#include <string.h>

#include "bul-beginnings-private.h"
#include "bul-naming.h"

/* No mark is longer, in bytes, with all its blanks. */
#define LONGEST_MARK 72

/* To add a house's mark, add a row. Brackets of the same shape, wide or narrow, are one. */
static const BulMarker markers[] = {
  /* KBS, English */
  { "[", "anchor", "]", BUL_MARK_ANCHOR },
  { "[", "report", "]", BUL_MARK_REPORT },
  { "[", "reporter", "]", BUL_MARK_REPORTER },
  { "[", "anchorlead", "]", BUL_MARK_LEAD },
  { "[", "lead", "]", BUL_MARK_LEAD },
  { "[", "intro", "]", BUL_MARK_LEAD },
  { "[", "pkg", "]", BUL_MARK_REPORT },
  { "[", "package", "]", BUL_MARK_REPORT },
  { "[", "soundbite", "]", BUL_MARK_BITE },
  { "[", "interview", "]", BUL_MARK_BITE },
  { "[", "phoneinterview", "]", BUL_MARK_BITE },
  { "[", "recording", "]", BUL_MARK_BITE },
  { "[", "phonerecording", "]", BUL_MARK_BITE },
  { "[", "voxpop", "]", BUL_MARK_BITE },
  { "[", "voxpops", "]", BUL_MARK_BITE },
  { "[", "standup", "]", BUL_MARK_STAND_UP },
  { "[", "stand-up", "]", BUL_MARK_STAND_UP },
  { "[", "anchorbrief", "]", BUL_MARK_ANCHOR },
  { "[", "anchoroncam", "]", BUL_MARK_ANCHOR },
  { "[", "oncam", "]", BUL_MARK_ANCHOR },
  { "[", "takepkg", "]", BUL_MARK_REPORT },
  { "[", "anchorvo", "]", BUL_MARK_ANCHOR },
  { "[", "anchortag", "]", BUL_MARK_END },
  { "[", "tag", "]", BUL_MARK_END },
  { "[", "live", "]", BUL_MARK_LIVE },
  { "[", "vt", "]", BUL_MARK_REPORT },
  { "[", "invision", "]", BUL_MARK_ANCHOR },
  { "[", "studio", "]", BUL_MARK_ANCHOR },
  { "[", "backanno", "]", BUL_MARK_END },
  /* KBS, Korean; YTN, JTBC and others write 기자 for the report */
  { "[", "앵커", "]", BUL_MARK_ANCHOR },
  { "[", "앵커멘트", "]", BUL_MARK_LEAD },
  { "[", "아나운서", "]", BUL_MARK_ANCHOR },
  { "[", "진행자", "]", BUL_MARK_ANCHOR },
  { "[", "리포트", "]", BUL_MARK_REPORT },
  { "[", "vcr", "]", BUL_MARK_REPORT },
  { "[", "기자", "]", BUL_MARK_REPORTER },
  { "[", "취재기자", "]", BUL_MARK_REPORTER },
  { "[", "특파원", "]", BUL_MARK_REPORTER },
  { "[", "캐스터", "]", BUL_MARK_REPORTER },
  { "[", "기상캐스터", "]", BUL_MARK_REPORTER },
  { "[", "답변", "]", BUL_MARK_ANSWER },
  { "[", "질문", "]", BUL_MARK_ANSWER },
  { "[", "리포터", "]", BUL_MARK_REPORTER },
  { "[", "전화인터뷰", "]", BUL_MARK_BITE },
  { "[", "전화녹취", "]", BUL_MARK_BITE },
  { "[", "싱크", "]", BUL_MARK_BITE },
  { "[", "스탠딩", "]", BUL_MARK_STAND_UP },
  { "[", "인터뷰", "]", BUL_MARK_BITE },
  { "[", "녹취", "]", BUL_MARK_BITE },
  { "[", "현장음", "]", BUL_MARK_BITE },
  { "[", "스탠드업", "]", BUL_MARK_STAND_UP },
  /* KBS to 2017, SBS */
  { "<", "앵커멘트", ">", BUL_MARK_LEAD },
  { "<", "앵커", ">", BUL_MARK_ANCHOR },
  { "<", "리포트", ">", BUL_MARK_REPORT },
  { "<", "기자", ">", BUL_MARK_REPORTER },
  { "<", "캐스터", ">", BUL_MARK_REPORTER },
  { "<", "특파원", ">", BUL_MARK_REPORTER },
  { "<", "답변", ">", BUL_MARK_ANSWER },
  { "<", "질문", ">", BUL_MARK_ANSWER },
  { "<", "아나운서", ">", BUL_MARK_ANCHOR },
  { "<", "취재기자", ">", BUL_MARK_REPORTER },
  { "<", "리포터", ">", BUL_MARK_REPORTER },
  { "<", "기상캐스터", ">", BUL_MARK_REPORTER },
  { "<", "vcr", ">", BUL_MARK_REPORT },
  { "<", "인터뷰", ">", BUL_MARK_BITE },
  { "<", "전화인터뷰", ">", BUL_MARK_BITE },
  { "<", "녹취", ">", BUL_MARK_BITE },
  { "<", "전화녹취", ">", BUL_MARK_BITE },
  { "<", "현장음", ">", BUL_MARK_BITE },
  { "<", "싱크", ">", BUL_MARK_BITE },
  { "<", "스탠드업", ">", BUL_MARK_STAND_UP },
  { "<", "s/u", ">", BUL_MARK_STAND_UP },
  /* KBS about 2001 */
  { "⊙", "앵커", ":", BUL_MARK_ANCHOR },
  { "⊙", "기자", ":", BUL_MARK_REPORTER },
  { "⊙", "리포트", ":", BUL_MARK_REPORT },
  { "⊙", "인터뷰", ":", BUL_MARK_BITE },
  /* MBC */
  { "◀", "앵커", "▶", BUL_MARK_ANCHOR },
  { "◀", "앵커멘트", "▶", BUL_MARK_LEAD },
  { "◀", "리포트", "▶", BUL_MARK_REPORT },
  { "◀", "기자", "▶", BUL_MARK_REPORTER },
  { "◀", "캐스터", "▶", BUL_MARK_REPORTER },
  { "◀", "특파원", "▶", BUL_MARK_REPORTER },
  { "◀", "아나운서", "▶", BUL_MARK_ANCHOR },
  { "◀", "리포터", "▶", BUL_MARK_REPORTER },
  { "◀", "기상캐스터", "▶", BUL_MARK_REPORTER },
  { "◀", "취재기자", "▶", BUL_MARK_REPORTER },
  { "◀", "인터뷰", "▶", BUL_MARK_BITE },
  { "◀", "녹취", "▶", BUL_MARK_BITE },
  { "◀", "현장음", "▶", BUL_MARK_BITE },
  { "◀", "싱크", "▶", BUL_MARK_BITE },
  { "◀", "anchor", "▶", BUL_MARK_ANCHOR },
  { "◀", "report", "▶", BUL_MARK_REPORT },
  { "◀", "reporter", "▶", BUL_MARK_REPORTER },
  /* MBC regional */
  { "◀", "anc", "▶", BUL_MARK_ANCHOR },
  { "◀", "vcr", "▶", BUL_MARK_REPORT },
  { "◀", "rep", "▶", BUL_MARK_REPORT },
  { "◀", "end", "▶", BUL_MARK_END },
  { "◀", "int", "▶", BUL_MARK_BITE },
  { "◀", "전화int", "▶", BUL_MARK_BITE },
  { "◀", "전화syn", "▶", BUL_MARK_BITE },
  { "◀", "전화", "▶", BUL_MARK_BITE },
  { "◀", "syn", "▶", BUL_MARK_BITE },
  { "◀", "sync", "▶", BUL_MARK_BITE },
  { "◀", "eff", "▶", BUL_MARK_BITE },
  { "◀", "st-up", "▶", BUL_MARK_STAND_UP },
  { "◀", "s-u", "▶", BUL_MARK_STAND_UP },
  { "◀", "s/u", "▶", BUL_MARK_STAND_UP },
  { "◀", "standup", "▶", BUL_MARK_STAND_UP },
  { "◀", "스탠드업", "▶", BUL_MARK_STAND_UP },
  /* radio */
  { "(", "인터뷰", ")", BUL_MARK_BITE },
  { "(", "전화인터뷰", ")", BUL_MARK_BITE },
  { "(", "녹취", ")", BUL_MARK_BITE },
  { "(", "전화녹취", ")", BUL_MARK_BITE },
  { "(", "싱크", ")", BUL_MARK_BITE },
  { "(", "int", ")", BUL_MARK_BITE },
  { "(", "s/u", ")", BUL_MARK_STAND_UP },
  { "(", "stand-up", ")", BUL_MARK_STAND_UP },
  { "(", "standup", ")", BUL_MARK_STAND_UP },
  { "(", "s-u", ")", BUL_MARK_STAND_UP },
  { "(", "st-up", ")", BUL_MARK_STAND_UP },
  { "(", "스탠드업", ")", BUL_MARK_STAND_UP },
  /* a picture that is read over: see reads_on () */
  { "(", "cg", ")", BUL_MARK_STAND_UP },
  { "(", "c/g", ")", BUL_MARK_STAND_UP },
  { "(", "c.g", ")", BUL_MARK_STAND_UP },
  { "(", "그래픽", ")", BUL_MARK_STAND_UP },
  { "(", "pip", ")", BUL_MARK_STAND_UP },
  { "[", "cg", "]", BUL_MARK_STAND_UP },
  { "[", "그래픽", "]", BUL_MARK_STAND_UP },
  { "◀", "cg", "▶", BUL_MARK_STAND_UP },
  { "<", "cg", ">", BUL_MARK_STAND_UP },
  { "", "cg", ")", BUL_MARK_STAND_UP },
  /* MBN */
  { "【", "앵커멘트", "】", BUL_MARK_ANCHOR },
  { "【", "앵커", "】", BUL_MARK_ANCHOR },
  { "【", "기자", "】", BUL_MARK_REPORTER },
  { "【", "리포트", "】", BUL_MARK_REPORT },
  { "【", "질문", "】", BUL_MARK_ANSWER },
  { "【", "답변", "】", BUL_MARK_ANSWER },
  { "【", "인터뷰", "】", BUL_MARK_BITE },
  { "▶", "인터뷰", ":", BUL_MARK_BITE },
  { "▶", "interview", ":", BUL_MARK_BITE },
  { "▶", "interview(☎)", ":", BUL_MARK_BITE },
  { "▶", "recording", ":", BUL_MARK_BITE },
  { "▶", "phoneinterview", ":", BUL_MARK_BITE },
  { "▶", "soundbite", ":", BUL_MARK_BITE },
  { "▶", "standup", ":", BUL_MARK_STAND_UP },
  { "▶", "standing", ":", BUL_MARK_STAND_UP },
  { "▶", "인터뷰(☎)", ":", BUL_MARK_BITE },
  { "▶", "인터뷰☎", ":", BUL_MARK_BITE },
  { "▶", "전화인터뷰", ":", BUL_MARK_BITE },
  { "▶", "녹취☎", ":", BUL_MARK_BITE },
  { "▶", "전화녹취", ":", BUL_MARK_BITE },
  { "▶", "녹취", ":", BUL_MARK_BITE },
  { "▶", "녹취(☎)", ":", BUL_MARK_BITE },
  { "▶", "싱크", ":", BUL_MARK_BITE },
  { "▶", "sync", ":", BUL_MARK_BITE },
  { "▶", "현장음", ":", BUL_MARK_BITE },
  { "▶", "스탠딩", ":", BUL_MARK_STAND_UP },
  { "▶", "스탠드업", ":", BUL_MARK_STAND_UP },
  /* KBC and other desk copy */
  { "", "남", ">", BUL_MARK_ANCHOR },
  { "", "여", ">", BUL_MARK_ANCHOR },
  { "", "앵커", ">", BUL_MARK_ANCHOR },
  { "", "anc", ">", BUL_MARK_ANCHOR },
  { "", "vcr", ">", BUL_MARK_REPORT },
  { "", "r", ")", BUL_MARK_REPORT },
  { "", "rep", ">", BUL_MARK_REPORT },
  { "", "기자", ">", BUL_MARK_REPORTER },
  { "", "int", ">", BUL_MARK_BITE },
  { "", "인터뷰", ">", BUL_MARK_BITE },
  { "", "syn", ">", BUL_MARK_BITE },
  { "", "sync", ">", BUL_MARK_BITE },
  { "", "st-up", ">", BUL_MARK_STAND_UP },
  { "", "싱크", ">", BUL_MARK_BITE },
  { "", "s/u", ">", BUL_MARK_STAND_UP },
  { "", "앵커멘트", ">", BUL_MARK_LEAD },
  { "", "아나운서", ">", BUL_MARK_ANCHOR },
  { "", "리포트", ">", BUL_MARK_REPORT },
  { "", "녹취", ">", BUL_MARK_BITE },
  { "", "전화인터뷰", ">", BUL_MARK_BITE },
  { "", "인터뷰(전화)", ">", BUL_MARK_BITE },
  { "", "전화녹취", ">", BUL_MARK_BITE },
  { "", "전화", ">", BUL_MARK_BITE },
  { "", "스탠딩", ">", BUL_MARK_STAND_UP },
  { "", "스탠드업", ">", BUL_MARK_STAND_UP },
  /* radio: a colon or half a bracket behind the word */
  { "", "앵커", ":", BUL_MARK_ANCHOR },
  { "", "앵커", ")", BUL_MARK_ANCHOR },
  { "", "앵커멘트", ":", BUL_MARK_LEAD },
  { "", "앵커멘트", ")", BUL_MARK_LEAD },
  { "", "리포트", ":", BUL_MARK_REPORT },
  { "", "리포트", ")", BUL_MARK_REPORT },
  { "", "기자", ":", BUL_MARK_REPORTER },
  { "", "기자", ")", BUL_MARK_REPORTER },
  /* KNN */
  { "{", "앵커", ":", BUL_MARK_ANCHOR },
  { "{", "앵커", "}", BUL_MARK_ANCHOR },
  { "{", "앵커멘트", "}", BUL_MARK_LEAD },
  { "{", "아나운서", "}", BUL_MARK_ANCHOR },
  { "{", "리포트", "}", BUL_MARK_REPORT },
  { "{", "기자", "}", BUL_MARK_REPORTER },
  { "{", "vcr", "}", BUL_MARK_REPORT },
  { "{", "인터뷰", "}", BUL_MARK_BITE },
  { "{", "녹취", "}", BUL_MARK_BITE },
  { "{", "standup", "}", BUL_MARK_STAND_UP },
  { "{", "스탠드업", "}", BUL_MARK_STAND_UP },
  { "{", "스탠딩", "}", BUL_MARK_STAND_UP },
  { "{", "스탠딩", ":", BUL_MARK_STAND_UP },
  { "{", "스탠드업", ":", BUL_MARK_STAND_UP },
  { "{", "standup", ":", BUL_MARK_STAND_UP },
  /* VOA */
  { "(", "(intro", "))", BUL_MARK_LEAD },
  { "(", "(anchor", "))", BUL_MARK_ANCHOR },
  { "(", "(narrator", "))", BUL_MARK_REPORT },
  /* KBS World Radio */
  { "", "anchor", ":", BUL_MARK_ANCHOR },
  { "", "report", ":", BUL_MARK_REPORT },
  /* rundowns of all houses */
  { "", "package", ":", BUL_MARK_REPORT },
  { "", "pkg", ":", BUL_MARK_REPORT },
  { "", "sot", ":", BUL_MARK_BITE },
  { "", "soundbite", ":", BUL_MARK_BITE },
  { "", "interview", ":", BUL_MARK_BITE },
  { "", "sync", ":", BUL_MARK_BITE },
  { "", "clip", ":", BUL_MARK_BITE },
  { "", "grab", ":", BUL_MARK_BITE },
  { "", "cut", ":", BUL_MARK_BITE },
  { "", "actuality", ":", BUL_MARK_BITE },
  { "", "voxpop", ":", BUL_MARK_BITE },
  { "", "voxpops", ":", BUL_MARK_BITE },
  { "", "vox", ":", BUL_MARK_BITE },
  { "", "cue", ":", BUL_MARK_LEAD },
  { "", "read", ":", BUL_MARK_LEAD },
  { "", "vt", ":", BUL_MARK_REPORT },
  { "", "ptc", ":", BUL_MARK_STAND_UP },
  { "", "인터뷰", ":", BUL_MARK_BITE },
  { "", "녹취", ":", BUL_MARK_BITE },
  { "", "싱크", ":", BUL_MARK_BITE },
  { "[", "sot", "]", BUL_MARK_BITE },
  { "[", "sync", "]", BUL_MARK_BITE },
  { "[", "syn", "]", BUL_MARK_BITE },
  { "[", "int", "]", BUL_MARK_BITE },
  { "[", "act", "]", BUL_MARK_BITE },
  { "[", "통화", "]", BUL_MARK_BITE },
  { "[", "전화", "]", BUL_MARK_BITE },
  { "[", "시민인터뷰", "]", BUL_MARK_BITE },
  { "<", "sync", ">", BUL_MARK_BITE },
  { "<", "syn", ">", BUL_MARK_BITE },
  { "<", "int", ">", BUL_MARK_BITE },
  { "<", "통화", ">", BUL_MARK_BITE },
  { "(", "sync", ")", BUL_MARK_BITE },
  { "(", "sot", ")", BUL_MARK_BITE },
  /* lists of shots: the language stands in brackets behind it */
  { "", "soundbite", "", BUL_MARK_BITE },
  { "(", "soundbite", ")", BUL_MARK_BITE },
  { "", "shotlist", ":", BUL_MARK_SHOTS },
  { "", "shots", ":", BUL_MARK_SHOTS },
  { "", "shows", ":", BUL_MARK_SHOTS },
  { "", "storyline", ":", BUL_MARK_STORY },
  { "", "story", ":", BUL_MARK_STORY },
};

/* Brackets that look alike; the first of a row is the one in the table of marks. */
static const char *const alike[][5] = {
  { "[", "［", "〔", NULL },
  { "]", "］", "〕", NULL },
  { "<", "＜", "〈", "《", NULL },
  { ">", "＞", "〉", "》", NULL },
  { "◀", "◁", "◄", NULL },
  { "▶", "▷", "►", NULL },
  { "【", "〖", NULL },
  { "】", "〗", NULL },
  { "⊙", "◎", "◉", "●", NULL },
  { ":", "：", NULL },
  { "(", "（", NULL },
  { ")", "）", NULL },
  { "{", "｛", NULL },
  { "}", "｝", NULL },
};

/* Whether two signs of the tables are the same: they are one character, or none. */
static gboolean
same_sign (const char *a, const char *b)
{
  return a[0] == b[0] && (a[0] == '\0' || (a[1] == b[1] && (a[1] == '\0' || a[2] == b[2])));
}

/* Bytes of @sign at the start of @slice, in whichever of its widths; 0 where it is not there. */
static gsize
sign_length (BulSlice slice, const char *sign)
{
  if (bul_slice_starts (slice, sign))
    return strlen (sign);
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    for (guint j = 1; same_sign (alike[i][0], sign) && alike[i][j] != NULL; j++)
      if (bul_slice_starts (slice, alike[i][j]))
        return strlen (alike[i][j]);
  return 0;
}

/* Marks of two words; any other that holds a blank was torn. */
static const char *const two_words[]
    = { "anchor lead",   "앵커 멘트",   "sound bite", "전화 인터뷰",     "전화 녹취",
        "취재 기자",     "기상 캐스터", "stand up",   "스탠드 업",       "인터뷰 (☎)",
        "녹취 (☎)",      "vox pop",     "vox pops",   "phone interview", "anchor brief",
        "anchor on cam", "anchor vo",   "anchor tag", "on cam",          "take pkg",
        "in vision",     "back anno",   "전화 int",   "shot list",       "phone recording",
        "interview (☎)" };

static gboolean
is_torn (BulSlice inside)
{
  BulSlice words = bul_slice_trim (inside);

  if (bul_slice_find (words, " ") == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (two_words); i++)
    if (words.length == strlen (two_words[i])
        && g_ascii_strncasecmp (words.start, two_words[i], words.length) == 0)
      return FALSE;
  return TRUE;
}

/* Takes @word from @slice, blanks left out and Latin letters of either case. */
static gboolean
take_word (BulSlice *slice, const char *word)
{
  const char *p = slice->start;
  const char *end = p + slice->length;

  while (*word != '\0')
    {
      while (p < end && *p == ' ')
        p++;
      if (p == end || g_ascii_tolower (*p) != *word)
        return FALSE;
      p++;
      word++;
    }
  while (p < end && *p == ' ')
    p++;
  *slice = bul_slice (p, end);
  return TRUE;
}

/* “질문 2-1” */
static void
skip_number (BulSlice *slice)
{
  const char *p = slice->start;

  while (p < slice->start + slice->length && (g_ascii_isdigit (*p) || *p == '-' || *p == ' '))
    p++;
  *slice = bul_slice (p, slice->start + slice->length);
}

/* `SOUNDBITE (English) Name, title: words` */
static gboolean
starts_shot (BulSlice line)
{
  return bul_slice_starts (line, "SOUNDBITE (");
}

/* Reads the mark of @marker, whose opening sign takes @opening bytes of @line and which ends with
 * @close. */
static gboolean
matches (const BulMarker *marker, BulSlice line, gsize opening, const char *close, BulMark *mark)
{
  BulSlice rest = bul_slice (line.start + opening, line.start + line.length);
  BulSlice inside = rest;
  gsize closing;

  if (!take_word (&rest, marker->word))
    return FALSE;
  inside = bul_slice (inside.start, rest.start);
  /* “질문 2-1”, “CUT 2:” */
  if (marker->role == BUL_MARK_ANSWER || strcmp (marker->word, "cut") == 0
      || strcmp (marker->word, "clip") == 0 || strcmp (marker->word, "cg") == 0)
    skip_number (&rest);
  closing = sign_length (rest, close);
  if (closing == 0 && (*close != '\0' || !starts_shot (line)))
    return FALSE;
  mark->marker = marker;
  mark->stretch = bul_slice_trim (bul_slice (line.start, rest.start + closing));
  mark->is_damaged = marker->role != BUL_MARK_ANSWER && is_torn (inside);
  /* “Shows: …” and “Read: …” may begin any line of words. */
  return (marker->role < BUL_MARK_SHOTS && strcmp (marker->word, "read") != 0)
         || mark->stretch.length == line.length;
}

/* The sign that @line opens with, as the table of marks has it; empty where it opens with none. */
static const char *
find_opening (BulSlice line, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    for (guint j = 0; alike[i][j] != NULL; j++)
      if (bul_slice_starts (line, alike[i][j]))
        {
          *length = strlen (alike[i][j]);
          return alike[i][0];
        }
  *length = 0;
  return "";
}

/* Marks that name who speaks: `신은경 앵커 :`, `⊙홍길동 기자:`. */
static const BulMarker named[] = {
  { "", "앵커", ":", BUL_MARK_ANCHOR },
  { "", "아나운서", ":", BUL_MARK_ANCHOR },
  { "", "기자", ":", BUL_MARK_REPORTER },
  { "", "특파원", ":", BUL_MARK_REPORTER },
};

/* A name of Hangul, a role and a colon. */
static BulMark
find_named (BulSlice head, gsize opening)
{
  BulMark mark = { NULL };
  BulSlice rest = bul_slice_trim (bul_slice (head.start + opening, head.start + head.length));
  const char *colon = memchr (rest.start, ':', rest.length);
  BulSlice label = colon == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (rest.start, colon));

  for (guint i = 0; label.length > 0 && i < G_N_ELEMENTS (named); i++)
    {
      BulSlice name;

      if (!bul_slice_ends (label, named[i].word))
        continue;
      name = bul_slice_trim (
          bul_slice (label.start, label.start + label.length - strlen (named[i].word)));
      if (!bul_naming_is_reporter_name (name))
        continue;
      mark.marker = &named[i];
      mark.stretch = bul_slice (head.start, colon + 1);
      return mark;
    }
  return mark;
}

/* Which bytes a mark may begin with; most lines begin otherwise. */
static const guchar first_bytes[] = { '[', '<', '(', '{', 0xe2, 0xe3, 0xef, 'v', 'V', 'r', 'R', 'a',
                                      'A', 'i', 'I', 's', 'S',  'p',  'P',  'c', 'C', 'g', 'G' };

/* A mark without a bracket before it: its sign stands near. */
static gboolean
may_be_bare (BulSlice line)
{
  gsize near = MIN (line.length, 16);

  return memchr (line.start, '>', near) != NULL || memchr (line.start, ')', near) != NULL
         || memchr (line.start, ':', near) != NULL || starts_shot (line);
}

static gboolean
may_begin (BulSlice line)
{
  guchar first = line.length == 0 ? 0 : line.start[0];

  if (first == 0)
    return FALSE;
  if (memchr (first_bytes, first, sizeof first_bytes) != NULL)
    return !g_ascii_isalpha (first) || may_be_bare (line);
  return first >= 0xea && first <= 0xed
         && (memchr (line.start, '>', MIN (line.length, 24)) != NULL
             || memchr (line.start, ')', MIN (line.length, 16)) != NULL
             || memchr (line.start, ':', MIN (line.length, 40)) != NULL);
}

/* Round ones last: words stand in them, too. */
static const char *const brackets[][2]
    = { { "[", "]" }, { "<", ">" }, { "◀", "▶" }, { "【", "】" }, { "{", "}" }, { "(", ")" } };
#define N_OF_MARKS (G_N_ELEMENTS (brackets) - 1)

static gboolean
is_bracket (const char *open)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (same_sign (brackets[i][0], open))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): what closes a mark of any house that begins with @open. */
static const char *
close_of (const char *open)
{
  for (guint i = 0; i < N_OF_MARKS; i++)
    if (same_sign (brackets[i][0], open))
      return brackets[i][1];
  return NULL;
}

/* Whether brackets stand around its word: a house that has others puts the same words in them. */
static gboolean
is_paired (const BulMarker *marker)
{
  const char *close = close_of (marker->open);

  return close != NULL && same_sign (close, marker->close) && strlen (marker->word) > 2;
}

/* Whether @rest is one closing bracket of any shape, or nothing at all. */
static gboolean
is_any_close (BulSlice rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      gsize length = sign_length (rest, brackets[i][1]);

      if (length > 0)
        return length == rest.length;
    }
  return rest.length == 0;
}

/* `[앵커)`, `[Report`, `<Anchor>`: the word of a section alone in brackets that do not match, or
 * that are another house's. */
static BulMark
find_odd_brackets (BulSlice line, const char *open, gsize opening)
{
  BulMark mark = { NULL };

  if (line.length > LONGEST_MARK / 2 || !is_bracket (open))
    return mark;
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      BulSlice rest = bul_slice (line.start + opening, line.start + line.length);

      if (markers[i].role >= BUL_MARK_ANSWER || (*open == '(' && strlen (markers[i].word) < 5)
          || !is_bracket (markers[i].open) || !take_word (&rest, markers[i].word)
          || !is_any_close (rest))
        continue;
      mark.marker = &markers[i];
      mark.stretch = line;
      mark.is_damaged = TRUE;
      return mark;
    }
  return mark;
}

/* The first two bytes of @inside that are no blanks, as words of the table begin. */
static void
begin (BulSlice inside, char bytes[2])
{
  guint n = 0;

  bytes[0] = bytes[1] = '\0';
  for (gsize i = 0; i < inside.length && n < 2; i++)
    if (inside.start[i] != ' ')
      bytes[n++] = g_ascii_tolower (inside.start[i]);
}

/* What closes a mark of @marker that begins with @open, where it can begin so. */
static const char *
find_close (const BulMarker *marker, const char *open, gboolean of_others)
{
  if (same_sign (marker->open, open))
    return of_others ? NULL : marker->close;
  return of_others && is_paired (marker) ? close_of (open) : NULL;
}

/* Finds the mark that @head begins with, whose opening sign takes @opening bytes. */
static gboolean
find_row (BulSlice head, const char *open, gsize opening, gboolean of_others, BulMark *mark)
{
  static BulBeginnings beginnings;
  char bytes[2];

  bul_beginnings_learn (&beginnings, &markers[0].word, sizeof markers[0], G_N_ELEMENTS (markers));
  begin (bul_slice (head.start + opening, bul_slice_end (head)), bytes);
  /* A word of one letter begins with it and nothing more. */
  for (guint pass = 0; pass < 2; pass++, bytes[1] = '\0')
    for (guint i = bul_beginnings_first (&beginnings, (BulSlice){ bytes, 2 }); i > 0;
         i = beginnings.next[i])
      {
        const BulMarker *marker = &markers[i - 1];
        const char *close = find_close (marker, open, of_others);

        if (close != NULL && matches (marker, head, opening, close, mark))
          return TRUE;
      }
  return FALSE;
}

/* `3. SOUNDBITE (Korean) …`, `3. (SOUNDBITE) …`: lists of shots are numbered. */
static BulSlice
behind_number (BulSlice line)
{
  gsize i = 0;
  BulSlice rest;

  while (i < line.length && i < 3 && g_ascii_isdigit (line.start[i]))
    i++;
  if (i == 0 || i + 2 >= line.length || line.start[i] != '.')
    return line;
  rest = bul_slice_trim (bul_slice (line.start + i + 1, bul_slice_end (line)));
  return starts_shot (rest) || bul_slice_starts (rest, "(SOUNDBITE)") ? rest : line;
}

/* `(CG) 작년보다 줄었습니다.`: where the words are a sentence, they are read while the picture
 * stands; where they are not, they stand in the picture. */
static gboolean
reads_on (BulSlice line, const BulMark *mark)
{
  static const char *const pictures[] = { "cg", "c/g", "c.g", "그래픽", "pip" };
  static const char *const ends[] = { "다.", "요." };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (g_str_equal (mark->marker->word, pictures[i]))
      return bul_slice_ends_any (line, ends, G_N_ELEMENTS (ends));
  return TRUE;
}

/* `[KBS 전주] [앵커]`: a house’s station, before the mark. */
static BulSlice
behind_station (BulSlice line)
{
  const char *close = line.length == 0 || line.start[0] != '['
                          ? NULL
                          : memchr (line.start, ']', MIN (line.length, LONGEST_MARK));
  BulSlice rest;
  gsize capitals = 0;

  if (close == NULL)
    return line;
  while (g_ascii_isupper (line.start[1 + capitals]))
    capitals++;
  rest = bul_slice_trim (bul_slice (close + 1, bul_slice_end (line)));
  return capitals >= 2 && line.start[1 + capitals] == ' ' && (guchar) close[-1] >= 0x80
                 && rest.length > 0 && (rest.start[0] == '[' || rest.start[0] == '<')
             ? rest
             : line;
}

BulMark
bul_markers_find (BulSlice line)
{
  BulMark mark = { NULL };
  BulSlice head;
  const char *start = line.start;
  const char *open;
  gsize opening;

  line = behind_station (behind_number (line));
  if (!may_begin (line))
    return mark;
  head = bul_slice (line.start, line.start + MIN (line.length, LONGEST_MARK));
  open = find_opening (head, &opening);
  if (find_row (head, open, opening, FALSE, &mark)
      || (close_of (open) != NULL && find_row (head, open, opening, TRUE, &mark)))
    {
      mark.stretch = bul_slice (start, bul_slice_end (mark.stretch));
      if (!reads_on (line, &mark))
        mark.marker = NULL;
      return mark;
    }
  return *open == '\0' || same_sign (open, "⊙") ? find_named (head, opening)
                                                : find_odd_brackets (line, open, opening);
}

BulSlice
bul_markers_skip (BulSlice line)
{
  BulMark mark = bul_markers_find (line);

  if (mark.marker == NULL)
    return line;
  return bul_slice_trim (
      bul_slice (mark.stretch.start + mark.stretch.length, line.start + line.length));
}

const char *
bul_markers_translate (BulSlice line, gboolean to_korean)
{
  static const struct
  {
    BulMarkRole role;
    const char *korean;
    const char *english;
  } commonest[] = {
    { BUL_MARK_ANCHOR, "[앵커]", "[Anchor]" },
    { BUL_MARK_LEAD, "[앵커]", "[Anchor]" },
    { BUL_MARK_REPORT, "[리포트]", "[Report]" },
    { BUL_MARK_REPORTER, "[기자]", "[Reporter]" },
  };
  BulMark mark;

  line = bul_slice_trim (line);
  mark = bul_markers_find (line);
  if (mark.marker == NULL || mark.stretch.length < line.length)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (commonest); i++)
    if (commonest[i].role == mark.marker->role)
      return to_korean ? commonest[i].korean : commonest[i].english;
  return NULL;
}
