/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "bul-flow-salvage.h"
#include "bul-flow-tag.h"
#include "bul-flow-vocabulary.h"
#include "bul-flow.h"
#include "bul-history.h"
#include "bul-search-facets.h"
#include "bul-store-saved.h"
#include "bul-tags.h"
#include "news-maker.h"
#include "test-libraries.h"
#include "unit.h"

/* More than are done in one portion. */
#define N_STORIES 70

#define CODE "subject:diplomacy"

/* More than the places that an array has to spare. */
#define MANY_SUBJECTS 300

typedef struct
{
  Library library;
  BulStore *store;
  NewsMaker *maker;
  GPtrArray *uids;
} Desk;

static void
add_story (Desk *self)
{
  BulStory *made = news_maker_make (self->maker, 4);
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulStory) story = NULL;

  g_ptr_array_set_size (made->tags, 0);
  g_ptr_array_set_size (made->revisions, 0);
  history = bul_history_new (made);
  story = bul_history_make_revision (history, "Jae", NULL);
  library_save (self->store, story, 0);
  g_ptr_array_add (self->uids, g_strdup (story->uid));
}

static void
set_up (Desk *self, gconstpointer data)
{
  library_set_up (&self->library, data);
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  self->maker = news_maker_new (7, 300);
  self->uids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_STORIES; i++)
    add_story (self);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  g_clear_pointer (&self->store, bul_store_close);
  news_maker_free (self->maker);
  g_ptr_array_unref (self->uids);
  library_tear_down (&self->library, data);
}

static guint
count_tagged (Desk *self, const char *code)
{
  g_autoptr (GPtrArray) tagged = bul_store_find_tagged (self->store, code, NULL);

  return tagged->len;
}

/* One more revision by somebody else, with a tag of its own. */
static void
go_on_with (Desk *self, guint i)
{
  g_autoptr (GError) error = NULL;
  BulStory *story = bul_flow_load (self->store, self->uids->pdata[i], &error);
  guint base = bul_story_get_revision_number (story);
  g_autoptr (BulHistory) history = bul_history_new (story);
  g_autoptr (BulStory) next = NULL;

  g_assert_no_error (error);
  bul_tags_add_code (history, "word:else", NULL, "Kim", &error);
  g_assert_no_error (error);
  next = bul_history_make_revision (history, "Kim", NULL);
  library_save (self->store, next, base);
}

/* A step is no more than a portion, and others may write before the next. */
static void
test_portions (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulFlowTagRun) run = bul_flow_tag_run_new (self->uids, BUL_TAG_DEED_ADD, CODE, "Min");
  g_autoptr (BulFlowTagRun) undo = NULL;
  g_autoptr (BulStoreReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_flow_tag_run_step (run, self->store, &error));
  g_assert_false (bul_flow_tag_run_is_done (run));
  g_assert_cmpuint (count_tagged (self, CODE), ==, bul_flow_tag_run_get_n_done (run));
  go_on_with (self, N_STORIES - 1);
  while (!bul_flow_tag_run_is_done (run))
    g_assert_true (bul_flow_tag_run_step (run, self->store, &error));
  g_assert_cmpuint (bul_flow_tag_run_get_result (run)->n_changed, ==, N_STORIES);
  g_assert_cmpuint (count_tagged (self, CODE), ==, N_STORIES);

  go_on_with (self, 3);
  undo = bul_flow_tag_run_new_undo (self->store, bul_flow_tag_run_get_result (run)->receipt, "Min",
                                    &error);
  g_assert_no_error (error);
  while (!bul_flow_tag_run_is_done (undo))
    g_assert_true (bul_flow_tag_run_step (undo, self->store, &error));
  g_assert_true (bul_flow_tag_run_end_undo (undo, self->store, &error));
  /* What went on since is left, and named. */
  g_assert_cmpuint (bul_flow_tag_run_get_result (undo)->n_changed, ==, N_STORIES - 1);
  g_assert_cmpuint (bul_flow_tag_run_get_result (undo)->refusals->len, ==, 1);
  g_assert_cmpstr (
      ((BulStoreRefusal *) bul_flow_tag_run_get_result (undo)->refusals->pdata[0])->uid, ==,
      self->uids->pdata[3]);
  g_assert_cmpuint (count_tagged (self, CODE), ==, 1);
  receipt = bul_store_load_receipt (self->store, bul_flow_tag_run_get_result (run)->receipt, NULL);
  g_assert_nonnull (receipt->undone_at);
}

