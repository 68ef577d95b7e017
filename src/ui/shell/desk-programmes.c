/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-programmes.h"

#include <glib/gi18n.h>

#include "desk-paces.h"

struct _DeskProgrammes
{
  AdwPreferencesGroup parent_instance;

  GSettings *settings;
  char *programme; /* of the story that is open, or NULL */
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (DeskProgrammes, desk_programmes, ADW_TYPE_PREFERENCES_GROUP)

#define NOBODY 0

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, DeskProgrammes *self)
{
  guint chosen = adw_combo_row_get_selected (row);
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (row));

  desk_paces_set_presenter_of (self->settings, g_object_get_data (G_OBJECT (row), "programme"),
                               chosen == NOBODY ? NULL
                                                : gtk_string_list_get_string (names, chosen));
}

static GtkStringList *
list_names (DeskProgrammes *self)
{
  g_autoptr (GPtrArray) presenters = desk_paces_list_presenters (self->settings);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Nobody in particular"));
  for (guint i = 0; i < presenters->len; i++)
    gtk_string_list_append (names, ((DeskPresenter *) presenters->pdata[i])->name);
  return names;
}

static guint
find_name (GtkStringList *names, const char *name)
{
  for (guint i = 1; name != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    if (g_str_equal (gtk_string_list_get_string (names, i), name))
      return i;
  return NOBODY;
}

static void
add_row (DeskProgrammes *self, const char *programme)
{
  g_autofree char *presenter = desk_paces_dup_presenter_of (self->settings, programme);
  g_autofree char *title = g_markup_escape_text (programme, -1);
  g_autoptr (GtkStringList) names = list_names (self);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), "programme", g_strdup (programme), g_free);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_name (names, presenter));
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
rebuild (DeskProgrammes *self)
{
  g_autoptr (GVariant) programmes = g_settings_get_value (self->settings, "programme-presenters");
  GVariantIter iter;
  const char *programme;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (self->programme != NULL)
    add_row (self, self->programme);
  g_variant_iter_init (&iter, programmes);
  while (g_variant_iter_next (&iter, "{&s&s}", &programme, NULL))
    if (g_strcmp0 (programme, self->programme) != 0)
      add_row (self, programme);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
desk_programmes_dispose (GObject *object)
{
  DeskProgrammes *self = DESK_PROGRAMMES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->programme, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_programmes_parent_class)->dispose (object);
}

static void
desk_programmes_class_init (DeskProgrammesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_programmes_dispose;
}

static void
desk_programmes_init (DeskProgrammes *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Who Reads the Leads"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("What the anchor reads in scripts of a programme, where no name says who that is."));
}

void
desk_programmes_set_settings (DeskProgrammes *self, GSettings *settings, const char *programme)
{
  g_return_if_fail (DESK_IS_PROGRAMMES (self) && self->settings == NULL);

  self->settings = g_object_ref (settings);
  self->programme = g_strdup (programme);
  g_signal_connect_object (settings, "changed::presenters", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
}
