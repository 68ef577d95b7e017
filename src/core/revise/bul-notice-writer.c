/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-notice-writer.h"

#include <stdio.h>

#include "bul-particle.h"

/*
 * What each class of error calls the words that were wrong. The Korean noun takes 을/를, the
 * English one follows “gave the”.
 */
static const struct
{
  const char *ko;
  const char *en;
} nouns[] = {
  [0] = { "내용", "wording" },
  [BUL_CLASS_FIGURE] = { "수치", "number" },
  [BUL_CLASS_NAME] = { "이름", "name" },
  [BUL_CLASS_TITLE] = { "직함", "title" },
  [BUL_CLASS_DATE] = { "날짜", "date" },
  [BUL_CLASS_PLACE] = { "장소", "place" },
  [BUL_CLASS_QUOTE] = { "발언", "quotation" },
  [BUL_CLASS_FACT] = { "사실관계", "fact" },
  [BUL_CLASS_TRANSLATION] = { "번역", "translation" },
  [BUL_CLASS_WORDING] = { "표현", "wording" },
  [BUL_CLASS_OTHER] = { "내용", "wording" },
};

static const char *const months[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };

/* Month and day of the bulletin, or else of the page; FALSE where neither is known. */
static gboolean
get_day (const BulStory *story, guint *month, guint *day)
{
  const char *date = story->bulletin_date != NULL ? story->bulletin_date : story->page_date;
  guint year;

  return date != NULL && sscanf (date, "%4u-%2u-%2u", &year, month, day) == 3 && *month >= 1
         && *month <= 12;
}

static char *
korean_source (const BulStory *story)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *headline = bul_story_get_headline (story);
  guint month;
  guint day;

  if (story->programme != NULL)
    {
      g_autofree char *quoted = g_strdup_printf ("「%s」", story->programme);
      g_autofree char *topic = bul_particle_join (quoted, BUL_PARTICLE_TOPIC);

      g_string_append_printf (out, "%s ", topic);
    }
  if (get_day (story, &month, &day))
    g_string_append_printf (out, "%u월 %u일 ", month, day);
  if (headline != NULL)
    g_string_append_printf (out, "‘%s’ 보도에서 ", headline);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
korean_page (const BulStory *story, const BulCorrection *correction)
{
  g_autofree char *source = korean_source (story);
  g_autofree char *noun
      = bul_particle_join (nouns[correction->error_class].ko, BUL_PARTICLE_OBJECT);
  g_autofree char *quoted_was = g_strdup_printf ("“%s”", correction->was);
  g_autofree char *quoted_now = g_strdup_printf ("“%s”", correction->now);
  g_autofree char *was = bul_particle_join (quoted_was, BUL_PARTICLE_DIRECTION);
  g_autofree char *now = bul_particle_join (quoted_now, BUL_PARTICLE_SUBJECT);

  return g_strdup_printf ("%s%s %s 보도했으나 %s 맞으므로 바로잡습니다.", source, noun, was, now);
}

static char *
korean_on_air (const BulCorrection *correction, gboolean apologises)
{
  g_autofree char *noun
      = bul_particle_join (nouns[correction->error_class].ko, BUL_PARTICLE_OBJECT);
  g_autofree char *was = bul_particle_join (correction->was, BUL_PARTICLE_DIRECTION);
  g_autofree char *now = bul_particle_join (correction->now, BUL_PARTICLE_SUBJECT);

  return g_strdup_printf ("앞서 %s %s 전해드렸으나, %s 맞습니다. 바로잡습니다.%s", noun, was, now,
                          apologises ? " 시청자 여러분께 사과드립니다." : "");
}

static char *
english_page (const BulStory *story, const BulCorrection *correction)
{
  const char *noun = nouns[correction->error_class].en;
  const char *headline = bul_story_get_headline (story);
  g_autoptr (GString) out = g_string_new (story->programme != NULL ? story->programme : "We");
  guint month;
  guint day;

  if (get_day (story, &month, &day))
    g_string_append_printf (out, " on %s %u", months[month - 1], day);
  g_string_append_printf (out, " gave the %s as “%s”", noun, correction->was);
  if (headline != NULL)
    g_string_append_printf (out, " in “%s”", headline);
  g_string_append_printf (out, ". The correct %s is “%s”.", noun, correction->now);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
english_on_air (const BulCorrection *correction, gboolean apologises)
{
  const char *noun = nouns[correction->error_class].en;

  return g_strdup_printf ("Earlier we gave the %s as %s. The correct %s is %s.%s", noun,
                          correction->was, noun, correction->now,
                          apologises ? " We apologize." : "");
}

char *
bul_notice_writer_write (const BulStory *story,
                         const BulCorrection *correction,
                         const char *language,
                         BulNoticeUse use,
                         gboolean apologises)
{
  if (g_strcmp0 (language, "ko") == 0)
    return use == BUL_USE_PAGE ? korean_page (story, correction)
                               : korean_on_air (correction, apologises);
  return use == BUL_USE_PAGE ? english_page (story, correction)
                             : english_on_air (correction, apologises);
}

char *
bul_notice_writer_write_all (const BulStory *story,
                             const BulNotice *notice,
                             const char *language,
                             BulNoticeUse use)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; notice->corrections != NULL && notice->corrections[i] != NULL; i++)
    {
      const BulCorrection *correction = bul_story_find (story, notice->corrections[i]);
      g_autofree char *text = NULL;

      if (correction == NULL)
        continue;
      text = bul_notice_writer_write (story, correction, language, use, notice->apologises);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