static void
cancel_cb (guint n_done G_GNUC_UNUSED, guint n G_GNUC_UNUSED, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* What was stopped is done as far as it came, and one undo takes that back. */
static void
test_stopped (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BulFlowTagProgress progress = { cancel_cb, cancellable, cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowTagResult) done = bul_flow_tag_apply (self->store, self->uids, BUL_TAG_DEED_ADD,
                                                          CODE, "Min", &progress, &error);
  g_autoptr (BulFlowTagResult) undone = NULL;

  g_assert_no_error (error);
  g_assert_true (done->cancelled);
  g_assert_cmpuint (done->n_changed, <, N_STORIES);
  g_assert_cmpuint (count_tagged (self, CODE), ==, done->n_changed);
  undone = bul_flow_tag_undo (self->store, done->receipt, "Min", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_changed, ==, done->n_changed);
  g_assert_cmpuint (count_tagged (self, CODE), ==, 0);
}

/* --- undone, and done again */

static BulFlowTagResult *
turn (Desk *self,
      BulFlowTagResult *(*run) (BulStore *store,
                                gint64 receipt,
                                const char *by,
                                const BulFlowTagProgress *progress,
                                GError **error),
      gint64 receipt,
      guint n_changed)
{
  g_autoptr (GError) error = NULL;
  BulFlowTagResult *result = run (self->store, receipt, "Min", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->receipt, ==, receipt);
  g_assert_cmpuint (result->n_changed, ==, n_changed);
  return result;
}

static void
undo (Desk *self, gint64 receipt, guint n_changed)
{
  bul_flow_tag_result_free (turn (self, bul_flow_tag_undo, receipt, n_changed));
}

static void
redo (Desk *self, gint64 receipt, guint n_changed)
{
  bul_flow_tag_result_free (turn (self, bul_flow_tag_redo, receipt, n_changed));
}

static void
assert_no_redo (Desk *self, gint64 receipt)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bul_flow_tag_redo (self->store, receipt, "Min", NULL, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
}

static gint64
tag_all (Desk *self, BulTagDeed deed, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowTagResult) result
      = bul_flow_tag_apply (self->store, self->uids, deed, code, "Min", NULL, &error);

  g_assert_no_error (error);
  return result->receipt;
}

/* Only what still reads as the undo left it, and that as often as one likes. */
static void
test_again (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  gint64 receipt = tag_all (self, BUL_TAG_DEED_ADD, CODE);
  g_autoptr (BulFlowTagResult) again = NULL;
  g_autoptr (BulStoreReceipt) stored = NULL;

  assert_no_redo (self, receipt);
  undo (self, receipt, N_STORIES);
  go_on_with (self, 3);
  again = turn (self, bul_flow_tag_redo, receipt, N_STORIES - 1);
  g_assert_cmpuint (again->refusals->len, ==, 1);
  g_assert_cmpstr (((BulStoreRefusal *) again->refusals->pdata[0])->uid, ==, self->uids->pdata[3]);
  g_assert_cmpuint (count_tagged (self, CODE), ==, N_STORIES - 1);
  stored = bul_store_load_receipt (self->store, receipt, NULL);
  g_assert_null (stored->undone_at);
  g_assert_cmpuint (stored->n_stories, ==, N_STORIES - 1);
  for (guint i = 0; i < 2; i++)
    {
      undo (self, receipt, N_STORIES - 1);
      g_assert_cmpuint (count_tagged (self, CODE), ==, 0);
      redo (self, receipt, N_STORIES - 1);
      g_assert_cmpuint (count_tagged (self, CODE), ==, N_STORIES - 1);
    }
}

/* The tags of all stories, to the letter. */
static char *
dump_tags (Desk *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->uids->len; i++)
    {
      g_autoptr (BulRecord) record
          = (BulRecord *) bul_flow_load (self->store, self->uids->pdata[i], NULL);
      const BulStory *story = (const BulStory *) record;

      for (guint j = 0; j < story->tags->len; j++)
        {
          const BulTag *tag = story->tags->pdata[j];

          g_string_append_printf (out, "%u %s %s %s %s\n", i, tag->key, tag->code, tag->by,
                                  tag->at);
        }
    }
  return g_string_free (out, FALSE);
}

static void
assert_tags (Desk *self, const char *expected)
{
  g_autofree char *now = dump_tags (self);

  g_assert_cmpstr (now, ==, expected);
}

