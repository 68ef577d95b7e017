/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"

G_BEGIN_DECLS

/* A library in a folder of its own, for one test. */
typedef struct
{
  char *folder;
  char *path;
} Library;

void library_set_up (Library *library, gconstpointer data);
void library_tear_down (Library *library, gconstpointer data);

/* These must work, or must fail with this code of BUL_ERROR. */
BulStore *library_open (Library *library, BulStoreMode mode);
void library_refuses (Library *library, BulStoreMode mode, int code);
void library_save (BulStore *store, const BulStory *story, guint base);

/* Does what another program might do to the file. */
void library_run_sql (Library *library, const char *sql);
/* Takes the search tables away, as a library has none that an earlier program made; and what came
 * later than they. */
void library_drop_search (Library *library);

G_END_DECLS
