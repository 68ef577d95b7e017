/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-typed.h"

struct _DeskTyped
{
  GtkEditable *editable;
  char *preedit; /* NULL: no syllable is being composed */
  gboolean is_composing;
  DeskTypedChanged changed;
  gpointer data;
};

/* A letter that is no syllable yet is found nowhere: it is passed over until it is one. */
static gboolean
is_lone_letter (const char *preedit)
{
  gunichar c = g_utf8_get_char (preedit);

  return c >= 0x3131 && c <= 0x318e;
}

static void
preedit_changed_cb (DeskTyped *self, const char *preedit)
{
  g_free (self->preedit);
  self->is_composing = preedit != NULL && *preedit != '\0';
  self->preedit
      = preedit == NULL || *preedit == '\0' || is_lone_letter (preedit) ? NULL : g_strdup (preedit);
  self->changed (self->data);
}

DeskTyped *
desk_typed_new (GtkEditable *editable, DeskTypedChanged changed, gpointer data)
{
  DeskTyped *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (editable) && changed != NULL, NULL);

  self = g_new0 (DeskTyped, 1);
  self->editable = g_object_ref (editable);
  self->changed = changed;
  self->data = data;
  g_signal_connect_swapped (gtk_editable_get_delegate (editable), "preedit-changed",
                            G_CALLBACK (preedit_changed_cb), self);
  return self;
}

void
desk_typed_free (DeskTyped *self)
{
  g_signal_handlers_disconnect_by_data (gtk_editable_get_delegate (self->editable), self);
  g_object_unref (self->editable);
  g_free (self->preedit);
  g_free (self);
}

char *
desk_typed_dup_text (DeskTyped *self)
{
  const char *text;
  const char *caret;

  g_return_val_if_fail (self != NULL, NULL);

  text = gtk_editable_get_text (self->editable);
  if (self->preedit == NULL)
    return g_strdup (text);
  caret = g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->editable));
  return g_strdup_printf ("%.*s%s%s", (int) (caret - text), text, self->preedit, caret);
}

gboolean
desk_typed_is_composing (DeskTyped *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_composing;
}