/* All deeds of a row are taken back, and done again, one by one. */
static void
test_there_and_back (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    BulTagDeed deed;
    const char *code;
  } deeds[] = {
    /* on the same stories */
    { BUL_TAG_DEED_ADD, CODE },
    { BUL_TAG_DEED_ADD, "word:ferry" },
    { BUL_TAG_DEED_REMOVE, CODE },
    { BUL_TAG_DEED_ADD, "subject:weather" },
  };
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  gint64 receipts[G_N_ELEMENTS (deeds)];

  g_ptr_array_set_size (self->uids, 5);
  g_ptr_array_add (states, dump_tags (self));
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      receipts[i] = tag_all (self, deeds[i].deed, deeds[i].code);
      g_ptr_array_add (states, dump_tags (self));
    }
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = G_N_ELEMENTS (deeds); i > 0; i--)
        {
          undo (self, receipts[i - 1], self->uids->len);
          assert_tags (self, states->pdata[i - 1]);
        }
      for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
        {
          redo (self, receipts[i], self->uids->len);
          assert_tags (self, states->pdata[i + 1]);
        }
    }
}

/* What was stopped is done again from where it was. */
static void
test_again_stopped (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  gint64 receipt = tag_all (self, BUL_TAG_DEED_ADD, CODE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BulFlowTagProgress progress = { cancel_cb, cancellable, cancellable };
  g_autoptr (BulFlowTagResult) again = NULL;

  undo (self, receipt, N_STORIES);
  again = bul_flow_tag_redo (self->store, receipt, "Min", &progress, NULL);
  g_assert_true (again->cancelled);
  g_assert_cmpuint (count_tagged (self, CODE), ==, again->n_changed);
  redo (self, receipt, N_STORIES - again->n_changed);
  g_assert_cmpuint (count_tagged (self, CODE), ==, N_STORIES);
  undo (self, receipt, N_STORIES);
}

static void
merge (Desk *self, const char *code, const char *into)
{
  g_autoptr (GError) error = NULL;

  bul_flow_tag_result_free (bul_flow_tag_merge (self->store, code, into, "Kim", NULL, &error));
  g_assert_no_error (error);
}

/* What somebody else made of it meanwhile is not done otherwise. */
static void
test_again_elsewhere (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  gint64 receipt = tag_all (self, BUL_TAG_DEED_ADD, CODE);
  gint64 other;

  undo (self, receipt, N_STORIES);
  /* One goes on, and of another nothing is known any more. */
  go_on_with (self, 0);
  g_clear_pointer (&self->store, bul_store_close);
  library_run_sql (&self->library, "DELETE FROM tag_receipt_undone WHERE story = 2");
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  redo (self, receipt, N_STORIES - 2);
  undo (self, receipt, N_STORIES - 2);
  merge (self, CODE, "subject:economy");
  assert_no_redo (self, receipt);
  g_assert_cmpuint (count_tagged (self, CODE), ==, 0);
  other = tag_all (self, BUL_TAG_DEED_ADD, "word:ferry");
  undo (self, other, N_STORIES);
  g_clear_pointer (&self->store, bul_store_close);
  /* as a library of an older program has it */
  library_run_sql (&self->library, "DELETE FROM tag_receipt_undone");
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  assert_no_redo (self, other);
}

/* A concept that is merged again takes all with it that have its tag by now. */
static void
test_merge_again (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulFlowTagResult) merged = NULL;
  g_autoptr (BulVocabulary) vocabulary = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (one, g_strdup (self->uids->pdata[N_STORIES - 1]));
  g_ptr_array_set_size (self->uids, 4);
  tag_all (self, BUL_TAG_DEED_ADD, CODE);
  merged = bul_flow_tag_merge (self->store, CODE, "subject:economy", "Min", NULL, NULL);
  undo (self, merged->receipt, 4);
  bul_flow_tag_result_free (
      bul_flow_tag_apply (self->store, one, BUL_TAG_DEED_ADD, CODE, "Kim", NULL, NULL));
  go_on_with (self, 1);
  redo (self, merged->receipt, 5);
  g_assert_cmpuint (count_tagged (self, CODE), ==, 0);
  g_assert_cmpuint (count_tagged (self, "subject:economy"), ==, 5);
  vocabulary = bul_store_load_vocabulary (self->store, NULL);
  g_assert_cmpstr (bul_vocabulary_find (vocabulary, CODE)->merged_into, ==, "subject:economy");
  undo (self, merged->receipt, 5);
  g_assert_cmpuint (count_tagged (self, CODE), ==, 5);
  /* It is another one's by now. */
  merge (self, CODE, "subject:weather");
  assert_no_redo (self, merged->receipt);
}

