/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-speakers.h"

#include <string.h>

#include "bul-error.h"
#include "bul-importers.h"
#include "bul-span.h"
#include "test-deeds.h"
#include "unit.h"

static const char korean[]
    = "[앵커]\n\n해란도 뱃길이 다시 열렸습니다.\n\n서민지 기자가 보도합니다.\n\n[리포트]\n\n"
      "[강태윤/부청장/3월 17일: \"용접은 두 번 검사했습니다.\"]\n\n"
      "강태윤은 부청장으로 3월에 왔습니다.\n\n"
      "[강태윤: \"강태윤이 약속합니다.\"]\n\n"
      "[오순희/해란도 주민: \"잠을 못 잤어요.\"]\n\n"
      "오순희 씨는 강태윤과 만났습니다.\n\n"
      "해란도에서 KBS 뉴스 서민지입니다.\n";

static const char english[]
    = "[Anchor]\n\nThe ferry is sailing again.\n\nThis is Seo Min-ji reporting from Haeran.\n\n"
      "[Report]\n\n"
      "[Kang Tae-yun/Deputy Director: \"Every weld was tested.\"]\n\n"
      "The deputy director, Kang Tae-yun, came in March. Kang's office is new.\n\n"
      "[Oh Sun-hee/Resident: \"I could not sleep, said Kang Tae-yun.\"]\n\n"
      "This is Seo Min-ji reporting for KBS News from Haeran.\n";

/* Who is heard stands behind the words. */
static const char behind[]
    = "[앵커]\n\n뱃길이 다시 열렸습니다.\n\n서민지 기자가 보도합니다.\n\n[리포트]\n\n"
      "\"오순희는 잠을 못 잤어요.\" [오순희/해란도 주민]\n\n"
      "해란도에서 KBS 뉴스 서민지입니다.\n";

/* A hand-off names two: the first is heard, the other is known. */
static const char together[] = "[앵커]\n\n뱃길이 다시 열렸습니다.\n\n서민지, 하무림 기자가 함께 "
                               "취재했습니다.\n\n[리포트]\n\n"
                               "배가 떠납니다.\n\nKBS 뉴스 서민지입니다.\n";

static BulHistory *
read_script (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, "script.txt", NULL, &error);

  g_assert_no_error (error);
  return bul_history_new (bul_record_copy (import->stories->pdata[0]));
}

/* All lines, one below the other. */
static char *
dup_text (const BulStory *story)
{
  const BulScript *script = bul_story_get_script (story);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < script->blocks->len; i++)
    g_string_append_printf (out, "%s\n", ((const BulBlock *) script->blocks->pdata[i])->text);
  return g_string_free (out, FALSE);
}

static const BulBlock *
find_line (const BulStory *story, const char *words)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; i < script->blocks->len; i++)
    if (strstr (((const BulBlock *) script->blocks->pdata[i])->text, words) != NULL)
      return script->blocks->pdata[i];
  g_error ("“%s” stands in no line", words);
}

static const char *
find_called (const BulStory *story, const char *name)
{
  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];

      if (speaker->names->len > 0
          && strcmp (((BulSpeakerName *) speaker->names->pdata[0])->name, name) == 0)
        return speaker->key;
    }
  g_error ("nobody is called “%s”", name);
}

static BulNaming
make_naming (const BulStory *story, const char *called, const char *name, const char *title)
{
  return (BulNaming){ .speaker = find_called (story, called),
                      .language = bul_story_get_script (story)->language,
                      .name = name,
                      .title = title };
}

static GPtrArray *
list_places (const BulStory *story, const BulNaming *naming)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = bul_named_list (story, naming, &error);

  g_assert_no_error (error);
  return places;
}

