/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-counterpart.h"
#include "bul-flow.h"
#include "test-libraries.h"
#include "unit.h"

/* The same news in either language. */
static const char *const names[] = { "ferry", "rates", "school", "trial" };

static BulStory *
read_story (const char *name, const char *language)
{
  g_autofree char *file = g_strconcat (name, ".", language, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "align", file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", language);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 1);

      g_ptr_array_add (script->blocks,
                       bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, lines[i]));
    }
  g_ptr_array_add (story->scripts, script);
  g_free (story->page_date);
  story->page_date = g_strdup ("2026-03-18");
  return story;
}

/* A story is likely its own counterpart, and no other's. */
static void
test_score (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        g_autoptr (BulStory) korean = read_story (names[i], "ko");
        g_autoptr (BulStory) english = read_story (names[j], "en");
        double score = bul_flow_counterpart_score (korean, english);

        g_test_message ("%s, %s: %.2f", names[i], names[j], score);
        g_assert_cmpint (score >= BUL_FLOW_COUNTERPART_LIKELY, ==, i == j);
        g_assert_cmpfloat (bul_flow_counterpart_score (english, korean), ==, score);
      }
}

static void
test_one_language (void)
{
  g_autoptr (BulStory) korean = read_story ("ferry", "ko");

  g_assert_cmpfloat (bul_flow_counterpart_score (korean, korean), ==, 0);
}

static char *
keep (BulStore *store, const char *name, const char *language, const char *day)
{
  BulStory *story = read_story (name, language);
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  g_free (story->page_date);
  story->page_date = g_strdup (day);
  history = bul_history_new (story);
  g_assert_true (bul_flow_save (store, history, "Park Do-yun", "Kept", &error));
  g_assert_no_error (error);
  return g_strdup (bul_history_get_story (history)->uid);
}

/* Of the same day, in the other language, and the likeliest. */
static void
test_library (Library *library, gconstpointer data)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *korean = keep (store, "school", "ko", "2026-03-18");
  g_autofree char *same = keep (store, "school", "en", "2026-03-18");
  g_autofree char *late G_GNUC_UNUSED = keep (store, "school", "en", "2026-03-19");
  g_autofree char *other G_GNUC_UNUSED = keep (store, "rates", "en", "2026-03-18");
  g_autofree char *own = keep (store, "trial", "ko", "2026-03-18");
  g_autoptr (BulStory) story = bul_flow_load (store, korean, NULL);
  g_autoptr (BulStory) without = bul_flow_load (store, own, NULL);
  g_autoptr (GPtrArray) found = bul_flow_counterparts (store, story, NULL);
  g_autoptr (GPtrArray) none = bul_flow_counterparts (store, without, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((BulFlowCounterpart *) found->pdata[0])->story->uid, ==, same);
  g_assert_cmpuint (none->len, ==, 0);
}

/* --- who is who */

typedef struct
{
  const char *what;
  const char *korean;
  const char *english;
  gboolean is_same;
} Row;

static const Row rows[] = {
  { "family name first", "고윤배", "Ko Yun-bae", TRUE },
  { "given name first", "장세옥", "Se-ok Jang", TRUE },
  { "another spelling", "장세옥", "Chang Se Ok", TRUE },
  { "a foreign name", "토니 블링컨", "Tony Blinken", TRUE },
  { "another given name", "고윤배", "Ko Sang-min", FALSE },
  { "another family name", "고윤배", "Park Yun-bae", FALSE },
};

static void
add_speaker (BulStory *story, const char *key, const char *language, const char *name)
{
  BulSpeaker *speaker = bul_record_new (&bul_speaker_type);
  BulSpeakerName *as = bul_record_new (&bul_speaker_name_type);

  speaker->key = g_strdup (key);
  speaker->number = 1 + story->speakers->len;
  speaker->role = BUL_SPEAKER_NEWSMAKER;
  as->language = g_strdup (language);
  g_free (as->name);
  as->name = g_strdup (name);
  g_ptr_array_add (speaker->names, as);
  g_ptr_array_add (story->speakers, speaker);
}

static void
test_voices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BulStory *story = read_story ("ferry", "ko");
      g_autoptr (BulStory) other = read_story ("ferry", "en");
      g_autoptr (BulHistory) history = NULL;

      g_test_message ("%s", rows[i].what);
      add_speaker (story, "p1", "ko", rows[i].korean);
      add_speaker (other, "p1", "en", rows[i].english);
      history = bul_history_new (story);
      g_assert_true (bul_flow_counterpart_take (history, other, NULL));
      g_assert_cmpuint (story->speakers->len, ==, rows[i].is_same ? 1 : 2);
    }
}

/* Who might be two is neither. */
static void
test_unclear (void)
{
  BulStory *story = read_story ("ferry", "ko");
  g_autoptr (BulStory) other = read_story ("ferry", "en");
  g_autoptr (BulHistory) history = NULL;

  add_speaker (story, "p1", "ko", "고윤배");
  add_speaker (story, "p2", "ko", "고연배");
  add_speaker (other, "p1", "en", "Ko Yun-bae");
  add_speaker (other, "p2", "en", "Ko Yun-bae");
  history = bul_history_new (story);
  g_assert_true (bul_flow_counterpart_take (history, other, NULL));
  g_assert_cmpuint (story->speakers->len, ==, 4);
}

UNIT (flow_counterpart)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/counterpart/score", test_score);
  g_test_add_func ("/counterpart/one-language", test_one_language);
  g_test_add ("/counterpart/library", Library, NULL, library_set_up, test_library,
              library_tear_down);
  g_test_add_func ("/counterpart/voices", test_voices);
  g_test_add_func ("/counterpart/unclear", test_unclear);
  return g_test_run ();
}
