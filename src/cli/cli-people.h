/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-people.h"
#include "cli-command.h"
#include "cli-json.h"

G_BEGIN_DECLS

/* What “people” was asked for beside a list. */
typedef struct
{
  const CliOptions *options;
  const char *const *arguments; /* behind the verb, as many as it takes */
  BulStore *store;
  const BulFlowPeople *people;
} CliPeople;

CliStatus cli_people_new (const CliPeople *self, GError **error);
CliStatus cli_people_rename (const CliPeople *self, GError **error);
CliStatus cli_people_merge (const CliPeople *self, GError **error);
CliStatus cli_people_apart (const CliPeople *self, GError **error);
CliStatus cli_people_link (const CliPeople *self, GError **error);
CliStatus cli_people_undo (const CliPeople *self, GError **error);
CliStatus cli_people_redo (const CliPeople *self, GError **error);
CliStatus cli_people_receipts (const CliPeople *self, GError **error);

G_END_DECLS
