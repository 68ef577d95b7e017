/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-memory.h"

#include <string.h>

#include "bul-error.h"
#include "bul-memory-table-private.h"
#include "bul-store-private.h"

/* The newest entries that are looked at for one token: one that more have tells little. Where a
 * sentence has hardly any that is seldomer, more are of those that reach back farthest. */
#define MOST_OF_WORD 400
#define LEAST_SELDOM 3
#define MOST_OF_COMMON_WORD 4000
#define MOST_COMMON_WORDS 12
/* Entries of a large memory: what a token tells is the logarithm of the share that has it. */
#define USUAL_SIZE 100000
/* Entries written in one transaction. */
#define BATCH 200

#define COLUMNS                                                                                    \
  "SELECT memory.id, korean, english, story.uid, memory.revision, by, at, origin FROM memory"      \
  " LEFT JOIN story ON story.id = memory.story "

BulMemoryEntry *
bul_memory_entry_new (const char *korean, const char *english)
{
  BulMemoryEntry *self = g_new0 (BulMemoryEntry, 1);

  self->korean = g_strdup (korean);
  self->english = g_strdup (english);
  return self;
}

void
bul_memory_entry_free (BulMemoryEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->korean);
  g_free (self->english);
  g_free (self->story);
  g_free (self->by);
  g_free (self->at);
  g_free (self->origin);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  bul_memory_entry_free (data);
}

const char *
bul_memory_entry_get_words (const BulMemoryEntry *self, BulLanguage language)
{
  return language == BUL_LANGUAGE_KOREAN ? self->korean : self->english;
}

/* Steps @select, which has COLUMNS, to its end. */
static gboolean
read_entries (BulDb *db, sqlite3_stmt *select, GPtrArray *entries, GError **error)
{
  BulDbStep step;

  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      BulMemoryEntry *entry = g_new0 (BulMemoryEntry, 1);

      entry->number = sqlite3_column_int64 (select, 0);
      entry->korean = bul_db_dup_text (select, 1);
      entry->english = bul_db_dup_text (select, 2);
      entry->story = bul_db_dup_text (select, 3);
      entry->revision = sqlite3_column_int64 (select, 4);
      entry->by = bul_db_dup_text (select, 5);
      entry->at = bul_db_dup_text (select, 6);
      entry->origin = bul_db_dup_text (select, 7);
      g_ptr_array_add (entries, entry);
    }
  return step == BUL_DB_DONE;
}

/* --- finding */

typedef struct
{
  gint64 memory;
  guint weight;
} Candidate;

/* The entries that have a token, the newest first. */
typedef struct
{
  const char *word; /* borrowed */
  GArray *entries;  /* of gint64 */
} Posting;

static void
posting_clear (gpointer data)
{
  g_array_unref (((Posting *) data)->entries);
}

/* Reads the newest @most entries that have the token. */
static gboolean
read_posting (BulDb *db, BulLanguage language, Posting *posting, guint most, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db,
                        "SELECT memory FROM search_memory WHERE language = :language"
                        " AND word = :word ORDER BY memory DESC LIMIT :most",
                        error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  g_array_set_size (posting->entries, 0);
  bul_db_bind_text (select, "language", bul_language_words[language]);
  bul_db_bind_text (select, "word", posting->word);
  bul_db_bind_number (select, "most", most);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      gint64 memory = sqlite3_column_int64 (select, 0);

      g_array_append_val (posting->entries, memory);
    }
  return step == BUL_DB_DONE;
}

/* 0 for a token that has fewer entries than are looked at. */
static gint64
get_farthest (const Posting *posting)
{
  guint n = posting->entries->len;

  return n < MOST_OF_WORD ? 0 : g_array_index (posting->entries, gint64, n - 1);
}

/* The seldomest first: as many entries as are looked at reach back the farther, the fewer there
 * are. */
static int
compare_postings (gconstpointer a, gconstpointer b)
{
  const Posting *one = a;
  const Posting *other = b;
  gint64 farthest_one = get_farthest (one);
  gint64 farthest_other = get_farthest (other);

  if (farthest_one != farthest_other)
    return farthest_one < farthest_other ? -1 : 1;
  if (one->entries->len != other->entries->len)
    return one->entries->len < other->entries->len ? -1 : 1;
  return strcmp (one->word, other->word);
}

