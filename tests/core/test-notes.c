/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-checked.h"
#include "bul-concept.h"
#include "bul-error.h"
#include "bul-facts.h"
#include "bul-notes.h"
#include "bul-span.h"
#include "bul-stamp.h"
#include "bul-tags.h"
#include "test-deeds.h"
#include "unit.h"

static const BulBlock *
get_block (BulHistory *history, guint i)
{
  return bul_story_get_script (bul_history_get_story (history))->blocks->pdata[i];
}

/* A note about the words @text of the story. */
static char *
add_note (BulHistory *history, const char *words, const char *text)
{
  g_autoptr (GError) error = NULL;
  BulPassage passage;
  char *key;

  bul_corrector_find (bul_history_get_story (history), words, 0, &passage, &error);
  g_assert_no_error (error);
  key = bul_notes_add (history, &passage, words, text, "Min", &error);
  g_assert_no_error (error);
  g_assert_nonnull (key);
  return key;
}

static const BulAnnotation *
get_note (BulHistory *history, const char *key)
{
  return bul_notes_find (bul_history_get_story (history), key);
}

/* A note is open until it is settled; every deed is one undo, and undoing all leaves nothing. */
static void
test_note (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = bul_record_copy (story);
  g_autofree char *key = add_note (history, "27", "  Who counted?\n");
  const BulAnnotation *note = get_note (history, key);

  g_assert_cmpstr (note->note, ==, "Who counted?");
  g_assert_cmpstr (note->by, ==, "Min");
  g_assert_cmpint (note->state, ==, BUL_ANNOTATION_OPEN);
  g_assert_cmpstr (bul_notes_get_span (note)->quote, ==, "27");
  g_assert_cmpuint (bul_notes_count_open (story), ==, 1);

  g_assert_true (bul_notes_reply (history, key, "The post office did.", "Seo", NULL));
  g_assert_true (bul_notes_reply (history, key, "Then it is right.", "Min", NULL));
  note = get_note (history, key);
  g_assert_cmpuint (note->replies->len, ==, 2);
  g_assert_cmpstr (((const BulReply *) note->replies->pdata[1])->text, ==, "Then it is right.");

  g_assert_true (bul_notes_resolve (history, key, NULL));
  g_assert_cmpuint (bul_notes_count_open (story), ==, 0);
  g_assert_true (bul_notes_reopen (history, key, NULL));
  g_assert_cmpuint (bul_notes_count_open (story), ==, 1);

  bul_history_undo (history);
  g_assert_cmpuint (bul_notes_count_open (story), ==, 0);
  bul_history_undo (history);
  bul_history_undo (history);
  g_assert_cmpuint (get_note (history, key)->replies->len, ==, 1);
  bul_history_undo (history);
  bul_history_undo (history);
  g_assert_false (bul_history_can_undo (history));
  deeds_assert_same (story, before);
}

/* It stays on its words while they are edited, and is kept when they are gone. */
static void
test_follow (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autofree char *key = add_note (history, "27", "Who counted?");
  const BulSpan *span = bul_notes_get_span (get_note (history, key));
  g_autofree char *block = g_strdup (span->on);
  guint start = span->start;

  deeds_replace (history, block, 0, 0, "Today ");
  g_assert_cmpuint (bul_notes_get_span (get_note (history, key))->start, ==, start + 6);
  deeds_replace (history, block, start + 6, 2, "28");
  g_assert_cmpstr (bul_notes_get_span (get_note (history, key))->quote, ==, "28");
  deeds_check_places (bul_history_get_story (history));

  deeds_replace (history, block, start, 14, "");
  g_assert_null (bul_notes_get_span (get_note (history, key)));
  g_assert_cmpstr (((const BulSpan *) get_note (history, key)->spans->pdata[0])->quote, ==, "28");
  g_assert_cmpuint (bul_notes_count_open (bul_history_get_story (history)), ==, 1);
  bul_history_undo (history);
  g_assert_cmpstr (bul_notes_get_span (get_note (history, key))->quote, ==, "28");
}

static void
assert_refused (BulHistory *history, const BulPassage *passage, const char *text, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bul_notes_add (history, passage, "The", text, "Min", &error));
  g_assert_error (error, BUL_ERROR, code);
  g_assert_false (bul_history_can_undo (history));
}