/* Three states: all, some, none. */
static void
test_shares (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (BulFlowTagResult) all = NULL;
  g_autoptr (BulFlowTagResult) few = NULL;
  g_autoptr (GPtrArray) shares = NULL;
  const BulFlowTagShare *first;
  const BulFlowTagShare *second;

  g_ptr_array_add (some, self->uids->pdata[5]);
  all = bul_flow_tag_apply (self->store, self->uids, BUL_TAG_DEED_ADD, CODE, "Min", NULL, NULL);
  few = bul_flow_tag_apply (self->store, some, BUL_TAG_DEED_ADD, "word:ferry", "Min", NULL, NULL);
  shares = bul_flow_tag_summarise (self->store, self->uids, NULL, NULL);
  g_assert_cmpuint (shares->len, ==, 2);
  first = shares->pdata[0];
  second = shares->pdata[1];
  g_assert_cmpstr (first->code, ==, CODE);
  g_assert_true (first->all);
  g_assert_cmpstr (second->code, ==, "word:ferry");
  g_assert_false (second->all);
  g_assert_cmpuint (second->n, ==, 1);
  g_assert_cmpuint (all->receipt, !=, few->receipt);
}

static guint
count_facet_of (Desk *self, BulSearchFacets *facets, const char *code)
{
  g_autoptr (BulQuery) query = bul_query_new ("", 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  g_autoptr (GPtrArray) counted = NULL;
  guint n;

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, NULL));
  counted = bul_search_facets_count (facets, search, 0, NULL, &n, NULL);
  for (guint i = 0; i < counted->len; i++)
    {
      const BulSearchFacet *facet = counted->pdata[i];

      if (facet->field == BUL_QUERY_TAG && g_str_equal (facet->value, code))
        return facet->n;
    }
  return 0;
}

static guint
count_facet (Desk *self, const char *code)
{
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();

  return count_facet_of (self, facets, code);
}

static void
tag (Desk *self, guint i, const char *code)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (BulFlowTagResult) result = NULL;

  g_ptr_array_add (one, self->uids->pdata[i]);
  result = bul_flow_tag_apply (self->store, one, BUL_TAG_DEED_ADD, code, "Min", NULL, NULL);
  g_assert_cmpuint (result->n_changed, ==, 1);
}

static void
add_concept (Desk *self, const char *code, const char *parent)
{
  g_autoptr (BulConcept) concept = bul_concept_new (code);
  g_autoptr (GError) error = NULL;
  const char *parents[] = { parent, NULL };

  concept->english = g_strdup (code);
  concept->parents = g_strdupv ((char **) parents);
  bul_flow_vocabulary_add (self->store, concept, &error);
  g_assert_no_error (error);
}

/* A subject counts what its query finds: a story with two narrower ones once. */
static void
test_narrower (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  add_concept (self, "our:sea", NULL);
  add_concept (self, "our:ferry", "our:sea");
  add_concept (self, "our:port", "our:sea");
  add_concept (self, "our:night-ferry", "our:ferry");
  tag (self, 0, "our:ferry");
  tag (self, 0, "our:port");
  tag (self, 1, "our:night-ferry");
  tag (self, 2, "our:sea");
  g_assert_cmpuint (count_facet (self, "our:sea"), ==, 3);
  g_assert_cmpuint (count_facet (self, "our:ferry"), ==, 2);
  g_assert_cmpuint (count_facet (self, "our:port"), ==, 1);
  g_assert_cmpuint (count_facet (self, "our:night-ferry"), ==, 1);
}

/* Subjects become more while nobody looks, and stories are saved with them. */
static void
test_more_subjects (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();

  tag (self, 0, "word:first");
  g_assert_cmpuint (count_facet_of (self, facets, "word:first"), ==, 1);
  for (guint i = 0; i < MANY_SUBJECTS; i++)
    {
      g_autofree char *code = g_strdup_printf ("word:%u", i);

      tag (self, 1, code);
    }
  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, NULL));
  tag (self, 1, "word:first");
  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, NULL));
  g_assert_cmpuint (count_facet_of (self, facets, "word:first"), ==, 2);
  g_assert_cmpuint (count_facet_of (self, facets, "word:7"), ==, 1);
}

