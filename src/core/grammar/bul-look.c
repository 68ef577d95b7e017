/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-look.h"

#include <string.h>

#include "bul-credits.h"
#include "bul-cue.h"
#include "bul-furniture.h"
#include "bul-introduction-private.h"
#include "bul-mojibake.h"
#include "bul-naming.h"
#include "bul-programme.h"
#include "bul-question-private.h"
#include "bul-relay.h"
#include "bul-rundown-field.h"
#include "bul-stamp-reading.h"
#include "bul-transcript.h"
#include "bul-who-line-private.h"

/* A headline is never longer, in bytes. */
#define LONGEST_HEADLINE 240

/* Nor is the name of a programme that is in no list. */
#define LONGEST_PROGRAMME 48

/* Nor are credits without a separator. */
#define LONGEST_BYLINE 96

/* Nor what captions say is heard. */
#define LONGEST_SOUND 32

/* How many characters of a line tell it from others: blanks and signs do not count, and of Latin
 * letters it takes two where one syllable of Hangul will do. */
#define MANY_CHARACTERS 44
#define FEW_CHARACTERS 20

/* Which bytes occur in a line; most of what a line may be needs one that it does not have. */
typedef struct
{
  guint64 ascii[2];
  gboolean has_signs; /* beyond ASCII and Hangul */
} Bytes;

static Bytes
survey (BulSlice line)
{
  Bytes bytes = { { 0, 0 }, FALSE };

  for (gsize i = 0; i < line.length; i++)
    {
      guchar c = line.start[i];

      if (c < 0x80)
        bytes.ascii[c >> 6] |= G_GUINT64_CONSTANT (1) << (c & 63);
      else if (c >= 0xea && c <= 0xed)
        i += 2; /* a syllable has three bytes */
      else
        bytes.has_signs |= c >= 0xc2;
    }
  return bytes;
}

static gboolean
has_byte (const Bytes *bytes, guchar c)
{
  return (bytes->ascii[c >> 6] >> (c & 63) & 1) != 0;
}

static gboolean
has_digit (const Bytes *bytes)
{
  return (bytes->ascii[0] & G_GUINT64_CONSTANT (0x03ff000000000000)) != 0;
}

static gboolean
ends_sentence (BulSlice line)
{
  static const char *const ends[]
      = { ".\"", ".”", "!\"", "?\"", "!”", "?”", ".)", ".'", ".’", "．", "。" };
  char last = line.length == 0 ? '\0' : bul_slice_end (line)[-1];

  if (last == '.')
    return !bul_slice_ends (line, "...") && !bul_slice_ends (line, "..");
  if (last == '!' || last == '?')
    return TRUE;
  return bul_slice_ends_any (line, ends, G_N_ELEMENTS (ends));
}

static gboolean
is_capitals (BulSlice line)
{
  guint capitals = 0;

  for (gsize i = 0; i < line.length; i++)
    {
      guchar c = line.start[i];

      if (g_ascii_islower (c) || (c >= 0xea && c <= 0xed))
        return FALSE;
      capitals += g_ascii_isupper (c);
    }
  return capitals >= 4;
}

/* “BELL TOLLS”; what is said may stand in capitals too, but has its stops. */
static gboolean
is_sound (BulSlice line)
{
  guint n_words = 0;

  if (line.length > LONGEST_SOUND)
    return FALSE;
  for (gsize i = 0; i < line.length; i++)
    if (!g_ascii_isupper (line.start[i]) && strchr (" '-", line.start[i]) == NULL)
      return FALSE;
  while (line.length > 0 && bul_slice_take_word (&line).length > 0)
    n_words++;
  return n_words <= 4;
}

/* “네, 저는 지금 …”, “Yes, I am at …” */
static gboolean
answers (BulSlice line)
{
  static const char *const openings[]
      = { "네, ", "네. ", "예, ", "Yes, ", "No, ", "Yeah, ", "That's right, ", "That’s right, " };

  return bul_slice_starts_any (line, openings, G_N_ELEMENTS (openings));
}

