/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-commands.h"
#include "cli-options.h"
#include "cli-topics.h"

CliStatus
cli_help (const CliOptions *options, GError **error)
{
  const char *name = options->arguments[0];
  const CliTopic *topic = name == NULL ? NULL : cli_topics_find (name);
  const CliCommand *command = name == NULL ? NULL : cli_commands_find (name);

  if (name != NULL && topic == NULL && command == NULL)
    return cli_usage_error (error, "There is no help on “%s”; “bulletin help” lists what there is.",
                            name);
  if (topic != NULL)
    topic->print (options);
  else
    cli_options_print_help (command);
  return CLI_DONE;
}
