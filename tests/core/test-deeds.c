/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-deeds.h"

#include "bul-chars.h"
#include "bul-corrector.h"
#include "bul-dismissals.h"
#include "bul-link.h"
#include "bul-mover.h"
#include "bul-span.h"

const char *const deeds_lines[] = {
  "News 9",
  "Ferry sails again after 41 days",
  "[Anchor]",
  "The ferry is sailing again, and 27 letters came.",
  "This is Seo Min-ji reporting from Haeran.",
  "[Report]",
  "첫 배는 오늘 아침 7시에 118명을 태우고 떠났습니다.",
  "[Oh Sun-hee/Haeran resident: \"I could not sleep 😀 last night.\"]",
  "This is Seo Min-ji reporting for KBS News from Haeran.",
};

BulStory *
deeds_make_story (void)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");

  g_ptr_array_add (story->scripts, script);
  for (guint i = 0; i < G_N_ELEMENTS (deeds_lines); i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 1);

      g_ptr_array_add (script->blocks,
                       bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, deeds_lines[i]));
    }
  return story;
}

BulAnnotation *
deeds_make_note (const char *key, const char *block, const char *text, guint start, guint end)
{
  BulAnnotation *note = bul_record_new (&bul_annotation_type);
  g_autofree char *quote = bul_chars_slice (text, start, end);

  note->key = g_strdup (key);
  note->kind = BUL_ANNOTATION_NOTE;
  note->state = BUL_ANNOTATION_OPEN;
  g_ptr_array_add (note->spans, bul_span_new (block, start, end, quote));
  return note;
}

void
deeds_replace (BulHistory *history, const char *block, guint at, guint n, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done = bul_history_replace (history, block, at, n, text, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static const char *const words[] = {
  "a", " ", "28", "친서", "가", "😀", "[", "]", "[Anchor]", ": \"", "\"", "", "[Kim/Mayor: \"Yes\"]"
};

static const char *
random_word (GRand *rand)
{
  return words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
}

static const BulBlock *
random_block (GRand *rand, BulHistory *history)
{
  const BulScript *script = bul_history_get_story (history)->scripts->pdata[0];

  return script->blocks->pdata[g_rand_int_range (rand, 0, script->blocks->len)];
}

static void
random_replace (GRand *rand, BulHistory *history)
{
  const BulBlock *block = random_block (rand, history);
  guint n_chars = bul_chars_count (block->text);
  guint at = g_rand_int_range (rand, 0, n_chars + 1);
  guint n = g_rand_int_range (rand, 0, MIN (n_chars - at, 6) + 1);
  g_autofree char *key = g_strdup (block->key);

  deeds_replace (history, key, at, n, random_word (rand));
}

static void
random_typing (GRand *rand, BulHistory *history)
{
  const BulBlock *block = random_block (rand, history);
  guint at = g_rand_int_range (rand, 0, bul_chars_count (block->text) + 1);
  g_autofree char *key = g_strdup (block->key);

  for (guint i = 0; i < 4; i++)
    deeds_replace (history, key, at++, 0, "x");
  for (guint i = 0; i < 2; i++)
    deeds_replace (history, key, --at, 1, "");
}

static void
random_lines (GRand *rand, BulHistory *history)
{
  const BulBlock *block = random_block (rand, history);
  const BulScript *script = bul_history_get_story (history)->scripts->pdata[0];
  g_autofree char *key = g_strdup (block->key);

  if (g_rand_boolean (rand))
    g_assert_true (bul_history_split (
        history, key, g_rand_int_range (rand, 0, bul_chars_count (block->text) + 1), NULL));
  else if (bul_script_find_block (script, key) + 1 < (int) script->blocks->len)
    g_assert_true (bul_history_join (history, key, NULL));
}

static void
random_move (GRand *rand, BulHistory *history)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  gint32 n_lines = (gint32) script->blocks->len;
  g_autoptr (GError) error = NULL;

  bul_mover_move (history, script->key, (guint) g_rand_int_range (rand, 0, n_lines),
                  (guint) g_rand_int_range (rand, 0, n_lines), &error);
  g_assert_no_error (error);
}

static void
random_thing (GRand *rand, BulHistory *history)
{
  const BulStory *story = bul_history_get_story (history);
  const BulBlock *block = random_block (rand, history);
  guint n_chars = bul_chars_count (block->text);
  g_autofree char *key = bul_keys_make (bul_history_get_keys (history), 'a');
  guint start = g_rand_int_range (rand, 0, n_chars + 1);

  if (story->annotations->len > 6)
    g_assert_true (bul_history_remove (history, NULL, "annotations",
                                       g_rand_int_range (rand, 0, story->annotations->len), NULL));
  else if (start < n_chars)
    g_assert_true (
        bul_history_add (history, NULL, "annotations", story->annotations->len,
                         deeds_make_note (key, block->key, block->text, start,
                                          g_rand_int_range (rand, start + 1, n_chars + 1)),
                         NULL));
}

static void
add_segment (GRand *rand, BulHistory *history, BulLink *link, BulLanguage language)
{
  const BulBlock *block = random_block (rand, history);
  guint n_chars = bul_chars_count (block->text);
  guint start = g_rand_int_range (rand, 0, n_chars + 1);
  guint end = g_rand_int_range (rand, start, n_chars + 1);
  g_autofree char *quote = bul_chars_slice (block->text, start, end);

  if (start < end)
    g_ptr_array_add (link->segments, bul_segment_new (language, block->key, start, end, quote));
}

/* Any words may be paired with any others, as far as a record is concerned. */
static void
random_link (GRand *rand, BulHistory *history)
{
  const BulStory *story = bul_history_get_story (history);
  BulLink *link;

  if (story->links->len > 6)
    {
      g_assert_true (bul_history_remove (history, NULL, "links",
                                         g_rand_int_range (rand, 0, story->links->len), NULL));
      return;
    }
  link = bul_record_new (&bul_link_type);
  link->key = bul_keys_make (bul_history_get_keys (history), 'l');
  link->state = g_rand_int_range (rand, BUL_LINK_AUTOMATIC, BUL_LINK_REJECTED + 1);
  add_segment (rand, history, link, BUL_LANGUAGE_KOREAN);
  add_segment (rand, history, link, BUL_LANGUAGE_ENGLISH);
  link->korean = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);
  link->english = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
  link->state = bul_link_make_state (link);
  g_assert_true (bul_history_add (history, NULL, "links", story->links->len, link, NULL));
}

