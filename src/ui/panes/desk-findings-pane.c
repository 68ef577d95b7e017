/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-findings-pane.h"

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-dismissals.h"
#include "bul-span.h"
#include "desk-finding-card.h"

/* Who has this many to mend does not read on, and each card takes room. */
#define MOST_CARDS 200

struct _DeskFindingsPane
{
  DeskPane parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  GtkWidget *next;
  GtkScrolledWindow *scroller;
  GtkListBox *cards;
  GtkLabel *more;
  GtkToggleButton *dismissed_toggle;
  GtkListBox *dismissed_cards;

  GSignalGroup *signals; /* of the document's findings */
  char *author;
  guint current;  /* number of the card with the ring; 0: none */
  int focus_card; /* that is to have the focus once the cards are shown anew, or -1 */
};

enum
{
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is to be done once the syllable that is being composed is in the text. */
typedef struct
{
  DeskFindingsPane *pane;
  char *block;
  char *code;
  char *repaired; /* the line is to read so; NULL: it is to be dismissed, or shown again */
  gboolean dismissed;
} Deed;

G_DEFINE_FINAL_TYPE (DeskFindingsPane, desk_findings_pane, DESK_TYPE_PANE)

static DeskFindingCard *
get_card (GtkListBox *cards, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (cards, i);

  return row == NULL ? NULL : DESK_FINDING_CARD (row);
}

static void
mark_current (DeskFindingsPane *self)
{
  DeskFindingCard *card;

  for (guint i = 0; (card = get_card (self->cards, i)) != NULL; i++)
    desk_finding_card_set_current (card, i + 1 == self->current);
}

/* Selects the words that are meant; what is odd about all of a line has the caret at its start. */
static void
show_words (DeskFindingsPane *self, const char *block, BulRange range)
{
  DeskView *view = desk_pane_find_view (DESK_PANE (self), block);
  g_autoptr (BulRecord) span = NULL;

  if (view == NULL || block == NULL)
    return;
  if (range.start >= range.end)
    {
      desk_view_show_place (view, block, range.start);
      return;
    }
  span = (BulRecord *) bul_span_new (block, range.start, range.end, "");
  desk_view_show_span (view, (const BulSpan *) span);
}

static void
go_to (DeskFindingsPane *self, DeskFindingCard *card)
{
  const char *block = desk_finding_card_get_block (card);
  DeskView *view = desk_pane_find_view (DESK_PANE (self), block);

  if (view == NULL || block == NULL)
    return;
  show_words (self, block, desk_finding_card_get_range (card));
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
row_activated_cb (DeskFindingsPane *self, GtkListBoxRow *row)
{
  if (gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->cards))
    desk_findings_pane_select (self, gtk_list_box_row_get_index (row) + 1);
  go_to (self, DESK_FINDING_CARD (row));
}

static void
repair_line (BulHistory *history, const char *block, const char *text)
{
  guint position;
  const BulScript *script
      = bul_story_find_block (bul_history_get_story (history), block, &position);
  const BulBlock *line = script == NULL ? NULL : script->blocks->pdata[position];

  if (line == NULL)
    return;
  bul_history_begin (history, _ ("Repair"));
  bul_history_replace (history, block, 0, bul_chars_count (line->text), text, NULL);
  bul_history_end (history);
}

static void
committed_cb (DeskView *view, gpointer data)
{
  Deed *deed = data;
  DeskDocument *document = desk_pane_get_document (DESK_PANE (deed->pane));
  BulHistory *history = document == NULL ? NULL : desk_document_get_history (document);

  /* What is refused is of a line that is gone: it will not be found again. */
  if (history != NULL && deed->repaired != NULL)
    repair_line (history, deed->block, deed->repaired);
  else if (history != NULL && deed->dismissed)
    bul_dismissals_remove (history, deed->block, deed->code, NULL);
  else if (history != NULL
           && bul_dismissals_add (history, deed->block, deed->code, deed->pane->author, NULL))
    g_signal_emit (deed->pane, signals[DISMISSED], 0);
  g_object_unref (deed->pane);
  g_free (deed->block);
  g_free (deed->code);
  g_free (deed->repaired);
  g_free (deed);
}

/* @repaired: (nullable): see Deed */
static void
do_deed (DeskFindingsPane *self, DeskFindingCard *card, const char *repaired)
{
  DeskView *view = desk_pane_get_view (DESK_PANE (self));
  Deed *deed;

  if (view == NULL)
    return;
  if (gtk_widget_get_parent (GTK_WIDGET (card)) == GTK_WIDGET (self->cards))
    self->focus_card = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  deed = g_new (Deed, 1);
  deed->pane = g_object_ref (self);
  deed->block = g_strdup (desk_finding_card_get_block (card));
  deed->code = g_strdup (desk_finding_card_get_code (card));
  deed->repaired = g_strdup (repaired);
  deed->dismissed = desk_finding_card_get_dismissed (card);
  desk_view_commit (view, committed_cb, deed);
}

static void
dismiss_cb (DeskFindingCard *card, DeskFindingsPane *self)
{
  do_deed (self, card, NULL);
}

static void
repair_cb (DeskFindingCard *card, DeskFindingsPane *self)
{
  do_deed (self, card, desk_finding_card_get_repaired (card));
}

static gboolean
key_pressed_cb (DeskFindingsPane *self, guint keyval)
{
  GtkWidget *focus = GTK_WIDGET (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  GtkWidget *card = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, DESK_TYPE_FINDING_CARD);

  if ((keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete) || card == NULL
      || desk_finding_card_get_dismissed (DESK_FINDING_CARD (card)))
    return GDK_EVENT_PROPAGATE;
  do_deed (self, DESK_FINDING_CARD (card), NULL);
  return GDK_EVENT_STOP;
}

static void
show_cards (DeskFindingsPane *self,
            GtkListBox *cards,
            const BulStory *story,
            const GPtrArray *findings)
{
  guint n_cards = findings == NULL ? 0 : MIN (findings->len, MOST_CARDS);

  desk_pane_set_n_cards (cards, n_cards, desk_finding_card_new);
  for (guint i = 0; i < n_cards; i++)
    {
      DeskFindingCard *card = get_card (cards, i);

      if (g_signal_handler_find (card, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, dismiss_cb, NULL) == 0)
        {
          g_signal_connect (card, "dismiss", G_CALLBACK (dismiss_cb), self);
          g_signal_connect (card, "repair", G_CALLBACK (repair_cb), self);
        }
      desk_finding_card_show (card, story, findings->pdata[i], cards == self->cards ? i + 1 : 0);
    }
}

static void
show_summary (DeskFindingsPane *self, guint n_open)
{
  g_autofree char *words = NULL;
  g_autofree char *more = NULL;

  if (n_open == 0)
    words = g_strdup (_ ("Nothing open"));
  else
    words = g_strdup_printf (
        ngettext ("%u finding · nothing stops you", "%u findings · nothing stops you", n_open),
        n_open);
  gtk_label_set_label (self->summary, words);
  gtk_widget_set_visible (self->next, n_open > 0);

  more = g_strdup_printf (ngettext ("%u more is not listed until some of these are done.",
                                    "%u more are not listed until some of these are done.",
                                    n_open > MOST_CARDS ? n_open - MOST_CARDS : 0),
                          n_open > MOST_CARDS ? n_open - MOST_CARDS : 0);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_open > MOST_CARDS);
}

