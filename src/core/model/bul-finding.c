/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-finding.h"

BulFinding *
bul_finding_new (guint line, const char *code, const char *message)
{
  BulFinding *self = g_new0 (BulFinding, 1);

  self->line = line;
  self->code = g_strdup (code);
  self->message = g_strdup (message);
  return self;
}

void
bul_finding_free (BulFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->message);
  g_free (self->block);
  g_free (self);
}
