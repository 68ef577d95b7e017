/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-compare.h"
#include "desk-window-private.h"

/* What the dialog is about. */
typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
  guint number;
} Comparing;

static void
comparing_free (gpointer data)
{
  Comparing *comparing = data;

  g_object_unref (comparing->document);
  g_free (comparing);
}

static void
response_cb (Comparing *comparing, const char *response)
{
  if (g_str_equal (response, "restore") && comparing->window->document == comparing->document)
    desk_history_pane_restore (comparing->window->history_pane, comparing->number);
}

static void
present (DeskWindow *self, guint number, const BulStory *past)
{
  g_autofree char *then = g_strdup_printf (_ ("Revision %u"), number);
  g_autofree char *heading = g_strdup_printf (_ ("Revision %u and Now"), number);
  Comparing *comparing = g_new (Comparing, 1);
  GtkWidget *dialog
      = desk_compare_new (GTK_WINDOW (self), past, then, desk_document_get_story (self->document),
                          /* Translators: the story as it reads now. */
                          C_ ("version", "Now"));

  comparing->window = self;
  comparing->document = g_object_ref (self->document);
  comparing->number = number;
  g_object_set_data_full (G_OBJECT (dialog), "comparing", comparing, comparing_free);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "restore",
                                    _ ("_Restore"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), comparing);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The words of a syllable that is being composed are seen as well. */
static void
committed_cb (DeskView *view, gpointer data)
{
  Comparing *comparing = data;
  g_autoptr (DeskWindow) self = comparing->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) past = bul_history_make_past (
      desk_document_get_history (comparing->document), comparing->number, &error);

  if (past == NULL)
    desk_window_toast (self, _ ("Revision %u cannot be shown: %s"), comparing->number,
                       error->message);
  else if (self->document == comparing->document)
    present (self, comparing->number, past);
  comparing_free (comparing);
}

void
desk_window_compare_revision (DeskWindow *self, guint number)
{
  Comparing *comparing;

  if (self->document == NULL)
    return;
  comparing = g_new (Comparing, 1);
  comparing->window = g_object_ref (self);
  comparing->document = g_object_ref (self->document);
  comparing->number = number;
  desk_window_commit (self, committed_cb, comparing);
}
