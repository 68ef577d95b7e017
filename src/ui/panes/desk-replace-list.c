/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-replace-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bul-replacer.h"
#include "desk-replace-item.h"
#include "desk-replace-row.h"

/* Microseconds that a slice of the work may take: a frame has four times as much. */
#define SLICE 4000

struct _DeskReplaceList
{
  GtkBox parent_instance;

  GtkListView *rows;
  GtkLabel *summary;
  GtkWidget *all;
  GtkWidget *none;
  GtkButton *apply;

  GListStore *items;
  GtkSingleSelection *selection;
  DeskView *view;     /* weak; NULL: nothing is listed */
  DeskSearch *search; /* weak */
  char *with;
  guint next_line; /* the first that was not listed yet */
  guint slice_id;
  gboolean wants_apply; /* once all is listed */
  guint n_ticked;
  guint n_quotes;
  GHashTable *unticked; /* names of places, see dup_place() */
  char *problem;        /* why there is nothing to list, or why it was not replaced */
  gboolean is_filling;
};

enum
{
  REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskReplaceList, desk_replace_list, GTK_TYPE_BOX)

static DeskReplaceItem *
get_item (DeskReplaceList *self, guint position)
{
  g_autoptr (DeskReplaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  /* The list holds it. */
  return item;
}

static guint
count_items (DeskReplaceList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* By what a place is known again after the line was edited somewhere else. */
static char *
dup_place (const BulReplacement *replacement)
{
  return g_strdup_printf ("%s:%u:%s", replacement->block, replacement->range.start,
                          replacement->before);
}

static char *
dup_summary (DeskReplaceList *self)
{
  guint n_items = count_items (self);
  g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", n_items), n_items);
  g_autofree char *ticked = g_strdup_printf (_ ("%u ticked"), self->n_ticked);
  g_autofree char *quotes = g_strdup_printf (
      ngettext ("%u in somebody's words", "%u in somebody's words", self->n_quotes),
      self->n_quotes);

  if (self->problem != NULL)
    return g_strdup (self->problem);
  if (self->slice_id != 0)
    return g_strdup (_ ("Looking…"));
  if (n_items == 0)
    return g_strdup (_ ("Nothing would change."));
  return self->n_quotes == 0 ? g_strjoin (" · ", places, ticked, NULL)
                             : g_strjoin (" · ", places, ticked, quotes, NULL);
}

static void
show_summary (DeskReplaceList *self)
{
  g_autofree char *summary = dup_summary (self);
  g_autofree char *label
      = g_strdup_printf (ngettext ("Replace %u", "Replace %u", self->n_ticked), self->n_ticked);

  gtk_label_set_label (self->summary, summary);
  gtk_button_set_label (self->apply, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), self->n_ticked > 0 && self->slice_id == 0);
  gtk_widget_set_sensitive (self->all, self->n_ticked < count_items (self));
  gtk_widget_set_sensitive (self->none, self->n_ticked > 0);
}

static void
ticked_cb (DeskReplaceList *self, GParamSpec *pspec, DeskReplaceItem *item)
{
  if (desk_replace_item_get_ticked (item))
    self->n_ticked++;
  else
    self->n_ticked--;
  if (!self->is_filling)
    show_summary (self);
}

static void
add_item (DeskReplaceList *self, BulReplacement *replacement)
{
  g_autoptr (DeskReplaceItem) item = desk_replace_item_new (replacement);
  g_autofree char *place = dup_place (replacement);

  self->n_ticked++;
  self->n_quotes += replacement->in_quote;
  g_signal_connect_object (item, "notify::ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  if (g_hash_table_contains (self->unticked, place))
    desk_replace_item_set_ticked (item, FALSE);
  g_list_store_append (self->items, item);
}

static void
set_problem (DeskReplaceList *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

/* FALSE: it cannot be done. */
static gboolean
list_line (DeskReplaceList *self, const BulScript *script, guint line)
{
  g_autoptr (GPtrArray) found = NULL;

  if (desk_search_get_n_hits_in_line (self->search, line) == 0)
    return TRUE;
  found = bul_replacer_list_in_block (desk_search_get_finder (self->search), script, line,
                                      self->with, NULL);
  if (found == NULL)
    {
      set_problem (self, _ ("This cannot replace it: a line would be two, or it takes too long."));
      return FALSE;
    }
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    add_item (self, found->pdata[i]);
  return TRUE;
}

static const BulScript *
get_script (DeskReplaceList *self)
{
  DeskBuffer *buffer = self->view == NULL ? NULL : desk_view_get_buffer (self->view);

  return buffer == NULL ? NULL : desk_buffer_get_script (buffer);
}

/* Returns: whether there is more to list. */
static gboolean
run_slice (DeskReplaceList *self)
{
  const BulScript *script = get_script (self);
  gint64 end = g_get_monotonic_time () + SLICE;

  if (script == NULL || desk_search_get_finder (self->search) == NULL)
    return FALSE;
  self->is_filling = TRUE;
  for (; self->next_line < script->blocks->len; self->next_line++)
    if (g_get_monotonic_time () > end || !list_line (self, script, self->next_line))
      break;
  self->is_filling = FALSE;
  return self->next_line < script->blocks->len && self->problem == NULL;
}

/* All is listed: what was asked for meanwhile is done. */
static void
settle (DeskReplaceList *self)
{
  gboolean wanted = self->wants_apply;

  self->wants_apply = FALSE;
  if (wanted)
    desk_replace_list_apply (self);
}

static gboolean
slice_cb (gpointer data)
{
  DeskReplaceList *self = data;
  gboolean has_more = run_slice (self);

  if (!has_more)
    self->slice_id = 0;
  show_summary (self);
  if (!has_more)
    settle (self);
  return has_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
clear (DeskReplaceList *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_list_store_remove_all (self->items);
  self->n_ticked = 0;
  self->n_quotes = 0;
  self->next_line = 0;
  set_problem (self, NULL);
}

static void
fill (DeskReplaceList *self)
{
  BulFinder *finder = desk_search_get_finder (self->search);

  clear (self);
  if (finder == NULL)
    return;
  bul_finder_rest (finder);
  if (!bul_pattern_check_replacement (bul_finder_get_pattern (finder), self->with, NULL))
    set_problem (self, _ ("After \\ stands the number of a group."));
  else if (run_slice (self))
    self->slice_id = g_idle_add (slice_cb, self);
  show_summary (self);
  if (self->slice_id == 0)
    settle (self);
}

static gboolean
has_focus (DeskReplaceList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows));
}

static void
focus_on (DeskReplaceList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->rows), "list.scroll-to-item", "u", position);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows));
}

