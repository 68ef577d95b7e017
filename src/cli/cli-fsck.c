/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"

typedef struct
{
  const CliOptions *options;
  guint n_findings;
} Run;

static void
tell (const char *uid, const char *message, gpointer data)
{
  Run *run = data;
  g_autofree char *shown = cli_printable (message);
  g_autofree char *name = uid == NULL ? NULL : g_utf8_make_valid (uid, -1);

  run->n_findings++;
  if (run->options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cli_json_string (builder, "uid", name);
      cli_json_string (builder, "message", message);
      json_builder_end_object (builder);
      cli_json_print (builder);
    }
  else
    g_print ("%s: %s\n", name == NULL ? "library" : name, shown);
}

CliStatus
cli_fsck (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  Run run = { .options = options };

  if (store == NULL || !bul_flow_check (store, tell, &run, error))
    return CLI_IO;
  if (run.n_findings > 0)
    return CLI_FINDINGS;
  if (!options->json)
    g_print ("The library is sound.\n");
  return CLI_DONE;
}
