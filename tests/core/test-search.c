/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "bul-store-private.h"
#include "bul-voices-private.h"
#include "test-archive.h"
#include "unit.h"

#define N_STORIES 300
#define N_TERMS 500

static void
reopen (Archive *self)
{
  bul_store_close (self->store);
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
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
  g_autoptr (GHashTable) known = archive_make_known ();
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

      archive_find_known (self->store, quoted, 0, known, uids);
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

/* However stories were saved, the index is what a new one would be. */
static void
test_again (Archive *self, gconstpointer data)
{
  g_autofree char *first = dump_index (self);
  g_autofree char *saved = NULL;
  g_autofree char *anew = NULL;

  for (guint i = 0; i < 60; i++)
    archive_save_changed (self,
                          (guint) g_rand_int_range (self->rand, 0, (gint32) self->stories->len));
  saved = dump_index (self);
  g_assert_cmpstr (saved, !=, first);
  g_assert_true (bul_search_give_up (self->store, NULL));
  archive_prepare (self->store);
  anew = dump_index (self);
  g_assert_cmpstr (anew, ==, saved);
  test_oracle (self, NULL);
}

static guint
pick (Archive *self)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) self->stories->len);
}

static gboolean
is_behind (Archive *self)
{
  gboolean behind = FALSE;

  g_assert_true (bul_search_is_behind (self->store, &behind, NULL));
  return behind;
}