/* Reads more entries of the seldomest among the tokens that very many have. */
static gboolean
read_farther (BulDb *db, BulLanguage language, GArray *postings, GError **error)
{
  guint n = 0;

  g_array_sort (postings, compare_postings);
  for (guint i = 0; i < postings->len && n < MOST_COMMON_WORDS; i++)
    {
      Posting *posting = &g_array_index (postings, Posting, i);

      if (posting->entries->len < MOST_OF_WORD)
        continue;
      if (!read_posting (db, language, posting, MOST_OF_COMMON_WORD, error))
        return FALSE;
      n++;
    }
  return TRUE;
}

/* Returns: (transfer full) (element-type Posting): of all tokens; or %NULL */
static GArray *
read_postings (BulDb *db, BulLanguage language, GHashTable *tokens, GError **error)
{
  g_autoptr (GArray) postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  GHashTableIter iter;
  gpointer word;
  guint n_seldom = 0;

  g_array_set_clear_func (postings, posting_clear);
  g_hash_table_iter_init (&iter, tokens);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      Posting posting = { word, g_array_new (FALSE, FALSE, sizeof (gint64)) };

      g_array_append_val (postings, posting);
      if (!read_posting (db, language, &posting, MOST_OF_WORD, error))
        return NULL;
      n_seldom += posting.entries->len > 0 && posting.entries->len < MOST_OF_WORD;
    }
  if (n_seldom < LEAST_SELDOM && !read_farther (db, language, postings, error))
    return NULL;
  return g_steal_pointer (&postings);
}

/* Adds to @weights (id → Candidate) what one token tells: the seldomer it is, the more. */
static void
weigh (const Posting *posting, GHashTable *weights)
{
  const GArray *entries = posting->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      gint64 memory = g_array_index (entries, gint64, i);
      Candidate *candidate = g_hash_table_lookup (weights, &memory);

      if (candidate == NULL)
        {
          candidate = g_new0 (Candidate, 1);
          candidate->memory = memory;
          g_hash_table_insert (weights, &candidate->memory, candidate);
        }
      candidate->weight += g_bit_storage (USUAL_SIZE / (1 + entries->len));
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return one->memory > other->memory ? -1 : one->memory < other->memory;
}

/* Those that are the same, whatever their tokens: also where they have none yet. */
static gboolean
add_same (BulDb *db, BulLanguage language, const char *words, GPtrArray *entries, GError **error)
{
  sqlite3_stmt *select
      = language == BUL_LANGUAGE_KOREAN
            ? bul_db_prepare (db,
                              COLUMNS "WHERE memory.state = 'kept' AND korean = :words"
                                      " ORDER BY memory.id DESC LIMIT 20",
                              error)
            : bul_db_prepare (db,
                              COLUMNS "WHERE memory.state = 'kept' AND english = :words"
                                      " ORDER BY memory.id DESC LIMIT 20",
                              error);

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "words", words);
  return read_entries (db, select, entries, error);
}

