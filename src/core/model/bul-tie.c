/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tie.h"

BulTie *
bul_tie_new (const char *korean, const char *english)
{
  BulTie *self = g_new0 (BulTie, 1);

  self->korean = g_strdup (korean);
  self->english = g_strdup (english);
  return self;
}

void
bul_tie_free (BulTie *self)
{
  if (self == NULL)
    return;
  g_free (self->korean);
  g_free (self->english);
  g_free (self);
}

static void
tie_free (gpointer data)
{
  bul_tie_free (data);
}

GPtrArray *
bul_ties_new (void)
{
  return g_ptr_array_new_with_free_func (tie_free);
}
