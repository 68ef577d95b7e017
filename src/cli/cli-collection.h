/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-command.h"

G_BEGIN_DECLS

/* All stories that answer --query into a folder of their own. */
CliStatus cli_collection_export (const CliOptions *options, GError **error);

G_END_DECLS
