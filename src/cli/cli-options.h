/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-command.h"

G_BEGIN_DECLS

/*
 * Reads the command line @argv (without the program's name). The command may be said before or
 * after options that every command takes. @command is %NULL where none was named (then @help or
 * @version is set).
 */
gboolean cli_options_read (char **argv,
                           CliOptions *options,
                           const CliCommand **command,
                           gboolean *help,
                           gboolean *version,
                           GError **error);
void cli_options_clear (CliOptions *options);

/* Prints how @command is used, or the whole program for %NULL. */
void cli_options_print_help (const CliCommand *command);

G_END_DECLS
