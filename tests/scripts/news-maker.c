/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "news-maker.h"

#include <math.h>

#include "bul-correction.h"
#include "bul-revision.h"
#include "bul-stamp.h"
#include "bul-tag.h"

#define PICK(rand, table) ((table)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (table))])

struct _NewsMaker
{
  GRand *rand;
  GPtrArray *korean; /* of char *, the commonest first */
  GPtrArray *english;
};

/* Words that any news has; the others are put together of the syllables below. */
static const char *const korean_words[] = {
  "정부",     "대통령",   "국회",   "회의",   "주민", "도시", "경제", "협상", "발표", "조사",
  "사고",     "경찰",     "검찰",   "법원",   "재판", "학교", "병원", "환자", "날씨", "태풍",
  "바다",     "어민",     "항구",   "여객선", "공항", "도로", "다리", "터널", "물가", "금리",
  "수출",     "공장",     "노동자", "임금",   "선거", "후보", "투표", "정당", "친서", "미사일",
  "핵실험장", "정상회담", "북한",   "미국",   "중국", "일본", "유럽", "연구", "기술", "위성",
};
static const char *const syllables[] = {
  "가", "간", "강", "개", "거", "건", "경", "계", "고", "공", "관", "광", "교", "구", "국", "군",
  "금", "기", "나", "남", "내", "노", "농", "누", "단", "담", "당", "대", "도", "동", "두", "등",
  "라", "람", "력", "로", "류", "리", "림", "마", "만", "망", "명", "모", "목", "무", "문", "물",
  "미", "민", "바", "박", "반", "발", "방", "배", "법", "별", "보", "복", "본", "부", "북", "분",
  "불", "비", "사", "산", "상", "새", "생", "서", "석", "선", "설", "성", "세", "소", "속", "솔",
  "송", "수", "시", "식", "신", "실", "심", "안", "양", "어", "업", "여", "역", "연", "열", "영",
  "예", "온", "왕", "외", "용", "우", "운", "울", "원", "월", "위", "유", "육", "윤", "은", "음",
  "의", "이", "인", "일", "자", "작", "장", "재", "전", "정", "제", "조", "종", "주", "중", "지",
  "직", "진", "집", "차", "참", "창", "천", "철", "청", "체", "초", "총", "추", "출", "치", "친",
  "태", "토", "통", "투", "특", "판", "평", "포", "표", "품", "하", "학", "한", "합", "항", "해",
  "행", "향", "험", "현", "협", "형", "호", "화", "환", "활", "회", "후", "훈", "희",
};
static const char *const particles[]
    = { "이", "가", "을", "를", "은",   "는",   "의", "에", "에서", "에게",   "으로",   "로",
        "와", "과", "도", "만", "부터", "까지", "",   "",   "",     "에서는", "이라고", "들이" };
static const char *const verbs[]
    = { "밝혔습니다",     "전했습니다",   "나섰습니다",   "늘었습니다",
        "줄었습니다",     "시작됐습니다", "미뤄졌습니다", "거부했습니다",
        "받아들였습니다", "알려졌습니다", "멈췄습니다",   "다시 열렸습니다" };
static const char *const signs[] = { "北", "美", "中", "日", "親書", "與" };
static const char *const pieces[]
    = { "ba",  "con", "de", "ex",  "for", "gov", "har", "in", "jus", "la",
        "min", "nor", "op", "pre", "re",  "se",  "ter", "un", "vo",  "wa" };
static const char *const endings[]
    = { "ing", "ed", "s", "ion", "ment", "er", "al", "ive", "", "", "" };
static const char *const common[] = { "the", "of", "to", "and", "in", "was", "for", "on", "by" };
static const char *const programmes[]
    = { "News 9", "News 7", "Newsline", "뉴스광장", "뉴스 12", "주말 뉴스" };
static const char *const families[]
    = { "염", "류", "탁", "봉", "하", "구", "천", "노", "민", "박" };
static const char *const titles[] = { "주민", "시장", "구청장", "대변인", "교수", "선장", "어민" };
static const char *const tags[] = { "subject:politics", "subject:economy", "subject:north-korea",
                                    "subject:weather",  "subject:courts",  "subject:sport" };

static char *
make_korean (GRand *rand)
{
  GString *word = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 2, 5);

  for (guint i = 0; i < n; i++)
    g_string_append (word, PICK (rand, syllables));
  return g_string_free (word, FALSE);
}

static char *
make_english (GRand *rand)
{
  return g_strconcat (PICK (rand, pieces), PICK (rand, pieces), PICK (rand, pieces),
                      PICK (rand, endings), NULL);
}

