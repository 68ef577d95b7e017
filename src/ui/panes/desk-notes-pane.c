/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notes-pane.h"

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-checked.h"
#include "bul-error.h"
#include "bul-notes.h"
#include "bul-span.h"
#include "bul-tags.h"
#include "desk-label.h"
#include "desk-note-card.h"
#include "desk-note-draft.h"
#include "desk-tags-box.h"

struct _DeskNotesPane
{
  DeskPane parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  GtkScrolledWindow *scroller;
  DeskTagsBox *tags;
  DeskNoteDraft *draft;
  GtkWidget *none;
  GtkListBox *cards;
  GtkToggleButton *resolved_toggle;
  GtkListBox *resolved_cards;
  GtkLabel *checked;

  char *tagged_block; /* the next tag is for words of it; NULL: for the whole story */
  guint tagged_at;
  char *tagged_words;

  char *author;
  char *current;       /* key of the card with the ring, or NULL */
  char *shown;         /* uid of the story whose notes the cards show */
  GHashTable *replies; /* uid and key: reply that is being written */
  int focus_card;      /* that is to have the focus once the cards are shown anew, or -1 */
};

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is to be done once the syllable that is being composed is in the text. */
typedef struct _Deed Deed;

typedef gboolean (*Doer) (Deed *deed, BulHistory *history, GError **error);
typedef void (*Teller) (DeskNotesPane *self, const Deed *deed, const GError *error);

struct _Deed
{
  DeskNotesPane *pane;
  DeskDocument *document; /* that it was said of */
  Doer run;
  Teller tell; /* how it went; error NULL: it was done */
  char *key;   /* of a note, or the code of a tag */
  char *text;
};

G_DEFINE_FINAL_TYPE (DeskNotesPane, desk_notes_pane, DESK_TYPE_PANE)

static void
committed_cb (DeskView *view, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  gboolean done = deed->run (deed, desk_document_get_history (deed->document), &error);

  deed->tell (deed->pane, deed, done ? NULL : error);
  g_object_unref (deed->pane);
  g_object_unref (deed->document);
  g_free (deed->key);
  g_free (deed->text);
  g_free (deed);
}

static void
do_deed (DeskNotesPane *self, Doer run, Teller tell, const char *key, const char *text)
{
  DeskDocument *document = desk_pane_get_document (DESK_PANE (self));
  DeskView *view = desk_pane_get_view (DESK_PANE (self));
  Deed *deed;

  if (document == NULL || view == NULL)
    return;
  deed = g_new0 (Deed, 1);
  deed->pane = g_object_ref (self);
  deed->document = g_object_ref (document);
  deed->run = run;
  deed->tell = tell;
  deed->key = g_strdup (key);
  deed->text = g_strdup (text);
  desk_view_commit (view, committed_cb, deed);
}

static void
go_to_text (DeskNotesPane *self)
{
  DeskView *view = desk_pane_get_view (DESK_PANE (self));

  if (view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (view));
  g_signal_emit (self, signals[LEFT], 0);
}

/* Tags */

static void
set_tagged (DeskNotesPane *self, const BulBlock *block, const BulPassage *passage)
{
  g_clear_pointer (&self->tagged_block, g_free);
  g_clear_pointer (&self->tagged_words, g_free);
  if (block != NULL)
    {
      self->tagged_block = g_strdup (block->key);
      self->tagged_at = passage->at;
      self->tagged_words
          = bul_chars_slice (block->text, passage->at, passage->at + passage->n_chars);
    }
  desk_tags_box_set_words (self->tags, self->tagged_words);
}

/* The words stand where they stood, or the tag is refused. */
static gboolean
tag_words (DeskNotesPane *self, BulHistory *history, const char *code, GError **error)
{
  const BulBlock *block = bul_story_find (bul_history_get_story (history), self->tagged_block);
  guint n_chars = bul_chars_count (self->tagged_words);
  g_autofree char *now
      = block == NULL ? NULL
                      : bul_chars_slice (block->text, self->tagged_at, self->tagged_at + n_chars);
  BulPassage passage = { self->tagged_block, self->tagged_at, n_chars };

  if (g_strcmp0 (now, self->tagged_words) == 0)
    return bul_tags_add_code (history, code, &passage, self->author, error);
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                       _ ("These words are no longer there. Nothing was changed."));
  return FALSE;
}

