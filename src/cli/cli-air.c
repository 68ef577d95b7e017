/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-air.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static void
tell (const CliOptions *options, const char *uid, guint revision)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json)
    {
      g_print ("%.8s: revision %u is what was aired.\n", uid, revision);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", uid);
  cli_json_number (builder, "revision", revision);
  cli_json_string (builder, "aired_at", options->at);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

CliStatus
cli_air (const CliOptions *options, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulStore) store = NULL;
  g_autofree char *uid = NULL;
  guint revision;

  if (options->arguments[1] != NULL)
    return cli_usage_error (error, "“air” takes one story at a time.");
  store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  uid = store == NULL ? NULL : bul_store_resolve (store, options->arguments[0], error);
  if (uid == NULL)
    return CLI_IO;
  revision = bul_flow_air (store, uid, options->at, by, error);
  if (revision == 0)
    return CLI_REFUSED;
  tell (options, uid, revision);
  cli_journals_tell (store, uid);
  return CLI_DONE;
}
