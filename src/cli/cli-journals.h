/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bul-flow-open.h"

G_BEGIN_DECLS

/* How a journal stands: `unsaved` edits of someone whose program ended, `open` in a window right
 * now, or a `conflict`. Journals are borrowed from @opened. */
typedef void (*CliJournalFunc) (const BulJournal *journal, const char *state, gpointer data);

void cli_journals_foreach (const BulFlowOpened *opened, CliJournalFunc func, gpointer data);

/* Adds member `journals`, a list of what is in no revision of the story. */
void cli_journals_add (JsonBuilder *builder, BulStore *store, const char *uid);

/* Says on standard error what is in no revision of the story. */
void cli_journals_tell (BulStore *store, const char *uid);

/* Adds the members that tell @journal. */
void cli_journals_add_members (JsonBuilder *builder, const BulJournal *journal, const char *state);

G_END_DECLS
