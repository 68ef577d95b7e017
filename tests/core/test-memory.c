/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-flow-memory.h"
#include "bul-flow.h"
#include "bul-pairing.h"
#include "test-libraries.h"
#include "unit.h"

#define KOREAN "서울의 기온은 31도였습니다."
#define ENGLISH "The temperature in Seoul was 31 degrees."

/* A story of one sentence in either language, which are a pair that nobody looked at. */
static BulHistory *
make_history (const char *korean, const char *english)
{
  BulStory *story = bul_story_new ();
  const char *texts[] = { korean, english };
  BulLink *link = bul_record_new (&bul_link_type);

  link->key = g_strdup ("l1");
  link->state = BUL_LINK_AUTOMATIC;
  link->confidence = bul_link_format_confidence (0.5);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *script_key = g_strdup_printf ("k%u", i + 1);
      g_autofree char *block_key = g_strdup_printf ("b%u", i + 1);
      BulScript *script = bul_script_new (script_key, i == 0 ? "ko" : "en");

      if (i > 0)
        script->role = BUL_SCRIPT_TRANSLATION;
      g_ptr_array_add (story->scripts, script);
      g_ptr_array_add (script->blocks,
                       bul_block_new (block_key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, texts[i]));
      g_ptr_array_add (link->segments,
                       bul_segment_new (i == 0 ? BUL_LANGUAGE_KOREAN : BUL_LANGUAGE_ENGLISH,
                                        block_key, 0, g_utf8_strlen (texts[i], -1), texts[i]));
    }
  g_ptr_array_add (story->links, link);
  return bul_history_new (story);
}

static void
confirm (BulHistory *history)
{
  const char *keys[] = { "l1", NULL };
  g_autoptr (GError) error = NULL;
  gboolean done = bul_pairing_confirm (history, keys, "Tester", &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
save (BulStore *store, BulHistory *history)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = bul_flow_save (store, history, "Tester", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (saved);
}

/* What is found, as `number:percent`, with ! where numbers differ, ? where names do. */
static char *
find (BulStore *store, BulLanguage language, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = bul_flow_memory_find (store, language, words, 40, 10, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < matches->len; i++)
    {
      const BulFlowMatch *match = matches->pdata[i];

      g_string_append_printf (out, "%s%" G_GINT64_FORMAT ":%u%s%s", i == 0 ? "" : " ",
                              match->entry->number, match->percent,
                              match->numbers_differ ? "!" : "", match->names_differ ? "?" : "");
    }
  return g_string_free (out, FALSE);
}

static void
assert_found (BulStore *store, BulLanguage language, const char *words, const char *wanted)
{
  g_autofree char *found = find (store, language, words);

  g_assert_cmpstr (found, ==, wanted);
}

/* An entry stands as long as its pair is confirmed, and is the same when it is again. */
static void
test_confirmed (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulHistory) history = make_history (KOREAN, ENGLISH);
  g_autoptr (GPtrArray) entries = NULL;
  const BulMemoryEntry *entry;

  save (store, history);
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "");
  confirm (history);
  save (store, history);
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "1:100");
  assert_found (store, BUL_LANGUAGE_ENGLISH, ENGLISH, "1:100");
  entries = bul_store_list_memory (store, 10, NULL);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->korean, ==, KOREAN);
  g_assert_cmpstr (entry->english, ==, ENGLISH);
  g_assert_cmpstr (entry->story, ==, bul_history_get_story (history)->uid);
  g_assert_cmpstr (entry->by, ==, "Tester");
  g_assert_cmpuint (entry->revision, ==, 2);

  /* undone, and done again */
  bul_history_undo (history);
  save (store, history);
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "");
  confirm (history);
  save (store, history);
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "1:100");

  /* said to be wrong */
  g_assert_true (bul_pairing_unlink (history, "l1", "Tester", NULL));
  save (store, history);
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "");
}

