/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-flow-duplicates.h"
#include "bul-flow-person.h"
#include "bul-veil.h"
#include "news-maker.h"
#include "test-libraries.h"
#include "unit.h"

#define N_STORIES 120
#define N_DEEDS 40

typedef struct
{
  Library library;
  BulStore *store;
} Town;

static void
set_up (Town *self, gconstpointer data)
{
  g_autoptr (NewsMaker) maker = news_maker_new (5, 500);

  library_set_up (&self->library, data);
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr (BulRecord) story = (BulRecord *) news_maker_make (maker, 12);

      news_maker_add_voices (maker, (BulStory *) story);
      library_save (self->store, (BulStory *) story, 0);
    }
}

static void
tear_down (Town *self, gconstpointer data)
{
  g_clear_pointer (&self->store, bul_store_close);
  library_tear_down (&self->library, data);
}

static BulFlowPeople *
list_people (BulStore *store)
{
  g_autoptr (GError) error = NULL;
  BulFlowPeople *people = bul_flow_people_new (store, NULL, &error);

  g_assert_no_error (error);
  return people;
}

/* Everybody, a line each. */
static char *
dump_people (BulStore *store)
{
  g_autoptr (BulFlowPeople) people = list_people (store);
  g_autoptr (GPtrArray) all = bul_flow_people_list (people, NULL);
  g_autoptr (GPtrArray) records = bul_store_list_persons (store, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const BulFlowPerson *person = all->pdata[i];

      g_string_append_printf (out, "%s %s %u %u %s %s\n", person->name, person->other,
                              person->n_bites, person->n_stories, person->first, person->last);
    }
  for (guint i = 0; i < records->len; i++)
    {
      const BulPerson *record = records->pdata[i];

      g_string_append_printf (out, "%s|%s|%s|%s|%s\n", record->uid, record->korean, record->english,
                              record->others, record->merged_into);
    }
  return g_string_free (out, FALSE);
}

/* What a list counts is what every story says: bites one by one. */
static void
test_counts (Town *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulFlowPeople) people = list_people (self->store);
  g_autoptr (GPtrArray) all = bul_flow_people_list (people, NULL);
  guint n_bites = 0;

  g_assert_cmpuint (all->len, >, 50);
  for (guint i = 0; i < all->len; i++)
    {
      const BulFlowPerson *person = all->pdata[i];
      g_autoptr (GPtrArray) bites = bul_flow_people_list_bites (self->store, person, NULL);

      g_assert_cmpuint (bites->len, ==, person->n_bites);
      g_assert_cmpstr (((BulFlowBite *) bites->pdata[0])->day, ==, person->last);
      g_assert_cmpstr (((BulFlowBite *) bites->pdata[bites->len - 1])->day, ==, person->first);
      n_bites += bites->len;
    }
  /* Two speakers a story, heard in every fifth of eleven lines. */
  g_assert_cmpuint (n_bites, ==, N_STORIES * 5);
}

/* A library that an earlier program made has the same people. */
static void
test_earlier (Town *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = dump_people (self->store);
  g_autofree char *after = NULL;

  g_clear_pointer (&self->store, bul_store_close);
  library_drop_search (&self->library);
  library_run_sql (&self->library,
                   "DROP TABLE link_segment; DROP TABLE link; PRAGMA user_version = 6");
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  after = dump_people (self->store);
  g_assert_cmpstr (after, ==, before);
}

static const BulFlowPerson *
pick (GRand *rand, const GPtrArray *all)
{
  return all->pdata[g_rand_int_range (rand, 0, (gint32) MIN (all->len, 12))];
}

/* Something done to somebody. Returns: the receipt; 0 where it was refused. */
static gint64
do_something (BulStore *store, GRand *rand)
{
  g_autoptr (BulFlowPeople) people = list_people (store);
  g_autoptr (GPtrArray) all = bul_flow_people_list (people, NULL);
  const BulFlowPerson *one = pick (rand, all);
  const BulFlowPerson *other = pick (rand, all);
  g_autofree char *also = g_strdup_printf ("다른 이름 %u", g_rand_int (rand));
  BulFlowNaming naming = { .also = also };
  guint kind = (guint) g_rand_int_range (rand, 0, 4);

  if (kind == 0)
    return bul_flow_person_rename (store, one, &naming, "Min", NULL);
  if (kind == 1)
    return bul_flow_person_keep_apart (store, one, other, "Min", NULL);
  return bul_flow_person_merge (store, one, other, "Min", NULL);
}

