/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register.h"

#include <glib/gi18n.h>

#include "desk-chart.h"
#include "desk-overtype.h"
#include "desk-register-chart.h"
#include "desk-register-choices.h"
#include "desk-register-columns.h"
#include "desk-register-resources.h"
#include "desk-register-words.h"
#include "desk-text-scale.h"
#include "desk-typed.h"
#include "desk-wording.h"

/* Milliseconds until it is said that the register is being read. */
#define PATIENCE 300

/* Below this width, for text of the usual size, columns are left out, and half of the months. */
#define WIDE 900
#define N_MONTHS 12

/* Below this height, for the same text, the chart would leave too little for the rows. */
#define HIGH 520

struct _DeskRegister
{
  AdwBin parent_instance;

  DeskRegisterChoices *choices;
  GtkEditable *entry;
  GtkButton *move;
  GtkMenuButton *export;
  GtkWidget *export_label;
  GtkWidget *head;
  GtkWidget *late;
  GtkLabel *late_words;
  GtkButton *late_button;
  GtkWidget *chart_card;
  DeskChart *chart;
  GtkStack *pages;
  GtkWidget *wait;
  GtkColumnView *view;
  AdwStatusPage *failed;

  DeskTyped *typed;
  DeskRegisterList *list;
  GtkColumnViewColumn *sorted; /* by key, borrowed from the view; or NULL */
  gboolean is_turned;
  guint patience_id;
  guint resized_id;
  double text_scale;
  gboolean is_narrow;
  gboolean is_low;
  gboolean was_composing;
  gboolean wants_focus; /* among the rows, as soon as there are any */
};

enum
{
  WANTED,
  OPENED,
  MOVED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRegister, desk_register, ADW_TYPE_BIN)

static void
want_rows (DeskRegister *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

static void
show_late (DeskRegister *self)
{
  GPtrArray *rows = desk_register_list_get_rows (self->list);
  g_autofree char *words = rows == NULL ? NULL : desk_register_dup_late (rows);
  gboolean is_asked = desk_register_list_get_filter (self->list)->late;

  gtk_widget_set_visible (self->late, words != NULL || is_asked);
  gtk_label_set_text (self->late_words, words == NULL ? _ ("Nothing is late any more.") : words);
  gtk_button_set_label (self->late_button, is_asked ? _ ("Show _All") : _ ("Show _Only These"));
}

static void
show_chart (DeskRegister *self, const GPtrArray *shown)
{
  BulChart *chart = desk_register_chart_new (shown, self->is_narrow ? N_MONTHS / 2 : N_MONTHS);

  gtk_widget_set_visible (self->chart_card, !self->is_low && !bul_chart_is_empty (chart));
  desk_chart_take (self->chart, chart);
}

static const char *
choose_page (DeskRegister *self, guint n_shown)
{
  GPtrArray *rows = desk_register_list_get_rows (self->list);

  if (rows == NULL)
    return "wait";
  if (rows->len == 0)
    return "empty";
  return n_shown == 0 ? "nothing" : "rows";
}

/* What the button does to the row that is chosen. */
static void
show_move (DeskRegister *self)
{
  const BulRegisterRow *row = desk_register_get_chosen (self);
  const char *words = row == NULL || row->error_class == 0
                          ? NULL
                          : desk_wording_for_next_state (row->state, NULL);

  gtk_button_set_label (self->move, words != NULL ? words : _ ("_Approve"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->move), words != NULL);
}

static void
move_clicked_cb (DeskRegister *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

static void
show_all (DeskRegister *self)
{
  g_autoptr (GPtrArray) shown = desk_register_list_dup_shown (self->list);

  show_late (self);
  show_move (self);
  show_chart (self, shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), shown->len > 0);
  gtk_stack_set_visible_child_name (self->pages, choose_page (self, shown->len));
}

static void
filter (DeskRegister *self)
{
  DeskRegisterFilter *asked = desk_register_list_get_filter (self->list);
  g_autofree char *text = desk_typed_dup_text (self->typed);

  desk_register_choices_read (self->choices, asked);
  desk_register_filter_set_text (asked, text);
  desk_register_list_filter (self->list);
}

static void
chosen_cb (DeskRegister *self)
{
  filter (self);
}

static void
typed_cb (DeskRegister *self)
{
  /* Before everything is there. */
  if (self->typed != NULL)
    filter (self);
}

static void
composed_cb (gpointer data)
{
  filter (data);
}

/* Takes back all that leaves anything out. */
static void
open_filter (DeskRegister *self, gboolean late)
{
  desk_register_choices_clear (self->choices);
  desk_register_list_get_filter (self->list)->late = late;
  gtk_editable_set_text (self->entry, "");
  filter (self);
}

static void
show_all_cb (DeskRegister *self)
{
  open_filter (self, FALSE);
  desk_register_focus (self);
}

static void
late_clicked_cb (DeskRegister *self)
{
  open_filter (self, !desk_register_list_get_filter (self->list)->late);
}

static void
chart_chosen_cb (DeskRegister *self, guint category, guint series)
{
  const BulChart *chart = desk_chart_get (self->chart);
  const BulChartCategory *month = chart->categories->pdata[category];

  desk_register_choices_choose (self->choices, month->key,
                                desk_register_chart_get_class (chart, series));
  filter (self);
}

static void
open_item (DeskRegister *self, DeskRegisterItem *item)
{
  const BulRegisterRow *row = item == NULL ? NULL : desk_register_item_get_row (item);

  if (row != NULL)
    g_signal_emit (self, signals[OPENED], 0, row->uid, row->key);
}

static void
row_activated_cb (DeskRegister *self, guint position)
{
  GListModel *shown = G_LIST_MODEL (desk_register_list_get_selection (self->list));
  g_autoptr (DeskRegisterItem) item = g_list_model_get_item (shown, position);

  open_item (self, item);
}

/* Enter that ended a syllable did that and no more. */
static void
entry_activated_cb (DeskRegister *self)
{
  if (!self->was_composing)
    open_item (self, gtk_single_selection_get_selected_item (
                         desk_register_list_get_selection (self->list)));
}

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)

