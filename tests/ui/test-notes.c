/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "desk-facts-card.h"
#include "desk-history-pane.h"
#include "desk-revision-card.h"
#include "desk-view.h"
#include "shell-fixture.h"

static const BulStory *
get_story (Fixture *fixture)
{
  return bul_history_get_story (get_history (fixture));
}

static const BulBlock *
get_block (Fixture *fixture, guint i)
{
  return bul_story_get_script (get_story (fixture))->blocks->pdata[i];
}

/* Shows a pane by its key, and waits until it shows the story. */
static gpointer
show_pane (Fixture *fixture, const char *action, GType type)
{
  GtkWidget *pane = find (fixture->window, type, 0);

  press (fixture, action);
  wait_until (gtk_widget_get_mapped (pane));
  return pane;
}

static void
type_at_start (Fixture *fixture, guint line, const char *text)
{
  g_autoptr (GError) error = NULL;

  bul_history_replace (get_history (fixture), get_block (fixture, line)->key, 0, 0, text, &error);
  g_assert_no_error (error);
}

static void
save (Fixture *fixture)
{
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);
}

/* What is typed into an entry, and Enter. */
static void
enter (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* The facts of a story are put right in the pane; each is one undo. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *facts;

  open_sample (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  facts = find (pane, DESK_TYPE_FACTS_CARD, 0);
  wait_until (*gtk_editable_get_text (find (facts, GTK_TYPE_ENTRY, 0)) != '\0');
  g_assert_cmpstr (gtk_editable_get_text (find (facts, GTK_TYPE_ENTRY, 0)), ==,
                   bul_story_get_headline (get_story (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (facts, GTK_TYPE_ENTRY, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Slug");

  enter (find (facts, GTK_TYPE_ENTRY, 1), "ferry");
  wait_until (g_strcmp0 (get_story (fixture)->slug, "ferry") == 0);
  enter (find (facts, GTK_TYPE_ENTRY, 3), "2026. 3. 18.");
  wait_until (g_strcmp0 (get_story (fixture)->bulletin_date, "2026-03-18") == 0);
  press (fixture, "win.undo");
  wait_until (get_story (fixture)->bulletin_date == NULL);
  g_assert_cmpstr (get_story (fixture)->slug, ==, "ferry");
}

/* What is no day is not taken, and it is said why. */
static void
test_no_day (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *facts;
  GtkWidget *refusal;

  open_sample (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  facts = find (pane, DESK_TYPE_FACTS_CARD, 0);
  refusal = gtk_widget_get_last_child (facts);
  wait_until (!gtk_widget_get_visible (refusal));
  enter (find (facts, GTK_TYPE_ENTRY, 3), "yesterday");
  wait_until (gtk_widget_get_visible (refusal));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (refusal)), "yesterday"));
  g_assert_null (get_story (fixture)->bulletin_date);
}

/* The day that the page gives is confirmed by a button, which then has nothing more to say. */
static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *confirm;

  open_sample (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  confirm = find (find (pane, DESK_TYPE_FACTS_CARD, 0), GTK_TYPE_BUTTON, 0);
  wait_until (gtk_widget_get_mapped (confirm));
  g_signal_emit_by_name (confirm, "clicked");
  wait_until (g_strcmp0 (get_story (fixture)->bulletin_date, "2026-03-18") == 0);
  wait_until (!gtk_widget_get_mapped (confirm));
}

static DeskRevisionCard *
find_revision (DeskHistoryPane *pane, guint skip)
{
  wait_until (has (pane, DESK_TYPE_REVISION_CARD, skip));
  return find (pane, DESK_TYPE_REVISION_CARD, skip);
}

/* An older revision is made the story again in one step, which one undo takes back. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  DeskHistoryPane *pane;

  open_sample (fixture);
  before = g_strdup (get_block (fixture, 1)->text);
  type_at_start (fixture, 1, "Update: ");
  save (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  wait_until (desk_revision_card_get_number (find_revision (pane, 0)) == 2);
  g_assert_cmpuint (desk_revision_card_get_number (find_revision (pane, 1)), ==, 1);

  g_signal_emit_by_name (find_revision (pane, 1), "restore");
  wait_until (strcmp (get_block (fixture, 1)->text, before) == 0);
  g_assert_true (has (fixture->window, ADW_TYPE_TOAST_OVERLAY, 0));
  press (fixture, "win.undo");
  wait_until (g_str_has_prefix (get_block (fixture, 1)->text, "Update: "));
  g_assert_cmpuint (get_story (fixture)->revisions->len, ==, 2);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* A revision is shown beside the story as it is, and may be taken from there. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  DeskHistoryPane *pane;

  open_sample (fixture);
  before = g_strdup (get_block (fixture, 1)->text);
  type_at_start (fixture, 1, "Update: ");
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  g_signal_emit_by_name (find_revision (pane, 0), "compare");
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (find_dialog ())), ==,
                   "Revision 1 and Now");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "restore");
  wait_until (strcmp (get_block (fixture, 1)->text, before) == 0);
  gtk_window_close (find_dialog ());
  wait_until (find_dialog () == NULL);
}

/* The card that is chosen offers its buttons; the story as it was saved last offers none. */
static void
test_choose_revision (Fixture *fixture, gconstpointer data)
{
  DeskHistoryPane *pane;
  GtkWidget *row;

  open_sample (fixture);
  type_at_start (fixture, 1, "Update: ");
  save (fixture);
  pane = show_pane (fixture, "win.show-history", DESK_TYPE_HISTORY_PANE);
  wait_until (desk_revision_card_get_number (find_revision (pane, 0)) == 2);
  row = GTK_WIDGET (find_revision (pane, 1));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  wait_until (gtk_widget_get_mapped (find (row, GTK_TYPE_BUTTON, 0)));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  row = GTK_WIDGET (find_revision (pane, 0));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_false (gtk_widget_get_mapped (find (row, GTK_TYPE_BUTTON, 0)));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/history/facts", test_facts);
  add ("/history/no-day", test_no_day);
  add ("/history/confirm", test_confirm);
  add ("/history/restore", test_restore);
  add ("/history/compare", test_compare);
  add ("/history/choose", test_choose_revision);

  return run_with_application ();
}
