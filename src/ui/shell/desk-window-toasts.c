/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-window-private.h"

/* How many revisions the story had, on a toast that takes back what was done to it. */
#define N_REVISIONS "desk-n-revisions"

AdwToast *
desk_window_make_toast (const char *words)
{
  /* libadwaita 1.2 takes a title for markup. */
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  return adw_toast_new (escaped);
}

static gboolean
says_the_same (AdwToast *toast, AdwToast *other)
{
  return toast != NULL && adw_toast_get_button_label (toast) == NULL
         && adw_toast_get_button_label (other) == NULL
         && g_str_equal (adw_toast_get_title (toast), adw_toast_get_title (other));
}

static void
dismissed_cb (DeskWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

void
desk_window_show_toast (DeskWindow *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  /* The window may be closed by now. */
  if (self->library == NULL || says_the_same (self->toast, toast))
    return;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_steal_pointer (&owned));
}

void
desk_window_toast (DeskWindow *self, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  desk_window_show_toast (self, desk_window_make_toast (words));
}

static void
remember_revisions (AdwToast *toast, guint n)
{
  g_object_set_data (G_OBJECT (toast), N_REVISIONS, GUINT_TO_POINTER (n));
}

/* Once something else was done, undo would take that back; after a save it takes back the same. */
static void
changed_cb (DeskDocument *document, AdwToast *toast)
{
  guint n = desk_document_get_story (document)->revisions->len;

  if (n == GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), N_REVISIONS)))
    adw_toast_dismiss (toast);
  else
    remember_revisions (toast, n);
}

void
desk_window_toast_undo (DeskWindow *self, const char *format, ...)
{
  g_autofree char *words = NULL;
  AdwToast *toast;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  toast = desk_window_make_toast (words);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  if (self->document != NULL)
    {
      remember_revisions (toast, desk_document_get_story (self->document)->revisions->len);
      g_signal_connect_object (self->document, "changed", G_CALLBACK (changed_cb), toast, 0);
    }
  /* Of another story it would take back something else. */
  g_signal_connect_object (self, "notify::document", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  desk_window_show_toast (self, toast);
}
