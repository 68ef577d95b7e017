/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-page-words-private.h"

/* Words in Latin letters, of either case; “us” is none in capitals. */
static const char *const words[]
    = { "newsletter",    "newsletters", "website",   "transcript", "transcripts", "podcast",
        "podcasts",      "npr",         "pbs",       "newshour",   "cnn",         "abc",
        "kbs",           "mbc",         "sbs",       "ytn",        "jtbc",        "mbn",
        "arirang",       "bbc",         "app",       "subscribe",  "subscriber",  "subscribers",
        "member",        "sponsor",     "http",      "https",      "www",         "reserved",
        "inbox",         "email",       "click",     "clicking",   "facebook",    "twitter",
        "youtube",       "instagram",   "kakaotalk", "cite",       "browser",     "commercial",
        "noncommercial", "productions", "podcasting" };

/* What stands anywhere in the line. */
static const char *const pieces[]
    = { "©",          "ⓒ",         "(c)",          "(C)",

        "this story", "this page", "this program", "this article", "this segment", "this video",
        "this audio", "무단",      "금지",         "재배포",       "허락",         "뉴스가",
        "기사가",     "기다",      "구독",         "홈페이지",     "카카오",       "클릭",
        "앱에서",     "댓글을",    "로그인",       "브라우저",     "의견",         "생각하",
        "남겨",       "제보하",    "눌러",         "운영" };

static gboolean
is_word (const char *word, gsize length)
{
  if (length == 2 && memcmp (word, "us", 2) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bul_page_words_has (BulSlice line)
{
  gsize start = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (bul_slice_find (line, pieces[i]) != NULL)
      return TRUE;
  for (gsize i = 0; i <= line.length; i++)
    {
      if (i < line.length && g_ascii_isalpha (line.start[i]))
        continue;
      if (is_word (line.start + start, i - start))
        return TRUE;
      start = i + 1;
    }
  return FALSE;
}
