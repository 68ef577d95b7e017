/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-chars.h"
#include "desk-library-terms.h"
#include "desk-term-form.h"
#include "desk-window-private.h"

/* A term that is being kept, or let go of. */
typedef struct
{
  DeskWindow *window;
  char *korean;
  char *english;
  gint64 number; /* 0 until it is kept */
} Term;

static Term *
term_new (DeskWindow *window, const char *korean, const char *english)
{
  Term *term = g_new0 (Term, 1);

  term->window = g_object_ref (window);
  term->korean = g_strdup (korean);
  term->english = g_strdup (english);
  return term;
}

static void
term_free (Term *self)
{
  g_object_unref (self->window);
  g_free (self->korean);
  g_free (self->english);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Term, term_free)

static void
gone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Term) term = data;
  g_autoptr (GError) error = NULL;
  gboolean is_new;

  if (desk_library_term_finish (DESK_LIBRARY (source), result, &is_new, &error) > 0)
    desk_window_toast (term->window, _ ("“%s” is no term any more."), term->korean);
  else
    desk_window_toast (term->window, "%s", error->message);
  desk_translation_ask_again (term->window->translation);
}

static void
undo_cb (AdwToast *toast)
{
  const Term *kept = g_object_get_data (G_OBJECT (toast), "term");
  Term *term = term_new (kept->window, kept->korean, kept->english);

  desk_library_forget_term_async (kept->window->library, kept->number, gone_cb, term);
}

/* @term: (transfer full) */
static void
tell_kept (DeskWindow *self, Term *term)
{
  /* Translators: a term in Korean and in English. */
  g_autofree char *words
      = g_strdup_printf (_ ("“%s” is “%s” from now on."), term->korean, term->english);
  AdwToast *toast = desk_window_make_toast (words);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "term", term, (GDestroyNotify) term_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_cb), NULL);
  desk_window_show_toast (self, toast);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Term) term = data;
  DeskWindow *self = term->window;
  g_autoptr (GError) error = NULL;
  gboolean is_new = FALSE;

  term->number = desk_library_term_finish (DESK_LIBRARY (source), result, &is_new, &error);
  if (term->number == 0)
    {
      desk_window_toast (self, _ ("Not kept: %s"), error->message);
      return;
    }
  desk_translation_ask_again (self->translation);
  if (is_new)
    tell_kept (self, g_steal_pointer (&term));
  else
    desk_window_toast (self, _ ("“%s” is “%s” already."), term->korean, term->english);
}

static void
done_cb (DeskWindow *self, const char *korean, const char *english)
{
  desk_library_keep_term_async (self->library, korean, english, kept_cb,
                                term_new (self, korean, english));
}

static void
closed_cb (DeskWindow *self)
{
  desk_window_focus_desk (self);
}

static void
make_form (DeskWindow *self)
{
  self->term_form = desk_term_form_new ();
  gtk_widget_set_parent (self->term_form, self->script_area);
  g_signal_connect_swapped (self->term_form, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (self->term_form, "closed", G_CALLBACK (closed_cb), self);
}

/* Of the selected words, or the word at the caret. */
void
desk_window_new_term (DeskWindow *self)
{
  DeskView *view = desk_window_get_view (self);
  BulLanguage language = view == desk_translation_get_side (self->translation, BUL_LANGUAGE_KOREAN)
                             ? BUL_LANGUAGE_KOREAN
                             : BUL_LANGUAGE_ENGLISH;
  BulPassage passage;
  GdkRectangle area;
  g_autofree char *words = NULL;

  if (!desk_translation_has_pairs (self->translation))
    {
      desk_window_need_pairs (self);
      return;
    }
  if (self->term_form == NULL)
    make_form (self);
  if (desk_view_get_selection (view, &passage))
    {
      const BulStory *story = desk_document_get_story (self->document);
      const BulBlock *block = bul_story_find (story, passage.block);

      words = bul_chars_slice (block->text, passage.at, passage.at + passage.n_chars);
    }
  desk_window_attach (self, self->term_form);
  area = desk_window_get_words_area (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->term_form), &area);
  desk_term_form_open (DESK_TERM_FORM (self->term_form), language, words);
}
