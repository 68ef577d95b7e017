/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "bul-db-private.h"
#include "bul-error.h"
#include "bul-revision.h"
#include "bul-search-facets.h"
#include "news-maker.h"
#include "test-libraries.h"

#define N_STORIES 300
#define N_LINES 6
#define N_TERMS 500
#define PAGE 7

/* Stories as they were saved, and a library that has them. */
typedef struct
{
  Library library;
  NewsMaker *maker;
  GRand *rand;
  GPtrArray *stories;
  BulStore *store;
} Archive;

static void
free_record (gpointer record)
{
  bul_record_free (record);
}

static void
set_up (Archive *self, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  library_set_up (&self->library, NULL);
  self->maker = news_maker_new (11, 2000);
  self->rand = g_rand_new_with_seed (12);
  self->stories = g_ptr_array_new_with_free_func (free_record);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->stories, news_maker_make (self->maker, N_LINES));
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  g_assert_true (bul_store_save_many (self->store, self->stories, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Archive *self, gconstpointer data)
{
  bul_store_close (self->store);
  g_ptr_array_unref (self->stories);
  g_rand_free (self->rand);
  news_maker_free (self->maker);
  library_tear_down (&self->library, NULL);
}

static void
reopen (Archive *self)
{
  bul_store_close (self->store);
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
}

static char *
dup_uid (BulSearch *search, gint64 docid)
{
  g_autoptr (GError) error = NULL;
  BulStoreRow *row = bul_search_load_row (search, docid, &error);
  char *uid;

  g_assert_no_error (error);
  uid = g_strdup (row->uid);
  bul_store_row_free (row);
  return uid;
}

/* @uids: of docids that were loaded before. Borrowed. */
static const char *
find_uid (BulSearch *search, gint64 docid, GHashTable *uids)
{
  const char *uid = g_hash_table_lookup (uids, &docid);

  if (uid != NULL)
    return uid;
  g_hash_table_insert (uids, g_memdup2 (&docid, sizeof docid), dup_uid (search, docid));
  return g_hash_table_lookup (uids, &docid);
}

/* Adds the uids of all that answer, the newest first, page by page. */
static void
find_known (
    BulStore *store, const char *typed, BulQueryFlags flags, GHashTable *known, GPtrArray *uids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulQuery) query = bul_query_new (typed, flags);
  g_autoptr (BulSearch) search = bul_search_new (store, query, &error);
  gint64 before = G_MAXINT64;
  guint n = 0;
  guint n_hits;

  g_assert_no_error (error);
  do
    {
      g_autoptr (GArray) hits = bul_search_list_newest (search, before, PAGE, NULL, &error);

      g_assert_no_error (error);
      n_hits = hits->len;
      for (guint i = 0; i < n_hits; i++)
        {
          gint64 docid = g_array_index (hits, BulSearchHit, i).docid;

          g_assert_cmpint (docid, <, before);
          before = docid;
          g_ptr_array_add (uids, g_strdup (find_uid (search, docid, known)));
        }
    }
  while (n_hits == PAGE);
  g_assert_true (bul_search_count (search, NULL, &n, &error));
  g_assert_cmpuint (n, ==, uids->len);
}

static GHashTable *
make_known (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* Returns: (transfer full): their uids. */
static GPtrArray *
find_all (BulStore *store, const char *typed, BulQueryFlags flags)
{
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = make_known ();

  find_known (store, typed, flags, known, uids);
  return uids;
}

static gboolean
has_words (const BulStory *story, const char *words)
{
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        if (strstr (((BulBlock *) script->blocks->pdata[j])->text, words) != NULL)
          return TRUE;
    }
  return FALSE;
}

/* A piece of a Hangul word of some story, up to five syllables, or two syllables that may be
 * nowhere. */
