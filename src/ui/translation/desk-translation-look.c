/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-link-signs.h"
#include "desk-pair-facts.h"
#include "desk-stale.h"
#include "desk-translation-private.h"
#include "desk-wording.h"

static void
show_pill (GtkLabel *pill, guint n, const char *format)
{
  g_autofree char *words = g_strdup_printf (format, n);

  gtk_label_set_label (pill, words);
  gtk_widget_set_visible (GTK_WIDGET (pill), n > 0);
}

void
desk_translation_show_progress (DeskTranslation *self)
{
  BulPairsCount count = bul_pairs_count (desk_document_get_story (self->document));
  g_autofree char *words
      /* Translators: how many pairs of sentences, of how many. */
      = g_strdup_printf (_ ("%u of %u confirmed"), count.n_confirmed, count.n_links);

  gtk_label_set_label (self->progress, words);
  gtk_level_bar_set_max_value (self->bar, MAX (count.n_links, 1));
  gtk_level_bar_set_value (self->bar, count.n_confirmed);
  /* Translators: pairs of which one side changed. */
  show_pill (self->stale, count.n_stale, ngettext ("↻ %u stale", "↻ %u stale", count.n_stale));
  show_pill (self->doubtful, count.n_doubtful,
             ngettext ("? %u doubtful", "? %u doubtful", count.n_doubtful));
}

void
desk_translation_show_facts (DeskTranslation *self)
{
  guint n = desk_pair_facts_count (self->document);

  /* Translators: numbers, dates and names that the two languages do not say alike. */
  show_pill (self->differing, n, ngettext ("⚠ %u fact differs", "⚠ %u facts differ", n));
  desk_link_strip_set_differing (self->strip, desk_pair_facts_list_links (self->document));
  desk_translation_show_pair (self);
}

/* Returns: (transfer none): where its key is to be shown. */
static GtkLabel *
add_hint (DeskTranslation *self, const char *words, guint rank)
{
  GtkWidget *hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *key = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (key, "desk-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (hint), label);
  gtk_box_append (GTK_BOX (hint), key);
  desk_fold_append_end (self->hints, hint, rank);
  return GTK_LABEL (key);
}

void
desk_translation_add_hints (DeskTranslation *self)
{
  self->next_open_key = add_hint (self, _ ("Next open"), 1);
  self->confirm_key = add_hint (self, _ ("Confirm and next"), 2);
  self->confirm_to_here_key = add_hint (self, _ ("Confirm to here"), 3);
}

static void
show_key (GtkLabel *label, DeskAnswersKeys get_keys, const char *action, gpointer data)
{
  g_autofree char *words = desk_answers_dup_key (get_keys (action, data)[0]);

  gtk_label_set_label (label, words);
}

void
desk_translation_set_keys (DeskTranslation *self, DeskAnswersKeys get_keys, gpointer data)
{
  g_return_if_fail (DESK_IS_TRANSLATION (self));

  show_key (self->next_open_key, get_keys, "win.next-open", data);
  show_key (self->confirm_key, get_keys, "win.accept", data);
  show_key (self->confirm_to_here_key, get_keys, "win.accept-to-here", data);
  desk_answers_set_keys (self->answers, get_keys, data);
  desk_answers_show (self->answers, desk_translation_find_active (self));
}

static void
show_head (DeskTranslation *self, BulLanguage language, GtkLabel *facts, GtkLabel *time)
{
  const BulStory *story = desk_document_get_story (self->document);
  const BulScript *script = bul_pairs_get_script (story, language);
  BulReadTime *read_time
      = desk_read_time_get_time_of (desk_document_get_read_time (self->document), script->key);
  g_autofree char *clock
      = bul_seconds_dup_clock (bul_seconds_sum (bul_read_time_get_total (read_time)));

  gtk_label_set_label (facts,
                       script->role == BUL_SCRIPT_ORIGINAL ? _ ("Original") : _ ("Translation"));
  gtk_label_set_label (time, clock);
}

void
desk_translation_show_heads (DeskTranslation *self)
{
  show_head (self, BUL_LANGUAGE_KOREAN, self->korean_facts, self->korean_time);
  show_head (self, BUL_LANGUAGE_ENGLISH, self->english_facts, self->english_time);
}

/* Where the pair is among all of them, from 1. */
static guint
find_number (const BulStory *story, const BulLink *link, guint *n)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  guint at = 0;

  *n = links->len;
  g_ptr_array_find (links, link, &at);
  return at + 1;
}

