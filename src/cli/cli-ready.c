/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-ready.h"

#include "bul-search.h"

/* What is found in part is told apart from what is found. */
static void
warn (const char *message)
{
  g_printerr ("bulletin: %s\n", message);
}

typedef enum
{
  PREPARE_LATEST, /* for whoever saved last was killed before it could be found */
  PREPARE_REST,
  PREPARE_ANEW, /* for it is damaged */
} Prepare;

/* Returns: (nullable): where it may be written. What was saved last may bring out that everything
 * is to be made anew. */
static BulStore *
prepare (const CliOptions *options, Prepare how, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  gboolean ready = FALSE;
  guint left = 1;

  if (store == NULL || (how == PREPARE_ANEW && !bul_search_give_up (store, error))
      || (how == PREPARE_LATEST
          && (!bul_search_tend (store, error) || !bul_search_is_ready (store, &ready, error))))
    return NULL;
  if (ready)
    return g_steal_pointer (&store);
  warn ("The stories of this library are made ready to be found. This is done once.");
  while (left > 0)
    if (!bul_search_prepare (store, &left, error))
      return NULL;
  return g_steal_pointer (&store);
}

/* What is read of an earlier library where it may not be written is a copy, and can be prepared. */
static gboolean
prepare_copy (BulStore *store)
{
  guint left = 1;

  while (left > 0)
    if (!bul_search_prepare (store, &left, NULL))
      return FALSE;
  return TRUE;
}

/* A library that was made by an earlier program is prepared first, where it may be written. */
BulStore *
cli_ready_open (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  g_autoptr (BulStore) prepared = NULL;
  g_autoptr (GError) failed = NULL;
  gboolean ready;
  gboolean behind;

  if (store == NULL || !bul_search_is_ready (store, &ready, error)
      || !bul_search_is_behind (store, &behind, error))
    return NULL;
  if (ready && !behind)
    return g_steal_pointer (&store);
  prepared = prepare (options, ready ? PREPARE_LATEST : PREPARE_REST, &failed);
  if (prepared != NULL)
    return g_steal_pointer (&prepared);
  if (prepare_copy (store))
    return g_steal_pointer (&store);
  warn (failed->message);
  warn (ready ? "Stories that were saved last are found by what they said before. Find once where "
                "the library can be written."
              : "Only some of the stories of this library can be found. Find once where it can be "
                "written.");
  return g_steal_pointer (&store);
}

BulStore *
cli_ready_open_anew (const CliOptions *options, GError **error)
{
  return prepare (options, PREPARE_ANEW, error);
}