/* `3. words`, `3) words`; @rest: (out): the words. */
static gboolean
is_numbered (BulSlice line, BulSlice *rest)
{
  gsize i = 0;

  while (i < line.length && i < 3 && g_ascii_isdigit (line.start[i]))
    i++;
  if (i == 0 || i + 1 >= line.length || (line.start[i] != '.' && line.start[i] != ')'))
    return FALSE;
  if (g_ascii_isdigit (line.start[i + 1]))
    return FALSE;
  *rest = bul_slice_trim (bul_slice (line.start + i + 1, bul_slice_end (line)));
  return rest->length > 0;
}

/* How many bytes the character at @at has, within @length; those of Hangul first, as most are. */
static gsize
char_length (const char *at, gsize length)
{
  guchar c = *at;

  if (c >= 0xe0 && c < 0xf0)
    return MIN (3u, length);
  return MIN (c < 0xc0 ? 1u : c < 0xe0 ? 2u : 4u, length);
}

/* Whether @at begins a character that counts when lines are compared. */
static gboolean
counts (const char *at)
{
  guchar c = *at;

  if (c < 0x80)
    return g_ascii_isalnum (c);
  /* quotation marks, dashes and dots, U+2000 to U+206F */
  return !(c == 0xe2 && (guchar) at[1] <= 0x81);
}

/* FNV-1a over the first characters of @words, each taken at once and not by its bytes. */
static void
set_beginning (BulLook *look, BulSlice words)
{
  guint32 hash = 2166136261u;
  guint n = 0;
  gsize length;

  for (gsize i = 0; i < words.length && look->begins == 0; i += length)
    {
      const char *at = words.start + i;
      guint32 character = 0;

      length = char_length (at, words.length - i);
      if (!counts (at))
        continue;
      for (gsize j = 0; j < length; j++)
        character = character << 8 | (guchar) at[j];
      hash = (hash ^ character) * 16777619u;
      n += (guchar) *at < 0x80 ? 1 : 2;
      if (n >= FEW_CHARACTERS && look->starts == 0)
        look->starts = hash | 1;
      if (n >= MANY_CHARACTERS)
        look->begins = hash | 1;
    }
}

static gboolean
is_notices (BulSlice line)
{
  static const char *const between[] = { "·", "ㆍ", "・", "•", "‧", "/" };

  return line.length < 24 && bul_slice_take (&line, "공지") && bul_slice_take_end (&line, "정정")
         && bul_slice_is_any (bul_slice_trim (line), between, G_N_ELEMENTS (between));
}

static gboolean
starts_quote (BulSlice line)
{
  if (bul_slice_starts (line, "-"))
    line = bul_slice_trim (bul_slice (line.start + 1, bul_slice_end (line)));
  return bul_slice_starts_quote (line) > 0;
}

/* “X 기자가 돌아봤습니다.” */
static gboolean
is_made (BulSlice line)
{
  static const char *const ends[] = { "봤습니다", "했습니다", "왔습니다", "났습니다",
                                      "췄습니다", "폈습니다", "렸습니다", "봤는데요" };

  bul_slice_take_end (&line, ".");
  return bul_slice_ends_any (line, ends, G_N_ELEMENTS (ends))
         && bul_slice_find (line, "기자가 ") != NULL;
}

