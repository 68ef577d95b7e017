/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "bul-edit.h"
#include "desk-caption.h"
#include "desk-speller.h"
#include "desk-style.h"
#include "desk-view.h"
#include "editor-hands.h"
#include "unit.h"

/* With a dictionary of a few words that is ours, whatever the machine has. */

#define LIMIT_SECONDS 20
#define N_LINES 5000

static const char words[]
    = "14\nThe\nthe\nferry\nsails\nagain\nIt\nit\ncarried\nletters\nand\ndon't\nharbour\nsays\n";
static const char *const english[] = { "en_QQ", NULL };
static const char *const korean[] = { "ko_QQ", NULL };
static const char *const nowhere[] = { "xx_QQ", NULL };

typedef struct
{
  DeskDictionary *dictionary;
  DeskDocument *document;
  DeskBuffer *buffer;
  DeskSpeller *speller;
} Desk;

static void
open_desk (Desk *desk, const char *const *tags, BulStory *story)
{
  const char *const *const both[] = { tags, tags == english ? korean : nowhere };

  desk->dictionary = desk_dictionary_new (both);
  desk->document = desk_document_new (story);
  desk->buffer = desk_buffer_new (desk->document, NULL);
  desk->speller = desk_speller_new (NULL, desk->dictionary);
  desk_speller_set_checks (desk->speller, DESK_TONGUE_ENGLISH, TRUE);
  desk_speller_set_buffer (desk->speller, desk->buffer);
}

static void
close_desk (Desk *desk)
{
  g_object_unref (desk->speller);
  g_object_unref (desk->buffer);
  g_object_unref (desk->document);
  g_object_unref (desk->dictionary);
}

static void
finish (DeskSpeller *speller)
{
  gint64 limit = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;

  while (!desk_speller_is_done (speller))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, TRUE);
    }
}

static char *
dup_marked (DeskBuffer *buffer)
{
  GtkTextTag *tag = desk_style_table_get_tag (
      gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), DESK_STYLE_MISSPELT);
  GString *marked = g_string_new (NULL);
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &at);
  while (gtk_text_iter_starts_tag (&at, tag) || gtk_text_iter_forward_to_tag_toggle (&at, tag))
    {
      GtkTextIter start = at;
      g_autofree char *text = NULL;

      if (!gtk_text_iter_starts_tag (&at, tag))
        continue;
      gtk_text_iter_forward_to_tag_toggle (&at, tag);
      text = gtk_text_iter_get_text (&start, &at);
      g_string_append_printf (marked, "%d:%s ", gtk_text_iter_get_line (&start), text);
    }
  return g_string_free (marked, FALSE);
}

static void
assert_marked (DeskSpeller *speller, DeskBuffer *buffer, const char *expected)
{
  g_autofree char *marked = NULL;

  finish (speller);
  marked = dup_marked (buffer);
  g_assert_cmpstr (marked, ==, expected);
}

static void
place_caret (DeskBuffer *buffer, guint at)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, at);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}

/* As keys do it: the caret is where the text comes. */
static void
type_at (DeskBuffer *buffer, guint at, const char *text)
{
  place_caret (buffer, at);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), text, -1);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
add_speaker (BulStory *story, const char *name)
{
  BulSpeaker *speaker = bul_record_new (&bul_speaker_type);
  BulSpeakerName *as = bul_record_new (&bul_speaker_name_type);

  set_text (&speaker->key, "p1");
  speaker->number = 1;
  speaker->role = BUL_SPEAKER_NEWSMAKER;
  set_text (&as->language, "en");
  set_text (&as->title, "");
  set_text (&as->name, name);
  g_ptr_array_add (speaker->names, as);
  g_ptr_array_add (story->speakers, speaker);
}

static void
set_kind (BulStory *story, guint line, BulBlockKind kind)
{
  BulScript *script = story->scripts->pdata[0];

  ((BulBlock *) script->blocks->pdata[line])->kind = kind;
}

