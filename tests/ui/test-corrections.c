/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-amender.h"
#include "bul-corrector.h"
#include "bul-notice.h"
#include "bul-publisher.h"
#include "desk-correction-card.h"
#include "desk-notice-text.h"
#include "desk-raise.h"
#include "desk-revision-card.h"
#include "shell-fixture.h"
#include "unit.h"

/* c1: 118 is right as 181. */
static void
raise_one (Fixture *fixture)
{
  BulCorrectionDraft draft = { .was = "118",
                               .now = "181",
                               .error_class = BUL_CLASS_FIGURE,
                               .reason = "Two digits were swapped.",
                               .by = "Min" };
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  open_sample (fixture);
  bul_corrector_find (bul_history_get_story (get_history (fixture)), "118", 0, &draft.passage,
                      &error);
  g_assert_no_error (error);
  key = bul_corrector_raise (get_history (fixture), &draft, &error);
  g_assert_cmpstr (key, ==, "c1");
  desk_window_show_pane (fixture->window, fixture->window->corrections_toggle);
  wait_until (has (fixture->window, DESK_TYPE_CORRECTION_CARD, 0));
}

static const BulCorrection *
get_correction (Fixture *fixture)
{
  return bul_story_find (bul_history_get_story (get_history (fixture)), "c1");
}

static gpointer
get_card (Fixture *fixture)
{
  return find (fixture->window, DESK_TYPE_CORRECTION_CARD, 0);
}

static gpointer
get_menu_button (Fixture *fixture)
{
  return find (get_card (fixture), GTK_TYPE_MENU_BUTTON, 0);
}

/* The item @n of the card's menu, which opens for that. */
static GtkWidget *
find_item (Fixture *fixture, guint n)
{
  GtkMenuButton *button = get_menu_button (fixture);
  GType type = g_type_from_name ("GtkModelButton");

  gtk_menu_button_popup (button);
  wait_until (gtk_menu_button_get_popover (button) != NULL
              && gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  return find (gtk_menu_button_get_popover (button), type, n);
}

static void
close_menu (Fixture *fixture)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (get_menu_button (fixture)));

  gtk_menu_button_popdown (get_menu_button (fixture));
  wait_until (!gtk_widget_get_mapped (popover));
}

static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  raise_one (fixture);
  gtk_test_accessible_assert_property (get_menu_button (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Change or withdraw C1");
  g_signal_emit_by_name (find_item (fixture, 1), "clicked");
  wait_until (get_correction (fixture)->state == BUL_CORRECTION_WITHDRAWN);
  close_menu (fixture);

  /* Nothing is left to be done with it. */
  wait_until (!gtk_widget_is_sensitive (find_item (fixture, 1)));
  g_assert_false (gtk_widget_is_sensitive (find_item (fixture, 0)));
  close_menu (fixture);

  press (fixture, "win.undo");
  wait_until (get_correction (fixture)->state == BUL_CORRECTION_DRAFT);
  wait_until (gtk_widget_is_sensitive (find_item (fixture, 1)));
  close_menu (fixture);
}

/* The first line of a soundbite, or of what is none. */
static void
open_raise_on (Fixture *fixture, BulBlockKind kind)
{
  const BulStory *story = bul_history_get_story (get_history (fixture));
  const GPtrArray *blocks = bul_story_get_script (story)->blocks;
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  guint at = 0;

  while (((BulBlock *) blocks->pdata[at])->kind != kind)
    at++;
  buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, (int) at, 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  press (fixture, "win.raise-correction");
  wait_until (has (fixture->window, DESK_TYPE_RAISE, 0));
  wait_until (gtk_widget_get_mapped (find (fixture->window, DESK_TYPE_RAISE, 0)));
}

static GtkWidget *
find_answer (Fixture *fixture, const char *answer)
{
  DeskRaise *raise = find (fixture->window, DESK_TYPE_RAISE, 0);

  for (guint i = 0; has (raise, GTK_TYPE_BUTTON, i); i++)
    if (g_strcmp0 (gtk_button_get_label (find (raise, GTK_TYPE_BUTTON, i)), answer) == 0)
      return find (raise, GTK_TYPE_BUTTON, i);
  g_assert_not_reached ();
}

static GtkWidget *
find_note_button (Fixture *fixture)
{
  return find_answer (fixture, "The speaker slipped: a note");
}

/* Where a speaker slipped nothing is put right: the same words get a note. */
static void
test_spoken (Fixture *fixture, gconstpointer data)
{
  GtkWidget *raise;

  open_sample (fixture);
  open_raise_on (fixture, BUL_BLOCK_PARAGRAPH);
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  g_assert_false (gtk_widget_get_mapped (find_note_button (fixture)));
  gtk_popover_popdown (GTK_POPOVER (raise));
  wait_until (!gtk_widget_get_visible (raise));
  open_raise_on (fixture, BUL_BLOCK_BITE);
  wait_until (gtk_widget_get_mapped (find_note_button (fixture)));
  g_signal_emit_by_name (find_note_button (fixture), "clicked");
  wait_until (!gtk_widget_get_visible (raise));
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL
              && gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (fixture->window->notes_pane)));
  g_assert_cmpuint (bul_history_get_story (get_history (fixture))->corrections->len, ==, 0);
}

