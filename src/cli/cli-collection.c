/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-collection.h"

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-flow-collection.h"
#include "bul-flow.h"
#include "bul-search.h"
#include "cli-journals.h"
#include "cli-json.h"
#include "cli-ready.h"

#define PAGE 200

/* A story that is saved meanwhile stands elsewhere in the order: it is looked for so many times. */
#define MOST_WALKS 5

/* Adds those that are not in @uids yet. @is_whole: (out): whether none was saved meanwhile. */
static gboolean
walk (BulSearch *search, GPtrArray *uids, GHashTable *seen, gboolean *is_whole, GError **error)
{
  g_autoptr (GArray) hits = NULL;
  gint64 before = G_MAXINT64;

  *is_whole = TRUE;
  while (TRUE)
    {
      g_clear_pointer (&hits, g_array_unref);
      hits = bul_search_list_newest (search, before, PAGE, NULL, error);
      if (hits == NULL || hits->len == 0)
        return hits != NULL;
      for (guint i = 0; i < hits->len; i++)
        {
          g_autoptr (GError) failed = NULL;
          BulStoreRow *row = NULL;

          before = g_array_index (hits, BulSearchHit, i).docid;
          row = bul_search_load_row (search, before, &failed);
          if (row != NULL && g_hash_table_add (seen, g_strdup (row->uid)))
            g_ptr_array_add (uids, g_strdup (row->uid));
          bul_store_row_free (row);
          if (failed == NULL)
            continue;
          *is_whole = FALSE;
          if (g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
            continue;
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
    }
}

static GPtrArray *
list_uids (BulStore *store, const BulQuery *query, GError **error)
{
  g_autoptr (BulSearch) search = bul_search_new (store, query, error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_whole = FALSE;

  for (guint i = 0; search != NULL && !is_whole && i < MOST_WALKS; i++)
    if (!walk (search, uids, seen, &is_whole, error))
      return NULL;
  return search == NULL ? NULL : g_steal_pointer (&uids);
}

static void
tell (const CliOptions *options, const char *uid, const char *path)
{
  g_autofree char *shown = NULL;

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      shown = g_utf8_make_valid (path, -1);
      json_builder_begin_object (builder);
      cli_json_string (builder, "uid", uid);
      cli_json_string (builder, "path", shown);
      json_builder_end_object (builder);
      cli_json_print (builder);
      return;
    }
  shown = cli_printable (path);
  g_print ("%.8s  %s\n", uid, shown);
}

static gboolean
add (const CliOptions *options,
     BulStore *store,
     BulFlowCollection *collection,
     const char *uid,
     GError **error)
{
  g_autoptr (BulStory) story = bul_flow_load (store, uid, error);
  g_autofree char *below
      = story == NULL ? NULL : bul_flow_collection_add (collection, story, error);
  g_autofree char *path = NULL;

  if (below == NULL)
    return FALSE;
  path = g_build_filename (options->output, below, NULL);
  if (*below != '\0')
    tell (options, uid, path);
  cli_journals_tell (store, uid);
  return TRUE;
}

/* The folder is not written into again: what is handed on is all that is in it. */
static CliStatus
tell_part (const char *shown, GError **error)
{
  g_prefix_error (error,
                  "“%s” is not whole and has no manifest; name a new folder to try again: ", shown);
  return CLI_IO;
}

static CliStatus
write_all (const CliOptions *options,
           BulStore *store,
           const GPtrArray *uids,
           const char *format,
           GError **error)
{
  g_autoptr (BulFlowCollection) collection
      = bul_flow_collection_new (options->output, format, error);
  g_autofree char *shown = cli_printable (options->output);

  if (collection == NULL)
    return CLI_IO;
  for (guint i = 0; i < uids->len; i++)
    if (!add (options, store, collection, uids->pdata[i], error))
      return tell_part (shown, error);
  if (!bul_flow_collection_finish (collection, options->query, error))
    return tell_part (shown, error);
  if (!options->json)
    g_print ("%u exported to %s.\n", bul_flow_collection_count (collection), shown);
  return CLI_DONE;
}

/* A search goes on without what makes no sense; a folder would hold more than was asked for. */
static CliStatus
check_whole (const BulQuery *query, const char *typed, GError **error)
{
  g_autoptr (GArray) parts = bul_query_list_parts (query);
  g_autofree char *text = g_utf8_make_valid (typed, -1);
  g_autoptr (GString) left_out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const BulQueryNode *node = g_array_index (parts, BulQueryPart, i).node;
      g_autofree char *part = bul_chars_slice (text, node->range.start, node->range.end);
      g_autofree char *shown = cli_printable (part);

      if (node->type == BUL_QUERY_NONE)
        g_string_append_printf (left_out, "%s“%s”", left_out->len > 0 ? ", " : "", shown);
    }
  if (left_out->len == 0)
    return CLI_DONE;
  return cli_usage_error (error,
                          "Not understood in --query: %s. Without that too many stories would be"
                          " exported, so none was.",
                          left_out->str);
}

static CliStatus
check (const CliOptions *options, const char *format, const BulQuery *query, GError **error)
{
  if (options->arguments[0] != NULL)
    return cli_usage_error (error, "Name stories or give --query, not both.");
  if (options->output == NULL)
    return cli_usage_error (error, "--query needs --output FOLDER.");
  if (options->as_aired)
    return cli_usage_error (error,
                            "--as-aired goes with stories that are named, not with --query.");
  if (!bul_flow_collection_has_format (format))
    return cli_usage_error (error, "With --query, --format is xml, text, csv or xlsx, not “%s”.",
                            format);
  return check_whole (query, options->query, error);
}

CliStatus
cli_collection_export (const CliOptions *options, GError **error)
{
  const char *format = options->format == NULL ? "xml" : options->format;
  g_autoptr (BulQuery) query = bul_query_new (options->query, 0);
  CliStatus status = check (options, format, query, error);
  g_autoptr (BulStore) store = status == CLI_DONE ? cli_ready_open (options, error) : NULL;
  g_autoptr (GPtrArray) uids = NULL;

  if (store == NULL)
    return status == CLI_DONE ? CLI_IO : status;
  uids = list_uids (store, query, error);
  if (uids == NULL && bul_search_is_damaged (store))
    {
      g_clear_error (error);
      g_clear_pointer (&store, bul_store_close);
      store = cli_ready_open_anew (options, error);
      uids = store == NULL ? NULL : list_uids (store, query, error);
    }
  return uids == NULL ? CLI_IO : write_all (options, store, uids, format, error);
}