static gboolean
run_tag (Deed *deed, BulHistory *history, GError **error)
{
  g_autofree char *code = desk_tags_box_dup_code (deed->pane->tags, deed->text);

  if (code != NULL && deed->pane->tagged_block != NULL)
    return tag_words (deed->pane, history, code, error);
  return code == NULL ? bul_tags_add (history, deed->text, deed->pane->author, error)
                      : bul_tags_add_code (history, code, NULL, deed->pane->author, error);
}

static gboolean
run_take_tag (Deed *deed, BulHistory *history, GError **error)
{
  return bul_tags_remove (history, deed->key, error);
}

static void
tell_tag (DeskNotesPane *self, const Deed *deed, const GError *error)
{
  gboolean was_for_words = self->tagged_block != NULL;

  desk_tags_box_tell (self->tags, error == NULL ? NULL : error->message);
  if (error != NULL || !was_for_words)
    return;
  set_tagged (self, NULL, NULL);
  go_to_text (self);
}

static void
tag_added_cb (DeskNotesPane *self, const char *word)
{
  do_deed (self, run_tag, tell_tag, NULL, word);
}

/* The button that was pressed goes with its tag; keys go on in the entry. */
static void
tag_taken_cb (DeskNotesPane *self, const char *code)
{
  desk_tags_box_focus (self->tags);
  do_deed (self, run_take_tag, tell_tag, code, NULL);
}

static gboolean
run_take_from_words (Deed *deed, BulHistory *history, GError **error)
{
  return bul_tags_remove_from_words (history, deed->key, error);
}

static void
word_tag_taken_cb (DeskNotesPane *self, const char *code)
{
  do_deed (self, run_take_from_words, tell_tag, code, NULL);
}

/* Where words stand: lines of their script, then characters. */
static guint64
make_place (guint line, guint offset)
{
  return (guint64) line << 32 | offset;
}

/* The first words of @script with the tag that begin at @from or later; or NULL. */
static const BulSpan *
find_words (const BulStory *story, const char *code, const BulScript *script, guint64 from)
{
  const BulSpan *first = NULL;
  guint64 place = G_MAXUINT64;

  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      for (guint j = 0; g_strcmp0 (tag->code, code) == 0 && j < tag->spans->len; j++)
        {
          const BulSpan *span = tag->spans->pdata[j];
          int line = span->orphan ? -1 : bul_script_find_block (script, span->on);
          guint64 there = line < 0 ? 0 : make_place ((guint) line, span->start);

          if (line < 0 || there < from || there >= place)
            continue;
          first = span;
          place = there;
        }
    }
  return first;
}

/* Around the end of the script that the caret is in. */
static void
go_to_words_cb (DeskNotesPane *self, const char *code)
{
  DeskDocument *document = desk_pane_get_document (DESK_PANE (self));
  DeskView *view = desk_pane_get_view (DESK_PANE (self));
  const BulStory *story = document == NULL ? NULL : desk_document_get_story (document);
  g_autofree char *block = NULL;
  const BulScript *script;
  const BulSpan *span;
  guint line;
  guint offset;

  if (story == NULL || view == NULL || !desk_view_get_caret (view, &block, &offset))
    return;
  script = bul_story_find_block (story, block, &line);
  if (script == NULL)
    return;
  span = find_words (story, code, script, make_place (line, offset));
  if (span == NULL)
    span = find_words (story, code, script, 0);
  if (span != NULL)
    desk_view_show_span (view, span);
}

/* The note that is being written */

static gboolean
run_add (Deed *deed, BulHistory *history, GError **error)
{
  DeskNotesPane *self = deed->pane;
  BulPassage passage;
  gboolean has_words = desk_note_draft_get_passage (self->draft, &passage);

  deed->key
      = bul_notes_add (history, has_words ? &passage : NULL,
                       desk_note_draft_get_quote (self->draft), deed->text, self->author, error);
  return deed->key != NULL;
}

