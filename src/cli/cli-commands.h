/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-command.h"

G_BEGIN_DECLS

extern const CliCommand cli_commands[];
extern const guint cli_n_commands;

const CliCommand *cli_commands_find (const char *name);

G_END_DECLS
