/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-view-private.h"

#include <glib/gi18n.h>

/* What is asked for a word while its menu is open already. */
typedef struct
{
  DeskView *view;
  guint serial;
} Asked;

static void
forget_word (DeskView *self)
{
  self->asked_serial++;
  g_menu_remove_all (self->spelling_menu);
  g_clear_pointer (&self->misspelt_block, g_free);
  g_clear_pointer (&self->misspelt, desk_spell_word_free);
}

/* An underline in a word is no mnemonic. */
static void
append_suggestion (GMenu *section, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.correct-spelling", "s", word);
  g_menu_append_item (section, item);
}

static void
fill_menu (DeskView *self, char **suggestions)
{
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenu) deeds = g_menu_new ();

  for (guint i = 0; suggestions[i] != NULL; i++)
    append_suggestion (words, suggestions[i]);
  g_menu_append (deeds, _ ("Add to Dictionary"), "win.learn-word");
  g_menu_append (deeds, _ ("Ignore in This Story"), "win.ignore-word");
  g_menu_append_section (self->spelling_menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (self->spelling_menu, NULL, G_MENU_MODEL (deeds));
}

/* Nothing is suggested for a word that is right, nor for one of a language without a dictionary. */
static gboolean
is_wrong (DeskView *self)
{
  return desk_dictionary_look (desk_speller_get_dictionary (self->speller), self->misspelt->tongue,
                               self->misspelt->word)
         == DESK_WORD_WRONG;
}

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (DeskView) self = asked->view;
  g_auto (GStrv) suggestions = desk_dictionary_suggest_finish (result, NULL);

  if (suggestions != NULL && asked->serial == self->asked_serial && self->misspelt != NULL
      && (suggestions[0] != NULL || is_wrong (self)))
    fill_menu (self, suggestions);
}

void
desk_view_ask_for_word (DeskView *self, const GtkTextIter *iter)
{
  const BulBlock *block
      = self->buffer == NULL
            ? NULL
            : desk_buffer_get_block_at_line (self->buffer, gtk_text_iter_get_line (iter));
  DeskDictionary *dictionary = desk_speller_get_dictionary (self->speller);
  const char *key;
  guint offset;
  Asked *asked;

  forget_word (self);
  if (block == NULL || !self->checks_spelling
      || !desk_buffer_get_place (self->buffer, iter, &key, &offset))
    return;
  self->misspelt = desk_speller_find_word (self->speller, block, offset);
  if (self->misspelt == NULL
      || desk_dictionary_ignores (
          dictionary, desk_document_get_story (desk_buffer_get_document (self->buffer))->uid,
          self->misspelt->word))
    return;
  self->misspelt_block = g_strdup (block->key);
  asked = g_new (Asked, 1);
  asked->view = g_object_ref (self);
  asked->serial = self->asked_serial;
  desk_dictionary_suggest_async (dictionary, self->misspelt->tongue, self->misspelt->word, NULL,
                                 suggested_cb, asked);
}

void
desk_view_spelling_init (DeskView *self)
{
  g_autoptr (DeskDictionary) dictionary = desk_dictionary_ref_shared ();

  self->speller = desk_speller_new (GTK_TEXT_VIEW (self), dictionary);
  self->spelling_menu = g_menu_new ();
}

void
desk_view_spelling_dispose (DeskView *self)
{
  if (self->speller == NULL)
    return;
  forget_word (self);
  g_signal_handlers_disconnect_by_data (self->speller, self);
  g_clear_object (&self->spelling_menu);
  g_clear_object (&self->speller);
}

void
desk_view_set_checks_spelling (DeskView *self, gboolean checks, gboolean checks_korean)
{
  g_return_if_fail (DESK_IS_VIEW (self));

  self->checks_spelling = checks;
  desk_speller_set_checks (self->speller, DESK_TONGUE_ENGLISH, checks);
  desk_speller_set_checks (self->speller, DESK_TONGUE_KOREAN, checks && checks_korean);
}

DeskSpeller *
desk_view_get_speller (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), NULL);

  return self->speller;
}

static gboolean
go (DeskView *self,
    gboolean (*find) (DeskSpeller *, guint line, guint offset, const char **, BulRange *))
{
  GtkTextIter start;
  const char *block;
  guint offset = 0;
  BulRange range;

  if (self->buffer == NULL)
    return FALSE;
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, NULL);
  desk_buffer_get_place (self->buffer, &start, &block, &offset);
  if (!find (self->speller, gtk_text_iter_get_line (&start), offset, &block, &range))
    return FALSE;
  desk_view_show_range (self, block, range);
  return TRUE;
}

gboolean
desk_view_show_next_misspelt (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  return go (self, desk_speller_get_next);
}

gboolean
desk_view_show_previous_misspelt (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  return go (self, desk_speller_get_previous);
}

/* Where the word stands now: a syllable may have come into its line before it. */
static gboolean
find_again (DeskView *self, BulRange *range)
{
  const BulScript *script = desk_buffer_get_script (self->buffer);
  int line = script == NULL || self->misspelt_block == NULL
                 ? -1
                 : bul_script_find_block (script, self->misspelt_block);
  g_autoptr (GPtrArray) words = NULL;
  guint nearest = G_MAXUINT;

  if (line < 0)
    return FALSE;
  words = desk_speller_list_words (self->speller, script->blocks->pdata[line]);
  for (guint i = 0; i < words->len; i++)
    {
      const DeskSpellWord *word = words->pdata[i];
      guint distance = ABS ((int) word->range.start - (int) self->misspelt->range.start);

      if (!g_str_equal (word->word, self->misspelt->word) || distance >= nearest)
        continue;
      nearest = distance;
      *range = word->range;
    }
  return nearest < G_MAXUINT;
}

static void
correct_cb (DeskView *self, gpointer data)
{
  g_autofree char *word = data;
  BulHistory *history;
  BulRange range;

  if (self->buffer == NULL || self->misspelt == NULL || !find_again (self, &range))
    return;
  history = desk_document_get_history (desk_buffer_get_document (self->buffer));
  bul_history_begin (history, _ ("Spelling"));
  bul_history_replace (history, self->misspelt_block, range.start, range.end - range.start, word,
                       NULL);
  bul_history_end (history);
  forget_word (self);
}

void
desk_view_correct_spelling (DeskView *self, const char *word)
{
  g_return_if_fail (DESK_IS_VIEW (self) && word != NULL);

  desk_view_commit (self, correct_cb, g_strdup (word));
}

void
desk_view_learn_word (DeskView *self)
{
  g_return_if_fail (DESK_IS_VIEW (self));

  if (self->misspelt != NULL)
    desk_dictionary_learn (desk_speller_get_dictionary (self->speller), self->misspelt->tongue,
                           self->misspelt->word);
  forget_word (self);
}

void
desk_view_ignore_word (DeskView *self)
{
  g_return_if_fail (DESK_IS_VIEW (self));

  if (self->buffer != NULL && self->misspelt != NULL)
    desk_dictionary_ignore (desk_speller_get_dictionary (self->speller),
                            desk_document_get_story (desk_buffer_get_document (self->buffer))->uid,
                            self->misspelt->word);
  forget_word (self);
}