static guint
count_new (Desk *self, const char *name)
{
  g_autoptr (BulSavedSearch) saved = bul_store_find_saved (self->store, name, NULL);
  g_autoptr (BulQuery) query = bul_query_new (saved->query, 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, NULL);
  guint n;

  g_assert_true (bul_search_count_since (search, saved->seen, NULL, &n, NULL));
  return n;
}

static void
test_saved (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulSavedSearch) removed = NULL;

  g_assert_true (bul_store_save_query (self->store, "친서", "-없는말", "Min", &error));
  g_assert_cmpuint (count_new (self, "친서"), ==, 0);
  add_story (self);
  add_story (self);
  g_assert_cmpuint (count_new (self, "친서"), ==, 2);
  g_assert_true (bul_store_see_saved (self->store, "친서", &error));
  g_assert_cmpuint (count_new (self, "친서"), ==, 0);

  g_assert_true (bul_store_rename_saved (self->store, "친서", "Letters", &error));
  g_assert_true (bul_store_save_query (self->store, "친서", "lang:ko", "Min", &error));
  g_assert_false (bul_store_rename_saved (self->store, "친서", "Letters", &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
  g_clear_error (&error);
  add_story (self);
  removed = bul_store_find_saved (self->store, "Letters", NULL);
  g_assert_true (bul_store_remove_saved (self->store, "Letters", &error));
  g_assert_false (bul_store_remove_saved (self->store, "Letters", &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (bul_store_put_saved_back (self->store, removed, &error));
  g_assert_cmpuint (count_new (self, "Letters"), ==, 1);
  g_assert_false (bul_store_save_query (self->store, " ", "친서", "Min", &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
}

static void
told (const BulFlowSalvaged *story G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

/* What is kept beside the stories goes along, and the receipt still takes its deed back. */
static void
test_salvage (Desk *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *fresh = g_build_filename (self->library.folder, "fresh", NULL);
  g_autoptr (BulSalvage) facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulVocabulary) vocabulary = NULL;
  g_autoptr (BulSavedSearch) saved = NULL;
  g_autoptr (BulFlowTagResult) undone = NULL;

  add_concept (self, "our:sea", NULL);
  add_concept (self, "our:ferry", "our:sea");
  tag (self, 0, "our:ferry");
  tag (self, 1, "our:ferry");
  undo (self, 2, 1);
  bul_store_save_query (self->store, "Sea", "tag:our:sea", "Min", NULL);
  g_clear_pointer (&self->store, bul_store_close);
  bul_flow_salvage (self->library.path, fresh, "Min", told, NULL, &facts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->n_beside[BUL_STORE_CONCEPTS], >, 2);
  g_assert_cmpuint (facts->n_beside[BUL_STORE_RECEIPTS], ==, 2);
  g_assert_cmpuint (facts->n_beside[BUL_STORE_SEARCHES], ==, 1);

  self->store = bul_store_open (fresh, BUL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  vocabulary = bul_store_load_vocabulary (self->store, NULL);
  g_assert_true (bul_vocabulary_is_below (vocabulary, "our:ferry", "our:sea"));
  saved = bul_store_find_saved (self->store, "Sea", NULL);
  g_assert_cmpstr (saved->query, ==, "tag:our:sea");
  undone = bul_flow_tag_undo (self->store, 1, "Min", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_changed, ==, 1);
  redo (self, 2, 1);
}

UNIT (tags)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tags/portions", Desk, NULL, set_up, test_portions, tear_down);
  g_test_add ("/tags/stopped", Desk, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/tags/again", Desk, NULL, set_up, test_again, tear_down);
  g_test_add ("/tags/there-and-back", Desk, NULL, set_up, test_there_and_back, tear_down);
  g_test_add ("/tags/again-stopped", Desk, NULL, set_up, test_again_stopped, tear_down);
  g_test_add ("/tags/again-elsewhere", Desk, NULL, set_up, test_again_elsewhere, tear_down);
  g_test_add ("/tags/merge-again", Desk, NULL, set_up, test_merge_again, tear_down);
  g_test_add ("/tags/shares", Desk, NULL, set_up, test_shares, tear_down);
  g_test_add ("/tags/narrower", Desk, NULL, set_up, test_narrower, tear_down);
  g_test_add ("/tags/more-subjects", Desk, NULL, set_up, test_more_subjects, tear_down);
  g_test_add ("/tags/saved", Desk, NULL, set_up, test_saved, tear_down);
  g_test_add ("/tags/salvage", Desk, NULL, set_up, test_salvage, tear_down);
  return g_test_run ();
}
