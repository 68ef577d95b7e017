/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fold.h"

#define SPACING 18
#define JOINED_SPACING 4

typedef struct
{
  GtkWidget *widget;
  guint rank;
  gboolean at_end;
  int spacing; /* before it */
  gboolean is_out;
  int minimum;
  int natural;
} Child;

struct _DeskFold
{
  GtkWidget parent_instance;

  GArray *children; /* of Child */
  int narrow_width;
  guint narrow_rank;
};

G_DEFINE_FINAL_TYPE (DeskFold, desk_fold, GTK_TYPE_WIDGET)

static Child *
get_child (DeskFold *self, guint i)
{
  return &g_array_index (self->children, Child, i);
}

static void
desk_fold_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  DeskFold *self = DESK_FOLD (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < self->children->len; i++)
    {
      const Child *child = get_child (self, i);
      int least;
      int wish;

      if (!gtk_widget_get_visible (child->widget))
        continue;
      gtk_widget_measure (child->widget, orientation, -1, &least, &wish, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wish);
          continue;
        }
      *natural += wish + (*natural > 0 ? child->spacing : 0);
      if (child->rank == 0)
        *minimum += least + (*minimum > 0 ? child->spacing : 0);
    }
}

static gboolean
is_narrow (DeskFold *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && gtk_widget_get_width (GTK_WIDGET (root)) < self->narrow_width;
}

/* Returns: the width that the children take at least which are not out. */
static int
needed_width (DeskFold *self)
{
  int width = 0;

  for (guint i = 0; i < self->children->len; i++)
    {
      const Child *child = get_child (self, i);

      if (!child->is_out)
        width += child->minimum + (width > 0 ? child->spacing : 0);
    }
  return width;
}

/* The one to go next: of the highest rank, and of those the last. */
static Child *
find_next_out (DeskFold *self)
{
  Child *found = NULL;

  for (guint i = 0; i < self->children->len; i++)
    {
      Child *child = get_child (self, i);

      if (!child->is_out && child->rank > 0 && (found == NULL || child->rank >= found->rank))
        found = child;
    }
  return found;
}

static void
choose (DeskFold *self, int width)
{
  gboolean narrow = is_narrow (self);
  Child *next;

  for (guint i = 0; i < self->children->len; i++)
    {
      Child *child = get_child (self, i);

      child->is_out
          = !gtk_widget_get_visible (child->widget) || (narrow && child->rank >= self->narrow_rank);
      if (!child->is_out)
        gtk_widget_measure (child->widget, GTK_ORIENTATION_HORIZONTAL, -1, &child->minimum,
                            &child->natural, NULL, NULL);
    }
  while (needed_width (self) > width && (next = find_next_out (self)) != NULL)
    next->is_out = TRUE;
}

static void
place (Child *child, int x, int width, int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  gtk_widget_size_allocate (child->widget, &allocation, -1);
}

static void
desk_fold_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DeskFold *self = DESK_FOLD (widget);
  int room;
  int left = 0;
  int right = width;

  choose (self, width);
  room = MAX (0, width - needed_width (self));
  for (guint i = 0; i < self->children->len; i++)
    {
      Child *child = get_child (self, i);

      gtk_widget_set_child_visible (child->widget, !child->is_out);
      if (child->is_out)
        continue;
      child->natural = MIN (child->natural, child->minimum + room);
      room -= child->natural - child->minimum;
      if (child->at_end)
        continue;
      place (child, left, child->natural, height);
      left += child->natural + SPACING;
    }
  for (guint i = self->children->len; i > 0; i--)
    {
      Child *child = get_child (self, i - 1);

      if (child->is_out || !child->at_end)
        continue;
      right -= child->natural;
      place (child, right, child->natural, height);
      right -= child->spacing;
    }
}

static void
desk_fold_dispose (GObject *object)
{
  DeskFold *self = DESK_FOLD (object);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_unparent (get_child (self, i)->widget);
  g_array_set_size (self->children, 0);
  G_OBJECT_CLASS (desk_fold_parent_class)->dispose (object);
}

static void
desk_fold_finalize (GObject *object)
{
  g_array_unref (DESK_FOLD (object)->children);
  G_OBJECT_CLASS (desk_fold_parent_class)->finalize (object);
}

static void
desk_fold_class_init (DeskFoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_fold_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_fold_finalize;
  widget_class->measure = desk_fold_measure;
  widget_class->size_allocate = desk_fold_size_allocate;
}

static void
desk_fold_init (DeskFold *self)
{
  self->children = g_array_new (FALSE, FALSE, sizeof (Child));
}

static void
append (DeskFold *self, Child child)
{
  g_array_append_val (self->children, child);
  gtk_widget_set_parent (child.widget, GTK_WIDGET (self));
}

void
desk_fold_append (DeskFold *self, GtkWidget *child, guint rank)
{
  g_return_if_fail (DESK_IS_FOLD (self) && GTK_IS_WIDGET (child));

  append (self, (Child){ .widget = child, .rank = rank, .spacing = SPACING });
}

void
desk_fold_append_end (DeskFold *self, GtkWidget *child, guint rank)
{
  g_return_if_fail (DESK_IS_FOLD (self) && GTK_IS_WIDGET (child));

  append (self, (Child){ .widget = child, .rank = rank, .spacing = SPACING, .at_end = TRUE });
}

void
desk_fold_append_joined (DeskFold *self, GtkWidget *child, guint rank)
{
  g_return_if_fail (DESK_IS_FOLD (self) && GTK_IS_WIDGET (child));

  append (self,
          (Child){ .widget = child, .rank = rank, .spacing = JOINED_SPACING, .at_end = TRUE });
}

void
desk_fold_set_narrow (DeskFold *self, int width, guint rank)
{
  g_return_if_fail (DESK_IS_FOLD (self));

  self->narrow_width = width;
  self->narrow_rank = rank;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