static gboolean
add_like (BulDb *db,
          BulLanguage language,
          const char *words,
          guint most,
          GPtrArray *entries,
          GError **error)
{
  g_autoptr (GHashTable) tokens = bul_memory_table_list_words (words);
  g_autoptr (GHashTable) weights
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GArray) postings = read_postings (db, language, tokens, error);
  GHashTableIter iter;
  gpointer found;

  if (postings == NULL)
    return FALSE;
  for (guint i = 0; i < postings->len; i++)
    weigh (&g_array_index (postings, Posting, i), weights);
  g_hash_table_iter_init (&iter, weights);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    g_ptr_array_add (sorted, found);
  g_ptr_array_sort (sorted, compare_candidates);
  for (guint i = 0; i < sorted->len && i < most; i++)
    {
      const Candidate *candidate = sorted->pdata[i];
      sqlite3_stmt *select
          = bul_db_prepare (db,
                            COLUMNS "WHERE memory.state = 'kept' AND memory.id = :id AND :words"
                                    " <> CASE :language WHEN 'ko' THEN korean ELSE english END",
                            error);

      if (select == NULL)
        return FALSE;
      bul_db_bind_number (select, "id", candidate->memory);
      bul_db_bind_text (select, "words", words);
      bul_db_bind_text (select, "language", bul_language_words[language]);
      if (!read_entries (db, select, entries, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
bul_store_find_memory (
    BulStore *self, BulLanguage language, const char *words, guint n, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  return add_same (self->db, language, words, entries, error)
                 && add_like (self->db, language, words, n, entries, error)
             ? g_steal_pointer (&entries)
             : NULL;
}

GPtrArray *
bul_store_list_memory (BulStore *self, guint n, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  sqlite3_stmt *select = bul_db_prepare (
      self->db, COLUMNS "WHERE memory.state = 'kept' ORDER BY memory.id DESC LIMIT :most", error);

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "most", n);
  return read_entries (self->db, select, entries, error) ? g_steal_pointer (&entries) : NULL;
}

/* --- changing */

static gboolean
add_one (BulDb *db, const BulMemoryEntry *entry, guint *n_new, GError **error)
{
  sqlite3_stmt *insert = bul_db_prepare (
      db,
      "INSERT INTO memory (korean, english, revision, by, at, origin, state, indexed)"
      " SELECT :korean, :english, 0, :by, :at, :origin, 'kept', 0 WHERE NOT EXISTS"
      " (SELECT 1 FROM memory WHERE korean = :korean AND english = :english"
      "  AND (story IS NULL OR state = 'kept'))",
      error);

  if (insert == NULL)
    return FALSE;
  bul_db_bind_text (insert, "korean", entry->korean);
  bul_db_bind_text (insert, "english", entry->english);
  bul_db_bind_text (insert, "by", entry->by);
  bul_db_bind_text (insert, "at", entry->at);
  bul_db_bind_text (insert, "origin", entry->origin);
  if (!bul_db_run (db, insert, error))
    return FALSE;
  *n_new += sqlite3_changes (db->handle);
  return TRUE;
}

gboolean
bul_store_add_memory (BulStore *self, const GPtrArray *entries, guint *n_new, GError **error)
{
  *n_new = 0;
  for (guint i = 0; i < entries->len;)
    {
      guint last = MIN (i + BATCH, entries->len);
      gboolean added = TRUE;

      if (!bul_store_begin (self, error))
        return FALSE;
      while (added && i < last)
        added = add_one (self->db, entries->pdata[i++], n_new, error);
      added = added && bul_memory_table_index (self->db, error);
      if (!bul_store_end (self, added, error))
        return FALSE;
      bul_lock_give_way (self->lock);
    }
  return TRUE;
}

/* Inside a transaction. */
static gboolean
run_on_entry (BulDb *db, sqlite3_stmt *update, gint64 number, GError **error)
{
  if (update == NULL)
    return FALSE;
  bul_db_bind_number (update, "id", number);
  if (!bul_db_run (db, update, error))
    return FALSE;
  if (sqlite3_changes (db->handle) > 0)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
               "The memory has no entry %" G_GINT64_FORMAT " of which that can be said. Nothing was"
               " changed.",
               number);
  return FALSE;
}

gboolean
bul_store_forget_memory (BulStore *self, gint64 number, GError **error)
{
  static const char sql[]
      = "UPDATE memory SET state = 'forgotten' WHERE id = :id AND state = 'kept'";

  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (
      self, run_on_entry (self->db, bul_db_prepare (self->db, sql, error), number, error), error);
}

gboolean
bul_store_recall_memory (BulStore *self, gint64 number, GError **error)
{
  static const char sql[]
      = "UPDATE memory SET state = CASE WHEN story IS NULL OR EXISTS (SELECT 1 FROM link"
        "  WHERE link.story = memory.story AND link.state = 'confirmed'"
        "  AND link.korean = memory.korean AND link.english = memory.english)"
        " THEN 'kept' ELSE 'withdrawn' END WHERE id = :id AND state = 'forgotten'";

  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (
      self, run_on_entry (self->db, bul_db_prepare (self->db, sql, error), number, error), error);
}
