/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-revision.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static void
tell (const CliOptions *options, const char *uid, guint restored, guint revision)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json)
    {
      g_print ("%.8s: reads as revision %u again, saved as revision %u.\n", uid, restored,
               revision);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", uid);
  cli_json_number (builder, "restored", restored);
  cli_json_number (builder, "revision", revision);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

CliStatus
cli_restore (const CliOptions *options, GError **error)
{
  const char *said = options->arguments[1];
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulStore) store = NULL;
  g_autofree char *uid = NULL;
  guint64 number;
  guint revision;

  if (said == NULL || options->arguments[2] != NULL)
    return cli_usage_error (error, "“restore” needs one story and the number of a revision.");
  if (!g_ascii_string_to_unsigned (said, 10, 1, G_MAXUINT, &number, NULL))
    return cli_usage_error (error, "“%s” is no number of a revision.", said);
  store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  uid = store == NULL ? NULL : bul_store_resolve (store, options->arguments[0], error);
  if (uid == NULL)
    return CLI_IO;
  revision = bul_flow_restore (store, uid, (guint) number, by, error);
  if (revision == 0)
    return CLI_REFUSED;
  tell (options, uid, (guint) number, revision);
  cli_journals_tell (store, uid);
  return CLI_DONE;
}
