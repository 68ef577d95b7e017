/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-state-pill.h"

#include <glib/gi18n.h>

#include "desk-wording.h"

#define SIGN_SIZE 12

struct _DeskStatePill
{
  GtkBox parent_instance;

  GtkImage *sign;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (DeskStatePill, desk_state_pill, GTK_TYPE_BOX)

typedef struct
{
  const char *icon;
  const char *css_class;
} Look;

static const Look looks[] = {
  /* not said */
  [0] = { "dialog-question-symbolic", "plain" },
  /* open */
  [BUL_CORRECTION_DRAFT] = { "document-edit-symbolic", "corr" },
  [BUL_CORRECTION_APPROVED] = { "object-select-symbolic", "corr" },
  /* closed */
  [BUL_CORRECTION_PUBLISHED] = { "bd-onair-symbolic", "ok" },
  [BUL_CORRECTION_WITHDRAWN] = { "edit-undo-symbolic", "plain" },
};

static const Look story_looks[] = {
  /* not said */
  [0] = { "dialog-question-symbolic", "plain" },
  /* before air */
  [BUL_STORY_DRAFT] = { "document-edit-symbolic", "plain" },
  [BUL_STORY_READY] = { "object-select-symbolic", "plain" },
  /* after it */
  [BUL_STORY_AIRED] = { "bd-onair-symbolic", "ok" },
  [BUL_STORY_CORRECTED] = { "bd-correction-symbolic", "corr" },
  [BUL_STORY_WITHDRAWN] = { "edit-undo-symbolic", "plain" },
};

static void
desk_state_pill_class_init (DeskStatePillClass *klass)
{
}

static void
desk_state_pill_init (DeskStatePill *self)
{
  self->sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "pixel-size", SIGN_SIZE, NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
}

GtkWidget *
desk_state_pill_new (void)
{
  return g_object_new (DESK_TYPE_STATE_PILL, NULL);
}

static void
show (DeskStatePill *self, const char *icon, const char *css_class, const char *words)
{
  const char *css_classes[] = { "pill", css_class, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), css_classes);
  gtk_image_set_from_icon_name (self->sign, icon);
  gtk_label_set_label (self->label, words);
}

void
desk_state_pill_show (DeskStatePill *self, BulCorrectionState state)
{
  guint row = state < G_N_ELEMENTS (looks) ? state : 0;

  g_return_if_fail (DESK_IS_STATE_PILL (self));

  show (self, looks[row].icon, looks[row].css_class, desk_wording_for_correction_state (state));
}

void
desk_state_pill_show_story (DeskStatePill *self, BulStoryState state)
{
  guint row = state < G_N_ELEMENTS (story_looks) ? state : 0;
  /* Translators: the state of the story for a screen reader: Aired. */
  g_autofree char *name = g_strdup_printf (_ ("Story: %s"), desk_wording_for_story_state (state));

  g_return_if_fail (DESK_IS_STATE_PILL (self));

  show (self, story_looks[row].icon, story_looks[row].css_class,
        desk_wording_for_story_state (state));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("The state of this story"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
desk_state_pill_show_asked (DeskStatePill *self)
{
  g_return_if_fail (DESK_IS_STATE_PILL (self));

  /* Translators: a reply was asked for. */
  show (self, "mail-unread-symbolic", "plain", C_ ("reply", "Asked"));
}

const char *
desk_state_pill_get_words (DeskStatePill *self)
{
  g_return_val_if_fail (DESK_IS_STATE_PILL (self), NULL);

  return gtk_label_get_label (self->label);
}
