/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "bul-checked.h"
#include "bul-corrector.h"
#include "bul-notes.h"
#include "bul-span.h"
#include "bul-tag.h"
#include "desk-facts-card.h"
#include "desk-history-pane.h"
#include "desk-note-card.h"
#include "desk-note-draft.h"
#include "desk-notes-pane.h"
#include "desk-revision-card.h"
#include "desk-tags-box.h"
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

static const BulStory *
get_story (Fixture *fixture)
{
  return bul_history_get_story (get_history (fixture));
}

static const BulBlock *
get_block (Fixture *fixture, guint i)
{
  return bul_story_get_script (get_story (fixture))->blocks->pdata[i];
}

/* Shows a pane by its key, and waits until it shows the story. */
static gpointer
show_pane (Fixture *fixture, const char *action, GType type)
{
  GtkWidget *pane = find (fixture->window, type, 0);

  press (fixture, action);
  wait_until (gtk_widget_get_mapped (pane));
  return pane;
}

static void
type_at_start (Fixture *fixture, guint line, const char *text)
{
  g_autoptr (GError) error = NULL;

  bul_history_replace (get_history (fixture), get_block (fixture, line)->key, 0, 0, text, &error);
  g_assert_no_error (error);
}

static void
save (Fixture *fixture)
{
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);
}

