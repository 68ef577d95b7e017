/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-corrections-pane.h"

#include <glib/gi18n.h>

#include "bul-aired.h"
#include "bul-amender.h"
#include "bul-standing.h"
#include "desk-correction-card.h"
#include "desk-reminder.h"

struct _DeskCorrectionsPane
{
  DeskPane parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  GtkListBox *cards;
  DeskReminder *unreasoned;
  DeskReminder *standing;
  DeskReminder *unreviewed;
  guint look_id; /* looks for words that still stand */
  guint next;    /* of the corrections, whose words are looked for next */
  char *current;
};

G_DEFINE_FINAL_TYPE (DeskCorrectionsPane, desk_corrections_pane, DESK_TYPE_PANE)

static const BulCorrection *
find_correction (const BulStory *story, const char *key)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      if (g_strcmp0 (correction->key, key) == 0)
        return correction;
    }
  return NULL;
}

static void
row_activated_cb (DeskCorrectionsPane *self, GtkListBoxRow *row)
{
  desk_corrections_pane_go_to (self, desk_correction_card_get_key (DESK_CORRECTION_CARD (row)));
}

static char *
describe (const BulStory *story)
{
  guint n_corrections = story == NULL ? 0 : story->corrections->len;
  guint n_published = 0;
  guint n_open = 0;

  if (n_corrections == 0)
    return g_strdup (_ ("No corrections yet"));
  for (guint i = 0; i < n_corrections; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      n_published += correction->state == BUL_CORRECTION_PUBLISHED;
      n_open += bul_correction_is_open (correction);
    }
  if (n_published == 0)
    return g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);
  return g_strdup_printf (_ ("%u published · %u open"), n_published, n_open);
}

static void
mark_current (DeskCorrectionsPane *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cards, i)) != NULL; i++)
    {
      const char *key = desk_correction_card_get_key (DESK_CORRECTION_CARD (row));

      if (g_strcmp0 (key, self->current) == 0)
        gtk_widget_add_css_class (GTK_WIDGET (row), "current");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
    }
}

/* Takes @words. */
static void
remind (DeskReminder *reminder, char *words)
{
  desk_reminder_set_words (reminder, words);
  g_free (words);
}

/* What nobody gave a reason for counts once the story was on air. */
static void
remind_of_changes (DeskCorrectionsPane *self)
{
  DeskDocument *document = desk_pane_get_document (DESK_PANE (self));
  g_autoptr (GPtrArray) changes
      = document == NULL ? NULL : desk_changes_list (desk_document_get_changes (document));
  gboolean was_aired
      = document != NULL && bul_aired_get_revision (desk_document_get_story (document)) != NULL;
  guint n_unreasoned = was_aired ? bul_tracked_count_unreasoned (changes) : 0;
  guint n_unreviewed = changes == NULL ? 0 : bul_tracked_count_unreviewed (changes);

  remind (self->unreasoned,
          n_unreasoned == 0
              ? NULL
              : g_strdup_printf (ngettext ("%u change since air has no reason",
                                           "%u changes since air have no reason", n_unreasoned),
                                 n_unreasoned));
  remind (self->unreviewed,
          n_unreviewed == 0
              ? NULL
              : g_strdup_printf (ngettext ("%u change is not reviewed",
                                           "%u changes are not reviewed", n_unreviewed),
                                 n_unreviewed));
}

static void
show_standing (DeskCorrectionsPane *self, const BulCorrection *correction, guint n_places)
{
  remind (self->standing,
          n_places == 0 ? NULL
                        : g_strdup_printf (ngettext ("“%s” stands in %u other place",
                                                     "“%s” stands in %u other places", n_places),
                                           correction->was, n_places));
}

/* One correction at a time, for each takes a look through the whole script. What is shown stays
 * until something else is found, or nothing. */
static gboolean
look_for_standing_cb (gpointer data)
{
  DeskCorrectionsPane *self = data;
  DeskDocument *document = desk_pane_get_document (DESK_PANE (self));
  DeskView *view = desk_pane_get_view (DESK_PANE (self));
  DeskBuffer *buffer = view == NULL ? NULL : desk_view_get_buffer (view);
  const BulScript *script = buffer == NULL ? NULL : desk_buffer_get_script (buffer);
  const BulStory *story = document == NULL ? NULL : desk_document_get_story (document);
  const BulCorrection *correction = NULL;
  guint n_places = 0;

  if (script != NULL && story != NULL && self->next < story->corrections->len)
    {
      correction = story->corrections->pdata[self->next++];
      n_places = bul_standing_count_of (story, script->key, correction);
      if (n_places == 0)
        return G_SOURCE_CONTINUE;
    }
  show_standing (self, correction, n_places);
  self->look_id = 0;
  return G_SOURCE_REMOVE;
}

