/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-window-private.h"

/* Why there is no word to go to. */
static void
tell_none (DeskWindow *self)
{
  DeskSpeller *speller = desk_view_get_speller (desk_window_get_view (self));

  if (!desk_speller_get_checks (speller, DESK_TONGUE_ENGLISH))
    desk_window_toast (self, _ ("Spelling is not checked. Preferences turn it on."));
  else if (desk_dictionary_is_there (desk_speller_get_dictionary (speller), DESK_TONGUE_ENGLISH)
           == DESK_WORD_WRONG)
    desk_window_toast (self, _ ("Spelling is not checked: there is no English dictionary here."));
  else if (!desk_speller_is_done (speller))
    desk_window_toast (self, _ ("No misspelt word is found so far; some lines are still checked."));
  else
    desk_window_toast (self, _ ("No misspelt word is left in this script."));
}

void
desk_window_next_misspelt (DeskWindow *self)
{
  if (self->document != NULL && !desk_view_show_next_misspelt (desk_window_get_view (self)))
    tell_none (self);
}

void
desk_window_previous_misspelt (DeskWindow *self)
{
  if (self->document != NULL && !desk_view_show_previous_misspelt (desk_window_get_view (self)))
    tell_none (self);
}

static void
correct_spelling (GtkWidget *widget, const char *name, GVariant *parameter)
{
  desk_view_correct_spelling (desk_window_get_view (DESK_WINDOW (widget)),
                              g_variant_get_string (parameter, NULL));
}

static void
learn_word (GtkWidget *widget, const char *name, GVariant *parameter)
{
  desk_view_learn_word (desk_window_get_view (DESK_WINDOW (widget)));
}

static void
ignore_word (GtkWidget *widget, const char *name, GVariant *parameter)
{
  desk_view_ignore_word (desk_window_get_view (DESK_WINDOW (widget)));
}

/* What the context menu of the script asks for; they have no keys. */
void
desk_window_spelling_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.correct-spelling", "s", correct_spelling);
  gtk_widget_class_install_action (widget_class, "win.learn-word", NULL, learn_word);
  gtk_widget_class_install_action (widget_class, "win.ignore-word", NULL, ignore_word);
}

void
desk_window_check_spelling (DeskWindow *self, DeskView *view)
{
  GSettings *settings = self->settings;
  gboolean checks = settings == NULL || g_settings_get_boolean (settings, "check-spelling");
  gboolean checks_korean
      = settings != NULL && g_settings_get_boolean (settings, "check-korean-spelling");

  desk_view_set_checks_spelling (view, checks, checks_korean);
}

static void
check (DeskView *view, gpointer window)
{
  desk_window_check_spelling (window, view);
}

static void
follow (DeskWindow *self)
{
  desk_window_foreach_view (self, check, self);
}

void
desk_window_spelling_init (DeskWindow *self)
{
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::check-spelling", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::check-korean-spelling", G_CALLBACK (follow),
                           self, G_CONNECT_SWAPPED);
}