/* Keys are seen before the input method, which may take Escape for the end of typing Hangul. */
static gboolean
entry_key_cb (DeskRegister *self, guint keyval, guint code, GdkModifierType state)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    self->was_composing = desk_typed_is_composing (self->typed);
  if ((state & MODIFIERS) != 0 || desk_typed_is_composing (self->typed)
      || (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;
  desk_register_focus (self);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (DeskRegister *self, guint keyval, guint code, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || (state & MODIFIERS) != 0)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[LEFT], 0);
  return GDK_EVENT_STOP;
}

static void
add_keys (DeskRegister *self, gpointer widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_widget_add_controller (widget, keys);
}

static gboolean
waited_cb (gpointer data)
{
  DeskRegister *self = data;

  self->patience_id = 0;
  gtk_widget_set_visible (self->wait, TRUE);
  return G_SOURCE_REMOVE;
}

static void
desk_register_map (GtkWidget *widget)
{
  DeskRegister *self = DESK_REGISTER (widget);

  GTK_WIDGET_CLASS (desk_register_parent_class)->map (widget);
  if (desk_register_list_get_rows (self->list) == NULL && self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, waited_cb, self);
  want_rows (self);
}

static gboolean
resized_cb (gpointer data)
{
  DeskRegister *self = data;

  self->resized_id = 0;
  desk_register_columns_set_room (self->view, self->is_narrow, self->text_scale);
  gtk_widget_set_visible (self->export_label, !self->is_narrow);
  /* The choices have a row of their own, and what is found by words the one below. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), self->is_narrow
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), self->is_narrow);
  show_all (self);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
desk_register_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_register_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      NULL, NULL);
}

/* What is shown may not change while it is being given its place. */
static void
desk_register_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DeskRegister *self = DESK_REGISTER (widget);
  gboolean is_narrow = width < WIDE * self->text_scale;
  /* Of the chart only the words grow. */
  gboolean is_low = height < HIGH * (1 + self->text_scale) / 2;

  if (self->is_narrow != is_narrow || self->is_low != is_low)
    {
      self->is_narrow = is_narrow;
      self->is_low = is_low;
      if (self->resized_id == 0)
        self->resized_id = g_idle_add (resized_cb, self);
    }
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
desk_register_dispose (GObject *object)
{
  DeskRegister *self = DESK_REGISTER (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->resized_id, g_source_remove);
  g_clear_pointer (&self->typed, desk_typed_free);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (desk_register_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/register/desk-register.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, choices);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, move);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, export);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, export_label);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, head);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, late);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, late_words);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, late_button);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, chart_card);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, chart);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, wait);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, view);
  gtk_widget_class_bind_template_child (widget_class, DeskRegister, failed);
  gtk_widget_class_bind_template_callback (widget_class, chart_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, late_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, want_rows);
}

