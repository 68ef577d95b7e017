/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "desk-library-private.h"

static gboolean
is_trouble (DeskLibrary *self, BulError code)
{
  return self->trouble_when == DESK_TROUBLE_READING
         && g_error_matches (self->trouble, BUL_ERROR, code);
}

gboolean
desk_library_is_gone (DeskLibrary *self)
{
  return is_trouble (self, BUL_ERROR_GONE);
}

/* What was saved in a file that is gone is not saved. */
static void
note_gone (DeskLibrary *self)
{
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    desk_library_note_failure (document, self->trouble);
}

static void
note_back (DeskLibrary *self)
{
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    {
      if (!g_error_matches (desk_library_get_failure (document), BUL_ERROR, BUL_ERROR_GONE))
        continue;
      /* Edits are in the journal in a moment. */
      if (!desk_document_get_modified (document))
        desk_document_set_save_state (document, DESK_SAVE_SAVED, NULL);
    }
}

void
desk_library_set_trouble (DeskLibrary *self, DeskTroubleWhen when, const GError *error)
{
  g_autoptr (GError) before = g_steal_pointer (&self->trouble);

  self->trouble = error == NULL ? NULL : g_error_copy (error);
  self->trouble_when = when;
  if (desk_library_is_gone (self))
    note_gone (self);
  else if (g_error_matches (before, BUL_ERROR, BUL_ERROR_GONE))
    note_back (self);
  g_signal_emit_by_name (self, "troubled");
}

static void
clear (DeskLibrary *self, BulError code)
{
  if (is_trouble (self, code))
    desk_library_set_trouble (self, DESK_TROUBLE_READING, NULL);
}

void
desk_library_note_opened (DeskLibrary *self, const GError *error)
{
  if (error == NULL)
    clear (self, BUL_ERROR_READ_ONLY);
  else if (!is_trouble (self, BUL_ERROR_READ_ONLY))
    desk_library_set_trouble (self, DESK_TROUBLE_READING, error);
}

/* Told once for each file: whoever was told and works on need not hear it again. */
void
desk_library_note_unbacked (DeskLibrary *self, const char *words)
{
  g_autoptr (GError) error = NULL;

  if (words == NULL || g_strcmp0 (self->told_of, words) == 0)
    return;
  g_free (self->told_of);
  self->told_of = g_strdup (words);
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, words);
  desk_library_set_trouble (self, DESK_TROUBLE_UNBACKED, error);
}

/* What comes and goes with the place of the file. */
void
desk_library_note_look (DeskLibrary *self, const GError *error)
{
  static const BulError codes[] = { BUL_ERROR_GONE, BUL_ERROR_READ_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (error == NULL)
      clear (self, codes[i]);
    else if (g_error_matches (error, BUL_ERROR, codes[i]) && !is_trouble (self, codes[i]))
      desk_library_set_trouble (self, DESK_TROUBLE_READING, error);
}

const GError *
desk_library_get_trouble (DeskLibrary *self, DeskTroubleWhen *when)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  *when = self->trouble_when;
  return self->trouble;
}

void
desk_library_leave_trouble (DeskLibrary *self)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_set_trouble (self, DESK_TROUBLE_READING, NULL);
}
