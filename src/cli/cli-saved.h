/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-command.h"

G_BEGIN_DECLS

/* Queries that are saved in the library. */

/* Whether one is to be saved or forgotten, or all are to be listed. */
gboolean cli_saved_is_meant (const CliOptions *options);
CliStatus cli_saved_run (const CliOptions *options, GError **error);

/* Returns: (transfer full): what is to be found: what was saved, where --saved names it, and what
 * was typed. */
char *cli_saved_dup_query (const CliOptions *options, GError **error);

G_END_DECLS