static void
assert_people (Town *self, const char *expected)
{
  g_autofree char *now = dump_people (self->store);

  g_assert_cmpstr (now, ==, expected);
}

/* Undone in turn, every deed gives what was before it, to the letter; done again in turn, what it
 * gave at first; and that twice. */
static void
test_undo (Town *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  gint64 receipts[N_DEEDS] = { 0 };
  guint n_done = 0;

  for (guint i = 0; i < N_DEEDS; i++)
    {
      g_ptr_array_add (states, dump_people (self->store));
      receipts[i] = do_something (self->store, rand);
      n_done += receipts[i] != 0;
    }
  g_ptr_array_add (states, dump_people (self->store));
  g_assert_cmpuint (n_done, >, N_DEEDS / 2);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = N_DEEDS; i > 0; i--)
        {
          if (receipts[i - 1] != 0)
            g_assert_true (bul_store_undo_persons (self->store, receipts[i - 1], NULL));
          assert_people (self, states->pdata[i - 1]);
        }
      for (guint i = 0; i < N_DEEDS; i++)
        {
          if (receipts[i] != 0)
            g_assert_true (bul_store_redo_persons (self->store, receipts[i], NULL));
          assert_people (self, states->pdata[i + 1]);
        }
    }
}

static gint64
name_somebody (Town *self, const char *korean)
{
  g_autoptr (BulFlowPeople) people = list_people (self->store);
  g_autoptr (GError) error = NULL;
  BulFlowNaming naming = { .korean = korean };
  gint64 receipt = bul_flow_person_new (self->store, people, &naming, "Min", NULL, &error);

  g_assert_no_error (error);
  return receipt;
}

static gint64
decide_on_two (Town *self,
               gint64 (*decide) (BulStore *store,
                                 const BulFlowPerson *one,
                                 const BulFlowPerson *other,
                                 const char *by,
                                 GError **error),
               const char *one,
               const char *other)
{
  g_autoptr (BulFlowPeople) people = list_people (self->store);
  g_autoptr (GError) error = NULL;
  gint64 receipt = decide (self->store, bul_flow_people_find_name (people, one),
                           bul_flow_people_find_name (people, other), "Min", &error);

  g_assert_no_error (error);
  return receipt;
}

