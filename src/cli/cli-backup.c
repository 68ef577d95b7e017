/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-backup.h"
#include "cli-command.h"
#include "cli-json.h"

static void
tell (const CliOptions *options, const char *path)
{
  g_autofree char *shown = NULL;

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      shown = g_utf8_make_valid (path, -1);
      json_builder_begin_object (builder);
      cli_json_string (builder, "path", shown);
      json_builder_end_object (builder);
      cli_json_print (builder);
      return;
    }
  shown = cli_printable (path);
  g_print ("%s\n", shown);
}

CliStatus
cli_backup (const CliOptions *options, GError **error)
{
  const char *named = options->arguments[0];
  g_autoptr (BulStore) store = NULL;
  g_autofree char *path = NULL;

  if (named != NULL && options->arguments[1] != NULL)
    return cli_usage_error (error, "“backup” takes one file at most.");
  store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  if (store == NULL)
    return CLI_IO;
  if (named != NULL && bul_backup_write (store, named, error))
    path = g_strdup (named);
  else if (named == NULL)
    path = bul_backup_make (store, error);
  if (path == NULL)
    return CLI_IO;
  tell (options, path);
  return CLI_DONE;
}