static const BulNoticeText *
get_text (Fixture *fixture, const char *language)
{
  const BulNotice *notice
      = bul_amender_find_notice (bul_history_get_story (get_history (fixture)), "c1");

  return bul_notice_get_text (notice, language, BUL_USE_PAGE);
}

static gboolean
reads (GtkTextView *view, const char *text)
{
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &shown, NULL);
  return g_str_equal (shown, text);
}

/* Whoever wrote the words down, or turned them into another language, made the error: that is its
 * class. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *answer;
    BulClass error_class;
  } answers[] = { { "The transcript is wrong", BUL_CLASS_QUOTE },
                  { "The translation is wrong", BUL_CLASS_TRANSLATION } };
  GtkWidget *raise;
  GtkWidget *entry;

  open_sample (fixture);
  open_raise_on (fixture, BUL_BLOCK_BITE);
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  entry = find (raise, GTK_TYPE_ENTRY, 0);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GtkToggleButton *button = find (raise, GTK_TYPE_TOGGLE_BUTTON, answers[i].error_class - 1);

      gtk_editable_set_text (GTK_EDITABLE (entry), "");
      g_signal_emit_by_name (find_answer (fixture, answers[i].answer), "clicked");
      g_assert_true (gtk_toggle_button_get_active (button));
      wait_until (
          gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), entry));
    }
}

static GtkTextView *
get_preview (GtkWidget *raise, guint n)
{
  return find (find (raise, DESK_TYPE_NOTICE_TEXT, n), GTK_TYPE_TEXT_VIEW, 0);
}

static void
fill_in (GtkWidget *raise)
{
  gtk_editable_set_text (find (raise, GTK_TYPE_ENTRY, 0), "fire boat");
  gtk_toggle_button_set_active (find (raise, GTK_TYPE_TOGGLE_BUTTON, BUL_CLASS_FACT - 1), TRUE);
  gtk_editable_set_text (find (raise, GTK_TYPE_ENTRY, 1), "It was another.");
}

/* What is typed into a preview is the notice's from the start, though all else is typed after it;
 * the others go on being written. Closed in between, it is there again. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *raise;
  GtkTextView *english;

  open_sample (fixture);
  open_raise_on (fixture, BUL_BLOCK_PARAGRAPH);
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  english = get_preview (raise, 2);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (english)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (english), "We were wrong.", -1);
  gtk_popover_popdown (GTK_POPOVER (raise));
  wait_until (!gtk_widget_get_visible (raise));
  press (fixture, "win.raise-correction");
  wait_until (gtk_widget_get_mapped (raise));
  g_assert_true (reads (english, "We were wrong."));
  fill_in (raise);
  g_assert_true (reads (english, "We were wrong."));
  press (fixture, "win.accept"); /* says yes to what has the keys */
  wait_until (!gtk_widget_get_visible (raise));
  g_assert_cmpstr (get_text (fixture, "en")->text, ==, "We were wrong.");
  g_assert_true (get_text (fixture, "en")->by_hand);
  g_assert_false (get_text (fixture, "ko")->by_hand);
  g_assert_nonnull (strstr (get_text (fixture, "ko")->text, "fire boat"));

  press (fixture, "win.undo");
  g_assert_cmpuint (bul_history_get_story (get_history (fixture))->corrections->len, ==, 0);
}