/* Each place as “line sort was → now”, the particle behind it. */
static char *
describe (const GPtrArray *places)
{
  static const char sorts[] = " hwq";
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const BulNamedPlace *place = places->pdata[i];

      g_string_append_printf (out, "%u%c %s→%s", place->number, sorts[place->sort], place->was,
                              place->now);
      if (place->particle_was != NULL)
        g_string_append_printf (out, " %s→%s", place->particle_was, place->particle_now);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static GPtrArray *
only_heads (const GPtrArray *places)
{
  GPtrArray *heads = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    if (bul_named_place_is_head (places->pdata[i]))
      g_ptr_array_add (heads, places->pdata[i]);
  return heads;
}

static void
rename_speaker (BulHistory *history, const BulNaming *naming, const GPtrArray *places)
{
  g_autoptr (GError) error = NULL;

  bul_speakers_rename (history, naming, places, &error);
  g_assert_no_error (error);
}

static void
test_places (void)
{
  static const struct
  {
    const char *what;
    const char *script;
    const char *called;
    const char *name;
    const char *title;
    const char *places;
  } cases[] = {
    /* a name */
    { "Korean, with its particles", korean, "강태윤", "강태오", "부청장",
      "5h 강태윤→강태오\n6w 강태윤→강태오 은→는\n7h 강태윤→강태오\n7q 강태윤→강태오 이→가\n"
      "9w 강태윤→강태오 과→와\n" },
    { "English, one part of it", english, "Kang Tae-yun", "Gang Tae-yun", "Deputy Director",
      "5h Kang Tae-yun→Gang Tae-yun\n6w Kang Tae-yun→Gang Tae-yun\n6w Kang→Gang\n"
      "7q Kang Tae-yun→Gang Tae-yun\n" },
    { "a reporter", korean, "서민지", "서민준", "", "3h 서민지→서민준\n10h 서민지→서민준\n" },
    { "one of two reporters", together, "하무림", "하무준", "", "3h 하무림→하무준\n" },
    { "the other of the two", together, "서민지", "서민준", "",
      "3h 서민지→서민준\n6h 서민지→서민준\n" },
    { "of no other", korean, "오순희", "오순금", "해란도 주민",
      "8h 오순희→오순금\n9w 오순희→오순금\n" },
    { "of one behind the words", behind, "오순희", "오순금", "해란도 주민",
      "5q 오순희→오순금 는→은\n5h 오순희→오순금\n" },
    /* a title */
    { "a title in Korean", korean, "강태윤", "강태윤", "청장", "5h 부청장→청장\n6w 부청장→청장\n" },
    { "a title in small letters", english, "Kang Tae-yun", "Kang Tae-yun", "Director",
      "5h Deputy Director→Director\n6w deputy director→director\n" },
    { "no title", korean, "오순희", "오순희", "", "8h 오순희/해란도 주민→오순희\n" },
    { "both", english, "Oh Sun-hee", "Oh Sun-hui", "Fisherwoman",
      "7h Oh Sun-hee→Oh Sun-hui\n7h Resident→Fisherwoman\n" },
    /* nothing */
    { "as it is", korean, "강태윤", "강태윤", "부청장", "" },
    { "blanks around it", korean, "강태윤", " 강태윤 ", "부청장", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = read_script (cases[i].script);
      const BulStory *story = bul_history_get_story (history);
      BulNaming naming = make_naming (story, cases[i].called, cases[i].name, cases[i].title);
      g_autoptr (GPtrArray) places = list_places (story, &naming);
      g_autofree char *described = describe (places);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (described, ==, cases[i].places);
    }
}

/* All heads change, sentences where they were chosen, and one undo takes all of it back. */
static void
test_rename (void)
{
  g_autoptr (BulHistory) history = read_script (korean);
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = bul_record_copy (story);
  BulNaming naming = make_naming (story, "강태윤", "강태오", "청장");
  g_autoptr (GPtrArray) places = list_places (story, &naming);
  g_autoptr (GPtrArray) heads = only_heads (places);
  g_autofree char *speaker = g_strdup (naming.speaker);
  const BulSpeakerName *as;

  naming.speaker = speaker;
  rename_speaker (history, &naming, heads);
  g_assert_cmpstr (find_line (story, "용접은")->text, ==,
                   "[강태오/청장/3월 17일: \"용접은 두 번 검사했습니다.\"]");
  g_assert_cmpstr (find_line (story, "3월에")->text, ==, "강태윤은 부청장으로 3월에 왔습니다.");
  as = bul_story_find_speaker (story, speaker)->names->pdata[0];
  g_assert_cmpstr (as->name, ==, "강태오");
  g_assert_cmpstr (as->title, ==, "청장");
  g_assert_cmpuint (story->speakers->len, ==, before->speakers->len);
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Rename a speaker");
  bul_history_undo (history);
  deeds_assert_same (story, before);

  rename_speaker (history, &naming, places);
  g_assert_cmpstr (find_line (story, "3월에")->text, ==, "강태오는 청장으로 3월에 왔습니다.");
  g_assert_cmpstr (find_line (story, "만났")->text, ==, "오순희 씨는 강태오와 만났습니다.");
  bul_history_undo (history);
  deeds_assert_same (story, before);
  bul_history_redo (history);
  g_assert_nonnull (find_line (story, "강태오가 약속합니다"));
}

static void
test_behind (void)
{
  g_autoptr (BulHistory) history = read_script (behind);
  const BulStory *story = bul_history_get_story (history);
  BulNaming naming = make_naming (story, "오순희", "오순금", "어민");
  g_autoptr (GPtrArray) places = list_places (story, &naming);

  rename_speaker (history, &naming, places);
  g_assert_cmpstr (find_line (story, "잤어요")->text, ==,
                   "\"오순금은 잠을 못 잤어요.\" [오순금/어민]");
}

/* A note on the name stays on the name. */
static void
test_spans (void)
{
  g_autoptr (BulHistory) history = read_script (korean);
  const BulStory *story = bul_history_get_story (history);
  const BulBlock *line = find_line (story, "3월에");
  BulNaming naming = make_naming (story, "강태윤", "강 모 씨", "부청장");
  g_autoptr (GPtrArray) places = list_places (story, &naming);
  const BulSpan *span;

  g_assert_true (bul_history_add (history, NULL, "annotations", 0,
                                  deeds_make_note ("a1", line->key, line->text, 0, 3), NULL));
  rename_speaker (history, &naming, places);
  g_assert_cmpstr (line->text, ==, "강 모 씨는 부청장으로 3월에 왔습니다.");
  span = ((BulAnnotation *) story->annotations->pdata[0])->spans->pdata[0];
  g_assert_cmpstr (span->quote, ==, "강 모 씨");
  deeds_check_places (story);
}

/* What a head would not be read as is refused, and nothing is changed. */
static void
test_refused (void)
{
  static const struct
  {
    const char *called;
    const char *name;
    const char *title;
  } cases[] = {
    { "Kang Tae-yun", "Kang/Tae", "Director" },
    { "Kang Tae-yun", "Kang: \"no\"", "Director" },
    { "Kang Tae-yun", "", "" },
    { "Kang Tae-yun", "Kang\nTae-yun", "Director" },
    { "Kang Tae-yun", "Oh Sun-hee", "Director" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = read_script (english);
      const BulStory *story = bul_history_get_story (history);
      g_autoptr (BulStory) before = bul_record_copy (story);
      BulNaming naming = make_naming (story, cases[i].called, cases[i].name, cases[i].title);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) places = bul_named_list (story, &naming, &error);

      if (places != NULL)
        g_assert_false (bul_speakers_rename (history, &naming, places, &error));
      g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
      deeds_assert_same (story, before);
      g_assert_false (bul_history_can_undo (history));
    }
}

/* Two of one name are one person or two: somebody has to say so. */
static void
test_namesake (void)
{
  g_autoptr (BulHistory) history = read_script (english);
  const BulStory *story = bul_history_get_story (history);
  BulNaming naming = make_naming (story, "Kang Tae-yun", "Oh Sun-hee", "Director");
  g_autoptr (GPtrArray) places = list_places (story, &naming);

  g_assert_true (bul_speakers_find_namesake (story, &naming)
                 == bul_story_find_speaker (story, find_called (story, "Oh Sun-hee")));
  naming.apart = TRUE;
  rename_speaker (history, &naming, places);
  g_assert_cmpuint (story->speakers->len, ==, 4);
}

static void
test_merge (void)
{
  g_autoptr (BulHistory) history = read_script (english);
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = bul_record_copy (story);
  const char *kang = find_called (story, "Kang Tae-yun");
  g_autofree char *oh = g_strdup (find_called (story, "Oh Sun-hee"));
  guint number = bul_story_find_speaker (story, oh)->number;
  g_autoptr (GPtrArray) places = bul_speakers_list_merged (story, oh, kang, NULL);
  g_autoptr (GPtrArray) heads = only_heads (places);
  g_autofree char *described = describe (places);

  g_assert_cmpstr (described, ==, "7h Oh Sun-hee→Kang Tae-yun\n7h Resident→Deputy Director\n");
  /* the text stays */
  g_assert_true (bul_speakers_merge (history, oh, kang, NULL, NULL));
  g_assert_null (bul_story_find_speaker (story, oh));
  g_assert_cmpstr (find_line (story, "sleep")->speakers[0], ==, kang);
  g_assert_nonnull (find_line (story, "[Oh Sun-hee/Resident"));
  bul_history_undo (history);
  deeds_assert_same (story, before);
  /* the text follows */
  g_assert_true (bul_speakers_merge (history, oh, kang, heads, NULL));
  g_assert_nonnull (find_line (story, "[Kang Tae-yun/Deputy Director: \"I could"));
  g_assert_null (bul_speakers_find (story, number));
  g_assert_false (bul_speakers_merge (history, kang, kang, NULL, NULL));
  bul_history_undo (history);
  deeds_assert_same (story, before);
}

/* Neither the record nor a head names one who is anonymous, in whatever language; the flag tells.
 */
static void
test_anonymous (void)
{
  g_autoptr (BulHistory) history = read_script (korean);
  const BulStory *story = bul_history_get_story (history);
  BulNaming naming = make_naming (story, "강태윤", "익명", "부청장");
  g_autofree char *speaker = g_strdup (naming.speaker);
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (BulStory) before = NULL;
  g_autofree char *text = NULL;
  const BulSpeaker *found;
  BulSpeakerName *other = bul_record_new (&bul_speaker_name_type);

  other->language = g_strdup ("en");
  g_free (other->name);
  other->name = g_strdup ("Kang Tae-yun");
  g_ptr_array_add (bul_story_find_speaker (story, speaker)->names, other);
  before = bul_record_copy (story);
  naming.speaker = speaker;
  naming.anonymous = TRUE;
  places = list_places (story, &naming);
  rename_speaker (history, &naming, places);
  text = dup_text (story);
  g_assert_null (strstr (text, "강태윤"));
  g_assert_nonnull (strstr (text, "[익명/부청장/3월 17일: "));
  found = bul_story_find_speaker (story, speaker);
  g_assert_true (found->anonymous);
  g_assert_cmpstr (bul_speaker_get_name (found, "ko")->name, ==, "익명");
  g_assert_cmpstr (bul_speaker_get_name (found, "en")->name, ==, "Anonymous");
  /* who is named learns nothing of who is not */
  g_assert_false (bul_speakers_merge (history, speaker, find_called (story, "오순희"), NULL, NULL));

  naming.anonymous = FALSE;
  naming.name = "강태윤";
  g_clear_pointer (&places, g_ptr_array_unref);
  places = list_places (story, &naming);
  rename_speaker (history, &naming, places);
  g_assert_false (bul_story_find_speaker (story, speaker)->anonymous);
  g_assert_nonnull (find_line (story, "[강태윤/부청장/3월 17일: "));
  bul_history_undo (history);
  bul_history_undo (history);
  deeds_assert_same (story, before);
}

static void
give (BulHistory *history, const char *words, const char *speaker)
{
  const char *blocks[] = { find_line (bul_history_get_story (history), words)->key, NULL };
  g_autoptr (GError) error = NULL;

  bul_speakers_give (history, blocks, speaker, &error);
  g_assert_no_error (error);
}

static void
test_give (void)
{
  g_autoptr (BulHistory) history = read_script (korean);
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = bul_record_copy (story);
  g_autofree char *kang = g_strdup (find_called (story, "강태윤"));
  const char *marker[] = { find_line (story, "[리포트]")->key, NULL };

  /* a sentence */
  give (history, "3월에", kang);
  g_assert_cmpstr (find_line (story, "3월에")->speakers[0], ==, kang);
  /* a soundbite names who is heard */
  give (history, "잠을", kang);
  g_assert_cmpstr (find_line (story, "잠을")->text, ==, "[강태윤/부청장: \"잠을 못 잤어요.\"]");
  g_assert_cmpstr (find_line (story, "잠을")->speakers[0], ==, kang);
  g_assert_cmpuint (g_strv_length (find_line (story, "잠을")->speakers), ==, 1);
  /* nobody */
  give (history, "3월에", NULL);
  g_assert_null (find_line (story, "3월에")->speakers);
  g_assert_false (bul_speakers_give (history, marker, kang, NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_true (bul_history_undo (history));
  g_assert_false (bul_history_can_undo (history));
  deeds_assert_same (story, before);
}

/* Who is meant where the caret is. */
static void
test_at (void)
{
  static const struct
  {
    const char *line;
    guint offset;
    const char *called;
    gboolean is_title;
  } cases[] = {
    /* a head */
    { "용접은", 1, "강태윤", FALSE },
    { "용접은", 4, "강태윤", FALSE },
    { "용접은", 5, "강태윤", TRUE },
    { "용접은", 12, "강태윤", FALSE },
    /* a sentence: the name that stands there, or who says it */
    { "만났", 2, "오순희", FALSE },
    { "만났", 9, "강태윤", FALSE },
    { "만났", 14, "서민지", FALSE },
    { "서민지 기자", 1, "서민지", FALSE },
  };
  g_autoptr (BulHistory) history = read_script (korean);
  const BulStory *story = bul_history_get_story (history);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BulNamedAt at
          = bul_named_find_at (story, find_line (story, cases[i].line)->key, cases[i].offset);

      g_assert_cmpstr (at.speaker, ==, find_called (story, cases[i].called));
      g_assert_cmpint (at.is_title, ==, cases[i].is_title);
    }
  g_assert_null (bul_named_find_at (story, find_line (story, "[리포트]")->key, 2).speaker);
}

/* A line whose kind its file gave is of that kind still. */
static void
test_given (void)
{
  g_autoptr (BulHistory) history = read_script (korean);
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *line = g_strdup (find_line (story, "용접은")->key);
  BulNaming naming = make_naming (story, "강태윤", "강태오", "부청장");
  g_autoptr (GPtrArray) places = list_places (story, &naming);

  g_assert_true (bul_history_set (history, line, "given", "true", NULL));
  rename_speaker (history, &naming, places);
  g_assert_true (((BulBlock *) bul_story_find (story, line))->given);
}

static const char *const names[]
    = { "Oh Sun-hee", "Kang", "Kim Young-soo", "오순희",     "강태윤", "Mayor", "A/B",
        "익명",       "",     "x\"",           "Seo Min-ji", "KIM Y" };

static const char *
random_name (GRand *rand)
{
  return names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
}

static const BulSpeaker *
random_speaker (GRand *rand, const BulStory *story)
{
  return story->speakers->pdata[g_rand_int_range (rand, 0, (gint32) story->speakers->len)];
}

/* The heads, and any of the others. */
static GPtrArray *
choose (GRand *rand, const GPtrArray *places)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; places != NULL && i < places->len; i++)
    if (bul_named_place_is_head (places->pdata[i]) || g_rand_boolean (rand))
      g_ptr_array_add (chosen, places->pdata[i]);
  return chosen;
}

static void
random_rename (GRand *rand, BulHistory *history)
{
  const BulStory *story = bul_history_get_story (history);
  BulNaming naming = { .speaker = random_speaker (rand, story)->key,
                       .language = bul_story_get_script (story)->language,
                       .name = random_name (rand),
                       .title = random_name (rand),
                       .anonymous = g_rand_int_range (rand, 0, 4) == 0,
                       .apart = g_rand_boolean (rand) };
  g_autofree char *key = g_strdup (naming.speaker);
  g_autoptr (GPtrArray) places = bul_named_list (story, &naming, NULL);
  g_autoptr (GPtrArray) chosen = choose (rand, places);

  naming.speaker = key;
  if (places != NULL)
    bul_speakers_rename (history, &naming, chosen, NULL);
}

static void
random_merge (GRand *rand, BulHistory *history)
{
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *from = g_strdup (random_speaker (rand, story)->key);
  g_autofree char *into = g_strdup (random_speaker (rand, story)->key);
  g_autoptr (GPtrArray) places = bul_speakers_list_merged (story, from, into, NULL);
  g_autoptr (GPtrArray) chosen = choose (rand, places);

  bul_speakers_merge (history, from, into, g_rand_boolean (rand) ? chosen : NULL, NULL);
}

static void
random_give (GRand *rand, BulHistory *history)
{
  const BulStory *story = bul_history_get_story (history);
  const GPtrArray *lines = bul_story_get_script (story)->blocks;
  const char *blocks[3] = { NULL };
  g_autofree char *speaker = g_strdup (random_speaker (rand, story)->key);

  for (guint i = 0; i < 2; i++)
    blocks[i] = ((BulBlock *) lines->pdata[g_rand_int_range (rand, 0, (gint32) lines->len)])->key;
  bul_speakers_give (history, blocks, g_rand_int_range (rand, 0, 5) == 0 ? NULL : speaker, NULL);
}

/* Every speaker that a line names is there, and no number is there twice. */
static void
check_speakers (const BulStory *story)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      for (guint j = 0; block->speakers != NULL && block->speakers[j] != NULL; j++)
        g_assert_nonnull (bul_story_find_speaker (story, block->speakers[j]));
    }
  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];

      g_assert_true (bul_speakers_find (story, speaker->number) == speaker);
    }
}

