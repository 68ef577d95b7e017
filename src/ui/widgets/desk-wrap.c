/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wrap.h"

struct _DeskWrap
{
  GtkLayoutManager parent_instance;

  int spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (DeskWrap, desk_wrap, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
desk_wrap_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A child that is wider than the row is as wide as that. */
static void
measure_child (GtkWidget *child, int row_width, int *width, int *height)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, width, NULL, NULL);
  *width = MAX (minimum, MIN (*width, row_width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int y, int row_width, int width, int height)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (
      child, &(GtkAllocation){ is_rtl ? row_width - x - width : x, y, width, height }, -1);
}

/* Goes through the rows, and places the children where @places. Returns: the height of all. */
static int
walk (DeskWrap *self, GtkWidget *widget, int row_width, gboolean places)
{
  int x = 0;
  int y = 0;
  int row_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width;
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, row_width, &width, &height);
      if (x > 0 && x + width > row_width)
        {
          y += row_height + self->row_spacing;
          x = row_height = 0;
        }
      if (places)
        place (widget, child, x, y, row_width, width, height);
      x += width + self->spacing;
      row_height = MAX (row_height, height);
    }
  return y + row_height;
}

static void
measure_width (DeskWrap *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
desk_wrap_measure (GtkLayoutManager *manager,
                   GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  DeskWrap *self = DESK_WRAP (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = walk (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
}

static void
desk_wrap_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (DESK_WRAP (manager), widget, width, TRUE);
}

static void
desk_wrap_class_init (DeskWrapClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = desk_wrap_get_request_mode;
  layout_class->measure = desk_wrap_measure;
  layout_class->allocate = desk_wrap_allocate;
}

static void
desk_wrap_init (DeskWrap *self)
{
}

GtkLayoutManager *
desk_wrap_new (int spacing, int row_spacing)
{
  DeskWrap *self = g_object_new (DESK_TYPE_WRAP, NULL);

  self->spacing = spacing;
  self->row_spacing = row_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