/* Nothing is done where a note says nothing, or its words changed while it was written. */
static void
test_refused (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autoptr (GError) absent = NULL;

  assert_refused (history, &(BulPassage){ "b4", 0, 3 }, " \n", BUL_ERROR_REFUSED);
  assert_refused (history, &(BulPassage){ "b4", 1, 3 }, "Why?", BUL_ERROR_CONFLICT);
  assert_refused (history, &(BulPassage){ "b4", 0, 4000 }, "Why?", BUL_ERROR_CONFLICT);
  assert_refused (history, &(BulPassage){ "b99", 0, 3 }, "Why?", BUL_ERROR_CONFLICT);
  g_assert_false (bul_notes_resolve (history, "a9", &absent));
  g_assert_error (absent, BUL_ERROR, BUL_ERROR_NOT_FOUND);
}

/* About nothing but the story, and never lost with a line. */
static void
test_whole (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autofree char *key = bul_notes_add (history, NULL, NULL, "Hold until nine.", "Min", NULL);

  g_assert_nonnull (key);
  g_assert_cmpuint (get_note (history, key)->spans->len, ==, 0);
  g_assert_null (bul_notes_get_span (get_note (history, key)));
}

/* The mark of a checked line goes when its words change, and comes back with them. */
static void
test_checked (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GError) error = NULL;
  guint n_lines;

  g_assert_null (bul_checked_find (story, "b4"));
  g_assert_true (bul_checked_add (history, "b4", "Min", NULL));
  g_assert_cmpstr (bul_checked_find (story, "b4")->by, ==, "Min");
  g_assert_cmpuint (bul_checked_count (story, bul_story_get_script (story), &n_lines), ==, 1);
  g_assert_cmpuint (n_lines, >, 1);

  deeds_replace (history, "b4", 0, 3, "A");
  g_assert_null (bul_checked_find (story, "b4"));
  bul_history_undo (history);
  g_assert_nonnull (bul_checked_find (story, "b4"));
  deeds_replace (history, "b5", 0, 0, "Now ");
  g_assert_nonnull (bul_checked_find (story, "b4"));

  g_assert_true (bul_checked_remove (history, "b4", NULL));
  g_assert_null (bul_checked_find (story, "b4"));
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Uncheck a line");
  g_assert_false (bul_checked_remove (history, "b4", &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  bul_history_undo (history);
  g_assert_nonnull (bul_checked_find (story, "b4"));
}

/* A word of the vocabulary is one tag in both languages; any other word stays what it is. */
static void
test_tag_codes (void)
{
  static const struct
  {
    const char *word;
    const char *code;
    const char *english;
    const char *korean;
  } cases[] = {
    /* of the vocabulary */
    { "Diplomacy", "subject:diplomacy", "Diplomacy", "외교" },
    { " diplomacy ", "subject:diplomacy", "Diplomacy", "외교" },
    { "외교", "subject:diplomacy", "Diplomacy", "외교" },
    /* others */
    { "친서", "word:친서", "친서", "친서" },
    { "Haeran  ferry", "word:Haeran_ferry", "Haeran ferry", "Haeran ferry" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = bul_tags_dup_code (cases[i].word);
      g_autofree char *english = bul_tags_dup_name (code, "en");
      g_autofree char *korean = bul_tags_dup_name (code, "ko");

      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (korean, ==, cases[i].korean);
    }
  g_assert_null (bul_tags_dup_code ("  "));
}

static void
test_tags (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) absent = NULL;

  g_assert_true (bul_tags_add (history, "Transport", "Min", NULL));
  g_assert_false (bul_tags_add (history, "교통", "Min", &twice));
  g_assert_error (twice, BUL_ERROR, BUL_ERROR_REFUSED);
  g_assert_true (bul_tags_add (history, "페리", "Min", NULL));
  g_assert_cmpuint (story->tags->len, ==, 2);
  g_assert_true (bul_tags_remove (history, "subject:transport", NULL));
  g_assert_cmpuint (story->tags->len, ==, 1);
  g_assert_false (bul_tags_remove (history, "subject:transport", &absent));
  g_assert_error (absent, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  bul_history_undo (history);
  g_assert_nonnull (bul_tags_find (story, "subject:transport"));
}

static void
test_facts (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);

  g_assert_true (bul_facts_set_slug (history, " ferry\n", NULL));
  g_assert_cmpstr (story->slug, ==, "ferry");
  g_assert_true (bul_facts_set_slug (history, " ", NULL));
  g_assert_null (story->slug);
  g_assert_true (bul_facts_set_programme (history, "News 9", NULL));
  g_assert_cmpstr (bul_facts_get_house (story), ==, "KBS");
  g_assert_true (bul_facts_set_programme (history, "Harbour Tonight", NULL));
  g_assert_null (bul_facts_get_house (story));
  g_assert_true (bul_facts_set_language (history, "ko", NULL));
  g_assert_cmpstr (bul_story_get_script (story)->language, ==, "ko");
  bul_history_undo (history);
  g_assert_cmpstr (bul_story_get_script (story)->language, ==, "en");
}

static void
test_dates (void)
{
  static const struct
  {
    const char *said;
    const char *kept;
  } cases[] = {
    /* as people write it */
    { "2025-06-12", "2025-06-12" },
    { "2025.6.12", "2025-06-12" },
    { " 2025. 6. 12. ", "2025-06-12" },
    { "2025/06/12", "2025-06-12" },
    /* not known */
    { "", NULL },
    { NULL, NULL },
  };
  static const char *const refused[]
      = { "2025-02-30", "12 June", "2025", "25-06-12", "2025-6-12x" };
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (bul_facts_set_bulletin_date (history, cases[i].said, NULL));
      g_assert_cmpstr (story->bulletin_date, ==, cases[i].kept);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_false (bul_facts_set_bulletin_date (history, refused[i], &error));
      g_assert_error (error, BUL_ERROR, BUL_ERROR_INVALID);
    }
}

