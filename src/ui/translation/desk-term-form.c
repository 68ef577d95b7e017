/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-term-form.h"

#include <glib/gi18n.h>

#include "desk-entry.h"
#include "desk-label.h"
#include "desk-overtype.h"
#include "desk-typed.h"

#define N_SIDES 2

struct _DeskTermForm
{
  GtkPopover parent_instance;

  GtkEntry *korean;
  GtkEntry *english;
  GtkLabel *hint;
  DeskTyped *typed[N_SIDES];
  gboolean was_composing;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTermForm, desk_term_form, GTK_TYPE_POPOVER)

static GtkEntry *
get_entry (DeskTermForm *self, guint side)
{
  return side == 0 ? self->korean : self->english;
}

static char *
dup_words (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
keep (gpointer data)
{
  DeskTermForm *self = data;
  g_autofree char *korean = dup_words (self->korean);
  g_autofree char *english = dup_words (self->english);

  if (*korean == '\0' || *english == '\0')
    {
      desk_label_set_text (self->hint, _ ("A term has words in both languages."));
      gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error-words");
      gtk_widget_grab_focus (GTK_WIDGET (*korean == '\0' ? self->korean : self->english));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[DONE], 0, korean, english);
}

/* The syllable that is being composed in either entry belongs to it. */
static void
english_done_cb (gpointer data)
{
  DeskTermForm *self = data;

  desk_typed_commit (self->typed[0], keep, self);
}

static void
done_cb (DeskTermForm *self)
{
  desk_typed_commit (self->typed[1], english_done_cb, self);
}

/* Enter that ended a syllable did that and no more. */
static void
entered_cb (DeskTermForm *self)
{
  if (!self->was_composing)
    done_cb (self);
}

static gboolean
key_pressed_cb (DeskTermForm *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  self->was_composing
      = desk_typed_is_composing (self->typed[0]) || desk_typed_is_composing (self->typed[1]);
  return GDK_EVENT_PROPAGATE;
}

static void
typed_cb (gpointer data)
{
}

static void
desk_term_form_dispose (GObject *object)
{
  DeskTermForm *self = DESK_TERM_FORM (object);

  for (guint i = 0; i < N_SIDES; i++)
    g_clear_pointer (&self->typed[i], desk_typed_free);

  G_OBJECT_CLASS (desk_term_form_parent_class)->dispose (object);
}

static void
desk_term_form_class_init (DeskTermFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_term_form_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/translation/desk-term-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTermForm, korean);
  gtk_widget_class_bind_template_child (widget_class, DeskTermForm, english);
  gtk_widget_class_bind_template_child (widget_class, DeskTermForm, hint);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  signals[DONE] = g_signal_new ("done", DESK_TYPE_TERM_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
desk_term_form_init (DeskTermForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_SIDES; i++)
    {
      desk_overtype_add (GTK_WIDGET (get_entry (self, i)));
      self->typed[i] = desk_typed_new (GTK_EDITABLE (get_entry (self, i)), typed_cb, self);
    }
}

GtkWidget *
desk_term_form_new (void)
{
  return g_object_new (DESK_TYPE_TERM_FORM, NULL);
}

void
desk_term_form_open (DeskTermForm *self, BulLanguage language, const char *words)
{
  gboolean is_korean = language == BUL_LANGUAGE_KOREAN;

  g_return_if_fail (DESK_IS_TERM_FORM (self));

  desk_entry_set_text (self->korean, is_korean && words != NULL ? words : "");
  desk_entry_set_text (self->english, !is_korean && words != NULL ? words : "");
  desk_label_set_text (self->hint, _ ("Translators are told where a script has it otherwise."));
  gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error-words");
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (words == NULL || !is_korean ? self->korean : self->english));
}
