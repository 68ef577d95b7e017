/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-late-menu.h"
#include "desk-window-private.h"

/* Milliseconds in which what is about to be shown, as the entry of a bar that opens, comes into
 * sight. */
#define PATIENCE 150

static gboolean
take_focus (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget) && gtk_widget_grab_focus (widget);
}

/* A menu with submenus that closes leaves the keys to its own inside, out of sight, in GTK 4.8:
 * whatever is pressed from then on is lost. They go back to where they were before. */
static gboolean
bring_back_cb (gpointer data)
{
  DeskWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->focus_id = 0;
  if (focus == NULL || gtk_widget_get_mapped (focus))
    return G_SOURCE_REMOVE;
  if (take_focus (self->last_focus))
    return G_SOURCE_REMOVE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  desk_window_focus_desk (self);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus != NULL && !gtk_widget_get_mapped (focus))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return G_SOURCE_REMOVE;
}

static void
focus_cb (DeskWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_get_mapped (focus)
      && gtk_widget_get_native (focus) == GTK_NATIVE (self))
    g_set_weak_pointer (&self->last_focus, focus);
  else if (focus != NULL && self->focus_id == 0)
    self->focus_id = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL
                         ? g_idle_add (bring_back_cb, self)
                         : g_timeout_add (PATIENCE, bring_back_cb, self);
}

static gboolean
is_in_menu (DeskWindow *self, GtkWidget *focus)
{
  GtkWidget *menu = GTK_WIDGET (self->main_menu);

  return focus == menu || gtk_widget_is_ancestor (focus, menu);
}

static void
menu_shown_cb (DeskWindow *self)
{
  /* A click on the button has taken them from where they were; whoever went there by Tab is there.
   */
  gboolean is_clicked = self->last_focus != NULL && is_in_menu (self, self->last_focus)
                        && !gtk_window_get_focus_visible (GTK_WINDOW (self));

  g_set_weak_pointer (&self->menu_focus, is_clicked ? NULL : self->last_focus);
}

/* GTK gives the keys to the button: who chose a deed for the script had to look for it again. What
 * a deed took for itself stays where it is. */
static gboolean
leave_menu_cb (gpointer data)
{
  DeskWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->menu_id = 0;
  if (focus != NULL && !is_in_menu (self, focus))
    return G_SOURCE_REMOVE;
  if (!take_focus (self->menu_focus))
    desk_window_focus_desk (self);
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (DeskWindow *self)
{
  if (self->menu_id == 0)
    self->menu_id = g_idle_add (leave_menu_cb, self);
}

static void
menu_built_cb (DeskWindow *self)
{
  GtkPopover *menu = gtk_menu_button_get_popover (self->main_menu);

  if (menu == NULL)
    return;
  g_signal_connect_object (menu, "show", G_CALLBACK (menu_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

void
desk_window_focus_init (DeskWindow *self)
{
  desk_late_menu_set (self->main_menu, self->menu);
  desk_late_menu_set (self->empty_menu, self->menu);
  g_signal_connect_object (self->main_menu, "notify::popover", G_CALLBACK (menu_built_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

void
desk_window_focus_dispose (DeskWindow *self)
{
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_handle_id (&self->menu_id, g_source_remove);
  g_clear_weak_pointer (&self->last_focus);
  g_clear_weak_pointer (&self->menu_focus);
}
