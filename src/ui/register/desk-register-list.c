/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-list.h"

struct _DeskRegisterList
{
  GObject parent_instance;

  GPtrArray *rows;   /* NULL until something was read */
  GListStore *items; /* one of each */
  GtkFilter *filter;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  DeskRegisterFilter asked;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRegisterList, desk_register_list, G_TYPE_OBJECT)

static gboolean
takes_cb (gpointer item, gpointer data)
{
  DeskRegisterList *self = data;

  return desk_register_filter_takes (&self->asked, item);
}

static void
desk_register_list_finalize (GObject *object)
{
  DeskRegisterList *self = DESK_REGISTER_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_object_unref (self->items);
  g_object_unref (self->selection);
  desk_register_filter_clear (&self->asked);

  G_OBJECT_CLASS (desk_register_list_parent_class)->finalize (object);
}

static void
desk_register_list_class_init (DeskRegisterListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_register_list_finalize;
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_register_list_init (DeskRegisterList *self)
{
  GtkFilterListModel *filtered;

  self->items = g_list_store_new (DESK_TYPE_REGISTER_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (takes_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->sorted));
}

DeskRegisterList *
desk_register_list_new (void)
{
  return g_object_new (DESK_TYPE_REGISTER_LIST, NULL);
}

GtkSingleSelection *
desk_register_list_get_selection (DeskRegisterList *self)
{
  g_return_val_if_fail (DESK_IS_REGISTER_LIST (self), NULL);

  return self->selection;
}

void
desk_register_list_set_sorter (DeskRegisterList *self, GtkSorter *sorter)
{
  g_return_if_fail (DESK_IS_REGISTER_LIST (self));

  gtk_sort_list_model_set_sorter (self->sorted, sorter);
}

static DeskRegisterItem *
get_item (DeskRegisterList *self, guint position)
{
  g_autoptr (DeskRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

static char *
dup_name (DeskRegisterItem *item)
{
  const BulRegisterRow *row = desk_register_item_get_row (item);

  return g_strdup_printf ("%s %s", row->uid, row->key);
}

/* Returns: (transfer full): an item for each row, that of before where it says the same. */
static GPtrArray *
make_items (DeskRegisterList *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    g_hash_table_insert (before, dup_name (get_item (self, i)), get_item (self, i));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (DeskRegisterItem) item = desk_register_item_new (rows, i);
      g_autofree char *name = dup_name (item);
      DeskRegisterItem *same = g_hash_table_lookup (before, name);

      if (same != NULL && desk_register_item_equals (same, item))
        g_set_object (&item, same);
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

/* Replaces only what lies between the first and the last difference. */
static gboolean
splice (DeskRegisterList *self, const GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint start = 0;
  guint end = 0;

  while (start < n && start < items->len && get_item (self, start) == items->pdata[start])
    start++;
  while (end < n - start && end < items->len - start
         && get_item (self, n - 1 - end) == items->pdata[items->len - 1 - end])
    end++;
  if (n - start - end == 0 && items->len - start - end == 0)
    return FALSE;
  g_list_store_splice (self->items, start, n - start - end,
                       items->len == 0 ? NULL : items->pdata + start, items->len - start - end);
  return TRUE;
}

/* What was chosen says something else by now, and is another item. */
static void
choose_again (DeskRegisterList *self, DeskRegisterItem *chosen)
{
  const BulRegisterRow *row = desk_register_item_get_row (chosen);
  GListModel *shown = G_LIST_MODEL (self->selection);

  if (gtk_single_selection_get_selected_item (self->selection) == (gpointer) chosen)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (DeskRegisterItem) item = g_list_model_get_item (shown, i);

      if (desk_register_item_is_about (item, row->uid, row->key))
        gtk_single_selection_set_selected (self->selection, i);
    }
}

void
desk_register_list_show (DeskRegisterList *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (DeskRegisterItem) chosen = NULL;
  gboolean is_first;
  gboolean is_other;

  g_return_if_fail (DESK_IS_REGISTER_LIST (self) && rows != NULL);

  is_first = self->rows == NULL;
  g_set_object (&chosen, gtk_single_selection_get_selected_item (self->selection));
  items = make_items (self, rows);
  g_ptr_array_ref (rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  is_other = splice (self, items);
  if (is_other && chosen != NULL)
    choose_again (self, chosen);
  if (is_other || is_first)
    g_signal_emit (self, signals[CHANGED], 0);
}

GPtrArray *
desk_register_list_get_rows (DeskRegisterList *self)
{
  g_return_val_if_fail (DESK_IS_REGISTER_LIST (self), NULL);

  return self->rows;
}

DeskRegisterFilter *
desk_register_list_get_filter (DeskRegisterList *self)
{
  g_return_val_if_fail (DESK_IS_REGISTER_LIST (self), NULL);

  return &self->asked;
}

void
desk_register_list_filter (DeskRegisterList *self)
{
  g_return_if_fail (DESK_IS_REGISTER_LIST (self));

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[CHANGED], 0);
}

GPtrArray *
desk_register_list_dup_shown (DeskRegisterList *self)
{
  GPtrArray *shown;

  g_return_val_if_fail (DESK_IS_REGISTER_LIST (self), NULL);

  shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    g_ptr_array_add (shown, g_list_model_get_item (G_LIST_MODEL (self->selection), i));
  return shown;
}