/* A soundbite that is typed over a line of the report is not the reporter's, whose name stays. */
static void
test_typed (void)
{
  g_autoptr (BulHistory) history = read_script (korean);
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = bul_record_copy (story);
  const char *line = find_line (story, "3월에")->key;
  const char *reporter = find_called (story, "서민지");
  const BulBlock *block;
  const BulSpeaker *heard;

  bul_history_break (history);
  g_assert_true (bul_history_replace (history, line, 0, 0, "[하무림/선장: \"", NULL));
  block = find_line (story, "3월에");
  g_assert_true (
      bul_history_replace (history, line, (guint) g_utf8_strlen (block->text, -1), 0, "\"]", NULL));

  block = find_line (story, "3월에");
  g_assert_cmpint (block->kind, ==, BUL_BLOCK_BITE);
  g_assert_cmpuint (g_strv_length (block->speakers), ==, 1);
  heard = bul_story_find_speaker (story, block->speakers[0]);
  g_assert_cmpint (heard->role, ==, BUL_SPEAKER_NEWSMAKER);
  g_assert_cmpstr (heard->key, ==, find_called (story, "하무림"));
  g_assert_cmpstr (reporter, ==, find_called (story, "서민지"));
  g_assert_cmpint (bul_story_find_speaker (story, reporter)->role, ==, BUL_SPEAKER_REPORTER);

  while (bul_history_undo (history))
    ;
  deeds_assert_same (story, before);
}

