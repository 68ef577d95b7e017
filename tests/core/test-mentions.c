/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-flow-mentions.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-store-vocabulary.h"
#include "bul-tags.h"
#include "test-libraries.h"
#include "unit.h"

/* Who is heard here is known. */
static const char heard[] = "[리포트]\n\n[강태윤/부청장: \"두 번 검사했습니다.\"]\n\n[오순희/주민: "
                            "\"잠을 못 잤어요.\"]\n\n"
                            "[도널드 트럼프/미국 대통령: \"연락하겠습니다.\"]\n\n"
                            "[Kang Tae-yoon/Deputy Director: \"Every weld was tested.\"]\n\n"
                            "[Kim/Resident: \"Fine.\"]\n";

typedef struct
{
  Library library;
  BulStore *store;
  BulFlowPeople *people;
} Town;

static BulStory *
read_story (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, "script.txt", NULL, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static void
set_up (Town *self, gconstpointer data)
{
  g_autoptr (BulHistory) history = bul_history_new (read_story (heard));

  library_set_up (&self->library, data);
  self->store = library_open (&self->library, BUL_STORE_READ_WRITE);
  g_assert_true (bul_flow_save (self->store, history, "Min", NULL, NULL));
  self->people = bul_flow_people_new (self->store, NULL, NULL);
  g_assert_nonnull (self->people);
}

static void
tear_down (Town *self, gconstpointer data)
{
  bul_flow_people_unref (self->people);
  g_clear_pointer (&self->store, bul_store_close);
  library_tear_down (&self->library, data);
}

static char *
dup_words (const BulStory *story, const BulPassage *passage)
{
  const BulBlock *block = bul_story_find (story, passage->block);

  return bul_chars_slice (block->text, passage->at, passage->at + passage->n_chars);
}

/* From one name to the next, each tagged. Returns: (transfer full): all of them. */
static char *
walk (const BulFlowPeople *people, BulHistory *history)
{
  const BulStory *story = bul_history_get_story (history);
  const BulScript *script = bul_story_get_script (story);
  BulPassage at = { ((BulBlock *) script->blocks->pdata[0])->key, 0, 0 };
  GString *out = g_string_new (NULL);
  BulPassage next;

  while (bul_flow_mentions_find_next (people, story, &at, &next))
    {
      g_autofree char *words = dup_words (story, &next);

      g_string_append_printf (out, "%s|", words);
      g_assert_true (bul_tags_add_code (history, "person:0", &next, "Min", NULL));
      g_assert_true (bul_flow_mentions_is_told (story, &next));
      at = next;
    }
  return g_string_free (out, FALSE);
}

static void
test_walk (Town *self, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *names;
  } cases[] = {
    /* Korean */
    { "particles", "[앵커]\n\n강태윤은 오순희에게서 들었고 강태윤이라고 했습니다.\n",
      "강태윤|오순희|강태윤|" },
    { "another word", "[앵커]\n\n강태윤수 씨와 오순희망은 다릅니다.\n", "" },
    { "two words, as they are written", "[앵커]\n\n도널드 트럼프는 트럼프 그대로였습니다.\n",
      "도널드 트럼프|" },
    /* English */
    { "genitive", "[Anchor]\n\nKang Tae-yoon’s office is new, Kang Tae-yoon said.\n",
      "Kang Tae-yoon|Kang Tae-yoon|" },
    { "part of a word", "[Anchor]\n\nKimchi is what Kim-lee and Kang Tae eat.\n", "" },
    { "one word", "[Anchor]\n\nSo did Kim's.\n", "Kim|" },
    /* where */
    { "no labels", "[리포트]\n\n강태윤입니다.\n\n[강태윤/부청장: \"오순희 씨가 옳습니다.\"]\n",
      "강태윤|오순희|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = bul_history_new (read_story (cases[i].text));
      g_autofree char *names = walk (self->people, history);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

/* What is asked about where the caret is, whether anybody is called so or not. */
static void
test_at (Town *self, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    const char *caret; /* the words before which it is */
    guint n_chars;
    const char *name;
  } cases[] = {
    /* known */
    { "도널드 트럼프는 왔습니다.", "트럼프", 4, "도널드 트럼프" },
    { "그는 강태윤과 왔습니다.", "과", 0, "강태윤" },
    { "강태윤 부청장은 왔습니다.", "강태윤", 8, "강태윤" },
    /* unknown */
    { "문선재는 왔습니다.", "문", 4, "문선재" },
    { "문선재에게서 왔습니다.", "재", 0, "문선재" },
    { "박지은 씨가 왔습니다.", "박", 0, "박지은" },
    { "블라디미르는 왔습니다.", "디", 0, "블라디미르" },
    { "It was Oh Sun-hee’s boat.", "Sun", 3, "Oh Sun-hee" },
    { "it was her boat.", "her", 0, "her" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[앵커]\n\n%s\n", cases[i].text);
      g_autoptr (BulRecord) record = (BulRecord *) read_story (text);
      const BulStory *story = (BulStory *) record;
      const BulBlock *block = bul_story_get_script (story)->blocks->pdata[1];
      const char *caret = strstr (block->text, cases[i].caret);
      BulPassage passage
          = { block->key, bul_chars_from_byte (block->text, (gsize) (caret - block->text)),
              cases[i].n_chars };
      g_autofree char *words = NULL;
      BulPassage name;

      g_assert_true (bul_flow_mentions_find_at (self->people, story, &passage, &name));
      words = dup_words (story, &name);
      g_assert_cmpstr (words, ==, cases[i].name);
    }
}

/* A tag that tells of somebody is called as that one is; without a record, by its words. */
static void
test_names (Town *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulHistory) history = bul_history_new (read_story ("[앵커]\n\n강태윤입니다.\n"));
  const BulStory *story = bul_history_get_story (history);
  const BulBlock *block = bul_story_get_script (story)->blocks->pdata[1];
  BulPassage passage = { block->key, 0, 3 };
  g_autoptr (BulVocabulary) names = NULL;
  g_autoptr (BulVocabulary) subjects = NULL;
  const BulConcept *concept;

  g_assert_true (bul_tags_add_code (history, "person:nobody-knows", &passage, "Min", NULL));
  g_assert_true (bul_flow_save (self->store, history, "Min", NULL, NULL));
  names = bul_store_load_tag_names (self->store, NULL);
  concept = bul_vocabulary_find_by_name (names, "강태윤");
  g_assert_nonnull (concept);
  g_assert_cmpstr (concept->code, ==, "person:nobody-knows");
  g_assert_false (bul_concept_is_current (concept));
  subjects = bul_store_load_vocabulary (self->store, NULL);
  g_assert_null (bul_vocabulary_find (subjects, concept->code));

  g_assert_true (bul_tags_remove_from_words (history, concept->code, NULL));
  g_assert_cmpuint (story->tags->len, ==, 0);
  g_assert_false (bul_tags_remove_from_words (history, concept->code, NULL));
  g_assert_true (bul_history_undo (history));
  g_assert_cmpuint (story->tags->len, ==, 1);
}

UNIT (mentions)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/mentions/walk", Town, NULL, set_up, test_walk, tear_down);
  g_test_add ("/mentions/at", Town, NULL, set_up, test_at, tear_down);
  g_test_add ("/mentions/names", Town, NULL, set_up, test_names, tear_down);

  return g_test_run ();
}
