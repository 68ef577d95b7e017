/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-preferences.h"

#include "desk-presenters.h"
#include "desk-programmes.h"
#include "desk-rate-row.h"

struct _DeskPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *author;
  AdwComboRow *scheme;
  AdwComboRow *keys;
  GtkFontButton *font;
  GtkButton *usual_font;
  GtkSpinButton *zoom;
  AdwPreferencesGroup *rates;
  DeskPresenters *presenters;
  DeskProgrammes *programmes;

  GtkSwitch *spelling;
  GtkSwitch *korean_spelling;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (DeskPreferences, desk_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
scheme_chosen_cb (DeskPreferences *self)
{
  g_settings_set_enum (self->settings, "color-scheme",
                       (int) adw_combo_row_get_selected (self->scheme));
}

static void
show_scheme (DeskPreferences *self)
{
  adw_combo_row_set_selected (self->scheme,
                              (guint) g_settings_get_enum (self->settings, "color-scheme"));
}

static void
keys_chosen_cb (DeskPreferences *self)
{
  g_settings_set_enum (self->settings, "key-scheme", (int) adw_combo_row_get_selected (self->keys));
}

static void
show_keys (DeskPreferences *self)
{
  adw_combo_row_set_selected (self->keys,
                              (guint) g_settings_get_enum (self->settings, "key-scheme"));
}

static void
font_chosen_cb (DeskPreferences *self)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (self->font));

  if (family != NULL)
    g_settings_set_string (self->settings, "script-font", pango_font_family_get_name (family));
}

/* The button would choose some font by itself where it is given none. */
static void
show_font (DeskPreferences *self)
{
  g_autofree char *family = g_settings_get_string (self->settings, "script-font");

  gtk_widget_set_visible (GTK_WIDGET (self->usual_font), *family != '\0');
  g_signal_handlers_block_by_func (self->font, font_chosen_cb, self);
  gtk_font_chooser_set_font (GTK_FONT_CHOOSER (self->font), *family == '\0' ? "Cantarell" : family);
  g_signal_handlers_unblock_by_func (self->font, font_chosen_cb, self);
}

static void
usual_font_cb (DeskPreferences *self)
{
  g_settings_reset (self->settings, "script-font");
}

static void
add_rates (DeskPreferences *self)
{
  static const struct
  {
    const char *key;
    BulSpoken language;
  } rows[] = { { "rate-ko", BUL_SPOKEN_KOREAN }, { "rate-en", BUL_SPOKEN_ENGLISH } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row
          = desk_rate_row_new (rows[i].language, g_settings_get_uint (self->settings, rows[i].key));

      g_settings_bind (self->settings, rows[i].key, row, "rate", G_SETTINGS_BIND_DEFAULT);
      adw_preferences_group_add (self->rates, row);
    }
}

static void
follow_settings (DeskPreferences *self)
{
  g_settings_bind (self->settings, "author-name", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "script-zoom", self->zoom, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "check-spelling", self->spelling, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "check-korean-spelling", self->korean_spelling, "active",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (show_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::script-font", G_CALLBACK (show_font), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::key-scheme", G_CALLBACK (show_keys), self,
                           G_CONNECT_SWAPPED);
  show_scheme (self);
  show_keys (self);
  show_font (self);
  add_rates (self);
}

static void
desk_preferences_dispose (GObject *object)
{
  g_clear_object (&DESK_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (desk_preferences_parent_class)->dispose (object);
}

static void
desk_preferences_class_init (DeskPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_preferences_dispose;
  g_type_ensure (DESK_TYPE_PRESENTERS);
  g_type_ensure (DESK_TYPE_PROGRAMMES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/shell/desk-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, keys);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, usual_font);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, zoom);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, spelling);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, korean_spelling);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, rates);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, presenters);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, programmes);
  gtk_widget_class_bind_template_callback (widget_class, usual_font_cb);
}

static void
desk_preferences_init (DeskPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_preferences_new (GtkWindow *parent, GSettings *settings, const char *programme)
{
  DeskPreferences *self
      = g_object_new (DESK_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (self->scheme, "notify::selected", G_CALLBACK (scheme_chosen_cb), self);
  g_signal_connect_swapped (self->keys, "notify::selected", G_CALLBACK (keys_chosen_cb), self);
  g_signal_connect_swapped (self->font, "font-set", G_CALLBACK (font_chosen_cb), self);
  follow_settings (self);
  desk_presenters_set_settings (self->presenters, settings);
  desk_programmes_set_settings (self->programmes, settings, programme);
  return GTK_WIDGET (self);
}
