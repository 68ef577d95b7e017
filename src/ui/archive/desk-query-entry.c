/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-query-entry.h"

#include <string.h>

#include "desk-overtype.h"
#include "desk-query-text.h"

struct _DeskQueryEntry
{
  GtkEditable *entry;
  DeskTyped *typed;
  char *kept; /* what it is swapped with */
};

DeskQueryEntry *
desk_query_entry_new (GtkEditable *entry, DeskTypedChanged composed, gpointer data)
{
  DeskQueryEntry *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  self = g_new0 (DeskQueryEntry, 1);
  self->entry = g_object_ref (entry);
  self->kept = g_strdup ("");
  self->typed = desk_typed_new (entry, composed, data);
  desk_overtype_add (GTK_WIDGET (entry));
  return self;
}

void
desk_query_entry_free (DeskQueryEntry *self)
{
  desk_typed_free (self->typed);
  g_object_unref (self->entry);
  g_free (self->kept);
  g_free (self);
}

char *
desk_query_entry_dup_text (DeskQueryEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return desk_typed_dup_text (self->typed);
}

void
desk_query_entry_set_text (DeskQueryEntry *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

void
desk_query_entry_swap (DeskQueryEntry *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);

  text = g_steal_pointer (&self->kept);
  self->kept = g_strdup (gtk_editable_get_text (self->entry));
  desk_query_entry_set_text (self, text);
}

BulQueryFlags
desk_query_entry_get_flags (DeskQueryEntry *self)
{
  g_autofree char *typed = NULL;
  const char *text;

  g_return_val_if_fail (self != NULL, 0);

  typed = desk_typed_dup_text (self->typed);
  text = gtk_editable_get_text (self->entry);
  if (gtk_editable_get_position (self->entry) != (int) g_utf8_strlen (text, -1))
    return 0;
  return strcmp (typed, text) == 0 ? BUL_QUERY_TYPING : BUL_QUERY_TYPING | BUL_QUERY_COMPOSING;
}

gboolean
desk_query_entry_is_composing (DeskQueryEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return desk_typed_is_composing (self->typed);
}

void
desk_query_entry_commit (DeskQueryEntry *self, DeskTypedChanged done, gpointer data)
{
  g_return_if_fail (self != NULL);

  desk_typed_commit (self->typed, done, data);
}

/* --- what is clicked is typed */

static void
put (DeskQueryEntry *self, const DeskSplice *change)
{
  int at = (int) change->start;

  if (change->end > change->start)
    gtk_editable_delete_text (self->entry, at, (int) change->end);
  if (change->insert != NULL)
    gtk_editable_insert_text (self->entry, change->insert, -1, &at);
  if (!desk_typed_is_composing (self->typed))
    gtk_editable_set_position (self->entry, -1);
}

void
desk_query_entry_toggle (DeskQueryEntry *self, BulQueryField field, const char *value)
{
  g_auto (DeskSplice) change = { 0, 0, NULL };

  g_return_if_fail (self != NULL);

  desk_query_text_toggle (gtk_editable_get_text (self->entry), field, value, &change);
  put (self, &change);
}

void
desk_query_entry_set_part (DeskQueryEntry *self, BulQueryField field, const char *value)
{
  g_auto (DeskSplice) change = { 0, 0, NULL };

  g_return_if_fail (self != NULL);

  desk_query_text_set (gtk_editable_get_text (self->entry), field, value, &change);
  put (self, &change);
}

/* What is being composed is in the query, and not in the entry yet. */
static guint
map_offset (DeskQueryEntry *self, guint offset)
{
  guint caret = (guint) gtk_editable_get_position (self->entry);
  g_autofree char *text = desk_typed_dup_text (self->typed);
  guint n_composed = (guint) (g_utf8_strlen (text, -1)
                              - g_utf8_strlen (gtk_editable_get_text (self->entry), -1));

  return offset <= caret ? offset : MAX (caret, offset - n_composed);
}

void
desk_query_entry_remove (DeskQueryEntry *self, guint start, guint end)
{
  g_auto (DeskSplice) change = { 0, 0, NULL };
  BulRange range;

  g_return_if_fail (self != NULL);

  range = (BulRange){ map_offset (self, start), map_offset (self, end) };
  desk_query_text_remove (gtk_editable_get_text (self->entry), range, &change);
  put (self, &change);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/* --- keys */

void
desk_query_entry_focus (DeskQueryEntry *self)
{
  g_return_if_fail (self != NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
activate (DeskQueryEntry *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (self->entry)), action, NULL);
}

void
desk_query_entry_undo (DeskQueryEntry *self)
{
  g_return_if_fail (self != NULL);

  activate (self, "text.undo");
}

void
desk_query_entry_redo (DeskQueryEntry *self)
{
  g_return_if_fail (self != NULL);

  activate (self, "text.redo");
}