static char *
choose_term (Archive *self)
{
  const BulStory *story
      = self->stories->pdata[g_rand_int_range (self->rand, 0, (gint32) self->stories->len)];
  const BulScript *script = story->scripts->pdata[0];
  const BulBlock *block
      = script->blocks->pdata[g_rand_int_range (self->rand, 0, (gint32) script->blocks->len)];
  g_auto (GStrv) words = g_strsplit_set (block->text, " .,", -1);
  const char *word = words[g_rand_int_range (self->rand, 0, (gint32) g_strv_length (words))];
  glong length = g_utf8_strlen (word, -1);
  glong start = length == 0 ? 0 : g_rand_int_range (self->rand, 0, (gint32) length);
  glong n = g_rand_int_range (self->rand, 1, 6);
  g_autofree char *term = g_utf8_substring (word, start, MIN (start + n, length));

  for (const char *p = term; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) < 0xac00 || g_utf8_get_char (p) > 0xd7a3)
      return g_strdup (news_maker_pick_word (self->maker));
  return *term == '\0' ? g_strdup (news_maker_pick_word (self->maker)) : g_steal_pointer (&term);
}

/* Every story that has the syllables in a row is found, and hardly any other. */
static void
test_oracle (Archive *self, gconstpointer data)
{
  g_autoptr (GHashTable) known = make_known ();
  guint n_terms = data == NULL ? N_TERMS / 10 : N_TERMS;
  guint n_there = 0;
  guint n_found = 0;
  guint n_right = 0;

  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *term = choose_term (self);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", term);
      g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

      find_known (self->store, quoted, 0, known, uids);
      for (guint j = 0; j < uids->len; j++)
        g_assert_true (g_hash_table_add (found, uids->pdata[j]));
      n_found += uids->len;
      for (guint j = 0; j < self->stories->len; j++)
        {
          const BulStory *story = self->stories->pdata[j];

          if (!has_words (story, term))
            continue;
          n_there++;
          if (!g_hash_table_contains (found, story->uid))
            g_error ("“%s” is not found in %s", term, story->uid);
          n_right++;
        }
    }
  g_test_message ("%u terms: %u there, %u found, %u right", n_terms, n_there, n_found, n_right);
  g_assert_cmpuint (n_there, >, 10 * n_terms);
  g_assert_cmpuint (n_right * 100, >=, n_found * 99);
}

static char *
make_nonsense (GRand *rand)
{
  static const char *const some[] = { "친서",
                                      "핵",
                                      "a",
                                      "\"",
                                      "(",
                                      ")",
                                      "|",
                                      "OR",
                                      "NOT",
                                      "AND",
                                      "-",
                                      " ",
                                      "*",
                                      "^",
                                      "+",
                                      ":",
                                      "{",
                                      "}",
                                      "'",
                                      "''",
                                      ";",
                                      "NEAR",
                                      "北",
                                      "speaker:",
                                      "date:",
                                      "2025",
                                      "..",
                                      "ㄱ",
                                      "head:",
                                      "한",
                                      "5월",
                                      "\\",
                                      "\377",
                                      "\n",
                                      "\356\200\200",
                                      "\356\200\201",
                                      "=",
                                      "\"\"",
                                      "0",
                                      "search_text",
                                      "--",
                                      "“" };
  GString *out = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, 14);

  for (guint i = 0; i < n; i++)
    g_string_append (out, some[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (some))]);
  return g_string_free (out, FALSE);
}