static void
desk_register_class_init (DeskRegisterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_register_dispose;
  widget_class->map = desk_register_map;
  widget_class->get_request_mode = desk_register_get_request_mode;
  widget_class->measure = desk_register_measure;
  widget_class->size_allocate = desk_register_size_allocate;
  g_type_ensure (DESK_TYPE_CHART);
  g_type_ensure (DESK_TYPE_REGISTER_CHOICES);
  bind_template (widget_class);
  signals[WANTED] = g_signal_new ("wanted", DESK_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", DESK_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

/* Where that changes what there is room for, the next allocation finds out. */
static void
text_scale_cb (DeskRegister *self, GParamSpec *pspec G_GNUC_UNUSED, GtkSettings *settings)
{
  self->text_scale = desk_text_scale_get (settings);
  desk_register_columns_set_room (self->view, self->is_narrow, self->text_scale);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
desk_register_init (DeskRegister *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  GtkSelectionModel *selection;

  /* One that a bin has of its own would be asked in place of the class. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_overtype_add (GTK_WIDGET (self->entry));
  self->typed = desk_typed_new (self->entry, composed_cb, self);
  self->list = desk_register_list_new ();
  desk_register_columns_add (self->view);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (text_scale_cb), self,
                           G_CONNECT_SWAPPED);
  text_scale_cb (self, NULL, settings);
  desk_register_list_set_sorter (self->list, gtk_column_view_get_sorter (self->view));
  selection = GTK_SELECTION_MODEL (desk_register_list_get_selection (self->list));
  gtk_column_view_set_model (self->view, selection);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (show_move), self,
                           G_CONNECT_SWAPPED);
  add_keys (self, self, G_CALLBACK (key_cb));
  add_keys (self, self->entry, G_CALLBACK (entry_key_cb));
}

void
desk_register_ensure (void)
{
  desk_register_get_resource ();
  g_type_ensure (DESK_TYPE_REGISTER);
}

void
desk_register_show_rows (DeskRegister *self, GPtrArray *rows)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;
  gboolean was_failed;

  g_return_if_fail (DESK_IS_REGISTER (self) && rows != NULL);

  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");
  was_failed = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "failed") == 0;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  desk_register_choices_show (self->choices, rows, today);
  desk_register_list_show (self->list, rows);
  if (was_failed)
    show_all (self);
  if (self->wants_focus)
    desk_register_focus (self);
}

void
desk_register_show_failure (DeskRegister *self, const char *words)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (DESK_IS_REGISTER (self) && words != NULL);

  escaped = g_markup_escape_text (words, -1);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  adw_status_page_set_description (self->failed, escaped);
  gtk_widget_set_visible (self->late, FALSE);
  gtk_widget_set_visible (self->chart_card, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), FALSE);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

void
desk_register_focus (DeskRegister *self)
{
  g_return_if_fail (DESK_IS_REGISTER (self));

  self->wants_focus = desk_register_list_get_rows (self->list) == NULL;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "rows") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
desk_register_find (DeskRegister *self)
{
  g_return_if_fail (DESK_IS_REGISTER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
desk_register_offer_export (DeskRegister *self)
{
  g_return_if_fail (DESK_IS_REGISTER (self));

  if (gtk_widget_is_sensitive (GTK_WIDGET (self->export)))
    gtk_menu_button_popup (self->export);
}

void
desk_register_undo (DeskRegister *self)
{
  g_return_if_fail (DESK_IS_REGISTER (self));

  gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (self->entry)), "text.undo",
                              NULL);
}

void
desk_register_redo (DeskRegister *self)
{
  g_return_if_fail (DESK_IS_REGISTER (self));

  gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (self->entry)), "text.redo",
                              NULL);
}

DeskRegisterList *
desk_register_get_list (DeskRegister *self)
{
  g_return_val_if_fail (DESK_IS_REGISTER (self), NULL);

  return self->list;
}

const BulRegisterRow *
desk_register_get_chosen (DeskRegister *self)
{
  DeskRegisterItem *item;

  g_return_val_if_fail (DESK_IS_REGISTER (self), NULL);

  item = self->list == NULL ? NULL
                            : gtk_single_selection_get_selected_item (
                                desk_register_list_get_selection (self->list));
  return item == NULL ? NULL : desk_register_item_get_row (item);
}

void
desk_register_choose_next (DeskRegister *self)
{
  GtkSingleSelection *selection;
  guint next;

  g_return_if_fail (DESK_IS_REGISTER (self));

  selection = desk_register_list_get_selection (self->list);
  next = gtk_single_selection_get_selected (selection) + 1;
  if (next < g_list_model_get_n_items (G_LIST_MODEL (selection)))
    gtk_single_selection_set_selected (selection, next);
}

void
desk_register_sort_by (DeskRegister *self, guint number)
{
  GListModel *columns;
  guint n_seen = 0;

  g_return_if_fail (DESK_IS_REGISTER (self));

  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column) || ++n_seen != number)
        continue;
      self->is_turned = self->sorted == column && !self->is_turned;
      self->sorted = column;
      gtk_column_view_sort_by_column (self->view, column,
                                      self->is_turned ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}