static void
tell_add (DeskNotesPane *self, const Deed *deed, const GError *error)
{
  desk_note_draft_tell (self->draft, error == NULL ? NULL : error->message);
  if (error != NULL)
    return;
  desk_notes_pane_select (self, deed->key);
  go_to_text (self);
}

static void
draft_added_cb (DeskNotesPane *self, const char *text)
{
  do_deed (self, run_add, tell_add, NULL, text);
}

static void
draft_dropped_cb (DeskNotesPane *self)
{
  go_to_text (self);
}

static void
story_note_clicked_cb (DeskNotesPane *self)
{
  desk_notes_pane_begin (self, NULL);
}

/* Cards */

static DeskNoteCard *
get_card (GtkListBox *cards, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (cards, (int) i);

  return row == NULL ? NULL : DESK_NOTE_CARD (row);
}

static void
mark_current (DeskNotesPane *self)
{
  GtkListBox *const lists[] = { self->cards, self->resolved_cards };
  DeskNoteCard *card;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; (card = get_card (lists[i], j)) != NULL; j++)
      desk_note_card_set_current (card,
                                  g_strcmp0 (desk_note_card_get_key (card), self->current) == 0);
}

/* Selects the words that are meant; the keys stay with the card, which takes a reply. */
static void
row_activated_cb (DeskNotesPane *self, GtkListBoxRow *row)
{
  DeskDocument *document = desk_pane_get_document (DESK_PANE (self));
  const char *key = desk_note_card_get_key (DESK_NOTE_CARD (row));
  const BulAnnotation *note
      = document == NULL ? NULL : bul_notes_find (desk_document_get_story (document), key);
  const BulSpan *span = note == NULL ? NULL : bul_notes_get_span (note);
  DeskView *view = span == NULL ? NULL : desk_pane_find_view (DESK_PANE (self), span->on);

  desk_notes_pane_select (self, key);
  if (span != NULL && view != NULL)
    desk_view_show_span (view, span);
}

static gboolean
run_reply (Deed *deed, BulHistory *history, GError **error)
{
  return bul_notes_reply (history, deed->key, deed->text, deed->pane->author, error);
}

static DeskNoteCard *
find_card (DeskNotesPane *self, const char *key)
{
  DeskNoteCard *card = NULL;

  for (guint i = 0; (card = get_card (self->cards, i)) != NULL; i++)
    if (g_strcmp0 (desk_note_card_get_key (card), key) == 0)
      return card;
  return NULL;
}

static void
tell_reply (DeskNotesPane *self, const Deed *deed, const GError *error)
{
  DeskNoteCard *card = find_card (self, deed->key);

  if (error != NULL)
    return;
  if (card != NULL)
    desk_note_card_set_draft (card, "");
}

static void
reply_cb (DeskNoteCard *card, const char *text, DeskNotesPane *self)
{
  do_deed (self, run_reply, tell_reply, desk_note_card_get_key (card), text);
}

static gboolean
run_settle (Deed *deed, BulHistory *history, GError **error)
{
  const BulAnnotation *note = bul_notes_find (bul_history_get_story (history), deed->key);

  if (note != NULL && note->state == BUL_ANNOTATION_RESOLVED)
    return bul_notes_reopen (history, deed->key, error);
  return bul_notes_resolve (history, deed->key, error);
}

/* What is refused is of a note that is gone: its card goes as well. */
static void
tell_settle (DeskNotesPane *self, const Deed *deed, const GError *error)
{
  desk_pane_queue_refresh (DESK_PANE (self));
}

static void
settle_cb (DeskNoteCard *card, DeskNotesPane *self)
{
  if (gtk_widget_get_parent (GTK_WIDGET (card)) == GTK_WIDGET (self->cards))
    self->focus_card = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  do_deed (self, run_settle, tell_settle, desk_note_card_get_key (card), NULL);
}