static void
assert_no_redo (Town *self, gint64 receipt)
{
  g_autofree char *before = dump_people (self->store);
  g_autoptr (GError) error = NULL;

  g_assert_false (bul_store_redo_persons (self->store, receipt, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
  assert_people (self, before);
}

/* What was decided since stays as it is. */
static void
test_redo_refused (Town *self, gconstpointer data G_GNUC_UNUSED)
{
  gint64 one = name_somebody (self, "탁하늘");
  gint64 other = name_somebody (self, "탁하람");
  gint64 apart = decide_on_two (self, bul_flow_person_keep_apart, "탁하늘", "탁하람");
  gint64 merged;
  gint64 again;

  assert_no_redo (self, one);
  /* two who are apart, and one meanwhile */
  g_assert_true (bul_store_undo_persons (self->store, apart, NULL));
  merged = decide_on_two (self, bul_flow_person_merge, "탁하늘", "탁하람");
  assert_no_redo (self, apart);
  g_assert_true (bul_store_undo_persons (self->store, merged, NULL));
  g_assert_true (bul_store_redo_persons (self->store, apart, NULL));
  /* a merge, and who it was into is gone */
  g_assert_true (bul_store_undo_persons (self->store, other, NULL));
  assert_no_redo (self, merged);
  /* somebody else has the name */
  again = name_somebody (self, "탁하람");
  assert_no_redo (self, other);
  g_assert_true (bul_store_undo_persons (self->store, again, NULL));
  g_assert_true (bul_store_redo_persons (self->store, other, NULL));
  g_assert_true (bul_store_redo_persons (self->store, merged, NULL));
  /* as an older program leaves it */
  g_assert_true (bul_store_undo_persons (self->store, merged, NULL));
  g_clear_pointer (&self->store, bul_store_close);
  library_run_sql (&self->library, "DELETE FROM person_undone");
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  assert_no_redo (self, merged);
}

/* Two names of a story each, and whether one may be the other. */
static void
test_duplicates (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *what;
    const char *one;
    const char *other;
    guint reasons;
  } cases[] = {
    /* in one script */
    { "spaces", "한 소라", "한소라", BUL_ALIKE_LETTERS | BUL_ALIKE_SOUND | BUL_ALIKE_TITLE },
    { "hyphens", "Dana Whit-lock", "Dana Whitlock",
      BUL_ALIKE_LETTERS | BUL_ALIKE_SOUND | BUL_ALIKE_TITLE },
    { "another vowel", "백준모", "백쥰모", 0 },
    { "vowels of one sound", "윤제희", "윤재희", BUL_ALIKE_SOUND | BUL_ALIKE_TITLE },
    { "another person", "구민수", "구민서", 0 },
    /* in both */
    { "romanised", "임해원", "Lim Hae-won", BUL_ALIKE_SOUND | BUL_ALIKE_TITLE },
    { "family last", "문세라", "Se-ra Moon", BUL_ALIKE_SOUND | BUL_ALIKE_TITLE },
    { "a foreigner", "피에르 랑보", "Pierre Lambo", BUL_ALIKE_SOUND | BUL_ALIKE_TITLE },
    { "another family", "노해원", "Kim Hae-won", 0 },
  };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (NewsMaker) maker = news_maker_new (7, 500);
  g_autoptr (BulFlowPeople) people = NULL;
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulRecord) record = (BulRecord *) news_maker_make (maker, 6);
      BulStory *story = (BulStory *) record;
      const char *const names[] = { cases[i].one, cases[i].other };

      news_maker_add_voices (maker, story);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          BulSpeaker *speaker = story->speakers->pdata[j];
          BulSpeakerName *name = speaker->names->pdata[0];

          g_free (name->name);
          g_free (name->title);
          name->name = g_strdup (names[j]);
          name->title = g_strdup_printf ("직함 %u", i);
        }
      library_save (store, story, 0);
    }
  people = list_people (store);
  found = bul_flow_duplicates_find (store, people, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BulFlowPerson *one = bul_flow_people_find_name (people, cases[i].one);
      const BulFlowPerson *other = bul_flow_people_find_name (people, cases[i].other);
      guint reasons = 0;

      g_test_message ("%s", cases[i].what);
      for (guint j = 0; j < found->len; j++)
        {
          const BulFlowDuplicate *pair = found->pdata[j];

          if ((pair->one == one && pair->other == other)
              || (pair->one == other && pair->other == one))
            reasons = pair->reasons;
        }
      g_assert_cmpuint (reasons, ==, cases[i].reasons);
    }
}

static void
test_veil (void)
{
  static const struct
  {
    const char *name;
    gboolean covered;
  } cases[] = {
    /* told in part */
    { "이 모 씨", TRUE },
    { "이모씨", TRUE },
    { "남궁 모 군", TRUE },
    { "김○○", TRUE },
    { "A씨", TRUE },
    { "B 양", TRUE },
    /* names */
    { "이모", FALSE },
    { "김수모", FALSE },
    { "강태윤", FALSE },
    { "Kang Tae-yoon", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (bul_veil_covers (cases[i].name), ==, cases[i].covered);
    }
}

/* Everybody has a record and is heard nowhere. */
static void
add_named (BulStore *store, const char *korean)
{
  g_autoptr (BulFlowPeople) people = list_people (store);
  g_autoptr (GError) error = NULL;
  BulFlowNaming naming = { .korean = korean };

  g_assert_cmpint (bul_flow_person_new (store, people, &naming, "Jae", NULL, &error), !=, 0);
  g_assert_no_error (error);
}

static void
test_composing (Town *self, gconstpointer data)
{
  static const struct
  {
    const char *what;
    const char *typed;
    guint n;
  } cases[] = {
    { "without an end", "쾅태", 1 }, { "an end that begins the next", "쾅탱", 1 },
    { "whole", "쾅태윤", 1 },        { "a vowel that grows", "코", 1 },
    { "one letter alone", "쾅", 1 }, { "another vowel", "쾅타", 0 },
    { "another end", "쾅태육", 0 },
  };
  g_autoptr (BulFlowPeople) people = NULL;

  add_named (self->store, "쾅태윤");
  people = list_people (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = bul_flow_people_list_composing (people, cases[i].typed);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (found->len, ==, cases[i].n);
    }
}

/* Which part of a name is the family’s. */
static void
test_family (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *korean;
    const char *english;
    const char *family;
  } cases[] = {
    /* in Korean */
    { "강태윤", NULL, "강" },
    { "강 태윤", NULL, "강" },
    { "남궁민수", NULL, "남궁" },
    { "피에르 랑보", NULL, NULL },
    /* in English */
    { NULL, "Oh Sun-hee", "Oh" },
    { NULL, "Sun-hee Oh", "Oh" },
    { NULL, "Dana Whitlock", "Whitlock" },
    { NULL, "Whitlock", NULL },
    /* in both */
    { "임해원", "Hae-won Lim", "임" },
    { "피에르 랑보", "Pierre Lambot", "Lambot" },
  };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulFlowPeople) before = list_people (store);
      g_autoptr (BulFlowPeople) after = NULL;
      g_autofree char *uid = NULL;
      gint64 receipt;
      BulFlowNaming naming = { .korean = cases[i].korean, .english = cases[i].english };

      g_test_message ("%s, %s", cases[i].korean, cases[i].english);
      receipt = bul_flow_person_new (store, before, &naming, "Jae", &uid, NULL);
      g_assert_cmpint (receipt, !=, 0);
      after = list_people (store);
      g_assert_cmpstr (bul_flow_people_find_id (after, uid)->record->family, ==, cases[i].family);
      g_assert_true (bul_store_undo_persons (store, receipt, NULL));
    }
}