static void
show_dismissed (DeskFindingsPane *self, guint n_dismissed)
{
  g_autofree char *words
      = g_strdup_printf (ngettext ("%u dismissed", "%u dismissed", n_dismissed), n_dismissed);

  gtk_button_set_label (GTK_BUTTON (self->dismissed_toggle), words);
  gtk_widget_set_visible (GTK_WIDGET (self->dismissed_toggle), n_dismissed > 0);
  if (n_dismissed == 0)
    gtk_toggle_button_set_active (self->dismissed_toggle, FALSE);
}

/* After a card was dismissed the next one has the focus, so that one key goes through all. */
static void
restore_focus (DeskFindingsPane *self, guint n_cards)
{
  int card = MIN (self->focus_card, (int) n_cards - 1);

  if (self->focus_card < 0)
    return;
  self->focus_card = -1;
  if (card >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_card (self->cards, card)));
  else if (desk_pane_get_view (DESK_PANE (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (desk_pane_get_view (DESK_PANE (self))));
}

static void
desk_findings_pane_refresh (DeskPane *pane, const BulStory *story)
{
  DeskFindingsPane *self = DESK_FINDINGS_PANE (pane);
  DeskDocument *document = desk_pane_get_document (pane);
  DeskFindings *findings = document == NULL ? NULL : desk_document_get_findings (document);
  const GPtrArray *open = findings == NULL ? NULL : desk_findings_get_open (findings);
  const GPtrArray *dismissed = findings == NULL ? NULL : desk_findings_get_dismissed (findings);
  guint n_open = open == NULL ? 0 : open->len;
  guint n_dismissed = dismissed == NULL ? 0 : dismissed->len;

  g_signal_group_set_target (self->signals, findings);
  show_summary (self, n_open);
  show_dismissed (self, n_dismissed);
  show_cards (self, self->cards, story, open);
  show_cards (self, self->dismissed_cards, story, dismissed);
  mark_current (self);
  gtk_stack_set_visible_child_name (self->stack, n_open + n_dismissed > 0 ? "cards" : "empty");
  restore_focus (self, n_open);
}

static void
findings_changed_cb (DeskFindingsPane *self)
{
  self->current = 0;
  desk_pane_queue_refresh (DESK_PANE (self));
}

static void
dismissed_toggled_cb (DeskFindingsPane *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->dismissed_toggle),
                               GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_toggle_button_get_active (self->dismissed_toggle), -1);
}

