/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-hits.h"

#include "desk-found-row.h"
#include "desk-list-focus.h"
#include "desk-no-hits.h"

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)

struct _DeskHits
{
  AdwBin parent_instance;

  GtkStack *pages;
  GtkListView *view;
  DeskNoHits *no_hits;
  AdwStatusPage *failed;

  DeskFoundList *list;
  GtkSingleSelection *selection;
  gint64 again; /* docid to be chosen when found once more, or 0 */
};

enum
{
  CHOSEN,
  OPENED,
  REMOVED,
  RETRIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskHits, desk_hits, ADW_TYPE_BIN)

static void
scroll_to (DeskHits *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static guint
find_position (DeskHits *self, gint64 docid)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->list)), 50);

  for (guint i = 0; docid != 0 && i < n; i++)
    {
      g_autoptr (DeskFound) found = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (desk_found_get_docid (found) == docid)
        return i;
    }
  return 0;
}

static void
selected_cb (DeskHits *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (DeskHits *self, guint position)
{
  g_autoptr (DeskFound) found = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (found != NULL)
    g_signal_emit (self, signals[OPENED], 0, found);
}

static gboolean
list_key_cb (DeskHits *self, guint keyval, guint code, GdkModifierType state)
{
  DeskFound *chosen = desk_hits_get_chosen (self);

  if (keyval == GDK_KEY_a && (state & MODIFIERS) == GDK_CONTROL_MASK)
    {
      desk_found_list_tick_all (self->list);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_space || (state & MODIFIERS) != 0 || chosen == NULL)
    return GDK_EVENT_PROPAGATE;
  desk_found_set_ticked (chosen, !desk_found_get_ticked (chosen));
  return GDK_EVENT_STOP;
}

static void
removed_cb (DeskHits *self, guint start, guint end)
{
  g_signal_emit (self, signals[REMOVED], 0, start, end);
}

static void
retried_cb (DeskHits *self)
{
  g_signal_emit (self, signals[RETRIED], 0);
}

static void
desk_hits_dispose (GObject *object)
{
  DeskHits *self = DESK_HITS (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (desk_hits_parent_class)->dispose (object);
}

static void
desk_hits_class_init (DeskHitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_hits_dispose;
  g_type_ensure (DESK_TYPE_NO_HITS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-hits.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskHits, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskHits, view);
  gtk_widget_class_bind_template_child (widget_class, DeskHits, no_hits);
  gtk_widget_class_bind_template_child (widget_class, DeskHits, failed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retried_cb);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_HITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_HITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DESK_TYPE_FOUND);
  signals[REMOVED] = g_signal_new ("removed", DESK_TYPE_HITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[RETRIED] = g_signal_new ("retried", DESK_TYPE_HITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_hits_init (DeskHits *self)
{
  g_autoptr (GtkListItemFactory) factory = desk_found_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = desk_found_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
}

DeskFoundList *
desk_hits_get_list (DeskHits *self)
{
  g_return_val_if_fail (DESK_IS_HITS (self), NULL);

  return self->list;
}

void
desk_hits_show (DeskHits *self, DeskAsker *asker)
{
  guint n;

  g_return_if_fail (DESK_IS_HITS (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gtk_stack_set_visible_child_name (self->pages, n == 0 ? "nothing" : "found");
  if (n == 0)
    desk_no_hits_show (self->no_hits, desk_asker_get_finder (asker),
                       desk_asker_get_question (asker), desk_asker_get_cancellable (asker));
  gtk_single_selection_set_selected (self->selection, n == 0 ? GTK_INVALID_LIST_POSITION
                                                             : find_position (self, self->again));
  if (n > 0)
    scroll_to (self, gtk_single_selection_get_selected (self->selection));
  self->again = 0;
}

void
desk_hits_show_failed (DeskHits *self, const char *why)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (DESK_IS_HITS (self) && why != NULL);

  escaped = g_markup_escape_text (why, -1);
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

void
desk_hits_set_old (DeskHits *self, gboolean is_old)
{
  g_return_if_fail (DESK_IS_HITS (self));

  if (is_old)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "old");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "old");
}

DeskFound *
desk_hits_get_chosen (DeskHits *self)
{
  g_return_val_if_fail (DESK_IS_HITS (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

void
desk_hits_keep_chosen (DeskHits *self)
{
  DeskFound *chosen;

  g_return_if_fail (DESK_IS_HITS (self));

  chosen = desk_hits_get_chosen (self);
  self->again = chosen == NULL ? 0 : desk_found_get_docid (chosen);
}

void
desk_hits_open_chosen (DeskHits *self)
{
  DeskFound *chosen;

  g_return_if_fail (DESK_IS_HITS (self));

  chosen = desk_hits_get_chosen (self);
  if (chosen != NULL)
    g_signal_emit (self, signals[OPENED], 0, chosen);
}

void
desk_hits_move (DeskHits *self, int by)
{
  gboolean has_focus;
  int n;
  guint selected;
  int from;

  g_return_if_fail (DESK_IS_HITS (self));

  n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n == 0)
    return;
  selected = gtk_single_selection_get_selected (self->selection);
  from = selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected;
  has_focus = desk_list_has_focus (self->view);
  gtk_single_selection_set_selected (self->selection, (guint) CLAMP (from + by, 0, n - 1));
  scroll_to (self, gtk_single_selection_get_selected (self->selection));
  if (has_focus)
    desk_list_focus_chosen (self->view);
}

void
desk_hits_focus (DeskHits *self)
{
  g_return_if_fail (DESK_IS_HITS (self));

  desk_list_focus_chosen (self->view);
}
