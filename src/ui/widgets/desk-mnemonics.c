/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-mnemonics.h"

/* The label inside the button is its name, by way of its mnemonic. */
static void
forget_written (GtkButton *button)
{
  if (gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  static const char key[] = "desk-mnemonic";
  GObject *object = g_value_get_object (&values[0]);

  if (!GTK_IS_BUTTON (object) || !gtk_button_get_use_underline (GTK_BUTTON (object))
      || g_object_get_data (object, key) != NULL)
    return TRUE;
  g_object_set_data (object, key, object);
  forget_written (GTK_BUTTON (object));
  /* A label that changes is told anew. */
  g_signal_connect (object, "notify::label", G_CALLBACK (forget_written), NULL);
  return TRUE;
}

void
desk_mnemonics_install (void)
{
  gpointer klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  g_type_class_unref (klass);
}
