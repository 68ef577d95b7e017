/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-history-pane.h"

#include <glib/gi18n.h>

#include "bul-facts.h"
#include "bul-restorer.h"
#include "desk-facts-card.h"
#include "desk-revision-card.h"

/* Who looks for an older one asks the command. */
#define MOST_CARDS 200

struct _DeskHistoryPane
{
  DeskPane parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  DeskFactsCard *facts;
  GtkListBox *cards;
  GtkWidget *none;
  GtkLabel *more;

  guint current; /* number of the revision that offers its buttons, or 0 */
};

enum
{
  COMPARE,
  RESTORED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is to be done once the syllable that is being composed is in the text. */
typedef struct
{
  DeskHistoryPane *pane;
  DeskDocument *document; /* that it was said of */
  DeskFact fact;
  char *value;
  guint number; /* of the revision to restore; 0: the fact is to be set */
} Deed;

G_DEFINE_FINAL_TYPE (DeskHistoryPane, desk_history_pane, DESK_TYPE_PANE)

static gboolean (*const setters[N_DESK_FACTS]) (BulHistory *history,
                                                const char *value,
                                                GError **error)
    = {
        [DESK_FACT_HEADLINE] = bul_facts_set_headline,
        [DESK_FACT_SLUG] = bul_facts_set_slug,
        [DESK_FACT_PROGRAMME] = bul_facts_set_programme,
        [DESK_FACT_DATE] = bul_facts_set_bulletin_date,
        [DESK_FACT_LANGUAGE] = bul_facts_set_language,
      };

static void
set_fact (Deed *deed)
{
  g_autoptr (GError) error = NULL;
  gboolean done
      = setters[deed->fact](desk_document_get_history (deed->document), deed->value, &error);

  desk_facts_card_tell (deed->pane->facts, done ? NULL : error->message);
}

static void
restore (Deed *deed)
{
  BulHistory *history = desk_document_get_history (deed->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) past = bul_history_make_past (history, deed->number, &error);
  g_autofree char *what = g_strdup_printf (_ ("Restore revision %u"), deed->number);

  if (past != NULL && bul_restorer_take (history, past, NULL, what, &error))
    g_signal_emit (deed->pane, signals[RESTORED], 0, deed->number);
  else
    g_signal_emit (deed->pane, signals[FAILED], 0, error->message);
}

static void
committed_cb (DeskView *view, gpointer data)
{
  Deed *deed = data;

  if (deed->number == 0)
    set_fact (deed);
  else
    restore (deed);
  g_object_unref (deed->pane);
  g_object_unref (deed->document);
  g_free (deed->value);
  g_free (deed);
}

static Deed *
deed_new (DeskHistoryPane *self)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->pane = g_object_ref (self);
  deed->document = g_object_ref (desk_pane_get_document (DESK_PANE (self)));
  return deed;
}

static gboolean
can_do (DeskHistoryPane *self)
{
  return desk_pane_get_document (DESK_PANE (self)) != NULL
         && desk_pane_get_view (DESK_PANE (self)) != NULL;
}

static void
said_cb (DeskHistoryPane *self, guint fact, const char *value)
{
  Deed *deed;

  if (!can_do (self))
    return;
  deed = deed_new (self);
  deed->fact = fact;
  deed->value = g_strdup (value);
  desk_view_commit (desk_pane_get_view (DESK_PANE (self)), committed_cb, deed);
}

static void
compare_cb (DeskRevisionCard *card, DeskHistoryPane *self)
{
  g_signal_emit (self, signals[COMPARE], 0, desk_revision_card_get_number (card));
}

static void
restore_cb (DeskRevisionCard *card, DeskHistoryPane *self)
{
  desk_history_pane_restore (self, desk_revision_card_get_number (card));
}

static DeskRevisionCard *
get_card (DeskHistoryPane *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->cards, (int) i);

  return row == NULL ? NULL : DESK_REVISION_CARD (row);
}

