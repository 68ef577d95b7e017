/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-command.h"
#include "cli-json.h"

static void
print_json (const BulStoreRow *row)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_row (builder, row);
  cli_json_number (builder, "revision", row->revision);
  cli_json_number (builder, "corrections", row->n_corrections);
  cli_json_number (builder, "stale", row->n_stale);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_text (const BulStoreRow *row)
{
  g_autofree char *headline = cli_printable (row->headline == NULL ? "" : row->headline);
  g_autofree char *programme = cli_printable (row->programme == NULL ? "–" : row->programme);

  g_print ("%.8s  %-10s  %-9s  r%-3u %s%s%s\n", row->uid,
           row->page_date == NULL ? "–" : row->page_date, programme, row->revision, headline,
           row->n_corrections > 0 ? "  [corrected]" : "", row->n_stale > 0 ? "  [stale]" : "");
}

CliStatus
cli_list (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) rows = store == NULL ? NULL : bul_store_list (store, error);

  if (rows == NULL)
    return CLI_IO;
  for (guint i = 0; i < rows->len; i++)
    {
      if (options->json)
        print_json (rows->pdata[i]);
      else
        print_text (rows->pdata[i]);
    }
  return CLI_DONE;
}
