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
  DeskView *view = desk_pane_get_view (DESK_PANE (self));
  const char *block = desk_speaker_card_get_block (DESK_SPEAKER_CARD (row));

  if (view != NULL && block != NULL)
    desk_view_show_block (view, block);
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
  gtk_widget_init_template (GTK_WIDGET (self));
}