static void
look_for_standing (DeskCorrectionsPane *self)
{
  self->next = 0;
  if (self->look_id == 0)
    self->look_id = g_idle_add_full (G_PRIORITY_LOW, look_for_standing_cb, self, NULL);
}

/* Refused words are followed by those that the story has. */
static void
worded_cb (DeskCorrectionCard *card,
           const char *notice,
           const char *language,
           guint use,
           const char *words,
           DeskCorrectionsPane *self)
{
  DeskDocument *document = desk_pane_get_document (DESK_PANE (self));

  if (document == NULL
      || g_strcmp0 (desk_document_get_story (document)->uid, desk_correction_card_get_story (card))
             != 0)
    return;
  if (!bul_amender_word (desk_document_get_history (document), notice, language, use, words, NULL))
    desk_pane_queue_refresh (DESK_PANE (self));
}

static void
show_card (DeskCorrectionsPane *self,
           DeskCorrectionCard *card,
           const BulStory *story,
           const BulCorrection *correction)
{
  if (g_signal_handler_find (card, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, worded_cb, NULL) == 0)
    g_signal_connect (card, "worded", G_CALLBACK (worded_cb), self);
  desk_correction_card_show (card, story, correction);
}

static void
desk_corrections_pane_refresh (DeskPane *pane, const BulStory *story)
{
  DeskCorrectionsPane *self = DESK_CORRECTIONS_PANE (pane);
  guint n_corrections = story == NULL ? 0 : story->corrections->len;
  g_autofree char *summary = describe (story);

  desk_pane_set_n_cards (self->cards, n_corrections, desk_correction_card_new);
  for (guint i = 0; i < n_corrections; i++)
    show_card (self, DESK_CORRECTION_CARD (gtk_list_box_get_row_at_index (self->cards, (int) i)),
               story, story->corrections->pdata[i]);
  mark_current (self);
  remind_of_changes (self);
  look_for_standing (self);
  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, n_corrections > 0 ? "cards" : "empty");
}

static void
desk_corrections_pane_dispose (GObject *object)
{
  g_clear_handle_id (&DESK_CORRECTIONS_PANE (object)->look_id, g_source_remove);

  G_OBJECT_CLASS (desk_corrections_pane_parent_class)->dispose (object);
}

static void
desk_corrections_pane_finalize (GObject *object)
{
  g_free (DESK_CORRECTIONS_PANE (object)->current);

  G_OBJECT_CLASS (desk_corrections_pane_parent_class)->finalize (object);
}

static void
desk_corrections_pane_class_init (DeskCorrectionsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_corrections_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_corrections_pane_finalize;
  DESK_PANE_CLASS (klass)->refresh = desk_corrections_pane_refresh;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-corrections-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionsPane, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionsPane, cards);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionsPane, unreasoned);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionsPane, standing);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionsPane, unreviewed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
desk_corrections_pane_init (DeskCorrectionsPane *self)
{
  g_type_ensure (DESK_TYPE_REMINDER);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_corrections_pane_select (DeskCorrectionsPane *self, const char *key)
{
  g_autofree char *copy = g_strdup (key);

  g_return_if_fail (DESK_IS_CORRECTIONS_PANE (self));

  g_free (self->current);
  self->current = g_steal_pointer (&copy);
  mark_current (self);
}

void
desk_corrections_pane_go_to (DeskCorrectionsPane *self, const char *key)
{
  DeskDocument *document = desk_pane_get_document (DESK_PANE (self));
  const BulCorrection *correction
      = document == NULL ? NULL : find_correction (desk_document_get_story (document), key);
  DeskView *view;

  g_return_if_fail (DESK_IS_CORRECTIONS_PANE (self));

  desk_corrections_pane_select (self, key);
  if (correction == NULL || correction->spans->len == 0)
    return;
  view = desk_pane_find_view (DESK_PANE (self), ((BulSpan *) correction->spans->pdata[0])->on);
  if (view != NULL)
    desk_view_show_span (view, correction->spans->pdata[0]);
}

void
desk_corrections_pane_settle (DeskCorrectionsPane *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (DESK_IS_CORRECTIONS_PANE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cards, i)) != NULL; i++)
    desk_correction_card_settle (DESK_CORRECTION_CARD (row));
}