static void
desk_findings_pane_dispose (GObject *object)
{
  DeskFindingsPane *self = DESK_FINDINGS_PANE (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (desk_findings_pane_parent_class)->dispose (object);
}

static void
desk_findings_pane_class_init (DeskFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_findings_pane_dispose;
  DESK_PANE_CLASS (klass)->refresh = desk_findings_pane_refresh;

  signals[DISMISSED] = g_signal_new ("dismissed", DESK_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, next);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, cards);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, more);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, dismissed_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingsPane, dismissed_cards);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_toggled_cb);
}

static void
desk_findings_pane_init (DeskFindingsPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->focus_card = -1;
  self->signals = g_signal_group_new (DESK_TYPE_FINDINGS);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (findings_changed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
desk_findings_pane_set_author (DeskFindingsPane *self, const char *author)
{
  g_return_if_fail (DESK_IS_FINDINGS_PANE (self));

  g_free (self->author);
  self->author = g_strdup (author);
}

/* Brings a card into sight without giving it the focus. */
static void
scroll_to (DeskFindingsPane *self, DeskFindingCard *card)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->cards));
  double y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (card), content, 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (card)));
}

void
desk_findings_pane_select (DeskFindingsPane *self, guint number)
{
  DeskFindingCard *card;

  g_return_if_fail (DESK_IS_FINDINGS_PANE (self));

  self->current = number;
  mark_current (self);
  card = number == 0 ? NULL : get_card (self->cards, number - 1);
  if (card != NULL)
    scroll_to (self, card);
}

/* The keys go with what is shown, where they were in the other language's script. */
static void
follow_words (DeskFindingsPane *self, const char *block)
{
  DeskView *view = desk_pane_find_view (DESK_PANE (self), block);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (view != NULL && DESK_IS_VIEW (focus) && focus != GTK_WIDGET (view))
    gtk_widget_grab_focus (GTK_WIDGET (view));
}

void
desk_findings_pane_show (DeskFindingsPane *self, guint number)
{
  DeskDocument *document;
  const GPtrArray *open;
  const BulFinding *finding;

  g_return_if_fail (DESK_IS_FINDINGS_PANE (self));

  document = desk_pane_get_document (DESK_PANE (self));
  open = document == NULL ? NULL : desk_findings_get_open (desk_document_get_findings (document));
  if (open == NULL || number == 0 || number > open->len)
    return;
  finding = open->pdata[number - 1];
  desk_findings_pane_select (self, number);
  show_words (self, finding->block, finding->range);
  follow_words (self, finding->block);
}