static char *
dup_pair_words (DeskTranslation *self, const BulLink *link)
{
  const BulStory *story;
  g_autofree char *state = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *words = NULL;
  guint number;
  guint n;

  if (link == NULL)
    return g_strdup (_ ("The caret is in no pair."));
  story = desk_document_get_story (self->document);
  state = desk_link_signs_dup_words (story, link);
  number = find_number (story, link, &n);
  /* Translators: the number of a pair of sentences, of how many, and what it is: “doubtful, 41 %”.
   */
  words = g_strdup_printf (_ ("Pair %u of %u: %s"), number, n, state);
  facts = desk_pair_facts_dup_words (self->document, link->key);
  reason = desk_link_signs_is_unwritten (story, link) ? NULL : desk_answers_dup_reason (link);
  if (reason != NULL)
    return g_strjoin (" · ", words, reason, facts, NULL);
  return g_strjoin (" · ", words, facts, NULL);
}

/* In one column the other one's sentences stand at the foot. */
static void
show_counterpart (DeskTranslation *self, const BulLink *link)
{
  BulLanguage other
      = self->current == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  g_autofree char *words
      = link == NULL || !self->is_narrow ? NULL : bul_link_dup_words (link, other);

  gtk_label_set_label (self->counterpart, words == NULL ? "" : words);
  gtk_widget_set_visible (GTK_WIDGET (self->counterpart), words != NULL);
}

void
desk_translation_show_pair (DeskTranslation *self)
{
  const BulLink *link = desk_translation_find_active (self);
  g_autofree char *words = dup_pair_words (self, link);
  gboolean is_stale = link != NULL && link->state == BUL_LINK_STALE;
  g_autofree char *question = is_stale ? desk_stale_dup_question (link) : NULL;

  gtk_label_set_label (self->pair, words);
  show_counterpart (self, link);
  gtk_label_set_label (self->question, question == NULL ? "" : question);
  gtk_widget_set_visible (self->question_row, is_stale);
  desk_link_strip_set_active (self->strip, self->active, words);
  desk_answers_show (self->answers, link);
  desk_translation_show_aids (self);
}

/* Both where there is room; else the one with the focus. */
void
desk_translation_show_columns (DeskTranslation *self)
{
  gboolean korean = !self->is_narrow || self->current == BUL_LANGUAGE_KOREAN;
  gboolean english = !self->is_narrow || self->current == BUL_LANGUAGE_ENGLISH;

  gtk_widget_set_visible (self->korean_head, korean);
  gtk_widget_set_visible (self->korean_scroller, korean);
  gtk_widget_set_visible (self->english_head, english);
  gtk_widget_set_visible (self->english_scroller, english);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), !self->is_narrow);
  if (self->document != NULL && desk_translation_has_pairs (self))
    desk_translation_show_pair (self);
}

static gboolean
has_focus_on_button (DeskTranslation *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return GTK_IS_BUTTON (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
desk_translation_suggest (DeskTranslation *self, const BulStory *other, double score)
{
  const char *headline = other == NULL ? NULL : bul_story_get_headline (other);
  gboolean is_korean = other != NULL && bul_pairs_get_script (other, BUL_LANGUAGE_KOREAN) != NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (headline == NULL)
    headline = _ ("No headline");
  /* Translators: the headline of another story, and how likely it is, in per cent. */
  words = g_strdup_printf (is_korean ? _ ("The Korean of this story may be “%s” (%d %%).")
                                     : _ ("The English of this story may be “%s” (%d %%)."),
                           headline, (int) (score * 100 + 0.5));
  gtk_label_set_label (self->suggestion, words);
  gtk_widget_set_visible (self->suggestion_card, other != NULL);
  /* What is offered is likelier than what is in the clipboard. */
  if (other != NULL && has_focus_on_button (self))
    gtk_widget_grab_focus (self->accept);
}

/* --- room */

/* What may stand beside the caret's row of the pair, as a share of the view's height. */
#define ROOM 0.2

static gboolean
keep_in_sight_cb (gpointer data)
{
  DeskTranslation *self = data;
  DeskView *view = desk_translation_get_view (self);

  self->room_id = 0;
  if (desk_view_get_buffer (view) != NULL)
    gtk_text_view_scroll_to_mark (
        GTK_TEXT_VIEW (view),
        gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ROOM, FALSE,
        0, 0);
  return G_SOURCE_REMOVE;
}

/* Whether the caret's row was in sight in a view of @height. */
static gboolean
was_in_sight (DeskView *view, double value, double height)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GdkRectangle row;
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &caret, &row);
  return row.y >= value && row.y + row.height <= value + height;
}

void
desk_translation_note_room (DeskTranslation *self)
{
  DeskView *view = desk_translation_get_view (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double height = gtk_adjustment_get_page_size (adjustment);
  double before = self->room;

  self->room = height;
  if (height < before && self->room_id == 0 && desk_view_get_buffer (view) != NULL
      && was_in_sight (view, gtk_adjustment_get_value (adjustment), before))
    self->room_id = g_idle_add (keep_in_sight_cb, self);
}
