/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-beginnings-private.h"

void
bul_beginnings_learn (BulBeginnings *self, const char *const *texts, gsize stride, guint n)
{
  if (!g_once_init_enter (&self->is_ready))
    return;
  g_assert (n <= BUL_BEGINNINGS_MOST);
  for (guint row = n; row > 0; row--)
    {
      const char *text = *(const char *const *) ((const char *) texts + (row - 1) * stride);
      guint8 hash = bul_beginnings_hash (text);

      self->next[row] = self->first[hash];
      self->first[hash] = (guint16) row;
    }
  g_once_init_leave (&self->is_ready, 1);
}
