/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-window-private.h"

#define PAGE "prompter"

gboolean
desk_window_is_prompting (DeskWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), PAGE) == 0;
}

void
desk_window_show_page (DeskWindow *self, const char *name)
{
  if (desk_window_is_prompting (self))
    self->behind = name;
  else
    gtk_stack_set_visible_child_name (self->stack, name);
  /* The desk comes up with its script. */
  if (!g_str_equal (name, "desk"))
    desk_window_appear_now (self);
}

/* Nobody touches the machine while words are read from it. */
static void
keep_screen_on (DeskWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibited == 0)
    self->inhibited
        = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                   /* Translators: why the screen does not go dark. */
                                   _ ("The prompter is shown"));
}

static void
let_screen_go (DeskWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibited != 0)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
}

void
desk_window_join_prompter (DeskWindow *self)
{
  desk_prompter_set_settings (self->prompter, self->settings);
  g_object_bind_property (self, "document", self->prompter, "document", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->prompter, "left", G_CALLBACK (desk_window_leave_prompter), self);
  g_signal_connect_swapped (self->prompter, "map", G_CALLBACK (keep_screen_on), self);
  g_signal_connect_swapped (self->prompter, "unmap", G_CALLBACK (let_screen_go), self);
}

void
desk_window_prompter (DeskWindow *self)
{
  if (self->document == NULL)
    return;
  desk_window_dismiss_toast (self);
  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  self->behind = "desk";
  desk_window_need_desk (self, PAGE);
  gtk_stack_set_visible_child_name (self->stack, PAGE);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->prompter));
}

/* By the key that brought it. */
void
desk_window_prompter_run_or_stop (DeskWindow *self)
{
  desk_prompter_run_or_stop (self->prompter);
}

void
desk_window_prompter_larger (DeskWindow *self)
{
  desk_prompter_larger (self->prompter);
}

void
desk_window_prompter_smaller (DeskWindow *self)
{
  desk_prompter_smaller (self->prompter);
}

void
desk_window_prompter_usual_size (DeskWindow *self)
{
  desk_prompter_usual_size (self->prompter);
}

/* Nothing comes over words that are being read. */
void
desk_window_prompter_help (DeskWindow *self)
{
  if (!desk_prompter_text_get_running (desk_prompter_get_text (self->prompter)))
    desk_window_help (self);
}

void
desk_window_leave_prompter (DeskWindow *self)
{
  if (!desk_window_is_prompting (self))
    return;
  if (!self->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_stack_set_visible_child_name (self->stack, self->behind);
  desk_window_focus_desk (self);
}
