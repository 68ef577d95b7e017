/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-working.h"

struct _DeskWorking
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkProgressBar *bar;
  GtkLabel *words;
  GtkWidget *stop;
};

enum
{
  PROP_CAN_STOP = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskWorking, desk_working, ADW_TYPE_BIN)

static void
stop_cb (DeskWorking *self)
{
  g_signal_emit (self, signals[STOPPED], 0);
}

static void
desk_working_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CAN_STOP)
    g_value_set_boolean (value, gtk_widget_get_visible (DESK_WORKING (object)->stop));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
desk_working_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CAN_STOP)
    gtk_widget_set_visible (DESK_WORKING (object)->stop, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
desk_working_class_init (DeskWorkingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_working_get_property;
  object_class->set_property = desk_working_set_property;
  properties[PROP_CAN_STOP] = g_param_spec_boolean ("can-stop", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[STOPPED] = g_signal_new ("stopped", DESK_TYPE_WORKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-working.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskWorking, revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskWorking, bar);
  gtk_widget_class_bind_template_child (widget_class, DeskWorking, words);
  gtk_widget_class_bind_template_child (widget_class, DeskWorking, stop);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
desk_working_init (DeskWorking *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_working_show (DeskWorking *self, const char *name, double fraction, const char *words)
{
  g_return_if_fail (DESK_IS_WORKING (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  gtk_label_set_text (self->words, words);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
desk_working_tell (DeskWorking *self, const char *words)
{
  g_return_if_fail (DESK_IS_WORKING (self));

  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  gtk_label_set_text (self->words, words);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
desk_working_hide (DeskWorking *self)
{
  g_return_if_fail (DESK_IS_WORKING (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