static void
test_marks (void)
{
  static const char *const lines[] = {
    "The fery sails again, and it don\u2019t.",
    "It carried 127th 3rd Letters2 letters; see https://danpo.example/fery or fery@danpo.example.",
    "KBSX says danpo.example fery_2 \u2018harbour\u2019 ABCDEF",
    "Danphil Vorgat says the ferry sails; Vorgat\u2019s ferry.",
    "[Anchorr]",
    "단포항에서 첫 fery 배가 떠났습니다.",
    NULL,
  };
  BulStory *story = hands_make_story (lines);
  Desk desk;

  add_speaker (story, "Danphil Vorgat");
  set_kind (story, 4, BUL_BLOCK_MARKER);
  open_desk (&desk, english, story);
  g_assert_cmpuint (desk_dictionary_is_there (desk.dictionary, DESK_TONGUE_ENGLISH), ==,
                    DESK_WORD_UNKNOWN);
  assert_marked (desk.speller, desk.buffer, "0:fery 1:see 1:or 2:ABCDEF ");
  g_assert_cmpuint (desk_dictionary_is_there (desk.dictionary, DESK_TONGUE_ENGLISH), ==,
                    DESK_WORD_RIGHT);
  g_assert_cmpuint (desk_speller_get_n_in_block (desk.speller, "b2"), ==, 2);

  desk_speller_set_checks (desk.speller, DESK_TONGUE_ENGLISH, FALSE);
  assert_marked (desk.speller, desk.buffer, "");
  desk_speller_set_checks (desk.speller, DESK_TONGUE_ENGLISH, TRUE);
  assert_marked (desk.speller, desk.buffer, "0:fery 1:see 1:or 2:ABCDEF ");
  close_desk (&desk);
}

/* A name is known once somebody of that name speaks. */
static void
test_names (void)
{
  static const char *const lines[] = { "Vorgat says the ferry sails.", NULL };
  g_autoptr (GError) error = NULL;
  BulStory *named = hands_make_story (lines);
  Desk desk;

  add_speaker (named, "Danphil Vorgat");
  open_desk (&desk, english, hands_make_story (lines));
  assert_marked (desk.speller, desk.buffer, "0:Vorgat ");
  bul_history_add (desk_document_get_history (desk.document), NULL, "speakers", 0,
                   bul_record_copy (named->speakers->pdata[0]), &error);
  g_assert_no_error (error);
  assert_marked (desk.speller, desk.buffer, "");
  bul_record_free (named);
  close_desk (&desk);
}

static void
test_edits (void)
{
  static const char *const lines[]
      = { "The ferry sails again.", "It carried leters and it sails.", NULL };
  BulHistory *history;
  Desk desk;

  open_desk (&desk, english, hands_make_story (lines));
  history = desk_document_get_history (desk.document);
  assert_marked (desk.speller, desk.buffer, "1:leters ");

  /* While it is typed, a word has no mark; once the caret has left it, it has. */
  type_at (desk.buffer, 9, "q");
  assert_marked (desk.speller, desk.buffer, "1:leters ");
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "0:ferryq 1:leters ");

  /* Going back into it is not typing. */
  place_caret (desk.buffer, 7);
  assert_marked (desk.speller, desk.buffer, "0:ferryq 1:leters ");
  bul_history_undo (history);
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "1:leters ");

  /* Into the middle of a marked word: parted, each half is a word. */
  type_at (desk.buffer, 37, " ");
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "1:let 1:ers ");
  bul_history_undo (history);

  /* Lines that part and join. */
  type_at (desk.buffer, 33, "\n");
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "2:leters ");
  bul_history_undo (history);
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "1:leters ");
  close_desk (&desk);
}

static void
test_composing (void)
{
  static const char *const lines[] = { "The fery sails again.", NULL };
  Desk desk;

  open_desk (&desk, english, hands_make_story (lines));
  assert_marked (desk.speller, desk.buffer, "0:fery ");
  place_caret (desk.buffer, 6);
  desk_document_set_composing (desk.document, bul_edit_new (BUL_EDIT_TEXT, "b1", 6));
  assert_marked (desk.speller, desk.buffer, "");
  desk_document_set_composing (desk.document, NULL);
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "0:fery ");
  close_desk (&desk);
}

