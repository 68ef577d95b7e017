/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-command.h"

G_BEGIN_DECLS

/* What “bulletin help” tells besides the commands. */
typedef struct
{
  const char *name;
  const char *summary;
  void (*print) (const CliOptions *options);
} CliTopic;

extern const CliTopic cli_topics[];
extern const guint cli_n_topics;

const CliTopic *cli_topics_find (const char *name);

G_END_DECLS
