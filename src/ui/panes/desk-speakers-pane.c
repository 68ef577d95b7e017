/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-speakers-pane.h"

#include <glib/gi18n.h>

#include "desk-speaker-card.h"

struct _DeskSpeakersPane
{
  DeskPane parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  GtkListBox *cards;
};

G_DEFINE_FINAL_TYPE (DeskSpeakersPane, desk_speakers_pane, DESK_TYPE_PANE)

static void
row_activated_cb (DeskSpeakersPane *self, GtkListBoxRow *row)
{
  const char *block = desk_speaker_card_get_block (DESK_SPEAKER_CARD (row));
  DeskView *view = desk_pane_find_view (DESK_PANE (self), block);

  if (view != NULL && block != NULL)
    desk_view_show_block (view, block);
}

static DeskSpeakerCard *
get_focused_card (DeskSpeakersPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *card = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, DESK_TYPE_SPEAKER_CARD);

  return card != NULL && gtk_widget_is_ancestor (card, GTK_WIDGET (self->cards))
             ? DESK_SPEAKER_CARD (card)
             : NULL;
}

/* As the right button of the mouse does elsewhere. */
static gboolean
key_pressed_cb (DeskSpeakersPane *self, guint keyval, guint keycode, GdkModifierType state)
{
  DeskSpeakerCard *card = get_focused_card (self);
  gboolean is_menu
      = keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);

  if (!is_menu || card == NULL)
    return GDK_EVENT_PROPAGATE;
  desk_speaker_card_open_menu (card);
  return GDK_EVENT_STOP;
}

static void
desk_speakers_pane_refresh (DeskPane *pane, const BulStory *story)
{
  DeskSpeakersPane *self = DESK_SPEAKERS_PANE (pane);
  guint n_speakers = story == NULL ? 0 : story->speakers->len;
  g_autofree char *summary = g_strdup_printf (
      ngettext ("%u speaker · numbers stay", "%u speakers · numbers stay", n_speakers), n_speakers);

  desk_pane_set_n_cards (self->cards, n_speakers, desk_speaker_card_new);
  for (guint i = 0; i < n_speakers; i++)
    desk_speaker_card_show (DESK_SPEAKER_CARD (gtk_list_box_get_row_at_index (self->cards, i)),
                            story, story->speakers->pdata[i]);
  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, n_speakers > 0 ? "cards" : "empty");
}

static void
desk_speakers_pane_class_init (DeskSpeakersPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DESK_PANE_CLASS (klass)->refresh = desk_speakers_pane_refresh;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-speakers-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakersPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakersPane, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakersPane, cards);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
desk_speakers_pane_init (DeskSpeakersPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
desk_speakers_pane_find_card (DeskSpeakersPane *self, const char *speaker)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (DESK_IS_SPEAKERS_PANE (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cards, i)) != NULL; i++)
    if (g_strcmp0 (desk_speaker_card_get_key (DESK_SPEAKER_CARD (row)), speaker) == 0)
      return GTK_WIDGET (row);
  return NULL;
}

const char *
desk_speakers_pane_get_focused (DeskSpeakersPane *self)
{
  DeskSpeakerCard *card;

  g_return_val_if_fail (DESK_IS_SPEAKERS_PANE (self), NULL);

  card = get_focused_card (self);
  return card == NULL ? NULL : desk_speaker_card_get_key (card);
}