static void
save_aired (BulHistory *history)
{
  g_autoptr (BulStory) saved
      = bul_history_make_aired_revision (history, "Min", "2026-03-18T21:04:00+09:00");

  bul_history_saved (history, saved);
}

static void
test_struck (void)
{
  static const char *const lines[] = { "The fery sails again.", "It carried leters.", NULL };
  Desk desk;

  open_desk (&desk, english, hands_make_story (lines));
  save_aired (desk_document_get_history (desk.document));
  assert_marked (desk.speller, desk.buffer, "0:fery 1:leters ");

  hands_erase (desk.buffer, 4, 9);
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "1:leters ");

  /* A word that lost letters is struck as it was, before what it became. */
  g_assert_true (desk_buffer_get_shows_struck (desk.buffer));
  hands_erase (desk.buffer, 35, 37);
  place_caret (desk.buffer, 0);
  assert_marked (desk.speller, desk.buffer, "1:lers ");
  desk_buffer_set_shows_struck (desk.buffer, FALSE);
  assert_marked (desk.speller, desk.buffer, "1:lers ");
  desk_buffer_set_shows_struck (desk.buffer, TRUE);
  assert_marked (desk.speller, desk.buffer, "1:lers ");
  close_desk (&desk);
}

static void
test_no_dictionary (void)
{
  static const char *const lines[] = { "The fery sails agian.", "단포항에섯 첫 배가", NULL };
  Desk desk;

  open_desk (&desk, nowhere, hands_make_story (lines));
  desk_speller_set_checks (desk.speller, DESK_TONGUE_KOREAN, TRUE);
  assert_marked (desk.speller, desk.buffer, "");
  g_assert_cmpuint (desk_dictionary_is_there (desk.dictionary, DESK_TONGUE_ENGLISH), ==,
                    DESK_WORD_WRONG);
  desk_dictionary_learn (desk.dictionary, DESK_TONGUE_ENGLISH, "fery");
  assert_marked (desk.speller, desk.buffer, "");
  close_desk (&desk);
}

static void
test_korean (void)
{
  static const char *const lines[] = { "단포항에서 배가 떠낫습니다. fery", "The fery", NULL };
  Desk desk;

  open_desk (&desk, english, hands_make_story (lines));
  assert_marked (desk.speller, desk.buffer, "1:fery ");
  desk_speller_set_checks (desk.speller, DESK_TONGUE_KOREAN, TRUE);
  assert_marked (desk.speller, desk.buffer, "0:떠낫습니다 1:fery ");
  close_desk (&desk);
}

static void
test_places (void)
{
  static const char *const lines[] = { "The fery sails agian.", "It sails.", "the leters", NULL };
  const char *block;
  BulRange range;
  Desk desk;

  open_desk (&desk, english, hands_make_story (lines));
  g_assert_false (desk_speller_get_next (desk.speller, 0, 0, &block, &range));
  finish (desk.speller);
  g_assert_true (desk_speller_get_next (desk.speller, 0, 4, &block, &range));
  g_assert_cmpstr (block, ==, "b1");
  g_assert_cmpuint (range.start, ==, 15);
  g_assert_true (desk_speller_get_next (desk.speller, 0, 15, &block, &range));
  g_assert_cmpstr (block, ==, "b3");
  g_assert_true (desk_speller_get_next (desk.speller, 2, 4, &block, &range));
  g_assert_cmpuint (range.start, ==, 4);
  g_assert_cmpuint (range.end, ==, 8);
  g_assert_true (desk_speller_get_previous (desk.speller, 0, 4, &block, &range));
  g_assert_cmpstr (block, ==, "b3");
  g_assert_true (desk_speller_get_previous (desk.speller, 0, 15, &block, &range));
  g_assert_cmpuint (range.start, ==, 4);
  close_desk (&desk);
}

