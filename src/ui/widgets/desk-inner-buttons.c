/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-inner-buttons.h"

static void
describe (GtkWidget *widget, const char *chosen)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chosen == NULL ? "" : chosen,
                                  -1);
}

static void
describe_drop_down (GtkDropDown *drop_down)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);

  describe (GTK_WIDGET (drop_down),
            GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : NULL);
}

static void
describe_font (GtkWidget *button)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (button));

  describe (button, family == NULL ? NULL : pango_font_family_get_name (family));
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  static const char key[] = "desk-inner-button";
  GObject *object = g_value_get_object (&values[0]);
  gboolean is_drop_down = GTK_IS_DROP_DOWN (object);
  GtkWidget *inner;

  if ((!is_drop_down && !GTK_IS_FONT_BUTTON (object)) || g_object_get_data (object, key) != NULL)
    return TRUE;
  inner = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (!GTK_IS_BUTTON (inner))
    return TRUE;
  g_object_set_data (object, key, object);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  object, NULL, -1);
  if (is_drop_down)
    {
      g_signal_connect (object, "notify::selected-item", G_CALLBACK (describe_drop_down), NULL);
      describe_drop_down (GTK_DROP_DOWN (object));
    }
  else
    {
      g_signal_connect (object, "notify::font", G_CALLBACK (describe_font), NULL);
      describe_font (GTK_WIDGET (object));
    }
  return TRUE;
}

void
desk_inner_buttons_install (void)
{
  gpointer klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  g_type_class_unref (klass);
}