NewsMaker *
news_maker_new (guint32 seed, guint n_words)
{
  NewsMaker *self = g_new0 (NewsMaker, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->korean = g_ptr_array_new_with_free_func (g_free);
  self->english = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_words; i++)
    {
      /* Every eighth of the common ones is a word that people know. */
      g_ptr_array_add (self->korean, i % 8 == 0 && i / 8 < G_N_ELEMENTS (korean_words)
                                         ? g_strdup (korean_words[i / 8])
                                         : make_korean (self->rand));
      g_ptr_array_add (self->english, make_english (self->rand));
    }
  return self;
}

void
news_maker_free (NewsMaker *self)
{
  if (self == NULL)
    return;
  g_rand_free (self->rand);
  g_ptr_array_unref (self->korean);
  g_ptr_array_unref (self->english);
  g_free (self);
}

/* The first ten words are as frequent as the next hundred, and so on. */
static const char *
pick (NewsMaker *self, const GPtrArray *words)
{
  return words->pdata[(guint) pow (words->len, g_rand_double (self->rand)) - 1];
}

const char *
news_maker_pick_word (NewsMaker *self)
{
  return self->korean->pdata[g_rand_int_range (self->rand, 0, (gint32) self->korean->len)];
}

static void
append_korean (NewsMaker *self, GString *out)
{
  guint n = (guint) g_rand_int_range (self->rand, 5, 12);

  for (guint i = 0; i < n; i++)
    {
      guint kind = (guint) g_rand_int_range (self->rand, 0, 24);

      if (kind == 0)
        g_string_append_printf (out, "%d월 %d일 ", g_rand_int_range (self->rand, 1, 13),
                                g_rand_int_range (self->rand, 1, 29));
      else if (kind == 1)
        g_string_append_printf (out, "%s, ", PICK (self->rand, signs));
      else if (kind == 2)
        g_string_append_printf (out, "KBC%s ", PICK (self->rand, particles));
      else
        g_string_append_printf (out, "%s%s ", pick (self, self->korean),
                                PICK (self->rand, particles));
    }
  g_string_append_printf (out, "%s.", PICK (self->rand, verbs));
}

static void
append_english (NewsMaker *self, GString *out)
{
  guint n = (guint) g_rand_int_range (self->rand, 8, 18);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            g_rand_boolean (self->rand) ? PICK (self->rand, common)
                                                        : pick (self, self->english));
  g_string_append_c (out, '.');
}

char *
news_maker_make_sentence (NewsMaker *self)
{
  GString *text = g_string_new (NULL);

  append_korean (self, text);
  return g_string_free (text, FALSE);
}

static void
add_block (BulScript *script, guint i, BulBlockKind kind, GString *text)
{
  BulBlock *block = bul_record_new (&bul_block_type);

  block->key = g_strdup_printf ("%sb%u", script->role == BUL_SCRIPT_TRANSLATION ? "e" : "", i);
  block->kind = kind;
  g_free (block->text);
  block->text = g_string_free (text, FALSE);
  g_ptr_array_add (script->blocks, block);
}

static BulScript *
make_script (NewsMaker *self,
             BulScriptRole role,
             void (*append) (NewsMaker *maker, GString *out),
             guint n_lines)
{
  BulScript *script = bul_script_new (role == BUL_SCRIPT_ORIGINAL ? "k1" : "k2",
                                      role == BUL_SCRIPT_ORIGINAL ? "ko" : "en");

  script->role = role;
  for (guint i = 0; i < n_lines; i++)
    {
      GString *text = g_string_new (NULL);

      append (self, text);
      if (i > 0 && g_rand_boolean (self->rand))
        {
          g_string_append_c (text, ' ');
          append (self, text);
        }
      add_block (script, i + 1, i == 0 ? BUL_BLOCK_HEADLINE : BUL_BLOCK_PARAGRAPH, text);
    }
  return script;
}

static void
add_speaker (NewsMaker *self, BulStory *story, guint number)
{
  BulSpeaker *speaker = bul_record_new (&bul_speaker_type);
  BulSpeakerName *name = bul_record_new (&bul_speaker_name_type);

  speaker->key = g_strdup_printf ("p%u", number);
  speaker->number = number;
  speaker->role = BUL_SPEAKER_NEWSMAKER;
  name->language = g_strdup ("ko");
  g_free (name->name);
  name->name = g_strconcat (PICK (self->rand, families), PICK (self->rand, syllables),
                            PICK (self->rand, syllables), NULL);
  g_ptr_array_add (speaker->names, name);
  g_ptr_array_add (story->speakers, speaker);
}