static void
mark_current (DeskHistoryPane *self)
{
  DeskRevisionCard *card;

  for (guint i = 0; (card = get_card (self, i)) != NULL; i++)
    desk_revision_card_set_current (card, desk_revision_card_get_number (card) == self->current);
}

/* The one that offers its buttons hides them again. */
static void
row_activated_cb (DeskHistoryPane *self, GtkListBoxRow *row)
{
  guint number = desk_revision_card_get_number (DESK_REVISION_CARD (row));

  self->current = number == self->current ? 0 : number;
  mark_current (self);
}

static void
show_revisions (DeskHistoryPane *self, const GPtrArray *revisions, gboolean is_modified)
{
  guint n_cards = MIN (revisions->len, MOST_CARDS);

  desk_pane_set_n_cards (self->cards, n_cards, desk_revision_card_new);
  for (guint i = 0; i < n_cards; i++)
    {
      DeskRevisionCard *card = get_card (self, i);

      if (g_signal_handler_find (card, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, compare_cb, NULL) == 0)
        {
          g_signal_connect (card, "compare", G_CALLBACK (compare_cb), self);
          g_signal_connect (card, "restore", G_CALLBACK (restore_cb), self);
        }
      desk_revision_card_show (card, revisions->pdata[revisions->len - 1 - i],
                               i == 0 && !is_modified);
    }
  mark_current (self);
}

static void
show_counts (DeskHistoryPane *self, guint n_revisions, gboolean is_modified)
{
  guint n_more = n_revisions > MOST_CARDS ? n_revisions - MOST_CARDS : 0;
  g_autofree char *kept = g_strdup_printf (
      ngettext ("%u revision, kept", "%u revisions, every one kept", n_revisions), n_revisions);
  g_autofree char *words
      = is_modified ? g_strdup_printf (_ ("%s · edits since"), kept) : g_strdup (kept);
  g_autofree char *more
      = g_strdup_printf (ngettext ("%u older one is kept; the command shows it.",
                                   "%u older ones are kept; the command shows them.", n_more),
                         n_more);

  gtk_label_set_label (self->summary, words);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_widget_set_visible (self->none, n_revisions == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), n_revisions > 0);
}

static void
desk_history_pane_refresh (DeskPane *pane, const BulStory *story)
{
  DeskHistoryPane *self = DESK_HISTORY_PANE (pane);
  gboolean is_modified;

  gtk_stack_set_visible_child_name (self->stack, story == NULL ? "empty" : "cards");
  if (story == NULL)
    return;
  is_modified = desk_document_get_modified (desk_pane_get_document (pane));
  desk_facts_card_show (self->facts, story);
  show_revisions (self, story->revisions, is_modified);
  show_counts (self, story->revisions->len, is_modified);
}

static void
desk_history_pane_class_init (DeskHistoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DESK_PANE_CLASS (klass)->refresh = desk_history_pane_refresh;

  signals[COMPARE] = g_signal_new ("compare", DESK_TYPE_HISTORY_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[RESTORED] = g_signal_new ("restored", DESK_TYPE_HISTORY_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_HISTORY_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (DESK_TYPE_FACTS_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-history-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskHistoryPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskHistoryPane, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskHistoryPane, facts);
  gtk_widget_class_bind_template_child (widget_class, DeskHistoryPane, cards);
  gtk_widget_class_bind_template_child (widget_class, DeskHistoryPane, none);
  gtk_widget_class_bind_template_child (widget_class, DeskHistoryPane, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, said_cb);
}

static void
desk_history_pane_init (DeskHistoryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_history_pane_restore (DeskHistoryPane *self, guint number)
{
  Deed *deed;

  g_return_if_fail (DESK_IS_HISTORY_PANE (self) && number > 0);

  if (!can_do (self))
    return;
  deed = deed_new (self);
  deed->number = number;
  desk_view_commit (desk_pane_get_view (DESK_PANE (self)), committed_cb, deed);
}