/* Who is heard where. */
static char *
dump_voices (Archive *self)
{
  static const char sql[] = "SELECT name, other, person, story, day, bites FROM search_voice"
                            " ORDER BY 1, 2, 3, 4";
  g_autoptr (GString) lines = g_string_new (NULL);
  sqlite3_stmt *select = bul_db_prepare (self->store->db, sql, NULL);

  while (bul_db_step (self->store->db, select, NULL) == BUL_DB_ROW)
    {
      for (int i = 0; i < 6; i++)
        g_string_append_printf (lines, "%s|", (const char *) sqlite3_column_text (select, i));
      g_string_append_c (lines, '\n');
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* Takes the voices of all stories anew. */
static void
hear_again (Archive *self)
{
  g_assert_true (bul_store_begin (self->store, NULL));
  for (guint i = 1; i <= self->stories->len; i++)
    g_assert_true (bul_voices_update (self->store->db, i, NULL));
  g_assert_true (bul_store_end (self->store, TRUE, NULL));
}

/* All that stories are found by is what it would be if it were made anew. */
static void
check_latest (Archive *self)
{
  g_autofree char *index = dump_index (self);
  g_autofree char *voices = dump_voices (self);
  g_autofree char *index_anew = NULL;
  g_autofree char *voices_anew = NULL;

  g_assert_false (is_behind (self));
  hear_again (self);
  voices_anew = dump_voices (self);
  g_assert_cmpstr (voices, ==, voices_anew);
  g_assert_true (bul_search_give_up (self->store, NULL));
  archive_prepare (self->store);
  index_anew = dump_index (self);
  g_assert_cmpstr (index, ==, index_anew);
  test_oracle (self, NULL);
}

/* A save that is durable first leaves what stories are found by as it is, also where its program is
 * killed then; whoever writes next brings it up to date, to the letter. */
static void
test_put_off (Archive *self, gconstpointer data)
{
  g_autofree char *index = dump_index (self);
  g_autofree char *voices = dump_voices (self);
  g_autofree char *index_after = NULL;
  g_autofree char *voices_after = NULL;

  g_assert_false (is_behind (self));
  for (guint i = 0; i < 60; i++)
    archive_put_off_changed (self, pick (self));
  reopen (self);
  g_assert_true (is_behind (self));
  index_after = dump_index (self);
  voices_after = dump_voices (self);
  g_assert_cmpstr (index_after, ==, index);
  g_assert_cmpstr (voices_after, ==, voices);

  /* Others save the same stories at once, and what they leave stays. */
  for (guint i = 0; i < 20; i++)
    archive_save_changed (self, pick (self));
  g_assert_true (is_behind (self));
  g_assert_true (bul_search_tend (self->store, NULL));
  check_latest (self);
}

/* Where everything is made anew meanwhile, and where that does it. */
static void
test_put_off_anew (Archive *self, gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    archive_put_off_changed (self, pick (self));
  archive_prepare (self->store);
  check_latest (self);

  for (guint i = 0; i < 30; i++)
    archive_put_off_changed (self, pick (self));
  g_assert_true (bul_search_give_up (self->store, NULL));
  for (guint i = 0; i < 30; i++)
    archive_put_off_changed (self, pick (self));
  archive_prepare (self->store);
  check_latest (self);
}

static gint64
count_pieces (Archive *self)
{
  gint64 n = 0;

  g_assert_true (bul_db_get_number (self->store->db,
                                    "SELECT count(DISTINCT segid) FROM search_text_idx", &n, NULL));
  return n;
}

/* The pieces that saves leave become fewer, and hold what they held. */
static void
test_merge (Archive *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_pieces;
  gint64 n_joined;

  while (count_pieces (self) < 8)
    archive_save_changed (self,
                          (guint) g_rand_int_range (self->rand, 0, (gint32) self->stories->len));
  n_pieces = count_pieces (self);
  before = dump_index (self);
  g_assert_true (bul_search_tend (self->store, NULL));
  n_joined = count_pieces (self);
  g_assert_cmpint (n_joined, <, n_pieces);
  after = dump_index (self);
  g_assert_cmpstr (after, ==, before);

  while (bul_search_tend (self->store, NULL) && count_pieces (self) < n_joined)
    n_joined = count_pieces (self);
  g_assert_cmpint (count_pieces (self), ==, n_joined);
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
  library_run_sql (&self->library,
                   "DROP TABLE link_segment; DROP TABLE link; PRAGMA user_version = 6");
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  archive_save_changed (self, 3);
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  archive_prepare (self->store);
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
  library_run_sql (&self->library, "DROP TABLE link_segment; DROP TABLE link; PRAGMA user_version "
                                   "= 6; PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (self->library.path, &before, &n_before, NULL));
  self->store = library_open (&self->library, BUL_STORE_READ_ONLY);
  archive_prepare (self->store);
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
    archive_save_changed (self, i);
  archive_prepare (self->store);
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
    archive_save_changed (self, i);
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  archive_prepare (self->store);
  g_free (dump_index (self));
  test_oracle (self, NULL);
}

/* Found out only when a save was durable already. */
static void
test_damaged_behind (Archive *self, gconstpointer data)
{
  gboolean ready = TRUE;

  for (guint i = 0; i < 10; i++)
    archive_put_off_changed (self, i);
  library_run_sql (&self->library,
                   "UPDATE search_text_data SET block = x'0102030405' WHERE id > 1");
  reopen (self);
  g_assert_true (bul_search_tend (self->store, NULL));
  g_assert_true (bul_search_is_ready (self->store, &ready, NULL));
  g_assert_false (ready);
  archive_prepare (self->store);
  check_latest (self);
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

UNIT (search)
{
  g_test_init (&argc, &argv, NULL);
  ARCHIVE_TEST ("/search/oracle", N_STORIES, test_oracle);
  ARCHIVE_TEST ("/search/again", 60, test_again);
  ARCHIVE_TEST ("/search/put-off", 60, test_put_off);
  ARCHIVE_TEST ("/search/put-off-anew", 60, test_put_off_anew);
  ARCHIVE_TEST ("/search/merge", 60, test_merge);
  ARCHIVE_TEST ("/search/old-library", 60, test_old_library);
  ARCHIVE_TEST ("/search/read-old-library", 60, test_read_old_library);
  ARCHIVE_TEST ("/search/other-version", 60, test_other_version);
  ARCHIVE_TEST ("/search/damaged", 60, test_damaged);
  ARCHIVE_TEST ("/search/damaged-behind", 60, test_damaged_behind);
  ARCHIVE_TEST ("/search/cancelled", N_STORIES, test_cancelled);
  return g_test_run ();
}