/* The same words are the same whatever their particles, and figures whatever their writing. */
static void
test_like (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *what;
    BulLanguage language;
    const char *words;
    const char *found;
  } cases[] = {
    { "other number", BUL_LANGUAGE_KOREAN, "서울의 기온은 28도였습니다.", "1:75!" },
    { "other name", BUL_LANGUAGE_ENGLISH, "The temperature in Busan was 31 degrees.", "1:75?" },
    { "other name", BUL_LANGUAGE_KOREAN, "부산의 기온은 31도였습니다.", "1:75?" },
    { "other word", BUL_LANGUAGE_KOREAN, "서울의 습도는 31도였습니다.", "1:75" },
    { "other sign", BUL_LANGUAGE_ENGLISH, "The temperature in Seoul was 31 degrees", "1:99" },
    { "nothing like it", BUL_LANGUAGE_ENGLISH, "Police arrested three suspects.", "" },
    { "blanks", BUL_LANGUAGE_KOREAN, "  ", "" },
    { "what FTS or SQL would read", BUL_LANGUAGE_ENGLISH, "\" OR 'x'; -- * NEAR(", "" },
  };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulHistory) history = make_history (KOREAN, ENGLISH);

  confirm (history);
  save (store, history);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      assert_found (store, cases[i].language, cases[i].words, cases[i].found);
    }
}

static void
entry_free (gpointer data)
{
  bul_memory_entry_free (data);
}

/* Where many newer entries have each of the words, an old one that has them all is found. */
static void
test_common (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree char *found = NULL;
  guint n_new;

  g_ptr_array_add (entries, bul_memory_entry_new ("서울 부산 대구 광주.", "Four towns."));
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *korean = g_strdup_printf (i % 2 == 0 ? "서울 부산 %u." : "대구 광주 %u.", i);

      g_ptr_array_add (entries, bul_memory_entry_new (korean, "Two towns."));
    }
  g_assert_true (bul_store_add_memory (store, entries, &n_new, NULL));
  found = find (store, BUL_LANGUAGE_KOREAN, "서울 부산 대구 광주 제주.");
  g_assert_true (g_str_has_prefix (found, "1:80"));
}

/* What is forgotten stays so whatever is saved, until it is recalled. */
static void
test_forgotten (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulHistory) history = make_history (KOREAN, ENGLISH);
  g_autoptr (GError) error = NULL;

  confirm (history);
  save (store, history);
  g_assert_true (bul_store_forget_memory (store, 1, NULL));
  bul_history_undo (history);
  save (store, history);
  confirm (history);
  save (store, history);
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "");
  g_assert_false (bul_store_forget_memory (store, 1, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  g_assert_true (bul_store_recall_memory (store, 1, NULL));
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "1:100");

  /* recalled when it is confirmed no more */
  g_assert_true (bul_store_forget_memory (store, 1, NULL));
  bul_history_undo (history);
  save (store, history);
  g_assert_true (bul_store_recall_memory (store, 1, NULL));
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "");
}

/* A library from before has what was confirmed in it, and finds the like of it after a save. */
static void
test_migrated (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulHistory) history = make_history (KOREAN, ENGLISH);
  g_autoptr (BulHistory) other = make_history ("비가 옵니다.", "It rains.");

  confirm (history);
  save (store, history);
  g_clear_pointer (&store, bul_store_close);
  library_run_sql (library, "DROP TABLE tag_receipt_undone; DROP TABLE person_undone;"
                            " DROP TABLE search_outdated; DROP TABLE saved_search;"
                            " DROP TABLE word_tie; DROP TABLE word_count; DROP TABLE word_version;"
                            " DROP TABLE term; DROP TABLE search_memory; DROP TABLE memory;"
                            " PRAGMA user_version = 10");
  store = library_open (library, BUL_STORE_READ_WRITE);
  assert_found (store, BUL_LANGUAGE_KOREAN, KOREAN, "1:100");
  save (store, other);
  assert_found (store, BUL_LANGUAGE_ENGLISH, "The temperature in Busan was 31 degrees.", "1:75?");
}

UNIT (memory)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/memory/" path, Library, NULL, library_set_up, func, library_tear_down)
  ADD ("confirmed", test_confirmed);
  ADD ("like", test_like);
  ADD ("common", test_common);
  ADD ("forgotten", test_forgotten);
  ADD ("migrated", test_migrated);
#undef ADD
  return g_test_run ();
}
