/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-differences.h"
#include "desk-reading.h"
#include "desk-roll.h"
#include "unit.h"

/* Lines as “key text”, joined by “|”. */
static BulScript *
make_script (const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "|", -1);
  BulScript *script = bul_script_new ("k1", "en");

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_auto (GStrv) line = g_strsplit (split[i], " ", 2);

      g_ptr_array_add (script->blocks,
                       bul_block_new (line[0], BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, line[1]));
    }
  return script;
}

/* “key:start-end” for each change, in the order of the lines. */
static char *
describe_changes (const BulScript *was, const BulScript *now)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DeskLine));
  g_autoptr (GHashTable) changes = NULL;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < now->blocks->len; i++)
    {
      const BulBlock *block = now->blocks->pdata[i];
      DeskLine line = { block->key, block->text };

      g_array_append_val (lines, line);
    }
  changes = desk_differences_list (was, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *key = g_array_index (lines, DeskLine, i).key;
      const GArray *ranges = g_hash_table_lookup (changes, key);

      for (guint j = 0; ranges != NULL && j < ranges->len; j++)
        {
          BulRange range = g_array_index (ranges, BulRange, j);

          g_string_append_printf (out, "%s%s:%u-%u", out->len > 0 ? " " : "", key, range.start,
                                  range.end);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_changes (void)
{
  static const struct
  {
    const char *what;
    const char *was;
    const char *now;
    const char *changes;
  } cases[] = {
    { "nothing", "b1 It sails.|b2 It waits.", "b1 It sails.|b2 It waits.", "" },
    /* within a line */
    { "a word for another", "b1 It sails now.", "b1 It sails today.", "b1:9-14" },
    { "a word more", "b1 It sails.", "b1 It now sails.", "b1:3-7" },
    { "a word less", "b1 It now sails.", "b1 It sails.", "b1:3-3" },
    /* lines */
    { "a line more", "b1 It sails.|b2 It waits.", "b1 It sails.|b3 Soon.|b2 It waits.", "b3:0-5" },
    { "a line more at the top", "b1 It sails.", "b2 Soon.|b1 It sails.", "b2:0-5" },
    { "a line less", "b1 It sails.|b3 Soon.|b2 It waits.", "b1 It sails.|b2 It waits.", "b1:9-9" },
    { "a line split", "b1 It sails. It waits.", "b1 It sails.|b2 It waits.", "" },
    { "lines joined", "b1 It sails.|b2 It waits.", "b1 It sails. It waits.", "" },
    { "a line split, and a word more", "b1 It sails. It waits.", "b1 It sails.|b2 It now waits.",
      "b2:3-7" },
    { "lines moved", "b1 It sails.|b2 It waits.", "b2 It waits.|b1 It sails.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulRecord) was = (BulRecord *) make_script (cases[i].was);
      g_autoptr (BulRecord) now = (BulRecord *) make_script (cases[i].now);
      g_autofree char *changes
          = describe_changes ((const BulScript *) was, (const BulScript *) now);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (changes, ==, cases[i].changes);
    }
}

static const struct
{
  BulBlockKind kind;
  BulSection section;
  const char *text;
} ferry[] = {
  /* the page */
  { BUL_BLOCK_HEADER, BUL_SECTION_HEAD, "date 2026-03-18 News 9" },
  { BUL_BLOCK_HEADLINE, BUL_SECTION_HEAD, "Ferry sails again" },
  { BUL_BLOCK_STAMP, BUL_SECTION_HEAD, "Aired 2026.03.18 (22:17)" },
  /* the anchor */
  { BUL_BLOCK_MARKER, BUL_SECTION_LEAD, "[Anchor]" },
  { BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD, "The ferry sailed." },
  { BUL_BLOCK_HANDOFF, BUL_SECTION_LEAD, "This is Seo Min-ji reporting." },
  /* the report */
  { BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, "[Report]  It carried\u2028118 passengers. " },
  { BUL_BLOCK_BITE, BUL_SECTION_REPORT, "[Ko Yun-bae/Pier Manager: \"We counted the days.\"]" },
  { BUL_BLOCK_CUE, BUL_SECTION_REPORT, "(S/U)" },
  { BUL_BLOCK_SIGNOFF, BUL_SECTION_REPORT, "해란도에서 KBS 뉴스 서민지입니다. 촬영기자:문태오" },
  /* the page again */
  { BUL_BLOCK_CREDITS, BUL_SECTION_TAIL, "촬영기자:문태오/영상편집:지나율" },
  { BUL_BLOCK_NOTICES, BUL_SECTION_TAIL, "공지·정정" },
};

static BulStory *
make_story (void)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");

  for (guint i = 0; i < G_N_ELEMENTS (ferry); i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 1);

      g_ptr_array_add (script->blocks,
                       bul_block_new (key, ferry[i].kind, ferry[i].section, ferry[i].text));
    }
  g_ptr_array_add (story->scripts, script);
  return story;
}

static void
add_speaker (BulStory *story, const char *name, const char *title, gboolean anonymous)
{
  BulSpeaker *speaker = bul_record_new (&bul_speaker_type);
  BulSpeakerName *entry = bul_record_new (&bul_speaker_name_type);
  BulBlock *bite = bul_story_get_script (story)->blocks->pdata[7];

  speaker->key = g_strdup ("p1");
  speaker->number = 1;
  speaker->anonymous = anonymous;
  g_free (entry->name);
  entry->name = g_strdup (name);
  entry->title = g_strdup (title);
  g_ptr_array_add (speaker->names, entry);
  g_ptr_array_add (story->speakers, speaker);
  g_strfreev (bite->speakers);
  bite->speakers = g_strdupv ((char *[]){ (char *) "p1", NULL });
}

static GPtrArray *
read_story (const BulStory *story)
{
  return desk_reading_list (story, bul_story_get_script (story), NULL, NULL, NULL);
}

static void
test_what_is_read (void)
{
  static const struct
  {
    DeskReadKind kind;
    const char *block;
    const char *text;
  } expected[] = {
    { DESK_READ_SECTION, NULL, NULL },
    { DESK_READ_WORDS, "b5", "The ferry sailed." },
    { DESK_READ_WORDS, "b6", "This is Seo Min-ji reporting." },
    { DESK_READ_SECTION, NULL, NULL },
    { DESK_READ_WORDS, "b7", "It carried 118 passengers." },
    { DESK_READ_BITE, "b8", "We counted the days." },
    { DESK_READ_WORDS, "b10", "해란도에서 KBS 뉴스 서민지입니다." },
    { DESK_READ_END, NULL, NULL },
  };
  g_autoptr (BulStory) story = make_story ();
  g_autoptr (GPtrArray) lines = read_story (story);

  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < lines->len; i++)
    {
      const DeskReadLine *line = lines->pdata[i];

      g_assert_cmpint (line->kind, ==, expected[i].kind);
      g_assert_cmpstr (line->block, ==, expected[i].block);
      g_assert_cmpstr (line->text, ==, expected[i].text);
    }
  g_assert_cmpint (((DeskReadLine *) lines->pdata[0])->section, ==, BUL_SECTION_LEAD);
  g_assert_cmpint (((DeskReadLine *) lines->pdata[3])->section, ==, BUL_SECTION_REPORT);
  /* A place in the words is a place in the block, behind its label. */
  g_assert_cmpuint (((DeskReadLine *) lines->pdata[4])->start, ==, strlen ("[Report]  "));
}

