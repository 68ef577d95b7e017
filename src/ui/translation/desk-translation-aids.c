/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-flow-retell.h"
#include "desk-pairs.h"
#include "desk-translation-private.h"

#define NO_MATCH N_ ("The memory has no such match for this sentence.")

/* The language that is translated. */
static BulLanguage
get_source (DeskTranslation *self)
{
  return desk_translation_has_pairs (self)
             ? bul_pairs_get_source (desk_document_get_story (self->document))
             : BUL_LANGUAGE_KOREAN;
}

static BulLanguage
get_target (DeskTranslation *self)
{
  return get_source (self) == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
}

void
desk_translation_show_aids (DeskTranslation *self)
{
  if (desk_translation_has_pairs (self))
    desk_aids_set_pair (self->aids, self->document, self->active, get_source (self));
  else
    desk_aids_set_pair (self->aids, NULL, NULL, BUL_LANGUAGE_KOREAN);
}

static void
wanted_cb (DeskTranslation *self)
{
  g_signal_emit_by_name (self, "memory-wanted");
}

void
desk_translation_aids_init (DeskTranslation *self)
{
  g_signal_connect_object (self->aids, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
}

const char *
desk_translation_get_wanted (DeskTranslation *self, BulLanguage *language)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), NULL);

  *language = desk_aids_get_source (self->aids);
  return desk_aids_get_words (self->aids);
}

void
desk_translation_take_matches (DeskTranslation *self, const char *words, GPtrArray *matches)
{
  g_return_if_fail (DESK_IS_TRANSLATION (self));

  desk_aids_take_matches (self->aids, words, matches);
}

void
desk_translation_ask_again (DeskTranslation *self)
{
  g_return_if_fail (DESK_IS_TRANSLATION (self));

  desk_aids_ask_again (self->aids);
}

/* --- putting something in */

/* What is typed next goes on where the words of the translation end. */
static void
go_behind (DeskTranslation *self, const char *key)
{
  const BulLink *link = bul_pairs_find (desk_document_get_story (self->document), key);
  DeskBuffer *buffer = desk_view_get_buffer (desk_translation_get_side (self, get_target (self)));
  GtkTextIter iter;

  for (guint i = link->segments->len; i > 0; i--)
    {
      const BulSegment *segment = link->segments->pdata[i - 1];

      if (segment->language != get_target (self) || segment->span.orphan
          || !desk_buffer_get_iter_at_place (buffer, segment->span.on, segment->span.end,
                                             DESK_BEFORE_STRUCK, &iter))
        continue;
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
      return;
    }
}

static void
put_words (DeskTranslation *self, const char *words, const char *what)
{
  const BulLink *link = desk_translation_find_active (self);
  g_autofree char *copy = g_strdup (words);
  g_autofree char *key = g_strdup (self->active);
  g_autoptr (GError) error = NULL;

  if (link == NULL)
    desk_translation_refuse (self, _ ("Put the caret into a pair of sentences first."));
  else if (!bul_flow_retell (desk_document_get_history (self->document), key, get_target (self),
                             copy, what, &error))
    desk_translation_refuse (self, error->message);
  else if (bul_pairs_find (desk_document_get_story (self->document), key) != NULL)
    {
      desk_translation_set_active (self, key);
      go_behind (self, key);
    }
}

void
desk_translation_insert_match (DeskTranslation *self, guint number)
{
  const char *words = desk_aids_get_match (self->aids, number);

  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (words == NULL)
    desk_translation_refuse (self, _ (NO_MATCH));
  else
    put_words (self, words, "Take from the memory");
}

/* Whether the caret of the translation is in the active pair, or in the line that is to answer it.
 */
static gboolean
has_caret (DeskTranslation *self, BulLanguage language)
{
  g_autofree char *block = NULL;
  g_autofree char *key = NULL;
  guint offset;

  if (!desk_view_get_caret (desk_translation_get_side (self, language), &block, &offset))
    return FALSE;
  key = desk_pairs_find_at (self->document, block, offset);
  if (key == NULL)
    key = desk_pairs_find_beside (self->document, block);
  return g_strcmp0 (key, self->active) == 0;
}

