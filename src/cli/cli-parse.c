/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-enum.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-text.h"

static void
print_import (const BulImport *import, const char *path)
{
  g_autofree char *shown = cli_printable (path);

  g_print ("%s: %s, %" G_GSIZE_FORMAT " bytes, SHA-256 %s\n", shown, import->source->encoding,
           g_bytes_get_size (import->source->bytes), import->source->sha256);
  for (guint i = 0; i < import->stories->len; i++)
    cli_text_print_story (import->stories->pdata[i]);
  cli_text_print_findings (import->findings);
}

CliStatus
cli_parse (const CliOptions *options, GError **error)
{
  CliStatus status = CLI_DONE;
  BulImportOptions how = { options->encoding, options->repair };

  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (GError) failed = NULL;
      g_autoptr (BulImport) import = bul_flow_read_file (options->arguments[i], &how, &failed);

      if (import == NULL)
        {
          /* The other files are read all the same; the last of several failures is what ends it. */
          if (options->arguments[1] == NULL)
            {
              g_propagate_error (error, g_steal_pointer (&failed));
              return CLI_IO;
            }
          g_printerr ("bulletin: %s\n", failed->message);
          status = cli_status_of (failed);
        }
      else if (options->json)
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();

          cli_json_import (builder, import, options->arguments[i]);
          cli_json_print (builder);
        }
      else
        print_import (import, options->arguments[i]);
    }
  return status;
}