static void
add_stamp (BulStory *story, BulStampKind kind, const char *at)
{
  BulStamp *stamp = bul_record_new (&bul_stamp_type);

  stamp->kind = kind;
  stamp->at = g_strdup (at);
  g_ptr_array_add (story->stamps, stamp);
}

static void
assert_likely (const BulStory *story, const char *day)
{
  g_autofree char *likely = bul_facts_dup_likely_date (story);

  g_assert_cmpstr (likely, ==, day);
}

/* What was aired says it best. */
static void
test_likely_date (void)
{
  g_autoptr (BulStory) story = deeds_make_story ();

  assert_likely (story, NULL);
  add_stamp (story, BUL_STAMP_ENTERED, "2025-06-12T22:46");
  assert_likely (story, "2025-06-12");
  story->page_date = g_strdup ("2025-06-13");
  assert_likely (story, "2025-06-13");
  add_stamp (story, BUL_STAMP_AIRED, "2025-06-14");
  assert_likely (story, "2025-06-14");
}

/* A headline is changed word by word: a note on a word that stays, stays. */
static void
test_headline (void)
{
  BulStory *made = deeds_make_story ();
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  ((BulBlock *) bul_story_get_script (made)->blocks->pdata[1])->kind = BUL_BLOCK_HEADLINE;
  history = bul_history_new (made);
  key = add_note (history, "41", "Or 42?");
  g_assert_true (bul_facts_set_headline (history, "Boat sails at last after 41 days", NULL));
  g_assert_cmpstr (get_block (history, 1)->text, ==, "Boat sails at last after 41 days");
  g_assert_cmpstr (bul_notes_get_span (get_note (history, key))->quote, ==, "41");
  deeds_check_places (bul_history_get_story (history));
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Change the headline");
  bul_history_undo (history);
  g_assert_cmpstr (get_block (history, 1)->text, ==, deeds_lines[1]);
  g_assert_false (bul_facts_set_headline (history, " ", &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
}

/* Where no line is the headline, the page's title is. */
static void
test_page_title (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());

  g_assert_true (bul_facts_set_headline (history, "Ferry", NULL));
  g_assert_cmpstr (bul_story_get_headline (bul_history_get_story (history)), ==, "Ferry");
}

UNIT (notes)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notes/note", test_note);
  g_test_add_func ("/notes/follow", test_follow);
  g_test_add_func ("/notes/refused", test_refused);
  g_test_add_func ("/notes/whole", test_whole);
  g_test_add_func ("/notes/checked", test_checked);
  g_test_add_func ("/notes/tag-codes", test_tag_codes);
  g_test_add_func ("/notes/tags", test_tags);
  g_test_add_func ("/facts/set", test_facts);
  g_test_add_func ("/facts/dates", test_dates);
  g_test_add_func ("/facts/likely-date", test_likely_date);
  g_test_add_func ("/facts/headline", test_headline);
  g_test_add_func ("/facts/page-title", test_page_title);

  return g_test_run ();
}
