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
  PREPARE_REST,
  PREPARE_ANEW, /* for it is damaged */
} Prepare;

static BulStore *
prepare (const CliOptions *options, Prepare how, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  guint left = 1;

  if (store == NULL || (how == PREPARE_ANEW && !bul_search_give_up (store, error)))
    return NULL;
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

/* What was saved last goes in first: whoever saved it may have been killed before that. Returns:
 * (nullable): where it may be written */
static BulStore *
bring_up (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);

  return store != NULL && bul_search_tend (store, error) ? g_steal_pointer (&store) : NULL;
}

/* @store: (transfer full): everything was in it once */
static BulStore *
open_latest (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (GError) failed = NULL;
  BulStore *latest = NULL;
  gboolean behind;

  if (!bul_search_is_behind (store, &behind, error))
    {
      bul_store_close (store);
      return NULL;
    }
  if (!behind)
    return store;
  latest = bring_up (options, &failed);
  if (latest == NULL && !prepare_copy (store))
    {
      warn (failed->message);
      warn ("Stories that were saved last are found by what they said before. Find once where the "
            "library can be written.");
    }
  if (latest == NULL)
    return store;
  bul_store_close (store);
  return latest;
}

/* A library that was made by an earlier program is prepared first, where it may be written. */
BulStore *
cli_ready_open (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  g_autoptr (BulStore) prepared = NULL;
  g_autoptr (GError) failed = NULL;
  gboolean ready;

  if (store == NULL || !bul_search_is_ready (store, &ready, error))
    return NULL;
  if (ready)
    return open_latest (options, g_steal_pointer (&store), error);
  prepared = prepare (options, PREPARE_REST, &failed);
  if (prepared != NULL)
    return g_steal_pointer (&prepared);
  if (prepare_copy (store))
    return g_steal_pointer (&store);
  warn (failed->message);
  warn (
      "Only some of the stories of this library can be found. Find once where it can be written.");
  return g_steal_pointer (&store);
}

BulStore *
cli_ready_open_anew (const CliOptions *options, GError **error)
{
  return prepare (options, PREPARE_ANEW, error);
}
