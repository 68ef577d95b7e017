/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reminder.h"

#include "desk-label.h"

struct _DeskReminder
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *words;
  GtkButton *press;
};

enum
{
  PROP_ICON_NAME = 1,
  PROP_BUTTON,
  PROP_ACTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskReminder, desk_reminder, ADW_TYPE_BIN)

static void
desk_reminder_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskReminder *self = DESK_REMINDER (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      break;
    case PROP_BUTTON:
      gtk_button_set_label (self->press, g_value_get_string (value));
      break;
    case PROP_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->press), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_reminder_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_REMINDER);

  G_OBJECT_CLASS (desk_reminder_parent_class)->dispose (object);
}

static void
desk_reminder_class_init (DeskReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_reminder_set_property;
  object_class->dispose = desk_reminder_dispose;
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUTTON]
      = g_param_spec_string ("button", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTION]
      = g_param_spec_string ("action", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-reminder.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskReminder, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskReminder, words);
  gtk_widget_class_bind_template_child (widget_class, DeskReminder, press);
}

static void
desk_reminder_init (DeskReminder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_reminder_set_words (DeskReminder *self, const char *words)
{
  g_return_if_fail (DESK_IS_REMINDER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (words == NULL)
    return;
  desk_label_set_text (self->words, words);
  /* Out of context the button alone would not say what of. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->press), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}