/* Deeds at random, these among them: spans hold, and undoing gives back what was there. */
static void
test_random (void)
{
  static void (*const deeds[]) (GRand *, BulHistory *)
      = { random_rename, random_merge, random_give, deeds_do_one };

  for (guint seed = 0; seed < (g_test_slow () ? 4000 : 200); seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BulHistory) history = read_script (seed % 2 == 0 ? english : korean);
      const BulStory *story = bul_history_get_story (history);
      g_autoptr (BulStory) first = bul_record_copy (story);
      g_autoptr (BulStory) last = NULL;
      guint n_undone = 0;

      for (guint i = 0; i < 30; i++)
        {
          g_autoptr (BulStory) before = bul_record_copy (story);
          void (*deed) (GRand *, BulHistory *) = deeds[g_rand_int_range (rand, 0, 4)];
          const char *undo_name = bul_history_get_undo_name (history);

          if (story->speakers->len == 0)
            continue;
          bul_history_break (history);
          deed (rand, history);
          deeds_check_places (story);
          check_speakers (story);
          if (deed == deeds_do_one || bul_record_equal (story, before))
            continue;
          g_assert_true (bul_history_undo (history));
          deeds_assert_same (story, before);
          g_assert_cmpstr (bul_history_get_undo_name (history), ==, undo_name);
          g_assert_true (bul_history_redo (history));
        }
      last = bul_record_copy (story);
      for (; bul_history_undo (history); n_undone++)
        ;
      deeds_assert_same (story, first);
      while (n_undone-- > 0)
        bul_history_redo (history);
      deeds_assert_same (story, last);
    }
}

UNIT (speakers)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speakers/places", test_places);
  g_test_add_func ("/speakers/rename", test_rename);
  g_test_add_func ("/speakers/behind", test_behind);
  g_test_add_func ("/speakers/spans", test_spans);
  g_test_add_func ("/speakers/refused", test_refused);
  g_test_add_func ("/speakers/namesake", test_namesake);
  g_test_add_func ("/speakers/merge", test_merge);
  g_test_add_func ("/speakers/anonymous", test_anonymous);
  g_test_add_func ("/speakers/give", test_give);
  g_test_add_func ("/speakers/at", test_at);
  g_test_add_func ("/speakers/given", test_given);
  g_test_add_func ("/speakers/typed", test_typed);
  g_test_add_func ("/speakers/random", test_random);
  return g_test_run ();
}
