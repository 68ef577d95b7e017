/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-command.h"
#include "cli-json.h"

G_BEGIN_DECLS

/* How long the scripts of @story take on air, part by part. */
void cli_times_print (const BulStory *story, const CliOptions *options);
void cli_times_add (JsonBuilder *builder, const BulStory *story, const CliOptions *options);

G_END_DECLS