/* Whatever is typed is a query. */
static void
test_nonsense (Archive *self, gconstpointer data)
{
  for (guint i = 0; i < 1200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *typed = make_nonsense (self->rand);
      g_autoptr (BulQuery) query = bul_query_new (typed, (BulQueryFlags) (i % 4));
      g_autoptr (BulSearch) search = bul_search_new (self->store, query, &error);
      g_autoptr (GArray) newest = NULL;
      g_autoptr (GArray) best = NULL;

      g_assert_no_error (error);
      newest = bul_search_list_newest (search, G_MAXINT64, 5, NULL, &error);
      g_assert_no_error (error);
      best = bul_search_list_best (search, 5, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (newest->len, ==, best->len);
      for (guint j = 0; j < newest->len; j++)
        g_ptr_array_unref (bul_search_list_places (
            search, g_array_index (newest, BulSearchHit, j).docid, 3, &error));
      g_assert_no_error (error);
    }
}

/* Everything that the indexes hold, by story. */
static char *
dump_index (Archive *self)
{
  static const char *const sql[]
      = { "SELECT story, term, col, offset FROM temp.texts JOIN search_document ON docid = doc"
          " ORDER BY 1, 2, 3, 4",
          "SELECT story, term, 0, 0 FROM temp.syllables JOIN search_document ON docid = doc"
          " ORDER BY 1, 2" };
  g_autoptr (BulDb) db = bul_db_open (self->library.path, SQLITE_OPEN_READWRITE, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n = 0;

  g_assert_true (bul_db_exec (
      db,
      "CREATE VIRTUAL TABLE temp.texts USING fts5vocab (main, search_text, instance);"
      "CREATE VIRTUAL TABLE temp.syllables USING fts5vocab (main, search_syllable, instance);"
      "INSERT INTO search_text (search_text) VALUES ('integrity-check');"
      "INSERT INTO search_syllable (search_syllable) VALUES ('integrity-check')",
      NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      sqlite3_stmt *select = bul_db_prepare (db, sql[i], NULL);

      for (; bul_db_step (db, select, NULL) == BUL_DB_ROW; n++)
        for (int j = 0; j < 4; j++)
          g_checksum_update (sum, sqlite3_column_text (select, j),
                             sqlite3_column_bytes (select, j) + 1);
    }
  return g_strdup_printf ("%s of %u", g_checksum_get_string (sum), n);
}

static void
prepare_all (BulStore *store)
{
  guint left = 1;
  gboolean ready = FALSE;
  g_autoptr (GError) error = NULL;

  while (left > 0)
    {
      bul_search_prepare (store, &left, &error);
      g_assert_no_error (error);
    }
  g_assert_true (bul_search_is_ready (store, &ready, NULL));
  g_assert_true (ready);
}

static void
change_text (Archive *self, BulStory *story)
{
  const BulScript *script = story->scripts->pdata[0];
  BulBlock *block
      = script->blocks->pdata[g_rand_int_range (self->rand, 0, (gint32) script->blocks->len)];

  g_free (block->text);
  block->text = news_maker_make_sentence (self->maker);
}

/* Saves the story again with something changed: words, the day, who speaks, or nothing. */
static void
save_changed (Archive *self, guint i)
{
  BulStory *story = self->stories->pdata[i];
  BulRevision *revision = bul_record_new (&bul_revision_type);
  guint base = story->revisions->len;

  switch (g_rand_int_range (self->rand, 0, 4))
    {
    case 0:
      g_free (story->page_date);
      story->page_date = g_strdup_printf ("2026-01-%02d", g_rand_int_range (self->rand, 1, 29));
      break;
    case 1:
      g_ptr_array_set_size (story->speakers, 1);
      break;
    case 2:
      break;
    default:
      change_text (self, story);
    }
  revision->number = base + 1;
  revision->uuid = g_uuid_string_random ();
  g_ptr_array_add (story->revisions, revision);
  library_save (self->store, story, base);
}

/* However stories were saved, the index is what a new one would be. */
static void
test_again (Archive *self, gconstpointer data)
{
  g_autofree char *first = dump_index (self);
  g_autofree char *saved = NULL;
  g_autofree char *anew = NULL;

  for (guint i = 0; i < 60; i++)
    save_changed (self, (guint) g_rand_int_range (self->rand, 0, (gint32) self->stories->len));
  saved = dump_index (self);
  g_assert_cmpstr (saved, !=, first);
  g_assert_true (bul_search_give_up (self->store, NULL));
  prepare_all (self->store);
  anew = dump_index (self);
  g_assert_cmpstr (anew, ==, saved);
  test_oracle (self, NULL);
}

/* A library that has no such tables yet is found in once it was prepared. */
static void
test_old_library (Archive *self, gconstpointer data)
{
  g_autofree char *before = dump_index (self);
  g_autofree char *after = NULL;
  gboolean ready = TRUE;

  g_clear_pointer (&self->store, bul_store_close);
  library_drop_search (&self->library);
  library_run_sql (&self->library, "PRAGMA user_version = 6");
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  save_changed (self, 3);
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  prepare_all (self->store);
  after = dump_index (self);
  /* Rows of values are given anew. */
  g_assert_cmpstr (strstr (after, "of"), !=, "of 0");
  g_assert_nonnull (before);
  test_oracle (self, NULL);
}

/* One that is only read is found in as well, and left as it is. */
static void
test_read_old_library (Archive *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before;
  gsize n_after;

  g_clear_pointer (&self->store, bul_store_close);
  library_drop_search (&self->library);
  library_run_sql (&self->library, "PRAGMA user_version = 6; PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (self->library.path, &before, &n_before, NULL));
  self->store = library_open (&self->library, BUL_STORE_READ_ONLY);
  prepare_all (self->store);
  test_oracle (self, NULL);
  g_clear_pointer (&self->store, bul_store_close);
  g_assert_true (g_file_get_contents (self->library.path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Tokens of another version are neither added to nor taken from, and made anew. */
static void
test_other_version (Archive *self, gconstpointer data)
{
  gboolean ready = TRUE;

  library_run_sql (&self->library, "UPDATE search_progress SET version = 99");
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  for (guint i = 0; i < 10; i++)
    save_changed (self, i);
  prepare_all (self->store);
  g_free (dump_index (self));
  test_oracle (self, NULL);
}

/* What stories are found by may be damaged: they are saved all the same, and found again later. */
static void
test_damaged (Archive *self, gconstpointer data)
{
  gboolean ready = TRUE;

  library_run_sql (&self->library,
                   "UPDATE search_text_data SET block = x'0102030405' WHERE id > 1");
  reopen (self);
  for (guint i = 0; i < 10; i++)
    save_changed (self, i);
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  prepare_all (self->store);
  g_free (dump_index (self));
  test_oracle (self, NULL);
}

static void
test_cancelled (Archive *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BulQuery) query = bul_query_new ("-친서", 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  guint n = 0;

  g_assert_true (bul_search_count (search, cancellable, &n, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (bul_search_count (search, cancellable, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (bul_search_count (search, NULL, &n, &error));
}

/* A story of these lines, the first of which is its headline. */
static void
save_lines (Archive *self, const char *uid, const char *date, const char *const *lines)
{
  g_autoptr (BulStory) story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "ko");
  BulRevision *revision = bul_record_new (&bul_revision_type);

  g_free (story->uid);
  story->uid = g_strdup (uid);
  story->page_date = g_strdup (date);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      BulBlock *block = bul_record_new (&bul_block_type);

      block->key = g_strdup_printf ("b%u", i + 1);
      block->kind = i == 0 ? BUL_BLOCK_HEADLINE : BUL_BLOCK_PARAGRAPH;
      g_free (block->text);
      block->text = g_strdup (lines[i]);
      g_ptr_array_add (script->blocks, block);
    }
  g_ptr_array_add (story->scripts, script);
  revision->number = 1;
  revision->uuid = g_uuid_string_random ();
  g_ptr_array_add (story->revisions, revision);
  library_save (self->store, story, 0);
}

static const char *const first_lines[]
    = { "대통령 “친서 보냈다”", "5월 친서를 핵 실험장에서. 北, 응답 없어", "KBC는 3차 회담을 봤다",
        "Elections in Korea’s café", NULL };
static const char *const second_lines[]
    = { "북한 핵실험장 폐쇄", "親書 없이 경기도 전문가가", "실험", "장 15월 3 차 電力", NULL };

static void
save_two (Archive *self)
{
  save_lines (self, "first", "2025-05-02", first_lines);
  save_lines (self, "second", "2025-06-30", second_lines);
}

typedef struct
{
  const char *typed;
  BulQueryFlags flags;
  const char *found;
} Case;

static void
check_cases (Archive *self, const Case *cases, guint n_cases)
{
  save_two (self);
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GPtrArray) uids = find_all (self->store, cases[i].typed, cases[i].flags);
      g_autofree char *found = NULL;

      g_ptr_array_add (uids, NULL);
      found = g_strjoinv (" ", (GStrv) uids->pdata);
      if (!g_str_equal (found, cases[i].found))
        g_error ("“%s” finds “%s”, not “%s”", cases[i].typed, found, cases[i].found);
    }
}

static void
test_forms (Archive *self, gconstpointer data)
{
  static const Case cases[] = {
    /* particles */
    { "친서는", 0, "first" },
    { "\"친서는\"", 0, "" },
    { "대통령에게서는", 0, "first" },
    { "경기도에", 0, "second" },
    { "전문가는", 0, "second" },
    { "KBC가", 0, "first" },
    /* blanks, and none across lines */
    { "핵실험장", 0, "second first" },
    { "\"핵실험장\"", 0, "second" },
    { "\"핵 실험장\"", 0, "first" },
    { "\"실험 장\"", 0, "" },
    /* signs for words */
    { "북한", 0, "second first" },
    { "北", 0, "second first" },
    { "\"北\"", 0, "first" },
    { "親書", 0, "second" },
    { "電", 0, "second" },
    { "力", 0, "second" },
    /* beside figures */
    { "5월", 0, "first" },
    { "15월", 0, "second" },
    { "3차", 0, "first" },
    { "\"3 차\"", 0, "second first" },
  };

  check_cases (self, cases, G_N_ELEMENTS (cases));
}

static void
test_parts (Archive *self, gconstpointer data)
{
  static const Case cases[] = {
    /* one syllable */
    { "핵", 0, "second first" },
    { "서", 0, "first" },
    { "\"월\"", 0, "second first" },
    { "핵 서", 0, "first" },
    { "핵 NOT 서", 0, "second" },
    { "서 OR 폐쇄", 0, "second first" },
    { "핵 -친서 -\"北\"", 0, "second" },
    { "핵 -北", 0, "" },
    { "-핵", 0, "" },
    { "없는말 OR (핵 date:2025-06)", 0, "second" },
    { "핵 date:2025-05", 0, "first" },
    { "-date:2025-05", 0, "second" },
    { "\"북 핵\"", 0, "" },
    { "\"한 핵\"", 0, "second" },
    /* letters */
    { "election", 0, "first" },
    { "ELECTED", 0, "first" },
    { "\"election\"", 0, "" },
    { "=Elections", 0, "first" },
    { "Cafe korea", 0, "first" },
    { "\"korea cafe\"", 0, "first" },
    { "elec", 0, "" },
    { "elec", BUL_QUERY_TYPING, "first" },
    /* as it is composed */
    { "대토", BUL_QUERY_COMPOSING, "first" },
    { "대토", 0, "" },
    { "대ㅌ", BUL_QUERY_COMPOSING, "first" },
    { "대통려", BUL_QUERY_COMPOSING, "first" },
    { "대통령ㅇ", BUL_QUERY_COMPOSING, "first" },
    { "폐ㅅ", BUL_QUERY_COMPOSING, "second" },
    /* however it is put together */
    { "\341\204\216\341\205\265\341\206\253\341\204\211\341\205\245", 0, "first" },
    { "cafe\314\201", 0, "first" },
    /* nothing that can be looked for, and nothing at all */
    { "...", 0, "" },
    { "", 0, "second first" },
  };

  check_cases (self, cases, G_N_ELEMENTS (cases));
}

/* The words of the newest story that are shown as found. */
static char *
dup_places (BulStore *store, const char *typed)
{
  g_autoptr (BulQuery) query = bul_query_new (typed, 0);
  g_autoptr (BulSearch) search = bul_search_new (store, query, NULL);
  g_autoptr (GArray) hits = bul_search_list_newest (search, G_MAXINT64, 1, NULL, NULL);
  g_autoptr (GPtrArray) places
      = bul_search_list_places (search, g_array_index (hits, BulSearchHit, 0).docid, 10, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const BulSearchPlace *place = places->pdata[i];
      g_autofree char *words = g_utf8_substring (place->text, place->range.start, place->range.end);

      g_string_append_printf (out, "%s%s%u:%s", i > 0 ? " " : "", place->block, place->number,
                              words);
    }
  return g_string_free (out, FALSE);
}

static void
test_places (Archive *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *places;
  } cases[] = {
    /* pieces of words, and what they are part of is no part of them */
    { "친서를", "b11:친서 b22:친서" },
    { "서", "b11:서 b22:서 b22:서" },
    { "핵 실험장 date:2025-05", "b22:핵 b22:실험장" },
    { "핵실험장 date:..2025-05", "b22:핵 실험장" },
    { "북한 친서", "b11:친서 b22:친서 b22:北" },
    { "5월 친서", "b11:친서 b22:5월 b22:친서" },
    { "elected -폐쇄", "b44:Elections" },
    { "cafe OR korea", "b44:Korea b44:café" },
    { "date:2025-05", "" },
    { "대통 통령", "b11:대통령" },
  };

  save_two (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = dup_places (self->store, cases[i].typed);

      g_assert_cmpstr (places, ==, cases[i].places);
    }
}

static void
test_fields (Archive *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *other;
  } cases[] = {
    /* the same in other words */
    { "lang:en", "언어:영어" },
    { "state:draft", "상태:\"작성 중\"" },
    { "tag:north-korea", "태그:북한" },
    { "tag:subject:economy", "tag:Economy" },
    { "programme:newsline", "프로그램:NEWSLINE" },
    { "programme:\"주말 뉴스\"", "programme:주말" },
    { "-lang:en", "lang:ko NOT lang:english" },
    { "date:1999", "date:1999-01..1999-12" },
    { "date:1999", "date:1998-12-31..2000 -date:2000 -date:1998-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = find_all (self->store, cases[i].typed, 0);
      g_autoptr (GPtrArray) others = find_all (self->store, cases[i].other, 0);

      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpuint (found->len, <, self->stories->len);
      g_assert_cmpuint (others->len, ==, found->len);
      for (guint j = 0; j < found->len; j++)
        g_assert_cmpstr (found->pdata[j], ==, others->pdata[j]);
    }
}

/* Who speaks is found by the name or a part of it. */
static void
test_speaker (Archive *self, gconstpointer data)
{
  const BulStory *story = self->stories->pdata[5];
  const BulSpeaker *speaker = story->speakers->pdata[0];
  const char *name = ((BulSpeakerName *) speaker->names->pdata[0])->name;
  g_autofree char *whole = g_strdup_printf ("speaker:%s", name);
  g_autofree char *part = g_strdup_printf ("발언자:%s", g_utf8_next_char (name));
  g_autoptr (GPtrArray) by_whole = find_all (self->store, whole, 0);
  g_autoptr (GPtrArray) by_part = find_all (self->store, part, 0);

  g_assert_true (g_ptr_array_find_with_equal_func (by_whole, story->uid, g_str_equal, NULL));
  g_assert_cmpuint (by_part->len, >=, by_whole->len);
  g_assert_cmpuint (by_whole->len, <, 20);
}

/* The query that a facet stands for. */
static char *
dup_query (const BulSearchFacet *facet, const char *typed)
{
  return g_strdup_printf ("(%s) %s:\"%s\"", typed, bul_query_field_get_name (facet->field),
                          facet->value);
}

static void
check_facets (Archive *self, BulSearchFacets *facets, const char *typed)
{
  g_autoptr (BulQuery) query = bul_query_new (typed, 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (GPtrArray) all = find_all (self->store, typed, 0);
  guint seen = 0;
  guint n;

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, &error));
  counted = bul_search_facets_count (facets, search, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, all->len);
  for (guint i = 0; i < counted->len; i++)
    {
      const BulSearchFacet *facet = counted->pdata[i];
      g_autofree char *narrower = dup_query (facet, typed);
      g_autoptr (GPtrArray) found = find_all (self->store, narrower, 0);

      /* No programme's name is a part of another's here; a speaker's may be. */
      g_assert_cmpuint (found->len, >=, facet->n);
      if (facet->field != BUL_QUERY_SPEAKER)
        g_assert_cmpuint (found->len, ==, facet->n);
      seen |= 1u << facet->field;
    }
  g_assert_cmpuint (seen | 1u << BUL_QUERY_HAS, ==, (1u << (BUL_QUERY_DATE + 1)) - 1);
}

/* What is counted is what would be found; also of what was saved since, and anew. */
static void
test_facets (Archive *self, gconstpointer data)
{
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();

  check_facets (self, facets, "정부 OR 이");
  for (guint i = 0; i < 20; i++)
    save_changed (self, i);
  check_facets (self, facets, "정부 OR 이");
  g_assert_true (bul_search_give_up (self->store, NULL));
  prepare_all (self->store);
  save_changed (self, 1);
  check_facets (self, facets, "정부 OR 가");
}

/* What has the words in its headline comes first, however old it is. */
static void
test_best (Archive *self, gconstpointer data)
{
  static const char *const headline[] = { "친서 보냈다", "사흘 만에", NULL };
  static const char *const late[] = { "사흘 만에", "그리고 나서 이제 친서", NULL };
  g_autoptr (BulQuery) query = bul_query_new ("친서", 0);
  g_autoptr (BulSearch) search = NULL;
  g_autoptr (GArray) newest = NULL;
  g_autoptr (GArray) best = NULL;

  save_lines (self, "old", "2001-01-01", headline);
  save_lines (self, "new", "2021-01-01", late);
  search = bul_search_new (self->store, query, NULL);
  newest = bul_search_list_newest (search, G_MAXINT64, 2, NULL, NULL);
  best = bul_search_list_best (search, 2, NULL, NULL);
  g_assert_cmpuint (best->len, ==, 2);
  g_assert_cmpint (g_array_index (best, BulSearchHit, 0).docid, ==,
                   g_array_index (newest, BulSearchHit, 1).docid);
  g_assert_cmpfloat (g_array_index (best, BulSearchHit, 0).score, >,
                     g_array_index (best, BulSearchHit, 1).score);
}

#define ADD(path, n, test) g_test_add (path, Archive, GUINT_TO_POINTER (n), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search/oracle", N_STORIES, test_oracle);
  ADD ("/search/nonsense", 20, test_nonsense);
  ADD ("/search/again", 60, test_again);
  ADD ("/search/old-library", 60, test_old_library);
  ADD ("/search/read-old-library", 60, test_read_old_library);
  ADD ("/search/other-version", 60, test_other_version);
  ADD ("/search/damaged", 60, test_damaged);
  ADD ("/search/cancelled", N_STORIES, test_cancelled);
  ADD ("/search/forms", 0, test_forms);
  ADD ("/search/parts", 0, test_parts);
  ADD ("/search/places", 0, test_places);
  ADD ("/search/fields", 200, test_fields);
  ADD ("/search/facets", 60, test_facets);
  ADD ("/search/speaker", 100, test_speaker);
  ADD ("/search/best", 0, test_best);
  return g_test_run ();
}
