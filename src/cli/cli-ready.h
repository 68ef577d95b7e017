/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-command.h"

G_BEGIN_DECLS

/* The library, to be searched. One that was made by an earlier program is prepared first, where it
 * may be written. */
BulStore *cli_ready_open (const CliOptions *options, GError **error);

/* The same, where what stories are found by turned out to be damaged: it is made anew. */
BulStore *cli_ready_open_anew (const CliOptions *options, GError **error);

G_END_DECLS
