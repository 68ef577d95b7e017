/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-window-private.h"

/* How many revisions the story had, on a toast that takes back what was done to it. */
#define N_REVISIONS "desk-n-revisions"

/* What a toast says, however it shows that. */
#define WORDS "desk-words"

/* More characters than that go on more than one line, and take longer to read. */
#define LONG_WORDS 56
#define LONG_SECONDS 10

/* A title stays on one line and loses its end, which is what to do. */
static GtkWidget *
make_long_title (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONG_WORDS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

AdwToast *
desk_window_make_toast (const char *words)
{
  /* libadwaita 1.2 takes a title for markup. */
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  g_object_set_data_full (G_OBJECT (toast), WORDS, g_strdup (words), g_free);
  if (g_utf8_strlen (words, -1) > LONG_WORDS)
    {
      adw_toast_set_custom_title (toast, make_long_title (words));
      adw_toast_set_timeout (toast, LONG_SECONDS);
    }
  return toast;
}

const char *
desk_window_get_toast_words (AdwToast *toast)
{
  return g_object_get_data (G_OBJECT (toast), WORDS);
}

static gboolean
says_the_same (AdwToast *toast, AdwToast *other)
{
  return toast != NULL && adw_toast_get_button_label (toast) == NULL
         && adw_toast_get_button_label (other) == NULL
         && g_strcmp0 (desk_window_get_toast_words (toast), desk_window_get_toast_words (other))
                == 0;
}

static void
dismissed_cb (DeskWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

void
desk_window_dismiss_toast (DeskWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}

void
desk_window_show_toast (DeskWindow *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  /* The window may be closed by now. */
  if (self->library == NULL || says_the_same (self->toast, toast))
    return;
  desk_window_dismiss_toast (self);
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
