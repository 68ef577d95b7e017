/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rate-row.h"

#include <glib/gi18n.h>

#include "bul-pace.h"
#include "desk-measure.h"

#define STEP 5

struct _DeskRateRow
{
  AdwActionRow parent_instance;

  BulSpoken language;
  GtkSpinButton *spin;
};

enum
{
  PROP_RATE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskRateRow, desk_rate_row, ADW_TYPE_ACTION_ROW)

static const struct
{
  const char *title;
  const char *subtitle;
} words[] = {
  [BUL_SPOKEN_KOREAN] = { N_ ("Korean"), N_ ("Syllables a minute") },
  [BUL_SPOKEN_ENGLISH] = { N_ ("English"), N_ ("Words a minute") },
};

static void
value_changed_cb (DeskRateRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATE]);
}

static void
measured_cb (guint rate, gpointer data)
{
  desk_rate_row_set_rate (data, rate);
}

static void
measure_cb (DeskRateRow *self)
{
  desk_measure_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->language,
                     measured_cb, G_OBJECT (self));
}

static void
desk_rate_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RATE:
      g_value_set_uint (value, desk_rate_row_get_rate (DESK_RATE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_rate_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RATE:
      desk_rate_row_set_rate (DESK_RATE_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_rate_row_class_init (DeskRateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_rate_row_get_property;
  object_class->set_property = desk_rate_row_set_property;
  properties[PROP_RATE]
      = g_param_spec_uint ("rate", NULL, NULL, BUL_PACE_LEAST, BUL_PACE_MOST, BUL_PACE_KO,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_rate_row_init (DeskRateRow *self)
{
  GtkWidget *measure = gtk_button_new_from_icon_name ("audio-input-microphone-symbolic");

  self->spin
      = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (BUL_PACE_LEAST, BUL_PACE_MOST, STEP));
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (measure, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (measure, "flat");
  gtk_widget_set_tooltip_text (measure, _ ("Measure by Reading Aloud"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (measure), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Measure by Reading Aloud"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), measure);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  g_signal_connect_swapped (measure, "clicked", G_CALLBACK (measure_cb), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (value_changed_cb), self);
}

GtkWidget *
desk_rate_row_new (BulSpoken language, guint rate)
{
  DeskRateRow *self = g_object_new (DESK_TYPE_RATE_ROW, "title", _ (words[language].title),
                                    "subtitle", _ (words[language].subtitle), NULL);
  g_autofree char *name
      = g_strdup_printf ("%s, %s", _ (words[language].title), _ (words[language].subtitle));

  self->language = language;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  desk_rate_row_set_rate (self, rate);
  return GTK_WIDGET (self);
}

guint
desk_rate_row_get_rate (DeskRateRow *self)
{
  g_return_val_if_fail (DESK_IS_RATE_ROW (self), 0);

  return (guint) gtk_spin_button_get_value_as_int (self->spin);
}

void
desk_rate_row_set_rate (DeskRateRow *self, guint rate)
{
  g_return_if_fail (DESK_IS_RATE_ROW (self));

  gtk_spin_button_set_value (self->spin, rate);
}
