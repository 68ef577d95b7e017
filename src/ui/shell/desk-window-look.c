/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "config.h"
#include "desk-appearance.h"
#include "desk-preferences.h"
#include "desk-shortcuts.h"
#include "desk-text-scale.h"

void
desk_window_show_preferences (DeskWindow *self)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);

  if (self->settings == NULL)
    {
      desk_window_toast (self, _ ("Preferences cannot be kept: their schema is not installed."));
      return;
    }
  gtk_window_present (GTK_WINDOW (desk_preferences_new (GTK_WINDOW (self), self->settings,
                                                        story == NULL ? NULL : story->programme)));
}

void
desk_window_show_shortcuts (DeskWindow *self)
{
  gtk_window_present (
      GTK_WINDOW (desk_shortcuts_new (desk_window_get_keys_in_force, self, GTK_WINDOW (self))));
}

void
desk_window_show_about (DeskWindow *self)
{
  adw_show_about_window (
      GTK_WINDOW (self), "application-name", _ ("Bulletin Desk"), "application-icon", APP_ID,
      "version", PACKAGE_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Corrects scripts of broadcast bulletins, in Korean and English."), NULL);
}

void
desk_window_toggle_fullscreen (DeskWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
zoom_by (DeskWindow *self, int step)
{
  int zoom;

  if (self->settings == NULL)
    return;
  zoom = (int) g_settings_get_uint (self->settings, "script-zoom") + step;
  g_settings_set_uint (self->settings, "script-zoom",
                       (guint) CLAMP (zoom, DESK_ZOOM_LEAST, DESK_ZOOM_MOST));
}

void
desk_window_zoom_in (DeskWindow *self)
{
  zoom_by (self, DESK_ZOOM_STEP);
}

void
desk_window_zoom_out (DeskWindow *self)
{
  zoom_by (self, -DESK_ZOOM_STEP);
}

void
desk_window_zoom_usual (DeskWindow *self)
{
  if (self->settings != NULL)
    g_settings_reset (self->settings, "script-zoom");
}

/* --- large text */

#define LIST_WIDTH 260
#define LIST_DOUBLE 300
#define INSPECTOR_WIDTH 332
#define INSPECTOR_DOUBLE 420

/* Between the width for the usual text and the one for text of double size. */
static int
scale_width (double scale, int usual, int of_double)
{
  return usual + (int) ((of_double - usual) * (CLAMP (scale, 1, 2) - 1));
}

/* Larger text gets more room beside the script, as far as that leaves any. */
static void
show_text_scale (DeskWindow *self, GParamSpec *pspec, GtkSettings *settings)
{
  double scale = desk_text_scale_get (settings);

  gtk_widget_set_size_request (self->list_side, scale_width (scale, LIST_WIDTH, LIST_DOUBLE), -1);
  gtk_widget_set_size_request (self->inspector_side,
                               scale_width (scale, INSPECTOR_WIDTH, INSPECTOR_DOUBLE), -1);
}

void
desk_window_look_init (DeskWindow *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (show_text_scale), self,
                           G_CONNECT_SWAPPED);
  show_text_scale (self, NULL, settings);
}
