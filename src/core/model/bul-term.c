/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-term.h"

BulTerm *
bul_term_new (const char *korean, const char *english, guint line)
{
  BulTerm *self = g_new0 (BulTerm, 1);

  self->korean = g_strdup (korean);
  self->english = g_strdup (english);
  self->line = line;
  return self;
}

void
bul_term_free (BulTerm *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_free (self->korean);
  g_free (self->english);
  g_free (self->by);
  g_free (self->at);
  g_free (self);
}

static void
term_free (gpointer data)
{
  bul_term_free (data);
}

GPtrArray *
bul_terms_new (void)
{
  return g_ptr_array_new_with_free_func (term_free);
}
