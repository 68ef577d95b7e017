/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-archive.h"

#include "bul-revision.h"

#define N_LINES 6
#define PAGE 7

static void
free_record (gpointer record)
{
  bul_record_free (record);
}

void
archive_set_up (Archive *self, gconstpointer data)
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

void
archive_tear_down (Archive *self, gconstpointer data)
{
  bul_store_close (self->store);
  g_ptr_array_unref (self->stories);
  g_rand_free (self->rand);
  news_maker_free (self->maker);
  library_tear_down (&self->library, NULL);
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
void
archive_find_known (
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

GHashTable *
archive_make_known (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* Returns: (transfer full): their uids. */
GPtrArray *
archive_find (BulStore *store, const char *typed, BulQueryFlags flags)
{
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = archive_make_known ();

  archive_find_known (store, typed, flags, known, uids);
  return uids;
}

void
archive_prepare (BulStore *store)
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

/* Returns: the number of the revision before. */
static guint
change (Archive *self, BulStory *story)
{
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
  return base;
}

void
archive_save_changed (Archive *self, guint i)
{
  BulStory *story = self->stories->pdata[i];
  guint base = change (self, story);

  library_save (self->store, story, base);
}

void
archive_put_off_changed (Archive *self, guint i)
{
  BulStory *story = self->stories->pdata[i];
  guint base = change (self, story);
  g_autoptr (GError) error = NULL;

  bul_store_save_journaled (self->store, story, base, NULL, &error);
  g_assert_no_error (error);
}

/* A story of these lines, the first of which is its headline. */
void
archive_save_lines (Archive *self, const char *uid, const char *date, const char *const *lines)
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