/* At the caret of the translation, which gets the focus. */
static void
insert (DeskTranslation *self, const char *words)
{
  g_autofree char *copy = g_strdup (words);
  BulHistory *history = desk_document_get_history (self->document);
  DeskView *view = desk_translation_get_side (self, get_target (self));
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (view));

  if (!has_caret (self, get_target (self)))
    desk_translation_go_to (self, self->active);
  if (!has_caret (self, get_target (self)))
    {
      desk_translation_refuse (self, _ ("Put the caret into a pair of sentences first."));
      return;
    }
  bul_history_break (history);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, copy, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  bul_history_break (history);
  desk_translation_turn_to (self, get_target (self));
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

void
desk_translation_insert_term (DeskTranslation *self, guint number)
{
  const char *words = desk_aids_get_term (self->aids, number);

  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (words == NULL)
    desk_translation_refuse (self, _ ("There is no such term in this sentence."));
  else
    insert (self, words);
}

void
desk_translation_choose_match (DeskTranslation *self, guint number)
{
  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (desk_aids_get_match (self->aids, number) == NULL)
    desk_translation_refuse (self, _ (NO_MATCH));
  else
    desk_aids_choose (self->aids, number);
}

void
desk_translation_insert_chosen (DeskTranslation *self)
{
  const char *words = desk_aids_get_match (self->aids, desk_aids_get_chosen (self->aids));

  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (words == NULL)
    desk_translation_refuse (self, _ (NO_MATCH));
  else
    insert (self, words);
}

void
desk_translation_replace_by_chosen (DeskTranslation *self)
{
  desk_translation_insert_match (self, desk_aids_get_chosen (self->aids));
}

static char *
dup_source (DeskTranslation *self)
{
  const BulLink *link = desk_translation_find_active (self);
  char *words = link == NULL ? NULL : bul_link_dup_words (link, get_source (self));

  if (words == NULL)
    desk_translation_refuse (self, _ ("Nothing that is translated belongs to this sentence."));
  return words;
}

void
desk_translation_insert_source (DeskTranslation *self)
{
  g_autofree char *words = dup_source (self);

  if (words != NULL)
    insert (self, words);
}

void
desk_translation_replace_by_source (DeskTranslation *self)
{
  g_autofree char *words = dup_source (self);

  if (words != NULL)
    put_words (self, words, "Take from the original");
}

/* --- facts */

static gboolean
reads (DeskTranslation *self, const BulFlowPlace *place)
{
  guint position;
  const BulScript *script = place->block == NULL
                                ? NULL
                                : bul_story_find_block (desk_document_get_story (self->document),
                                                        place->block, &position);
  g_autofree char *words
      = script == NULL
            ? NULL
            : bul_chars_slice (((const BulBlock *) script->blocks->pdata[position])->text,
                               place->range.start, place->range.end);

  return g_strcmp0 (words, place->text) == 0;
}

/* What is shown may be older than the last key. */
static const BulFlowFact *
find_fact (DeskTranslation *self, guint number)
{
  const BulFlowFact *fact = desk_aids_get_fact (self->aids, number);

  if (fact != NULL && self->document != NULL
      && (fact->korean.block == NULL || reads (self, &fact->korean))
      && (fact->english.block == NULL || reads (self, &fact->english)))
    return fact;
  desk_translation_refuse (self, _ ("The words are others by now. Nothing was changed."));
  return NULL;
}

void
desk_translation_set_fact (DeskTranslation *self, guint number)
{
  const BulFlowFact *fact = find_fact (self, number);
  BulHistory *history;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (fact == NULL || fact->proposal == NULL || fact->english.block == NULL)
    return;
  history = desk_document_get_history (self->document);
  bul_history_begin (history, "Set a fact");
  if (!bul_history_replace (history, fact->english.block, fact->english.range.start,
                            fact->english.range.end - fact->english.range.start, fact->proposal,
                            &error))
    desk_translation_refuse (self, error->message);
  bul_history_end (history);
  gtk_widget_grab_focus (GTK_WIDGET (desk_translation_get_view (self)));
}

void
desk_translation_leave_fact (DeskTranslation *self, guint number)
{
  const BulFlowFact *fact = find_fact (self, number);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (fact != NULL
      && !bul_flow_parity_dismiss (desk_document_get_history (self->document), fact, self->author,
                                   &error))
    desk_translation_refuse (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (desk_translation_get_view (self)));
}