static void
remember_unticked (DeskReplaceList *self)
{
  g_hash_table_remove_all (self->unticked);
  for (guint i = 0; i < count_items (self); i++)
    if (!desk_replace_item_get_ticked (get_item (self, i)))
      g_hash_table_add (self->unticked, dup_place (desk_replace_item_get (get_item (self, i))));
}

/* Lists anew; the hands stay where they are. */
static void
refill (DeskReplaceList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  gboolean had_focus = has_focus (self);

  remember_unticked (self);
  fill (self);
  if (selected >= count_items (self))
    return;
  gtk_single_selection_set_selected (self->selection, selected);
  if (had_focus)
    focus_on (self, selected);
}

void
desk_replace_list_refresh (DeskReplaceList *self)
{
  g_return_if_fail (DESK_IS_REPLACE_LIST (self));

  if (self->view != NULL && self->search != NULL && desk_search_is_done (self->search))
    refill (self);
}

/* The place is shown in the script, while the hands stay in the list. */
static void
selected_cb (DeskReplaceList *self)
{
  DeskReplaceItem *item = gtk_single_selection_get_selected_item (self->selection);
  const BulReplacement *replacement = item == NULL ? NULL : desk_replace_item_get (item);

  if (replacement != NULL && self->view != NULL && !self->is_filling)
    desk_view_show_place (self->view, replacement->block, replacement->words.start);
}

static void
tick_every (DeskReplaceList *self, gboolean ticked)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < count_items (self); i++)
    desk_replace_item_set_ticked (get_item (self, i), ticked);
  self->is_filling = FALSE;
  show_summary (self);
}

