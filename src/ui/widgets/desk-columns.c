/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-columns.h"

struct _DeskColumns
{
  GtkLayoutManager parent_instance;

  guint most;
  int least_width;
  int spacing;
};

G_DEFINE_FINAL_TYPE (DeskColumns, desk_columns, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
desk_columns_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GPtrArray *
list_children (GtkWidget *widget)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      g_ptr_array_add (children, child);
  return children;
}

static guint
count_columns (DeskColumns *self, int width)
{
  guint n = self->most;

  while (n > 1 && (int) n * (self->least_width + self->spacing) - self->spacing > width)
    n /= 2;
  return n;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
place (GtkWidget *widget, GtkWidget *child, GtkAllocation area, int row_width)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = row_width - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

/* Goes through the rows, and places the children where @places. Returns: the height of all. */
static int
walk (DeskColumns *self, GtkWidget *widget, int row_width, gboolean places)
{
  g_autoptr (GPtrArray) children = list_children (widget);
  guint n_columns = count_columns (self, row_width);
  int y = 0;

  for (guint first = 0; first < children->len; first += n_columns)
    {
      guint n = MIN (n_columns, children->len - first);
      guint n_shares = n == 1 ? 1 : n_columns;
      int width = (row_width - (int) (n_shares - 1) * self->spacing) / (int) n_shares;
      int height = 0;

      for (guint i = 0; i < n; i++)
        height = MAX (height, measure_height (children->pdata[first + i], width));
      for (guint i = 0; places && i < n; i++)
        place (widget, children->pdata[first + i],
               (GtkAllocation){ (int) i * (width + self->spacing), y, width, height }, row_width);
      y += height + self->spacing;
    }
  return MAX (0, y - self->spacing);
}

static void
measure_width (DeskColumns *self, GtkWidget *widget, int *minimum, int *natural)
{
  g_autoptr (GPtrArray) children = list_children (widget);

  for (guint i = 0; i < children->len; i++)
    {
      int child_minimum;

      gtk_widget_measure (children->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
  *natural = MAX (*minimum, (int) self->most * (self->least_width + self->spacing) - self->spacing);
}

static void
desk_columns_measure (GtkLayoutManager *manager,
                      GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  DeskColumns *self = DESK_COLUMNS (manager);
  int least = 0;
  int usual = 0;

  measure_width (self, widget, &least, &usual);
  *minimum = least;
  *natural = usual;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = walk (self, widget, for_size < 0 ? usual : for_size, FALSE);
}

static void
desk_columns_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (DESK_COLUMNS (manager), widget, width, TRUE);
}

static void
desk_columns_class_init (DeskColumnsClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = desk_columns_get_request_mode;
  layout_class->measure = desk_columns_measure;
  layout_class->allocate = desk_columns_allocate;
}

static void
desk_columns_init (DeskColumns *self)
{
}

GtkLayoutManager *
desk_columns_new (guint most, int least_width, int spacing)
{
  DeskColumns *self;

  g_return_val_if_fail (most > 0, NULL);

  self = g_object_new (DESK_TYPE_COLUMNS, NULL);
  self->most = most;
  self->least_width = least_width;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