static void
test_by_name (Town *self, gconstpointer data)
{
  g_autoptr (BulFlowPeople) people = list_people (self->store);
  g_autoptr (GPtrArray) all = bul_flow_people_list (people, NULL);

  bul_flow_people_sort_by_name (all);
  g_assert_cmpuint (all->len, ==, bul_flow_people_count (people));
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (g_utf8_collate (((BulFlowPerson *) all->pdata[i - 1])->name,
                                     ((BulFlowPerson *) all->pdata[i])->name),
                     <=, 0);
}

/* What was decided meanwhile is not undone by what was decided on the sight of before. */
static void
test_current (Town *self, gconstpointer data)
{
  g_autoptr (BulFlowPeople) before = list_people (self->store);
  g_autoptr (GPtrArray) all = bul_flow_people_list (before, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (BulFlowPeople) after = NULL;
  BulFlowNaming naming = { .also = "Somebody" };

  g_assert_true (bul_flow_person_is_current (self->store, all->pdata[0], &error));
  g_assert_cmpint (bul_flow_person_record (self->store, all->pdata[0], "Jae", &uid, &error), !=, 0);
  g_assert_false (bul_flow_person_is_current (self->store, all->pdata[0], &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (bul_flow_person_is_current (self->store, all->pdata[1], &error));
  after = list_people (self->store);
  g_assert_true (
      bul_flow_person_is_current (self->store, bul_flow_people_find_id (after, uid), &error));
  g_assert_cmpint (bul_flow_person_rename (self->store, bul_flow_people_find_id (after, uid),
                                           &naming, "Jae", &error),
                   !=, 0);
  g_assert_false (
      bul_flow_person_is_current (self->store, bul_flow_people_find_id (after, uid), &error));
}

UNIT (people)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/people/counts", Town, NULL, set_up, test_counts, tear_down);
  g_test_add ("/people/earlier", Town, NULL, set_up, test_earlier, tear_down);
  g_test_add ("/people/undo", Town, NULL, set_up, test_undo, tear_down);
  g_test_add ("/people/redo-refused", Town, NULL, set_up, test_redo_refused, tear_down);
  g_test_add ("/people/duplicates", Library, NULL, library_set_up, test_duplicates,
              library_tear_down);
  g_test_add ("/people/family", Library, NULL, library_set_up, test_family, library_tear_down);
  g_test_add ("/people/composing", Town, NULL, set_up, test_composing, tear_down);
  g_test_add ("/people/by-name", Town, NULL, set_up, test_by_name, tear_down);
  g_test_add ("/people/current", Town, NULL, set_up, test_current, tear_down);
  g_test_add_func ("/people/veil", test_veil);
  return g_test_run ();
}
