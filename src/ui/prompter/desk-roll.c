/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-roll.h"

void
desk_roll_init (DeskRoll *self)
{
  self->stretches = g_array_new (FALSE, FALSE, sizeof (DeskStretch));
  self->end = 0;
}

void
desk_roll_clear (DeskRoll *self)
{
  g_clear_pointer (&self->stretches, g_array_unref);
}

static const DeskStretch *
stretch_at (const DeskRoll *self, guint i)
{
  return &g_array_index (self->stretches, DeskStretch, i);
}

static double
start_of (const DeskRoll *self, guint i)
{
  return i < self->stretches->len ? stretch_at (self, i)->y : self->end;
}

/* The last stretch that began at or before @y. */
static guint
find (const DeskRoll *self, double y)
{
  guint first = 0;
  guint last = self->stretches->len;

  while (last - first > 1)
    {
      guint middle = first + (last - first) / 2;

      if (stretch_at (self, middle)->y <= y)
        first = middle;
      else
        last = middle;
    }
  return first;
}

double
desk_roll_clamp (const DeskRoll *self, double y)
{
  double start = start_of (self, 0);

  return CLAMP (y, start, MAX (start, self->end));
}

/* How long it is from @y to the end of stretch @i. */
static double
left_of_stretch (const DeskRoll *self, guint i, double y)
{
  double height = start_of (self, i + 1) - start_of (self, i);

  return height <= 0 ? 0 : stretch_at (self, i)->seconds * (start_of (self, i + 1) - y) / height;
}

double
desk_roll_advance (const DeskRoll *self, double y, double seconds)
{
  y = desk_roll_clamp (self, y);
  for (guint i = find (self, y); i < self->stretches->len; i++)
    {
      double left = left_of_stretch (self, i, y);

      if (seconds < left)
        return y + (start_of (self, i + 1) - y) * seconds / left;
      seconds -= left;
      y = start_of (self, i + 1);
    }
  return y;
}

double
desk_roll_get_left (const DeskRoll *self, double y)
{
  double left;
  guint i;

  if (self->stretches->len == 0)
    return 0;
  y = desk_roll_clamp (self, y);
  i = find (self, y);
  left = left_of_stretch (self, i, y);
  for (i++; i < self->stretches->len; i++)
    left += stretch_at (self, i)->seconds;
  return left;
}

double
desk_roll_get_total (const DeskRoll *self)
{
  return desk_roll_get_left (self, start_of (self, 0));
}