static void
test_nothing_is_read (void)
{
  g_autoptr (BulStory) story = make_story ();
  g_autoptr (GPtrArray) lines = NULL;

  g_ptr_array_remove_range (bul_story_get_script (story)->blocks, 4, 6);
  lines = read_story (story);
  g_assert_cmpuint (lines->len, ==, 0);
}

static void
test_who_is_heard (void)
{
  static const struct
  {
    const char *what;
    const char *name;
    const char *title;
    gboolean anonymous;
    const char *shown;
  } cases[] = {
    { "a name", "Ko Yun-bae", "Pier Manager", FALSE, "Ko Yun-bae" },
    { "a title only", "", "Resident", FALSE, "Resident" },
    { "not to be named", "Ko Yun-bae", "Resident", TRUE, "Resident" },
    { "not to be named at all", "Ko Yun-bae", NULL, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulStory) story = make_story ();
      g_autoptr (GPtrArray) lines = NULL;

      add_speaker (story, cases[i].name, cases[i].title, cases[i].anonymous);
      lines = read_story (story);
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (((DeskReadLine *) lines->pdata[5])->name, ==, cases[i].shown);
    }
}

/* A change in the words keeps its place there; one in the label is none of the words. */
static void
test_changes_in_words (void)
{
  g_autoptr (BulStory) was = make_story ();
  g_autoptr (BulStory) now = make_story ();
  BulBlock *block = bul_story_get_script (now)->blocks->pdata[6];
  g_autoptr (GPtrArray) lines = NULL;
  const DeskReadLine *line;
  BulRange range;

  g_free (block->text);
  block->text = g_strdup ("[Reporter]  It carried\u2028181 passengers. ");
  lines
      = desk_reading_list (now, bul_story_get_script (now), bul_story_get_script (was), NULL, NULL);
  line = lines->pdata[4];
  g_assert_cmpstr (line->text, ==, "It carried 181 passengers.");
  g_assert_cmpuint (line->changes->len, ==, 1);
  range = g_array_index (line->changes, BulRange, 0);
  g_assert_cmpuint (range.start, ==, strlen ("It carried "));
  g_assert_cmpuint (range.end, ==, strlen ("It carried 181"));
  g_assert_cmpuint (((DeskReadLine *) lines->pdata[1])->changes->len, ==, 0);
}

