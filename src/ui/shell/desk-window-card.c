/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-window-private.h"
#include "desk-wording.h"

void
desk_window_show_card (
    DeskWindow *self, const char *title, const char *words, const char *button, const char *action)
{
  const DeskDeed deed = { button, action };

  self->is_save_card = FALSE;
  desk_banner_show (self->card, title, words, &deed, NULL);
}

void
desk_window_hide_card (DeskWindow *self)
{
  self->is_save_card = FALSE;
  desk_banner_hide (self->card);
}

/* The banner of the library says it already. */
static gboolean
is_told (DeskWindow *self, const GError *error)
{
  DeskTroubleWhen when;
  const GError *trouble = desk_library_get_trouble (self->library, &when);

  return trouble != NULL && when == DESK_TROUBLE_READING
         && g_error_matches (error, trouble->domain, trouble->code);
}

static char *
dup_safe_time (DeskWindow *self)
{
  const char *at = self->document == NULL ? NULL : desk_library_get_safe_time (self->document);

  return at == NULL ? g_strdup ("…") : desk_wording_dup_time (at);
}

void
desk_window_show_failed_save (DeskWindow *self, const GError *error)
{
  const DeskTrouble *trouble = desk_trouble_find (DESK_TROUBLE_SAVING, error);
  g_autofree char *until = dup_safe_time (self);
  g_autofree char *words = desk_trouble_dup_words (trouble, error, until);

  if (is_told (self, error))
    {
      desk_window_hide_card (self);
      return;
    }
  for (guint i = 0; i < DESK_TROUBLE_N_DEEDS; i++)
    desk_window_allow_deed (self, desk_trouble_get_deed (trouble, i));
  desk_banner_show (self->card, _ (trouble->title), words, desk_trouble_get_deed (trouble, 0),
                    desk_trouble_get_deed (trouble, 1));
  self->is_save_card = TRUE;
}

void
desk_window_show_save_state (DeskWindow *self)
{
  DeskSaveState state
      = self->document == NULL ? DESK_SAVE_SAVED : desk_document_get_save_state (self->document);
  const GError *failure = self->document == NULL ? NULL : desk_library_get_failure (self->document);

  if (state == DESK_SAVE_FAILED && failure != NULL)
    desk_window_show_failed_save (self, failure);
  /* While it is tried again nothing is known. */
  else if (state != DESK_SAVE_SAVING && self->is_save_card)
    desk_window_hide_card (self);
}
