/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"

G_BEGIN_DECLS

/*
 * One of each deed that a library takes beside keeping and saving: what is found, counted, tagged,
 * paired, who is who, and what is taken in from files.
 */

/* What the deeds are done with. */
typedef struct
{
  BulStore *store;
  const char *folder; /* of the files */
  const char *uid;    /* of a story whose counterpart is there as well */
} LossDeedsDesk;

/* Writes the files that are taken in. */
void loss_deeds_write_files (const char *folder);

/* Puts stories into the library. Returns: (transfer full): the uid for the desk */
char *loss_deeds_prepare (BulStore *store);

/* Called after each deed. */
typedef void (*LossDeedsFunc) (const char *name, gboolean done, const GError *error);

void loss_deeds_do (const LossDeedsDesk *desk, LossDeedsFunc func);

G_END_DECLS