/* Where the note stands in the story: on the whole of it, on its lines, nowhere any more. */
static guint64
get_place (const BulStory *story, const BulAnnotation *note)
{
  const BulSpan *span = bul_notes_get_span (note);
  guint position;

  if (note->spans->len == 0)
    return 0;
  if (span == NULL || bul_story_find_block (story, span->on, &position) == NULL)
    return G_MAXUINT64;
  return ((guint64) position + 1) << 32 | span->start;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer story)
{
  guint64 x = get_place (story, *(const BulAnnotation *const *) a);
  guint64 y = get_place (story, *(const BulAnnotation *const *) b);

  return (x > y) - (x < y);
}

/* Returns: (transfer full): those that are in @state, in the order of the text. */
static GPtrArray *
list_notes (const BulStory *story, gboolean resolved)
{
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; i < story->annotations->len; i++)
    {
      BulAnnotation *note = story->annotations->pdata[i];

      if ((note->state == BUL_ANNOTATION_RESOLVED) == resolved)
        g_ptr_array_add (notes, note);
    }
  g_ptr_array_sort_with_data (notes, compare_places, (gpointer) story);
  return notes;
}

static char *
dup_reply_key (const char *uid, DeskNoteCard *card)
{
  return g_strconcat (uid, desk_note_card_get_key (card), NULL);
}

/* A card may show another note from now on. */
static void
keep_replies (DeskNotesPane *self)
{
  DeskNoteCard *card;

  for (guint i = 0; self->shown != NULL && (card = get_card (self->cards, i)) != NULL; i++)
    g_hash_table_replace (self->replies, dup_reply_key (self->shown, card),
                          g_strdup (desk_note_card_get_draft (card)));
}

static void
show_cards (DeskNotesPane *self, GtkListBox *cards, const BulStory *story, const GPtrArray *notes)
{
  desk_pane_set_n_cards (cards, notes->len, desk_note_card_new);
  for (guint i = 0; i < notes->len; i++)
    {
      DeskNoteCard *card = get_card (cards, i);
      g_autofree char *key = NULL;
      const char *draft;

      if (g_signal_handler_find (card, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, reply_cb, NULL) == 0)
        {
          g_signal_connect (card, "reply", G_CALLBACK (reply_cb), self);
          g_signal_connect (card, "settle", G_CALLBACK (settle_cb), self);
        }
      desk_note_card_show (card, story, notes->pdata[i]);
      key = dup_reply_key (story->uid, card);
      draft = g_hash_table_lookup (self->replies, key);
      desk_note_card_set_draft (card, draft == NULL ? "" : draft);
    }
}

static void
show_counts (DeskNotesPane *self, const BulStory *story, guint n_open, guint n_resolved)
{
  guint n_lines;
  guint n_checked = bul_checked_count (story, bul_story_get_script (story), &n_lines);
  g_autofree char *summary
      = n_open == 0 ? g_strdup (_ ("No open notes"))
                    : g_strdup_printf (ngettext ("%u open note", "%u open notes", n_open), n_open);
  g_autofree char *resolved
      = g_strdup_printf (ngettext ("%u resolved", "%u resolved", n_resolved), n_resolved);
  g_autofree char *checked = g_strdup_printf (
      ngettext ("%u of %u line is checked", "%u of %u lines are checked", n_lines), n_checked,
      n_lines);

  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (self->none, n_open + n_resolved == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), n_open > 0);
  gtk_button_set_label (GTK_BUTTON (self->resolved_toggle), resolved);
  gtk_widget_set_visible (GTK_WIDGET (self->resolved_toggle), n_resolved > 0);
  desk_label_set_text (self->checked, checked);
}

/* After a note was resolved the next one has the focus, so that one key goes through all. */
static void
restore_focus (DeskNotesPane *self, guint n_cards)
{
  int card = MIN (self->focus_card, (int) n_cards - 1);

  if (self->focus_card < 0)
    return;
  self->focus_card = -1;
  if (card >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_card (self->cards, (guint) card)));
  else
    go_to_text (self);
}