/* Each line has a word of its own: all of them are asked for, and nothing before the loop turns. */
static void
test_long (void)
{
  BulStory *story = hands_make_story ((const char *[]){ "The ferry sails.", NULL });
  BulScript *script = story->scripts->pdata[0];
  Desk desk;

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 2);
      g_autofree char *text = g_strdup_printf ("The ferry %c%c%c%cxq sails.", 'a' + i % 26,
                                               'a' + i / 26 % 26, 'a' + i / 676 % 26, 'q');

      g_ptr_array_add (script->blocks,
                       bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, text));
    }
  open_desk (&desk, english, story);
  g_assert_false (desk_speller_is_done (desk.speller));
  g_assert_cmpuint (desk_speller_get_n_in_block (desk.speller, "b2"), ==, 0);
  finish (desk.speller);
  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 2);

      g_assert_cmpuint (desk_speller_get_n_in_block (desk.speller, key), ==, 1);
    }
  close_desk (&desk);
}

/* The menu that the word at a place has, as labels; it comes a little later. */
static char *
dup_menu (DeskView *view, guint at, guint n_sections)
{
  GMenuModel *all = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (view));
  g_autoptr (GMenuModel) menu = g_menu_model_get_item_link (all, 0, G_MENU_LINK_SECTION);
  gint64 limit = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;
  GString *labels = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &iter, at);
  desk_view_ask_for_word (view, &iter);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 0);
  while (g_menu_model_get_n_items (menu) < (int) n_sections)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, TRUE);
    }
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label);
          g_string_append_printf (labels, "%s|", label);
        }
    }
  return g_string_free (labels, FALSE);
}

/* A word that is right is none to be learnt. */
static void
assert_menu_empty (DeskView *view, guint at)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  GMenuModel *all = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (view));
  g_autoptr (GMenuModel) menu = g_menu_model_get_item_link (all, 0, G_MENU_LINK_SECTION);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &iter, at);
  desk_view_ask_for_word (view, &iter);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 0);
}

static void
test_menu (void)
{
  static const char *const lines[]
      = { "The fery sails again.", "It carried leters and leters.", "Wrod wrod.", NULL };
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (lines));
  DeskView *view = DESK_VIEW (g_object_ref_sink (desk_view_new ()));
  BulHistory *history = desk_document_get_history (document);
  g_autofree char *menu = NULL;
  g_autofree char *second = NULL;
  g_autofree char *caption = NULL;
  DeskBuffer *buffer;
  DeskSpeller *speller = desk_view_get_speller (view);

  desk_view_set_checks_spelling (view, TRUE, FALSE);
  desk_view_set_document (view, document, NULL);
  buffer = desk_view_get_buffer (view);
  assert_marked (speller, buffer, "0:fery 1:leters 1:leters 2:Wrod 2:wrod ");
  caption = desk_caption_dup (document, desk_buffer_get_block_at_line (buffer, 1),
                              desk_speller_get_n_in_block (speller, "b2"));
  g_assert_cmpstr (caption, ==, "paragraph; 2 misspelt words");

  /* One step, as typed words are one, and a change like theirs. */
  save_aired (history);
  menu = dup_menu (view, 6, 2);
  /* What else is suggested is the dictionary's, of which there may be several. */
  g_assert_nonnull (strstr (menu, "ferry|"));
  g_assert_true (g_str_has_suffix (menu, "|Add to Dictionary|Ignore in This Story|"));
  desk_view_correct_spelling (view, "ferry");
  g_assert_cmpstr (desk_buffer_get_block_at_line (buffer, 0)->text, ==, "The ferry sails again.");
  assert_marked (speller, buffer, "1:leters 1:leters 2:Wrod 2:wrod ");
  {
    g_autoptr (GPtrArray) changes = desk_changes_list (desk_document_get_changes (document));

    g_assert_cmpuint (changes->len, ==, 1);
  }
  desk_view_undo (view);
  g_assert_cmpstr (desk_buffer_get_block_at_line (buffer, 0)->text, ==, "The fery sails again.");
  g_assert_false (bul_history_can_undo (history));
  place_caret (buffer, 0);
  assert_marked (speller, buffer, "0:fery 1:leters 1:leters 2:Wrod 2:wrod ");

  /* Nothing is left to choose once it is chosen. */
  desk_view_correct_spelling (view, "ferry");
  g_assert_cmpstr (desk_buffer_get_block_at_line (buffer, 0)->text, ==, "The fery sails again.");

  second = dup_menu (view, 22 + 13, 2);
  g_assert_nonnull (strstr (second, "letters|"));
  desk_view_ignore_word (view);
  assert_marked (speller, buffer, "0:fery 2:Wrod 2:wrod ");
  g_free (dup_menu (view, 58, 2));
  desk_view_learn_word (view);
  assert_menu_empty (view, 10);
  assert_marked (speller, buffer, "0:fery ");
  desk_view_set_checks_spelling (view, FALSE, FALSE);
  assert_marked (speller, buffer, "");
  desk_view_set_document (view, NULL, NULL);
  g_object_unref (view);
}