/* “X 기자!”, “X 기자, 전해주시죠.”, “X 기자 연결합니다.” */
static gboolean
is_call (BulSlice line)
{
  static const char *const words[]
      = { "연결", "불러", "나와 있", "나가 있", "나와있", "나가있", "시죠", "십시오" };

  if (bul_slice_ends (line, "!") || bul_slice_ends (line, "?"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (bul_slice_find (line, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* “X 기자의 보도 먼저 보시고 …”, “X 기자의 리포트 보고 …”: what follows was made before, whoever
 * talks about it then. */
static gboolean
is_taped (BulSlice line)
{
  static const char *const words[]
      = { "보도 먼저",     "리포트 먼저", "보도 보고",     "리포트 보고", "보도를 먼저",
          "리포트를 먼저", "보도 보시고", "리포트 보시고", "보도합니다" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (bul_slice_find (line, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
look_at_relay (BulLook *look, BulSlice line)
{
  BulRelay relay;

  if (!bul_relay_read (line, &relay))
    return;
  look->flags |= BUL_LOOK_RELAY;
  if (relay.broadcaster.length > 0)
    look->flags |= BUL_LOOK_HOUSE;
  if (relay.passes)
    look->flags |= BUL_LOOK_PASSES | (is_taped (line) ? BUL_LOOK_TAPED : 0)
                   | (is_made (line) ? BUL_LOOK_MADE : 0) | (is_call (line) ? BUL_LOOK_CALLS : 0);
  if (relay.is_weak)
    look->flags |= BUL_LOOK_WEAK;
  if (relay.closes)
    look->flags |= BUL_LOOK_CLOSES;
  if (relay.is_damaged)
    look->finding = "signoff-damaged";
  look->name = bul_introduction_hash (relay.reporter);
}

static void
look_at_mark (BulLook *look, const BulMark *mark, BulSlice line)
{
  BulSlice words = bul_slice_trim (bul_slice (bul_slice_end (mark->stretch), bul_slice_end (line)));

  look->sort = BUL_LOOK_MARK;
  look->role = mark->marker->role;
  if (words.length == 0)
    look->flags |= BUL_LOOK_ALONE;
  if (mark->is_damaged)
    look->finding = "marker-damaged";
  /* “▶ 스탠딩 : 이름 / 기자”: who, and the words on the next line */
  if (look->role == BUL_MARK_STAND_UP && bul_slice_ends (mark->stretch, ":")
      && !ends_sentence (words))
    look->flags |= BUL_LOOK_JOINS;
  if (bul_slice_ends (mark->stretch, ":"))
    look->flags |= BUL_LOOK_RESUMES;
  if (g_ascii_isalpha (line.start[0]))
    look->flags |= BUL_LOOK_LATIN;
  /* “이름 앵커 :”, alone: whose mark it is */
  if (words.length > 0)
    look_at_relay (look, words);
  else if (bul_look_has (look, BUL_LOOK_RESUMES))
    look->name = bul_introduction_hash (mark->stretch);
  set_beginning (look, words);
}

static void
look_at_bite (BulLook *look, BulAttributionSort sort, const BulAttribution *bite)
{
  static const char *const reporters[] = { "기자", "특파원", "캐스터", "기상캐스터" };

  look->sort = sort == BUL_ATTRIBUTION_BITE    ? BUL_LOOK_BITE
               : sort == BUL_ATTRIBUTION_LABEL ? BUL_LOOK_LABEL
               : sort == BUL_ATTRIBUTION_TURN  ? BUL_LOOK_TURN
                                               : BUL_LOOK_NAME;
  if (bite->bracket_open)
    look->flags |= BUL_LOOK_OPEN;
  if (bite->quote_open)
    look->flags |= BUL_LOOK_QUOTE_OPEN;
  if (bite->quote.length == 0)
    look->flags |= BUL_LOOK_WORDLESS;
  if (bite->n_names > 0 && bite->names[0].length > 0)
    look->flags |= BUL_LOOK_NAMED;
  if (bite->marker.length > 0)
    look->flags |= BUL_LOOK_MARKED;
  if (bite->n_details > 0)
    look->flags |= BUL_LOOK_DETAILED;
  /* `VOX POP: words` */
  if (bite->marker.length > 0 && bul_slice_ends (bite->marker, ":")
      && g_ascii_isupper (bite->marker.start[0]))
    look->flags |= BUL_LOOK_RESUMES;
  if (bite->n_names == 1 && bite->n_details == 0
      && bul_slice_is_any (bite->title, reporters, G_N_ELEMENTS (reporters)))
    look->flags |= BUL_LOOK_REPORTER;
  /* “이름 (직함) :”, with the words on the next line */
  if (sort == BUL_ATTRIBUTION_LABEL && bul_slice_ends (bite->attribution, ":"))
    look->flags |= BUL_LOOK_JOINS;
  if (bite->quote.length > 0
      && bul_slice_starts_quote (bul_slice (bite->quote.start - 1, bul_slice_end (bite->quote)))
             > 0)
    look->flags |= BUL_LOOK_SPEAKS;
}

static gboolean
look_at_brackets (BulLook *look, BulSlice line, const BulMark *mark)
{
  BulAttribution bite;
  BulAttributionSort sort = bul_attribution_read (line, &bite);

  if (sort == BUL_ATTRIBUTION_NONE)
    return FALSE;
  look_at_bite (look, sort, &bite);
  if (mark->is_damaged)
    look->finding = "marker-damaged";
  set_beginning (look, line);
  return TRUE;
}

static gboolean
look_at_voice (BulLook *look, BulSlice line)
{
  BulAttribution turn;
  BulTranscript sort = bul_transcript_read (line, &turn);

  if (sort == BUL_TRANSCRIPT_NONE)
    return FALSE;
  look->sort = BUL_LOOK_VOICE;
  if (sort == BUL_TRANSCRIPT_MIXED)
    look->flags |= BUL_LOOK_MIXED;
  if (sort == BUL_TRANSCRIPT_CAPTION)
    look->flags |= BUL_LOOK_CAPTION;
  if (turn.quote.length == 0)
    look->flags |= BUL_LOOK_ALONE;
  if (is_capitals (turn.quote))
    look->flags |= BUL_LOOK_SHOUTED;
  if (turn.n_names > 0
      && (bul_slice_ends (turn.title, "BYLINE") || bul_slice_ends (turn.title, "CORRESPONDENT")
          || bul_slice_ends (turn.title, "REPORTER")))
    look->name = bul_introduction_hash (turn.names[0]);
  set_beginning (look, turn.quote);
  return TRUE;
}

static gboolean
look_at_stamp (BulLook *look, BulSlice line)
{
  BulStampReading readings[1];
  BulSlice rest;

  if (bul_stamp_reading_read (line, readings, 1, &rest) == 0)
    return FALSE;
  look->sort = BUL_LOOK_STAMP;
  if (readings[0].is_bare)
    look->flags |= BUL_LOOK_BARE;
  return TRUE;
}

static gboolean
is_stamp (BulSlice line)
{
  BulStampReading reading;
  BulSlice rest;

  return bul_stamp_reading_read (line, &reading, 1, &rest) > 0 && !reading.is_bare;
}

/* “뉴스나우”, “CNN Bright Morning”: how programmes are named that are in no list. */
static gboolean
names_programme (BulSlice line)
{
  static const char *const others[]
      = { "다", "요", "홈", "제보", "보기", "목록", "속보", "편집", "영상", "기사", "검색", "앱" };
  guint n_words = 0;

  if (line.length > 40 || bul_slice_ends (line, "."))
    return FALSE;
  if (bul_slice_starts (line, "뉴스"))
    {
      if (bul_slice_ends_any (line, others, G_N_ELEMENTS (others)))
        return FALSE;
      return line.length > 6 && line.length <= 18 && memchr (line.start, ' ', line.length) == NULL;
    }
  if (!bul_slice_starts (line, "CNN "))
    return FALSE;
  while (line.length > 0)
    if (!g_ascii_isupper (bul_slice_take_word (&line).start[0]) || ++n_words > 5)
      return FALSE;
  return n_words >= 2;
}

/* “앵커: 온정필,하세라”: who reads, on pages of the nineties. */
static gboolean
names_anchors (BulSlice line)
{
  BulSlice rest = line;
  guint n = 0;

  if (line.length > 60 || !bul_slice_take (&rest, "앵커") || !bul_slice_take (&rest, ":"))
    return FALSE;
  while (rest.length > 0)
    {
      BulSlice name = rest;

      if (!bul_slice_split (rest, ",", &name, &rest))
        rest = BUL_SLICE_NONE;
      if (!bul_naming_is_reporter_name (name) || bul_slice_count_hangul (name) > 4 || ++n > 4)
        return FALSE;
    }
  return n > 0;
}

/* `SLUG: LIBRARY ROOF 5P`, “뉴스 9”, “[뉴스투데이]”, “■ 방송 : 뉴스라이더 (08:00~09:30)” */
static gboolean
is_programme (BulSlice line)
{
  BulSlice value;

  if (bul_slice_starts (line, "[") && bul_slice_ends (line, "]"))
    line = bul_slice_trim (bul_slice (line.start + 1, bul_slice_end (line) - 1));
  return bul_rundown_field_read (line, &value) != BUL_RUNDOWN_NONE
         || bul_slice_starts (line, "YTN라디오 ")
         || bul_programme_is_labelled (line.start, line.length) || names_programme (line)
         || names_anchors (line)
         || ((bul_slice_starts (line, "Heard on ") || bul_slice_starts (line, "HEARD ON ")
              || bul_slice_starts (line, "The NewsHour with "))
             && line.length <= LONGEST_BYLINE)
         || bul_programme_find (line.start, line.length) != NULL
         || bul_programme_is_house (line.start, line.length);
}

/* `[뉴스큐] "…"`, `[단독] …`: what a title begins with, and nobody who speaks. */
static gboolean
starts_title (BulSlice line)
{
  static const char *const tags[]
      = { "단독",       "속보",         "현장영상",     "자막뉴스",    "앵커리포트", "팩트체크",
          "취재파일",   "이슈",         "이슈체크",     "여론조사",    "날씨",       "날씨예보",
          "영상",       "현장연결",     "집중취재",     "탐사보도",    "기획",       "기획보도",
          "연속기획",   "심층취재",     "뉴스초점",     "뉴스포커스",  "뉴스해설",   "뉴스픽",
          "경제브리핑", "글로벌브리핑", "굿모닝브리핑", "친절한 뉴스", "더뉴스",     "밀착카메라",
          "현장카메라", "리포트",       "르포",         "사건추적",    "Exclusive",  "EXCLUSIVE",
          "Breaking",   "BREAKING",     "Feature" };
  const char *close = bul_slice_find (line, "]");
  BulSlice tag;

  if (line.start[0] != '[' || close == NULL || close + 1 == bul_slice_end (line))
    return FALSE;
  tag = bul_slice_trim (bul_slice (line.start + 1, close));
  if (bul_slice_is_any (tag, tags, G_N_ELEMENTS (tags)))
    return TRUE;
  return bul_programme_find (tag.start, tag.length) != NULL;
}

/* “Title: words”, “제목 : words” */
static gboolean
is_title (BulSlice line)
{
  static const char *const labels[] = { "Title", "TITLE", "제목" };

  return bul_slice_take_any (&line, labels, G_N_ELEMENTS (labels)) && bul_slice_take (&line, ":")
         && line.length > 0;
}

/* What belongs to the page and not to the words of the script. */
static gboolean
look_at_page (BulLook *look, BulSlice line, const Bytes *bytes)
{
  BulFurniture furniture = bul_furniture_find (line);
  char date[11];
  BulSlice rest;

  if (is_notices (line))
    look->sort = BUL_LOOK_NOTICES;
  else if (furniture != BUL_FURNITURE_NONE)
    {
      look->sort = BUL_LOOK_FURNITURE;
      if (furniture == BUL_FURNITURE_TAIL)
        look->flags |= BUL_LOOK_AFTER;
    }
  else if (bul_slice_starts (line, "date ") && bul_stamp_reading_read_header (line, date, &rest))
    look->sort = BUL_LOOK_HEADER;
  else if (is_title (line))
    look->sort = BUL_LOOK_TITLE;
  else if (!has_digit (bytes) || !look_at_stamp (look, line))
    {
      if (!is_programme (line)
          && !(has_digit (bytes) && bul_stamp_reading_read_dated (line, date, &rest)))
        return FALSE;
      look->sort = BUL_LOOK_PROGRAMME;
    }
  return TRUE;
}

static gboolean
look_at_instructions (BulLook *look, BulSlice line, const Bytes *bytes)
{
  static const char *const bylines[] = { "By ", "Hosted by ", "Presented by " };
  static const char *const openings[] = { "By", "By —", "By –", "By -" };
  BulCue cue = bul_cue_find (line);
  BulCreditsSort credits;

  if (cue == BUL_CUE_CERTAIN)
    {
      look->sort = BUL_LOOK_CUE;
      return TRUE;
    }
  if (cue == BUL_CUE_IN_TRANSCRIPT)
    look->flags |= BUL_LOOK_REMARK;
  /* The name stands on the next line. */
  if (bul_slice_is_any (line, openings, G_N_ELEMENTS (openings)))
    {
      look->sort = BUL_LOOK_CREDITS;
      look->flags |= BUL_LOOK_BYLINE | BUL_LOOK_JOINS;
      return TRUE;
    }
  if (!bytes->has_signs && !has_byte (bytes, ':') && !has_byte (bytes, '|')
      && strchr ("[(", line.start[0]) == NULL
      && !(line.length <= LONGEST_BYLINE
           && bul_slice_starts_any (line, bylines, G_N_ELEMENTS (bylines)))
      && (line.length > LONGEST_BYLINE || (guchar) line.start[0] < 0xea))
    return FALSE;
  credits = bul_credits_read (line, NULL, NULL);
  if (credits == BUL_CREDITS_NONE)
    return FALSE;
  look->sort = BUL_LOOK_CREDITS;
  look->flags |= credits == BUL_CREDITS_HOSTS    ? BUL_LOOK_HOSTS
                 : credits == BUL_CREDITS_BYLINE ? BUL_LOOK_BYLINE
                                                 : BUL_LOOK_AFTER;
  return TRUE;
}

/* A second mark inside a line: words were glued together. */
static gboolean
has_glued_mark (BulSlice line)
{
  static const char *const glued[]
      = { ".Report: ", ".Anchor: ", ".\"Report: ", "[Sound bite:", " Report: ", "[Sound Bite:" };

  for (guint i = 0; i < G_N_ELEMENTS (glued); i++)
    if (line.length > 20
        && bul_slice_find (bul_slice (line.start + 1, bul_slice_end (line)), glued[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
look_at_words (BulLook *look, BulSlice line)
{
  BulSlice words = line;
  BulSlice rest;

  if (is_numbered (line, &rest))
    {
      look->flags |= BUL_LOOK_NUMBERED;
      words = rest;
    }
  if (bul_slice_take_bullet (&words))
    look->flags |= BUL_LOOK_BULLET | (is_stamp (words) ? BUL_LOOK_STAMPED : 0);
  if (line.length <= LONGEST_HEADLINE && is_capitals (line))
    look->flags |= BUL_LOOK_CAPITALS | (is_sound (line) ? BUL_LOOK_SOUND : 0);
  if (answers (line))
    look->flags |= BUL_LOOK_ANSWERS;
  if (bul_question_find (line).length > 0)
    look->flags |= BUL_LOOK_QUESTION;
  else if (bul_question_find_answer (line).length > 0)
    look->flags |= BUL_LOOK_REPLY;
  if (bul_slice_ends (line, "\\"))
    look->finding = "stray-character";
  if (line.start[0] == '(')
    look->flags |= BUL_LOOK_ROUND;
  if (bul_cue_find_glued_time (line).length > 0)
    look->flags |= BUL_LOOK_TIMED;
  if (line.length <= LONGEST_BYLINE && (look->flags & BUL_LOOK_SENTENCE) == 0
      && bul_who_line_is (line))
    look->flags |= BUL_LOOK_WHO | (bul_who_line_has_fields (line) ? BUL_LOOK_FIELDS : 0);
  if (line.length <= LONGEST_PROGRAMME && (look->flags & BUL_LOOK_SENTENCE) == 0
      && (bul_slice_find (line, "NEWS") != NULL || bul_slice_find (line, "News") != NULL
          || bul_slice_find (line, "뉴스") != NULL))
    look->flags |= BUL_LOOK_NEWS;
  if (bul_naming_is_bare_name (line))
    look->flags |= BUL_LOOK_BARE_NAME;
  look_at_relay (look, line);
  if ((look->flags & (BUL_LOOK_RELAY | BUL_LOOK_SENTENCE)) == BUL_LOOK_SENTENCE)
    look->name = bul_introduction_hash (bul_introduction_find (line));
  set_beginning (look, words);
}

/* Whether a line may say who speaks: in a bracket, before a colon, or behind a quotation. */
static gboolean
may_name_voice (BulSlice line, const Bytes *bytes)
{
  if (bul_question_find (line).length > 0 || bul_question_find_answer (line).length > 0)
    return FALSE;
  return strchr ("[{<\"", line.start[0]) != NULL || bul_slice_starts (line, "((")
         || has_byte (bytes, ':') || has_byte (bytes, '>') || bytes->has_signs;
}

/* What is told by the characters at its ends, or by which there are. */
static guint64
flags_of (BulSlice line, const Bytes *bytes)
{
  guint64 flags = 0;

  if (ends_sentence (line))
    flags |= BUL_LOOK_SENTENCE;
  if (bul_slice_ends (line, "?"))
    flags |= BUL_LOOK_ASKS;
  if (line.length > LONGEST_HEADLINE)
    flags |= BUL_LOOK_LONG;
  if (bytes->has_signs && bul_slice_find (line, "\u2028") != NULL)
    flags |= BUL_LOOK_JOINED;
  if (starts_quote (line))
    flags |= BUL_LOOK_QUOTES;
  if (has_byte (bytes, ']') && !has_byte (bytes, '['))
    flags |= BUL_LOOK_SHUTS;
  if (bul_slice_ends_quote (line) > 0)
    flags |= bul_slice_starts_quote (line) > 0 ? BUL_LOOK_QUOTATION : BUL_LOOK_ENDS_QUOTE;
  return flags;
}

BulLook
bul_look_at (BulSlice text)
{
  BulSlice line = bul_slice_trim (text);
  BulLook look = { .sort = BUL_LOOK_BLANK, .n_bytes = line.length };
  Bytes bytes;
  BulMark mark;

  if (line.length == 0)
    return look;
  bytes = survey (line);
  if (bytes.has_signs && bul_mojibake_is_damaged (line.start, line.length))
    {
      look.sort = BUL_LOOK_DAMAGED;
      look.finding = "wrong-decoding";
      return look;
    }
  look.sort = BUL_LOOK_PLAIN;
  look.flags = flags_of (line, &bytes);
  mark = bul_markers_find (line);
  if (mark.marker != NULL && mark.marker->role == BUL_MARK_ANCHOR && names_anchors (line))
    mark.marker = NULL;
  if (mark.marker != NULL && mark.marker->role != BUL_MARK_BITE)
    look_at_mark (&look, &mark, line);
  else if (!look_at_page (&look, line, &bytes) && !look_at_instructions (&look, line, &bytes)
           && !((mark.marker != NULL || (may_name_voice (line, &bytes) && !starts_title (line)))
                && (look_at_brackets (&look, line, &mark) || look_at_voice (&look, line))))
    look_at_words (&look, line);
  if (look.finding == NULL && has_byte (&bytes, ':')
      && (line.start[0] == 'A' || look.sort == BUL_LOOK_MARK) && has_glued_mark (line))
    {
      look.finding = "glued-marks";
      if (bul_slice_find (line, "Report: ") != NULL)
        look.flags |= BUL_LOOK_GLUED;
    }
  return look;
}
