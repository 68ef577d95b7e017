/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-saved.h"

#include "bul-flow.h"
#include "bul-store-saved.h"
#include "cli-json.h"
#include "cli-ready.h"

gboolean
cli_saved_is_meant (const CliOptions *options)
{
  return options->list_saved || options->save != NULL || options->forget != NULL;
}

static char *
dup_typed (const CliOptions *options)
{
  g_autofree char *joined = g_strjoinv (" ", options->arguments);

  return g_utf8_make_valid (joined, -1);
}

char *
cli_saved_dup_query (const CliOptions *options, GError **error)
{
  g_autofree char *typed = dup_typed (options);
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulSavedSearch) saved = NULL;

  if (options->saved == NULL)
    return g_steal_pointer (&typed);
  store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  if (store != NULL)
    saved = bul_store_find_saved (store, options->saved, error);
  if (saved == NULL)
    return NULL;
  return *typed == '\0' ? g_strdup (saved->query) : g_strjoin (" ", saved->query, typed, NULL);
}

static void
print_saved (const CliOptions *options, const BulSavedSearch *saved, guint n_new)
{
  g_autofree char *name = cli_printable (saved->name);
  g_autofree char *query = cli_printable (saved->query);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json)
    {
      g_print ("%s: %s (%u new)\n", name, query, n_new);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "name", saved->name);
  cli_json_string (builder, "query", saved->query);
  cli_json_string (builder, "by", saved->by);
  cli_json_string (builder, "at", saved->at);
  cli_json_number (builder, "new", n_new);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static gboolean
list_one (const CliOptions *options, BulStore *store, const BulSavedSearch *saved, GError **error)
{
  g_autoptr (BulQuery) query = bul_query_new (saved->query, 0);
  g_autoptr (BulSearch) search = bul_search_new (store, query, error);
  guint n_new;

  if (search == NULL || !bul_search_count_since (search, saved->seen, NULL, &n_new, error))
    return FALSE;
  print_saved (options, saved, n_new);
  return TRUE;
}

static CliStatus
list (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_ready_open (options, error);
  g_autoptr (GPtrArray) all = store == NULL ? NULL : bul_store_list_saved (store, error);

  if (all == NULL)
    return CLI_IO;
  for (guint i = 0; i < all->len; i++)
    if (!list_one (options, store, all->pdata[i], error))
      return CLI_IO;
  return CLI_DONE;
}

static CliStatus
save (const CliOptions *options, GError **error)
{
  g_autofree char *query = dup_typed (options);
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autofree char *shown = cli_printable (options->save);
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);

  if (store == NULL || !bul_store_save_query (store, options->save, query, by, error))
    return CLI_IO;
  if (!options->json)
    g_print ("Saved as “%s”.\n", shown);
  return CLI_DONE;
}

static CliStatus
forget (const CliOptions *options, GError **error)
{
  g_autofree char *shown = cli_printable (options->forget);
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);

  if (store == NULL || !bul_store_remove_saved (store, options->forget, error))
    return CLI_IO;
  if (!options->json)
    g_print ("“%s” is saved no more.\n", shown);
  return CLI_DONE;
}

CliStatus
cli_saved_run (const CliOptions *options, GError **error)
{
  if (options->save != NULL)
    return save (options, error);
  return options->forget != NULL ? forget (options, error) : list (options, error);
}