/* Another dictionary finds what was learnt in the list of the person's own; it was not ignored
 * there. */
static void
test_learnt (void)
{
  static const char *const lines[] = { "The zzfer sails, and wrod wrot.", NULL };
  Desk desk;

  open_desk (&desk, english, hands_make_story (lines));
  assert_marked (desk.speller, desk.buffer, "0:zzfer 0:wrod 0:wrot ");
  desk_dictionary_learn (desk.dictionary, DESK_TONGUE_ENGLISH, "wrot");
  desk_dictionary_ignore (desk.dictionary, desk_document_get_story (desk.document)->uid, "wrod");
  assert_marked (desk.speller, desk.buffer, "0:zzfer ");
  desk_dictionary_ignore (desk.dictionary, "another", "zzfer");
  assert_marked (desk.speller, desk.buffer, "0:zzfer ");
  close_desk (&desk);

  open_desk (&desk, english, hands_make_story (lines));
  assert_marked (desk.speller, desk.buffer, "0:zzfer 0:wrod ");
  close_desk (&desk);
}

static void
write_dictionary (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, "hunspell", name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

/* Also under the name that windows look for, where ours goes before the machine's. */
static char *
make_dictionaries (void)
{
  static const char rules[] = "SET UTF-8\nTRY esrtal\n";
  char *folder = g_dir_make_tmp ("test-speller-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "hunspell", NULL);

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_dictionary (folder, "en_QQ.aff", rules);
  write_dictionary (folder, "en_QQ.dic", words);
  write_dictionary (folder, "en_US.aff", rules);
  write_dictionary (folder, "en_US.dic", words);
  write_dictionary (folder, "ko_QQ.aff", rules);
  write_dictionary (folder, "ko_QQ.dic", "2\n단포항에서\n배가\n");
  g_setenv ("ENCHANT_CONFIG_DIR", folder, TRUE);
  return folder;
}

static void
remove_folder (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_folder (inner);
    }
  if (dir != NULL)
    g_dir_close (dir);
  g_remove (path);
}

UNIT (speller)
{
  g_autofree char *folder = make_dictionaries ();
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speller/marks", test_marks);
  g_test_add_func ("/speller/names", test_names);
  g_test_add_func ("/speller/edits", test_edits);
  g_test_add_func ("/speller/composing", test_composing);
  g_test_add_func ("/speller/struck", test_struck);
  g_test_add_func ("/speller/no-dictionary", test_no_dictionary);
  g_test_add_func ("/speller/korean", test_korean);
  g_test_add_func ("/speller/places", test_places);
  g_test_add_func ("/speller/long", test_long);
  g_test_add_func ("/speller/menu", test_menu);
  g_test_add_func ("/speller/learnt", test_learnt);
  status = g_test_run ();
  remove_folder (folder);
  return status;
}