/* What is typed into an entry, and Enter. */
static void
enter (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* The facts of a story are put right in the pane; each is one undo. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *facts;

  open_sample (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  facts = find (pane, DESK_TYPE_FACTS_CARD, 0);
  wait_until (*gtk_editable_get_text (find (facts, GTK_TYPE_ENTRY, 0)) != '\0');
  g_assert_cmpstr (gtk_editable_get_text (find (facts, GTK_TYPE_ENTRY, 0)), ==,
                   bul_story_get_headline (get_story (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (facts, GTK_TYPE_ENTRY, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Slug");

  enter (find (facts, GTK_TYPE_ENTRY, 1), "ferry");
  wait_until (g_strcmp0 (get_story (fixture)->slug, "ferry") == 0);
  enter (find (facts, GTK_TYPE_ENTRY, 3), "2026. 3. 18.");
  wait_until (g_strcmp0 (get_story (fixture)->bulletin_date, "2026-03-18") == 0);
  press (fixture, "win.undo");
  wait_until (get_story (fixture)->bulletin_date == NULL);
  g_assert_cmpstr (get_story (fixture)->slug, ==, "ferry");
}

/* What is no day is not taken, and it is said why. */
static void
test_no_day (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *facts;
  GtkWidget *refusal;

  open_sample (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  facts = find (pane, DESK_TYPE_FACTS_CARD, 0);
  refusal = gtk_widget_get_last_child (facts);
  wait_until (!gtk_widget_get_visible (refusal));
  enter (find (facts, GTK_TYPE_ENTRY, 3), "yesterday");
  wait_until (gtk_widget_get_visible (refusal));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (refusal)), "yesterday"));
  g_assert_null (get_story (fixture)->bulletin_date);
}

/* The day that the page gives is confirmed by a button, which then has nothing more to say. */
static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *confirm;

  open_sample (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  confirm = find (find (pane, DESK_TYPE_FACTS_CARD, 0), GTK_TYPE_BUTTON, 0);
  wait_until (gtk_widget_get_mapped (confirm));
  g_signal_emit_by_name (confirm, "clicked");
  wait_until (g_strcmp0 (get_story (fixture)->bulletin_date, "2026-03-18") == 0);
  wait_until (!gtk_widget_get_mapped (confirm));
}

static DeskRevisionCard *
find_revision (DeskHistoryPane *pane, guint skip)
{
  wait_until (has (pane, DESK_TYPE_REVISION_CARD, skip));
  return find (pane, DESK_TYPE_REVISION_CARD, skip);
}

/* An older revision is made the story again in one step, which one undo takes back. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  DeskHistoryPane *pane;

  open_sample (fixture);
  before = g_strdup (get_block (fixture, 1)->text);
  type_at_start (fixture, 1, "Update: ");
  save (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  wait_until (desk_revision_card_get_number (find_revision (pane, 0)) == 2);
  g_assert_cmpuint (desk_revision_card_get_number (find_revision (pane, 1)), ==, 1);

  g_signal_emit_by_name (find_revision (pane, 1), "restore");
  wait_until (strcmp (get_block (fixture, 1)->text, before) == 0);
  g_assert_true (has (fixture->window, ADW_TYPE_TOAST_OVERLAY, 0));
  press (fixture, "win.undo");
  wait_until (g_str_has_prefix (get_block (fixture, 1)->text, "Update: "));
  g_assert_cmpuint (get_story (fixture)->revisions->len, ==, 2);
}

/* A revision is shown beside the story as it is, and may be taken from there. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  DeskHistoryPane *pane;

  open_sample (fixture);
  before = g_strdup (get_block (fixture, 1)->text);
  type_at_start (fixture, 1, "Update: ");
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  g_signal_emit_by_name (find_revision (pane, 0), "compare");
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "Revision 1 and Now");
  adw_message_dialog_response (find_dialog (), "restore");
  wait_until (strcmp (get_block (fixture, 1)->text, before) == 0);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  wait_until (find_dialog () == NULL);
}

/* The card that is chosen offers its buttons; the story as it was saved last offers none. */
static void
test_choose_revision (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *row;

  open_sample (fixture);
  type_at_start (fixture, 1, "Update: ");
  save (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  wait_until (desk_revision_card_get_number (find_revision (pane, 0)) == 2);
  row = GTK_WIDGET (find_revision (pane, 1));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  wait_until (gtk_widget_get_mapped (find (row, GTK_TYPE_BUTTON, 0)));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  row = GTK_WIDGET (find_revision (pane, 0));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_false (gtk_widget_get_mapped (find (row, GTK_TYPE_BUTTON, 0)));
}

static void
select_words (Fixture *fixture, const char *words)
{
  DeskView *view = find (fixture->window, DESK_TYPE_VIEW, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulRecord) span = NULL;
  BulPassage passage;

  bul_corrector_find (get_story (fixture), words, 0, &passage, &error);
  g_assert_no_error (error);
  span
      = (BulRecord *) bul_span_new (passage.block, passage.at, passage.at + passage.n_chars, words);
  desk_view_show_span (view, (const BulSpan *) span);
}

static const BulAnnotation *
get_note (Fixture *fixture, guint i)
{
  return get_story (fixture)->annotations->pdata[i];
}

/* Writes a note on @words as a person does: select, key, words, Enter. */
static DeskNotesPane *
write_note (Fixture *fixture, const char *words, const char *text)
{
  DeskNotesPane *pane = find (fixture->window, DESK_TYPE_NOTES_PANE, 0);
  GtkWidget *draft = find (pane, DESK_TYPE_NOTE_DRAFT, 0);
  guint n_notes = get_story (fixture)->annotations->len;

  select_words (fixture, words);
  press (fixture, "win.new-note");
  wait_until (gtk_widget_get_mapped (draft));
  enter (find (draft, GTK_TYPE_ENTRY, 0), text);
  wait_until (get_story (fixture)->annotations->len == n_notes + 1);
  return pane;
}

static gboolean
has_style (Fixture *fixture, const char *words, const char *name)
{
  DeskView *view = find (fixture->window, DESK_TYPE_VIEW, 0);
  DeskBuffer *buffer = desk_view_get_buffer (view);
  BulPassage passage;
  GtkTextIter iter;

  g_assert_true (bul_corrector_find (get_story (fixture), words, 0, &passage, NULL));
  g_assert_true (
      desk_buffer_get_iter_at_place (buffer, passage.block, passage.at, DESK_AFTER_STRUCK, &iter));
  return gtk_text_iter_has_tag (
      &iter,
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), name));
}

/* A note is about the words that were selected, which are marked until it is resolved. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  DeskNotesPane *pane;
  GtkWidget *card;

  open_sample (fixture);
  pane = write_note (fixture, "118", "Who counted?");
  g_assert_cmpstr (get_note (fixture, 0)->note, ==, "Who counted?");
  g_assert_cmpstr (get_note (fixture, 0)->by, ==, "Park Do-yun");
  g_assert_cmpstr (bul_notes_get_span (get_note (fixture, 0))->quote, ==, "118");
  g_assert_true (has_style (fixture, "118", "note"));
  g_assert_false (gtk_widget_get_visible (find (pane, DESK_TYPE_NOTE_DRAFT, 0)));

  wait_until (has (pane, DESK_TYPE_NOTE_CARD, 0));
  card = find (pane, DESK_TYPE_NOTE_CARD, 0);
  wait_until (gtk_widget_get_mapped (find (card, GTK_TYPE_ENTRY, 0)));
  enter (find (card, GTK_TYPE_ENTRY, 0), "The harbour office.");
  wait_until (get_note (fixture, 0)->replies->len == 1);
  g_assert_cmpstr (desk_note_card_get_draft (DESK_NOTE_CARD (card)), ==, "");

  g_signal_emit_by_name (card, "settle");
  wait_until (get_note (fixture, 0)->state == BUL_ANNOTATION_RESOLVED);
  g_assert_false (has_style (fixture, "118", "note"));
  press (fixture, "win.undo");
  wait_until (get_note (fixture, 0)->state == BUL_ANNOTATION_OPEN);
  g_assert_true (has_style (fixture, "118", "note"));
}

/* What was written stays when other words are chosen for it, and when Escape is pressed. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  DeskNotesPane *pane;
  GtkWidget *draft;

  open_sample (fixture);
  pane = find (fixture->window, DESK_TYPE_NOTES_PANE, 0);
  draft = find (pane, DESK_TYPE_NOTE_DRAFT, 0);
  select_words (fixture, "118");
  press (fixture, "win.new-note");
  wait_until (gtk_widget_get_mapped (draft));
  gtk_editable_set_text (find (draft, GTK_TYPE_ENTRY, 0), "Who says so?");
  select_words (fixture, "7:40");
  press (fixture, "win.new-note");
  wait_until (g_strcmp0 (desk_note_draft_get_quote (DESK_NOTE_DRAFT (draft)), "7:40") == 0);
  g_assert_cmpstr (gtk_editable_get_text (find (draft, GTK_TYPE_ENTRY, 0)), ==, "Who says so?");
  g_signal_emit_by_name (find (draft, GTK_TYPE_ENTRY, 0), "activate");
  wait_until (get_story (fixture)->annotations->len == 1);
  g_assert_cmpstr (bul_notes_get_span (get_note (fixture, 0))->quote, ==, "7:40");
}

/* Words that changed while the note was written are not noted, and it is said. */
static void
test_words_changed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *draft;
  BulPassage passage;

  open_sample (fixture);
  draft = find (fixture->window, DESK_TYPE_NOTE_DRAFT, 0);
  select_words (fixture, "118");
  press (fixture, "win.new-note");
  wait_until (gtk_widget_get_mapped (draft));
  g_assert_true (bul_corrector_find (get_story (fixture), "118", 0, &passage, NULL));
  g_assert_true (bul_history_replace (get_history (fixture), passage.block, 0, 0, "Now ", NULL));
  enter (find (draft, GTK_TYPE_ENTRY, 0), "Who counted?");
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (get_story (fixture)->annotations->len, ==, 0);
  g_assert_true (gtk_widget_get_visible (draft));
  g_assert_cmpstr (gtk_editable_get_text (find (draft, GTK_TYPE_ENTRY, 0)), ==, "Who counted?");
}

static int
get_caret_line (Fixture *fixture)
{
  GtkTextBuffer *buffer
      = GTK_TEXT_BUFFER (desk_view_get_buffer (find (fixture->window, DESK_TYPE_VIEW, 0)));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&iter);
}