static void
test_syllable (void)
{
  g_autoptr (BulStory) story = make_story ();
  g_autoptr (BulRecord) edit = (BulRecord *) bul_edit_new (BUL_EDIT_TEXT, "b5", 4);
  g_autoptr (GPtrArray) lines = NULL;

  ((BulEdit *) edit)->inserted = g_strdup ("한");
  lines
      = desk_reading_list (story, bul_story_get_script (story), NULL, (const BulEdit *) edit, NULL);
  g_assert_cmpstr (((DeskReadLine *) lines->pdata[1])->text, ==, "The 한ferry sailed.");
}

static void
add_stretch (DeskRoll *roll, double y, double seconds)
{
  DeskStretch stretch = { y, seconds };

  g_array_append_val (roll->stretches, stretch);
}

/* Words for 10 seconds, a soundbite of 4, words for 5 more. */
static void
test_roll (void)
{
  static const struct
  {
    const char *what;
    double y;
    double seconds;
    double after;
    double left; /* from @y on */
  } cases[] = {
    { "at the start", 50, 0, 50, 19 },         { "within the words", 50, 5, 100, 19 },
    { "to the soundbite", 50, 10, 150, 19 },   { "while it is heard", 150, 2, 160, 9 },
    { "over it", 100, 10, 176, 14 },           { "to the end", 50, 19, 200, 19 },
    { "no farther", 185, 1000, 200, 2.5 },     { "from above the start", -1000, 5, 100, 19 },
    { "from below the end", 1000, 5, 200, 0 },
  };
  DeskRoll roll;

  desk_roll_init (&roll);
  add_stretch (&roll, 50, 10);
  add_stretch (&roll, 150, 4);
  add_stretch (&roll, 170, 5);
  roll.end = 200;
  g_assert_cmpfloat_with_epsilon (desk_roll_get_total (&roll), 19, 1e-9);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpfloat_with_epsilon (desk_roll_advance (&roll, cases[i].y, cases[i].seconds),
                                      cases[i].after, 1e-9);
      g_assert_cmpfloat_with_epsilon (desk_roll_get_left (&roll, cases[i].y), cases[i].left, 1e-9);
    }
  desk_roll_clear (&roll);
}

static void
test_roll_of_nothing (void)
{
  DeskRoll roll;

  desk_roll_init (&roll);
  g_assert_cmpfloat (desk_roll_get_total (&roll), ==, 0);
  g_assert_cmpfloat (desk_roll_advance (&roll, 10, 10), ==, 0);
  desk_roll_clear (&roll);
}

UNIT (prompter_parts)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prompter/changes", test_changes);
  g_test_add_func ("/prompter/reading/what-is-read", test_what_is_read);
  g_test_add_func ("/prompter/reading/nothing", test_nothing_is_read);
  g_test_add_func ("/prompter/reading/who-is-heard", test_who_is_heard);
  g_test_add_func ("/prompter/reading/changes", test_changes_in_words);
  g_test_add_func ("/prompter/reading/syllable", test_syllable);
  g_test_add_func ("/prompter/roll", test_roll);
  g_test_add_func ("/prompter/roll/nothing", test_roll_of_nothing);
  return g_test_run ();
}
