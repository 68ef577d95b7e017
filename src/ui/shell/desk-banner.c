/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-banner.h"

#include <glib/gi18n.h>

#include "desk-label.h"

#define N_BUTTONS 2

struct _DeskBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkLabel *title;
  GtkLabel *words;
  GtkButton *buttons[N_BUTTONS];
};

G_DEFINE_FINAL_TYPE (DeskBanner, desk_banner, GTK_TYPE_WIDGET)

static void
desk_banner_dispose (GObject *object)
{
  DeskBanner *self = DESK_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_banner_parent_class)->dispose (object);
}

static void
desk_banner_class_init (DeskBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_banner_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
make_texts (DeskBanner *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = make_label ("card-title");
  self->words = make_label ("small");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->words));
  return texts;
}

static GtkWidget *
make_buttons (DeskBanner *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      self->buttons[i] = GTK_BUTTON (gtk_button_new ());
      gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->buttons[i]));
    }
  return buttons;
}

static void
desk_banner_init (DeskBanner *self)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  GtkWidget *icon
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-error-symbolic", "valign",
                      GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (card, "error-card");
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), make_texts (self));
  gtk_box_append (GTK_BOX (card), make_buttons (self));
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), card);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

static void
set_button (GtkButton *button, const DeskDeed *deed)
{
  gboolean is_there = deed != NULL && deed->label != NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), is_there);
  if (!is_there)
    return;
  gtk_button_set_use_underline (button, TRUE);
  gtk_button_set_label (button, _ (deed->label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), deed->action);
}

void
desk_banner_show (DeskBanner *self,
                  const char *title,
                  const char *words,
                  const DeskDeed *first,
                  const DeskDeed *second)
{
  g_return_if_fail (DESK_IS_BANNER (self));

  desk_label_set_text (self->title, title);
  desk_label_set_text (self->words, words);
  set_button (self->buttons[0], first);
  set_button (self->buttons[1], second);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
desk_banner_hide (DeskBanner *self)
{
  g_return_if_fail (DESK_IS_BANNER (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

gboolean
desk_banner_is_shown (DeskBanner *self)
{
  g_return_val_if_fail (DESK_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

const char *
desk_banner_get_title (DeskBanner *self)
{
  g_return_val_if_fail (DESK_IS_BANNER (self), NULL);

  return gtk_label_get_label (self->title);
}

const char *
desk_banner_get_words (DeskBanner *self)
{
  g_return_val_if_fail (DESK_IS_BANNER (self), NULL);

  return gtk_label_get_label (self->words);
}
