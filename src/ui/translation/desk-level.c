/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-level.h"

#include "desk-padding.h"
#include "desk-pair-rows.h"

struct _DeskLevel
{
  GtkTextView *views[2];
  GArray *rows; /* of DeskPairRow */
  GSourceOnceFunc levelled;
  gpointer data;
  guint idle;
  guint leader; /* the side that was scrolled last */
  guint follow_id;
  gboolean is_following; /* one is being scrolled because the other was */
};

static GtkAdjustment *
get_adjustment (DeskLevel *self, guint side)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->views[side]));
}

/* Where a line begins, and how much of the room above it was put there. */
typedef struct
{
  GtkTextIter iter;
  int words; /* the top of its words as they would be without any such room */
  int padding;
} Place;

/* Goes through the lines of a view from the top to the bottom. */
typedef struct
{
  GtkTextView *view;
  guint line;
  int sum;        /* of the room above all lines before */
  GArray *strays; /* of guint: lines with room above them that begin no row */
} Walk;

static Place
walk_to (Walk *walk, guint line)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (walk->view);
  Place place = { 0 };
  int height;

  for (; walk->line < line; walk->line++)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &place.iter, walk->line);
      place.padding = desk_padding_get (&place.iter);
      walk->sum += place.padding;
      if (place.padding > 0)
        g_array_append_val (walk->strays, walk->line);
    }
  gtk_text_buffer_get_iter_at_line (buffer, &place.iter, line);
  gtk_text_view_get_line_yrange (walk->view, &place.iter, &place.words, &height);
  place.words += desk_padding_get_own (&place.iter) - walk->sum;
  place.padding = desk_padding_get (&place.iter);
  walk->sum += place.padding;
  walk->line = line + 1;
  return place;
}

static void
give_back (Walk *walk)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (walk->view);
  GtkTextIter iter;

  for (guint i = 0; i < walk->strays->len; i++)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &iter, g_array_index (walk->strays, guint, i));
      desk_padding_set (buffer, &iter, 0);
    }
}

/* All heights are asked for before the first line changes, for a line that was changed has to be
 * laid out first. */
static void
level (DeskLevel *self)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint));
  Walk walks[2]
      = { { .view = self->views[0], .strays = left }, { .view = self->views[1], .strays = right } };
  g_autofree Place *places = g_new (Place, 2 * self->rows->len + 1);
  int moved[2] = { 0, 0 };

  for (guint i = 0; i < self->rows->len; i++)
    for (guint side = 0; side < 2; side++)
      places[2 * i + side]
          = walk_to (&walks[side], g_array_index (self->rows, DeskPairRow, i).lines[side]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Place *pair = &places[2 * i];
      int top = MAX (pair[0].words + moved[0], pair[1].words + moved[1]);

      for (guint side = 0; side < 2; side++)
        {
          int pixels = top - pair[side].words - moved[side];

          desk_padding_set (gtk_text_view_get_buffer (self->views[side]), &pair[side].iter, pixels);
          moved[side] += pixels;
        }
    }
  give_back (&walks[0]);
  give_back (&walks[1]);
}

/* Rows of lines that went, or that another edit is about to tell of, are not asked. */
static gboolean
has_lines (DeskLevel *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint side = 0; side < 2; side++)
      if (g_array_index (self->rows, DeskPairRow, i).lines[side]
          >= (guint) gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (self->views[side])))
        return FALSE;
  return TRUE;
}

/* Its turn comes after all that lays out lines. */
static gboolean
idle_cb (gpointer data)
{
  DeskLevel *self = data;

  self->idle = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->views[0]))
      || !gtk_widget_get_mapped (GTK_WIDGET (self->views[1])) || !has_lines (self))
    return G_SOURCE_REMOVE;
  level (self);
  self->levelled (self->data);
  return G_SOURCE_REMOVE;
}

void
desk_level_queue (DeskLevel *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
heights_changed_cb (DeskLevel *self)
{
  desk_level_queue (self);
}

/* Before the next frame is laid out, and never while the text is being given its place. */
static gboolean
follow_cb (gpointer data)
{
  DeskLevel *self = data;

  self->follow_id = 0;
  self->is_following = TRUE;
  gtk_adjustment_set_value (get_adjustment (self, 1 - self->leader),
                            gtk_adjustment_get_value (get_adjustment (self, self->leader)));
  self->is_following = FALSE;
  self->levelled (self->data);
  return G_SOURCE_REMOVE;
}

static void
follow (DeskLevel *self, guint leader)
{
  if (self->is_following)
    return;
  self->leader = leader;
  if (self->follow_id == 0)
    self->follow_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_cb, self, NULL);
}

static void
left_scrolled_cb (DeskLevel *self)
{
  follow (self, 0);
}

static void
right_scrolled_cb (DeskLevel *self)
{
  follow (self, 1);
}

DeskLevel *
desk_level_new (GtkTextView *left, GtkTextView *right, GSourceOnceFunc levelled, gpointer data)
{
  static const GCallback scrolled[]
      = { G_CALLBACK (left_scrolled_cb), G_CALLBACK (right_scrolled_cb) };
  DeskLevel *self = g_new0 (DeskLevel, 1);

  self->views[0] = left;
  self->views[1] = right;
  self->rows = g_array_new (FALSE, FALSE, sizeof (DeskPairRow));
  self->levelled = levelled;
  self->data = data;
  for (guint side = 0; side < 2; side++)
    {
      g_signal_connect_swapped (get_adjustment (self, side), "value-changed", scrolled[side], self);
      g_signal_connect_swapped (get_adjustment (self, side), "changed",
                                G_CALLBACK (heights_changed_cb), self);
      g_signal_connect_swapped (self->views[side], "map", G_CALLBACK (heights_changed_cb), self);
    }
  return self;
}

void
desk_level_free (DeskLevel *self)
{
  if (self == NULL)
    return;
  for (guint side = 0; side < 2; side++)
    {
      g_signal_handlers_disconnect_by_data (get_adjustment (self, side), self);
      g_signal_handlers_disconnect_by_data (self->views[side], self);
    }
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_array_unref (self->rows);
  g_free (self);
}

void
desk_level_set_rows (DeskLevel *self, GArray *rows)
{
  g_array_unref (self->rows);
  self->rows = rows;
  desk_level_queue (self);
}

gboolean
desk_level_is_settled (DeskLevel *self)
{
  return self->idle == 0 && self->follow_id == 0;
}
