/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What reading or a check noticed, at a line of the source (from 1; 0 = the whole). Made again each
 * time, never saved. @code is stable and short, such as `quote-not-closed`; @message is for people.
 */
typedef struct
{
  guint line;
  char *code;
  char *message;
} BulFinding;

BulFinding *bul_finding_new (guint line, const char *code, const char *message);
void bul_finding_free (BulFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFinding, bul_finding_free)

G_END_DECLS
