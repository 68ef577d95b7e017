/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-finding.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-text.h"

static void
tell (const CliOptions *options, const char *path, const GPtrArray *findings)
{
  g_autofree char *shown = NULL;

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      shown = g_utf8_make_valid (path, -1);
      json_builder_begin_object (builder);
      cli_json_string (builder, "path", shown);
      json_builder_set_member_name (builder, "valid");
      json_builder_add_boolean_value (builder, findings->len == 0);
      cli_json_findings (builder, findings);
      json_builder_end_object (builder);
      cli_json_print (builder);
      return;
    }
  shown = cli_printable (path);
  g_print ("%s: %s\n", shown, findings->len == 0 ? "valid" : "not valid");
  cli_text_print_findings (findings);
}

CliStatus
cli_validate (const CliOptions *options, GError **error)
{
  CliStatus status = CLI_DONE;

  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) findings
          = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);

      if (!bul_flow_validate_file (options->arguments[i], findings, error))
        return CLI_IO;
      tell (options, options->arguments[i], findings);
      if (findings->len > 0)
        status = CLI_FINDINGS;
    }
  return status;
}