/* When a correction is changed its notice may be worded as well, and given back. */
static void
test_preview_amended (Fixture *fixture, gconstpointer data)
{
  GtkWidget *raise;
  GtkTextView *korean;
  g_autofree char *written = NULL;

  raise_one (fixture);
  written = g_strdup (get_text (fixture, "ko")->text);
  g_signal_emit_by_name (find_item (fixture, 0), "clicked");
  wait_until (has (fixture->window, DESK_TYPE_RAISE, 0));
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  wait_until (gtk_widget_get_mapped (raise));
  korean = get_preview (raise, 1);
  g_assert_true (reads (korean, written));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (korean), "바로잡습니다.", -1);
  press (fixture, "win.accept");
  wait_until (!gtk_widget_get_visible (raise));
  g_assert_cmpstr (get_text (fixture, "ko")->text, ==, "바로잡습니다.");
  close_menu (fixture);

  g_signal_emit_by_name (find_item (fixture, 0), "clicked");
  wait_until (gtk_widget_get_mapped (raise));
  g_assert_true (reads (korean, "바로잡습니다."));
  g_signal_emit_by_name (find (find (raise, DESK_TYPE_NOTICE_TEXT, 1), GTK_TYPE_BUTTON, 0),
                         "clicked");
  wait_until (reads (korean, written));
  press (fixture, "win.accept");
  wait_until (!gtk_widget_get_visible (raise));
  g_assert_cmpstr (get_text (fixture, "ko")->text, ==, written);
  g_assert_false (get_text (fixture, "ko")->by_hand);
}

/* Its class and reason are said otherwise where they were said. */
static void
test_amend (Fixture *fixture, gconstpointer data)
{
  DeskRaise *raise;

  raise_one (fixture);
  g_signal_emit_by_name (find_item (fixture, 0), "clicked");
  wait_until (has (fixture->window, DESK_TYPE_RAISE, 0));
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (raise)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (raise), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Change C1");
  g_assert_cmpstr (gtk_editable_get_text (find (raise, GTK_TYPE_ENTRY, 0)), ==, "181");
  g_assert_false (gtk_widget_is_sensitive (find (raise, GTK_TYPE_ENTRY, 0)));
  g_assert_cmpstr (gtk_editable_get_text (find (raise, GTK_TYPE_ENTRY, 1)), ==,
                   "Two digits were swapped.");

  gtk_toggle_button_set_active (find (raise, GTK_TYPE_TOGGLE_BUTTON, BUL_CLASS_FACT - 1), TRUE);
  gtk_editable_set_text (find (raise, GTK_TYPE_ENTRY, 1), "Counted anew.");
  g_signal_emit_by_name (find (raise, GTK_TYPE_ENTRY, 1), "activate");
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (raise)));
  g_assert_cmpint (get_correction (fixture)->error_class, ==, BUL_CLASS_FACT);
  g_assert_cmpstr (get_correction (fixture)->reason, ==, "Counted anew.");
  g_assert_cmpuint (bul_history_get_story (get_history (fixture))->corrections->len, ==, 1);

  press (fixture, "win.undo");
  wait_until (get_correction (fixture)->error_class == BUL_CLASS_FIGURE);
  g_assert_cmpstr (get_correction (fixture)->reason, ==, "Two digits were swapped.");
}

/* Of the notice in @n, 0 Korean, 1 English. */
static GtkTextView *
get_words (Fixture *fixture, guint n)
{
  return find (find (get_card (fixture), DESK_TYPE_NOTICE_TEXT, n), GTK_TYPE_TEXT_VIEW, 0);
}