static void
desk_notes_pane_refresh (DeskPane *pane, const BulStory *story)
{
  DeskNotesPane *self = DESK_NOTES_PANE (pane);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) resolved = NULL;

  gtk_stack_set_visible_child_name (self->stack, story == NULL ? "empty" : "cards");
  if (story == NULL)
    return;
  if (g_strcmp0 (self->shown, story->uid) != 0)
    set_tagged (self, NULL, NULL);
  open = list_notes (story, FALSE);
  resolved = list_notes (story, TRUE);
  desk_tags_box_show (self->tags, story);
  desk_note_draft_show (self->draft, story);
  keep_replies (self);
  show_cards (self, self->cards, story, open);
  show_cards (self, self->resolved_cards, story, resolved);
  show_counts (self, story, open->len, resolved->len);
  g_free (self->shown);
  self->shown = g_strdup (story->uid);
  mark_current (self);
  restore_focus (self, open->len);
}

static void
resolved_toggled_cb (DeskNotesPane *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->resolved_toggle),
                               GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_toggle_button_get_active (self->resolved_toggle), -1);
}

static void
desk_notes_pane_finalize (GObject *object)
{
  DeskNotesPane *self = DESK_NOTES_PANE (object);

  g_free (self->tagged_block);
  g_free (self->tagged_words);
  g_free (self->author);
  g_free (self->current);
  g_free (self->shown);
  g_hash_table_unref (self->replies);

  G_OBJECT_CLASS (desk_notes_pane_parent_class)->finalize (object);
}

static void
desk_notes_pane_class_init (DeskNotesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_notes_pane_finalize;
  DESK_PANE_CLASS (klass)->refresh = desk_notes_pane_refresh;

  signals[LEFT] = g_signal_new ("left", DESK_TYPE_NOTES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_NOTE_DRAFT);
  g_type_ensure (DESK_TYPE_TAGS_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, tags);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, draft);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, none);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, cards);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, resolved_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, resolved_cards);
  gtk_widget_class_bind_template_child (widget_class, DeskNotesPane, checked);
  gtk_widget_class_bind_template_callback (widget_class, tag_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, word_tag_taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, story_note_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, resolved_toggled_cb);
}

static void
desk_notes_pane_init (DeskNotesPane *self)
{
  self->replies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->focus_card = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_notes_pane_set_vocabulary (DeskNotesPane *self, const BulVocabulary *vocabulary)
{
  g_return_if_fail (DESK_IS_NOTES_PANE (self));

  desk_tags_box_set_vocabulary (self->tags, vocabulary);
  desk_pane_queue_refresh (DESK_PANE (self));
}

void
desk_notes_pane_set_author (DeskNotesPane *self, const char *author)
{
  g_return_if_fail (DESK_IS_NOTES_PANE (self));

  g_free (self->author);
  self->author = g_strdup (author);
}

void
desk_notes_pane_begin (DeskNotesPane *self, const BulPassage *passage)
{
  DeskDocument *document;

  g_return_if_fail (DESK_IS_NOTES_PANE (self));

  document = desk_pane_get_document (DESK_PANE (self));
  if (document == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "cards");
  desk_notes_pane_select (self, NULL);
  desk_note_draft_begin (self->draft, desk_document_get_story (document), passage);
}

void
desk_notes_pane_begin_tag (DeskNotesPane *self, const BulPassage *passage)
{
  DeskDocument *document;
  const BulBlock *block;

  g_return_if_fail (DESK_IS_NOTES_PANE (self));

  document = desk_pane_get_document (DESK_PANE (self));
  block = document == NULL || passage == NULL
              ? NULL
              : bul_story_find (desk_document_get_story (document), passage->block);
  set_tagged (self, block, passage);
  gtk_stack_set_visible_child_name (self->stack, "cards");
  desk_tags_box_focus (self->tags);
}

/* Brings a card into sight without giving it the focus. */
static void
scroll_to (DeskNotesPane *self, DeskNoteCard *card)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->cards));
  double y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (card), content, 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (card)));
}

void
desk_notes_pane_select (DeskNotesPane *self, const char *key)
{
  g_autofree char *copy = g_strdup (key);
  DeskNoteCard *card;

  g_return_if_fail (DESK_IS_NOTES_PANE (self));

  g_free (self->current);
  self->current = g_steal_pointer (&copy);
  mark_current (self);
  card = find_card (self, self->current);
  if (card != NULL)
    scroll_to (self, card);
}