static void
add_tag (NewsMaker *self, BulStory *story)
{
  BulTag *tag = bul_record_new (&bul_tag_type);

  tag->key = g_strdup ("t1");
  tag->code = g_strdup (PICK (self->rand, tags));
  g_ptr_array_add (story->tags, tag);
}

static void
add_revision (BulStory *story)
{
  BulRevision *revision = bul_record_new (&bul_revision_type);

  revision->number = 1;
  revision->uuid = g_uuid_string_random ();
  g_ptr_array_add (story->revisions, revision);
}

BulStory *
news_maker_make (NewsMaker *self, guint n_lines)
{
  BulStory *story = bul_story_new ();

  story->page_date = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (self->rand, 1996, 2026),
                                      g_rand_int_range (self->rand, 1, 13),
                                      g_rand_int_range (self->rand, 1, 29));
  story->programme = g_strdup (PICK (self->rand, programmes));
  story->state
      = (BulStoryState) g_rand_int_range (self->rand, BUL_STORY_DRAFT, BUL_STORY_CORRECTED);
  g_ptr_array_add (story->scripts, make_script (self, BUL_SCRIPT_ORIGINAL, append_korean, n_lines));
  if (g_rand_int_range (self->rand, 0, 4) == 0)
    g_ptr_array_add (story->scripts,
                     make_script (self, BUL_SCRIPT_TRANSLATION, append_english, n_lines / 2 + 1));
  for (guint i = 0; i < 2; i++)
    add_speaker (self, story, i + 1);
  if (g_rand_boolean (self->rand))
    add_tag (self, story);
  add_revision (story);
  return story;
}

/* The nth of those who are often heard. */
static char *
make_known_name (guint n)
{
  return g_strconcat (families[n % G_N_ELEMENTS (families)], syllables[n / 7 % 40],
                      syllables[n * 13 % 100], NULL);
}

static void
make_bite (BulBlock *block, const BulSpeaker *speaker)
{
  const BulSpeakerName *name = speaker->names->pdata[0];
  char *text = g_strdup_printf ("[%s/%s: \"%s\"]", name->name, name->title, block->text);

  block->kind = BUL_BLOCK_BITE;
  g_free (block->text);
  block->text = text;
  block->speakers = g_new0 (char *, 2);
  block->speakers[0] = g_strdup (speaker->key);
}

void
news_maker_add_voices (NewsMaker *self, BulStory *story)
{
  const BulScript *script = story->scripts->pdata[0];

  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];
      BulSpeakerName *name = speaker->names->pdata[0];

      name->title = g_strdup (PICK (self->rand, titles));
      if (g_rand_boolean (self->rand))
        {
          g_free (name->name);
          name->name = make_known_name ((guint) g_rand_int_range (self->rand, 0, 400));
        }
      for (guint j = i + 1; j < script->blocks->len; j += 5)
        make_bite (script->blocks->pdata[j], speaker);
    }
}

void
news_maker_add_corrections (NewsMaker *self, BulStory *story, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      BulCorrection *correction = bul_record_new (&bul_correction_type);

      correction->key = g_strdup_printf ("c%u", i + 1);
      correction->error_class
          = (BulClass) g_rand_int_range (self->rand, BUL_CLASS_FIGURE, BUL_CLASS_OTHER + 1);
      correction->weight = BUL_WEIGHT_MEANING;
      correction->state = (BulCorrectionState) g_rand_int_range (self->rand, BUL_CORRECTION_DRAFT,
                                                                 BUL_CORRECTION_WITHDRAWN + 1);
      correction->reads = BUL_READS_NOW;
      correction->by = g_strdup ("Park");
      correction->at = g_strdup_printf ("%sT22:46:00+09:00", story->page_date);
      correction->was = g_strdup ("27");
      correction->now = g_strdup ("28");
      correction->reason = news_maker_make_sentence (self);
      g_ptr_array_add (story->corrections, correction);
    }
}

void
news_maker_air (BulStory *story, guint minutes)
{
  BulRevision *revision
      = story->revisions->len == 0 ? NULL : story->revisions->pdata[story->revisions->len - 1];

  if (revision == NULL || story->page_date == NULL)
    return;
  revision->aired = TRUE;
  g_free (revision->aired_at);
  revision->aired_at = g_strdup_printf ("%sT21:00:00+09:00", story->page_date);
  for (guint i = 0; i < story->corrections->len; i++)
    {
      BulCorrection *correction = story->corrections->pdata[i];

      if (correction->state != BUL_CORRECTION_PUBLISHED)
        continue;
      g_free (correction->published_at);
      correction->published_at = g_strdup_printf ("%sT12:%02u:00Z", story->page_date, minutes);
    }
}