/* What is typed into a notice is one's own, until it is given back to who wrote it. */
static void
test_word (Fixture *fixture, gconstpointer data)
{
  GtkTextView *english;
  GtkWidget *again;
  g_autofree char *written = NULL;

  raise_one (fixture);
  written = g_strdup (get_text (fixture, "en")->text);
  gtk_toggle_button_set_active (find (get_card (fixture), GTK_TYPE_TOGGLE_BUTTON, 1), TRUE);
  english = get_words (fixture, 1);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (english)) && reads (english, written));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (english), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Notice in English");
  again = find (find (get_card (fixture), DESK_TYPE_NOTICE_TEXT, 1), GTK_TYPE_BUTTON, 0);
  g_assert_false (gtk_widget_get_visible (again));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (english), "Sorry. ", -1);
  wait_until (get_text (fixture, "en")->by_hand);
  g_assert_true (g_str_has_suffix (get_text (fixture, "en")->text, written));
  g_assert_true (g_str_has_prefix (get_text (fixture, "en")->text, "Sorry. "));
  g_assert_false (get_text (fixture, "ko")->by_hand);
  wait_until (gtk_widget_get_visible (again));

  g_signal_emit_by_name (again, "clicked");
  wait_until (!get_text (fixture, "en")->by_hand && reads (english, written));
  press (fixture, "win.undo");
  wait_until (get_text (fixture, "en")->by_hand && !reads (english, written));
  press (fixture, "win.undo");
  wait_until (!get_text (fixture, "en")->by_hand && reads (english, written));
}

/* Keys that save or leave do not wait until the hands rest. */
static void
test_word_at_once (Fixture *fixture, gconstpointer data)
{
  GtkTextView *korean;

  raise_one (fixture);
  gtk_toggle_button_set_active (find (get_card (fixture), GTK_TYPE_TOGGLE_BUTTON, 1), TRUE);
  korean = get_words (fixture, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (korean), "바로잡습니다.", -1);
  g_assert_false (get_text (fixture, "ko")->by_hand);
  press (fixture, "win.save");
  g_assert_cmpstr (get_text (fixture, "ko")->text, ==, "바로잡습니다.");
  g_assert_true (get_text (fixture, "ko")->by_hand);

  /* What is withdrawn can be read and copied. */
  g_assert_true (
      bul_publisher_move (get_history (fixture), "c1", BUL_CORRECTION_WITHDRAWN, "Min", NULL));
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (korean)));
}

static gboolean
has_revision (Fixture *fixture, const char *summary)
{
  for (guint i = 0; has (fixture->window, DESK_TYPE_REVISION_CARD, i); i++)
    {
      GtkWidget *card = find (fixture->window, DESK_TYPE_REVISION_CARD, i);

      for (guint j = 0; has (card, GTK_TYPE_LABEL, j); j++)
        if (g_strcmp0 (gtk_label_get_text (find (card, GTK_TYPE_LABEL, j)), summary) == 0)
          return TRUE;
    }
  return FALSE;
}

/* A revision is known by the corrections in it. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  raise_one (fixture);
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);
  press (fixture, "win.show-history");
  wait_until (has_revision (fixture, "C1 181"));
  g_assert_true (
      bul_publisher_move (get_history (fixture), "c1", BUL_CORRECTION_APPROVED, "Min", NULL));
  press (fixture, "win.save");
  wait_until (has_revision (fixture, "C1 Approved"));
}

UNIT (corrections)
{
  gtk_test_init (&argc, &argv, NULL);
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  TEST ("/corrections/spoken", test_spoken);
  TEST ("/corrections/answers", test_answers);
  TEST ("/corrections/preview", test_preview);
  TEST ("/corrections/preview-amended", test_preview_amended);
  TEST ("/corrections/withdraw", test_withdraw);
  TEST ("/corrections/amend", test_amend);
  TEST ("/corrections/history", test_history);
  TEST ("/corrections/word", test_word);
  TEST ("/corrections/word-at-once", test_word_at_once);
#undef TEST
  return run_with_application ();
}
