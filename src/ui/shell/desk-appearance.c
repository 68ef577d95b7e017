/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-appearance.h"

#include <string.h>

#include <adwaita.h>

/* The size that the tags are made for; see desk-view.c. */
#define POINTS 12

/* What the usual size has needs no style of ours; quote marks and the like are in no name of a
 * font, and would be CSS. */
char *
desk_appearance_dup_style (const char *family, guint zoom)
{
  GString *style = g_string_new ("textview.script {");
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  if (*family != '\0' && strpbrk (family, "\"'\\{};\n\r") == NULL)
    g_string_append_printf (style, " font-family: \"%s\", Cantarell, \"Noto Sans CJK KR\";",
                            family);
  if (zoom != DESK_ZOOM_USUAL)
    g_string_append_printf (
        style, " font-size: %spt;",
        g_ascii_formatd (size, sizeof size, "%.2f", POINTS * zoom / (double) DESK_ZOOM_USUAL));
  g_string_append (style, " }");
  return g_string_free (style, FALSE);
}

static void
show_script (GtkCssProvider *provider, const char *key, GSettings *settings)
{
  g_autofree char *family = g_settings_get_string (settings, "script-font");
  g_autofree char *style
      = desk_appearance_dup_style (family, g_settings_get_uint (settings, "script-zoom"));

  gtk_css_provider_load_from_data (provider, style, -1);
}

static void
show_scheme (AdwStyleManager *manager, const char *key, GSettings *settings)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (manager,
                                      schemes[g_settings_get_enum (settings, "color-scheme")]);
}

void
desk_appearance_follow (GSettings *settings)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (G_IS_SETTINGS (settings));

  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (settings, "changed::script-font", G_CALLBACK (show_script), provider,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::script-zoom", G_CALLBACK (show_script), provider,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (show_scheme), manager,
                           G_CONNECT_SWAPPED);
  show_script (provider, NULL, settings);
  show_scheme (manager, NULL, settings);
}
