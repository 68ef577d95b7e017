/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-error.h"
#include "desk-window-private.h"

/* Everything that is unsaved and that no other window shows, on its way to the disk before the
 * window goes. */
typedef struct
{
  DeskWindow *window;
  guint n_pending;
  GError *error; /* the first that failed */
} Closing;

/* What another window shows is that one's to save. */
static GPtrArray *
list_own (DeskWindow *self)
{
  g_autoptr (GPtrArray) unsaved = desk_library_list_unsaved (self->library);
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < unsaved->len; i++)
    if (!desk_window_is_shown_elsewhere (self, unsaved->pdata[i]))
      g_ptr_array_add (own, unsaved->pdata[i]);
  return own;
}

static void
discard (DeskWindow *self)
{
  g_autoptr (GPtrArray) own = list_own (self);

  for (guint i = 0; i < own->len; i++)
    desk_library_discard (self->library, own->pdata[i]);
}

static void
response_cb (DeskWindow *self, const char *response)
{
  self->is_closing = FALSE;
  if (g_str_equal (response, "discard"))
    {
      discard (self);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "save"))
    gtk_window_close (GTK_WINDOW (self));
  else if (g_str_equal (response, "export"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export", NULL);
}

/* What may not be written cannot be saved by trying again. */
static const char *
get_reason (const GError *error)
{
  return g_error_matches (error, BUL_ERROR, BUL_ERROR_READ_ONLY)
             ? _ ("The library may not be written here.")
             : error->message;
}

static void
ask (DeskWindow *self, const GError *error)
{
  gboolean is_for_good = g_error_matches (error, BUL_ERROR, BUL_ERROR_READ_ONLY);
  const char *keep = is_for_good ? "export" : "save";
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Your edits could not be saved"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("%s\n\nEverything up to the last revision is safe. What you typed since is only in this "
         "window."),
      get_reason (error));
  adw_message_dialog_add_responses (
      ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), keep,
      is_for_good ? _ ("_Export the Story…") : _ ("_Save Again"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), keep,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), keep);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
finish (Closing *closing)
{
  DeskWindow *self = closing->window;

  if (closing->error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    ask (self, closing->error);
  g_clear_error (&closing->error);
  g_object_unref (self);
  g_free (closing);
}

static void save_all (Closing *closing);

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Closing *closing = data;
  g_autoptr (GError) error = NULL;

  if (!desk_library_save_finish (DESK_LIBRARY (source), result, &error) && closing->error == NULL)
    closing->error = g_steal_pointer (&error);
  if (--closing->n_pending > 0)
    return;
  /* Somebody may have typed on meanwhile. */
  if (closing->error == NULL)
    save_all (closing);
  else
    finish (closing);
}

static void
save_all (Closing *closing)
{
  DeskLibrary *library = closing->window->library;
  g_autoptr (GPtrArray) unsaved = list_own (closing->window);

  closing->n_pending = unsaved->len;
  for (guint i = 0; i < unsaved->len; i++)
    desk_library_save_async (library, unsaved->pdata[i], saved_cb, closing);
  if (unsaved->len == 0)
    finish (closing);
}

static void
committed_cb (DeskView *view, gpointer data)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->window = data;
  save_all (closing);
}

/* Nothing is asked unless saving failed: the window goes once everything is on the disk. */
gboolean
desk_window_close_request (GtkWindow *window)
{
  DeskWindow *self = DESK_WINDOW (window);

  if (!self->is_closing && !desk_window_ask_about_imports (self))
    {
      self->is_closing = TRUE;
      desk_window_commit (self, committed_cb, g_object_ref (self));
    }
  return TRUE;
}

gboolean
desk_window_is_closing (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), FALSE);

  return self->is_closing;
}