static void
random_raise (GRand *rand, BulHistory *history)
{
  const BulBlock *block = random_block (rand, history);
  BulCorrectionDraft draft
      = { .now = "corrected", .error_class = BUL_CLASS_FACT, .reason = "why", .by = "Min" };
  g_autofree char *was = NULL;
  g_autofree char *key = NULL;

  if (bul_chars_count (block->text) < 4)
    return;
  was = bul_chars_slice (block->text, 1, 4);
  draft.was = was;
  draft.passage = (BulPassage){ block->key, 1, 3 };
  key = bul_corrector_raise (history, &draft, NULL);
}

static void
random_dismissal (GRand *rand, BulHistory *history)
{
  static const char *const codes[] = { "wrapped-word", "stray-character" };
  const char *code = codes[g_rand_int_range (rand, 0, G_N_ELEMENTS (codes))];
  const BulBlock *block = random_block (rand, history);
  g_autofree char *key = g_rand_int_range (rand, 0, 5) == 0 ? NULL : g_strdup (block->key);

  if (bul_dismissals_find (bul_history_get_story (history), key, code) != NULL)
    g_assert_true (bul_dismissals_remove (history, key, code, NULL));
  else
    g_assert_true (bul_dismissals_add (history, key, code, "Min", NULL));
}

static void
random_set (GRand *rand, BulHistory *history)
{
  g_assert_true (
      bul_history_set (history, NULL, "state", g_rand_boolean (rand) ? "ready" : "draft", NULL));
  g_assert_true (
      bul_history_set (history, NULL, "slug", g_rand_boolean (rand) ? "ferry" : NULL, NULL));
}

static void
random_undo (GRand *rand, BulHistory *history)
{
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    bul_history_undo (history);
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    bul_history_redo (history);
}

static void
random_group (GRand *rand, BulHistory *history)
{
  gboolean named = g_rand_boolean (rand);

  bul_history_begin (history, named ? "Group" : NULL);
  random_replace (rand, history);
  random_lines (rand, history);
  random_replace (rand, history);
  if (named && g_rand_boolean (rand))
    bul_history_abandon (history);
  else
    bul_history_end (history);
}

static BulStory *
without_revisions (const BulStory *story)
{
  BulStory *copy = bul_record_copy (story);

  g_ptr_array_set_size (copy->revisions, 0);
  return copy;
}

void
deeds_assert_same (const BulStory *a, const BulStory *b)
{
  g_autoptr (BulStory) x = without_revisions (a);
  g_autoptr (BulStory) y = without_revisions (b);

  g_assert_true (bul_record_equal (x, y));
}

void
deeds_do_one (GRand *rand, BulHistory *history)
{
  static void (*const deeds[]) (GRand *, BulHistory *)
      = { random_replace, random_replace,   random_typing, random_lines,
          random_thing,   random_raise,     random_set,    random_undo,
          random_group,   random_dismissal, random_link,   random_move };

  deeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (deeds))](rand, history);
}

static void
check_span (const BulStory *story, const BulSpan *span)
{
  guint position;
  const BulScript *script;
  g_autofree char *words_there = NULL;

  if (span->orphan)
    {
      g_assert_cmpuint (span->start, ==, span->end);
      return;
    }
  script = bul_story_find_block (story, span->on, &position);
  g_assert_nonnull (script);
  words_there = bul_chars_slice (((BulBlock *) script->blocks->pdata[position])->text, span->start,
                                 span->end);
  g_assert_cmpstr (words_there, ==, span->quote);
  g_assert_cmpuint (span->start, <, span->end);
}

static void
check_dismissals (const BulStory *story)
{
  guint position;

  for (guint i = 0; i < story->dismissals->len; i++)
    {
      const BulDismissal *dismissal = story->dismissals->pdata[i];

      g_assert_true (dismissal->on == NULL
                     || bul_story_find_block (story, dismissal->on, &position) != NULL);
    }
}

void
deeds_check_places (const BulStory *story)
{
  check_dismissals (story);
  for (guint i = 0; i < story->annotations->len; i++)
    {
      const BulAnnotation *note = story->annotations->pdata[i];

      for (guint j = 0; j < note->spans->len; j++)
        check_span (story, note->spans->pdata[j]);
    }
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      for (guint j = 0; j < correction->spans->len; j++)
        check_span (story, correction->spans->pdata[j]);
      g_assert_cmpint (correction->reads, ==, bul_correction_make_reads (correction));
    }
  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      for (guint j = 0; j < link->segments->len; j++)
        check_span (story, link->segments->pdata[j]);
      g_assert_cmpint (link->state, ==, bul_link_make_state (link));
    }
}
