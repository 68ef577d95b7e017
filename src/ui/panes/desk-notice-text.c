/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notice-text.h"

#include <glib/gi18n.h>

#include "desk-label.h"

struct _DeskNoticeText
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *copy;
};

enum
{
  PROP_TITLE = 1,
  PROP_COPYABLE,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (DeskNoticeText, desk_notice_text, GTK_TYPE_BOX)

static void
clicked_cb (DeskNoticeText *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->text));
}

static void
desk_notice_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskNoticeText *self = DESK_NOTICE_TEXT (object);

  switch (id)
    {
    case PROP_TITLE:
      desk_notice_text_set_title (self, g_value_get_string (value));
      break;
    case PROP_COPYABLE:
      gtk_widget_set_visible (self->copy, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_notice_text_class_init (DeskNoticeTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_notice_text_set_property;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_COPYABLE,
      g_param_spec_boolean ("copyable", NULL, NULL, TRUE,
                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-notice-text.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, title);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, text);
  gtk_widget_class_bind_template_child (widget_class, DeskNoticeText, copy);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
desk_notice_text_init (DeskNoticeText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_notice_text_set_title (DeskNoticeText *self, const char *title)
{
  g_autofree char *copy = g_strdup_printf (_ ("Copy: %s"), title);

  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy,
                                  -1);
}

void
desk_notice_text_set_text (DeskNoticeText *self, const char *text)
{
  g_return_if_fail (DESK_IS_NOTICE_TEXT (self));

  desk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
}

const char *
desk_notice_text_get_text (DeskNoticeText *self)
{
  g_return_val_if_fail (DESK_IS_NOTICE_TEXT (self), NULL);

  return gtk_label_get_label (self->text);
}
