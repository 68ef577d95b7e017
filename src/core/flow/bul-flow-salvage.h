/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-salvage.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_FLOW_SALVAGED_WHOLE, /* every revision is proven by its hash */
  BUL_FLOW_SALVAGED_PART,  /* kept as far as it could be read: see @notes */
  BUL_FLOW_SALVAGED_LOST,
} BulFlowSalvagedState;

/* What became of one story. */
typedef struct
{
  BulFlowSalvagedState state;
  const char *uid;
  const char *headline; /* may be NULL */
  guint n_revisions;    /* kept */
  GPtrArray *notes;     /* of char *: what was not kept as it was, for people */
} BulFlowSalvaged;

typedef void (*BulFlowSalvageFunc) (const BulFlowSalvaged *story, gpointer data);

/*
 * Reads the damaged library @path, which is only ever read, and makes of what is left a sound
 * library @fresh, where nothing may be yet; tells @func of each story. Revisions that their hashes
 * prove stay what they were; where one does not, what was read is kept all the same under a hash of
 * its own, and that is told, in the history of the story too. @facts: (optional): counts of what
 * was read.
 */
gboolean bul_flow_salvage (const char *path,
                           const char *fresh,
                           const char *by,
                           BulFlowSalvageFunc func,
                           gpointer data,
                           BulSalvage **facts,
                           GError **error);

G_END_DECLS