static void
all_cb (DeskReplaceList *self)
{
  tick_every (self, TRUE);
}

static void
none_cb (DeskReplaceList *self)
{
  tick_every (self, FALSE);
}

static gboolean
toggle_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  DeskReplaceList *self = data;
  DeskReplaceItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    desk_replace_item_set_ticked (item, !desk_replace_item_get_ticked (item));
  return GDK_EVENT_STOP;
}

/* Asked before the list, which would take the blank for itself. */
static void
add_keys (DeskReplaceList *self)
{
  static const guint keyvals[] = { GDK_KEY_space, GDK_KEY_KP_Space };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keyvals[i], 0),
                          gtk_callback_action_new (toggle_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->rows), controller);
}

static void
desk_replace_list_dispose (GObject *object)
{
  DeskReplaceList *self = DESK_REPLACE_LIST (object);

  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->search);
  g_clear_pointer (&self->with, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->unticked, g_hash_table_unref);

  G_OBJECT_CLASS (desk_replace_list_parent_class)->dispose (object);
}

static void
desk_replace_list_class_init (DeskReplaceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_replace_list_dispose;

  signals[REPLACED] = g_signal_new ("replaced", DESK_TYPE_REPLACE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-replace-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceList, rows);
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceList, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceList, all);
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceList, none);
  gtk_widget_class_bind_template_child (widget_class, DeskReplaceList, apply);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_replace_list_apply);
}

static void
desk_replace_list_init (DeskReplaceList *self)
{
  g_autoptr (GtkListItemFactory) factory = desk_replace_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->unticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_list_store_new (DESK_TYPE_REPLACE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_factory (self->rows, factory);
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (desk_replace_list_refresh), self, G_CONNECT_SWAPPED);
  add_keys (self);
}

void
desk_replace_list_start (DeskReplaceList *self,
                         DeskView *view,
                         DeskSearch *search,
                         const char *with)
{
  g_return_if_fail (DESK_IS_REPLACE_LIST (self) && DESK_IS_VIEW (view));
  g_return_if_fail (DESK_IS_SEARCH (search) && with != NULL);

  g_set_weak_pointer (&self->view, view);
  g_set_weak_pointer (&self->search, search);
  g_free (self->with);
  self->with = g_strdup (with);
  self->wants_apply = FALSE;
  refill (self);
}

void
desk_replace_list_stop (DeskReplaceList *self)
{
  g_return_if_fail (DESK_IS_REPLACE_LIST (self));

  g_clear_weak_pointer (&self->view);
  self->wants_apply = FALSE;
  clear (self);
  g_hash_table_remove_all (self->unticked);
}

void
desk_replace_list_grab_focus (DeskReplaceList *self)
{
  g_return_if_fail (DESK_IS_REPLACE_LIST (self));

  if (count_items (self) == 0)
    return;
  focus_on (self, 0);
  selected_cb (self);
}

/* The syllable may have changed the line. */
static void
committed_cb (DeskView *view, gpointer data)
{
  g_autoptr (DeskReplaceList) self = data;
  DeskDocument *document = desk_view_get_document (view);
  g_autoptr (GPtrArray) ticked = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (self->view == NULL || document == NULL)
    return;
  for (guint i = 0; i < count_items (self); i++)
    if (desk_replace_item_get_ticked (get_item (self, i)))
      g_ptr_array_add (ticked, desk_replace_item_get (get_item (self, i)));
  if (bul_replacer_apply (desk_document_get_history (document), ticked, &error))
    {
      g_signal_emit (self, signals[REPLACED], 0, ticked->len);
      return;
    }
  fill (self);
  set_problem (self, _ ("The script was changed meanwhile. Nothing was replaced; look again."));
  show_summary (self);
}

void
desk_replace_list_apply (DeskReplaceList *self)
{
  g_return_if_fail (DESK_IS_REPLACE_LIST (self));

  /* Asked before all is listed, it is done then. */
  if (self->slice_id != 0)
    self->wants_apply = TRUE;
  else if (self->view != NULL && self->n_ticked > 0)
    desk_view_commit (self->view, committed_cb, g_object_ref (self));
}