/* An open note is an open thing; one that is resolved is none. */
static void
test_open_thing (Fixture *fixture, gconstpointer data)
{
  DeskNotesPane *pane;
  int noted;

  open_odd (fixture);
  pane = write_note (fixture, "ferry", "A boat?");
  noted = get_caret_line (fixture);
  press (fixture, "win.next-open");
  wait_until (get_caret_line (fixture) != noted);
  press (fixture, "win.next-open");
  press (fixture, "win.next-open");
  wait_until (get_caret_line (fixture) == noted);
  wait_until (has (pane, DESK_TYPE_NOTE_CARD, 0));
  g_signal_emit_by_name (find (pane, DESK_TYPE_NOTE_CARD, 0), "settle");
  wait_until (bul_notes_count_open (get_story (fixture)) == 0);
  for (guint i = 0; i < 3; i++)
    {
      press (fixture, "win.next-open");
      g_assert_cmpint (get_caret_line (fixture), !=, noted);
    }
}

/* One key goes down the script; on a checked line it takes the mark away. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  DeskView *view;
  g_autofree char *first = NULL;

  open_sample (fixture);
  view = find (fixture->window, DESK_TYPE_VIEW, 0);
  select_words (fixture, "118");
  first = g_strdup (desk_view_get_current_block (view));
  press (fixture, "win.check-line");
  wait_until (bul_checked_find (get_story (fixture), first) != NULL);
  wait_until (g_strcmp0 (desk_view_get_current_block (view), first) != 0);
  g_assert_null (bul_checked_find (get_story (fixture), desk_view_get_current_block (view)));

  desk_view_show_block (view, first);
  wait_until (g_strcmp0 (desk_view_get_current_block (view), first) == 0);
  press (fixture, "win.check-line");
  wait_until (bul_checked_find (get_story (fixture), first) == NULL);
  g_assert_cmpstr (desk_view_get_current_block (view), ==, first);
}

/* A word of the vocabulary is suggested; what stands there already is not taken twice. */
static void
test_tags (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tags;
  GtkWidget *entry;
  GtkWidget *suggestions;

  open_sample (fixture);
  tags = find (fixture->window, DESK_TYPE_TAGS_BOX, 0);
  press (fixture, "win.tag");
  wait_until (gtk_widget_get_mapped (tags));
  entry = find (tags, GTK_TYPE_ENTRY, 0);
  suggestions = find (tags, GTK_TYPE_FLOW_BOX, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "trans");
  wait_until (has (suggestions, GTK_TYPE_BUTTON, 0));
  g_assert_cmpstr (gtk_button_get_label (find (suggestions, GTK_TYPE_BUTTON, 0)), ==, "Transport");
  g_signal_emit_by_name (find (suggestions, GTK_TYPE_BUTTON, 0), "clicked");
  wait_until (get_story (fixture)->tags->len == 1);
  enter (entry, "교통");
  wait_until (gtk_widget_get_visible (gtk_widget_get_last_child (tags)));
  g_assert_cmpuint (get_story (fixture)->tags->len, ==, 1);
  enter (entry, "페리");
  wait_until (get_story (fixture)->tags->len == 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  wait_until (has (find (tags, GTK_TYPE_FLOW_BOX, 0), GTK_TYPE_BUTTON, 1));
  g_signal_emit_by_name (find (find (tags, GTK_TYPE_FLOW_BOX, 0), GTK_TYPE_BUTTON, 0), "clicked");
  wait_until (get_story (fixture)->tags->len == 1);
  press (fixture, "win.undo");
  wait_until (get_story (fixture)->tags->len == 2);
}

/* Words that are selected get the tag; the keys are back in them then. */
static void
test_word_tag (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer;
  GtkWidget *tags;
  const BulTag *tag;
  const BulSpan *span;
  GtkTextIter start;
  GtkTextIter end;

  open_sample (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->script));
  buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "landing stage", 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
  tags = find (fixture->window, DESK_TYPE_TAGS_BOX, 0);
  press (fixture, "win.tag");
  wait_until (gtk_widget_get_mapped (tags));
  gtk_test_accessible_assert_property (find (tags, GTK_TYPE_ENTRY, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "A tag for “landing stage”");
  enter (find (tags, GTK_TYPE_ENTRY, 0), "harbour works");
  wait_until (get_story (fixture)->tags->len == 1);
  tag = get_story (fixture)->tags->pdata[0];
  g_assert_cmpstr (tag->code, ==, "word:harbour_works");
  g_assert_cmpuint (tag->spans->len, ==, 1);
  span = tag->spans->pdata[0];
  g_assert_cmpstr (span->quote, ==, "landing stage");
  wait_until (gtk_widget_has_focus (GTK_WIDGET (fixture->window->script)));

  /* the next one is for the whole story again */
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  press (fixture, "win.tag");
  enter (find (tags, GTK_TYPE_ENTRY, 0), "storms");
  wait_until (get_story (fixture)->tags->len == 2);
  tag = get_story (fixture)->tags->pdata[1];
  g_assert_cmpuint (tag->spans->len, ==, 0);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (notes)
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/history/facts", test_facts);
  add ("/history/no-day", test_no_day);
  add ("/history/confirm", test_confirm);
  add ("/history/restore", test_restore);
  add ("/history/compare", test_compare);
  add ("/history/choose", test_choose_revision);
  add ("/notes/note", test_note);
  add ("/notes/draft", test_draft);
  add ("/notes/words-changed", test_words_changed);
  add ("/notes/open-thing", test_open_thing);
  add ("/notes/check", test_check);
  add ("/notes/tags", test_tags);
  add ("/notes/word-tag", test_word_tag);

  return run_with_application ();
}
